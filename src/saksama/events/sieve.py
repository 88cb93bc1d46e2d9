"""Which drafts are events: enough political parties, no match or market report, nothing told twice."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.events.drafts import Draft
from saksama.events.needs import meets, political


def is_event(draft: Draft) -> bool:
    """Whether the parties are such as the type asks for."""
    if any(not p.acts_for for p in draft.actors) and not any(political(p) for p in draft.actors):
        return False
    yields = draft.type == "CONCEDE" and draft.trigger.entry.type == "AGREE"
    return meets("actor" if yields else draft.trigger.entry.needs, draft.actors, draft.recipients)


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
