"""Looking at the desk: search, the list of stories, one thing of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.errors import UsageError
from saksama.library.brief import account
from saksama.library.desk import part_of
from saksama.library.find import find

if TYPE_CHECKING:
    from saksama.account.shown import Shown
    from saksama.records import Check
    from saksama.store import FileDesk
    from saksama.store.lists import Listed
    from saksama.store.search import Hit, Query

_LATEST = 12  # articles that name an actor, and events in which it takes part
_STORY = 500  # articles of a story that are shown together, the latest


def search(desk: FileDesk, query: Query) -> tuple[Hit, ...]:
    """What the desk finds; see `saksama.store.search.Query`. Raises `UsageError` for an unknown type."""
    from saksama.account.words import words
    from saksama.store.search import search as found

    known = words("en").types
    if query.type and query.type.upper() not in known:
        raise UsageError(f"no such type of event: {query.type} (one of {', '.join(sorted(known))})")
    return found(desk, query)


def stories(
    desk: FileDesk, *, since: str | None = None, until: str | None = None, limit: int = 20, least: int = 1
) -> tuple[tuple[Listed, ...], int]:
    """Stories with their days, sizes, distinct texts and findings, the newest first; and how many there are.

    Raises `UsageError` for a date that is none.
    """
    from saksama.store import lists

    with desk.snapshot():
        window = lists.Window.of(since, until)
        found, total = lists.stories(desk, window, limit=limit, least=least)
        return tuple(replace(story, texts=_texts(desk, story.id)) for story in found), total


def _texts(desk: FileDesk, identity: str) -> int:
    """The articles of a story after copies and shared carriers are folded together."""
    from saksama.store import lists
    from saksama.stories.tellings import Groups

    story = desk.story(identity)
    if story is None or len(story.articles) == 1:
        return 1
    groups = Groups()
    groups.of_story(story.lineage, lists.carriers(desk, identity))
    return groups.distinct(story.articles)


def show(desk: FileDesk, what: str) -> Shown:
    """A story, an event, an article or an actor of the desk; what it is, `find` tells and raises."""
    with desk.snapshot():
        named = find(desk, what)
        made = {"story": _story, "event": _event, "article": _article, "actor": _actor}
        return made[named.kind](desk, named.id)


def _story(desk: FileDesk, identity: str) -> Shown:
    from saksama.account.shown import Shown

    story = desk.story(identity)
    assert story is not None
    told = account(part_of(desk, story.articles[-_STORY:]))
    return Shown("story", identity, told, story=story)


def _event(desk: FileDesk, identity: str) -> Shown:
    from saksama.account.shown import Shown
    from saksama.store import lists

    articles = lists.articles_of_event(desk, identity)
    checks = [c for article in articles for c in desk.checks_of(article) if identity in c.events]
    told = account(part_of(desk, _with(articles, checks)))
    found = tuple(dict.fromkeys(c for c in told.checks if identity in c.events))
    return Shown("event", identity, replace(told, checks=found), story=desk.story_of(articles[0]))


def _article(desk: FileDesk, identity: str) -> Shown:
    from saksama.account.shown import Shown

    story = desk.story_of(identity)
    edges = [e for e in story.lineage if identity in (e.from_, e.to)] if story else []
    kin = [article for edge in edges for article in (edge.from_, edge.to)]
    checks = desk.checks_of(identity)
    told = account(part_of(desk, _with((identity, *kin), checks)))
    return Shown("article", identity, replace(told, checks=checks), story=story)


def _actor(desk: FileDesk, identity: str) -> Shown:
    from saksama.account.shown import Shown
    from saksama.library.knowledge import look_up
    from saksama.store import lists

    naming, _ = lists.naming(desk, identity, lists.Window())
    events = lists.events_with(desk, identity, _LATEST)
    telling = [a for event in events for a in lists.articles_of_event(desk, event)]
    told = account(part_of(desk, (*telling, *naming[-_LATEST:])))
    kept = tuple(event for event in told.events if event.id in events)
    known = look_up(identity)
    return Shown(
        "actor", identity, replace(told, events=kept, checks=()), known=known or None, articles=len(naming)
    )


def _with(articles: Iterable[str], checks: Iterable[Check]) -> tuple[str, ...]:
    """Articles, and those that the findings quote."""
    return tuple(dict.fromkeys((*articles, *(e.article for check in checks for e in check.evidence))))
