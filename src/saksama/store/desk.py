"""The small interface between the across-article stages and whatever holds the records.

Everything is asked for by key, so that adding one article costs the same on the first day and after
a year. A key is any short string that a stage makes ("t:rudal", "CONSULT|PRK|RUS"); the desk gives no
meaning to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from saksama.records import ClaimReview, Event, Reading, Story

LATEST = 500  # articles, and events, of one key that are looked at: what has more in common than that is old


class Desk(Protocol):
    """What a stage may ask of the store; order is the order of adding, everywhere.

    Articles are put before the stories and events that name them.
    """

    def put(self, reading: Reading, terms: Mapping[str, float], keys: Iterable[str]) -> None:
        """Keep a reading with its terms, found again by each of its keys; again replaces it."""

    def terms(self, article: str) -> Mapping[str, float]:
        """The weighted terms with which the article was put."""

    def reading(self, article: str) -> Reading:
        """The reading of an article id; `KeyError` if it is not here."""

    def readings(self) -> tuple[Reading, ...]: ...

    def number(self, article: str) -> int:
        """The place of an article in the order of adding, from 0."""

    def candidates(self, keys: Iterable[str], limit: int) -> tuple[str, ...]:
        """Ids of articles that share keys, most shared first, the earlier added first among equals.

        Of each key the `LATEST` articles count.
        """

    def put_story(self, story: Story) -> None:
        """Keep a story under its id; its articles, and no others, belong to it from now on."""

    def drop_story(self, story: str) -> None:
        """Forget a story, because its articles went into another."""

    def story_of(self, article: str) -> Story | None: ...

    def stories(self) -> tuple[Story, ...]: ...

    def put_event(self, event: Event, keys: Iterable[str]) -> None:
        """Keep an event under its id, found again by each of its keys."""

    def drop_event(self, event: str) -> None:
        """Forget an event, because it was merged into another."""

    def events(self) -> tuple[Event, ...]: ...

    def events_by(self, keys: Iterable[str]) -> tuple[Event, ...]:
        """Events that have at least one of the keys; of each key the `LATEST`."""

    def put_review(self, review: ClaimReview, keys: Iterable[str]) -> None:
        """Keep a published fact-check under its id, found again by each of its keys; again replaces it."""

    def reviews_by(self, keys: Iterable[str]) -> tuple[ClaimReview, ...]:
        """Fact-checks that have at least one of the keys, each once, in the order of adding."""

    def review_count(self) -> int:
        """How many fact-checks are kept."""
