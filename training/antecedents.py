"""Learn the weights of `saksama.actors.ranking`: whom a pronoun means where no plain rule says so.

    python -m training.antecedents [--data ../shared/data] [--check] [--write]

A log-linear ranking over the features of `saksama.actors.candidates`, one set of weights for each class of
pronoun, trained on the development part of COIN (CC BY-SA 4.0) and on `antecedents_news.tsv`, labels
of our own on 340 pronouns of news. What the plain rules answer is not learnt. `--check` measures by
cross-validation over documents; `--write` trains on all and replaces the table that ships.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation import coreference

from saksama.actors.base import base
from saksama.actors.candidates import Asked, Candidate
from saksama.actors.ranking import Features, Ranker, Weighted
from saksama.actors.resolve import resolve
from saksama.language import analyse
from saksama.records import Article, Mention, Reading
from training.ranking import Case, fit

TABLE = Path(__file__).parents[1] / "src" / "saksama" / "language" / "id" / "antecedents.tsv"
LABELS = Path(__file__).with_name("antecedents_news.tsv")
FOLDS = 5
HEADER = """\
# Which candidate a pronoun means: weights over the features of actors/candidates.py.
# Learnt by `python -m training.antecedents --write` from the development part of COIN (Indonesian
# coreference, CC BY-SA 4.0) and from labels of our own on news; the numbers are CC BY-SA 4.0.
"""


@dataclass(slots=True)
class Teacher:
    """A ranker that knows the answer and keeps what it was asked; `right` tells the right candidates."""

    right: Callable[[int, Sequence[Candidate]], list[int] | None]
    cases: list[Case]

    def choose(
        self, asked: Asked, options: Sequence[Features], among: Sequence[Candidate]
    ) -> tuple[int, float]:
        numbers = self.right(asked.index, among)
        if numbers is None:
            return 0, 1.0
        self.cases.append(Case(asked.pronoun, tuple(map(tuple, options)), frozenset(numbers or [0])))
        return (numbers[0] if numbers else 0), 1.0


def from_coin(documents: Sequence[coreference.Document], readings: Sequence[Reading]) -> list[list[Case]]:
    """The cases of each document, those before a pronoun resolved as the gold has them."""
    return [_of_document(*pair) for pair in zip(documents, readings, strict=True)]


def _of_document(document: coreference.Document, reading: Reading) -> list[Case]:
    cluster_of = _clusters(document, resolve(reading, base(), Teacher(lambda *_: None, [])))
    tokens = [token for sentence in reading.sentences for token in sentence.tokens]

    def right(index: int, among: Sequence[Candidate]) -> list[int]:
        end = tokens[index].end
        spans = ((end - 3, end), (tokens[index].start, end))
        gold = next((document.gold[span][1] for span in spans if span in document.gold), None)
        numbered = enumerate((candidate.site.actors for candidate in among), 1)
        return [n for n, actors in numbered if gold and [cluster_of.get(a) for a in actors] == [gold]]

    teacher = Teacher(right, [])
    resolve(reading, base(), teacher)
    return teacher.cases


def _clusters(document: coreference.Document, reading: Reading) -> dict[str, int]:
    """The gold cluster of each actor: that of most of its names."""
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for span, mention in coreference.aligned(document, as_given(reading), by_head=True).mentions.items():
        if mention.actor and mention.label != "PRO" and span in document.gold:
            votes[mention.actor][document.gold[span][1]] += 1
    return {actor: counts.most_common(1)[0][0] for actor, counts in votes.items()}


def as_given(reading: Reading) -> list[Mention]:
    """The mentions as the account gives them, a place as its actor."""
    return [replace(mention, actor=mention.actor or mention.place) for mention in reading.mentions]


def from_news(data: Path) -> list[list[Case]]:
    """The labelled pronouns of each article, those whose antecedent is still found where it was."""
    labels: dict[str, dict[int, int | None]] = defaultdict(dict)
    for row in LABELS.read_text("utf-8").splitlines():
        if row and row[0] != "#":
            url, start, antecedent = row.split("\t")
            labels[url][int(start)] = int(antecedent) if antecedent else None
    rows = {row["url"]: row for row in _news(data) if row["url"] in labels}
    readings = _read(f"{row['title'] or ''}\n\n{row['text']}" for row in rows.values())
    return [_of_labels(reading, labels[url]) for url, reading in zip(rows, readings, strict=True)]


def _of_labels(reading: Reading, labels: dict[int, int | None]) -> list[Case]:
    plain = resolve(reading, base(), Teacher(lambda *_: None, []))
    at = {mention.start: mention.actor for mention in as_given(plain)}
    starts = [token.start for sentence in reading.sentences for token in sentence.tokens]

    def right(index: int, among: Sequence[Candidate]) -> list[int] | None:
        if starts[index] not in labels:
            return None
        antecedent = labels[starts[index]]
        actor = at.get(antecedent) if antecedent is not None else None
        found = [n for n, candidate in enumerate(among, 1) if (actor,) == candidate.site.actors]
        return None if antecedent is not None and not found else found

    teacher = Teacher(right, [])
    resolve(reading, base(), teacher)
    return teacher.cases


def _news(data: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(data / "news" / "indonesian-news.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _read(texts: Iterable[str]) -> Iterator[Reading]:
    named = ((f"t{n}", text) for n, text in enumerate(texts))
    articles = [Article(i, None, None, None, "id", None, "unknown", (), t, None, ()) for i, t in named]
    return analyse(articles)


def check(
    documents: Sequence[coreference.Document],
    readings: Sequence[Reading],
    coin: Sequence[list[Case]],
    news: Sequence[list[Case]],
) -> Iterator[str]:
    """CoNLL F1 with each document read by weights learnt from the others, and without any weights."""
    held_out = [fit([c for n, cases in enumerate(coin) if n % FOLDS != k for c in cases]
                    + [c for n, cases in enumerate(news) if n % FOLDS != k for c in cases])
                for k in range(FOLDS)]  # fmt: skip
    silent = Teacher(lambda *_: None, [])
    rankers: list[tuple[str, list[Ranker]]] = [
        ("rules alone", [silent] * FOLDS),
        ("rules, then ranking", [Weighted(weights) for weights in held_out]),
    ]
    for name, by_fold in rankers:
        read = [resolve(reading, base(), by_fold[n % FOLDS]) for n, reading in enumerate(readings)]
        for by_head in (False, True):
            both = zip(documents, read, strict=True)
            total = coreference.score(coreference.aligned(d, as_given(r), by_head) for d, r in both)
            yield f"{name}, {'head' if by_head else 'exact'}: {total.conll:.3f}"
    folds = ((Weighted(held_out[n % FOLDS]), case) for n, cases in enumerate(news) for case in cases)
    outcome = Counter((case.pronoun, case.outcome(ranker)) for ranker, case in folds)
    yield from (f"news, {pronoun}: {what} {number}" for (pronoun, what), number in sorted(outcome.items()))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.antecedents", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--check", action="store_true", help="cross-validate")
    parser.add_argument("--write", action="store_true", help="replace the table that ships")
    args = parser.parse_args()
    documents = list(coreference.documents(args.data / coreference.FILE))
    readings = list(_read(document.text for document in documents))
    coin, news = from_coin(documents, readings), from_news(args.data)
    if args.check:
        print("\n".join(check(documents, readings, coin, news)))
    if args.write:
        weights = fit([case for cases in (*coin, *news) for case in cases])
        rows = "".join(
            f"{pronoun}\t{feature}\t{w:.2f}\n" for (pronoun, feature), w in sorted(weights.items())
        )
        TABLE.write_text(f"{HEADER}pronoun\tfeature\tweight\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main()
