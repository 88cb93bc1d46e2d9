"""From text to time expressions: the rules' matches, read one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from saksama import edtf
from saksama.times import clock, days, spans
from saksama.times.grammar import Match, matches
from saksama.times.lexer import Row, lex
from saksama.times.lexicon import Lexicon, lexicon
from saksama.times.sense import Now, Sense

_READERS: Final[dict[str, Callable[[Match, Now], Sense | None]]] = {
    "hijri": clock.hijri, "feast": clock.feast, "span": days.written_day, "numeric": days.written_day,
    "day": days.written_day, "monthday": days.month_day, "month": days.written_month, "set": spans.every,
    "clock": clock.clock, "partday": clock.part_of_day, "weekday": days.weekday, "quarter": spans.quarter,
    "count": spans.count, "vague": spans.vague, "century": days.century, "decade": days.decade,
    "unit": spans.unit, "year": days.written_year, "deictic": spans.deictic,
}  # fmt: skip
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
        plain = [match for match in matches(row) if plausible(match, text)]
        here: list[Timex] = []
        for match in plain:
            future = match.has("W") and _tells_future(row, match, words)
            now = replace(now, sentence=index, future=future)
            sense = _READERS[match.rule](match, now)
            if sense is None:
                continue
            now = now.after(sense)
            here.append(Timex(row.starts[match.first], row.ends[match.last - 1], sense, index))
        found += _on_their_day(here)
    return found


def _tells_future(row: Row, match: Match, words: Lexicon) -> bool:
    """Whether the weekday's clause tells of what is to come: a cue shortly before or after it."""
    near = row.words[max(0, match.first - 12) : match.last + 3]
    return not words.future_cues.isdisjoint(near)


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
    if match.rule == "vague" and match.letters.startswith("0") and not _touching(row, match.first, 3):
        return False
    return not (match.rule == "month" and match.letters[-1] == "-")


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
            first = text[row.starts[other]]
            if first.isupper() and row.letters[index] == "M" and other != 0:
                return False
    return True


def _on_their_day(found: list[Timex]) -> list[Timex]:
    """Give a time of the clock the day that its sentence names, if it names but one."""
    named = {t.sense.interval for t in found if t.sense.anchor != "none" and _is_day(t.sense)}
    if len(named) != 1:
        return found
    day = named.pop()
    return [
        replace(t, sense=replace(t.sense, value=f"{day}{t.sense.value}", interval=day, anchor="context"))
        if t.sense.type == "TIME" and t.sense.value and t.sense.value.startswith("T")
        else t
        for t in found
    ]


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
