"""Abbreviations that the text introduces: "Badan Cuaca Daerah (BCD)", "BCD (Badan Cuaca Daerah)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from saksama.actors.found import Found, NameMap, span
from saksama.actors.page import Page

_MARKS = frozenset({'"', "“", "”", "'", "‘", "’"})
_SAYS_SO = frozenset({"disingkat", "atau", "selanjutnya", "disebut"})
_LONGEST = 10  # letters
_STEPS = 3  # tokens between the name and its abbreviation, brackets and marks among them
_FEW = 2  # words of a full name, at least


def abbreviated(names: Iterable[Found], page: Page) -> dict[int, Found]:
    """By the first token of each abbreviation the full name, which stands right before or behind it."""
    found: dict[int, Found] = {}
    for name in names:
        if name.label == "PER" or name.last - name.first < _FEW:
            continue
        if (at := _behind(name, page)) is not None or (at := _before(name, page)) is not None:
            found.setdefault(at, name)
    return found


def with_abbreviations(names: list[Found], page: Page) -> list[Found]:
    """The names, with each abbreviation as one of its own that means what the full name means."""
    short = abbreviated(names, page)
    at = NameMap(names).at
    own = {first for first in short if first not in at or at[first].last - at[first].first == 1}
    given = [n for n in names if n.first in own and _renamed(n, short, page)]
    other = {page.tokens[n.first].text: short[n.first] for n in given}
    told = [_retold(name, other, page) for name in names]
    kept = [name for name in told if name.first not in own or name.aliases]
    return [*kept, *_made(short, own - {name.first for name in kept}, page)]


def _retold(name: Found, other: dict[str, Found], page: Page) -> Found:
    """A known abbreviation as what the text means by it."""
    full = other.get(page.tokens[name.first].text) if name.last - name.first == 1 else None
    return replace(name, aliases=(), label=full.label) if full else name


def _renamed(name: Found, short: dict[int, Found], page: Page) -> bool:
    """Whether the text gives a known abbreviation another meaning: "Indian Oil Corporation (IOC)"."""
    full = short[name.first]
    initials = "".join(word[0] for word in page.lower[full.first : full.last])
    return bool(name.aliases) and not full.aliases and initials == page.lower[name.first]


def _made(short: dict[int, Found], own: Iterable[int], page: Page) -> Iterator[Found]:
    for first in own:
        full = short[first]
        yield replace(span(page, first, first + 1, full.label), aliases=full.aliases)


def _behind(name: Found, page: Page) -> int | None:
    """The abbreviation in brackets, or behind "disingkat", right after the name."""
    stop = min(page.stop(name.first), name.last + _STEPS + 1)
    opened = False
    for at in range(name.last, stop):
        text, word = page.tokens[at].text, page.lower[at]
        if text == "(" or word in _SAYS_SO:
            opened = True
        elif opened and _stands_for(text, page.lower[name.first : name.last]):
            return at
        elif text not in _MARKS and text != ",":
            return None
    return None


def _before(name: Found, page: Page) -> int | None:
    """The abbreviation whose bracket opens right before the name."""
    at = name.first - 2
    if at < page.begin(name.first) or page.tokens[at + 1].text != "(":
        return None
    return at if _stands_for(page.tokens[at].text, page.lower[name.first : name.last]) else None


def _stands_for(short: str, words: list[str]) -> bool:
    """Whether the letters run through the words in order, from the first letter on."""
    if not (1 < len(short) <= _LONGEST and short[0].isupper() and short.isalnum()):
        return False
    if short.lower() in words or not words or words[0][0] != short[0].lower():
        return False
    letters = iter("".join(words))
    return all(letter in letters for letter in short.lower())
