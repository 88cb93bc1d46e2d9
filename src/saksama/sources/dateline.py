"""The dateline that opens a story: "KABARKITA.ID, JAKARTA – " gives outlet and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from saksama.language.wordlists import broken, wordlist

_REACH = 120
_LISTS = ("outlets", "domains", "places", "bodies")
_WORD = r"[A-Z][\w.'’-]{0,20}"
_NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,3}}"
_PLACE = rf"{_NAME}(?:(?:, ?|/){_WORD}(?:[ \u00a0]{_WORD}){{0,2}})?"
_TOWN = r"[A-Z]{4,}(?: [A-Z]{2,}){0,2}"
_DASH = r"(?:\s{1,3}(?:--|[-–—])\s{0,3}|(?:--|[–—])\s{0,3}|-\s{1,3})"
_WIDE_DASH = r"\s{1,3}(?:--|[-–—])\s{1,3}(?=[A-Z\"“])"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets of the dateline with its dash, and what it names."""

    start: int
    end: int
    outlet: str | None
    place: str | None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The forms with a known outlet, and those that count in the first line alone."""
    content = wordlist(language, "datelines")
    try:
        lists = {name: content[name].replace("| ", "|") for name in _LISTS}
    except (AttributeError, KeyError, TypeError):
        broken(language, "datelines", f"one of {', '.join(_LISTS)} is not as expected")
    groups = (_with_outlet(**lists), _in_first_line(lists["places"], lists["bodies"]))
    known, first = (re.compile(rf"[\"“]?(?:{'|'.join(forms)})") for forms in groups)
    return known, first


def _with_outlet(outlets: str, domains: str, places: str, bodies: str) -> list[str]:
    """Forms that hold an outlet or agency we know, or know as one by its writing."""
    outlet = rf"(?:[\w-]{{2,30}}\.(?i:{domains})(?![\w.])|(?:{outlets})(?!\w)|[A-Z][a-z]+[A-Z]\w{{2,20}})"
    agency = rf"\((?P<o3>(?:{outlets}|[\w-]+\.(?:{domains}))(?:/[\w ]{{2,20}})?)\)"
    return [
        rf"(?P<o1>{outlet}),\s{{1,3}}(?P<p1>{_PLACE}){_DASH}",
        rf"(?P<p2>{_PLACE}),\s{{0,3}}(?P<o2>{outlet}){_DASH}",
        rf"(?P<p3>{_PLACE}),?[^()\n]{{0,24}}?(?:--)?{agency}{_DASH}",
        rf"(?P<o4>{outlet}){_DASH}(?P<p4>{_TOWN})(?:{_DASH}|\.\s)",
        rf"(?P<o5>{outlet}){_DASH}",
        rf"(?P<o6>[\w-]{{2,30}}\.(?:{domains})),\s{{1,3}}(?P<p6>{places})\s(?=[A-Z])",
    ]


def _in_first_line(places: str, bodies: str) -> list[str]:
    """Forms with a place we know or a town in capitals; an outlet may be any name beside it."""
    known = rf"(?:(?i:{places})\b|(?!(?:{bodies})\b){_TOWN})"
    name = rf"(?!(?i:{places}|{bodies})\b){_NAME}"
    return [
        rf"(?P<o1>{name}),\s{{1,3}}(?P<p1>(?i:{places})){_WIDE_DASH}",
        rf"(?P<p2>{known}),\s{{1,3}}(?P<o2>(?![A-Z]{{2,4}}\b){name}){_WIDE_DASH}",
        rf"(?P<p3>{known}) \((?P<o3>{_NAME})\){_WIDE_DASH}",
        rf"(?P<p4>{known})(?:, {_WORD})?{_WIDE_DASH}",
    ]


def dateline(text: str, start: int, language: str, first: bool) -> Dateline | None:
    """The dateline that begins at `start`; a place without a known outlet only in the `first` line."""
    known, alone = _patterns(language)
    found = known.match(text, start, start + _REACH)
    if found is None and first:
        found = alone.match(text, start, start + _REACH)
    if found is None:
        return None
    part = {key: value for key, value in found.groupdict().items() if value}
    outlet = next((value for key, value in part.items() if key[0] == "o"), None)
    place = next((value for key, value in part.items() if key[0] == "p"), None)
    return Dateline(start, found.end(), outlet, place.rstrip("-") if place else None)
