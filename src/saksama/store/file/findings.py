"""Findings on the desk: each under the story in which it was found."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.records import Check
from saksama.store.file.articles import Base
from saksama.store.file.codec import pack, unpack

_COLUMNS = "id, story, kind, slot, severity, explanation_id, explanation_en, record"


class Findings:
    """Checks by story."""

    def __init__(self, base: Base) -> None:
        self._sql, self._names = base.connection, base.names

    def put(self, story: str, checks: Iterable[Check]) -> None:
        row = self._sql.row("SELECT number FROM stories WHERE id = ?", (story,))
        if row is None:
            raise KeyError(story)
        self._sql.run("DELETE FROM checks WHERE story = ?", row)
        for check in checks:
            self._put(row[0], check)
        self._sql.run("UPDATE stories SET unchecked = 0 WHERE number = ?", row)

    def _put(self, story: int, check: Check) -> None:
        told = (check.explanation.id, check.explanation.en)
        row = (check.id, story, check.kind, check.slot, check.severity, *told, pack(check))
        number = self._sql.run(f"INSERT INTO checks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        placed = ((self._names.article(e.article), e.start, e.end) for e in check.evidence)
        evidence = [(number, at, *place) for at, place in enumerate(placed)]
        sql = "INSERT INTO check_evidence (finding, position, article, start, end) VALUES (?, ?, ?, ?, ?)"
        self._sql.run_many(sql, evidence)

    def of_story(self, story: str) -> tuple[Check, ...]:
        sql = (
            "SELECT record FROM checks JOIN stories ON stories.number = checks.story "
            "WHERE stories.id = ? ORDER BY checks.number"
        )
        return tuple(unpack(Check, packed) for (packed,) in self._sql.rows(sql, (story,)))

    def of_article(self, article: str) -> tuple[Check, ...]:
        """Findings with a piece of the article among their evidence."""
        sql = (
            "SELECT record FROM checks WHERE number IN "
            "(SELECT finding FROM check_evidence WHERE article = ?) ORDER BY number"
        )
        rows = self._sql.rows(sql, (self._names.article(article),))
        return tuple(unpack(Check, packed) for (packed,) in rows)
