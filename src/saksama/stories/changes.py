"""The facts that changed between a sentence and its copy."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from saksama.records import Change, Evidence, Reading, Sentence


@dataclass(frozen=True, slots=True)
class _Fact:
    """A span with what it means: two wordings of one meaning are no change."""

    start: int
    end: int
    text: str
    meaning: Hashable


def changes(old: Reading, old_sentence: Sentence, new: Reading, new_sentence: Sentence) -> list[Change]:
    """Facts of one slot that stand in one of the two sentences only, in the same words' company."""
    found: list[Change] = []
    for slot, facts in _SLOTS:
        before = _inside(facts(old), old_sentence)
        after = _inside(facts(new), new_sentence)
        come = _without(after, before)
        for fact in _without(before, after):
            beside = _company(old_sentence, fact)
            match = next((other for other in come if beside & _company(new_sentence, other)), None)
            if match is not None:
                come.remove(match)
                found.append(Change(slot, _cut(old, fact), _cut(new, match)))
    return found


def _without(facts: list[_Fact], others: list[_Fact]) -> list[_Fact]:
    """The facts that no other has, neither in its words nor in its meaning."""
    known = {f.meaning for f in others} | {f.text.casefold() for f in others}
    return [f for f in facts if f.meaning not in known and f.text.casefold() not in known]


def _company(sentence: Sentence, fact: _Fact) -> set[tuple[str, ...]]:
    """The two words before a fact, and the two after it."""
    before = [t.text.casefold() for t in sentence.tokens if t.end <= fact.start][-2:]
    after = [t.text.casefold() for t in sentence.tokens if t.start >= fact.end][:2]
    return {("<", *before), (">", *after)}


def _cut(reading: Reading, fact: _Fact) -> Evidence:
    return reading.article.evidence(fact.start, fact.end)


def _inside(facts: Iterable[_Fact], sentence: Sentence) -> list[_Fact]:
    return [fact for fact in facts if sentence.start <= fact.start and fact.end <= sentence.end]


def _numbers(reading: Reading) -> Iterable[_Fact]:
    return (_Fact(q.start, q.end, q.text, (q.value, q.comparator)) for q in reading.quantities)


def _times(reading: Reading) -> Iterable[_Fact]:
    return (_Fact(t.start, t.end, t.text, t.value or t.text) for t in reading.times)


def _people(reading: Reading) -> Iterable[_Fact]:
    return (
        _Fact(m.start, m.end, m.text, m.actor or m.text)
        for m in reading.mentions
        if m.label in ("PER", "ORG")
    )


def _places(reading: Reading) -> Iterable[_Fact]:
    return (_Fact(m.start, m.end, m.text, m.text) for m in reading.mentions if m.label == "LOC")


_SLOTS: tuple[tuple[str, Callable[[Reading], Iterable[_Fact]]], ...] = (
    ("number", _numbers),
    ("when", _times),
    ("who", _people),
    ("where", _places),
)
