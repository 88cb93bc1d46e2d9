"""Dates and places told in a sentence of their own: "Pertemuan ini berlangsung di Doha, Rabu (15/1)".

An anaphoric event noun is no event, but what such a sentence says of day and place belongs to the
event that the noun points back to: the last one before it of the noun's type and mode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from saksama.events.lexicon import lexicon
from saksama.events.scene import Page, Scene
from saksama.events.slots import day_told, place_told
from saksama.records import EventMention

BACK = 4  # sentences
_OPENING = 8  # tokens at the head of a sentence in which its subject stands
_REAL = ("occurred", "alleged")

Meant = frozenset[tuple[str, str | None]]


def carried(page: Page, found: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions, each with the day and place that a later sentence tells of it."""
    mentions = list(found)
    for sentence, low in zip(page.reading.sentences, page.low, strict=True):
        meant = _pointing(page, low)
        near = range(sentence.index - BACK, sentence.index)
        at = next((n for n in reversed(range(len(mentions))) if _is_meant(mentions[n], meant, near)), None)
        if meant and at is not None:
            mentions[at] = _completed(mentions[at], Scene(page, sentence, low))
    return tuple(mentions)


def _pointing(page: Page, low: list[str]) -> Meant:
    """Types and modes of the event noun with *ini*, *itu* or *tersebut* that is said to take place."""
    if page.words.presented.isdisjoint(low):
        return frozenset()
    forms = lexicon().forms
    for noun, pointer in pairwise(low[: _OPENING + 1]):
        if pointer in page.words.anaphoric and noun in forms:
            return frozenset((f.entry.type, f.entry.mode) for f in forms[noun] if f.voice == "noun")
    return frozenset()


def _is_meant(mention: EventMention, meant: Meant, near: range) -> bool:
    if mention.sentence not in near or mention.status not in _REAL:
        return False
    return any(mention.type == type_ and (mode or None) == mention.mode for type_, mode in meant)


def _completed(mention: EventMention, scene: Scene) -> EventMention:
    """The mention with the day and place of the sentence, where it had none."""
    when, where = day_told(scene), place_told(scene)
    if mention.when is None and when.date is not None:
        mention = replace(mention, when=when.date, when_basis=when.basis, background=when.background)
    if mention.where is None and where is not None:
        mention = replace(mention, where=where)
    return mention
