"""Whether a sentence makes the claim that a fact-check dealt with; precision first.

The same topic, the same people or the same event is not the same claim: nearly all that tells something in
the claim must stand in one sentence, every name and number of it among that, said in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from saksama.checks.known_claim.lexicon import lexicon
from saksama.checks.known_claim.names import Names, named
from saksama.checks.known_claim.profile import Profile, Word, profile
from saksama.records import ClaimReview

ENOUGH = 0.85  # share of the claim's weight that the sentence holds
ENOUGH_OF_TWO = 0.95  # the same of two sentences together
FEWEST = 0.5  # the same before names are looked at closely
RARE = 4.5  # weight of a name that stands for a person by itself
ONE_IN = 5  # of so many words one may be missing: in a short claim each counts
MOST_MISSING = 3.0  # weight of a word that the sentence may lack: one that tells little
LEAST_WEIGHT = 8.0  # a claim that weighs less says too little to be known again
LEAST_WORDS = 3
STRETCH, SLACK = 2.5, 6  # the claim's words lie within so many times its length, and a few more words
Stance = Literal["says", "denies"]


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences as they are compared: which, their words, all names of those they mention, the year."""

    first: int
    last: int
    words: Profile
    roots: frozenset[str]
    year: int | None
    enough: float = ENOUGH


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the claim a sentence holds, and whether it says it or says the contrary."""

    share: float
    stance: Stance


def likeness(review: ClaimReview, told: Told) -> Likeness | None:
    """None where the sentence does not make the claim, or leaves open whether it is so."""
    claim = _claim(review.claim)
    if _share(_weighed(claim), told.roots) < FEWEST or not _fits(claim, told):
        return None
    names = named(review.claim)
    telling = _telling(claim, names)
    if not _says_enough(telling, claim):
        return None
    roots = told.roots | _by_one_name(names, telling, told)
    share, missing = _share(telling, roots), telling.keys() - roots
    if share < told.enough or missing & names.all or not _may_lack(missing, telling):
        return None
    if not _close(telling, told.words, claim.size) or _reversed(telling, told.words, names.all):
        return None
    turned = (claim.turned ^ told.words.turned) & (telling.keys() & roots)
    return Likeness(round(share, 3), "denies" if turned else "says")


@lru_cache(maxsize=4096)
def _claim(text: str) -> Profile:
    return profile(text)


def _weighed(claim: Profile) -> dict[str, Word]:
    return {word.root: word for word in claim.words}


def _telling(claim: Profile, names: Names) -> dict[str, Word]:
    """The words of a claim that count; a title beside a name only where the claim is about the office."""
    known, every = lexicon(), _weighed(claim)
    told = {root: word for root, word in every.items() if root not in known.titles}
    aside = len(told) >= LEAST_WORDS and names.all & told.keys() and not claim.roots & known.becomes
    return told if aside else every


def _by_one_name(names: Names, telling: dict[str, Word], told: Told) -> frozenset[str]:
    """All the words of those whom one rare name stands for: "Hasto" for somebody of that name."""
    rare = {root for root, word in telling.items() if word.weight >= RARE} & told.roots
    return frozenset().union(*(person for person in names.people if person & rare))


def _may_lack(missing: Iterable[str], telling: dict[str, Word]) -> bool:
    """Whether what the sentence lacks is one word in five at most, and none that tells much."""
    lacking = [telling[root].weight for root in missing]
    return len(lacking) <= len(telling) // ONE_IN and max(lacking, default=0.0) <= MOST_MISSING


def _share(telling: dict[str, Word], roots: frozenset[str]) -> float:
    whole = sum(word.weight for word in telling.values())
    return sum(word.weight for root, word in telling.items() if root in roots) / whole if whole else 0.0


def _says_enough(telling: dict[str, Word], claim: Profile) -> bool:
    weight = sum(word.weight for word in telling.values())
    return weight >= LEAST_WEIGHT and len(telling) + len(claim.numbers) >= LEAST_WORDS


def _fits(claim: Profile, told: Told) -> bool:
    """Numbers, years, what is shown, and whether it is told as done."""
    words = told.words
    if not claim.numbers <= words.numbers:
        return False
    if claim.shown and (told.first != told.last or not claim.shown & words.shown):
        return False
    years = words.years or ({told.year} if told.year else claim.years)
    if claim.years and not claim.years & years:
        return False
    known = lexicon()
    if claim.roots & known.becomes and not words.roots & known.become:
        return False
    return not words.open & claim.roots - claim.open


def _close(telling: dict[str, Word], words: Profile, size: int) -> bool:
    """Whether the claim's words stand near one another, and are not picked from all over a long sentence."""
    places = [word.at for word in words.words if word.root in telling]
    return not places or max(places) - min(places) <= STRETCH * size + SLACK


def _reversed(telling: dict[str, Word], words: Profile, names: frozenset[str]) -> bool:
    """Whether two who act on one another have changed places: "A menyerang B" is not "B menyerang A"."""
    ours = [word for word in telling.values() if word.root in names]
    theirs = {word.root: word.at for word in reversed(words.words)}
    placed = [theirs[word.root] for word in ours if word.root in theirs]
    if len(placed) < 2 or placed == sorted(placed):
        return False
    passive = any(word.passive for word in telling.values())
    return passive == any(word.passive for word in words.words if word.root in telling)
