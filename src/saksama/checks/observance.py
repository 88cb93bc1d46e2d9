"""A ceremony for a national or memorial day, told on a day that lies far from it.

Part of the `calendar` check. Only where the text equates the two ("bertepatan dengan", "jatuh pada")
or tells of a ceremony for the day more than two weeks away from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from saksama import edtf
from saksama.actors.knowledge import NationalDay, load
from saksama.checks.case import finding, quoted
from saksama.checks.wording import Day, say
from saksama.language.wordlists import wordlist, words
from saksama.records import Bilingual, Check, Evidence, Reading, Sentence

FAR_DAYS = 14
BEFORE = 3  # sentences back, in which the ceremony's date may stand
REACH = 25  # characters between a day's name and the state it belongs to
_NONE = (0, date.min, None, date.min)
HOME = ("IDN", "IGO-UN")  # whose days go by a name of their own in the Indonesian press


def find(reading: Reading) -> Iterator[Check]:
    """One check for each named day of the article, where it is first told on the wrong day."""
    told: set[str] = set()
    for sentence in reading.sentences:
        room = leeway(reading, sentence)
        if room is None:
            continue
        for name, days in _named(reading, sentence):
            check = _check(reading, sentence, (name, days), room)
            if check is not None and name.text.lower() not in told:
                told.add(name.text.lower())
                yield check


def leeway(reading: Reading, sentence: Sentence) -> int | None:
    """Days that a ceremony may lie from its day; none where the text equates the two; None: not tied."""
    text = reading.article.text[sentence.start : sentence.end].lower()
    if any(phrase in text for phrase in words(reading.article.language, "checks", "equated")):
        return 0
    ceremony = words(reading.article.language, "checks", "ceremony")
    return FAR_DAYS if any(token.text.lower() in ceremony for token in sentence.tokens) else None


def _named(reading: Reading, sentence: Sentence) -> Iterator[tuple[Evidence, tuple[NationalDay, ...]]]:
    """The days that a sentence names, with the records that each may mean."""
    text = reading.article.text
    for pattern, kinds in _generic_names(reading.article.language):
        if found := pattern.search(text, sentence.start, sentence.end):
            yield from _of_state(reading, found.span(), kinds)
    for pattern, day in _own_names():
        found = pattern.search(text, sentence.start, sentence.end)
        if found and not found[0].islower():  # "hari ibu kota pindah" is no day
            yield reading.article.evidence(*found.span()), (day,)


def _of_state(
    reading: Reading, phrase: tuple[int, int], kinds: frozenset[str]
) -> Iterator[tuple[Evidence, tuple[NationalDay, ...]]]:
    start, end = phrase
    for mention in reading.mentions:
        if mention.actor and end <= mention.start <= end + REACH:
            days = tuple(d for d in load().national_days(mention.actor) if d.kind in kinds)
            if days:
                yield reading.article.evidence(start, mention.end), days
            return


@lru_cache(maxsize=4)
def _generic_names(language: str) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """What a day of any state may be called, and the kinds of day that it means."""
    names = wordlist(language, "checks")["day_names"]
    return tuple((_pattern(name), frozenset(kinds.split())) for name, kinds in names.items())


@lru_cache(maxsize=1)
def _own_names() -> tuple[tuple[re.Pattern[str], NationalDay], ...]:
    """Days with a name that needs no state beside it ("Hari Pahlawan")."""
    generic = set(wordlist("id", "checks")["day_names"])
    days = [day for state in HOME for day in load().national_days(state)]
    return tuple((_pattern(d.name_id), d) for d in days if d.name_id.lower() not in generic)


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)


def _check(
    reading: Reading, sentence: Sentence, named: tuple[Evidence, tuple[NationalDay, ...]], leeway: int
) -> Check | None:
    told = _told_days(reading, sentence)
    if told is None:
        return None
    text, records = named
    days, dated = told
    distances = [found for day in days for found in _distances(day, records)]
    gap, nearest, record, day = min(distances, key=lambda found: found[:2], default=_NONE)
    if record is None or gap <= leeway:
        return None
    state = load().actor(record.state)
    message = say(
        "calendar-national-day",
        date=Day(day.isoformat()),
        text=" ".join(text.text.split()),
        name=Bilingual(record.name_id, record.name_en),
        country=Bilingual(state.name if state else "", load().name_en(record.state) or ""),
        nearest=Day(nearest.isoformat()),
    )
    evidence = tuple(quoted(reading, s) for s in dict.fromkeys((sentence, dated)))
    return finding("calendar", "caution", message, evidence)


def _told_days(reading: Reading, sentence: Sentence) -> tuple[list[date], Sentence] | None:
    """The days that the ceremony may be told of: in its sentence, or the last ones named shortly before."""
    back = 0 if _looks_ahead(reading, sentence) else BEFORE
    near = [s for s in reading.sentences if sentence.index - back <= s.index <= sentence.index]
    for candidate in reversed(near):
        days = [
            bounds.earliest
            for time in reading.times
            if time.sentence == candidate.index and edtf.precision(time.interval) == "day"
            if (bounds := edtf.parse(time.interval)) and bounds.earliest and time.anchor != "none"
        ]
        if days:
            return days, candidate
    return None


def _looks_ahead(reading: Reading, sentence: Sentence) -> bool:
    """Whether a ceremony lies ahead: the day on which it is told of is not its own."""
    ahead = words(reading.article.language, "times", "open_cues")
    return any(token.text.lower() in ahead for token in sentence.tokens)


def _distances(
    day: date, records: tuple[NationalDay, ...]
) -> Iterator[tuple[int, date, NationalDay | None, date]]:
    """Days apart, the day as it was kept, its record, and the day asked about."""
    for record in records:
        month, number = (int(part) for part in record.day.split("-"))
        for year in (day.year - 1, day.year, day.year + 1):
            if record.since and year < int(record.since[:4]):
                continue
            try:
                kept = date(year, month, number)
            except ValueError:  # 29 February
                continue
            yield abs((kept - day).days), kept, record, day
