"""The office records against what a person has looked at: no new hole, no new overlap, nothing stale."""

from __future__ import annotations

import pytest
from training.office_chains import _link
from training.office_coverage import ROLES, found, reviewed, states

from saksama.actors.base import base
from saksama.actors.knowledge import load
from saksama.actors.tables import table

KNOWN = load()
SEEN = reviewed()
FOUND = found()


def test_every_hole_and_overlap_has_been_looked_at() -> None:
    """`make offices` prints them all; `offices_reviewed.tsv` says which stay and why."""
    assert not [finding for finding in FOUND if finding not in SEEN]


def test_nothing_is_excused_that_is_whole() -> None:
    assert not set(SEEN) - set(FOUND)


def test_every_excuse_says_why() -> None:
    assert all(SEEN.values())


def test_the_states_looked_at_are_states() -> None:
    listed = states()
    assert len(listed) == len(set(listed)) == 197
    assert all((actor := KNOWN.actor(code)) and actor.kind == "state" for code in listed)


def test_half_of_the_offices_of_states_have_no_hole() -> None:
    held = {(o.for_, o.role.removeprefix("acting_")) for o in KNOWN.offices()}
    holed = {(f.body, f.role) for f in FOUND if f.kind == "hole"}
    whole = [key for state in states() for role in ROLES if (key := (state, role)) in held - holed]
    assert len(whole) > 360


def test_one_state_has_one_person_of_a_name() -> None:
    """An id made from a name must not join two people: only these served two states."""
    served: dict[str, set[str]] = {}
    for office in KNOWN.offices():
        if office.person.startswith("local:") and len(office.for_) == 3:
            served.setdefault(office.person, set()).add(office.for_)
    assert {p for p, states_ in served.items() if len(states_) > 1} == {"local:deng-alor"}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("2008-03-20 Yves Leterme", ("2008-03-20", "Yves Leterme", "")),
        ("2014 -", ("2014", "-", "")),
        ("2020-06", ("2020-06", "", "")),
        ("2025-02-03 Bart De Wever ~2025-12-31", ("2025-02-03", "Bart De Wever", "2025-12-31")),
    ],
)
def test_a_link_of_a_chain(text: str, link: tuple[str, str, str]) -> None:
    assert _link(text) == link


@pytest.mark.parametrize("text", ["Yves Leterme", "20080320 Yves Leterme", ""])
def test_a_broken_link_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="not a link"):
        _link(text)


@pytest.mark.parametrize(
    ("role", "for_", "sector"),
    [
        ("leader", "NSA-HAMAS", "REB"),
        ("federation_president", "NGO-FIFA", "NGO"),
        ("secretary_general", "IGO-NATO", "IGO"),
        ("defence_minister", "RUS", "GOV"),
        ("army_chief", "IDN", "MIL"),
        ("governor_bali", "IDN", "GOV"),
    ],
)
def test_whom_an_office_makes_one_act_as(role: str, for_: str, sector: str) -> None:
    assert base().sector_of_role(role, for_) == sector


def test_every_role_of_a_title_that_is_held_has_one_sector() -> None:
    sectors: dict[str, set[str]] = {}
    for _, role, sector in table("titles.tsv", ("title", "role", "sector")):
        sectors.setdefault(role, set()).add(sector)
    held = {office.role for office in KNOWN.offices()}
    assert not {role: found_ for role, found_ in sectors.items() if role in held and len(found_) > 1}
