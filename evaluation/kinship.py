"""Copies, updates and rewrites planted into real articles, and what must not be taken for them.

Made at run time from articles of the labelled stream, each part from its own days, by dropping, adding and
reordering sentences, changing a figure and swapping words for others of the same meaning
(`gold/synonyms.tsv`, own work); nothing of it is kept. Beside them stand follow-ups that reprint a block of
background, and daily reports of one template, which are kin to nothing. All go through the whole pipeline.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.articles import GOLD, NEWS, PARTS, Tally, news, table
from evaluation.stories import KINDS, gold
from saksama.records import Article

PER_PART, SEED = 20, 6  # articles from which pairs are made
LEAST, MOST = 10, 30  # sentences of such an article
DAILY = 5  # sentences with figures that make a daily report
_END = re.compile(r"(?<=[.!?”\"])\s+")
_FIGURE = re.compile(r"\b\d+\b")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Planted:
    """Two texts and how the second was made from the first."""

    kind: str
    old: str
    new: str


def measure(data: Path) -> dict[str, float]:
    """F1 of each kind, and the share of what is kin to nothing that is left so; nothing without the news."""
    if not (data / NEWS).is_file():
        return {}
    return {f"kinship.{part}.{name}": value for part in PARTS for name, value in _scores(data, part)}


def _scores(data: Path, part: str) -> Iterator[tuple[str, float]]:
    judged = [(pair.kind, found) for pair, found in judge(list(planted(data, part)))]
    for kind in KINDS:
        tally = Tally()
        for wanted, found in judged:
            tally.right += wanted == found == kind
            tally.missed += wanted == kind != found
            tally.wrong += found == kind != wanted
        yield f"{kind}_f1", tally.scores()["f1"]
    quiet = [found for wanted, found in judged if wanted == "none"]
    yield "quiet", quiet.count("none") / len(quiet)


def judge(pairs: list[Planted]) -> Iterator[tuple[Planted, str]]:
    """The pairs with the kind that was found."""
    from saksama.pipeline import read_articles
    from saksama.sources import from_text
    from saksama.stories.lineage import lineage

    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.old, pair.new)))
    articles = [replace(from_text(text), id=f"p{number}") for number, text in enumerate(texts)]
    read = dict(zip(texts, read_articles(articles), strict=True))
    for pair in pairs:
        edge = lineage(read[pair.old], read[pair.new])
        yield pair, edge.kind if edge else "none"


def planted(data: Path, part: str) -> Iterator[Planted]:
    """Pairs of every kind from random articles of a part; the same each time."""
    rng = random.Random(SEED)
    lines = [line for line, of in gold().part.items() if of == part]
    read = [sentences(article) for article in news(data, lines)]
    fit = [found for found in read if LEAST <= len(found) <= MOST]
    swaps = {row["word"]: row["other"] for row in table(GOLD, "synonyms")}
    chosen = rng.sample(fit, min(PER_PART, len(fit) - 1))
    for body, other in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        yield from _of(body, other, swaps, rng)


def _of(body: list[str], other: list[str], swaps: dict[str, str], rng: random.Random) -> Iterator[Planted]:
    old = " ".join(body)
    few = max(1, len(body) // 10)
    dropped = [s for n, s in enumerate(body) if n not in rng.sample(range(len(body)), few)]
    yield Planted("copy", old, " ".join(_changed(dropped, rng)))
    yield Planted("update", old, " ".join([*body[:2], *other[: len(body) // 2], *body[2:]]))
    yield Planted("rewrite", old, " ".join(reworded(sentence, swaps) for sentence in dropped))
    block = body[len(body) // 2 :]
    yield Planted("none", old, " ".join([*other[: len(block) + 2], *block]))
    figures = [sentence for sentence in body if _FIGURE.search(sentence)]
    if len(figures) >= DAILY:
        later = (_FIGURE.sub(lambda m: str(int(m[0][:9]) + 3), sentence) for sentence in figures)
        yield Planted("none", " ".join(figures), " ".join(later))


def _changed(body: list[str], rng: random.Random) -> list[str]:
    """The text with one figure changed, if it has any."""
    holders = [n for n, sentence in enumerate(body) if _FIGURE.search(sentence)]
    if holders:
        at = rng.choice(holders)
        body[at] = _FIGURE.sub(lambda m: str(int(m[0][:9]) + 1), body[at], count=1)
    return body


def reworded(sentence: str, swaps: dict[str, str]) -> str:
    """The sentence with each listed word swapped for its other, and its last clause first if there is one."""
    told = _WORD.sub(lambda m: swaps.get(m[0].lower(), m[0]), sentence)
    head, comma, tail = told.rstrip(".").rpartition(", ")
    return f"{tail[:1].upper()}{tail[1:]}, {head}." if comma and len(tail.split()) > 3 else told


def sentences(article: Article) -> list[str]:
    """The sentences of the body, split in the plainest way."""
    body = article.text[article.title.end :] if article.title else article.text
    return [piece.strip() for piece in _END.split(body) if len(piece.split()) > 5]
