"""What lies on a desk, listed: stories, articles by actor and day, ids, fact-checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from saksama.errors import UsageError
from saksama.records import ClaimReview, Record
from saksama.store.days import FIRST, LAST, span
from saksama.store.file import FileDesk
from saksama.store.file.codec import unpack

IdKind = Literal["article", "story", "event", "actor"]

_TABLES: dict[IdKind, tuple[str, str]] = {
    "article": ("articles", "title"),
    "story": ("stories", "title"),
    "event": ("events", "type"),
    "actor": ("actors", "name"),
}
_DATED = "articles.published_basis <> 'inferred' AND"
_STORIES = f"""
SELECT stories.id, stories.title,
  min(CASE WHEN {_DATED} articles.first_day > '{FIRST}' THEN articles.first_day END) AS first,
  max(CASE WHEN {_DATED} articles.last_day < '{LAST}' THEN articles.last_day END) AS last,
  count(*) AS size, count(*) OVER () AS total
FROM stories JOIN articles ON articles.story = stories.number
GROUP BY stories.number HAVING size >= :least {{within}}
ORDER BY last DESC, size DESC, stories.number DESC LIMIT :limit
"""
_BETWEEN = """
SELECT articles.id, articles.first_day IS NOT NULL AND articles.last_day >= :since
  AND articles.first_day <= :until, articles.first_day IS NULL
FROM articles {0} ORDER BY articles.number
"""
_NAMING = """WHERE articles.number IN (
  SELECT article FROM mentions WHERE actor = :actor
  UNION SELECT event_mentions.article FROM participants
  JOIN event_mentions ON event_mentions.event = participants.event
  WHERE :actor IN (participants.actor, participants.acts_for)
)"""


@dataclass(frozen=True, slots=True)
class Listed(Record):
    """A story as it stands in a list. Days are ISO 8601, None where no article is dated.

    `texts` are articles after copies and shared carriers are folded together; `impossible`, `conflicts`
    and `cautions` count its findings.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    articles: int
    texts: int = 0
    impossible: int = 0
    conflicts: int = 0
    cautions: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """From the first to the last day asked for."""

    since: str = FIRST
    until: str = LAST

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Window:
        """The days of two EDTF dates, both inside. Raises `UsageError` for what is no date."""
        for date in (since, until):
            if date is not None and span(date)[0] is None:
                raise UsageError(f"no such date: {date!r} (wanted: 2024-06-19, 2024-06 or 2024)")
        found = cls(span(since)[0] or FIRST, span(until)[1] or LAST)
        if found.since > found.until:
            raise UsageError(f"nothing lies between {since} and {until}: the first day is the later one")
        return found

    @property
    def whole(self) -> bool:
        return (self.since, self.until) == (FIRST, LAST)


def stories(desk: FileDesk, window: Window, *, limit: int, least: int = 1) -> tuple[tuple[Listed, ...], int]:
    """Stories with articles inside the window, the newest first, then the largest; and how many there are.

    `least` articles a story. `texts` are left to whoever knows what makes texts distinct.
    """
    within = "" if window.whole else "AND last >= :since AND first <= :until"
    values = {"least": least, "limit": limit, "since": window.since, "until": window.until}
    with desk.snapshot():
        rows = desk.sql.rows(_STORIES.format(within=within), values)
        found = tuple(_counted(desk, Listed(*row[:5])) for row in rows)
    return found, rows[0][5] if rows else 0


def _counted(desk: FileDesk, story: Listed) -> Listed:
    sql = (
        "SELECT severity, count(*) FROM checks JOIN stories ON stories.number = story "
        "WHERE stories.id = ? GROUP BY severity"
    )
    counts: dict[str, int] = dict(desk.sql.rows(sql, (story.id,)))
    names = ("impossible", "conflict", "caution")
    impossible, conflicts, cautions = (counts.get(name, 0) for name in names)
    return replace(story, impossible=impossible, conflicts=conflicts, cautions=cautions)


def carriers(desk: FileDesk, story: str) -> tuple[tuple[str, str], ...]:
    """Articles of a story with the carriers that they credit."""
    sql = (
        "SELECT DISTINCT articles.id, via FROM statements JOIN articles ON articles.number = article "
        "JOIN stories ON stories.number = articles.story WHERE via IS NOT NULL AND stories.id = ? "
        "ORDER BY articles.number"
    )
    return tuple((article, via) for article, via in desk.sql.rows(sql, (story,)))


def naming(desk: FileDesk, actor: str, window: Window) -> tuple[tuple[str, ...], int]:
    """Articles that name an actor, or tell what it or somebody for it does, inside the window.

    And how many such articles are without any date, which are left out where days are asked for.
    """
    row = desk.sql.row("SELECT number FROM actors WHERE id = ?", (actor,))
    if row is None:
        return (), 0
    return _inside(desk, _NAMING, window, row[0])


def between(desk: FileDesk, window: Window) -> tuple[tuple[str, ...], int]:
    """Articles inside the window, and how many without any date are left out."""
    return _inside(desk, "", window, None)


def _inside(desk: FileDesk, where: str, window: Window, actor: int | None) -> tuple[tuple[str, ...], int]:
    values = {"actor": actor, "since": window.since, "until": window.until}
    rows = desk.sql.rows(_BETWEEN.format(where), values)
    if window.whole:
        return tuple(article for article, _, _ in rows), 0
    return tuple(article for article, inside, _ in rows if inside), sum(undated for *_, undated in rows)


def events_with(desk: FileDesk, actor: str, limit: int) -> tuple[str, ...]:
    """Ids of the events in which an actor takes part itself, the latest first."""
    sql = (
        "SELECT DISTINCT events.id, events.first_day, events.number FROM events "
        "JOIN participants ON participants.event = events.number JOIN actors "
        "ON actors.number = participants.actor WHERE actors.id = ? AND role <> 'claimed_by' "
        "AND NOT events.background ORDER BY events.first_day DESC, events.number DESC LIMIT ?"
    )
    return tuple(identity for identity, *_ in desk.sql.rows(sql, (actor, limit)))


def articles_of_event(desk: FileDesk, event: str) -> tuple[str, ...]:
    """Ids of the articles that tell an event, in the order of adding."""
    sql = (
        "SELECT DISTINCT articles.id FROM event_mentions JOIN events ON events.number = event "
        "JOIN articles ON articles.number = article WHERE events.id = ? ORDER BY articles.number"
    )
    return tuple(identity for (identity,) in desk.sql.rows(sql, (event,)))


def has(desk: FileDesk, kind: IdKind, identity: str) -> bool:
    """Whether there is an article, story, event or actor of this id."""
    table, _ = _TABLES[kind]
    return desk.sql.row(f"SELECT 1 FROM {table} WHERE id = ?", (identity,)) is not None


def named(desk: FileDesk, kind: IdKind, name: str) -> tuple[str, ...]:
    """Ids of what bears a name or headline, letter case aside."""
    table, column = _TABLES[kind]
    sql = f"SELECT id FROM {table} WHERE {column} = ? COLLATE NOCASE ORDER BY number LIMIT 20"
    return tuple(identity for (identity,) in desk.sql.rows(sql, (name,)))


def at(desk: FileDesk, url: str) -> tuple[str, ...]:
    """Ids of the articles of an address, in the order of adding."""
    rows = desk.sql.rows("SELECT id FROM articles WHERE url = ? ORDER BY number", (url,))
    return tuple(identity for (identity,) in rows)


def ids(desk: FileDesk, kind: IdKind, start: str = "") -> Iterable[tuple[str, str]]:
    """Ids that begin with some letters, each with its name or headline."""
    table, column = _TABLES[kind]
    sql = f"SELECT id, {column} FROM {table} WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id"
    return ((identity, name) for identity, name in desk.sql.rows(sql, (start,)))


def review(desk: FileDesk, identity: str) -> ClaimReview | None:
    """The fact-check of an id."""
    row = desk.sql.row("SELECT record FROM claim_reviews WHERE id = ?", (identity,))
    return unpack(ClaimReview, row[0]) if row else None


def reviews(desk: FileDesk, window: Window, limit: int) -> tuple[tuple[ClaimReview, ...], int]:
    """Fact-checks published inside the window, the newest first, and how many there are."""
    within = "" if window.whole else "WHERE published >= :since AND published <= :until"
    values = {"since": window.since, "until": window.until, "limit": limit}
    sql = f"SELECT record, count(*) OVER () FROM claim_reviews {within}"
    rows = desk.sql.rows(f"{sql} ORDER BY published DESC, number LIMIT :limit", values)
    return tuple(unpack(ClaimReview, packed) for packed, _ in rows), rows[0][1] if rows else 0
