"""Labelled events to learn from: articles and sentences of our own, and labels on public news.

``labels/own-articles.jsonl`` and ``labels/own-rows.jsonl`` are whole texts of our own; the labels on news
(``labels/news-events.tsv``, and the `dev` part of ``evaluation/gold``) stand off, so that they need the
news file. What `evaluation` measures as held out is never read here.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from evaluation import articles, events

from saksama.events.drafts import Draft
from saksama.events.scene import Scene
from saksama.records import Article, Reading

LABELS = Path(__file__).with_name("labels")
_PAGE = Path(__file__).parents[1] / "docs" / "events.md"
_EXAMPLE = re.compile(r"\*([^*|]+[.?])\* →")


@dataclass(frozen=True, slots=True)
class Label:
    """An event as labelled: its trigger's offsets, type, codes, status; `sure` if it may be learnt."""

    start: int
    end: int
    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    status: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reading with its labels; `whole` if what carries no label tells no event."""

    reading: Reading
    labels: tuple[Label, ...]
    whole: bool


def labelled(data: Path) -> Iterator[Labelled]:
    """All that may be learnt from; the labels on news only where `data` has the news."""
    yield from _own_articles()
    yield from _own_rows()
    yield from _examples()
    if (data / "news").is_dir():
        yield from _on_news(data)
    if (data / "events").is_dir():
        yield from _records(data)


def _read(articles: Iterable[Article]) -> Iterator[Reading]:
    """Articles through all stages before the events."""
    from saksama.events import annotate
    from saksama.language import analyse
    from saksama.pipeline import per_article

    before = per_article()[: per_article().index(annotate)]
    for reading in analyse(articles):
        yield reduce(lambda read, stage: stage(read), before, reading)


def _own_articles() -> Iterator[Labelled]:
    from saksama.sources import from_text

    rows = _rows(LABELS / "own-articles.jsonl")
    articles = [
        from_text(
            row["text"],
            title=row["title"],
            published=row["published"],
            url=f"https://example.org/{row['id']}",
        )
        for row in rows
    ]
    for row, reading in zip(rows, _read(articles), strict=True):
        yield Labelled(reading, tuple(map(_label, row["events"])), True)


def _own_rows() -> Iterator[Labelled]:
    rows = _rows(LABELS / "own-rows.jsonl") + events.own("no-events-own", "dev")
    for row, reading in zip(rows, _read(map(events.article, rows)), strict=True):
        yield Labelled(reading, tuple(_row_labels(row)), True)
    partly = events.own("plover-own", "dev")
    for row, reading in zip(partly, _read(map(events.article, partly)), strict=True):
        yield Labelled(reading, tuple(_row_labels(row)), False)


def _examples() -> Iterator[Labelled]:
    """The examples of the lexicon and of docs/events.md, labelled as the rules code them."""
    from saksama.events.coder import sheets_of
    from saksama.events.lexicon import lexicon
    from saksama.events.scene import Page

    told = _EXAMPLE.findall(_PAGE.read_text(encoding="utf-8"))
    texts = dict.fromkeys([*told, *(entry.example for entry in lexicon().entries if entry.example)])
    rows = [{"id": f"example{number}", "text": text} for number, text in enumerate(texts)]
    for reading in _read(map(events.article, rows)):
        kept = [(sheet.scene, draft) for sheet in sheets_of(Page(reading)) for draft in sheet.kept]
        yield Labelled(reading, tuple(_coded(scene, draft) for scene, draft in kept), True)


def _coded(scene: Scene, draft: Draft) -> Label:
    tokens, site = scene.tokens, draft.site
    sides = (frozenset(p.acts_for for p in side) for side in (draft.actors, draft.recipients))
    return Label(tokens[site.first].start, tokens[site.last - 1].end, draft.type, *sides, draft.status, True)


def _records(data: Path) -> Iterator[Labelled]:
    """The public PLOVER records, of each of which one event is labelled."""
    rows = events.sets(data)["plover-dev"]
    for row, reading in zip(rows, _read(map(events.article, rows)), strict=True):
        yield Labelled(reading, tuple(_row_labels(row)), False)


def _on_news(data: Path) -> Iterator[Labelled]:
    sources = [(LABELS, "train"), (articles.GOLD, "dev")]
    for folder, part in sources:
        lines = [int(row["line"]) for row in articles.table(folder, "news-articles") if row["part"] == part]
        by_line: dict[int, list[Label]] = defaultdict(list)
        for row in articles.table(folder, "news-events"):
            by_line[int(row["line"])].append(_from_table(row))
        for line, reading in zip(lines, _read(articles.news(data, lines)), strict=True):
            yield Labelled(reading, tuple(by_line[line]), True)


def _from_table(row: Any) -> Label:
    sides = (frozenset(row["actors"].split()), frozenset(row["recipients"].split()))
    return Label(int(row["start"]), int(row["end"]), row["type"], *sides, row["status"], row["sure"] == "1")


def _row_labels(row: dict[str, Any]) -> Iterator[Label]:
    if row.get("event"):
        yield _found(row["text"], row, *([p["code"] for p in row[side]] for side in ("actors", "recipients")))
    for other in row.get("others", ()):
        yield _found(row["text"], other, *(other.get(side, ()) for side in ("actors", "recipients")))


def _found(text: str, event: dict[str, Any], actors: Iterable[str], recipients: Iterable[str]) -> Label:
    start = text.index(event["trigger"])
    end = start + len(event["trigger"])
    return Label(start, end, event["event"], frozenset(actors), frozenset(recipients), event["status"], True)


def _label(event: list[Any]) -> Label:
    start, end, kind, actors, recipients, status, sure = event
    return Label(start, end, kind, frozenset(actors), frozenset(recipients), status, sure)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
