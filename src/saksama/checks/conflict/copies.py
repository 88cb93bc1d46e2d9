"""A copy that changed a fact: the sentence is the same but for a number, a day, a name or a place."""

from __future__ import annotations

from collections.abc import Iterator

from saksama import edtf
from saksama.actors.knowledge import load
from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.conflict.figures import overlapping
from saksama.checks.conflict.where import FAR_KM
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Bilingual, Change, Check, Evidence, Lineage, Reading, Severity

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
        if place not in told and _excluded(case, change):
            told.add(place)
            yield _check(case, change)


def _excluded(case: Case, change: Change) -> bool:
    """Whether the two facts cannot both be right: no rounding, no nearer name of the same place."""
    sides = ((case.desk.reading(fact.article), fact) for fact in (change.from_, change.to))
    (old, before), (new, after) = sides
    if change.slot == "number":
        figures = [q for q in old.quantities if q.start == before.start]
        others = [q for q in new.quantities if q.start == after.start]
        if not figures or not others or overlapping(figures[0], others[0]):
            return False
        return others[0].value < figures[0].value or not _counts_victims(new, after)
    if change.slot == "when":
        times = [t.interval for t in old.times if t.start == before.start]
        apart = edtf.days_apart(times[0], next(t.interval for t in new.times if t.start == after.start))
        return apart is not None and apart > 0
    if change.slot == "where":
        return _far(before.text, after.text)
    return _other_people(old, before, new, after)


def _counts_victims(reading: Reading, fact: Evidence) -> bool:
    """Whether the sentence gives a toll: a later, larger one is an update."""
    sentence = sentence_at(reading, fact.start)
    tolls = words(reading.article.language, "checks", "tolls")
    return sentence is not None and any(token.lemma.lower() in tolls for token in sentence.tokens)


def _far(one: str, other: str) -> bool:
    """Both names are of one known place each, and the places lie far apart."""
    places = [load().place(name) for name in (one, other)]
    km = places[0][0].km_to(places[1][0]) if all(len(found) == 1 for found in places) else None
    return km is not None and km > FAR_KM


def _other_people(old: Reading, before: Evidence, new: Reading, after: Evidence) -> bool:
    """Both names are of actors of one kind whom the knowledge base knows apart."""
    one, other = (
        next((m.actor for m in reading.mentions if m.start == fact.start), None)
        for reading, fact in ((old, before), (new, after))
    )
    first, second = (load().actor(actor) if actor else None for actor in (one, other))
    return first is not None and second is not None and first.id != second.id and first.kind == second.kind


def _check(case: Case, change: Change) -> Check:
    evidence = []
    dated = all(case.article(fact.article).dated for fact in (change.from_, change.to))
    for fact in (change.from_, change.to):
        reading = case.desk.reading(fact.article)
        sentence = sentence_at(reading, fact.start)
        evidence.append(quoted(reading, sentence) if sentence else fact)
    message = say("conflict-copy", slot=SLOTS[change.slot], one=change.from_.text, other=change.to.text)
    severity: Severity = "conflict" if dated else "caution"
    return finding("conflict", severity, message, tuple(evidence), slot=change.slot)
