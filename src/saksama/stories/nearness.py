"""How near an article is to a story: a log-linear score of a few likenesses, learnt from labelled days.

The weights lie in `data/nearness.tsv`, made by `training/stories.py`. 0 means that article and story are as
likely one happening as not. What is compared are the facets that `profile.terms` makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log, sqrt

from saksama.errors import DataError
from saksama.language.frequencies import weights

FACETS = ("w", "l", "h", "n")
PLAIN = ("d", "s", "e")  # facets that are no vectors
TOP = 8  # heaviest headline words of a story
RARE = 8.0  # about the weight of the rarest words

Terms = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Whole:
    """A story as the sum of its members' terms, and the length of each facet of the sum."""

    members: tuple[Terms, ...]
    total: Counter[str]
    lengths: Mapping[str, float]

    @staticmethod
    def of(members: Sequence[Terms]) -> Whole:
        total: Counter[str] = Counter()
        for terms in members:
            total.update(terms)
        squares = dict.fromkeys((*FACETS, *PLAIN), 0.0)
        for key, weight in total.items():
            squares[key[0]] += weight * weight
        return Whole(tuple(members), total, {facet: sqrt(square) or 1.0 for facet, square in squares.items()})


@dataclass(frozen=True, slots=True)
class Own:
    """The terms of an article by facet."""

    terms: Terms
    by_facet: Mapping[str, tuple[tuple[str, float], ...]]

    @staticmethod
    def of(terms: Terms) -> Own:
        found: dict[str, list[tuple[str, float]]] = {facet: [] for facet in (*FACETS, *PLAIN)}
        for key, weight in terms.items():
            found[key[0]].append((key, weight))
        return Own(terms, {facet: tuple(items) for facet, items in found.items()})

    def like(self, facet: str, other: Terms) -> float:
        """The cosine with another article in one facet; with a sum, still to be divided by its length."""
        return sum(weight * other[key] for key, weight in self.by_facet[facet] if key in other)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is like an article outside a story: the likeness in words of the most alike, and how many are.

    Where much is alike, a likeness tells less: a topic goes round.
    """

    best: float = 0.0
    count: int = 0


NOTHING = Elsewhere()


def nearness(own: Own, story: Whole, days: int, elsewhere: Elsewhere, language: str = "id") -> float:
    """The score of an article that lies so many days from the nearest member of a story."""
    held = learnt()
    found = features(own, story, days, elsewhere, language)
    return held[""] + sum(held[name] * value for name, value in found.items() if name in held)


def features(
    own: Own, story: Whole, days: int, elsewhere: Elsewhere = NOTHING, language: str = "id"
) -> dict[str, float]:
    """The likenesses by name, each about 0 to 1."""
    words = sorted((own.like("w", member) for member in story.members), reverse=True)
    headline = max(own.like("h", member) for member in story.members)
    found = {f"whole_{facet}": own.like(facet, story.total) / story.lengths[facet] for facet in FACETS}
    found |= {
        "best_w": words[0],
        "best3_w": sum(words[:3]) / len(words[:3]),
        "mean_w": sum(words) / len(words),
        "best_l": max(own.like("l", member) for member in story.members),
        "best_h": headline,
        "root_w": sqrt(found["whole_w"]),
        "days": min(days, 12) / 6,
        "same_day": float(days == 0),
        "days_h": headline * (days > 0),
        "size": log(len(story.members)),
        "size_w": log(len(story.members)) * found["whole_w"],
        "names_w": found["whole_w"] * found["whole_n"],
        "margin": words[0] - elsewhere.best,
        "crowd": log(1 + elsewhere.count),
    }
    found |= _told(own, story) | _headlines(own, story, language) | _explaining(own, story)
    found["template_later"] = found["template"] * (days > 0)
    return found


def _told(own: Own, story: Whole) -> dict[str, float]:
    """Days that both leads name or that differ, and sentences of one template."""
    ours = [key for key, _ in own.by_facet["d"]]
    theirs = any(key[0] == "d" for key in story.total)
    shared = any(key in story.total for key in ours)
    masked = own.by_facet["s"]
    return {
        "day_shared": float(shared),
        "day_other": float(bool(ours) and theirs and not shared),
        "template": sum(key in story.total for key, _ in masked) / (len(masked) or 1),
    }


def _explaining(own: Own, story: Whole) -> dict[str, float]:
    """Whether the headlines explain or list: explainers of one matter are each their own story."""
    mine = min(own.terms.get("e:", 0.0), 2.0) / 2
    theirs = min(story.total.get("e:", 0.0) / len(story.members), 2.0) / 2
    return {"explains_mine": mine, "explains_theirs": theirs, "explains_both": mine * theirs}


def _headlines(own: Own, story: Whole, language: str) -> dict[str, float]:
    """How much of each headline the other side tells, and the rarest word that they share."""
    listed, rare = weights(language)
    mine = {key[2:]: weight for key, weight in own.by_facet["h"]}
    headlines = Counter({key[2:]: weight for key, weight in story.total.items() if key[0] == "h"})
    theirs = dict(headlines.most_common(TOP))

    def rarest(words: Mapping[str, float], facet: str, held: Terms) -> float:
        shared = (listed.get(word, rare) for word in words if f"{facet}:{word}" in held)
        return max(shared, default=0.0) / RARE

    return {
        "mine_told": _share(mine, "w", story.total),
        "mine_led": _share(mine, "l", story.total),
        "theirs_told": _share(theirs, "w", own.terms),
        "theirs_led": _share(theirs, "l", own.terms),
        "rare_hh": rarest(mine, "h", story.total),
        "rare_hl": rarest(mine, "l", story.total),
        "rare_lh": rarest(headlines, "l", own.terms),
        "names_told": _names(own, story),
    }


def _share(words: Terms, facet: str, held: Terms) -> float:
    """What part of the weight of some words is held in a facet; a half where there are none."""
    whole = sum(words.values())
    return sum(v for word, v in words.items() if f"{facet}:{word}" in held) / whole if whole else 0.5


def _names(own: Own, story: Whole) -> float:
    """The share of the names in the headline that the story names too."""
    names = [key[2:] for key, _ in own.by_facet["h"] if f"n:{key[2:]}" in own.terms]
    if not names:
        return 0.5
    return sum(f"n:{name}" in story.total or f"w:{name}" in story.total for name in names) / len(names)


@lru_cache(maxsize=1)
def learnt() -> dict[str, float]:
    """Weight by feature; the one without a name is the constant. From `data/nearness.tsv`."""
    rows = files("saksama.stories").joinpath("data/nearness.tsv").read_text("utf-8").splitlines()
    try:
        pairs = [row.split("\t") for row in rows if row[:1] != "#"]
        return {name: float(weight) for name, weight in pairs}
    except ValueError as broken:
        raise DataError(f"stories/data/nearness.tsv: {broken}") from broken
