"""Acts inside acts: what is promised, refused, demanded, threatened or alleged is not told as done."""

from __future__ import annotations

from dataclasses import replace

from saksama.events.drafts import Draft, draft, with_child
from saksama.events.needs import meets
from saksama.events.regions import clause_end
from saksama.events.scene import Scene
from saksama.events.scope import is_mere_purpose, status_of
from saksama.events.triggers import Trigger

HOLDING = frozenset(["promise", "plan", "propose", "permit", "refuse", "request", "warn", "must", "threat"])
_PROMISES = frozenset({"promise", "plan", "propose"})
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
_CONFLICT = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "REQUEST", "REJECT", "ACCUSE"})
_FORCE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE"})
_EXPECTED, _FUTURE_REACH = frozenset({"diharapkan", "diperkirakan", "diprediksi"}), 10
_INTENT = frozenset({"akan", "siap", "bakal", "mungkin", "bisa", "dapat"})


def compose(scene: Scene, choices: list[tuple[Trigger, ...]]) -> list[Draft]:
    """The drafts of a sentence, each act inside another given its due."""
    triggers = [_choose(scene, choice) for choice in choices]
    parents = [_parent(scene, triggers, number) for number in range(len(triggers))]
    drafts = [draft(scene, trigger, parent) for trigger, parent in zip(triggers, parents, strict=True)]
    dropped: set[int] = set()
    for number in range(len(drafts) - 1, -1, -1):
        parent = drafts[number].parent
        if parent >= 0:
            drafts[parent], drafts[number], gone = _join(drafts[parent], drafts[number], (parent, number))
            dropped |= gone
    kept = [d for number, d in enumerate(drafts) if number not in dropped and not _idle(scene, d)]
    return [told for d in kept for told in _with_prison(scene, _future(scene, d))]


def _idle(scene: Scene, made: Draft) -> bool:
    return made.kind == "plain" and is_mere_purpose(scene, made.site)


def _choose(scene: Scene, choice: tuple[Trigger, ...]) -> Trigger:
    """The first reading of a word whose parties are such as it asks for; else the first."""
    if len(choice) == 1:
        return choice[0]
    drafts = (draft(scene, trigger, -1) for trigger in choice)
    fitting = (d.trigger for d in drafts if meets(d.trigger.entry.needs, d.actors, d.recipients))
    return next(fitting, choice[0])


def _parent(scene: Scene, triggers: list[Trigger], number: int) -> int:
    """The nearest act of speech in whose complement the trigger stands; -1 for none."""
    site = triggers[number].site
    for before in range(number - 1, -1, -1):
        above = triggers[before]
        if above.entry.kind == "plain":
            if _within_object(scene, above, triggers[number]):
                return before
            continue
        if site.first < clause_end(scene, above.site.last, True) and not _sibling(
            scene, above, triggers[number]
        ):
            return before
    for after in range(number + 1, len(triggers)):
        above = triggers[after]
        held = above.entry.kind in HOLDING and above.site.voice == "passive" and not above.site.noun
        if held and not any(scene.ends(i) for i in range(site.last, above.site.first)):
            return after
    return -1


def _within_object(scene: Scene, above: Trigger, below: Trigger) -> bool:
    """An event noun that is what a verb acts upon: "menghentikan *serangan* ke X"."""
    if above.site.noun or not below.site.noun or below.site.verb_voice != "none":
        return False
    return not any(i in scene.phrase_at or scene.ends(i) for i in range(above.site.last, below.site.first))


def _sibling(scene: Scene, above: Trigger, below: Trigger) -> bool:
    """ "mengecam serangan itu dan mendesak …": a second main verb, not a complement of the first."""
    first = below.site.first
    joint = next(
        (i for i in range(first - 1, above.site.last - 1, -1) if scene.low[i] in (",", "dan", "serta")), -1
    )
    if joint < 0 or below.site.noun:
        return False
    fillers = range(joint + 1, first)
    if any(i in scene.phrase_at for i in fillers):
        return False
    tree_says = scene.tree.head(first) == above.site.first and scene.tree.is_dep(first, "conj", "parataxis")
    return tree_says or below.entry.kind not in ("plain",) or above.entry.kind in ("judge", "label")


def _join(parent: Draft, child: Draft, numbers: tuple[int, int]) -> tuple[Draft, Draft, set[int]]:
    """Parent and child after each has got from the other what it lacks, and which of them goes."""
    kind, gone = parent.kind, {numbers[1]}
    if kind == "plain":
        return replace(parent, recipients=parent.recipients or child.recipients), child, gone
    if kind in _PROMISES and child.type in _CONFLICT - {"REQUEST", "REJECT", "ACCUSE"} and child.actors:
        return parent, replace(child, status="planned"), {numbers[0]}
    if kind in _PROMISES | {"permit"}:
        joined = with_child(parent, child)
        return replace(joined, type="CONCEDE" if child.type in YIELDING else parent.type), child, gone
    if kind in HOLDING:
        return with_child(parent, child), child, gone
    if kind == "allege":
        return parent, _alleged(parent, child), set()
    own = {p.actor for p in parent.actors} | {p.acts_for for p in parent.actors if p.sector == "LEG"}
    others = tuple(p for p in child.actors or child.recipients if p.actor not in own)
    return (parent if parent.recipients else replace(parent, recipients=others)), child, gone


def _alleged(parent: Draft, child: Draft) -> Draft:
    """What the accused is said to have done; the accuser vouches for it and is not its actor."""
    agentless = parent.site.voice == "passive" and not parent.actors  # "X yang dituduh menyerang Y"
    own = child.actors != parent.actors and not agentless and child.actors
    actors = own or parent.recipients or child.actors
    return replace(child, actors=actors, status="alleged", claimed_by=parent.actors)


def _future(scene: Scene, made: Draft) -> Draft:
    """PLOVER on the future: a coming good deed is AGREE, a retreat CONCEDE, "if …, we shall" a threat."""
    if made.status == "planned" and made.type in COOPERATIVE:
        return replace(made, type="AGREE", mode=None)
    if (
        made.status == "possible"
        and made.type in COOPERATIVE
        and (expected := _expected(scene, made)) is not None
    ):
        return replace(made, type="AGREE", mode=None, status="planned" if expected else "possible")
    if made.status == "planned" and made.type == "RETREAT":
        return replace(made, type="CONCEDE", mode=None)
    if made.type in _FORCE and _threatened(scene, made):
        possible = status_of(scene, made.site) == "possible"
        mode = "violence" if made.type in ("ASSAULT", "MOBILIZE") else "relations"
        return replace(made, type="THREATEN", mode=mode, status="possible" if possible else "occurred")
    return made


def _with_prison(scene: Scene, made: Draft) -> tuple[Draft, ...]:
    """A conviction and, where it is to prison, the arrest that PLOVER codes beside it."""
    if made.type != "SANCTION" or made.mode != "convict":
        return (made,)
    prison, places = scene.page.words.prison, ("di", "dari", "ke")
    behind = range(made.site.last, clause_end(scene, made.site.last, True))
    jailed = any(scene.low[i] in prison and scene.low[i - 1] not in places for i in behind)
    return (made, replace(made, type="COERCE", mode="arrest")) if jailed else (made,)


def _expected(scene: Scene, made: Draft) -> bool | None:
    """Whether a coming deed is expected ("diharapkan akan") or only may come; None where none is coming."""
    first = made.site.first
    for index in range(first - 1, max(0, first - _FUTURE_REACH), -1):
        if scene.ends(index):
            return None
        if scene.low[index] == "akan":
            return scene.low[index - 1] in _EXPECTED
    return None


def _threatened(scene: Scene, made: Draft) -> bool:
    """An act of force announced on a condition that stands behind it or opens the sentence."""
    verb = made.site.verb
    intent = any(scene.low[i] in _INTENT for i in range(max(0, verb - 3), verb))
    if not intent or made.site.noun or scene.asks(verb):
        return False
    conditions = ("jika", "bila", "apabila", "kalau")
    return any(word in conditions for word in scene.low[made.site.last :]) or scene.low[0] in conditions
