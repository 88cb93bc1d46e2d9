"""Other names that the text itself gives a person: "Basuki Tjahaja Purnama, yang akrab disapa Ahok"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from saksama.actors.found import Found, sure
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

_LONGEST_CUE = 5  # tokens
_REACH = 12  # tokens between the two names
_MARKS = frozenset({'"', "“", "'", "‘"})
_OR = "atau"


def nicknames(people: Sequence[Found], page: Page, base: Base) -> dict[int, int]:
    """The start of each name that another is said to be known by, with the start of that other."""
    found: dict[int, int] = {}
    previous: Found | None = None
    for name in sorted(people, key=lambda n: n.start):
        near = previous and not sure(name) and _follows(previous, name, page)
        if previous and near and _is_nickname(previous, name, page, base):
            found[name.start] = found.get(previous.start, previous.start)
        previous = name
    return found


def _follows(one: Found, other: Found, page: Page) -> bool:
    same = page.sentence[one.first] == page.sentence[other.first]
    return same and other.first - one.last <= _REACH


def _is_nickname(one: Found, other: Found, page: Page, base: Base) -> bool:
    """Whether words such as "alias" stand right before; after "atau" only for a clipped word of the name."""
    at = other.first - 1
    while at > one.last and page.tokens[at].text in _MARKS:
        at -= 1
    if page.lower[at] == _OR:
        clipped = page.lower[other.first]
        words = page.lower[one.first : one.last]
        return other.last - other.first == 1 and any(word.startswith(clipped) for word in words)
    starts = range(max(one.last, at + 1 - _LONGEST_CUE), at + 1)
    cues = (base.words.nickname_cues.longest(page.lower, start, at + 1) for start in starts)
    return any(cue is not None and cue[0] == at + 1 for cue in cues)
