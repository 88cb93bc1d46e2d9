"""Learn what makes an article part of a story: the weights of `saksama.stories.nearness`.

    python -m training.stories [--data ../shared/data] [--check] [--write]

Learnt from the `dev` days of `evaluation/gold/stories-*.tsv` alone. Each article is held against its own
story and against all that share a heavy word, each of them whole, as it was before the article came, and in
random parts, since the program meets stories half told. `--check` prints what cross-validation over blocks of
days makes of it; the same labels give the same weights.
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
from evaluation.stories import gold, readings

from saksama.stories.nearness import Own, Whole, features
from saksama.stories.profile import KEYS, WINDOW, cosine, terms

OUT = Path("src/saksama/stories/data/nearness.tsv")
RIDGE, STEPS, BLOCKS, SEED = 3.0, 40, 5, 1
LEAST = 0.08  # of the likeness in words: what is less alike is not compared
HEAD = """# What makes an article part of a story: the weight of each likeness; the constant has no name
# origin: learnt by training/stories.py from our own labels (evaluation/gold/stories-*.tsv, dev), Apache-2.0
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A labelled article: its number in the stream, its day as a number, its story and terms."""

    number: int
    day: int
    story: str
    terms: dict[str, float]


@dataclass(frozen=True, slots=True)
class Cases:
    """Rows of features, whether each is right, its weight and its block of days."""

    names: tuple[str, ...]
    rows: np.ndarray
    right: np.ndarray
    weight: np.ndarray
    block: np.ndarray


def labelled(data: Path) -> list[Told]:
    """The articles of the `dev` part in the order of adding."""
    labels = gold()
    read = [(line, r) for line, r in readings(data, labels).items() if labels.part[line] == "dev"]
    return [
        Told(n, date.fromisoformat(str(r.article.published)).toordinal(), labels.story[line], terms(r))
        for n, (line, r) in enumerate(read)
    ]


def cases(told: Sequence[Told]) -> Cases:
    """Every article against the stories that it could be taken for."""
    rng = random.Random(SEED)
    by_story, by_word = defaultdict(list), defaultdict(set)
    for article in told:
        by_story[article.story].append(article)
        for word in list(article.terms)[: 2 * KEYS]:
            by_word[word].add(article.story)
    rows, right, weight, block = [], [], [], []
    blocks = {a.number: a.number * BLOCKS // len(told) for a in told}
    for article in told:
        near = {article.story}.union(*(by_word[word] for word in list(article.terms)[: 2 * KEYS]))
        for story in sorted(near):
            parts = list(_parts(article, by_story[story], rng))
            for part in parts:
                whole = Whole.of([a.terms for a in part])
                days = min(abs(a.day - article.day) for a in part)
                rows.append(features(Own.of(article.terms), whole, days))
                right.append(story == article.story)
                weight.append(1 / len(parts))
                block.append(blocks[article.number])
    values = np.array([list(row.values()) for row in rows])
    return Cases(tuple(rows[0]), values, np.array(right, float), np.array(weight), np.array(block))


def _parts(article: Told, story: list[Told], rng: random.Random) -> Iterator[list[Told]]:
    """What the article may find of a story: what came before, one member, some, all but itself."""
    others = [a for a in story if a is not article and abs(a.day - article.day) <= WINDOW]
    alike = max((cosine(article.terms, a.terms) for a in others), default=0.0)
    if not others or (story[0].story != article.story and alike < LEAST):
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
    for block in range(BLOCKS):
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
