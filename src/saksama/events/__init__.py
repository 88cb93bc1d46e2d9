"""Who did what to whom: PLOVER 2.0 events of one article, coded from words and trees."""

from __future__ import annotations

from dataclasses import replace

from saksama.events.anaphora import carried
from saksama.events.coder import drafts_of
from saksama.events.contexts import with_contexts
from saksama.events.drafts import Draft
from saksama.events.scene import Page, Scene
from saksama.events.slots import quantities_of, when_of, where_of
from saksama.records import EventMention, Reading

__all__ = ["annotate"]


def annotate(reading: Reading) -> Reading:
    """Fill `events` of a reading that has mentions, times, quantities and statements; in text order."""
    page = Page(reading)
    if not reading.mentions or page.is_sport:
        return replace(reading, events=())
    found: list[EventMention] = []
    for scene, drafts in drafts_of(page):
        for draft in drafts:
            found.append(_event(scene, draft, drafts, len(found) + 1))
    return replace(reading, events=with_contexts(page, carried(page, found)))


def _event(scene: Scene, draft: Draft, others: list[Draft], number: int) -> EventMention:
    article, sentence, site = scene.page.reading.article, scene.sentence, draft.site
    when = when_of(scene, draft, others)
    mutual = draft.mutual
    return EventMention(
        id=f"{article.id}:e{number}",
        article=article.id,
        sentence=sentence.index,
        type=draft.type,
        mode=draft.mode,
        actors=draft.actors,
        recipients=() if mutual else draft.recipients,
        reciprocal=mutual,
        status=draft.status,
        claimed_by=draft.claimed_by,
        when=when.date,
        when_basis=when.basis if when.date else None,
        where=where_of(scene, draft),
        quantities=quantities_of(scene, draft, others),
        background=when.background,
        trigger=article.evidence(scene.tokens[site.first].start, scene.tokens[site.last - 1].end),
        evidence=article.evidence(sentence.start, sentence.end),
    )
