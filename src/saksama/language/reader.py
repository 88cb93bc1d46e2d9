"""The step of the spaCy pipeline that reads: tags, trees and names from the network."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from saksama.language.network import Network, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_BEGIN, _INSIDE, _OUT = 3, 1, 2  # spaCy's IOB codes
_TAG, _HEAD, _DEP, _IOB, _KIND = range(5)  # columns
_SPACE, _LOOSE = "SPACE", "dep"
_AHEAD = 4  # documents

Waiting = tuple["Doc", list[list[int]], Future[list[Parsed]]]
"""A document with its sentences and what is being read of them."""


class Reader:
    """A pipe that sets `pos`, `head`, `dep` and `ents`, one document at a time.

    Sentences must be set before; what is read of a document depends on that document alone.
    """

    def __init__(self, vocab: Vocab, network: Network | None = None) -> None:
        self.vocab = vocab
        self.network = network
        self._tags = self._numbers(network.tags if network else ())
        self._labels = self._numbers(network.labels if network else ())

    def _numbers(self, names: Iterable[str]) -> NDArray[np.uint64]:
        return np.array([self.vocab.strings.add(name) for name in names], np.uint64)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of trees that the network knows."""
        return self.network.labels if self.network else ()

    def __call__(self, doc: Doc) -> Doc:
        """Read one document in place."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Read documents as they come; the network is a few ahead of what is done with them."""
        del batch_size
        if self.network is None:
            raise ValueError("the reader has no network yet: load the pipeline from its folder")
        waiting: deque[Waiting] = deque()
        with ThreadPoolExecutor(1) as pool:
            for doc in docs:
                sentences = list(_sentences(doc))
                waiting.append((doc, sentences, pool.submit(self.network.read, _given(doc, sentences))))
                if len(waiting) > _AHEAD:
                    yield self._read(*waiting.popleft())
            while waiting:
                yield self._read(*waiting.popleft())

    def _read(self, doc: Doc, sentences: Sequence[Sequence[int]], parsed: Future[list[Parsed]]) -> Doc:
        if sentences:
            self._write(doc, sentences, parsed.result())
        return doc

    def _write(self, doc: Doc, sentences: Sequence[Sequence[int]], parsed: Iterable[Parsed]) -> None:
        from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, POS

        columns = self._loose(len(doc), sentences)
        for places, found in zip(sentences, parsed, strict=True):
            here = np.array(places)
            columns[here, _TAG] = self._tags[found.tags]
            columns[here, _HEAD] = (here[found.heads] - here).astype(np.uint64)
            columns[here, _DEP] = self._labels[found.labels]
            for start, end, kind in found.names:
                columns[here[start:end], _IOB] = _INSIDE
                columns[here[start], _IOB] = _BEGIN
                columns[here[start:end], _KIND] = self.vocab.strings.add(kind)
        doc.from_array([POS, HEAD, DEP, ENT_IOB, ENT_TYPE], columns)  # type: ignore[arg-type]

    def _loose(self, size: int, sentences: Sequence[Sequence[int]]) -> NDArray[np.uint64]:
        """The columns as blanks have them that were made tokens: each hangs on the word beside it."""
        columns = np.zeros((size, 5), np.uint64)
        words = np.array(sorted(index for places in sentences for index in places))
        before = np.searchsorted(words, np.arange(size), side="right") - 1
        columns[:, _TAG] = self.vocab.strings.add(_SPACE)
        columns[:, _HEAD] = (words[np.maximum(before, 0)] - np.arange(size)).astype(np.uint64)
        columns[:, _DEP] = self.vocab.strings.add(_LOOSE)
        columns[:, _IOB] = _OUT
        return columns

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Make the folder; `training/export.py` puts the network's files there."""
        del exclude
        Path(path).mkdir(exist_ok=True)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Reader:
        """Load the network; the next document is read with it."""
        del exclude
        Reader.__init__(self, self.vocab, Network(Path(path)))
        return self


def _given(doc: Doc, sentences: Sequence[Sequence[int]]) -> list[tuple[list[str], list[bool]]]:
    """What the network is given: the words of each sentence, and whether a blank follows."""
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    return [([words[i] for i in places], [spaces[i] for i in places]) for places in sentences]


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """The places of the words of each sentence, blanks left out."""
    places: list[int] = []
    for token in doc:
        if token.is_sent_start and places:
            yield places
            places = []
        if not token.is_space:
            places.append(token.i)
    if places:
        yield places
