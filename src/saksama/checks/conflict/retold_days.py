"""Another day, month, year or span of time in the place of one, in two tellings of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saksama import edtf
from saksama.checks.conflict.aligned import Pair
from saksama.checks.conflict.facts import Other, changed
from saksama.checks.conflict.people import WHOLE
from saksama.language.wordlists import words
from saksama.records import TimeExpression

OWN_DAYS = 2  # apart, from which two reports are of two days; nearer, each is of its own
ROUGH = 0.1  # of a span of time, by which it may be rounded; one year, month or day in any case
_SPAN = re.compile(r"PT?(\d+)([YMWDH])")


def other_times(pair: Pair) -> Iterator[Other[TimeExpression]]:
    """Times in each other's place that cannot both be right."""
    for change in changed(pair, lambda r: r.times, lambda t: t.value or t.text, _alike):
        if _read_that_day(change) or _own_day(change):
            continue
        if edtf.precision(change.one.interval) == "day":
            apart = edtf.days_apart(change.one.interval, change.other.interval)
            least = 0 if pair.edge.kind != "rewrite" else 1
            differ = apart is not None and apart > least and (change.beside or pair.overlap >= WHOLE)
        else:
            differ = change.beside
        if differ:
            yield change


def _alike(one: TimeExpression, other: TimeExpression) -> bool:
    """Two of a kind, in figures: "hari ini" of two articles are two days, and each is right."""
    if one.type == other.type == "DURATION":
        return _other_span(one, other)
    precisions = {edtf.precision(t.interval) for t in (one, other)}
    if precisions == {"day"}:
        return all(t.weekday is not None or any(c.isdigit() for c in t.text) for t in (one, other))
    return len(precisions) == 1 and precisions <= {"month", "year"} and _absolute(one) and _absolute(other)


def _absolute(time: TimeExpression) -> bool:
    return time.anchor == "absolute" and any(char.isdigit() for char in time.text)


def _other_span(one: TimeExpression, other: TimeExpression) -> bool:
    """Two spans by the same unit, further apart than rounding takes them."""
    ours, theirs = (_SPAN.fullmatch(t.value or "") for t in (one, other))
    if ours is None or theirs is None or ours[2] != theirs[2]:
        return False
    few, many = sorted((int(ours[1]), int(theirs[1])))
    return many - few > max(1.0, ROUGH * many)


def _own_day(change: Other[TimeExpression]) -> bool:
    """Whether each text tells of its own day: the report of one day, and that of another."""
    own = (change.pair.old.article.published, change.pair.new.article.published)
    told = change.one.interval, change.other.interval
    between, market = edtf.days_apart(*own) or 0, _of_the_market(change)
    if between >= (1 if market else OWN_DAYS) and between == edtf.days_apart(*told):
        return True
    if between < OWN_DAYS:
        return False
    return all(edtf.days_apart(a, b) in range(OWN_DAYS) for a, b in zip(told, own, strict=True))


def _of_the_market(change: Other[TimeExpression]) -> bool:
    market = words(change.pair.new.article.language, "retold", "market")
    return any(token.text.lower() in market for token in change.pair.after.tokens)


def _read_that_day(change: Other[TimeExpression]) -> bool:
    """Whether one of the days is that on which the text was quoted or somebody was called."""
    pair = change.pair
    reading_words = words(pair.new.article.language, "checks", "read_on")
    both = ((pair.before, change.one), (pair.after, change.other))
    return any(
        token.text.lower() in reading_words and token.start < time.start
        for sentence, time in both
        for token in sentence.tokens
    )
