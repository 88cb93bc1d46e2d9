"""Which place "di sana" means."""

from __future__ import annotations

from saksama.actors.sites import OPEN, Answer, Site, Sites

_REACH = 2  # sentences back
_KINDS = frozenset({"place", "state"})


def place_meant(sites: Sites, index: int) -> Answer:
    """The place named last; of "Ciamis, Jawa Barat" the first, which lies in the other."""
    page = sites.page
    for back in range(_REACH + 1):
        found = [s for s in sites.of(page.sentence[index] - back, index) if s.kind in _KINDS]
        if found:
            at = len(found) - 1
            while at and _lies_in(found[at - 1], found[at], page.lower):
                at -= 1
            return Answer(found[at].actors, "the place named last")
    return OPEN


def _lies_in(one: Site, other: Site, words: list[str]) -> bool:
    return words[one.last : other.token] == [","]
