"""The heads of ASEAN and the G20 on 22 August 2026, over the other tenures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from training.office_people import Names
from training.office_terms import DATA, Term, rows

LEADERS = "leaders-2026-08-22"
HEADS = {"Prime Minister", "Premier", "Chancellor", "Sultan and Prime Minister"}
WRONG_LEADERS = {("SAU", "head_of_state"), ("BRN", "head_of_state")}  # the file repeats the premier


def with_leaders(terms: list[Term], folder: Path, names: Names) -> list[Term]:
    """Heads of ASEAN and the G20 on 22 August 2026: they confirm, add, and close predecessors."""
    codes = {r["alpha2"]: r["id"] for r in rows(DATA / "states.tsv")}
    codes |= {"EU": "IGO-EU", "AU_AF": "IGO-AU"}
    for row in rows(folder / f"{LEADERS}.csv", ","):
        body = codes[row["ISO"]]
        for side in ("HoG", "HoS"):
            name = row["Head of Government" if side == "HoG" else "Head of State"]
            role = _leader_role(row, side, body)
            if name and role and (body, role) not in WRONG_LEADERS:
                person = names.find(name, body if len(body) == 3 else "")
                since = row[f"{side} Since"]
                terms = _lead(terms, Term(person, role, body, since, "", LEADERS, known="2026-08-22"))
    return terms


def _leader_role(row: dict[str, str], side: str, body: str) -> str:
    if body.startswith("IGO"):
        return "commission_president" if side == "HoG" else "council_president"
    if side == "HoS":
        return "head_of_state"
    return "head_of_government" if row["HoG Title"] in HEADS else ""


def _lead(terms: list[Term], new: Term) -> list[Term]:
    office = [t for t in terms if (t.role, t.body) == (new.role, new.body)]
    mine = [t for t in office if t.person == new.person and not t.end]
    out = list(terms)
    if mine:
        out[out.index(mine[-1])] = replace(mine[-1], known=new.known, end_source="")
    elif new.start:
        out.append(new)
    for old in office:
        if not old.end and old.person != new.person and new.start:
            source = "" if old.start_source == LEADERS else LEADERS
            out[out.index(old)] = replace(old, end=new.start, end_source=source, known="")
    return out
