"""What changed between two tellings of a sentence by their words alone, put in the slot that it fills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.checks.conflict.aligned import Pair
from saksama.checks.conflict.refigured import figures, spans, value
from saksama.checks.conflict.remeasured import calendar, scores, units
from saksama.checks.conflict.renamed import elsewhere, exchanged, somebody_else
from saksama.checks.conflict.replaced import Compared, Word, compared
from saksama.checks.conflict.retitled import offices
from saksama.checks.conflict.retold_numbers import grows, same_day
from saksama.checks.conflict.reversed import denied, opposed
from saksama.language.wordlists import words
from saksama.records import Evidence, Reading

Side = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A slot with the words of both tellings; no slot where the sense is reversed."""

    slot: str | None
    pair: Pair
    one: Evidence
    other: Evidence
    sure: bool = True


def in_words(pair: Pair) -> Iterator[Changed]:
    """Every change of a pair that the words show, one for each slot."""
    both = compared(pair)
    if both is None:
        return
    told: set[str | None] = set()
    for slot, one, other in _sides(both):
        if slot not in told:
            told.add(slot)
            sure = slot != "number" or not _grown(both, (one, other))
            yield Changed(slot, pair, _cut(pair.old, one), _cut(pair.new, other), sure)


def _sides(both: Compared) -> Iterator[tuple[str | None, Side, Side]]:
    if not _of_the_day(both):
        yield from (
            ("number", *sides) for sides in figures(both) if same_day(both.pair) or not _grown(both, sides)
        )
        yield from (("number", *sides) for sides in (*units(both), *scores(both)))
    yield from (("when", *sides) for sides in spans(both))
    if not _other_day(both):
        yield from (("when", *sides) for sides in calendar(both))
    placed, turned = list(elsewhere(both)), list(exchanged(both))
    yield from (("where", *sides) for sides in placed)
    yield from (("direction", *sides) for sides in turned)
    if not placed and not turned:
        yield from (("who", *sides) for sides in somebody_else(both))
    yield from (("office", *sides) for sides in offices(both))
    if not _of_the_day(both) and not _went_on(both):
        yield from ((None, *sides) for sides in denied(both))
        yield from ((_slot(both, *sides), *sides) for sides in opposed(both))


def _grown(both: Compared, sides: tuple[Side, Side]) -> bool:
    one, other = (value(side[0].text) or 0.0 for side in sides)
    return grows(both.pair, one, other)


def _slot(both: Compared, one: Side, other: Side) -> str | None:
    """`when` for parts of a day, `where` for names of places, else the sense itself."""
    if _in_time(both.pair.old, one[0]) and _in_time(both.pair.new, other[0]):
        return "when"
    placed = any(m.label == "LOC" and m.start <= one[0].start < m.end for m in both.pair.old.mentions)
    return "where" if placed else None


def _in_time(reading: Reading, word: Word) -> bool:
    return any(time.start <= word.start < time.end for time in reading.times)


def _other_day(both: Compared) -> bool:
    return both.pair.old.article.published != both.pair.new.article.published


def _of_the_day(both: Compared) -> bool:
    """Whether the sentence is of the market or gives a price, and the texts are of two days."""
    market = words(both.pair.new.article.language, "retold", "market")
    index = both.pair.after.index
    priced = any(q.sentence == index and (q.unit or "").isupper() for q in both.pair.new.quantities)
    return _other_day(both) and (priced or any(word.bare in market for word in both.new))


def _went_on(both: Compared) -> bool:
    """Whether what was not yet so ("belum") can have become so: the texts are of two days."""
    open_yet = words(both.pair.new.article.language, "retold", "not_yet")
    changed = {word.bare for part in both.replaced for word in (*part.one, *part.other)}
    return _other_day(both) and bool(open_yet & changed)


def _cut(reading: Reading, side: Side) -> Evidence:
    return reading.article.evidence(side[0].start, side[-1].end)
