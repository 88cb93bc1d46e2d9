"""One sentence in two kindred texts, with another fact in it: number, day, place, person, office, side.

A copy, an update or a retelling tells the same thing as its source; where a sentence is otherwise the
same, a fact in the place of another cannot be right with it. What an outlet corrects in its own text is
a caution, and a later, larger toll is an update.
"""

from __future__ import annotations

from collections.abc import Iterator

from saksama.actors.knowledge import load
from saksama.checks.case import Case, finding, quoted
from saksama.checks.conflict.aligned import Pair, pairs
from saksama.checks.conflict.facts import changed
from saksama.checks.conflict.in_words import Changed, in_words
from saksama.checks.conflict.ordinal import other_ordinals
from saksama.checks.conflict.people import exchanged, other_people
from saksama.checks.conflict.retold_days import other_times
from saksama.checks.conflict.retold_numbers import grows, other_numbers
from saksama.checks.conflict.swapped import turned
from saksama.checks.conflict.where import FAR_KM
from saksama.checks.wording import say
from saksama.records import Bilingual, Check, Mention, Quantity, Severity, TimeExpression, Token

SLOTS = {
    "number": Bilingual("angkanya", "number"),
    "when": Bilingual("waktunya", "time"),
    "who": Bilingual("orangnya", "person"),
    "where": Bilingual("tempatnya", "place"),
    "office": Bilingual("jabatannya", "office"),
}
Fact = Mention | Quantity | TimeExpression | Token
MUCH = 4  # changed facts of one slot, from which two texts are two texts of one mould


def find(case: Case) -> Iterator[Check]:
    for story in case.desk.stories():
        for edge in story.lineage:
            found = [change for pair in pairs(case, edge) for change in _changes(pair)]
            for slot in (*SLOTS, "direction", None):
                told = [change for change in found if change.slot == slot]
                if len(told) < MUCH:
                    yield from (_check(case, change) for change in told)


def _changes(pair: Pair) -> Iterator[Changed]:
    """At most one kind of finding by records; where the words alone tell of a change, by the words."""
    if quoted(pair.old, pair.before).text == quoted(pair.new, pair.after).text:
        return
    found = list(_by_records(pair))
    slots = {change.slot for change in found}
    if "direction" in slots:
        slots.add("who")
    yield from found
    yield from (change for change in in_words(pair) if change.slot not in slots)


def _by_records(pair: Pair) -> Iterator[Changed]:
    for figure in other_numbers(pair):
        yield _told(
            "number",
            pair,
            figure.one,
            figure.other,
            sure=not grows(pair, figure.one.value, figure.other.value),
        )
    yield from (_told("number", pair, one, other) for one, other in other_ordinals(pair))
    yield from (_told("when", pair, change.one, change.other) for change in other_times(pair))
    yield from _places(pair)
    yield from (_told("who", pair, one, other) for one, other in other_people(pair))
    yield from _offices(pair)
    sides = next(turned(pair), None)
    if sides:
        one = pair.old.article.evidence(*sides.old)
        yield Changed("direction", pair, one, pair.new.article.evidence(*sides.new))
    else:
        yield from (_told("who", pair, one, other) for one, other in exchanged(pair))


def _places(pair: Pair) -> Iterator[Changed]:
    found = changed(pair, lambda r: [m for m in r.mentions if m.label == "LOC"], lambda m: m.text, _far)
    for change in found:
        yield _told("where", pair, change.one, change.other)


def _far(one: Mention, other: Mention) -> bool:
    """Both names are of one known place each, and the places lie far apart."""
    places = [load().place(m.text) for m in (one, other)]
    km = places[0][0].km_to(places[1][0]) if all(len(found) == 1 for found in places) else None
    return km is not None and km > FAR_KM


def _offices(pair: Pair) -> Iterator[Changed]:
    """One person under two titles of one state, each the only one that its text gives him."""
    for one in pair.old.titles:
        for other in pair.new.titles:
            if (one.sentence, other.sentence) != (pair.before.index, pair.after.index):
                continue
            same = one.person == other.person and one.for_ == other.for_ and one.role != other.role
            held = _both_held(pair, one.person, other.role)
            if same and not held and not one.excused and not other.excused:
                yield Changed("office", pair, one.evidence, other.evidence)


def _both_held(pair: Pair, person: str, role: str) -> bool:
    return any(t.person == person and t.role == role for t in pair.old.titles)


def _told(slot: str, pair: Pair, one: Fact, other: Fact, sure: bool = True) -> Changed:
    here = pair.old.article.evidence(one.start, one.end)
    return Changed(slot, pair, here, pair.new.article.evidence(other.start, other.end), sure)


def _check(case: Case, change: Changed) -> Check:
    pair = change.pair
    articles = pair.old.article, pair.new.article
    certain = all(article.dated for article in articles) and change.sure and not _corrected(pair)
    severity: Severity = "conflict" if certain else "caution"
    evidence = (quoted(pair.old, pair.before), quoted(pair.new, pair.after))
    if change.slot is None or change.slot == "direction":
        what = "conflict-turned" if change.slot else "conflict-reversed"
        message = say(what, one=change.one.text, other=change.other.text)
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
