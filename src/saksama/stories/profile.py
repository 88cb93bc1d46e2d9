"""What an article is about, in a form that two articles can be compared by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt

from saksama import edtf
from saksama.language.frequencies import weights
from saksama.records import EventMention, Participant, Reading

LEAD = 4  # sentences, the headline among them, in which a story says what it is about
TERMS = 80  # heaviest terms kept
KEYS = 14  # heaviest terms under which an article is found again
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
INTERPLAY = frozenset({"CONSULT", "ASSAULT", "AGREE", "COERCE", "AID", "SANCTION", "PROTEST", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Focus:
    """The happening an article tells: its lead events, who acts in them, where and on which days.

    `told` holds the signatures of all its events and `named` everybody it names, lead or not.
    """

    events: frozenset[str]
    told: frozenset[str]
    people: frozenset[str]
    named: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]
    days: tuple[str, ...]


def terms(reading: Reading) -> dict[str, float]:
    """Lemma to weight, a unit vector: logarithmic counts by rarity, the lead counting double."""
    listed, rare = weights(reading.article.language)
    counts: Counter[str] = Counter()
    for sentence in reading.sentences:
        share = 2 if sentence.index < LEAD else 1
        for token in sentence.tokens:
            if token.upos in CONTENT and len(token.lemma) > 2:
                counts[token.lemma.lower()] += share
    weighed = {lemma: (1 + log(n)) * listed.get(lemma, rare) for lemma, n in counts.items()}
    kept = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {lemma: weight / length for lemma, weight in kept}


def keys(terms: Mapping[str, float]) -> tuple[str, ...]:
    """The keys under which the article is found: its heaviest terms (they come sorted)."""
    return tuple(f"t:{lemma}" for lemma in list(terms)[:KEYS])


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """0 to 1; both are unit vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[lemma] for lemma, weight in one.items() if lemma in other)


def focus(reading: Reading) -> Focus:
    """What the headline and the lead tell, from events that are no background."""
    now = [e for e in reading.events if not e.background and e.status != "denied"]
    lead = [e for e in now if e.sentence < LEAD]
    met = [e for e in lead if e.type in INTERPLAY]
    return Focus(
        events=frozenset(filter(None, map(signature, lead))),
        told=frozenset(filter(None, map(signature, now))),
        people=frozenset(p.actor for e in met for p in _parties(e) if p.is_person),
        named=frozenset(m.actor for m in reading.mentions if m.actor),
        parties=frozenset(p.code for e in met for p in _parties(e)),
        places=_places(met) or _places([e for e in now if e.type in INTERPLAY]),
        days=tuple(sorted({e.when for e in lead if e.when and edtf.precision(e.when) == "day"})),
    )


def _places(events: list[EventMention]) -> frozenset[str]:
    return frozenset(place for event in events if (place := _place(event)))


def _place(event: EventMention) -> str | None:
    """The country in which the parties meet: the host's, or where the text puts it."""
    if event.mode == "visit" and event.recipients:
        return event.recipients[0].code
    return event.where.country if event.where else None


def signature(event: EventMention) -> str:
    """Type and the codes of all parties, whatever their roles: what a telling may get wrong stays out.

    Empty where fewer than two parties are known: that tells nothing.
    """
    codes = {p.code for p in _parties(event)}
    return "|".join([event.type, *sorted(codes)]) if len(codes) > 1 else ""


def _parties(event: EventMention) -> Iterator[Participant]:
    yield from event.actors
    yield from event.recipients
