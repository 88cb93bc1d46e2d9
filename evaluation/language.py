"""How well the language model reads: names, trees and tags of the development parts.

Gold tokens are given, sentence by sentence, as in the published comparisons; every count is micro-averaged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from saksama.language import load

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from training.sentence import Sentence

NAMES = {"idner-dev": "idner-dev.txt", "nerui-dev": "nerui-dev.tsv", "nergrit-dev": "nergrit-dev.txt"}
TREES = {"gsd2-dev": "gsd-2.0-dev.conllu.gz", "gsd-newest-dev": "gsd-newest-dev.conllu.gz"}
"""The scheme that is spoken, and the newest annotation of the same text, which splits clitics and labels
further: its words are merged to ours, its labels stay. CSUI has no development part: all of it trains."""
_NO_WORD = "PUNCT"


def measure(data: Path) -> dict[str, float]:
    """Shares from 0 to 1: `ner.*.f1`, `tag.*.upos`, `parse.*` with `.uas`, `.las` and two kinds of `.las`.

    `las` counts every token and the full label, `las_universal` labels up to the colon, `las_words` leaves
    punctuation out, as spaCy's own scorer does.
    """
    from training.names import read_names
    from training.treebanks import read_treebank

    nlp = load("id")
    scores: dict[str, float] = {}
    for name, file in _there(data / "entities", NAMES):
        gold = list(read_names(file))
        scores[f"ner.{name}.f1"] = _f1(gold, read(nlp, gold))
    for name, file in _there(data / "treebank", TREES):
        gold = list(read_treebank(file))
        scores |= _trees(name, gold, read(nlp, gold))
    return scores


def _there(folder: Path, parts: dict[str, str]) -> list[tuple[str, Path]]:
    """The parts whose file is at hand."""
    return [(name, folder / file) for name, file in parts.items() if (folder / file).is_file()]


def read(nlp: Language, gold: Iterable[Sentence]) -> list[Doc]:
    """The gold words with tags, trees and names, each sentence kept whole and read by itself."""
    from spacy.tokens import Doc

    docs = [Doc(nlp.vocab, words=list(s.words), spaces=list(s.spaces)) for s in gold]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    with nlp.select_pipes(disable=["saksama_lemmas"]):
        return list(nlp.pipe(docs))


def errors(data: Path) -> Iterator[str]:
    """A page: the mistakes on the development parts by kind, some of each with their sentences."""
    from training.names import read_names
    from training.treebanks import read_treebank

    from evaluation import language_errors

    nlp = load("id")
    for name, file in _there(data / "entities", NAMES):
        gold = list(read_names(file))
        yield from language_errors.names(name, gold, read(nlp, gold))
    for name, file in _there(data / "treebank", TREES):
        gold = list(read_treebank(file))
        yield from language_errors.trees(name, gold, read(nlp, gold))


def _f1(gold: Sequence[Sentence], docs: Sequence[Doc]) -> float:
    right = found = wanted = 0
    for sentence, doc in zip(gold, docs, strict=True):
        ours = {(name.start, name.end, name.label_) for name in doc.ents}
        theirs = set(sentence.entities or ())
        right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
    return _ratio(2 * right, found + wanted)


def _trees(name: str, gold: Sequence[Sentence], docs: Sequence[Doc]) -> dict[str, float]:
    rows = [row for sentence, doc in zip(gold, docs, strict=True) for row in _rows(sentence, doc)]
    words = [row for row in rows if row[0] != _NO_WORD]
    return {
        f"parse.{name}.uas": _share(rows, lambda r: r[2] == r[3]),
        f"parse.{name}.las": _share(rows, lambda r: r[2] == r[3] and r[4] == r[5]),
        f"parse.{name}.las_universal": _share(
            rows, lambda r: r[2] == r[3] and _universal(r[4]) == _universal(r[5])
        ),
        f"parse.{name}.las_words": _share(words, lambda r: r[2] == r[3] and r[4] == r[5]),
        f"tag.{name}.upos": _share(rows, lambda r: r[0] == r[1]),
    }


Row = tuple[str, str, int, int, str, str]
"""Gold and our tag, gold and our head, gold and our label of one token."""


def _rows(sentence: Sentence, doc: Doc) -> Iterable[Row]:
    gold = zip(sentence.tags or (), sentence.heads or (), sentence.deps or (), strict=True)
    for token, (tag, head, dep) in zip(doc, gold, strict=True):
        yield tag, token.pos_, head, token.head.i, dep, token.dep_


def _universal(label: str) -> str:
    return label.partition(":")[0]


def _share(rows: Sequence[Row], holds: Callable[[Row], bool]) -> float:
    return _ratio(sum(map(holds, rows)), len(rows))


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
