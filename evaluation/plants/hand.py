"""The piles of the faults that a person planted: labels that stand off, put into the texts of the news.

`gold/planted-hand.tsv` says at which offsets of a line of the news which words come instead;
`gold/planted-hand-retold.jsonl` holds whole retellings of our own. Nothing of the news is kept in either.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.articles import GOLD, NEWS, Row, _lines, table
from evaluation.plants import Text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Planting:
    """A pile of one or two texts; the spans of the fault, as ``(field, start, end)``, are in the last."""

    number: str
    part: str
    group: str
    kind: str
    texts: tuple[Text, ...]
    spans: tuple[tuple[str, int, int], ...]

    @property
    def name(self) -> str:
        return f"{self.group} {self.kind}".strip()


def plantings(data: Path) -> list[Planting]:
    """All that was planted, made from the news, in the order of their numbers."""
    by_number: dict[str, list[Row]] = defaultdict(list)
    for row in table(GOLD, "planted-hand"):
        by_number[row["number"]].append(row)
    made = [_planted(rows, data) for rows in by_number.values()]
    with (GOLD / "planted-hand-retold.jsonl").open(encoding="utf-8") as file:
        made += [_retold(json.loads(line), data) for line in file]
    return sorted(made, key=lambda planting: int(planting.number))


def _planted(rows: list[Row], data: Path) -> Planting:
    """The pile that the rows of one number make."""
    first = rows[0]
    old = _text(data, first["line"], first["published"])
    fields, spans = {}, []
    for field in ("title", "text"):
        of_field = [row for row in rows if row["field"] == field]
        fields[field], at = edited(field_of(old, field), of_field)
        spans += [(field, *span) for span in at]
    new = Text(fields["title"], fields["text"], first["published"], "lain")
    if first["other"]:
        new = _text(data, *first["other"].split("@"))
    texts = (new,) if first["group"] == "single" else (old, new)
    return Planting(first["number"], first["part"], first["group"], first["kind"], texts, tuple(spans))


def _retold(row: dict[str, str], data: Path) -> Planting:
    start = row["text"].find(row["changed"]) if row["changed"] else -1
    field = "text" if start >= 0 else "title"
    start = max(start, 0)
    spans = ((field, start, start + len(row["changed"])),) if row["changed"] else ()
    texts = (
        _text(data, str(row["line"]), row["published"]),
        Text(row["title"], row["text"], row["published"], "lain"),
    )
    return Planting(str(row["number"]), row["part"], row["group"], row["kind"], texts, spans)


def edited(text: str, rows: Iterable[Row]) -> tuple[str, list[Span]]:
    """The text with the words of the rows in their places, and where those of the fault now stand."""
    made, last, spans = "", 0, []
    for row in sorted(rows, key=lambda row: int(row["start"])):
        words = row["words"].replace("\\n", "\n")
        made += text[last : int(row["start"])]
        if row["fault"] == "1":
            spans.append((len(made), len(made) + len(words)))
        made, last = made + words, int(row["end"])
    return made + text[last:], spans


def _text(data: Path, line: str, published: str) -> Text:
    """The article of a line of the news as it is, dated by the day that its page prints."""
    row = json.loads(_lines(data / NEWS)[int(line)])
    return Text(row["title"], row["text"], published, "asal")


def field_of(text: Text, field: str) -> str:
    """Its ``title`` or its ``text``."""
    return text.title or "" if field == "title" else text.body
