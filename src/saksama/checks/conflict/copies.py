"""A copy that changed a fact: the sentence is the same but for a number, a day, a name or a place."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.wording import say
from saksama.records import Bilingual, Change, Check, Lineage

CHANGED = ("number", "when", "who", "where")
SLOTS = {
    "number": Bilingual("angkanya", "number"),
    "when": Bilingual("waktunya", "date"),
    "who": Bilingual("pelakunya", "person"),
    "where": Bilingual("tempatnya", "place"),
}


def find(case: Case) -> Iterator[Check]:
    for story in case.desk.stories():
        for edge in story.lineage:
            if edge.kind == "copy":
                yield from _in_copy(case, edge)


def _in_copy(case: Case, edge: Lineage) -> Iterator[Check]:
    told: set[tuple[str, int]] = set()
    for change in edge.changes:
        place = (change.slot, change.to.start)
        if change.slot in CHANGED and place not in told:
            told.add(place)
            yield _check(case, change)


def _check(case: Case, change: Change) -> Check:
    evidence = []
    for fact in (change.from_, change.to):
        reading = case.desk.reading(fact.article)
        sentence = sentence_at(reading, fact.start)
        evidence.append(quoted(reading, sentence) if sentence else fact)
    message = say("conflict-copy", slot=SLOTS[change.slot], one=change.from_.text, other=change.to.text)
    return finding("conflict", "conflict", message, tuple(evidence), slot=change.slot)
