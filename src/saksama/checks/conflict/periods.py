"""A run of days, or a quarter, that two papers give otherwise for one thing.

Each text has only the one, and words that are rare stand beside both. A single day is left to the checks
that know its event: an article names many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksama import edtf
from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.conflict.aligned import outside
from saksama.checks.conflict.papers import facing
from saksama.checks.wording import say
from saksama.language.frequencies import weights
from saksama.records import Check, Reading, Sentence, TimeExpression, Token

RARE = 3.5  # inverse document frequency from which a word tells what the time is of
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
BESIDE = 6  # tokens before a quarter, among which stands what it is the quarter of
COMMON = {"days": 2, "quarter": 1}  # rare words that must be common
_RUN = re.compile(r"(\d{4}-\d\d)-(\d\d)/\1-(\d\d)")
_QUARTER = re.compile(r"(\d{4})-(?:Q[1-4]|H[12])")


@dataclass(frozen=True, slots=True)
class Period:
    """The only run of days of a month, or the only quarter or half of a year, that a text names."""

    reading: Reading
    sentence: Sentence
    time: TimeExpression
    kind: str
    scope: tuple[str, int]
    beside: frozenset[str]


def find(case: Case) -> Iterator[Check]:
    told: set[frozenset[str]] = set()
    for one, other in facing(case, _periods, lambda period: (period.kind, period.scope)):
        pair = frozenset((one.reading.article.id, other.reading.article.id))
        if pair not in told and _apart(one, other):
            told.add(pair)
            shared = sorted(one.beside & other.beside, key=lambda word: (-len(word), word))
            message = say("conflict-period", one=one.time.text, other=other.time.text, shared=shared[0])
            evidence = (quoted(one.reading, one.sentence), quoted(other.reading, other.sentence))
            yield finding("conflict", "caution", message, evidence, slot="when")


def _apart(one: Period, other: Period) -> bool:
    if edtf.overlap(one.time.interval, other.time.interval):
        return False
    return len(one.beside & other.beside) >= COMMON[one.kind]


def _periods(reading: Reading) -> Iterator[Period]:
    for kind in COMMON:
        found = [(t, scope) for t in reading.times if (scope := _scope(kind, t)) is not None]
        if len({t.value for t, _ in found}) == 1:
            for time, scope in found:
                sentence = sentence_at(reading, time.start)
                if sentence is not None and not sentence.is_title:
                    near = _rare(reading, sentence, time, kind)
                    yield Period(reading, sentence, time, kind, scope, near)


def _scope(kind: str, time: TimeExpression) -> tuple[str, int] | None:
    """The month and how many days, or the year and how long the value is."""
    if kind == "days":
        run = _RUN.fullmatch(time.interval or "")
        return (run[1], int(run[3]) - int(run[2])) if run and any(c.isdigit() for c in time.text) else None
    quarter = _QUARTER.fullmatch(time.value or "")
    return (quarter[1], "H" in quarter[0]) if quarter else None


def _rare(reading: Reading, sentence: Sentence, time: TimeExpression, kind: str) -> frozenset[str]:
    listed, rare = weights(reading.article.language)
    plain: list[Token] = [t for t in outside(reading, sentence) if t.upos in CONTENT]
    if kind == "quarter":
        near = {t.start for t in [t for t in sentence.tokens if t.end <= time.start][-BESIDE:]}
        plain = [t for t in plain if t.start in near]
    lemmas = {t.lemma.lower() for t in plain}
    return frozenset(lemma for lemma in lemmas if listed.get(lemma, rare) >= RARE)
