"""Which articles of the desk an account is asked of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.errors import UsageError
from saksama.library.find import NotThere, actor_of, find

if TYPE_CHECKING:
    from saksama.store import FileDesk
    from saksama.store.lists import Window

MOST = 2_000  # articles of one account: more are no account but a desk


@dataclass(frozen=True, slots=True)
class Selected:
    """Ids of articles in the order of adding; `undated` were left out since days were asked for."""

    articles: tuple[str, ...]
    undated: int = 0


def selected(
    desk: FileDesk,
    *,
    story: str | None = None,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Selected:
    """The articles of a story, that name an actor, and that lie between two days; all that is asked holds.

    Raises `NotThere` where there are none, `UsageError` where there are more than `MOST`.
    """
    from saksama.store.lists import Window

    window = Window.of(since, until)
    with desk.snapshot():
        found = _found(desk, (story, actor), window)
    if not found.articles:
        raise NotThere(f"no article on the desk fits{_undated(found.undated)}")
    if len(found.articles) > MOST:
        raise UsageError(f"{len(found.articles)} articles: more than one account can hold; narrow the days")
    return found


def _found(desk: FileDesk, asked: tuple[str | None, str | None], window: Window) -> Selected:
    from saksama.store import lists

    story, actor = asked
    if story is None and actor is None:
        return Selected(*lists.between(desk, window))
    found = Selected(*lists.naming(desk, actor_of(desk, actor), window)) if actor is not None else None
    if story is None:
        assert found is not None
        return found
    named = find(desk, story, ("story", "article"))
    whole = desk.story(named.id) if named.kind == "story" else desk.story_of(named.id)
    members = whole.articles if whole else ()
    if found is None and window.whole:
        return Selected(members)
    if found is None:
        found = Selected(*lists.between(desk, window))
    inside = set(found.articles)
    return Selected(tuple(article for article in members if article in inside))


def _undated(count: int) -> str:
    return f" ({count} without a date were left out)" if count else ""
