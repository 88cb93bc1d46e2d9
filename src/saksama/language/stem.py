"""Rough stems, to see whether a word returns in another form: membahas, pembahasan, dibahas, bahas.

A word gives a few candidate stems; two words may be one if they share one. Made for comparing within
one text, where a wrong stem does little harm; lemmas of the pipeline are better where they exist.
"""

from __future__ import annotations

from functools import lru_cache

_PREFIXES = (
    "memper", "diper", "menge", "penge", "meny", "peny", "meng", "peng", "mem", "pem", "men", "pen",
    "me", "pe", "ber", "ter", "per", "di", "ke", "be",
)  # fmt: skip
_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "lah", "kah", "pun", "an", "i")
_RESTORED = {
    "meny": "s",
    "peny": "s",
    "meng": "k",
    "peng": "k",
    "mem": "p",
    "pem": "p",
    "men": "t",
    "pen": "t",
}
_SHORTEST = 3


@lru_cache(maxsize=8192)
def stems(word: str) -> frozenset[str]:
    """All stems of at least three letters that the affixes of a word allow, itself among them."""
    word = word.lower()
    found = {word}
    for body in (word, *(word[len(p) :] for p in _PREFIXES if word.startswith(p))):
        found.add(body)
    for prefix, letter in _RESTORED.items():
        if word.startswith(prefix):
            found.add(letter + word[len(prefix) :])
    for body in tuple(found):
        found.update(body[: -len(s)] for s in _SUFFIXES if body.endswith(s))
    return frozenset(stem for stem in found if len(stem) >= _SHORTEST)


def related(one: str, other: str) -> bool:
    """Whether two words may be forms of one stem of at least four letters, or are the same."""
    return one.lower() == other.lower() or any(len(stem) > _SHORTEST for stem in stems(one) & stems(other))
