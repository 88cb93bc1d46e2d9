"""A desk that lies in a file: what `saksama add` writes to, and all that asks for a desk reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from saksama.records import Actor, Check, ClaimReview, Event, FetchState, Reading, Story
from saksama.store.file.articles import Articles, Base
from saksama.store.file.connection import WAIT, Connection
from saksama.store.file.events import Events
from saksama.store.file.findings import Findings
from saksama.store.file.inputs import Inputs
from saksama.store.file.names import Names
from saksama.store.file.reviews import Reviews
from saksama.store.file.stories import Stories


class FileDesk:
    """All of `saksama.store.Desk`, and what only a desk that stays can be asked.

    Readers and one writer work at once; a second writer waits `wait` seconds at most. Each writing call is
    a transaction of its own unless it is made within `transaction()`. Raises `DeskError` for a file that is
    no desk, comes from a newer version or cannot be read or written, `DeskBusy` where another program
    writes for too long.
    """

    def __init__(self, path: str | Path, *, write: bool = False, wait: float = WAIT) -> None:
        self.path = Path(path)
        self.sql = Connection(self.path, write, wait)
        base = Base(self.sql, Names(self.sql))
        self._names = base.names
        self._articles = Articles(base)
        self._stories = Stories(base)
        self._events = Events(base, self._articles)
        self._findings = Findings(base)
        self._reviews = Reviews(base)
        self._inputs = Inputs(base)
        self.sql.forget = self._forget

    def _forget(self) -> None:
        for part in (self._names, self._articles, self._stories, self._events):
            part.forget()

    def __enter__(self) -> FileDesk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.sql.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is put within is kept together, or nothing of it."""
        return self.sql.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """All that is asked within is answered as of one moment."""
        return self.sql.snapshot()

    def put(self, reading: Reading, terms: Mapping[str, float], keys: Iterable[str]) -> None:
        with self.transaction():
            self._articles.put(reading, terms, keys)

    def terms(self, article: str) -> Mapping[str, float]:
        self.sql.fresh()
        return self._articles.terms(article)

    def reading(self, article: str) -> Reading:
        self.sql.fresh()
        return self._articles.reading(article)

    def readings(self) -> tuple[Reading, ...]:
        return self._articles.readings()

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, in the order of adding."""
        return self._articles.ids()

    def has_article(self, article: str) -> bool:
        self.sql.fresh()
        return self._names.article(article) is not None

    def number(self, article: str) -> int:
        self.sql.fresh()
        return self._articles.number(article)

    def candidates(self, keys: Iterable[str], limit: int) -> tuple[str, ...]:
        self.sql.fresh()
        return self._articles.candidates(keys, limit)

    def keys_of(self, article: str) -> tuple[str, ...]:
        """The keys under which an article was put, sorted."""
        return self._articles.keys_of(article)

    def put_story(self, story: Story) -> None:
        with self.transaction():
            self._stories.put(story)

    def drop_story(self, story: str) -> None:
        with self.transaction():
            self._stories.drop(story)

    def story_of(self, article: str) -> Story | None:
        self.sql.fresh()
        return self._stories.story_of(article)

    def stories(self) -> tuple[Story, ...]:
        with self.snapshot():
            return self._stories.stories()

    def story(self, story: str) -> Story | None:
        """The story of an id."""
        self.sql.fresh()
        return self._stories.story(story)

    def stories_of(self, articles: Iterable[str]) -> tuple[Story, ...]:
        """The stories to which the articles belong, each once, in the order of putting."""
        with self.snapshot():
            return self._stories.of_articles(articles)

    def days_of(self, story: str) -> dict[str, int]:
        """How many articles of a story each day has, of those whose day is known."""
        return self._stories.days(story)

    def put_event(self, event: Event, keys: Iterable[str]) -> None:
        with self.transaction():
            self._events.put(event, keys)

    def drop_event(self, event: str) -> None:
        with self.transaction():
            self._events.drop(event)

    def events(self) -> tuple[Event, ...]:
        with self.snapshot():
            return self._events.events()

    def events_by(self, keys: Iterable[str]) -> tuple[Event, ...]:
        with self.snapshot():
            return self._events.by_keys(keys)

    def events_of(self, articles: Iterable[str]) -> tuple[Event, ...]:
        """Events that one of the articles tells, in the order of adding."""
        with self.snapshot():
            return self._events.of_articles([self._articles.number(article) for article in articles])

    def event_keys_of(self, event: str) -> tuple[str, ...]:
        """The keys under which an event was put, sorted."""
        return self._events.keys_of(event)

    def put_review(self, review: ClaimReview, keys: Iterable[str]) -> None:
        with self.transaction():
            self._reviews.put(review, keys)

    def reviews_by(self, keys: Iterable[str]) -> tuple[ClaimReview, ...]:
        with self.snapshot():
            return self._reviews.by_keys(keys)

    def review_count(self) -> int:
        return self._reviews.count()

    def put_actors(self, actors: Iterable[Actor]) -> None:
        """Keep names and countries of actors for those who read the tables."""
        with self.transaction():
            for actor in actors:
                self._names.describe(actor)

    def put_checks(self, story: str, checks: Iterable[Check]) -> None:
        """Keep the findings in a story, instead of those before; it counts as checked until it grows."""
        with self.transaction():
            self._findings.put(story, checks)

    def checks(self, story: str) -> tuple[Check, ...]:
        """The findings kept for a story."""
        return self._findings.of_story(story)

    def checks_of(self, article: str) -> tuple[Check, ...]:
        """The findings that rest on an article."""
        with self.snapshot():
            return self._findings.of_article(article)

    def unchecked(self) -> tuple[str, ...]:
        """Ids of the stories that grew after their findings were kept."""
        return self._stories.unchecked()

    def has_input(self, sha256: str) -> bool:
        """Whether an input of this digest was read to its end."""
        return self._inputs.has_input(sha256)

    def put_input(self, sha256: str, name: str) -> None:
        """Remember that an input was read to its end."""
        with self.transaction():
            self._inputs.put_input(sha256, name)

    def put_version(self, article: str, page: str, before: str | None) -> None:
        """Keep that an article is a version of a page (the id of its first), and which came before."""
        with self.transaction():
            self._inputs.put_version(article, page, before)

    def versions(self, page: str) -> tuple[tuple[str, str], ...]:
        """Id and SHA-256 of the text of all versions of a page, in the order of adding."""
        return self._inputs.versions(page)

    def page_of(self, article: str) -> str | None:
        """The page of which an article is a version."""
        with self.snapshot():
            return self._inputs.page_of(article)

    def state(self, url: str) -> FetchState | None:
        """An address as it was left."""
        return self._inputs.state(url)

    def remember(self, state: FetchState) -> None:
        with self.transaction():
            self._inputs.remember(state)
