"""The dateline that opens a story: "KABARKITA.ID, JAKARTA – " gives outlet and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from saksama.language.wordlists import broken, wordlist
from saksama.records import Span

_REACH = 120
_WORD = r"[A-Z][\w.'’-]{0,20}"
_NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,3}}"
_PLACE = rf"{_NAME}(?:(?:, ?|/){_WORD}(?:[ \u00a0]{_WORD}){{0,2}})?"
_TOWN = re.compile(r"[A-Z]{4,}(?: [A-Z]{2,}){0,2}")
_ACRONYM = re.compile(r"[A-Z]{2,4}")
_DASH = r"(?:\s{1,3}(?:--|[-–—])\s{0,3}|(?:--|[–—])\s{0,3}|-\s{1,3})"
_PLAIN = re.compile(
    rf"[\"“]?(?P<a>{_NAME})(?:,\s{{1,3}}(?P<b>{_NAME})| \((?P<c>{_NAME})\))?"
    r"(?:,?\s{1,3}\(?(?P<d>\d{1,2}[ /][A-Za-z0-9]{1,10}[ /]\d{4})\)?)?"
    r"\s{1,3}(?:--|[-–—])\s{1,3}(?=[A-Z\"“])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets of the dateline with its dash, and what it names; `date` are the offsets of its day."""

    start: int
    end: int
    outlet: str | None
    place: str | None
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Forms with an outlet that is known or written as one; places and bodies in small letters."""

    dashed: re.Pattern[str]
    bare: re.Pattern[str]
    places: frozenset[str]
    bodies: frozenset[str]

    def is_place(self, name: str) -> bool:
        return name.casefold() in self.places

    def is_town(self, name: str) -> bool:
        """A place that is known, or capitals that are no organisation's."""
        return self.is_place(name) or (bool(_TOWN.fullmatch(name)) and not self.is_body(name))

    def is_body(self, name: str) -> bool:
        return not self.bodies.isdisjoint(name.casefold().split())


@cache
def names(language: str) -> Names:
    """The lists of a language, compiled once."""
    content = wordlist(language, "datelines")
    try:
        outlets, domains = (content[key].replace("| ", "|") for key in ("outlets", "domains"))
        places, bodies = (
            frozenset(item.strip().casefold() for item in content[key].split("|"))
            for key in ("places", "bodies")
        )
    except (AttributeError, KeyError, TypeError):
        broken(language, "datelines", "outlets, domains, places or bodies are not as expected")
    domain = rf"[\w-]{{2,30}}\.(?i:{domains})(?![\w.])"
    outlet = rf"(?:{domain}|(?:{outlets})(?!\w)|[A-Z][a-z]+[A-Z]\w{{2,20}})"
    agency = rf"\((?P<o3>(?:{outlets}|[\w-]+\.(?:{domains}))(?:/[\w ]{{2,20}})?)\)"
    forms = (
        rf"(?P<o1>{outlet})(?:,\s{{1,3}}(?P<p1>{_PLACE}))?{_DASH}(?:(?P<p4>{_TOWN.pattern})(?:{_DASH}|\.\s))?",
        rf"(?P<p2>{_PLACE}),\s{{0,3}}(?P<o2>{outlet}){_DASH}",
        rf"(?P<p3>{_PLACE}),?[^()\n]{{0,24}}?(?:--)?{agency}{_DASH}",
    )
    dashed = re.compile(rf"[\"“]?(?:{'|'.join(forms)})")
    return Names(dashed, re.compile(rf"({domain}),\s{{1,3}}({_NAME})\s"), places, bodies)


def dateline(text: str, start: int, language: str, first: bool) -> Dateline | None:
    """The dateline that begins at `start`; a place without a known outlet only in the `first` line."""
    known = names(language)
    end = start + _REACH
    if found := known.dashed.match(text, start, end):
        part = {key: value for key, value in found.groupdict().items() if value}
        outlet = next((value for key, value in part.items() if key[0] == "o"), None)
        place = next((value for key, value in part.items() if key[0] == "p"), None)
        return Dateline(start, found.end(), outlet, place.rstrip("-") if place else None)
    if found := known.bare.match(text, start, end):
        return _without_dash(found, known)
    found = _PLAIN.match(text, start, end) if first else None
    return _plain(found, known) if found else None


def _without_dash(found: re.Match[str], known: Names) -> Dateline | None:
    """ "Kabarkita.com, Jakarta Warga …": the place is as many of the words as make a known one."""
    words = found[2].split()
    for count in range(len(words) - 1, 0, -1):
        place = found[2][: len(" ".join(words[:count]))]
        if known.is_place(place):
            return Dateline(found.start(), found.start(2) + len(place), found[1], place)
    return None


def _plain(found: re.Match[str], known: Names) -> Dateline | None:
    """A place we know or a town in capitals, with any name beside it as the outlet."""
    name, other = found["a"], found["b"] or found["c"]
    date = Span(*found.span("d")) if found["d"] else None
    if found["b"] and known.is_place(found["b"]) and not known.is_place(name):
        return None if known.is_body(name) else Dateline(found.start(), found.end(), name, found["b"], date)
    if not known.is_town(name):
        return None
    region = other is None or bool(_ACRONYM.fullmatch(other)) or known.is_place(other)
    outlet = None if region or known.is_body(other) else other
    return Dateline(found.start(), found.end(), outlet, name, date)
