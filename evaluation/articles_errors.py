"""The mistakes in the labelled articles by kind, with the sentences they stand in: what to mend first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from evaluation.articles import Labelled, Row, event_pairs, gold_sides, is_said, is_whole, sides
from saksama.records import EventMention

Found = Iterator[tuple[str, str]]
"""A kind and the line that shows it."""


def page(articles: Iterable[Labelled]) -> Iterator[str]:
    """Events missed, too much and coded otherwise by type; statements unheard and misheard."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        for kind, line in (*_events(article), *_statements(article)):
            kinds[kind].append(f"{article.line}: {line}")
    yield "# labelled articles: events and statements"
    for kind, lines in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"## {kind}: {len(lines)}"
        yield from lines
        yield ""


def _events(article: Labelled) -> Found:
    pairs = event_pairs(article)
    for row, event in pairs:
        if row["sure"] == "1" and (not is_whole(row, event) or row["status"] != event.status):
            yield f"{row['type']} differs", f"{_gold(row)} | {_told(event)} | {event.evidence.text}"
    met, used = {id(row) for row, _ in pairs}, {id(event) for _, event in pairs}
    for row in article.events:
        if id(row) not in met and row["sure"] == "1":
            words = f"{_gold(row)} {_words(article, row)!r} | {_sentence(article, int(row['start']))}"
            yield f"{row['type']} missed", words
    for event in article.reading.events:
        if id(event) not in used:
            yield f"{event.type} too much", f"{_told(event)} | {event.evidence.text}"


def _statements(article: Labelled) -> Found:
    reading, heard = article.reading, set()
    for row in article.statements:
        fits = [s for s in reading.statements if is_said(row, s, reading)]
        heard.update(map(id, fits))
        if not fits and row["sure"] == "1":
            yield (
                f"statement unheard, {_kind(row['direct'] == '1')}",
                f"{row['speaker']!r} | {_words(article, row)}",
            )
    for s in reading.statements:
        if id(s) not in heard:
            told = s.speaker_text.text if s.speaker_text else None
            yield f"statement misheard, {_kind(s.direct)}", f"{s.speaker} {told!r} | {s.content.text}"


def _kind(direct: bool) -> str:
    return "direct" if direct else "indirect"


def _words(article: Labelled, row: Row) -> str:
    return article.reading.article.text[int(row["start"]) : int(row["end"])]


def _sentence(article: Labelled, start: int) -> str:
    found = next(s for s in article.reading.sentences if s.start <= start < s.end)
    return article.reading.article.text[found.start : found.end]


def _gold(row: Row) -> str:
    actors, recipients = (" ".join(sorted(codes)) for codes in gold_sides(row))
    return f"{row['type']} {actors}>{recipients} {row['status']}"


def _told(event: EventMention) -> str:
    actors, recipients = (" ".join(sorted(codes)) for codes in sides(event))
    return f"{event.type} {actors}>{recipients} {event.status} {event.trigger.text!r}"
