"""What an article is about, in a form that two articles can be compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from math import log, sqrt
from zlib import crc32

from saksama import edtf
from saksama.language.frequencies import weights
from saksama.records import EventMention, Participant, Reading, Sentence

LEAD = 4  # sentences, the headline among them, in which a story says what it is about
MOST = {"w": 100, "l": 60, "h": 20, "n": 60}  # heaviest words kept of each facet
KEYS, HEADLINE_KEYS = 14, 5  # heaviest words under which an article is found again
WINDOW = 12  # days between two articles of one story, at most
FORTNIGHT = 12  # days that one key holds
DAYS_LEAD = 6  # sentences whose days count
SHORT, MASKED = 6, 60  # tokens of a sentence that is too short to tell a template; sentences looked at
NAMES = ("PER", "ORG", "LOC")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
INTERPLAY = frozenset({"CONSULT", "ASSAULT", "AGREE", "COERCE", "AID", "SANCTION", "PROTEST", "COOPERATE"})

_DIGITS = re.compile(r"\d+")


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
    """What the article is compared by: keys of the form facet:word, most facets unit vectors.

    `w` holds all content words, `l` those of the lead, `h` those of the headline, `n` the words of names;
    `d` the days that the lead names, `s` a digest of each sentence with its digits masked (each 1), `e` how
    many signs of an explainer or a list the headline bears.
    """
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in ("w", "l", "h", "n")}
    for sentence in reading.sentences:
        lead = sentence.index < LEAD
        for lemma in _content(sentence):
            counts["w"][lemma] += 2 if lead else 1
            counts["l"][lemma] += (2 if sentence.index == 0 else 1) if lead else 0
            counts["h"][lemma] += sentence.index == 0
    for mention in reading.mentions:
        if mention.label in NAMES:
            for word in mention.text.lower().split():
                counts["n"][word] += (2 if mention.sentence < LEAD else 1) if len(word) > 2 else 0
    found = {key: value for facet, counted in counts.items() for key, value in _unit(reading, facet, counted)}
    found.update((f"d:{day}", 1.0) for day in _lead_days(reading))
    if signs := _explains(reading):
        found["e:"] = float(signs)
    return found | {f"s:{digest}": 1.0 for digest in _masked(reading)}


def _content(sentence: Sentence) -> Iterator[str]:
    for token in sentence.tokens:
        if token.upos in CONTENT and len(token.lemma) > 2 and not token.lemma[0].isdigit():
            yield token.lemma.lower()


def _unit(reading: Reading, facet: str, counts: Counter[str]) -> Iterator[tuple[str, float]]:
    """The heaviest words of a facet: logarithmic counts by rarity, heaviest first, of length one."""
    listed, rare = weights(reading.article.language)
    weighed = {word: (1 + log(n)) * listed.get(word, rare) for word, n in counts.items() if n}
    kept = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[: MOST[facet]]
    length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return ((f"{facet}:{word}", weight / length) for word, weight in kept)


def _lead_days(reading: Reading) -> list[str]:
    early = (t.interval for t in reading.times if t.interval and t.sentence < DAYS_LEAD)
    return sorted({day for day in early if edtf.precision(day) == "day"})


def _explains(reading: Reading) -> int:
    """How many signs the headline bears of explaining, advising or listing, not of telling what happened."""
    if not reading.sentences:
        return 0
    first = reading.sentences[0]
    text = reading.article.text[first.start : first.end]
    listed = explaining()
    return text[:1].isdigit() + ("?" in text) + any(token.lemma.lower() in listed for token in first.tokens)


@lru_cache(maxsize=1)
def explaining() -> frozenset[str]:
    """Lemmas of headlines that explain, advise or list; from `data/explaining.tsv`."""
    rows = files("saksama.stories").joinpath("data/explaining.tsv").read_text("utf-8").splitlines()
    return frozenset(row.strip() for row in rows if row.strip() and row[0] != "#")


def _masked(reading: Reading) -> list[str]:
    """A digest of each sentence that is not short, whatever its figures: templates share these."""
    long = [s for s in reading.sentences if len(s.tokens) > SHORT][:MASKED]
    texts = (" ".join(token.text.lower() for token in sentence.tokens) for sentence in long)
    return sorted({f"{crc32(_DIGITS.sub('0', text).encode()):08x}" for text in texts})


def keys(terms: Mapping[str, float], published: str | None = None) -> tuple[str, ...]:
    """The keys under which the article is found: its heaviest words, each alone and with its fortnight."""
    number = _day_number(published)
    return tuple(key for word in _heaviest(terms) for key in (word, f"{word}@{_fortnight(number)}"))


def sought(terms: Mapping[str, float], published: str | None = None) -> tuple[str, ...]:
    """The keys of what may tell the same: near in time, so that what is long past costs nothing."""
    number = _day_number(published)
    if number is None:
        return tuple(_heaviest(terms))
    near = range((number - WINDOW) // FORTNIGHT, (number + WINDOW) // FORTNIGHT + 1)
    return tuple(f"{word}@{when}" for word in _heaviest(terms) for when in (*near, "~"))


def _heaviest(terms: Mapping[str, float]) -> list[str]:
    words = list(islice((key[2:] for key in terms if key[0] == "w"), KEYS))
    headline = islice((key[2:] for key in terms if key[0] == "h"), HEADLINE_KEYS)
    return [f"t:{word}" for word in dict.fromkeys((*words, *headline))]


def _day_number(published: str | None) -> int | None:
    """Days are found by their fortnight; a month or a year is too wide for that."""
    bounds = edtf.parse(published) if edtf.precision(published) == "day" else None
    return bounds.earliest.toordinal() if bounds and bounds.earliest else None


def _fortnight(number: int | None) -> str:
    return "~" if number is None else str(number // FORTNIGHT)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """0 to 1: the likeness of all content words."""
    return sum(weight * other[key] for key, weight in one.items() if key[0] == "w" and key in other)


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
