"""Who did what to whom: PLOVER 2.0 events of one article, coded from words and trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from saksama.events.anaphora import carried
from saksama.events.claims import with_claims
from saksama.events.compose import compose
from saksama.events.contexts import with_contexts
from saksama.events.drafts import Draft
from saksama.events.rumours import is_debunked
from saksama.events.scene import Page, Scene
from saksama.events.sieve import is_event, without_doubles
from saksama.events.slots import quantities_of, when_of, where_of
from saksama.events.triggers import find_triggers, has_trigger
from saksama.records import EventMention, Reading

__all__ = ["annotate"]


def annotate(reading: Reading) -> Reading:
    """Fill `events` of a reading that has mentions, times, quantities and statements; in text order."""
    page = Page(reading)
    if not reading.mentions or page.is_sport:
        return replace(reading, events=())
    found: list[EventMention] = []
    debunked = is_debunked(page)
    for sentence, low in zip(reading.sentences, page.low, strict=True):
        if has_trigger(low) and not (debunked and sentence.is_title):
            found.extend(_events(Scene(page, sentence, low), len(found)))
    return replace(reading, events=with_contexts(page, carried(page, found)))


def _events(scene: Scene, known: int) -> Iterator[EventMention]:
    """The events of one sentence; `known` many came before."""
    triggers = () if scene.sporty else find_triggers(scene)
    if not triggers:
        return
    drafts = [with_claims(scene, draft) for draft in compose(scene, list(triggers))]
    kept = without_doubles([draft for draft in drafts if is_event(draft)])
    for number, draft in enumerate(kept, known + 1):
        yield _event(scene, draft, kept, number)


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
