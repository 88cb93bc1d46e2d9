"""Stories on the desk: their articles, who copied whom, and the findings in each."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.records import Lineage, Story
from saksama.store.file.articles import Base
from saksama.store.file.codec import pack_changes, unpack_changes
from saksama.store.file.names import Recent

_STORIES = 500


class Stories:
    """Stories by id and by article, in the order of putting."""

    def __init__(self, base: Base) -> None:
        self._sql, self._names = base.connection, base.names
        self._stories: Recent[str, Story] = Recent(_STORIES)

    def forget(self) -> None:
        self._stories.clear()

    def put(self, story: Story) -> None:
        old = self.story(story.id)
        number = self._number(story)
        kept = _grown(old, story) if old else 0
        edges = len(old.lineage) if old and story.lineage[: len(old.lineage)] == old.lineage else 0
        self._put_articles(number, story, kept)
        self._put_lineage(number, story.lineage, edges)
        members = "number IN (SELECT article FROM story_articles WHERE story = ?1)"
        if old and kept < len(old.articles):
            self._sql.run(f"UPDATE articles SET story = NULL WHERE story = ?1 AND NOT {members}", (number,))
        self._sql.run(f"UPDATE articles SET story = ?1 WHERE story IS NOT ?1 AND {members}", (number,))
        self._stories.keep(story.id, story)

    def _number(self, story: Story) -> int:
        row = self._sql.row("SELECT number FROM stories WHERE id = ?", (story.id,))
        if row is None:
            return self._sql.run("INSERT INTO stories (id, title) VALUES (?, ?)", (story.id, story.title))
        self._sql.run("UPDATE stories SET title = ?, unchecked = 1 WHERE number = ?", (story.title, row[0]))
        return int(row[0])

    def _put_articles(self, number: int, story: Story, kept: int) -> None:
        """The articles from a position on; what was there is replaced."""
        self._sql.run("DELETE FROM story_articles WHERE story = ? AND position >= ?", (number, kept))
        rows = ((number, at, self._article(story.articles[at])) for at in range(kept, len(story.articles)))
        self._sql.run_many("INSERT INTO story_articles (story, position, article) VALUES (?, ?, ?)", rows)

    def _put_lineage(self, number: int, lineage: tuple[Lineage, ...], kept: int) -> None:
        self._sql.run("DELETE FROM lineage WHERE story = ? AND position >= ?", (number, kept))
        rows = (
            (number, at, *map(self._article, (e.from_, e.to)), e.kind, e.shared, pack_changes(e.changes))
            for at, e in enumerate(lineage[kept:], start=kept)
        )
        columns = "story, position, earlier, later, kind, shared, changes"
        self._sql.run_many(f"INSERT INTO lineage ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def _article(self, identity: str) -> int:
        number = self._names.article(identity)
        if number is None:
            raise KeyError(identity)
        return number

    def drop(self, story: str) -> None:
        self._sql.run("DELETE FROM stories WHERE id = ?", (story,))
        self._stories.drop(story)

    def story(self, identity: str) -> Story | None:
        held = self._stories.get(identity)
        if held is not None:
            return held
        row = self._sql.row("SELECT number, title FROM stories WHERE id = ?", (identity,))
        if row is None:
            return None
        number, title = row
        articles = (
            "SELECT id FROM story_articles JOIN articles ON number = article "
            "WHERE story_articles.story = ? ORDER BY position"
        )
        ids = tuple(found for (found,) in self._sql.rows(articles, (number,)))
        return self._stories.keep(identity, Story(identity, title, ids, self._lineage(number)))

    def _lineage(self, number: int) -> tuple[Lineage, ...]:
        sql = (
            "SELECT a.id, b.id, kind, shared, changes FROM lineage "
            "JOIN articles AS a ON a.number = earlier JOIN articles AS b ON b.number = later "
            "WHERE lineage.story = ? ORDER BY position"
        )
        rows = self._sql.rows(sql, (number,))
        return tuple(Lineage(a, b, kind, shared, unpack_changes(c)) for a, b, kind, shared, c in rows)

    def story_of(self, article: str) -> Story | None:
        sql = "SELECT stories.id FROM articles JOIN stories ON stories.number = story WHERE articles.id = ?"
        row = self._sql.row(sql, (article,))
        return self.story(row[0]) if row else None

    def of_articles(self, articles: Iterable[str]) -> tuple[Story, ...]:
        joined = "articles JOIN stories ON stories.number = story"
        sql = f"SELECT stories.number, stories.id FROM {joined} WHERE articles.id = ?"
        found = {row for article in articles for row in self._sql.rows(sql, (article,))}
        return tuple(story for _, identity in sorted(found) if (story := self.story(identity)))

    def days(self, story: str) -> dict[str, int]:
        sql = (
            "SELECT first_day, count(*) FROM articles JOIN stories ON stories.number = story "
            "WHERE stories.id = ? AND first_day = last_day AND published_basis <> 'inferred' "
            "GROUP BY first_day ORDER BY first_day"
        )
        rows: list[tuple[str, int]] = self._sql.rows(sql, (story,))
        return dict(rows)

    def stories(self) -> tuple[Story, ...]:
        rows = self._sql.rows("SELECT id FROM stories ORDER BY number")
        return tuple(story for (identity,) in rows if (story := self.story(identity)))

    def unchecked(self) -> tuple[str, ...]:
        """Ids of the stories that grew after their findings were put."""
        rows = self._sql.rows("SELECT id FROM stories WHERE unchecked ORDER BY number")
        return tuple(identity for (identity,) in rows)


def _grown(old: Story, new: Story) -> int:
    """How many articles stand at the start of both."""
    if new.articles[: len(old.articles)] == old.articles:
        return len(old.articles)
    return _same(old.articles, new.articles)


def _same(some: Iterable[str], others: Iterable[str]) -> int:
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count
