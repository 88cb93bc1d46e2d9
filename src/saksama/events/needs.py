"""What an entry asks of its parties: without political parties there is no event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from saksama.events.words import event_words
from saksama.records import Participant

Parties = Sequence[Participant]


def meets(needs: str, actors: Parties, recipients: Parties) -> bool:
    """Whether the parties are such as the entry's `needs` asks for."""
    return _CHECKS[needs](actors, recipients)


def political(participant: Participant) -> bool:
    """A state, a force, an organisation, or somebody who acts for one."""
    return bool(participant.acts_for) and participant.sector not in event_words().private_sectors


def _actor(actors: Parties, recipients: Parties) -> bool:
    return any(political(p) for p in actors)


def _recipient(actors: Parties, recipients: Parties) -> bool:
    return _actor(actors, recipients) and any(p.acts_for and p.sector != "BUS" for p in recipients)


def _pair(actors: Parties, recipients: Parties) -> bool:
    return len({p.actor for p in (*actors, *recipients) if political(p)}) > 1


def _other(actors: Parties, recipients: Parties) -> bool:
    """Somebody else beside the actor, on either side."""
    return _recipient(actors, recipients) or _pair(actors, recipients)


def _state_pair(actors: Parties, recipients: Parties) -> bool:
    """Two sides that differ, or a force against people of its own state."""
    if not recipients:
        return len({p.acts_for for p in actors if political(p)}) > 1
    if not _recipient(actors, recipients):
        return False
    sides = {p.acts_for for p in actors}
    return any(p.acts_for not in sides or p.sector in event_words().inner_sectors for p in recipients)


def _direct_pair(actors: Parties, recipients: Parties) -> bool:
    return _actor(actors, recipients) and any(political(p) for p in recipients) and _pair(actors, recipients)


def _armed(actors: Parties, recipients: Parties) -> bool:
    """Force: by a side on somebody; by civilians only on another side or on forces and officials."""
    if _recipient(actors, recipients):
        return True
    sides = {p.acts_for for p in actors if p.acts_for and p.sector in event_words().crowd_sectors}
    return bool(sides) and any(p.acts_for and (p.acts_for not in sides or political(p)) for p in recipients)


def _armed_actor(actors: Parties, recipients: Parties) -> bool:
    armed = event_words().armed_sectors
    return any(political(p) and (p.sector in armed or not p.sector) for p in actors)


def _forces(actors: Parties, recipients: Parties) -> bool:
    """Soldiers, rebels, or a side as a whole; no single person."""
    return any(political(p) and (p.sector in ("MIL", "REB") or p.actor == p.acts_for) for p in actors)


def _rescuers(actors: Parties, recipients: Parties) -> bool:
    """A state's soldiers, or police for people of a known side; rebels free their own captives."""
    if any(p.sector == "MIL" and political(p) for p in actors):
        return True
    return any(p.sector == "COP" for p in actors) and _recipient(actors, recipients)


def _displaced(actors: Parties, recipients: Parties) -> bool:
    """People, and the other side that drove them off."""
    crowds = {p.acts_for for p in recipients if p.acts_for and p.sector in event_words().crowd_sectors}
    return bool(crowds) and any(political(p) and p.acts_for not in crowds for p in actors)


def _visitor(actors: Parties, recipients: Parties) -> bool:
    """Somebody who acts for one side, at the other's place."""
    sides = {p.acts_for for p in recipients if p.acts_for}
    guests = [p for p in actors if political(p) and p.actor != p.acts_for]
    return bool(sides) and any(p.acts_for not in sides for p in guests)


def _crowd(actors: Parties, recipients: Parties) -> bool:
    return any(p.acts_for and p.sector in event_words().crowd_sectors for p in actors)


def _person(actors: Parties, recipients: Parties) -> bool:
    return any(political(p) and p.actor != p.acts_for for p in actors)


def _igo(actors: Parties, recipients: Parties) -> bool:
    return _actor(actors, recipients) and any(p.acts_for.startswith("IGO-") for p in recipients)


_CHECKS: Mapping[str, Callable[[Parties, Parties], bool]] = {
    "actor": _actor, "recipient": _recipient, "other": _other, "pair": _pair, "state_pair": _state_pair,
    "direct_pair": _direct_pair, "armed": _armed, "armed_actor": _armed_actor, "forces": _forces,
    "rescuers": _rescuers, "displaced": _displaced, "visitor": _visitor,
    "crowd": _crowd, "person": _person, "igo": _igo,
}  # fmt: skip
