"""The keys by which fact-checks are found: pairs of the rarest words of a claim.

A review is kept under the pairs of its three rarest words, and a sentence asks for the pairs of its own
telling words: so a sentence that shares two of the three with a claim finds it, and no other claim is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from saksama.checks.known_claim.profile import Profile, Word, profile
from saksama.records import ClaimReview

_RAREST = 3
_MOST_WORDS = 14  # of a sentence, the rarest; a longer one is a list


def keys_of(review: ClaimReview) -> tuple[str, ...]:
    """The keys under which a fact-check is put on a desk; none where its claim says too little."""
    return tuple(_pairs(_rarest(profile(review.claim).words, _RAREST)))


def asked(sentences: Iterable[Profile]) -> tuple[str, ...]:
    """The keys that the sentences of an article ask for, each once."""
    found: dict[str, None] = {}
    for sentence in sentences:
        found.update(dict.fromkeys(_pairs(_rarest(sentence.words, _MOST_WORDS))))
    return tuple(found)


def _rarest(words: tuple[Word, ...], most: int) -> list[str]:
    weighed = {word.root: word.weight for word in words}
    return sorted(sorted(weighed, key=lambda root: (-weighed[root], root))[:most])


def _pairs(roots: list[str]) -> Iterable[str]:
    return (f"k:{one}+{other}" for one, other in combinations(roots, 2))
