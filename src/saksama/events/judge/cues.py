"""Words that may tell an event of a type, with no say in who its parties are; data in ``plover/cues.yaml``.

The lexicon knows its words closely: their slots, their objects, their modes. A cue only says "look here";
whether it tells an event, and whose, the judge weighs from everything around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from saksama.events.plover import TYPES
from saksama.events.scope import scopes
from saksama.language.wordlists import broken, wordlist

Cue = tuple[tuple[str, ...], int]
"""The words behind the first, and the number of the type in `TYPES`."""


@cache
def cues(language: str = "id") -> Mapping[str, tuple[Cue, ...]]:
    """First word to its cues. A line with a semicolon holds phrases, any other single words.

    Raises `DataError` where a type of PLOVER is missing or unknown.
    """
    content = wordlist(language, "plover/cues")
    if set(content) != {name.upper() for name in TYPES}:
        broken(language, "plover/cues", "it needs each of PLOVER's types, and no other")
    found: dict[str, list[Cue]] = {}
    for number, name in enumerate(TYPES):
        for line in content[name.upper()].splitlines():
            phrases = line.split(";") if ";" in line else line.split()
            for words in filter(None, (phrase.lower().split() for phrase in phrases)):
                if words[0] not in scopes().before:  # "akan menyerang" is told by its verb
                    found.setdefault(words[0], []).append((tuple(words[1:]), number))
    return {first: tuple(several) for first, several in found.items()}


def cued(low: Sequence[str], bare: Sequence[str], at: int) -> frozenset[int]:
    """The types whose cues begin at a word of a sentence."""
    known = cues()
    found = known.get(low[at]) or known.get(bare[at])
    return frozenset(
        number for rest, number in found or () if not rest or tuple(low[at + 1 : at + 1 + len(rest)]) == rest
    )
