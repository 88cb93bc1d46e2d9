"""Places that are no party, each with an id of the article's own: "Jakarta" is one place all through it."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.actors.page import name_words

PLACE = "place:"


class Localities:
    """Ids by the words of a place's name; "Kota Solo" is "Solo" where no other kind of Solo is named."""

    def __init__(self, heads: frozenset[str]) -> None:
        self._heads = heads
        self._kinds: dict[tuple[str, ...], set[str]] = {}

    def see(self, names: Iterable[str]) -> None:
        """Take note of the names of the article: which kinds of place each bare name has."""
        for name in names:
            kind, bare = self._parted(name_words(name))
            if kind:
                self._kinds.setdefault(bare, set()).add(kind)

    def id(self, name: str) -> str | None:
        """The place's id; None for what has no word in it."""
        words = name_words(name)
        kind, bare = self._parted(words)
        several = len(self._kinds.get(bare, ())) > 1
        key = words if kind and several else bare
        return PLACE + "-".join(key) if key else None

    def _parted(self, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """The word for a kind of place in front ("kota", "kecamatan") and the rest."""
        if len(words) > 1 and words[0] in self._heads:
            return words[0], words[1:]
        return "", words


def is_place(actor: str) -> bool:
    """Whether an id is that of a place, which is no party to anything."""
    return actor.startswith(PLACE)
