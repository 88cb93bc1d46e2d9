"""Direct quotations on the development part of a public set of Kompas articles (BILOU labels).

The set marks quotations of people in public roles only; what ordinary people say in the same articles
carries no label. So ``direct_f1`` leaves aside a predicted quotation that touches no label at all, and
``direct_f1_all`` counts it as wrong: the truth lies between. A quotation is right if its content
overlaps by 80% and its speaker shares a word with the labelled one, where one is labelled.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from saksama.records import Article, Reading, Statement

_OVERLAP = 0.8
_MARKS = '”“"'
_GLUE_LEFT = set(",.;:?!)%")
_DATELINE = re.compile(r"KOMPAS\s*—")

Lines = list[list[tuple[str, str]]]
Piece = tuple[int, int, str]  # start, end, label of a token in the text


@dataclass(frozen=True)
class Gold:
    """A labelled quotation: content without its marks, and the words of its speaker."""

    start: int
    end: int
    speaker: tuple[tuple[int, int], ...]


def measure(data: Path, read: Callable[[Article], Reading] | None = None) -> dict[str, float]:
    """F1 of direct quotations, precision, recall; empty where the set is absent."""
    path = data / "statements" / "pfsa-id-dev.txt.gz"
    if not path.exists():
        return {}
    read = read or _pipeline
    right = missed = wrong = aside = 0
    for number, lines in enumerate(_documents(path)):
        text, pieces = _detokenised(lines)
        article = Article(f"d{number}", None, None, None, "id", None, "unknown", (), text, None, ())
        found = [s for s in read(article).statements if s.direct]
        gold = _gold(text, pieces)
        hits = {id(s): g for s in found for g in gold if _matches(s, g)}
        matched = set(hits.values())
        right += len(matched)
        missed += len(gold) - len(matched)
        for statement in found:
            if id(statement) not in hits:
                wrong += _labelled(statement, pieces)
                aside += not _labelled(statement, pieces)
    return _scores(right, missed, wrong, aside)


def _scores(right: int, missed: int, wrong: int, aside: int) -> dict[str, float]:
    name = "statements.pfsa-dev.direct"
    return {
        f"{name}_f1": 2 * right / (2 * right + wrong + missed),
        f"{name}_f1_all": 2 * right / (2 * right + wrong + aside + missed),
        f"{name}_precision": right / (right + wrong),
        f"{name}_recall": right / (right + missed),
    }


def _pipeline(article: Article) -> Reading:
    from saksama.pipeline import read_articles

    return next(iter(read_articles([article])))


def _documents(path: Path) -> Iterator[Lines]:
    """The articles, told apart by their datelines."""
    lines: Lines = []
    for line in _lines(path):
        if lines and _DATELINE.search(" ".join(word for word, _ in line[:8])):
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _lines(path: Path) -> Iterator[list[tuple[str, str]]]:
    line: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            word, _, label = row.rstrip("\n").partition("\t")
            if word:
                line.append((word, label))
            elif line:
                yield line
                line = []
    if line:
        yield line


def _detokenised(lines: Lines) -> tuple[str, list[Piece]]:
    """Running text; the marks, which have one shape for opening and closing, take turns."""
    text, glued, is_open, pieces = "", True, False, []
    for word, label in (token for line in lines for token in line):
        mark = word in _MARKS
        joins = word[0] in _GLUE_LEFT or word in "-/" or (mark and is_open)
        if not glued and not joins:
            text += " "
        is_open = is_open != mark
        glued = word in ("(", "-", "/") or (mark and is_open)
        pieces.append((len(text), len(text) + len(word), label))
        text += word
    return text, pieces


def _gold(text: str, pieces: list[Piece]) -> list[Gold]:
    found: list[Gold] = []
    start = None
    for number, (begin, end, label) in enumerate(pieces):
        if label == "B-STATEMENT":
            start = begin
        elif label == "L-STATEMENT" and start is not None:
            span = _bare(text, start, end)
            found.append(Gold(*span, _speaker(text, pieces, number + 1)))
            start = None
    return found


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    outer = _MARKS + " ,"
    return start + len(inner) - len(inner.lstrip(outer)), end - (len(inner) - len(inner.rstrip(outer)))


def _speaker(text: str, pieces: list[Piece], number: int) -> tuple[tuple[int, int], ...]:
    """The words labelled as a person behind the quotation, in its sentence."""
    words: list[tuple[int, int]] = []
    for begin, end, label in pieces[number : number + 40]:
        if text[begin:end] == "." or label.endswith("STATEMENT"):
            break
        kind = label[2:]
        if kind in ("PERSON", "PERSONCOREF", "CUECOREF"):
            words.append((begin, end))
            if label[0] in "UL":
                break
    return tuple(words)


def _matches(statement: Statement, gold: Gold) -> bool:
    start, end = statement.content.start, statement.content.end
    shared = min(end, gold.end) - max(start, gold.start)
    if shared < _OVERLAP * max(end - start, gold.end - gold.start):
        return False
    name = statement.speaker_text
    return not gold.speaker or (
        name is not None and any(b < name.end and name.start < e for b, e in gold.speaker)
    )


def _labelled(statement: Statement, pieces: list[Piece]) -> bool:
    """Whether the set says anything about this quotation: its words, its cue or its speaker."""
    spans = [statement.content, statement.cue, statement.speaker_text]
    kinds = ("STATEMENT", "CUE", "CUECOREF", "PERSON", "PERSONCOREF")
    marked = [(b, e) for b, e, label in pieces if label[2:] in kinds]
    return any(s is not None and b < s.end and s.start < e for s in spans for b, e in marked)
