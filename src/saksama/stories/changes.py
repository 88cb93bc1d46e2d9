"""The facts that changed between a sentence and its copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from saksama.records import Change, Evidence, Reading, Sentence


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


def changes(old: Reading, old_sentence: Sentence, new: Reading, new_sentence: Sentence) -> list[Change]:
    """Facts of one slot that stand in one of the two sentences only, paired in order."""
    found: list[Change] = []
    for slot, facts in _SLOTS:
        before = _inside(facts(old), old_sentence)
        after = _inside(facts(new), new_sentence)
        gone = [f for f in before if f.text not in {g.text for g in after}]
        come = [f for f in after if f.text not in {g.text for g in before}]
        if len(gone) == len(come):
            found += [Change(slot, _cut(old, f), _cut(new, g)) for f, g in zip(gone, come, strict=True)]
    return found


def _inside(facts: Iterable[_Spanned], sentence: Sentence) -> list[_Spanned]:
    return [fact for fact in facts if sentence.start <= fact.start and fact.end <= sentence.end]


def _cut(reading: Reading, fact: _Spanned) -> Evidence:
    return reading.article.evidence(fact.start, fact.end)


def _people(reading: Reading) -> list[_Spanned]:
    return [m for m in reading.mentions if m.label in ("PER", "ORG")]


def _places(reading: Reading) -> list[_Spanned]:
    return [m for m in reading.mentions if m.label == "LOC"]


_SLOTS: tuple[tuple[str, Callable[[Reading], Iterable[_Spanned]]], ...] = (
    ("number", lambda reading: reading.quantities),
    ("when", lambda reading: reading.times),
    ("who", _people),
    ("where", _places),
)
