"""Why the mentions of an event are one: what each has in common with one that came before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from saksama import edtf
from saksama.language.stem import related
from saksama.records import Event, EventMention, Reason, Tie
from saksama.store import Desk
from saksama.stories.same import codes, is_inside, people

NEAREST = 12  # mentions before it with which one is compared, beside the first

Edges = Mapping[frozenset[str], str]


def ties(desk: Desk, event: Event) -> tuple[Tie, ...]:
    """One for each mention but the first: the earlier one with which it shares most, and what."""
    edges = _edges(desk, event)
    return tuple(_tie(desk, event, edges, number) for number in range(1, len(event.mentions)))


def _edges(desk: Desk, event: Event) -> dict[frozenset[str], str]:
    stories = {story.id: story for article in event.articles if (story := desk.story_of(article))}
    return {frozenset((e.from_, e.to)): e.kind for story in stories.values() for e in story.lineage}


def _tie(desk: Desk, event: Event, edges: Edges, number: int) -> Tie:
    mention = event.mentions[number]
    before = sorted({0, *range(max(0, number - NEAREST), number)})
    found = [(tuple(_reasons(desk, mention, event.mentions[n], edges)), n) for n in before]
    reasons, to = max(found, key=lambda one: (sum(1 + (r.how == "same") for r in one[0]), -one[1]))
    return Tie(number, to, reasons)


def _reasons(desk: Desk, one: EventMention, other: EventMention, edges: Edges) -> Iterator[Reason]:
    yield _parties(one, other)
    named = _named(one) & _named(other)
    if named:
        yield Reason("people", "same", ", ".join(sorted(named)), None)
    if one.when and other.when:
        yield Reason("when", _of_days(one.when, other.when), _day(desk, one), _day(desk, other))
    if one.where and other.where:
        yield Reason("where", _of_places(one, other), one.where.name, other.where.name)
    if any(related(a, b) for a in one.trigger.text.split() for b in other.trigger.text.split()):
        yield Reason("words", "same", one.trigger.text, other.trigger.text)
    if one.article == other.article:
        yield Reason("article", "same", one.article, None)
    elif kind := edges.get(frozenset((one.article, other.article))):
        yield Reason("text", kind, one.article, other.article)
    elif (story := desk.story_of(one.article)) and other.article in story.articles:
        yield Reason("story", "same", story.id, None)


def _parties(one: EventMention, other: EventMention) -> Reason:
    ours, theirs = _sides(one), _sides(other)
    same = codes((*one.actors, *one.recipients)) == codes((*other.actors, *other.recipients))
    return Reason("parties", "same" if same else "part", ours, theirs)


def _sides(mention: EventMention) -> str:
    """ "RUS → UKR", or "CHN, RUS" where all are actors."""
    sides = (", ".join(sorted(codes(side))) for side in (mention.actors, mention.recipients))
    return " → ".join(side for side in sides if side) or "?"


def _named(mention: EventMention) -> set[str]:
    return {one for named in people((*mention.actors, *mention.recipients)).values() for one in named}


def _of_days(one: str, other: str) -> str:
    first, second = edtf.parse(one), edtf.parse(other)
    if first == second:
        return "same"
    return "inside" if first and second and first.overlaps(second) else "near"


def _of_places(one: EventMention, other: EventMention) -> str:
    here, there = one.where, other.where
    if here is None or there is None or here.name == there.name:
        return "same"
    return "inside" if is_inside(here, there) or is_inside(there, here) else "near"


def _day(desk: Desk, mention: EventMention) -> str:
    """The date, and the words that give it where its own sentence does: ``2024-06-19 (kemarin)``."""
    times = desk.reading(mention.article).times
    told = (t.text for t in times if t.sentence == mention.sentence and t.interval == mention.when)
    words = next(told, None)
    return f"{mention.when} ({' '.join(words.split())})" if words else str(mention.when)
