"""Where it was said: one announcement or one saying of a person on one day, put in two places.

An official may speak in two towns on a day. So both texts must tell of an announcement and share what was
announced, or give the same words; and the places must lie far apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from saksama import edtf
from saksama.actors.knowledge import load
from saksama.checks.case import Case, finding, quoted
from saksama.checks.conflict.aligned import ALIKE, likeness
from saksama.checks.conflict.pairs import DETAILS
from saksama.checks.conflict.shared import Detail, around, details
from saksama.checks.conflict.telling import reasons
from saksama.checks.conflict.where import FAR_KM
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Check, Mention, Place, Reading, Sentence

_AT = re.compile(r"\bdi (?:kota )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that says that a person said something on a day at a place."""

    reading: Reading
    sentence: Sentence
    person: Mention
    day: str
    places: tuple[Place, ...]
    announced: bool


def find(case: Case) -> Iterator[Check]:
    """At most one finding for each pair of places of a story."""
    for story in case.desk.stories():
        if len(story.articles) < 2:
            continue
        told = [said for article in story.articles for said in _sayings(case.desk.reading(article))]
        seen: set[frozenset[str]] = set()
        for one, other in combinations(told, 2):
            pair = frozenset((one.places[0].name, other.places[0].name))
            two = one.reading is not other.reading and pair not in seen
            shared = _shared(one, other) if two else []
            if shared:
                seen.add(pair)
                yield _check(one, other, shared)


def _sayings(reading: Reading) -> Iterator[_Said]:
    language = reading.article.language
    announcing = words(language, "checks", "announcing")
    cued = {s.sentence for s in reading.statements if s.cue}
    before: Sentence | None = None
    for sentence in reading.sentences:
        announced = any(t.text.lower() in announcing for t in sentence.tokens)
        if announced or sentence.index in cued:
            person = _person(reading, sentence) or (
                _person(reading, before) if announced and before else None
            )
            day, places = _day(reading, sentence), _places(reading, sentence)
            if person and day and places:
                yield _Said(reading, sentence, person, day, places, announced)
        before = None if sentence.is_title else sentence


def _person(reading: Reading, sentence: Sentence) -> Mention | None:
    """The only person that a sentence names, by more than one word."""
    people = [m for m in reading.mentions if m.sentence == sentence.index and m.label == "PER"]
    return people[0] if len({m.actor or m.text for m in people}) == 1 and " " in people[0].text else None


def _day(reading: Reading, sentence: Sentence) -> str | None:
    """The only day of a sentence that gives it in figures."""
    days = {
        t.interval
        for t in reading.times
        if t.sentence == sentence.index
        and edtf.precision(t.interval) == "day"
        and any(char.isdigit() for char in t.text)
    }
    return next(iter(days)) if len(days) == 1 else None


def _places(reading: Reading, sentence: Sentence) -> tuple[Place, ...]:
    """What "di Doha" may mean: the only town of the sentence outside of what is said."""
    spoken = [s.content for s in reading.statements if s.sentence == sentence.index]
    found = []
    for mention in reading.mentions:
        if mention.sentence != sentence.index or mention.label != "LOC":
            continue
        said = any(c.start <= mention.start < c.end for c in spoken)
        if not said and _AT.search(reading.article.text[sentence.start : mention.start]):
            found.append(mention.text)
    return tuple(load().place(found[0])) if len(found) == 1 and not load().place_is_vague(found[0]) else ()


def _far(one: _Said, other: _Said) -> bool:
    """Whether the places lie far apart, whichever namesakes are meant."""
    apart = [here.km_to(there) for here in one.places for there in other.places]
    return all(km is not None and km > FAR_KM for km in apart)


def _shared(one: _Said, other: _Said) -> list[Detail]:
    """What two sayings of one person on one day have in common; nothing where they may be two."""
    if not _far(one, other) or not edtf.overlap(one.day, other.day) or not _one_person(one, other):
        return []
    here, there = (around(said.reading, said.sentence.index) for said in (one, other))
    shared = details(here, there, frozenset())
    same = likeness((one.reading, one.sentence), (other.reading, other.sentence)) >= ALIKE
    return shared if len(shared) >= DETAILS and (same or (one.announced and other.announced)) else []


def _one_person(one: _Said, other: _Said) -> bool:
    """One actor, or one name within the other."""
    if one.person.actor and one.person.actor == other.person.actor:
        return True
    ours, theirs = (set(said.person.text.lower().split()) for said in (one, other))
    return ours <= theirs or theirs <= ours


def _check(one: _Said, other: _Said, shared: list[Detail]) -> Check:
    message = say(
        "conflict-spoken",
        person=one.person.text,
        one=one.places[0].name,
        other=other.places[0].name,
        shared=reasons(shared),
    )
    evidence = (quoted(one.reading, one.sentence), quoted(other.reading, other.sentence))
    sure = one.reading.article.dated and other.reading.article.dated
    return finding("conflict", "conflict" if sure else "caution", message, evidence, slot="where")
