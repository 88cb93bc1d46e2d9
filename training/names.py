"""Read the name corpora (one token a line, label last) with one set of labels: PER, ORG, LOC."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.sentence import Entity, Sentence

LABELS = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "PLACE": "LOC",
}  # fmt: skip


def read_names(path: Path) -> Iterator[Sentence]:
    """The sentences of an IOB file; a middle column, where there is one, holds universal tags."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            rows.append(line.split("\t") if "\t" in line else line.split(" "))
        elif rows:
            yield _sentence(rows)
            rows = []


def _sentence(rows: list[list[str]]) -> Sentence:
    tags = tuple(row[1] for row in rows) if len(rows[0]) > 2 else None
    return Sentence(
        words=tuple(row[0] for row in rows),
        spaces=(True,) * len(rows),
        tags=tags,
        entities=tuple(entities([row[-1] for row in rows])),
    )


def entities(labels: list[str]) -> Iterator[Entity]:
    """Token spans of IOB labels; an `I-` that follows nothing of its kind begins a name."""
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        mark, _, name = label.partition("-")
        if kind and (mark != "I" or name != kind):
            yield start, index, LABELS[kind]
            kind = ""
        if mark != "O" and not kind:
            start, kind = index, name
