"""From the data sets to the files that spaCy trains on: `python -m training.corpus --data DIR --out DIR`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokenizer import Tokenizer
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from saksama.language.tokenizer import build_tokenizer
from training.augment import augmented
from training.harmonise import harmonise, usage
from training.names import read_names
from training.newsprint import hyphens_joined, printed
from training.retokenise import retokenised
from training.sentence import Sentence
from training.swap import pools, with_swaps
from training.treebanks import read_treebank

SEED = 20261122
COPIES = 1


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


def with_print(sentences: Iterable[Sentence], tokenizer: Tokenizer, spaced: bool) -> Iterator[Sentence]:
    """Each sentence as real text gives it, and on its own tokens where those differ."""
    for sentence in sentences:
        clean = sentence if spaced else printed(sentence)
        ours = retokenised(hyphens_joined(clean), tokenizer)
        if ours is None or ours.words != clean.words:
            yield clean
        if ours is not None:
            yield ours


def write(sentences: Iterable[Sentence], vocab: Vocab, path: Path) -> int:
    docs = DocBin(store_user_data=False)
    for sentence in sentences:
        docs.add(sentence.to_doc(vocab))
    docs.to_disk(path)
    return len(docs)


def silver(path: Path | None, vocab: Vocab) -> Iterator[Sentence]:
    """The sentences that `training.silver` labelled, if there are any."""
    for doc in DocBin().from_disk(path).get_docs(vocab) if path else ():
        yield Sentence(
            tuple(token.text for token in doc),
            tuple(bool(token.whitespace_) for token in doc),
            entities=tuple((name.start, name.end, name.label_) for name in doc.ents),
        )


def build(data: Path, out: Path, more: Path | None) -> None:
    out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("id")
    tokenizer = build_tokenizer(nlp)
    named = list(with_print(names(data), tokenizer, spaced=False))
    swaps = with_swaps(named, pools(data, named, SEED), SEED, COPIES)
    trees, entities = data / "treebank", data / "entities"
    parts = {
        "syntax-train": augmented(with_print(syntax(data), tokenizer, spaced=True), SEED),
        "syntax-dev": read_treebank(trees / "gsd-2.0-dev.conllu.gz"),
        "names-train": augmented((*swaps, *silver(more, nlp.vocab)), SEED),
        "names-dev": read_names(entities / "idner-dev.txt"),
    }
    for name, sentences in parts.items():
        print(name, write(sentences, nlp.vocab, out / f"{name}.spacy"))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--out", type=Path, default=Path("build/corpus"))
    arguments.add_argument("--more", type=Path, help="sentences labelled by training.silver")
    build(**vars(arguments.parse_args()))
