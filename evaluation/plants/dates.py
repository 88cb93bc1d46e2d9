"""Faults of the calendar: weekdays, days that do not exist, the future told as past, days of the nation."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

from evaluation.plants import MONTHS, WEEKDAYS, Plant, as_text, body_of, changed, inside, published, spelt
from saksama import edtf
from saksama.records import Reading, TimeExpression

_WEEKDAY = re.compile(r"\b(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad)\b")
_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})((?:/\d{4})?)")
_LETTERS = re.compile(rf"\b(\d{{1,2}})( ({'|'.join(MONTHS)})\b)")
# Days that everybody keeps, and the year's movable ones where the tables of the state give them.
DAYS = {
    "Hari Pahlawan": (11, 10),
    "Hari Kartini": (4, 21),
    "Hari Sumpah Pemuda": (10, 28),
    "Hari Kemerdekaan RI": (8, 17),
    "Hari Buruh Internasional": (5, 1),
    "Hari Guru Nasional": (11, 25),
    "Hari Natal": (12, 25),
    "Hari Ibu": (12, 22),
}
MOVING = {
    "Idulfitri": {2022: (5, 2), 2023: (4, 22), 2024: (4, 10), 2025: (3, 31), 2026: (3, 20)},
    "Iduladha": {2022: (7, 9), 2023: (6, 29), 2024: (6, 17), 2025: (6, 6), 2026: (5, 27)},
    "Maulid Nabi Muhammad": {2022: (10, 8), 2023: (9, 28), 2024: (9, 15), 2025: (9, 5), 2026: (8, 25)},
}


def weekday(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """Another weekday beside a whole date."""
    for time in reading.times:
        found = _WEEKDAY.search(time.text)
        if found and _day(time) and inside(reading, time.start):
            same = {found[0], "Minggu"} if found[0] == "Ahad" else {found[0]}
            others = [name for name in WEEKDAYS if name not in same]
            start = time.start + found.start()
            body, words = changed(reading, start, start + len(found[0]), chance.choice(others))
            yield Plant("weekday", ("calendar",), (as_text(reading, body),), 0, words)


def no_such_day(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """31 April, 30 Februari, 32/5."""
    for time in reading.times:
        day = _day(time)
        found = _FIGURES.search(time.text) or _LETTERS.search(time.text)
        if day and found and inside(reading, time.start):
            last = ((day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)).day
            start = time.start + found.start(1)
            body, words = changed(reading, start, time.start + found.end(1), str(last + chance.randint(1, 2)))
            yield Plant("no such day", ("calendar",), (as_text(reading, body),), 0, words)


def future(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """What somebody said, on a day after publication."""
    cues = {s.cue.start for s in reading.statements if s.cue}
    for time in reading.times:
        day, sentence = _day(time), inside(reading, time.start)
        if not day or not sentence or not 0 <= (published(reading) - day).days <= 3:
            continue
        said = any(sentence.start <= cue < sentence.end for cue in cues)
        if said and not any(s.content.start <= time.start < s.content.end for s in reading.statements):
            later = published(reading) + timedelta(days=chance.randint(8, 40))
            body, words = changed(reading, time.start, time.end, redated(time.text, later))
            yield Plant("future as past", ("calendar",), (as_text(reading, body),), 0, words)


def redated(text: str, day: date) -> str:
    """The same way of writing a date, with another day and its right weekday."""
    text = _WEEKDAY.sub(WEEKDAYS[day.weekday()], text)
    text = _FIGURES.sub(lambda m: f"{day.day}/{day.month}" + (f"/{day.year}" if m[3] else ""), text)
    text = _LETTERS.sub(f"{day.day} {MONTHS[day.month - 1]}", text)
    return re.sub(r"(?<=[A-Za-z] )\d{4}\b", str(day.year), text)


def observed(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A sentence more: a day of the nation, of the world or of a faith, put on another date."""
    year = published(reading).year
    known = {name: days[year] for name, days in MOVING.items() if year in days} | DAYS
    name = chance.choice(sorted(known))
    wrong = date(year, *known[name]) + timedelta(days=chance.choice((-60, -45, 33, 52)))
    form = chance.choice(
        (
            "Acara itu bertepatan dengan {name} yang jatuh pada {day}.",
            "Warga merayakan {name} di alun-alun pada {day}.",
            "Kegiatan tersebut digelar tepat pada {name}, {day}.",
        )
    )
    sentence = form.format(name=name, day=spelt(wrong))
    body = body_of(reading).rstrip() + "\n\n" + sentence + "\n"
    yield Plant("observed day", ("calendar",), (as_text(reading, body),), 0, sentence)


def _day(time: TimeExpression) -> date | None:
    if time.anchor not in ("absolute", "published") or edtf.precision(time.interval) != "day":
        return None
    if not (_FIGURES.search(time.text) or _LETTERS.search(time.text)):
        return None
    bounds = edtf.parse(time.interval)
    return bounds.earliest if bounds else None
