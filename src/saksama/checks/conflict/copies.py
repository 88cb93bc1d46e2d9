"""One sentence in two kindred texts, with another fact in it: number, day, place, person, office, side.

A copy, an update or a retelling tells the same thing as its source; where a sentence is otherwise the
same, a fact in the place of another cannot be right with it. What an outlet corrects in its own text is
a caution, and a later, larger toll is an update.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.actors.knowledge import load
from saksama.checks.case import Case, finding, quoted
from saksama.checks.conflict.aligned import Pair, pairs
from saksama.checks.conflict.facts import Other, changed
from saksama.checks.conflict.figures import overlapping
from saksama.checks.conflict.ordinal import other_ordinals
from saksama.checks.conflict.people import exchanged, other_people
from saksama.checks.conflict.retold_days import other_times
from saksama.checks.conflict.swapped import turned
from saksama.checks.conflict.where import FAR_KM
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Bilingual, Check, Evidence, Mention, Quantity, Severity, TimeExpression, Token

SLOTS = {
    "number": Bilingual("angkanya", "number"),
    "when": Bilingual("waktunya", "date"),
    "who": Bilingual("orangnya", "person"),
    "where": Bilingual("tempatnya", "place"),
    "office": Bilingual("jabatannya", "office"),
}
Fact = Mention | Quantity | TimeExpression | Token
MUCH = 4  # changed facts of one slot, from which two texts are two texts of one mould


@dataclass(frozen=True, slots=True)
class _Changed:
    """A slot with the words of both tellings."""

    slot: str
    pair: Pair
    one: Evidence
    other: Evidence


def find(case: Case) -> Iterator[Check]:
    for story in case.desk.stories():
        for edge in story.lineage:
            found = [change for pair in pairs(case, edge) for change in _changes(pair)]
            for slot in (*SLOTS, "direction"):
                told = [change for change in found if change.slot == slot]
                if len(told) < MUCH:
                    yield from (_check(case, change) for change in told)


def _changes(pair: Pair) -> Iterator[_Changed]:
    if pair.old.article.text[pair.before.start : pair.before.end] == _new_text(pair):
        return
    yield from _numbers(pair)
    yield from (_told("number", pair, one, other) for one, other in other_ordinals(pair))
    yield from (_told("when", pair, change.one, change.other) for change in other_times(pair))
    yield from _places(pair)
    yield from (_told("who", pair, one, other) for one, other in other_people(pair))
    yield from _offices(pair)
    sides = next(turned(pair), None)
    if sides:
        one = pair.old.article.evidence(*sides.old)
        yield _Changed("direction", pair, one, pair.new.article.evidence(*sides.new))
    else:
        yield from (_told("who", pair, one, other) for one, other in exchanged(pair))


def _new_text(pair: Pair) -> str:
    return pair.new.article.text[pair.after.start : pair.after.end]


def _numbers(pair: Pair) -> Iterator[_Changed]:
    found = changed(pair, lambda r: r.quantities, lambda q: (q.value, q.comparator), _one_unit)
    for change in found:
        if not overlapping(change.one, change.other) and not _toll(change) and not _price(change):
            yield _told("number", pair, change.one, change.other)


def _one_unit(one: Quantity, other: Quantity) -> bool:
    return (one.unit or "").lower() == (other.unit or "").lower()


def _toll(change: Other[Quantity]) -> bool:
    """Whether the sentence gives a toll, and the later text a larger one."""
    tolls = words(change.pair.new.article.language, "checks", "tolls")
    counts = any(token.lemma.lower() in tolls for token in change.pair.after.tokens)
    return counts and change.other.value > change.one.value


def _price(change: Other[Quantity]) -> bool:
    """Whether it is a price, or goes with the market, and the texts are of two days."""
    one, other = (reading.article for reading in (change.pair.old, change.pair.new))
    unit = change.one.unit or ""
    market = unit.isupper() or unit.lower() in words(other.language, "checks", "measures")
    return market and one.published != other.published


def _places(pair: Pair) -> Iterator[_Changed]:
    found = changed(pair, lambda r: [m for m in r.mentions if m.label == "LOC"], lambda m: m.text, _far)
    for change in found:
        yield _told("where", pair, change.one, change.other)


def _far(one: Mention, other: Mention) -> bool:
    """Both names are of one known place each, and the places lie far apart."""
    places = [load().place(m.text) for m in (one, other)]
    km = places[0][0].km_to(places[1][0]) if all(len(found) == 1 for found in places) else None
    return km is not None and km > FAR_KM


def _offices(pair: Pair) -> Iterator[_Changed]:
    """One person under two titles of one state, each the only one that its text gives him."""
    for one in pair.old.titles:
        for other in pair.new.titles:
            if (one.sentence, other.sentence) != (pair.before.index, pair.after.index):
                continue
            same = one.person == other.person and one.for_ == other.for_ and one.role != other.role
            held = _both_held(pair, one.person, other.role)
            if same and not held and not one.excused and not other.excused:
                yield _Changed("office", pair, one.evidence, other.evidence)


def _both_held(pair: Pair, person: str, role: str) -> bool:
    return any(t.person == person and t.role == role for t in pair.old.titles)


def _told(slot: str, pair: Pair, one: Fact, other: Fact) -> _Changed:
    here = pair.old.article.evidence(one.start, one.end)
    return _Changed(slot, pair, here, pair.new.article.evidence(other.start, other.end))


def _check(case: Case, change: _Changed) -> Check:
    pair = change.pair
    articles = pair.old.article, pair.new.article
    certain = all(article.dated for article in articles) and not _corrected(pair)
    severity: Severity = "conflict" if certain else "caution"
    evidence = (quoted(pair.old, pair.before), quoted(pair.new, pair.after))
    if change.slot == "direction":
        message = say("conflict-turned", one=change.one.text, other=change.other.text)
    else:
        message = say("conflict-copy", slot=SLOTS[change.slot], one=change.one.text, other=change.other.text)
    return finding("conflict", severity, message, evidence, slot=change.slot, events=_events(case, pair))


def _corrected(pair: Pair) -> bool:
    """Whether an outlet wrote its own text anew."""
    one, other = pair.old.article, pair.new.article
    return pair.edge.kind == "update" and one.outlet is not None and one.outlet == other.outlet


def _events(case: Case, pair: Pair) -> tuple[str, ...]:
    """The events told in both sentences."""
    both = ((pair.old, pair.before), (pair.new, pair.after))
    mentions = [m for reading, s in both for m in reading.events if m.sentence == s.index]
    return tuple(dict.fromkeys(case.event_of(m).id for m in mentions))
