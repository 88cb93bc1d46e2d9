"""A feast of a faith, put on a day that lies far from it.

Part of the `calendar` check. The Muslim calendar goes by the tables of Umm al-Qura, from which sighting
and other reckonings differ by a day or two: so there is leeway even where the text equates the two days,
and more for a celebration, which may come days after the feast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from saksama import edtf
from saksama.checks.case import finding, quoted
from saksama.checks.observance import leeway
from saksama.checks.wording import Day, say
from saksama.errors import DataError
from saksama.language.wordlists import wordlist
from saksama.records import Bilingual, Check, Reading, Sentence

EQUATED, CELEBRATED = 10, 28  # days that a date may lie from the feast
_HIJRI = "hijri "


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by name, on a day of the sun's or (`hijri`) of the Muslim year."""

    name: Bilingual
    month: int
    day: int
    hijri: bool

    def near(self, day: date) -> date | None:
        """The feast nearest to a day; None where the calendar's tables end."""
        kept = (self._kept(year) for year in self._years(day))
        return min((d for d in kept if d), key=lambda d: abs((d - day).days), default=None)

    def _years(self, day: date) -> range:
        about = round((day.year - 622) * 33 / 32) if self.hijri else day.year
        return range(about - 2, about + 3)

    def _kept(self, year: int) -> date | None:
        if not self.hijri:
            return date(year, self.month, self.day) if 1 < year < date.max.year else None
        from hijridate import Hijri

        try:
            return date(*Hijri(year, self.month, self.day).to_gregorian().datetuple())
        except (ValueError, OverflowError):
            return None


def find(reading: Reading) -> Iterator[Check]:
    """One finding for each feast of the article, in the sentence that names both it and a day."""
    told: set[str] = set()
    for sentence in reading.sentences:
        room = leeway(reading, sentence)
        if room is None:
            continue
        for pattern, feast in _feasts(reading.article.language):
            found = pattern.search(reading.article.text, sentence.start, sentence.end)
            if found and feast.name.en not in told:
                check = _check(reading, sentence, found, (feast, CELEBRATED if room else EQUATED))
                if check:
                    told.add(feast.name.en)
                    yield check


def _check(
    reading: Reading, sentence: Sentence, named: re.Match[str], kept: tuple[Feast, int]
) -> Check | None:
    feast, room = kept
    days = [(day, near) for day in _days(reading, sentence, named) if (near := feast.near(day))]
    if not days:
        return None
    day, near = min(days, key=lambda found: abs((found[0] - found[1]).days))
    if abs((day - near).days) <= room:
        return None
    message = say(
        "calendar-feast",
        date=Day(day.isoformat()),
        text=named[0],
        name=feast.name,
        nearest=Day(near.isoformat()),
    )
    return finding("calendar", "caution", message, (quoted(reading, sentence),))


def _days(reading: Reading, sentence: Sentence, named: re.Match[str]) -> Iterator[date]:
    """Days that the sentence gives, but for what the feast's own name was read as."""
    for time in reading.times:
        name = time.start < named.end() and named.start() < time.end
        if time.sentence == sentence.index and not name and time.anchor != "none":
            bounds = edtf.parse(time.interval)
            if bounds and bounds.earliest and bounds.earliest == bounds.latest:
                yield bounds.earliest


@lru_cache(maxsize=4)
def _feasts(language: str) -> tuple[tuple[re.Pattern[str], Feast], ...]:
    """The feasts of `checks.yaml`; raises `DataError` where a line cannot be read."""
    found = []
    for name, line in wordlist(language, "checks")["feasts"].items():
        english, bar, day = line.partition("|")
        month, dash, number = day.removeprefix(_HIJRI).partition("-")
        if not (bar and dash and month.isdigit() and number.isdigit()):
            raise DataError(f"checks: the feast {name} needs an English name and a day")
        names = Bilingual(name.title(), english)
        feast = Feast(names, int(month), int(number), day.startswith(_HIJRI))
        found.append((re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE), feast))
    return tuple(found)
