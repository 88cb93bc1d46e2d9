"""The annotated sentences that may train a model we ship, and the text without labels."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from spacy.tokenizer import Tokenizer

from training.harmonise import harmonise, usage
from training.names import read_names
from training.newsprint import hyphens_joined, printed
from training.retokenise import retokenised
from training.sentence import Sentence
from training.treebanks import read_treebank

SEED = 20261122


def syntax(data: Path) -> list[Sentence]:
    """All trees that may train a model we ship, in the scheme of GSD 2.0."""
    base = list(read_treebank(data / "treebank" / "gsd-2.0-train.conllu.gz"))
    scheme = usage(base)
    paths = [data / "treebank" / f"{name}.conllu.gz" for name in ("csui-train", "pud")]
    others = [sentence for path in paths for sentence in read_treebank(path)]
    return base + [harmonise(sentence, scheme) for sentence in others]


def names(data: Path) -> list[Sentence]:
    """All name annotations that may train a model we ship."""
    files = ("idner-train", "nergrit-train")
    return [s for name in files for s in read_names(data / "entities" / f"{name}.txt")]


def variants(sentence: Sentence, tokenizer: Tokenizer, spaced: bool) -> Iterator[Sentence]:
    """The sentence as its corpus gives it, as it would be printed, and on our own tokens where those differ.

    `spaced` tells that the corpus records its blanks.
    """
    yield sentence
    clean = sentence if spaced else printed(sentence)
    ours = retokenised(hyphens_joined(clean), tokenizer)
    if not spaced and (ours is None or ours.words != clean.words):
        yield clean
    if ours is not None and (not spaced or ours.words != clean.words):
        yield ours


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
