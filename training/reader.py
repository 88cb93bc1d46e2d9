"""How training reads its files: on the tokens they hold, alone or a few sentences in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example


@spacy.registry.readers("saksama.Sentences.v1")
def sentences(path: str, seed: int, most: int) -> Callable[[Language], Iterator[Example]]:
    """Examples in a new order each time, of one to `most` sentences; 1 keeps the order of the file.

    In use the model reads whole articles, where a word's neighbours may belong to the next sentence;
    a model that only ever saw single sentences reads their edges worse.
    """
    random = Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        docs = list(DocBin().from_disk(Path(path)).get_docs(nlp.vocab))
        if most == 1:
            yield from (_example(nlp, doc) for doc in docs)
            return
        random.shuffle(docs)
        at = 0
        while at < len(docs):
            size = random.choice([1, random.randint(1, most)])
            group = docs[at : at + size]
            yield _example(nlp, group[0] if len(group) == 1 else _joined(group))
            at += size

    return read


def _joined(docs: list[Doc]) -> Doc:
    joined = Doc.from_docs(docs, ensure_whitespace=True)
    assert joined is not None
    return joined


def _example(nlp: Language, reference: Doc) -> Example:
    words = [token.text for token in reference]
    spaces = [bool(token.whitespace_) for token in reference]
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)
