"""The dateline that opens a story: "KABARKITA.ID, JAKARTA – " gives outlet and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from saksama.language.wordlists import broken, wordlist

_REACH = 120
_LISTS = ("outlets", "domains", "places", "bodies")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets of the dateline with its dash, and what it names."""

    start: int
    end: int
    outlet: str | None
    place: str | None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The forms with an outlet, and those of a place alone."""
    content = wordlist(language, "datelines")
    try:
        lists = [content[key].replace("| ", "|") for key in _LISTS]
    except (AttributeError, KeyError, TypeError):
        broken(language, "datelines", f"one of {', '.join(_LISTS)} is not as expected")
    outlets, domains, places, bodies = lists
    outlet = rf"(?:[\w-]{{2,30}}\.(?:(?i:{domains}))(?![\w.])|(?:{outlets})(?!\w)|[A-Z][a-z]+[A-Z]\w{{2,20}})"
    word = r"[A-Z][\w.'’-]{0,20}"
    place = rf"{word}(?:[ \u00a0]{word}){{0,3}}(?:(?:, ?|/){word}(?:[ \u00a0]{word}){{0,2}})?"
    dash = r"(?:\s{1,3}(?:--|[-–—])\s{0,3}|(?:--|[–—])\s{0,3}|-\s{1,3})"
    agency = rf"\((?P<o3>(?:{outlets}|[\w-]+\.(?:{domains}))(?:/[\w ]{{2,20}})?)\)"
    town = r"[A-Z]{4,}(?: [A-Z]{2,}){0,2}"
    named = "|".join(
        (
            rf"(?P<o1>{outlet}),\s{{1,3}}(?P<p1>{place}){dash}",
            rf"(?P<p2>{place}),\s{{0,3}}(?P<o2>{outlet}){dash}",
            rf"(?P<p3>{place}),?[^()\n]{{0,24}}?(?:--)?{agency}{dash}",
            rf"(?P<o4>{outlet}){dash}(?P<p4>{town})(?:{dash}|\.\s)",
            rf"(?P<o5>{outlet}){dash}",
            rf"(?P<o6>[\w-]{{2,30}}\.(?:{domains})),\s{{1,3}}(?P<p6>{places})\s(?=[A-Z])",
        )
    )
    alone = rf"(?P<p>(?i:{places})|(?!(?:{bodies})\b){town})(?:, {word})?"
    bare = rf"{alone}\s{{1,3}}(?:--|[-–—])\s{{1,3}}(?=[A-Z\"“])"
    return re.compile(rf"[\"“]?(?:{named})"), re.compile(rf"[\"“]?{bare}")


def dateline(text: str, start: int, language: str, first: bool) -> Dateline | None:
    """The dateline that begins at `start`; a place alone counts only in the `first` line."""
    named, bare = _patterns(language)
    if found := named.match(text, start, start + _REACH):
        part = {key: value for key, value in found.groupdict().items() if value}
        outlet = next((value for key, value in part.items() if key[0] == "o"), None)
        place = next((value for key, value in part.items() if key[0] == "p"), None)
        return Dateline(start, found.end(), outlet, place.rstrip("-") if place else None)
    if first and (found := bare.match(text, start, start + _REACH)):
        return Dateline(start, found.end(), None, found["p"])
    return None
