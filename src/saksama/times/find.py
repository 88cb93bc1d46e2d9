"""From text to time expressions: the rules' matches, read one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from saksama import edtf
from saksama.times import clock, counts, days, feasts, months, spans, weekdays
from saksama.times.grammar import Match, matches
from saksama.times.lexer import Row, lex
from saksama.times.lexicon import Lexicon, lexicon
from saksama.times.sense import Now, Sense

_READERS: Final[dict[str, Callable[[Match, Now], Sense | None]]] = {
    "hijri": feasts.hijri, "feast": feasts.feast, "span": days.written_day, "numeric": days.written_day,
    "day": days.written_day, "monthday": days.month_day, "month": months.written_month, "set": counts.every,
    "clock": clock.clock, "partday": clock.part_of_day, "weekday": weekdays.weekday,
    "weekof": months.week_of_month, "quarter": months.quarter, "count": counts.count, "vague": spans.vague,
    "century": months.century, "decade": months.decade, "unit": spans.unit, "year": months.written_year,
    "deictic": spans.deictic,
}  # fmt: skip
_LEANING: Final = frozenset(("weekday", "partday", "day", "numeric", "month", "quarter"))
_TOLD: Final = 40  # words before a day among which one of telling makes it the day of the telling
_MANY: Final = 40  # expressions in one sentence beyond which no time of the clock is given a day
_WRITTEN: Final = frozenset(("day", "numeric"))
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_SENTENCE: Final = re.compile(r"(?<=[.!?])[”\"')]*\s+(?=[\"“'(]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression at its offsets, with what it means; `sentence` counts as the caller does."""

    start: int
    end: int
    sense: Sense
    sentence: int


Stretch = tuple[int, int, int]  # a sentence: start, end, index


def read_times(
    text: str, rows: Sequence[tuple[int, Row]], published: date | None, words: Lexicon
) -> list[Timex]:
    """The time expressions of a text whose sentences are lexed: (index, row) in text order."""
    now = Now(published)
    found: list[Timex] = []
    for index, row in rows:
        before = now
        here: list[tuple[Match, Sense]] = []
        for match in matches(row):
            if not plausible(match, text):
                continue
            future = match.rule in _LEANING and _tells_future(row, match, words)
            if (now.sentence, now.future) != (index, future):
                now = replace(now, sentence=index, future=future)
            sense = _READERS[match.rule](match, now)
            if sense is None:
                continue
            if not _of_telling(match, words) and not _in_name(match, text):
                now = now.after(sense, match.rule in _WRITTEN)
            here.append((match, sense))
        found += _on_their_day(here, before, index)
    return found


def _tells_future(row: Row, match: Match, words: Lexicon) -> bool:
    """Whether the clause tells of what is to come: a cue shortly before or after the expression."""
    near = row.words[max(0, match.first - 12) : match.last + 3]
    return not words.future_cues.isdisjoint(near)


def _of_telling(match: Match, words: Lexicon) -> bool:
    """Whether the day is that on which something was said: "kata Budi, Rabu (27/5)"."""
    before = match.row.words[max(0, match.first - _TOLD) : match.first] if match.rule in _LEANING else ()
    return not words.telling.isdisjoint(before)


def _in_name(match: Match, text: str) -> bool:
    """Whether a bare year stands behind a name, as in "Pemilu 2024": no time that the text moves to."""
    row = match.row
    bare = match.letters == "y" and match.first > 1 and match.before not in row.lexicon.before_numeric
    return bare and row.letters[match.first - 1] == "x" and text[row.starts[match.first - 1]].isupper()


def plausible(match: Match, text: str) -> bool:
    """Whether the words around leave the match a time expression."""
    row = match.row
    following = row.words[match.last] if match.last < len(row.words) else ""
    touches = bool(following) and row.starts[match.last] == row.ends[match.last - 1]
    if match.rule == "count" and match.letters[-1] == "s" and touches and following == "-":
        return False  # sehari-hari
    if match.rule in ("month", "weekday") and len(match.letters) == 1:
        return _stands_alone(match, text)
    if match.rule == "deictic" and match.letters == "2":
        return False
    if match.rule == "numeric" and match.letters == "d/d":
        return _bare_date(match, text)
    if match.rule == "vague" and match.letters.startswith("0") and not _touching(row, match.first, 3):
        return False
    return not (match.rule == "month" and match.letters[-1] == "-")


def _bare_date(match: Match, text: str) -> bool:
    """Two figures are a day and a month after a word of time, in brackets after a name, or past the twelfth.

    What can be a fraction ("2/3 bagian") is none.
    """
    row, (day, month) = match.row, match.figures("d")
    written = "".join(match.words)
    if (
        month > 12
        or match.after in row.lexicon.counted
        or match.after == "/"
        or written in row.lexicon.no_dates
    ):
        return False
    if match.before in row.lexicon.before_numeric:
        return day >= month or month > 10
    if match.before == "(" and match.after == ")" and match.first > 2:
        return text[row.starts[match.first - 2]].isupper()
    return day > 12 and not (match.first and text[row.starts[match.first - 1]].isupper())


def _touching(row: Row, first: int, count: int) -> bool:
    """Whether tokens join without space: "baru-baru" is one word."""
    return all(row.ends[i] == row.starts[i + 1] for i in range(first, first + count - 1))


def _stands_alone(match: Match, text: str) -> bool:
    """A single month or weekday needs its capital and no other name beside it ("Juli Hartono")."""
    row, index = match.row, match.first
    if not text[row.starts[index]].isupper():
        return row.letters[index] == "W" or (index > 0 and row.letters[index - 1] in "bcr")
    for other in (index - 1, index + 1):
        if 0 <= other < len(row.words) and row.letters[other] == "x":
            named = other > index or row.words[index] in row.lexicon.months_as_names
            if row.letters[index] == "M" and named and other and text[row.starts[other]].isupper():
                return False
    return True


def _on_their_day(found: list[tuple[Match, Sense]], now: Now, index: int) -> list[Timex]:
    """Give a time of the clock its day: the one that its sentence names, or else the one just named.

    `now` is what was named before the sentence.
    """
    timed = []
    for match, sense in found:
        dayless = len(found) <= _MANY and sense.type == "TIME" and sense.value and sense.value.startswith("T")
        told = _on_day(sense, _day_of(match, found, replace(now, sentence=index))) if dayless else sense
        timed.append(Timex(match.row.starts[match.first], match.row.ends[match.last - 1], told, index))
    return timed


def _day_of(clock: Match, found: list[tuple[Match, Sense]], now: Now) -> str | None:
    """The only day of the sentence, but for a day of telling behind the time; or the only one just named."""
    telling = clock.row.lexicon.telling
    named = {
        sense.interval
        for match, sense in found
        if sense.anchor != "none" and _is_day(sense)
        if telling.isdisjoint(clock.row.words[clock.last : match.first])
    }
    if named:
        return named.pop() if len(named) == 1 else None
    day = now.only_day()
    return day.isoformat() if day else None


def _on_day(sense: Sense, day: str | None) -> Sense:
    if day is None or sense.value is None:
        return sense
    value = "/".join(day + time for time in sense.value.split("/"))
    return replace(sense, value=value, interval=day, anchor="context")


def _is_day(sense: Sense) -> bool:
    return edtf.precision(sense.interval) == "day" and sense.value != "PRESENT_REF"


def published_day(published: str | None) -> date | None:
    """The day of publication, where it is known to the day."""
    bounds = edtf.parse(published)
    return bounds.earliest if bounds and bounds.earliest == bounds.latest else None


def find_times(text: str, published: str | None = None, language: str = "id") -> list[Timex]:
    """The time expressions of plain text, cut into sentences at line ends and full stops.

    `published` is EDTF; without a day in it relative expressions stay unresolved.
    """
    words = lexicon(language)
    rows = [(index, lex(text, *span, words)) for index, span in enumerate(_stretches(text))]
    return read_times(text, rows, published_day(published), words)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    for line in _PARAGRAPH.finditer(text):
        start = line.start()
        for stop in _SENTENCE.finditer(text, line.start(), line.end()):
            yield start, stop.start()
            start = stop.end()
        yield start, line.end()
