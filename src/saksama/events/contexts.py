"""What an event is about: PLOVER's contexts, from its sentence, its paragraph and the whole article.

A context needs one strong word in the event's sentence, two weak ones there, or words around it that the
article's own subject bears out. PLOVER codes contexts wider than events, and warns that an article's context
may say nothing of one event in it; so the article alone never tells one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from saksama.events.plover import CONTEXTS, TYPES
from saksama.events.scene import Page
from saksama.events.words import bare
from saksama.language.wordlists import broken, wordlist
from saksama.records import EventMention, Participant, Sentence

MOST = 3
ENOUGH = 4  # a strong word in the sentence
_STRENGTH: Mapping[str, int] = {"strong": 2, "weak": 1}
_SENTENCE, _PARAGRAPH, _ARTICLE, _IMPLIED = 2, 1, 2, 6
_NEAR = 2  # sentences on either side that still count as the paragraph: some pages have lost theirs
_OFTEN, _SHARE = 3, 0.3
_ISO = 3
_ORGANS = frozenset({"GOV", "IGO", "MIL", "LEG", "SPY"})
_FILE = "plover/contexts"

Hits = Mapping[str, Mapping[str, int]]  # context to its terms, each with its strength


@dataclass(frozen=True, slots=True)
class Subjects:
    """The word list: phrases by first word, the longest first, each with the contexts it tells."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Mapping[str, int]], ...]]
    implied: Mapping[str, str]
    of_states: Mapping[str, str]
    yields: Mapping[str, frozenset[str]]


def with_contexts(page: Page, events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events of a page with their contexts, at most three each, the clearest first."""
    if not events:
        return ()
    topics = _Topics(page)
    return tuple(replace(event, contexts=topics.of(event)) for event in events)


class _Topics:
    """The words of one page that tell contexts, each sentence looked through once."""

    def __init__(self, page: Page) -> None:
        self._sentences = page.reading.sentences
        self._hits = [_hits(low) for low in page.low]

    def of(self, event: EventMention) -> tuple[str, ...]:
        scores: Counter[str] = Counter()
        for context in _implied(event):
            scores[context] += _IMPLIED
        own = self._hits[event.sentence]
        for context, terms in own.items():
            scores[context] += _SENTENCE * sum(terms.values())
        for context, terms in self._around(event.sentence):
            if context in scores or context in self._main:
                fresh = terms.keys() - own.get(context, {}).keys()
                scores[context] += _PARAGRAPH * sum(terms[term] for term in fresh)
        for context in self._main & scores.keys():
            scores[context] += _ARTICLE
        return _best(scores)

    def _around(self, index: int) -> Iterator[tuple[str, Mapping[str, int]]]:
        """What the rest of the paragraph tells, each term once."""
        here = self._sentences[index]
        found: dict[str, dict[str, int]] = {}
        for other in self._sentences[max(0, index - _NEAR) : index + _NEAR + 1]:
            if other is not here and _together(here, other):
                for context, terms in self._hits[other.index].items():
                    found.setdefault(context, {}).update(terms)
        yield from found.items()

    @cached_property
    def _main(self) -> frozenset[str]:
        """What the article is about: told in its headline and again, or in a good part of its sentences."""
        often: Counter[str] = Counter()
        titled: set[str] = set()
        for sentence, hits in zip(self._sentences, self._hits, strict=True):
            strong = [c for c, terms in hits.items() if max(terms.values()) == _STRENGTH["strong"]]
            often.update(strong)
            if sentence.is_title:
                titled.update(strong)
        least = max(_OFTEN, _SHARE * len(self._sentences))
        return frozenset(c for c, times in often.items() if times >= (_OFTEN if c in titled else least))


def _together(one: Sentence, other: Sentence) -> bool:
    return one.paragraph == other.paragraph and not other.is_title


def _best(scores: Mapping[str, int]) -> tuple[str, ...]:
    """The clearest contexts, in the manual's order where they are equally clear."""
    told = {context for context, score in scores.items() if score >= ENOUGH}
    told -= {c for c, stronger in subjects().yields.items() if not stronger.isdisjoint(told)}
    return tuple(sorted(told, key=lambda c: (-scores[c], CONTEXTS.index(c)))[:MOST])


def _implied(event: EventMention) -> set[str]:
    """What the event tells without a word: by type and mode, by the sector of a state's party."""
    known = subjects()
    kinds = (event.type, f"{event.type}/{event.mode}")
    sectors = (p.sector for p in (*event.actors, *event.recipients) if _is_state(p))
    found = {known.implied[key] for key in (*kinds, *sectors) if key in known.implied}
    if _of_states(event):
        found.update(known.of_states[kind] for kind in kinds if kind in known.of_states)
    return found


def _of_states(event: EventMention) -> bool:
    """Whether a state's organs act, towards another side or towards nobody named."""
    sides = {p.acts_for for p in (*event.actors, *event.recipients)}
    alone = not event.recipients and len(event.actors) == 1
    return any(_is_state(p) and p.sector in _ORGANS for p in event.actors) and (alone or len(sides) > 1)


def _is_state(party: Participant) -> bool:
    return len(party.acts_for) == _ISO


def _hits(low: Sequence[str]) -> Hits:
    """The contexts that the words of a sentence tell; no word counts in two phrases."""
    phrases = subjects().phrases
    found: dict[str, dict[str, int]] = {}
    plain = [bare(word) for word in low]
    index = 0
    while index < len(plain):
        length = 1
        for phrase, told in phrases.get(plain[index]) or phrases.get(low[index], ()):
            if tuple(plain[index + 1 : index + len(phrase)]) == phrase[1:]:
                length = len(phrase)
                for context, strength in told.items():
                    found.setdefault(context, {})[" ".join(phrase)] = strength
                break
        index += length
    return found


@cache
def subjects(language: str = "id") -> Subjects:
    """The contexts' word list; raises `DataError` where it names what PLOVER does not know."""
    content = wordlist(language, _FILE)
    lists = content["contexts"]
    if tuple(lists) != CONTEXTS:
        broken(language, _FILE, f"its contexts are not PLOVER's: {sorted(set(lists) ^ set(CONTEXTS))}")
    told: dict[tuple[str, ...], dict[str, int]] = {phrase: {} for phrase in _phrases(content["void"])}
    for context, by_strength in lists.items():
        for name, text in by_strength.items():
            for phrase in _phrases(text):
                if context in told.setdefault(phrase, {}):
                    broken(language, _FILE, f"{' '.join(phrase)!r} stands twice under {context}")
                told[phrase][context] = _STRENGTH[name]
    by_first: dict[str, list[tuple[tuple[str, ...], Mapping[str, int]]]] = {}
    for phrase in sorted(told, key=lambda words: (-len(words), words)):
        by_first.setdefault(phrase[0], []).append((phrase, told[phrase]))
    return Subjects(
        {first: tuple(found) for first, found in by_first.items()},
        _named(language, content["implied"]),
        _named(language, content["of_states"]),
        {context: frozenset(others) for context, others in content["yields"].items()},
    )


def _named(language: str, raw: Mapping[str, str]) -> Mapping[str, str]:
    """A table whose values are contexts and whose keys are types, with modes, or sectors."""
    for key, context in raw.items():
        kind = key.partition("/")[0]
        if context not in CONTEXTS or (len(kind) > _ISO and kind.lower() not in TYPES):
            broken(language, _FILE, f"{key!r} or {context!r} is unknown")
    return dict(raw)


def _phrases(text: str) -> Iterator[tuple[str, ...]]:
    """Phrases parted by commas, as the words of a text are compared."""
    for phrase in text.split(","):
        yield tuple(bare(word) for word in phrase.split())
