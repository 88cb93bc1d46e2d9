"""What an id or a name on the desk stands for; where it is nothing, what is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from saksama.errors import SaksamaError, UsageError
from saksama.records import Record

if TYPE_CHECKING:
    from saksama.actors.entries import Found
    from saksama.store import FileDesk
    from saksama.store.lists import IdKind

KINDS: tuple[IdKind, ...] = ("story", "article", "event", "actor")
_NEAR, _MOST_NEAR = 70, 5  # per cent of the letters; how many


class NotThere(SaksamaError):
    """Nothing on the desk has this id; the message names what is near."""


@dataclass(frozen=True, slots=True)
class Named(Record):
    """What was asked for."""

    kind: IdKind
    id: str


def find(desk: FileDesk, what: str, kinds: tuple[IdKind, ...] = KINDS) -> Named:
    """What an id, an address, a headline or a name stands for.

    A story has the id of its first article: alone it stands for the story where that has more articles,
    and ``story:ID``, ``article:ID`` always say which. Raises `NotThere`, with what is near, `UsageError`
    where a name stands for several.
    """
    asked = what.strip()
    if not asked:
        raise UsageError("nothing to look for: give an id or a name")
    found = next(_found(desk, asked, kinds), None)
    if found is None:
        raise NotThere(_nothing(desk, asked, kinds))
    return found


def actor_of(desk: FileDesk, name: str) -> str:
    """The id of a person, state or organisation by code or name. Raises as `find`."""
    return find(desk, name, ("actor",)).id


def _found(desk: FileDesk, asked: str, kinds: tuple[IdKind, ...]) -> Iterator[Named]:
    from saksama.store import lists

    kind, _, rest = asked.partition(":")
    said = next((k for k in kinds if k == kind), None)
    if said and lists.has(desk, said, rest):
        yield Named(said, rest)
    here = [k for k in kinds if lists.has(desk, k, asked)]
    if here[:2] == ["story", "article"] and len(_articles(desk, asked)) == 1:
        here = here[1:]
    yield from (Named(k, asked) for k in here)
    if "article" in kinds and (versions := lists.at(desk, asked)):
        yield Named("article", versions[-1])
    if "actor" in kinds and (actor := _actor(desk, asked)):
        yield Named("actor", actor)
    for k in kinds:
        if k in ("article", "story") and len(same := lists.named(desk, k, asked)) == 1:
            yield Named(k, same[0])


def _articles(desk: FileDesk, story: str) -> tuple[str, ...]:
    found = desk.story(story)
    return found.articles if found else ()


def _actor(desk: FileDesk, name: str) -> str | None:
    """By the record book, else by the name that articles give somebody."""
    from saksama.library.knowledge import look_up
    from saksama.store import lists

    if not name:
        return None
    found = look_up(name)
    ids = [*(side.id for side in found.sides), *(person.id for person in found.people)]
    if found.offices:
        raise UsageError(f"“{name}” is an office: name who held it (saksama actors “{name}”)")
    ids = ids or list(lists.named(desk, "actor", name))
    if len(ids) > 1:
        raise UsageError(f"“{name}” may be {_either(_listed(found, ids))}: give the id")
    return ids[0] if ids else None


def _listed(found: Found, ids: list[str]) -> list[str]:
    names = {person.id: person.name for person in found.people}
    names |= {side.id: side.name.en for side in found.sides}
    return [f"{names[i]} ({i})" if i in names else i for i in ids]


def _nothing(desk: FileDesk, asked: str, kinds: tuple[IdKind, ...]) -> str:
    near = [*_near(desk, asked, kinds)]
    if "actor" in kinds and asked:
        from saksama.library.knowledge import look_up

        near = [*look_up(asked).suggestions, *near] if len(kinds) == 1 else near
    told = f"nothing on the desk is called “{asked}”"
    return f"{told}; near: {_either(near[:_MOST_NEAR])}" if near else told


def _near(desk: FileDesk, asked: str, kinds: tuple[IdKind, ...]) -> list[str]:
    """Ids that are written alike, and headlines that hold the words, the nearest first."""
    from rapidfuzz import fuzz, process

    from saksama.store import lists

    found: list[tuple[float, str]] = []
    for kind in kinds:
        start = asked[: max(4, len(asked) - 4)] if kind == "event" else ""
        every = dict(lists.ids(desk, kind, start))
        alike = process.extract(asked, list(every), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_MOST_NEAR)
        found += [(-score, identity) for identity, score, _ in alike]
        found += [(-100.0, identity) for identity, _ in islice(lists.ids(desk, kind, asked), _MOST_NEAR)]
        if kind in ("story", "actor"):
            titles = process.extract(
                asked.casefold(),
                {k: v.casefold() for k, v in every.items()},
                scorer=fuzz.token_set_ratio,
                score_cutoff=_NEAR + 10,
                limit=_MOST_NEAR,
            )
            found += [(-score, f"{key} (“{every[key]}”)") for _, score, key in titles]
    return list(dict.fromkeys(told for _, told in sorted(found)))


def _either(names: Iterable[str]) -> str:
    *head, last = names
    return f"{', '.join(head)} or {last}" if head else last
