"""The batch entry of the language room: articles in, readings with sentences out.

Only story sentences reach the model: they are put together, parted by blanks, into one text per
`Doc`, with their starts set before the parser runs; a list of runs tells where each piece came from.
Long articles become several Docs, so memory does not grow with them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from saksama.language.split import Piece, sentences
from saksama.records import Article, Name, Reading, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_DOC = 12_000  # characters, about 2,000 tokens
_WORD = 150  # characters; what is longer is no word and is cut
BATCH = 16  # articles
_GAP = re.compile(r"\s{2,}")
_ABSURD = re.compile(rf"\S{{{_WORD}}}(?=\S)")
_INSIDE, _BEGIN = 1, 3  # spaCy's IOB codes
_ROOT = "ROOT"  # what spaCy calls the head of a tree
_HASHES = 2**64  # spaCy's hashes are unsigned
_LABELS = frozenset({"PER", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of one Doc: `runs` are (offset in `text`, offset in the article), `starts` sentences'."""

    text: str
    runs: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]


def analyse(articles: Iterable[Article]) -> Iterator[Reading]:
    """Readings with their sentences, in the order of the articles; boilerplate is left out.

    Works on `BATCH` articles at a time and draws no more of them before those are given back. All
    must be in one language.
    """
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield from _batch(batch)


def _batch(articles: list[Article]) -> Iterator[Reading]:
    from saksama.language import load

    pages = [list(sheets_of(article)) for article in articles]
    nlp = load(articles[0].language)
    docs = nlp.pipe(_doc(nlp, sheet) for sheets in pages for sheet in sheets)
    for article, sheets in zip(articles, pages, strict=True):
        found: list[Sentence] = []
        for sheet in sheets:
            _collect(article.text, sheet, next(docs), found)
        yield Reading(article, tuple(found))


def sheets_of(article: Article) -> Iterator[Sheet]:
    """The texts that the model is to read for an article."""
    pieces: list[Piece] = []
    size = 0
    for piece in sentences(article.text, article.boilerplate, article.title, article.language):
        if pieces and size + piece.end - piece.start > _DOC:
            yield _sheet(article.text, pieces)
            pieces, size = [], 0
        pieces.append(piece)
        size += piece.end - piece.start
    if pieces:
        yield _sheet(article.text, pieces)


def _sheet(text: str, pieces: list[Piece]) -> Sheet:
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    starts: list[int] = []
    at = 0
    for piece in pieces:
        starts.append(at)
        for start, end in _runs(text, piece.start, piece.end):
            runs.append((at, start))
            part = text[start:end]
            parts.append(part if part.isprintable() else " ".join(re.split(r"\s", part)))
            at += end - start + 1
    return Sheet(" ".join(parts), tuple(runs), tuple(starts), tuple(pieces))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches with single blanks only and without a word of absurd length."""
    cuts = [(gap.start(), gap.end()) for gap in _GAP.finditer(text, start, end)]
    cuts += [(word.end(), word.end()) for word in _ABSURD.finditer(text, start, end)]
    for before, after in [*sorted(cuts), (end, end)]:
        if before > start:
            yield start, before
        start = after


def _doc(nlp: Language, sheet: Sheet) -> Doc:
    """A Doc with the sentence starts set; every other token is told that it starts none."""
    import numpy as np

    doc = nlp.make_doc(sheet.text)
    flags = np.full(len(doc), -1, dtype="int64")
    flags[np.isin(doc.to_array("IDX"), sheet.starts)] = 1
    doc.from_array(["SENT_START"], flags.astype("uint64").reshape(-1, 1))  # type: ignore[arg-type]
    return doc


def _collect(text: str, sheet: Sheet, doc: Doc, found: list[Sentence]) -> None:
    """Add the sentences of a Doc, as records with offsets into the article's text."""
    columns = doc.to_array(["IDX", "LENGTH", "LEMMA", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"])
    rows: list[list[int]] = columns.astype("int64").tolist()
    moves = _moves(sheet, rows)
    firsts = [bisect_left(rows, [start]) for start in sheet.starts] + [len(rows)]
    known = Spelling(doc.vocab.strings)
    for number, piece in enumerate(sheet.pieces):
        part = slice(firsts[number], firsts[number + 1])
        tokens = tuple(_tokens(text, rows[part], moves[part], known))
        names = tuple(_names(rows[part], known))
        place = (len(found), piece.paragraph, piece.start, piece.end, piece.is_title)
        found.append(Sentence(*place, tokens, names))


def _tokens(text: str, rows: list[list[int]], moves: list[int], known: Spelling) -> Iterator[Token]:
    """The words of one sentence; a head outside of it makes the word a root."""
    size = len(rows)
    tags, strings = known.tags, known.strings
    for index, (at, length, lemma, tag, head, dep, _, _) in enumerate(rows):
        start = at + moves[index]
        end = start + length
        parent = index + head
        if 0 <= parent < size:
            yield Token(start, end, text[start:end], strings[lemma], tags[tag], parent, strings[dep])
        else:
            yield Token(start, end, text[start:end], strings[lemma], tags[tag], index, _ROOT)


class Spelling:
    """What spaCy's numbers are called, each looked up once."""

    __slots__ = ("strings", "tags")

    def __init__(self, store: StringStore) -> None:
        from spacy.parts_of_speech import NAMES

        self.tags: dict[int, str] = NAMES
        self.strings = _Strings(store)


class _Strings(dict[int, str]):
    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        found = self[key] = self._store[key % _HASHES]
        return found


def _moves(sheet: Sheet, rows: list[list[int]]) -> list[int]:
    """How far each token lies in the article from where it lies in the sheet."""
    runs = sheet.runs
    moves: list[int] = []
    run = 0
    for row in rows:
        while run + 1 < len(runs) and runs[run + 1][0] <= row[0]:
            run += 1
        moves.append(runs[run][1] - runs[run][0])
    return moves


def _names(rows: list[list[int]], known: Spelling) -> Iterator[Name]:
    """The entities of a sentence; one that ran over its edge is cut there."""
    first = -1
    for index, row in enumerate([*rows, [0] * 8]):
        goes_on = first >= 0 and row[6] == _INSIDE
        if goes_on:
            continue
        if first >= 0 and (label := known.strings[rows[first][7]]) in _LABELS:
            yield Name(first, index, label)
        first = index if row[6] in (_INSIDE, _BEGIN) and row[7] else -1
