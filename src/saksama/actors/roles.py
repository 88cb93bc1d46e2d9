"""For whom somebody acts: the participants of an event behind a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksama.actors.sides import may_hold, office_side
from saksama.records import Actor, Mention, Office, Participant, Reading

if TYPE_CHECKING:
    from saksama.actors.base import Base


def participants(
    reading: Reading, mention: Mention, day: str | None = None, base: Base | None = None
) -> tuple[Participant, ...]:
    """Who takes part where `mention` stands; a plural gives several, an unresolved one none.

    `day` is the event's day (EDTF) or None: the office held then tells for whom a person acts. What
    the text itself says ("Menlu Rusia X") goes first; private people act for "" in sector CVL.
    """
    known = base or _base()
    actors = mention.members or ((mention.actor,) if mention.actor else ())
    return tuple(_participant(reading, mention, actor, day, known) for actor in actors)


def host_of(mention: Mention, base: Base | None = None) -> Participant | None:
    """The state in which a mere place lies ("kunjungan ke Pyongyang"); None where that is open."""
    known = base or _base()
    if mention.actor or not mention.acts_for or known.kind(mention.acts_for) != "state":
        return None
    return Participant(mention.acts_for, mention.acts_for, "GOV")


def name_of(reading: Reading, actor_id: str, base: Base | None = None) -> str:
    """The actor's name as the knowledge base or the text gives it; the id where neither does."""
    known = (base or _base()).actor(actor_id) or _local(reading, actor_id)
    return known.name if known else actor_id


def _base() -> Base:
    from saksama.actors.base import base

    return base()


def _local(reading: Reading, actor_id: str) -> Actor | None:
    return next((actor for actor in reading.actors if actor.id == actor_id), None)


def _participant(reading: Reading, mention: Mention, actor: str, day: str | None, base: Base) -> Participant:
    known = base.actor(actor)
    said = mention if not mention.members else None
    if known is None:
        local = _local(reading, actor)
        acts_for = (said and said.acts_for) or (local.acts_for if local else None) or ""
        return Participant(actor, acts_for, (said and said.sector) or (local.sector if local else ""))
    if known.kind != "person":
        return Participant(actor, known.acts_for or actor, (said and said.sector) or known.sector)
    if said and said.acts_for:
        return Participant(actor, said.acts_for, _sector(said.acts_for, said.sector))
    return _in_office(reading, known, day, base)


def _in_office(reading: Reading, person: Actor, day: str | None, base: Base) -> Participant:
    """A known person named without a title: the office of the event's day, the text's title, the rest."""
    offices = base.knowledge.offices_of(person.id)
    if day and (side := office_side([o for o in offices if may_hold(o, day)], None)):
        return Participant(person.id, side, _sector(side, _of_office(offices, side, day, base)))
    for other in reading.mentions:
        if other.actor == person.id and other.acts_for:
            return Participant(person.id, other.acts_for, _sector(other.acts_for, other.sector))
    published = reading.article.published if reading.article.dated else None
    side = office_side(offices, published) or (person.country if offices else None)
    if side is None:
        return Participant(person.id, "", person.sector or "CVL")
    return Participant(person.id, side, _sector(side, _of_office(offices, side, published, base)))


def _of_office(offices: tuple[Office, ...], side: str, day: str | None, base: Base) -> str:
    held = [o for o in offices if o.for_ == side and (day is None or may_hold(o, day))]
    return base.sector_of_role(held[-1].role, side) if held else ""


def _sector(side: str, sector: str) -> str:
    """PLOVER's sector; who serves an international organisation is IGO whatever the title."""
    return "IGO" if side.startswith("IGO-") else sector or "GOV"
