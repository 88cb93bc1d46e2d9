"""What the teacher says of unlabelled sentences, and of gold ones where they are not annotated.

    python -m training.teach --teacher build/teacher.pt --sentences 27000 --out build/taught.pkl

The news is the publishers': only the teacher's opinions of it enter the weights of the student.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import spacy
import torch
from numpy.typing import NDArray
from spacy.tokenizer import Tokenizer

from saksama.language.rows import LENGTH, in_pieces, pack, piecer
from saksama.language.split import sentence_starts
from saksama.language.tokenizer import build_tokenizer
from training.corpus import SEED
from training.fit import gold, restored
from training.lessons import tensors
from training.network import Reader
from training.sentence import Sentence

Floats = NDArray[np.float16]
_SHORT, _LONG = 5, 70
_EACH = 5
_NEWS = 0.85


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence with the teacher's opinions, as logarithms of probabilities, a row a word.

    `arcs` has a column for each possible head, the root first; `labels` are of the likeliest head, which
    is in `heads` (0 is the root); `hidden` is the teacher's last layer, the start piece first.
    """

    sentence: Sentence
    tags: Floats
    names: Floats
    arcs: Floats
    heads: NDArray[np.int64]
    labels: Floats
    hidden: Floats


def unlabelled(data: Path, count: int, random: Random) -> list[Sentence]:
    """Sentences of the news, a few an article, and premises of IndoNLI; none twice."""
    tokenizer = build_tokenizer(spacy.blank("id"))
    with gzip.open(data / "news" / "indonesian-news.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    random.shuffle(articles)
    with gzip.open(data / "entailment" / "indonli-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        premises = sorted({json.loads(line)["premise"] for line in lines})
    random.shuffle(premises)
    found: dict[tuple[str, ...], Sentence] = {}
    for article in articles:
        drawn = list(_sentences(f"{article['title'] or ''}\n{article['text'] or ''}", tokenizer))
        for sentence in random.sample(drawn, min(_EACH, len(drawn))):
            found.setdefault(sentence.words, sentence)
        if len(found) >= _NEWS * count:
            break
    for premise in premises:
        if len(found) >= count:
            break
        for sentence in _sentences(premise, tokenizer):
            found.setdefault(sentence.words, sentence)
    return list(found.values())


def _sentences(text: str, tokenizer: Tokenizer) -> Iterator[Sentence]:
    """The sentences of a text, line by line, on our tokens."""
    for line in text.splitlines():
        doc = tokenizer(" ".join(line.split()))
        if not len(doc):
            continue
        edges = [*sorted(sentence_starts(doc) | {0}), len(doc)]
        for start, end in pairwise(edges):
            if _SHORT <= end - start <= _LONG:
                part = doc[start:end]
                yield Sentence(tuple(t.text for t in part), tuple(bool(t.whitespace_) for t in part))


def taught(reader: Reader, sentences: Sequence[Sentence], pieces: Path) -> Iterator[Taught]:
    """The teacher's opinions, in the order of the sentences; those too long for a row are left out."""
    cut = piecer(pieces)
    given = [(s, in_pieces(s.words, s.spaces, cut)) for s in sentences]
    given = [(s, words) for s, words in given if 2 + sum(map(len, words)) <= LENGTH]
    given.sort(key=lambda item: sum(map(len, item[1])))
    began = time.monotonic()
    step = 120
    for at in range(0, len(given), step):
        yield from _opinions(reader, given[at : at + step])
        if at // step % 20 == 0:
            print(f"{at}/{len(given)} {time.monotonic() - began:.0f}s", flush=True)


@torch.inference_mode()
def _opinions(
    reader: Reader, group: Sequence[tuple[Sentence, Sequence[tuple[int, ...]]]]
) -> Iterable[Taught]:
    rows = pack([words for _, words in group])
    inputs = tensors(rows)
    owners = inputs.pop("owners")
    x = reader.words(**inputs)
    arcs = reader.arcs(x, owners)
    heads = arcs.argmax(-1)
    parts = [
        _half(torch.log_softmax(logits, -1))
        for logits in (reader.tags(x), reader.names(x), reader.labels(x, heads))
    ]
    arcs_, hidden, heads_ = arcs.numpy(), _half(x), heads.numpy()
    found = []
    for (sentence, _), (row, slot, count) in zip(group, rows.places, strict=True):
        whole, here = slice(slot, slot + count + 1), slice(slot + 1, slot + count + 1)
        own = torch.log_softmax(torch.tensor(arcs_[row, here, whole]), -1)
        tags, names, labels = (part[row, here] for part in parts)
        found.append(
            Taught(sentence, tags, names, _half(own), heads_[row, here] - slot, labels, hidden[row, whole])
        )
    return found


def _half(values: torch.Tensor) -> Floats:
    return values.clamp(min=-30.0).half().numpy()


def main(teacher: Path, data: Path, parts: Path, sentences: int, out: Path) -> None:
    random = Random(SEED)
    reader, _, _ = restored(teacher)
    material = gold(data)
    everything = [*material.epoch(random), *unlabelled(data, sentences, random)]
    opinions = list(taught(reader, everything, parts / "pieces.model"))
    with out.open("wb") as file:
        pickle.dump(opinions, file, protocol=5)
    print(f"{len(opinions):,} sentences")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--teacher", type=Path, default=Path("build/teacher.pt"))
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--parts", type=Path, default=Path("build/pieces"))
    arguments.add_argument("--sentences", type=int, default=27_000)
    arguments.add_argument("--out", type=Path, default=Path("build/taught.pkl"))
    main(**vars(arguments.parse_args()))
