"""From triggers to drafts: parties filled in, before speakers and needs are asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from saksama.events.arguments import Arguments, Site
from saksama.events.manner import mode_inside, mode_of
from saksama.events.scene import Scene
from saksama.events.scope import status_of
from saksama.events.triggers import Trigger
from saksama.events.words import event_words
from saksama.records import Participant, Status

_ISO = 3
_WIDE = frozenset({"promise", "plan", "propose"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event in the making. `parent` is the number of the trigger that governs it, -1 for none."""

    trigger: Trigger
    type: str
    mode: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    status: Status
    parent: int = -1
    claimed_by: tuple[Participant, ...] = ()

    @property
    def site(self) -> Site:
        return self.trigger.site

    @property
    def kind(self) -> str:
        return self.trigger.entry.kind

    @property
    def mutual(self) -> bool:
        return self.trigger.entry.mutual and len({p.actor for p in self.actors}) > 1 and not self.recipients


def draft(scene: Scene, trigger: Trigger, parent: int) -> Draft:
    """The draft of one trigger, its parties by the slots of its entry."""
    entry = trigger.entry
    arguments = Arguments(scene, trigger.site, wide=entry.kind in _WIDE)
    actors = _union(
        arguments, [_slot(trigger, s) for s in entry.actor if not _foreign(trigger, s)], entry.mutual
    )
    recipients = _first(arguments, [_slot(trigger, s) for s in entry.recipient], actors)
    if trigger.received:
        actors, recipients = _first(arguments, ["dari", "oleh", "own"], ()), arguments.find("subj")
    if entry.type != "ASSAULT" or entry.mode == "crowd-control" or any(p.sector == "COP" for p in actors):
        actors, recipients = _at_home(scene, actors, recipients)
    mode = mode_of(scene, trigger, actors)
    return Draft(trigger, entry.type, mode, actors, recipients, status_of(scene, trigger.site), parent)


def _at_home(
    scene: Scene, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """A crowd of no named state is at home where the other side, or the whole article, is."""
    at_home = next(
        (p.acts_for for p in (*actors, *recipients) if len(p.acts_for) == _ISO), scene.page.sole_state
    )
    if at_home is None:
        return actors, recipients
    return _housed(actors, at_home), _housed(recipients, at_home)


def _housed(members: tuple[Participant, ...], state: str) -> tuple[Participant, ...]:
    crowds = event_words().crowd_sectors
    return tuple(
        replace(p, actor=state, acts_for=state) if not p.actor and p.sector in crowds else p for p in members
    )


def _foreign(trigger: Trigger, slot: str) -> bool:
    """A noun that stands under a full verb does not share that verb's subject."""
    site = trigger.site
    return slot.startswith("subj") and site.verb_voice == "none" and site.verb != site.first


def _slot(trigger: Trigger, slot: str) -> str:
    """The slot as the voice turns it: the subject of a passive is the object, its agent the subject."""
    name, mark = slot.removesuffix("~"), "~" if slot.endswith("~") else ""
    if trigger.site.verb_voice != "passive":
        return slot
    if trigger.site.noun:
        return "agent" + mark if name == "subj" else slot
    return {"subj": "agent", "obj": "target"}.get(name, name) + mark


def _union(arguments: Arguments, slots: list[str], all_of_them: bool) -> tuple[Participant, ...]:
    found: dict[Participant, None] = {}
    between = arguments.find("antara") if all_of_them and "antara" in slots else ()
    if len({p.acts_for for p in between}) > 1:
        return between  # "X berharap hubungan antara A dan B …": the two, not the subject of another verb
    for slot in slots:
        found.update(dict.fromkeys(arguments.find(slot)))
        if found and not all_of_them:
            break
    return _persons_first(tuple(found))


def _persons_first(found: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Without the bare state beside somebody who acts for it: "kedua pemimpin, Putin dan Kim"."""
    served = {p.acts_for for p in found if p.actor != p.acts_for}
    return tuple(p for p in found if p.actor != p.acts_for or p.actor not in served)


def _first(
    arguments: Arguments, slots: list[str], actors: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """The first slot with somebody who is not an actor; a nameless crowd only where there is no other."""
    known = {(p.actor, p.sector) for p in actors}
    known |= {(p.acts_for, "GOV") for p in actors if p.sector in ("GOV", "IGO", "LEG")}
    crowd: tuple[Participant, ...] = ()
    for slot in slots:
        found = (
            tuple(p for p in arguments.find(slot) if (p.actor, p.sector) not in known)
            if slot != "child"
            else ()
        )
        if any(p.acts_for for p in found):
            return tuple(p for p in found if p.acts_for)
        crowd = crowd or found
    return crowd


def with_child(parent: Draft, child: Draft) -> Draft:
    """The parent with what only its complement tells: recipient and mode."""
    others = tuple(
        p for p in (*child.recipients, *child.actors) if p.actor not in {a.actor for a in parent.actors}
    )
    recipients = parent.recipients or others
    mode = mode_inside(parent.type, parent.mode, child.type, child.mode)
    return replace(parent, recipients=recipients, mode=mode)
