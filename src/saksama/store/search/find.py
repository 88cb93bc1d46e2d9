"""Searching the desk: one statement of SQL a kind, then the pieces of text to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from saksama.records import Evidence, Reading, Span
from saksama.store.file import FileDesk
from saksama.store.search.query import KINDS, Hit, HitKind, Query, Wanted, days, wanted
from saksama.store.search.snippet import best_sentence, cut, marked


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind is searched: its index, the joins that lead to its article, and its filters."""

    columns: str  # id, start, end (None: the best sentence of the article), speaker
    index: str
    weights: str
    joins: str
    dated: str
    actor: str
    type: str


_ACTOR = "(SELECT number FROM actors WHERE id = :actor)"
_IN_DAYS = "{0}.last_day >= :since AND {0}.first_day <= :until"
_TELLS = (
    "EXISTS (SELECT 1 FROM event_mentions AS m JOIN events AS e ON e.number = m.event "
    "WHERE m.article = a.number AND e.type = :type)"
)

_MENTIONS = 50  # of one event at most, for its other hits to be found
_KINDS: dict[HitKind, _Kind] = {
    "article": _Kind(
        columns="a.id, NULL, NULL, NULL",
        index="article_words",
        weights="4.0, 1.0",
        joins="JOIN readings AS r ON r.words = found.row JOIN articles AS a ON a.number = r.article",
        dated=_IN_DAYS.format("a"),
        actor=f"EXISTS (SELECT 1 FROM mentions WHERE actor = {_ACTOR} AND article = a.number)",
        type=_TELLS,
    ),
    "statement": _Kind(
        columns=(
            "s.id, s.start, s.end, coalesce((SELECT name FROM actors WHERE number = s.speaker), "
            "s.speaker_text)"
        ),
        index="statement_words",
        weights="1.0, 1.0",
        joins="JOIN statements AS s ON s.number = found.row JOIN articles AS a ON a.number = s.article",
        dated=_IN_DAYS.format("a"),
        actor=f"s.speaker = {_ACTOR}",
        type="0",
    ),
    "event": _Kind(
        columns="e.id, m.sentence_start, m.sentence_end, NULL",
        index="event_words",
        weights="1.0, 1.0",
        joins=(
            "JOIN event_mentions AS m ON m.number = found.row JOIN events AS e ON e.number = m.event "
            "JOIN articles AS a ON a.number = m.article"
        ),
        dated=f"CASE WHEN e.first_day IS NULL THEN {_IN_DAYS.format('a')} ELSE {_IN_DAYS.format('e')} END",
        actor=(
            "EXISTS (SELECT 1 FROM participants AS p WHERE p.event = e.number AND p.role <> 'claimed_by' "
            f"AND {_ACTOR} IN (p.actor, p.acts_for))"
        ),
        type="e.type = :type",
    ),
}


def search(desk: FileDesk, query: Query) -> tuple[Hit, ...]:
    """The hits of a query: articles, statements, then events, of each kind the best first.

    Raises `UsageError` where there is nothing to search for, or for a date that cannot be.
    """
    asked, values = wanted(query.words), _values(query)
    kinds = [query.kind] if query.kind else KINDS
    with desk.snapshot():
        return tuple(hit for kind in kinds for hit in _hits(desk, kind, asked, values))


def _values(query: Query) -> dict[str, Any]:
    """The filters that are set, by name, and the limit."""
    values: dict[str, Any] = {"limit": max(0, query.limit)}
    if asked := days(query):
        values |= {"since": asked[0], "until": asked[1]}
    filters = {"actor": query.actor, "type": query.type and query.type.upper()}
    return values | {name: value for name, value in filters.items() if value}


def _hits(desk: FileDesk, kind: HitKind, asked: Wanted, values: dict[str, Any]) -> Iterator[Hit]:
    rows = desk.sql.rows(_statement(_KINDS[kind], values), {**values, "words": asked.expression})
    for identity, start, end, speaker, article, rank in rows:
        reading = desk.reading(article)
        snippet, marks = _piece(reading, (start, end), asked)
        held = reading.article
        told = (held.headline, held.published, held.outlet)
        yield Hit(kind, identity, article, *told, rank, snippet, marks, speaker)


def _statement(kind: _Kind, values: dict[str, Any]) -> str:
    """The best rows of one kind; of several mentions of one event the best.

    Without a filter only the best of the index are joined: a word of every second article has many.
    """
    filters = [kind.dated] if "since" in values else []
    filters += [getattr(kind, name) for name in ("actor", "type") if name in values]
    best = "" if filters else f" ORDER BY rank, row DESC LIMIT {_MENTIONS} * :limit"
    return (
        f"WITH found AS MATERIALIZED (SELECT rowid AS row, bm25({kind.index}, {kind.weights}) AS rank "
        f"FROM {kind.index} WHERE {kind.index} MATCH :words{best}) "
        f"SELECT {kind.columns}, a.id, min(found.rank) AS rank FROM found {kind.joins} "
        f"{'WHERE ' if filters else ''}{' AND '.join(filters)} "
        "GROUP BY 1 ORDER BY rank, a.number DESC LIMIT :limit"
    )


def _piece(
    reading: Reading, place: tuple[int | None, int | None], asked: Wanted
) -> tuple[Evidence, tuple[Span, ...]]:
    """The piece of text to be shown, and where the words stand in it."""
    start, end = place
    if start is None or end is None:
        start, end = best_sentence(reading, asked.parts)
    marks = marked(reading, (start, end), asked.parts)
    start, end = cut(reading.article.text, (start, end), marks)
    return reading.article.evidence(start, end), tuple(m for m in marks if start <= m.start and m.end <= end)
