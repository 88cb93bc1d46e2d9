"""PLOVER 2.0: the sixteen types with their modes, the contexts, and the words of lexicon entries."""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES: tuple[str, ...] = (
    "accuse", "agree", "aid", "assault", "coerce", "concede", "consult", "cooperate", "mobilize", "protest",
    "reject", "request", "retreat", "sanction", "support", "threaten",
)  # fmt: skip

_SPOKEN = _words("assist change yield meet")
MODES: Mapping[str, frozenset[str]] = {
    "CONSULT": _words("visit third-party multilateral phone"),
    "RETREAT": _words("withdraw release disarm ceasefire access resign"),
    "REQUEST": _SPOKEN,
    "REJECT": _SPOKEN,
    "ACCUSE": _words("disapprove investigate allege"),
    "THREATEN": _words("restrict arrest relations expel territory violence"),
    "PROTEST": _words("demo riot strike hunger boycott obstruct vandalize"),
    "SANCTION": _words("convict expel withdraw discontinue"),
    "MOBILIZE": _words("troops weapons police militia"),
    "COERCE": _words("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"),
    "ASSAULT": _words(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial"
        " drone heavy-weapons crowd-control unconventional"
    ),
}

# In the order of the manual's table.
CONTEXTS: tuple[str, ...] = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms",
    "repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic",
    "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource",
    "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
    "illegal_drugs", "trafficking",
)  # fmt: skip

# What an entry may ask of its parties (`needs.py`), how it treats an act inside it (`compose.py`), its keys.
NEEDS = _words(
    "actor recipient other pair state_pair direct_pair armed armed_actor forces rescuers displaced visitor"
    " crowd person igo"
)
KINDS = _words("plain promise plan propose permit refuse request warn must threat allege judge label")
KEYS = _words(
    "verb noun phrase forms type mode kind actor recipient mutual subject object where with without void"
    " needs alone with_light receive noun_like voice example test"
)
