"""The mode of a draft: by its entry, the words of its clause, who acts, the act that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saksama.events.regions import clause_end
from saksama.events.scene import Scene
from saksama.events.triggers import Trigger
from saksama.events.words import modes
from saksama.records import Participant

_BEFORE = 4  # words before the verb that tell how force was used: "drone Rusia menghantam …"
_RESIDUAL = "destroy"  # the manual's mode where no weapon is named
_SPOKEN = frozenset({"REQUEST", "REJECT"})
# What is asked or refused; a call for somebody's dismissal is one for change.
_ASKED: Mapping[str, str] = {
    "CONSULT": "meet", "RETREAT": "yield", "RETREAT/resign": "change", "CONCEDE": "yield", "AID": "assist",
    "COOPERATE": "assist", "SUPPORT": "assist", "AGREE": "assist", "MOBILIZE": "assist",
    "SANCTION/expel": "change",
}  # fmt: skip
_THREATENED: Mapping[str, str] = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "relations", "SANCTION/expel": "expel",
    "REJECT": "relations", "COERCE": "restrict", "COERCE/arrest": "arrest", "COERCE/deport": "expel",
    "COERCE/seize": "territory", "PROTEST": "restrict",
}  # fmt: skip
_BY_FORCE: Mapping[str, str] = {"REB": "militia", "NSA": "militia", "COP": "police"}


def mode_of(scene: Scene, trigger: Trigger, actors: Sequence[Participant]) -> str | None:
    """The mode of an act by itself; None where nothing tells one."""
    kind, mode = trigger.entry.type, trigger.entry.mode
    if kind == "MOBILIZE" and mode == "troops":
        told = {_BY_FORCE.get(p.sector, mode) for p in actors}
        return told.pop() if len(told) == 1 else mode
    if mode == _RESIDUAL:
        return _told(scene, trigger) or mode
    return mode or _told(scene, trigger)


def mode_inside(kind: str, mode: str | None, inner: str, inner_mode: str | None) -> str | None:
    """The mode of an act of speech of a kind and mode from the act that it speaks of."""
    table = _ASKED if kind in _SPOKEN else _THREATENED if kind == "THREATEN" else {}
    return mode or table.get(f"{inner}/{inner_mode}") or table.get(inner)


def _told(scene: Scene, trigger: Trigger) -> str | None:
    """The mode by the words of the clause: of force the first in the list, of speech the nearest behind."""
    site, kind = trigger.site, trigger.entry.type
    end = clause_end(scene, site.last, True)
    start = max(0, site.first - (_BEFORE if kind == "ASSAULT" else 0))
    found = [
        (0 if kind == "ASSAULT" else at, rank, mode)
        for rank, (mode, words) in enumerate(modes().get(kind, {}).items())
        for at in range(start, end)
        if scene.low[at] in words or scene.bare[at] in words
    ]
    return min(found)[2] if found else None
