"""Acts inside one state: whoever curbs, asks or protests at home does so towards the own side.

The conventions put the state on both sides of a domestic event; a text that names only one state seldom
says so ("Peru umumkan keadaan darurat").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksama.events.drafts import Draft
from saksama.events.judge.words import Named
from saksama.events.scene import Scene
from saksama.records import Participant

_ISO = 3
_INWARD = frozenset({"COERCE", "CONCEDE", "PROTEST"})
_DOMESTIC = _INWARD | {"ACCUSE", "AGREE", "ASSAULT", "CONSULT", "REJECT", "REQUEST", "SUPPORT"}
_UPWARD = frozenset({"PROTEST", "REJECT", "REQUEST"})
_ABROAD = "multilateral"
_ON_PEOPLE = frozenset({"ASSAULT", "COERCE", "CONCEDE"})


def at_home(scene: Scene, draft: Draft, named: Sequence[Named]) -> Draft:
    """The draft with the own state on the side where none is named and no other state could be meant."""
    sole = scene.page.sole_state
    sides = {p.acts_for for p in (*draft.actors, *draft.recipients)}
    if draft.mutual or draft.mode == _ABROAD or len(sides) != 1 or (draft.actors and draft.recipients):
        return draft
    (state,) = sides
    if len(state) != _ISO:
        return draft
    if not draft.actors:
        told = sole == state and draft.type in _UPWARD
        return replace(draft, actors=(Participant(state, state, "CVL"),)) if told else draft
    alone = {p.acts_for for one in named for p in one.members} <= {state}
    if not (sole == state and draft.type in _DOMESTIC) and not (alone and draft.type in _INWARD):
        return draft
    sector = "CVL" if draft.type in _ON_PEOPLE else "GOV"
    return replace(draft, recipients=(Participant(state, state, sector),))
