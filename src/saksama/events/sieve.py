"""Which drafts are events: enough political parties, no match or market report, nothing told twice."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.events.drafts import Draft
from saksama.events.lexicon import lexicon
from saksama.events.needs import meets, political
from saksama.events.parties import party_of
from saksama.events.scene import Scene
from saksama.events.subjects import subject_of

_TOPICS = frozenset({"ACCUSE", "REJECT", "REQUEST"})


def is_event(draft: Draft) -> bool:
    """Whether the parties are such as the type asks for."""
    if any(not p.acts_for for p in draft.actors) and not any(political(p) for p in draft.actors):
        return False
    yields = draft.type == "CONCEDE" and draft.trigger.entry.type == "AGREE"
    return meets("actor" if yields else draft.trigger.entry.needs, draft.actors, draft.recipients)


def is_backed(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether the conventions allow what the judge adds to the events of the rules.

    Somebody political takes part; relations are cut by somebody; the topic of a protest, the charge behind
    a sentence and the condition of a threat are no events beside them.
    """
    if not any(political(p) for p in (*draft.actors, *draft.recipients)):
        return False
    around = {other.type for other in kept}
    if draft.type in _TOPICS and "PROTEST" in around:
        return False
    if not draft.actors and draft.type == "SANCTION" and draft.site.verb_voice == "active":
        return False
    if draft.type == "ACCUSE" and "SANCTION" in around:
        return False
    return draft.status != "hypothetical" or "THREATEN" not in around


def is_object(scene: Scene, draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether the noun is what an event of the sentence is done to: "mencabut *sanksi*"."""
    first = draft.site.first
    if not draft.site.noun or not scene.tree.is_dep(first, "obj"):
        return False
    above = scene.tree.head(first)
    return any(other.site.first <= above < other.site.last for other in kept)


def is_done_by_others(scene: Scene, draft: Draft) -> bool:
    """Whether the verb has a subject of its own that is no political party: a tariff, a market, a patient."""
    site = draft.site
    number = None if site.noun or site.verb_voice != "active" else subject_of(scene, site.verb)
    if number is None:
        return False
    phrase = scene.phrases[number]
    if party_of(scene, phrase) is not None or scene.tokens[phrase.head].upos not in ("NOUN", "PROPN"):
        return False
    words, noun = scene.page.words, scene.bare[phrase.head]
    return noun not in words.tools | words.harms | words.crowds and noun not in lexicon().forms


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each act of a sentence: a noun and its verb, an attack and the march to it, tell one."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((other for other in kept if _same(draft, other)), None)
        if twin is None:
            kept.append(draft)
        elif _weight(draft) > _weight(twin):
            kept[kept.index(twin)] = draft
    attackers = {p.actor for d in kept if d.type == "ASSAULT" for p in d.actors}
    return [d for d in kept if d.type != "MOBILIZE" or attackers.isdisjoint(p.actor for p in d.actors)]


def _same(one: Draft, other: Draft) -> bool:
    if one.type != other.type or _visit_and_talk(one, other):
        return False
    here, there = {p.actor for p in one.actors}, {p.actor for p in other.actors}
    if here != there and not (here <= there or there <= here):
        return False
    to_here, to_there = {p.actor for p in one.recipients}, {p.actor for p in other.recipients}
    return not to_here or not to_there or bool(to_here & to_there)


def _visit_and_talk(one: Draft, other: Draft) -> bool:
    """ "tiba di X, bertemu Y": the journey and the meeting are two, each told by a verb of its own."""
    modes = {one.mode, other.mode}
    return len(modes) > 1 and "visit" in modes and not (one.site.noun or other.site.noun)


def _weight(draft: Draft) -> tuple[int, int, bool]:
    return len(draft.actors), len(draft.recipients), not draft.site.noun
