"""Coreference on the development part of COIN: who and what is the same inside one article.

    .venv/bin/python -m evaluation.coreference [--data ../shared/data]

prints precision and recall of each part. Each document is put together as running text and read by
`saksama.read`; the mentions of the account that share an actor are one cluster. The choices:

- A gold mention counts where COIN types it as a proper name or a pronoun; noun phrases, verbs and lists
  do not, and ours of label NOM do not either. Relative clauses that COIN types as pronouns stay in:
  nothing here finds them.
- Clusters of one are left out on both sides: COIN marks none, so one that is found is neither right
  nor wrong.
- `exact` aligns mentions by their characters alone. `head` aligns the rest as well: one of ours with
  one of the gold, name with name and pronoun with pronoun, where the shorter lies inside the longer; of
  several the one that shares most. COIN's spans take in titles, degrees and relative clauses, ours do not.
- *nya*, a token of its own in COIN, is written to the word before it, without the hyphen that some of the
  documents put between; a mention of it is these three letters.
- Counts are summed over the documents and then divided, as the CoNLL scorer does.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.clusters import MEASURES, Score
from saksama.records import Mention

FILE = Path("coreference") / "coin-dev.jsonl.gz"
KINDS = {"PROPER": "name", "PRONOUN": "pronoun"}
_GLUE_LEFT = frozenset(",.;:?!)%]”’") | {"'s", "nya"}
_GLUE_BOTH = frozenset("-/–")
_OPENING = frozenset("([“‘")
_STRAIGHT = "\"'"

Span = tuple[int, int]
Reader = Callable[[str], Sequence[Mention]]


@dataclass(frozen=True)
class Document:
    """Running text; each span that counts with its kind and its cluster."""

    text: str
    gold: dict[Span, tuple[str, int]]


@dataclass(frozen=True)
class Aligned:
    """One document's clusters over gold spans; ours that match none keep their own."""

    document: Document
    gold: list[frozenset[Span]]
    ours: list[frozenset[Span]]
    mentions: dict[Span, Mention]  # by the span that it was aligned to


def measure(data: Path, read: Reader | None = None) -> dict[str, float]:
    """Shares from 0 to 1: CoNLL F1 by both alignments, F1 of its three parts by the exact one."""
    path = data / FILE
    if not path.is_file():
        return {}
    exact, by_head = (score(pairs) for pairs in zip(*both(path, read), strict=True))
    parts = {f"coreference.coin-dev.{name}_f1": exact.counts[name].f1 for name in MEASURES}
    return parts | {
        "coreference.coin-dev.conll_f1": exact.conll,
        "coreference.coin-dev.conll_f1_head": by_head.conll,
    }


def both(path: Path, read: Reader | None = None) -> Iterator[tuple[Aligned, Aligned]]:
    """Each document aligned exactly and by head."""
    read = read or _account
    for document in documents(path):
        mentions = read(document.text)
        yield aligned(document, mentions, False), aligned(document, mentions, True)


def score(pairs: Iterable[Aligned]) -> Score:
    total = Score()
    for pair in pairs:
        total.add(pair.gold, pair.ours)
    return total


def _account(text: str) -> Sequence[Mention]:
    import saksama

    return saksama.read(text).mentions


def documents(path: Path) -> Iterator[Document]:
    """The documents of the set as running text."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            text, spans = detokenised(row["tokens"])
            yield Document(text, dict(_gold(row["corefs"], spans)))


def _gold(corefs: Iterable[dict[str, Any]], spans: Sequence[Span]) -> Iterator[tuple[Span, tuple[str, int]]]:
    for mention in corefs:
        if kind := KINDS.get(mention["type"]):
            span = (spans[mention["start"]][0], spans[mention["end"] - 1][1])
            yield span, (kind, mention["cluster"])


def detokenised(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Running text and the span of each token; a hyphen before *nya* stands for nothing."""
    text, glued, spans = "", True, []
    is_open = dict.fromkeys(_STRAIGHT, False)
    for number, word in enumerate(tokens):
        written = "" if word == "-" and tokens[number + 1 : number + 2] == ["nya"] else word
        closes = is_open.get(word, False)
        if not (glued or closes or word in _GLUE_LEFT or word in _GLUE_BOTH):
            text += " "
        if word in is_open:
            is_open[word] = not closes
        glued = word in _GLUE_BOTH or word in _OPENING or is_open.get(word, False)
        spans.append((len(text), len(text) + len(written)))
        text += written
    return text, spans


def aligned(document: Document, mentions: Sequence[Mention], by_head: bool) -> Aligned:
    """Both sides' clusters of two and more."""
    ours = _ours(mentions)
    onto = {span: span for span in ours}
    if by_head:
        onto |= _near(set(document.gold) - set(ours), set(ours) - set(document.gold), document, ours)
    predicted, gold = defaultdict(set), defaultdict(set)
    for span, mention in ours.items():
        if mention.actor:
            predicted[mention.actor].add(onto[span])
    for span, (_, cluster) in document.gold.items():
        gold[cluster].add(span)
    return Aligned(
        document,
        [frozenset(spans) for spans in gold.values() if len(spans) > 1],
        [frozenset(spans) for spans in predicted.values() if len(spans) > 1],
        {onto[span]: mention for span, mention in ours.items()},
    )


def _ours(mentions: Sequence[Mention]) -> dict[Span, Mention]:
    """Names and pronouns by their span; of two on one span that with an actor."""
    counted = (m for m in mentions if m.label != "NOM")
    return {(m.start, m.end): m for m in sorted(counted, key=lambda m: m.actor is not None)}


def _near(
    gold: set[Span], left: set[Span], document: Document, ours: dict[Span, Mention]
) -> dict[Span, Span]:
    """One to one, those that share most first."""
    pairs = [
        (-_overlap(mine, theirs), mine, theirs)
        for mine in left
        for theirs in gold
        if _inside(mine, theirs) and (document.gold[theirs][0] == "pronoun") == (ours[mine].label == "PRO")
    ]
    found: dict[Span, Span] = {}
    taken: set[Span] = set()
    for _, mine, theirs in sorted(pairs):
        if mine not in found and theirs not in taken:
            found[mine] = theirs
            taken.add(theirs)
    return found


def _inside(one: Span, other: Span) -> bool:
    return (one[0] >= other[0] and one[1] <= other[1]) or (one[0] <= other[0] and one[1] >= other[1])


def _overlap(one: Span, other: Span) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def _table(name: str, total: Score) -> Iterator[str]:
    yield f"{name:<8} {'P':>7} {'R':>7} {'F1':>7}"
    for part in MEASURES:
        counts = total.counts[part]
        yield f"{part:<8} {counts.precision:7.3f} {counts.recall:7.3f} {counts.f1:7.3f}"
    yield f"{'CoNLL':<8} {'':7} {'':7} {total.conll:7.3f}"


def errors(data: Path) -> Iterator[str]:
    """A page: the errors by kind, aligned by head, with the words around each."""
    from evaluation.coreference_errors import page

    if (data / FILE).is_file():
        yield from page(by_head for _, by_head in both(data / FILE))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.coreference", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    exact, by_head = zip(*both(parser.parse_args().data / FILE), strict=True)
    print("\n".join([*_table("exact", score(exact)), "", *_table("head", score(by_head))]))


if __name__ == "__main__":
    main()
