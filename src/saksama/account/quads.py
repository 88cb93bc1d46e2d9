"""PLOVER's four quarters: words or deeds, cooperation or conflict (PLOVER 2.0)."""

from __future__ import annotations

QUADS = {
    "vc": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "mc": ("COOPERATE", "AID", "RETREAT"),
    "vx": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "mx": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
LABELS = {
    "vc": "quad_verbal_cooperation",
    "mc": "quad_material_cooperation",
    "vx": "quad_verbal_conflict",
    "mx": "quad_material_conflict",
}
_BY_TYPE = {kind: name for name, kinds in QUADS.items() for kind in kinds}


def quad(kind: str) -> str:
    """The quarter of an event type."""
    return _BY_TYPE[kind]
