"""The watch and the desk: what is fetched is kept, and the watch hears what became of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from saksama.library.desk import add_articles
from saksama.records import Check

if TYPE_CHECKING:
    from saksama.store import FileDesk
    from saksama.watch import Fetched, Kept, Round, WatchConfig
    from saksama.watch.kept import Out


def watch(
    config: WatchConfig, desk: FileDesk, *, once: bool = False, out: Out = print, note: Out | None = None
) -> Round:
    """Go round the feeds, once or until Ctrl-C, and keep on the desk what they lead to.

    With `note`, `out` gets JSON alone, a line each round and alert, and `note` all else. Gives the last
    round.
    """
    from saksama import watch as room

    keep = partial(kept, desk)
    if note is None:
        return room.watch(config, keep, desk, once=once, out=out)
    rules = tuple(replace(rule, to="json") if rule.to == "lines" else rule for rule in config.alerts)
    in_json = replace(config, alerts=rules)
    return room.watch(in_json, keep, desk, once=once, out=out, note=note, tell=_json)


def kept(desk: FileDesk, fetched: Fetched) -> Kept:
    """Add one fetched article; what the watch wants to hear of it. Raises `InputError` where it cannot be."""
    from saksama.errors import InputError
    from saksama.watch import Kept

    added = add_articles([fetched.article], desk, processes=1)
    if added.skipped:
        raise InputError(fetched.url, added.skipped[0].reason)
    identity = added.placed[0].article if added.placed else added.known[0]
    story = desk.story_of(identity)
    article = desk.reading(identity).article
    return Kept(
        article=identity,
        story=story.id if story else None,
        title=story.title if story else article.headline,
        is_new=bool(added.placed),
        is_new_story=any(placed.new_story for placed in added.placed),
        conflicts=tuple(check for check in added.checks if _counts(check, identity)),
        day=article.published
        if article.dated and len(article.published or "") == len("2024-06-19")
        else None,
        days=desk.days_of(story.id) if story else {},
    )


def _counts(check: Check, article: str) -> bool:
    return check.severity != "caution" and any(e.article == article for e in check.evidence)


def _json(done: Round) -> str:
    import json

    return json.dumps({"schema": "saksama.round/1", **done.to_dict()}, ensure_ascii=False)
