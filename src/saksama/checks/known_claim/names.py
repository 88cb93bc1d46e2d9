"""Who and what is named: in a claim, and in a sentence under whatever name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from saksama.actors.base import base
from saksama.checks.known_claim.lexicon import lexicon
from saksama.language import analyse
from saksama.records import Article, Mention


@dataclass(frozen=True, slots=True)
class Names:
    """The roots of all words of names in a claim, and those of each person who has several."""

    all: frozenset[str]
    people: tuple[frozenset[str], ...]


@lru_cache(maxsize=4096)
def named(text: str, language: str = "id") -> Names:
    """Who and what a claim names, by the network and by the tables."""
    claim = Article("claim", None, None, None, language, None, "unknown", (), text, None, ())
    spans = [(hit.start, hit.end) for hit in base().gazetteer.find(text)]
    people = []
    for sentence in next(iter(analyse([claim]))).sentences:
        for name in sentence.names:
            spans.append((sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end))
            people += [spans[-1]] if name.label == "PER" else []
    titles = lexicon(language).titles
    of_people = (frozenset(_roots([text[start:end]])) - titles for start, end in people)
    every = frozenset(_roots(text[start:end] for start, end in spans)) - titles
    return Names(every, tuple(roots for roots in of_people if len(roots) > 1))


@cache
def aliases(actor: str) -> frozenset[str]:
    """The roots of all the words by which the tables call an actor; nothing for one they do not know."""
    return frozenset(_roots(_surfaces().get(actor, ())))


def called(mentions: Iterable[Mention]) -> frozenset[str]:
    """The roots of every name of those who are mentioned, also by a pronoun or an office."""
    actors = {a for m in mentions for a in (m.actor, *m.members) if a}
    return frozenset().union(*map(aliases, actors))


@cache
def _surfaces() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for surface, entries in base().knowledge.aliases.items():
        for alias in entries:
            found.setdefault(alias.actor, []).append(surface)
    return found


def _roots(texts: Iterable[str]) -> Iterable[str]:
    known = lexicon()
    return (known.root(word.strip(".,'’\"“”()")) for text in texts for word in text.split())
