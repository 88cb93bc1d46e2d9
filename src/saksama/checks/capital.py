"""A capital that is not that state's or province's: "Sydney, ibu kota Australia".

Part of the `geography` check. Only where the text equates the two, place beside state, the place is one
that the gazetteer knows, and the table knows the capital; former, future and other capitals (of trade, of a
region) are left alone. Always a caution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from saksama.actors.knowledge import load
from saksama.checks.case import finding, quoted, sentence_at
from saksama.checks.wording import say
from saksama.errors import DataError
from saksama.language.wordlists import words
from saksama.records import Check, Mention, Reading

_BEFORE = 40  # characters, in which a word may make it no capital of today


def find(reading: Reading) -> Iterator[Check]:
    """One finding for each place and state that an article equates wrongly."""
    told: set[tuple[str, str]] = set()
    named = sorted((m for m in reading.mentions if m.label == "LOC"), key=lambda m: m.start)
    for first, second in pairwise(named):
        pair = _equated(reading, first, second)
        if pair is None or (pair[0].text, pair[1].text) in told:
            continue
        place, whole = pair
        right = _capitals().get(whole.actor or "") or _capitals().get(whole.text)
        if right and place.text not in right and _is_town(place, whole):
            told.add((place.text, whole.text))
            message = say("geography-capital", place=place.text, of=whole.text, capital=right[0])
            sentence = sentence_at(reading, place.start)
            evidence = reading.article.evidence(min(place.start, whole.start), max(place.end, whole.end))
            shown = quoted(reading, sentence) if sentence else evidence
            yield finding("geography", "caution", message, (shown,), slot="where")


def _equated(reading: Reading, first: Mention, second: Mention) -> tuple[Mention, Mention] | None:
    """The place and the whole of "A, ibu kota B", "A adalah ibu kota B", "ibu kota B, A"."""
    text = reading.article.text
    place_first, whole_first = _patterns(reading.article.language)
    between = text[first.end : second.start]
    if place_first.fullmatch(between):
        return (first, second) if text[second.end : second.end + 1] != "-" else None
    head = text[max(0, first.start - _BEFORE) : first.start].rpartition("\n")[2]
    found = whole_first.search(head)
    other = words(reading.article.language, "checks", "other_capital")
    before = head[: found.start()].lower().split()[-2:] if found else []
    if found and between in (", ", ", yaitu ", ", yakni ") and other.isdisjoint(before):
        return second, first
    return None


def _is_town(place: Mention, whole: Mention) -> bool:
    """A town that the gazetteer knows, and no state, province or part of the name of the whole."""
    if place.actor is not None or place.text in whole.text or whole.text in place.text:
        return False
    return any(not p.wide for p in load().place(place.text))


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    capital = "|".join(sorted(words(language, "checks", "capital"))).replace("_", " ")
    links = "|".join(sorted(words(language, "checks", "is")))
    kind = r"(?: negara| provinsi)?"
    between = rf"(?:, |,? (?:yang )?(?:{links}) )(?:{capital}){kind} "
    return re.compile(between, re.IGNORECASE), re.compile(rf"\b(?:{capital}){kind} $", re.IGNORECASE)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, tuple[str, ...]]:
    """The names of each capital, by the code of a state or the name of a province."""
    lines = files("saksama.checks").joinpath("data/capitals.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] != "#"][1:]
    if any(len(row) != 2 or not all(row) for row in rows):
        raise DataError("capitals.tsv: a row must have a state or province and a capital")
    return {of: tuple(names.split("|")) for of, names in rows}
