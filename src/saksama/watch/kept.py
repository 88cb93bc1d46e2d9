"""What the watch hands to the desk, and what it wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from saksama.records import Article, Check


@dataclass(frozen=True, slots=True)
class Fetched:
    """An article as it came: `url` behind all redirects, `feed` the name of the feed or page that led to
    it, `fetched_at` ISO 8601 in universal time, `raw` the bytes of the page (of a feed's own text: none)."""

    article: Article
    url: str
    feed: str
    fetched_at: str
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article on the desk.

    `article` and `story` are ids, `title` the story's. `is_new` is False where the desk had this very text.
    `conflicts` are the checks that came with this article and are above a caution. `day` is the article's
    own day (ISO 8601, None where it is undated), `days` how many distinct texts of the story each day has.
    """

    article: str
    story: str | None
    title: str = ""
    is_new: bool = True
    is_new_story: bool = False
    conflicts: tuple[Check, ...] = ()
    day: str | None = None
    days: Mapping[str, int] = field(default_factory=dict)


Keep = Callable[[Fetched], Kept]
Out = Callable[[str], None]
