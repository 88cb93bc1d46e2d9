"""For whom somebody acts: the participants of an event behind a mention."""

from __future__ import annotations

from saksama.records import Mention, Participant, Reading


def participants(reading: Reading, mention: Mention, day: str | None = None) -> tuple[Participant, ...]:
    """Who takes part where `mention` stands; a plural gives several, an unresolved one none.

    `day` is the event's day (EDTF) or None: the office held then tells for whom a person acts. What
    the text itself says ("Menlu Rusia X") goes first; private people act for "" in sector CVL.
    """
    actors = mention.members or ((mention.actor,) if mention.actor else ())
    return tuple(_participant(reading, mention, actor) for actor in actors)


def name_of(reading: Reading, actor_id: str) -> str:
    """The actor's name as the knowledge base or the text gives it; the id where neither does."""
    return next((actor.name for actor in reading.actors if actor.id == actor_id), actor_id)


def _participant(reading: Reading, mention: Mention, actor: str) -> Participant:
    local = next((known for known in reading.actors if known.id == actor), None)
    acts_for = mention.acts_for or (local.acts_for if local else None)
    if acts_for is None:
        acts_for = actor if len(actor) == 3 or actor.startswith(("IGO-", "NGO-", "NSA-")) else ""
    return Participant(actor, acts_for, mention.sector or (local.sector if local else ""))
