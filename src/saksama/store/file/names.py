"""Strings that stand for themselves once and as a number everywhere else: keys, actors, article ids."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from saksama.records import Actor
from saksama.store.file.connection import Connection

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_NAMES = 65_536


class Recent(Generic[Key, Value]):
    """The values used last, at most `size` of them."""

    __slots__ = ("_held", "_size")

    def __init__(self, size: int) -> None:
        self._held: OrderedDict[Key, Value] = OrderedDict()
        self._size = size

    def get(self, key: Key) -> Value | None:
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        return None

    def keep(self, key: Key, value: Value) -> Value:
        self._held[key] = value
        self._held.move_to_end(key)
        if len(self._held) > self._size:
            self._held.popitem(last=False)
        return value

    def drop(self, key: Key) -> None:
        self._held.pop(key, None)

    def clear(self) -> None:
        self._held.clear()


class Names:
    """Numbers of keys, actors and articles; a key or an actor that is new gets one when it is kept."""

    def __init__(self, base: Connection) -> None:
        self._base = base
        self._numbers: Recent[tuple[str, str], int] = Recent(_NAMES)

    def forget(self) -> None:
        self._numbers.clear()

    def keys(self, keys: Iterable[str]) -> list[int]:
        """The numbers of the keys that are known."""
        asked = dict.fromkeys(keys)
        return [n for k in asked if (n := self._number(("k", k), "SELECT number FROM keys WHERE key = ?"))]

    def new_keys(self, keys: Iterable[str]) -> list[int]:
        """The numbers of all the keys, each once."""
        return [self._key(key) for key in dict.fromkeys(keys)]

    def _key(self, key: str) -> int:
        found = self._number(("k", key), "SELECT number FROM keys WHERE key = ?")
        if found is None:
            found = self._base.run("INSERT INTO keys (key) VALUES (?)", (key,))
            self._numbers.keep(("k", key), found)
        return found

    def article(self, identity: str) -> int | None:
        return self._number(("a", identity), "SELECT number FROM articles WHERE id = ?")

    def actor(self, identity: str) -> int | None:
        return self._number(("w", identity), "SELECT number FROM actors WHERE id = ?")

    def new_actor(self, identity: str, name: str = "") -> int:
        """The number of an actor; of one that is new, under this name until a better one is given."""
        found = self.actor(identity)
        if found is None:
            row = (identity, name or identity)
            found = self._base.run("INSERT INTO actors (id, name) VALUES (?, ?)", row)
            self._numbers.keep(("w", identity), found)
        return found

    def describe(self, actor: Actor) -> None:
        """Keep what is known of an actor beside its id."""
        number = self.new_actor(actor.id, actor.name)
        known = (actor.name, actor.kind, actor.country, actor.wikidata)
        sql = "UPDATE actors SET name = ?1, kind = ?2, country = ?3, wikidata = ?4 WHERE number = ?5 AND"
        self._base.run(f"{sql} (name, kind, country, wikidata) IS NOT (?1, ?2, ?3, ?4)", (*known, number))

    def _number(self, name: tuple[str, str], sql: str) -> int | None:
        found = self._numbers.get(name)
        if found is None:
            row = self._base.row(sql, (name[1],))
            found = self._numbers.keep(name, row[0]) if row else None
        return found
