"""The closed word lists of the coder, from ``events.yaml``, ``status.yaml`` and ``plover/modes.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from saksama.events.forms import verb_forms
from saksama.language.wordlists import broken, wordlist, words

_CLITICS = ("nya", "lah", "kah", "pun")
_SHORTEST_HOST = 3


class Words(NamedTuple):
    """The lists of ``events.yaml``; see the comments there."""

    ends: frozenset[str]
    opens: frozenset[str]
    relative: frozenset[str]
    prepositions: frozenset[str]
    joints: frozenset[str]
    quantifiers: frozenset[str]
    tools: frozenset[str]
    private: frozenset[str]
    sites: frozenset[str]
    crowds: frozenset[str]
    victims: frozenset[str]
    harms: frozenset[str]
    strife: frozenset[str]
    rebels: frozenset[str]
    locals: frozenset[str]
    crowd_sectors: frozenset[str]
    inner_sectors: frozenset[str]
    armed_sectors: frozenset[str]
    private_sectors: frozenset[str]
    days: frozenset[str]
    anaphoric: frozenset[str]
    plural_states: frozenset[str]
    worlds: frozenset[str]
    regions: frozenset[str]
    state_heads: frozenset[str]
    many: frozenset[str]
    inner_states: frozenset[str]
    few: frozenset[str]
    prison: frozenset[str]
    presented: frozenset[str]
    telling: frozenset[str]
    light: frozenset[str]
    receiving: frozenset[str]
    sport: frozenset[str]
    plain_verbs: frozenset[str]
    rumours: frozenset[str]


_VERBS = frozenset({"light", "receiving"})


@cache
def event_words(language: str = "id") -> Words:
    """The lists; those of verbs hold all their forms. Raises `DataError` where one is missing."""
    return Words(**{name: _list(language, name) for name in Words._fields})


def _list(language: str, name: str) -> frozenset[str]:
    found = words(language, "events", name)
    if name not in _VERBS:
        return found
    return frozenset(form for verb in found for form, _ in verb_forms(verb, language))


@cache
def group_heads(language: str = "id") -> Mapping[str, str]:
    """First word of a group that acts for its owner ("pasukan", "pejabat") to PLOVER's sector."""
    groups = wordlist(language, "actors")["groups"]
    return {phrase.split()[0]: sector for sector, phrases in groups.items() for phrase in phrases}


@cache
def modes(language: str = "id") -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Type to mode to the words that tell it, in the order in which they are tried."""
    content = wordlist(language, "plover/modes")
    if not all(isinstance(found, dict) for found in content.values()):
        broken(language, "plover/modes", "every type needs its modes")
    return {
        kind: {mode: frozenset(text.split()) for mode, text in found.items()}
        for kind, found in content.items()
    }


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A lower-case word without doubling and clitics: "serangannya", "serangan-serangan" → "serangan"."""
    first, hyphen, second = word.partition("-")
    if hyphen and first and (second == first or second.removesuffix("nya") == first):
        return first
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) >= len(clitic) + _SHORTEST_HOST:
            return word[: -len(clitic)]
    return word
