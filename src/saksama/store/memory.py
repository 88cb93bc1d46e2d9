"""A desk that lives in memory: what `saksama brief PATH...` opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest
from itertools import count

from saksama.records import ClaimReview, Event, Reading, Story
from saksama.store.desk import LATEST, Desk


class _Index:
    """Ids by key and keys by id."""

    __slots__ = ("_ids", "_keys")

    def __init__(self) -> None:
        self._ids: dict[str, dict[str, None]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def put(self, identity: str, keys: Iterable[str]) -> None:
        self.drop(identity)
        self._keys[identity] = tuple(dict.fromkeys(keys))
        for key in self._keys[identity]:
            self._ids.setdefault(key, {})[identity] = None

    def drop(self, identity: str) -> None:
        for key in self._keys.pop(identity, ()):
            self._ids[key].pop(identity, None)

    def ids(self, key: str) -> tuple[str, ...]:
        return tuple(self._ids.get(key, ()))


def _latest(ids: tuple[str, ...], number: Mapping[str, int]) -> Iterable[str]:
    """Those that were added last, no more than count."""
    return ids if len(ids) <= LATEST else nlargest(LATEST, ids, key=number.__getitem__)


class MemoryDesk:
    """See `saksama.store.Desk` for the meaning of each method.

    With `reviews`, fact-checks are asked of that desk too: this one is a part of it.
    """

    def __init__(self, reviews: Desk | None = None) -> None:
        self._outer = reviews
        self._readings: dict[str, Reading] = {}
        self._added: dict[str, int] = {}
        self._terms: dict[str, dict[str, float]] = {}
        self._stories: dict[str, Story] = {}
        self._story_of: dict[str, str] = {}
        self._events: dict[str, Event] = {}
        self._put: dict[str, int] = {}
        self._count = count()
        self._by_article = _Index()
        self._by_event = _Index()
        self._reviews: dict[str, tuple[int, ClaimReview]] = {}
        self._by_review = _Index()

    def put(self, reading: Reading, terms: Mapping[str, float], keys: Iterable[str]) -> None:
        self._terms[reading.article.id] = dict(terms)
        self._added.setdefault(reading.article.id, len(self._added))
        self._readings[reading.article.id] = reading
        self._by_article.put(reading.article.id, keys)

    def reading(self, article: str) -> Reading:
        return self._readings[article]

    def terms(self, article: str) -> Mapping[str, float]:
        return self._terms[article]

    def readings(self) -> tuple[Reading, ...]:
        return tuple(self._readings.values())

    def number(self, article: str) -> int:
        return self._added[article]

    def candidates(self, keys: Iterable[str], limit: int) -> tuple[str, ...]:
        shared: Counter[str] = Counter()
        for key in dict.fromkeys(keys):
            shared.update(_latest(self._by_article.ids(key), self._added))
        ranked = sorted(shared, key=lambda article: (-shared[article], self._added[article]))
        return tuple(ranked[:limit])

    def put_story(self, story: Story) -> None:
        self._release(story.id)
        self._stories[story.id] = story
        for article in story.articles:
            self._story_of[article] = story.id

    def drop_story(self, story: str) -> None:
        self._release(story)
        self._stories.pop(story, None)

    def _release(self, story: str) -> None:
        """Its articles belong to nobody."""
        for article in self._stories[story].articles if story in self._stories else ():
            if self._story_of.get(article) == story:
                del self._story_of[article]

    def story_of(self, article: str) -> Story | None:
        story = self._story_of.get(article)
        return self._stories.get(story) if story is not None else None

    def stories(self) -> tuple[Story, ...]:
        return tuple(self._stories.values())

    def put_event(self, event: Event, keys: Iterable[str]) -> None:
        self._events[event.id] = event
        self._put.setdefault(event.id, next(self._count))
        self._by_event.put(event.id, keys)

    def drop_event(self, event: str) -> None:
        self._events.pop(event, None)
        self._put.pop(event, None)
        self._by_event.drop(event)

    def events(self) -> tuple[Event, ...]:
        return tuple(self._events.values())

    def events_by(self, keys: Iterable[str]) -> tuple[Event, ...]:
        found = {event for key in keys for event in _latest(self._by_event.ids(key), self._put)}
        return tuple(self._events[event] for event in sorted(found, key=self._put.__getitem__))

    def put_review(self, review: ClaimReview, keys: Iterable[str]) -> None:
        number = self._reviews[review.id][0] if review.id in self._reviews else len(self._reviews)
        self._reviews[review.id] = (number, review)
        self._by_review.put(review.id, keys)

    def reviews_by(self, keys: Iterable[str]) -> tuple[ClaimReview, ...]:
        keys = tuple(keys)
        found = {review for key in keys for review in self._by_review.ids(key)}
        numbered = sorted((self._reviews[review] for review in found), key=lambda item: item[0])
        outer = self._outer.reviews_by(keys) if self._outer else ()
        return (*outer, *(review for _, review in numbered))

    def review_count(self) -> int:
        return len(self._reviews) + (self._outer.review_count() if self._outer else 0)
