"""Read CoNLL-U into sentences: clitics stay on their word, as in release 2.0 of the GSD treebank."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from training.sentence import Sentence, merge

_MARKUP = re.compile(r"&(amp;)?(nbsp|sup\d?);?|(?<=&)amp;|/idn\b|-idn\b")


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a gzipped CoNLL-U file, multiword tokens merged to the surface word."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield _sentence(rows)
                rows = []
    if rows:
        yield _sentence(rows)


def _sentence(rows: list[list[str]]) -> Sentence:
    words = [row for row in rows if row[0].isdigit()]
    heads = [int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(words)]
    plain = Sentence(
        words=tuple(row[1] for row in words),
        spaces=tuple("SpaceAfter=No" not in row[9] for row in words),
        tags=tuple(row[3] for row in words),
        heads=tuple(heads),
        deps=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
    )
    ranges = [row for row in rows if "-" in row[0]]
    spans = [(int(a) - 1, int(b)) for a, b in (row[0].split("-") for row in ranges)]
    merged = merge(plain, spans)
    return _with_surface(merged, spans, ranges)


def _with_surface(sentence: Sentence, spans: list[tuple[int, int]], ranges: list[list[str]]) -> Sentence:
    """Give merged tokens the form and the blank that the file states for them."""
    words, spaces = list(sentence.words), list(sentence.spaces)
    shift = 0
    for (start, end), row in zip(spans, ranges, strict=True):
        words[start - shift] = row[1]
        spaces[start - shift] = "SpaceAfter=No" not in row[9]
        shift += end - start - 1
    clean = [_MARKUP.sub("", word) or word for word in words]
    return Sentence(tuple(clean), tuple(spaces), sentence.tags, sentence.heads, sentence.deps)
