"""Word vectors from unlabelled text: `python -m training.vectors --data DIR --out DIR`.

The news is the publishers': only co-occurrence counts of its words enter the vectors. The table holds
the commonest lower-cased words; rarer words fall back on the trained prefix, suffix and shape features.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
import srsly
from spacy.attrs import LOWER
from spacy.vectors import Vectors

from saksama.language.tokenizer import build_tokenizer
from training.corpus import names, syntax

DIMENSIONS, EPOCHS, LEAST = 64, 8, 5
"""Width of a vector, passes over the text, and how often a word must occur to have one."""


def paragraphs(data: Path) -> Iterator[str]:
    """Unlabelled text: news articles and the sentence pairs of IndoNLI."""
    with gzip.open(data / "news" / "indonesian-news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["title"] or ""
            yield from (article["text"] or "").splitlines()
    with gzip.open(data / "entailment" / "indonli-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            yield from (pair["premise"] or "", pair["hypothesis"] or "")


def lines_of_words(data: Path) -> Iterator[list[str]]:
    """Lower-cased tokens, a paragraph or a training sentence a line; repeated paragraphs once."""
    nlp = spacy.blank("id")
    tokenizer = build_tokenizer(nlp)
    seen: set[str] = set()
    for paragraph in paragraphs(data):
        if len(paragraph) > 20 and paragraph not in seen:
            seen.add(paragraph)
            yield [token.lower_ for token in tokenizer(paragraph) if not token.is_space]
    for sentence in (*syntax(data), *names(data)):
        yield [word.lower() for word in sentence.words]


def train(text: Path) -> tuple[list[str], np.ndarray]:
    """fastText skip-gram with subwords; returns words by falling frequency and their unit vectors."""
    import floret

    model = floret.train_unsupervised(
        str(text), model="skipgram", mode="fasttext", dim=DIMENSIONS, epoch=EPOCHS, minCount=LEAST,
        minn=3, maxn=5, bucket=200_000, ws=5, neg=5, lr=0.05, thread=1,
    )  # fmt: skip
    words = [word for word in model.get_words() if word != "</s>"]
    table = np.stack([model.get_word_vector(word) for word in words])
    return words, (table / np.linalg.norm(table, axis=1, keepdims=True)).astype(np.float32)


def keep_attribute(pipeline: Path) -> None:
    """Write down that the keys are lower-cased: spaCy reads this from the file but does not save it."""
    path = pipeline / "vocab" / "vectors.cfg"
    settings = srsly.read_json(path)
    srsly.write_json(path, {**settings, "attr": LOWER})


def build(data: Path, out: Path, rows: int) -> None:
    """Write a blank pipeline with the vectors, for `--paths.vectors` of spaCy's training."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "words.txt"
        counts: Counter[str] = Counter()
        with text.open("w", encoding="utf-8") as file:
            for words in lines_of_words(data):
                counts.update(words)
                file.write(" ".join(words) + "\n")
        print(f"{counts.total():,} words, {len(counts):,} forms")
        words, table = train(text)
    nlp = spacy.blank("id")
    words, table = words[:rows], table[:rows]
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=table, keys=words, attr="LOWER", name="id_news"
    )
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    keep_attribute(out)
    print(f"{len(words):,} vectors")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--out", type=Path, default=Path("build/vectors"))
    arguments.add_argument("--rows", type=int, default=40_000)
    build(**vars(arguments.parse_args()))
