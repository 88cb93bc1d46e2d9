"""Learn what makes an article part of a story: the weights of `saksama.stories.nearness`.

    python -m training.stories [--data ../shared/data] [--check] [--write]

Learnt from the `dev` days of `evaluation/gold/stories-*.tsv` alone. Each article is held against its own
story and against all that share a heavy word, each of them whole, as it was before the article came, and in
random parts, since the program meets stories half told. `--check` prints what cross-validation over blocks
(thirds of the stream, each other crawl) makes of it; the same labels give the same weights.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from evaluation.stories import TABLES, gold, readings

from saksama.records import Reading
from saksama.store import MemoryDesk
from saksama.stories.nearness import Elsewhere, Own, Whole, features
from saksama.stories.place import ALIKE, CANDIDATES
from saksama.stories.profile import KEYS, WINDOW, cosine, keys, sought, terms

OUT = Path("src/saksama/stories/data/nearness.tsv")
RIDGE, STEPS, SEED = 3.0, 40, 1
THIRDS = 3  # of the days of the stream, each a block
HEAD = """# What makes an article part of a story: the weight of each likeness; the constant has no name
# origin: learnt by training/stories.py from our own labels (evaluation/gold/stories-*.tsv, dev), Apache-2.0
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A labelled article: its number, its day as a number, its block, story and terms.

    `near` holds the earlier articles that the program would hold it against, with their likeness in words.
    """

    number: int
    day: int
    block: str
    story: str
    terms: dict[str, float]
    near: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """Rows of features, whether each is right, its weight and its block of days."""

    names: tuple[str, ...]
    rows: np.ndarray
    right: np.ndarray
    weight: np.ndarray
    block: np.ndarray


def labelled(data: Path) -> list[Told]:
    """The articles of all `dev` parts in the order of adding; their stories bear the name of their table."""
    found: list[Told] = []
    for name in TABLES:
        labels = gold(name)
        read = {line: r for line, r in readings(data, labels).items() if labels.part[line] == "dev"}
        found += told(name, labels.story, read, len(found))
    return found


def told(name: str, story: dict[int, str], read: dict[int, Reading], first: int) -> Iterator[Told]:
    """The articles of one table, by line, numbered from `first`."""
    desk, numbers = MemoryDesk(), {}
    for n, (line, reading) in enumerate(read.items()):
        own, published = terms(reading), reading.article.published
        found = [a for a in desk.candidates(sought(own, published), CANDIDATES) if a != reading.article.id]
        desk.put(reading, own, keys(own, published))
        near = [(numbers[a], cosine(own, desk.terms(a))) for a in found]
        numbers[reading.article.id] = first + n
        block = f"{name} {n * THIRDS // len(read)}" if name == "stream" else name
        yield Told(
            first + n,
            date.fromisoformat(str(published)).toordinal(),
            block,
            f"{name} {story[line]}",
            own,
            tuple((number, alike) for number, alike in near if alike >= ALIKE),
        )


def cases(told: Sequence[Told]) -> Cases:
    """Every article against the stories that it could be taken for."""
    rng = random.Random(SEED)
    by_story, by_word = defaultdict(list), defaultdict(set)
    for article in told:
        by_story[article.story].append(article)
        for word in _heavy(article):
            by_word[word].add(article.story)
    rows, right, weight, block = [], [], [], []
    for article in told:
        near = {article.story}.union(*(by_word[word] for word in _heavy(article)))
        for story in sorted(near):
            parts = list(_parts(article, by_story[story], rng))
            for part in parts:
                whole = Whole.of([a.terms for a in part])
                days = min(abs(a.day - article.day) for a in part)
                rows.append(features(Own.of(article.terms), whole, days, _elsewhere(article, part)))
                right.append(story == article.story)
                weight.append(1 / len(parts))
                block.append(article.block)
    values = np.array([list(row.values()) for row in rows])
    return Cases(tuple(rows[0]), values, np.array(right, float), np.array(weight), np.array(block))


def _heavy(article: Told) -> list[str]:
    return list(article.terms)[: 2 * KEYS]


def _elsewhere(article: Told, story: list[Told]) -> Elsewhere:
    """What lies near the article outside a story."""
    inside = {a.number for a in story}
    outside = [alike for number, alike in article.near if number not in inside]
    return Elsewhere(max(outside, default=0.0), len(outside))


def _parts(article: Told, story: list[Told], rng: random.Random) -> Iterator[list[Told]]:
    """What the article may find of a story: what came before, one member, some, all but itself."""
    others = [a for a in story if a is not article and abs(a.day - article.day) <= WINDOW]
    alike = max((cosine(article.terms, a.terms) for a in others), default=0.0)
    if not others or (story[0].story != article.story and alike < ALIKE):
        return
    before = [a for a in others if a.number < article.number]
    if before:
        yield before
    if len(others) > 1:
        yield rng.sample(others, 1)
    if len(others) > 2:
        some = rng.sample(others, min(len(others), rng.choice((2, 3, 4))))
        yield sorted(some, key=lambda a: a.number)
    if len(others) > 1 or not before:
        yield others


def fit(found: Cases, chosen: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge on standardised features, by Newton's steps; constant last."""
    rows, right, weight = found.rows[chosen], found.right[chosen], found.weight[chosen]
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    inputs = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag([RIDGE] * (inputs.shape[1] - 1) + [1e-6])
    found_weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-inputs @ found_weights))
        slope = inputs.T @ (weight * (chance - right)) + ridge @ found_weights
        curve = (inputs * (weight * chance * (1 - chance))[:, None]).T @ inputs + ridge
        found_weights -= np.linalg.solve(curve, slope)
    plain = found_weights[:-1] / spread
    return np.append(plain, found_weights[-1] - plain @ mean)


def check(found: Cases) -> None:
    """Best F1 of the decisions that cross-validation over blocks of days makes."""
    scores = np.zeros(len(found.right))
    for block in np.unique(found.block):
        held = found.block == block
        learnt = fit(found, ~held)
        scores[held] = found.rows[held] @ learnt[:-1] + learnt[-1]
    order = np.argsort(-scores)
    hits = np.cumsum((found.weight * found.right)[order])
    f1 = 2 * hits / (np.cumsum(found.weight[order]) + (found.weight * found.right).sum())
    print(f"best F1 {f1.max():.3f} at a score of {scores[order][f1.argmax()]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.stories", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--check", action="store_true", help="print what cross-validation makes of it")
    parser.add_argument("--write", action="store_true", help="write the weights")
    args = parser.parse_args()
    found = cases(labelled(args.data))
    print(f"{len(found.right)} cases, {found.right.sum():.0f} right")
    if args.check:
        check(found)
    learnt = fit(found, np.ones(len(found.right), bool))
    lines = [f"{name}\t{value:.4f}" for name, value in zip((*found.names, ""), learnt, strict=True)]
    if args.write:
        OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
