"""Readings onto the desk, one transaction an article, and findings into the stories that grew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from saksama.library.desk import Added, Placed, part_of
from saksama.library.order import Pages, in_order, rename, version_before
from saksama.library.reading import Work, read_all
from saksama.records import Actor, Article, Check, Reading, Skipped
from saksama.store.digests import digest

if TYPE_CHECKING:
    from saksama.store import FileDesk

RECENT = 200  # articles of a story that are checked together, the latest: older findings stay as they are


def place_all(articles: list[Article], desk: FileDesk, work: Work) -> Added:
    """Read and place the articles that are not known, in canonical order."""
    told = Added()
    waiting = articles
    while waiting:
        late: list[Article] = []
        pages = Pages(desk.versions, desk.has_article)
        known = tuple(identity for a in in_order(waiting) if (identity := pages.known(a)))
        new = [pages.take(a) for a in in_order(waiting) if pages.known(a) is None]
        told += Added(known=known) + _placed_as_read(new, desk, work, partial(_place, desk, pages, late))
        waiting = late
    return told


def _placed_as_read(
    new: list[Article], desk: FileDesk, work: Work, place: Callable[[Reading], Added]
) -> Added:
    told, step = Added(), work.step("place")
    for done, found in enumerate(read_all(new, work), start=1):
        told += Added(skipped=(found,)) if isinstance(found, Skipped) else place(found)
        step(done, len(new))
    return told


def _place(desk: FileDesk, pages: Pages, late: list[Article], reading: Reading) -> Added:
    """Keep one reading, whole or not at all. What another program took the id of meanwhile comes `late`."""
    from saksama import stories

    article = reading.article
    page = pages.page(article.id)
    with desk.transaction():
        versions = desk.versions(page)
        for identity, sha256_of in versions:
            if sha256_of == digest(article.text):
                return Added(known=(identity,))
        if desk.has_article(article.id):
            late.append(rename(article, page))
            return Added()
        before = version_before(desk, reading, [identity for identity, _ in versions])
        stories.add(desk, reading, before)
        desk.put_version(article.id, page, before)
        desk.put_actors(_named(reading))
        story = desk.story_of(article.id)
    assert story is not None
    title = article.headline or story.title
    return Added(placed=(Placed(article.id, title, story.id, story.articles == (article.id,), before),))


def _named(reading: Reading) -> list[Actor]:
    """The actors of the knowledge base that a reading names or makes act."""
    from saksama.actors.knowledge import load

    ids = {actor for m in reading.mentions for actor in (m.actor, *m.members)}
    ids |= {s.speaker for s in reading.statements}
    for event in reading.events:
        for party in (*event.actors, *event.recipients, *event.claimed_by):
            ids |= {party.actor, party.acts_for}
    known = (load().actor(actor) for actor in sorted(filter(None, ids)))
    return [actor for actor in known if actor]


def check_touched(desk: FileDesk) -> tuple[Check, ...]:
    """Look again at every story that grew since its findings were kept; the findings that are new.

    A program that was stopped between an article and its findings leaves the story marked: whoever adds
    next makes up for it.
    """
    return tuple(check for story in desk.unchecked() for check in _check(desk, story))


def _check(desk: FileDesk, identity: str) -> list[Check]:
    from saksama import checks, stories

    with desk.transaction():
        story = desk.story(identity)
        if story is None:
            return []
        recent = story.articles[-RECENT:]
        held = part_of(desk, recent)
        found, _ = checks.run(held, stories.counted(held))
        lasting = {(made := replace(check, id=lasting_id(check))).id: made for check in found}
        old = desk.checks(identity)
        beyond = [c for c in old if c.id not in lasting and any(e.article not in recent for e in c.evidence)]
        desk.put_checks(identity, (*beyond, *lasting.values()))
    before = {check.id for check in old}
    return [check for check in lasting.values() if check.id not in before]


def lasting_id(check: Check) -> str:
    """An id that the same finding gets again whenever it is found: by its kind, slot and evidence."""
    places = sorted(f"{e.article}:{e.start}:{e.end}" for e in check.evidence)
    told = "|".join([check.kind, check.slot or "", *places])
    return f"check:{sha256(told.encode()).hexdigest()[:12]}"
