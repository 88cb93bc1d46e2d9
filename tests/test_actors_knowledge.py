"""What Saksama knows of the world: whole, dated, and silent where it does not know."""

from __future__ import annotations

import re

import pytest

from saksama import edtf
from saksama.actors.knowledge import gaps_and_overlaps, held, load
from saksama.actors.tables import table
from saksama.errors import DataError
from saksama.records import Office

KNOWN = load()
SOURCE = re.compile(r"(wikidata|unsourced|press-2026|(factbook|leaders)-\d{4}-\d\d-\d\d)")


def holder_names(role: str, for_: str, day: str) -> set[str]:
    actors = (KNOWN.actor(office.person) for office in KNOWN.holders(role, for_, day))
    return {actor.name for actor in actors if actor}


def test_every_alias_stands_for_an_actor() -> None:
    missing = {a.actor for found in KNOWN.aliases.values() for a in found if KNOWN.actor(a.actor) is None}
    assert not missing


def test_no_surface_is_padded_or_marked() -> None:
    assert not [s for s in KNOWN.aliases if s != s.strip() or not s or s[0] in "?!"]


def test_every_office_has_a_person_a_body_and_a_source() -> None:
    for office in KNOWN.offices():
        person, body = KNOWN.actor(office.person), KNOWN.actor(office.for_)
        assert person is not None, office
        assert person.kind == "person", office
        assert body is not None, office
        assert body.kind != "person", office
        assert all(SOURCE.fullmatch(part) for part in office.source.split("/")), office


def test_every_date_is_edtf_and_in_order() -> None:
    for office in KNOWN.offices():
        start, end = edtf.parse(office.from_), edtf.parse(office.to or "..")
        assert start, office
        assert office.to is None or end, office
        assert not edtf.before(office.to, office.from_), office


def test_an_open_record_says_until_when_it_is_known() -> None:
    for office in KNOWN.offices():
        assert (office.to is None) == bool(office.known_until), office
        assert not edtf.before(office.known_until, office.from_), office


def test_nothing_is_known_after_the_last_source() -> None:
    assert max(o.known_until or "" for o in KNOWN.offices()) == KNOWN.known_until


SHARED_OFFICES = {"mfa_spokesperson", "spokesperson"}
DISPUTED = {("PSE", "head_of_government"), ("CIV", "head_of_state"), ("GBR", "interior_minister")}


def test_one_office_has_one_holder() -> None:
    overlaps = [
        (one.for_, one.role, one.person, two.person, days)
        for kind, one, two, days in gaps_and_overlaps(list(KNOWN.offices()))
        if kind == "overlap"
        and one.role not in SHARED_OFFICES
        and not one.role.startswith("deputy_")
        and (one.for_, one.role) not in DISPUTED
    ]
    assert not overlaps


PRESIDENTS = ("USA", "RUS", "CHN", "FRA", "IDN", "TUR", "IND", "MEX", "BRA", "UKR")
PREMIERS = ("GBR", "DEU", "ITA", "JPN", "CAN", "AUS", "MYS", "SGP", "ISR", "IND")
HEADS_SINCE_2000 = [(s, "head_of_state") for s in PRESIDENTS] + [(s, "head_of_government") for s in PREMIERS]


@pytest.mark.parametrize(("state", "role"), HEADS_SINCE_2000)
def test_no_hole_of_months_among_the_heads(state: str, role: str) -> None:
    ours = [o for o in KNOWN.offices() if (o.for_, o.role) == (state, role)]
    assert not [f for f in gaps_and_overlaps(ours, handover=40) if f[0] == "gap" and (f[1].to or "") > "2000"]


@pytest.mark.parametrize(
    ("role", "for_", "day", "name"),
    [
        ("head_of_state", "IDN", "2024-10-19", "Joko Widodo"),
        ("head_of_state", "IDN", "2024-10-21", "Prabowo Subianto"),
        ("secretary_general", "IGO-NATO", "2024-06-18", "Jens Stoltenberg"),
        ("secretary_general", "IGO-NATO", "2024-11-19", "Mark Rutte"),
        ("defence_minister", "RUS", "2023-09", "Sergei Shoigu"),
        ("defence_minister", "RUS", "2024-11-19", "Andrei Belousov"),
        ("foreign_minister", "USA", "2024-06", "Antony Blinken"),
        ("head_of_government", "JPN", "2013", "Shinzo Abe"),
        ("head_of_government", "DEU", "2015", "Angela Merkel"),
        ("head_of_government", "GBR", "2026-08-01", "Andy Burnham"),
        ("head_of_state", "SAU", "2020", "Raja Salman"),
        ("finance_minister", "IDN", "2025-12", "Purbaya Yudhi Sadewa"),
        ("supreme_leader", "PRK", "2024-06-19", "Kim Jong Un"),
    ],
)
def test_who_held_it(role: str, for_: str, day: str, name: str) -> None:
    assert holder_names(role, for_, day) == {name}
    assert KNOWN.holders(role, for_, day).known


def test_a_day_after_all_knowledge_has_no_holder() -> None:
    holders = KNOWN.holders("head_of_state", "RUS", "2031-01-01")
    assert not holders.known
    assert [o.person for o in holders.possible] == ["Q7747"]


def office(start: str | None, end: str | None, known: str | None = None, source: str = "wikidata") -> Office:
    return Office("Minister", "RUS", start, end, known, source)


@pytest.mark.parametrize(
    ("record", "day", "answer", "sourced"),
    [
        (office("2012-11-06", "2024-05-12"), "2020", "yes", True),
        (office("2012-11-06", "2024-05-12"), "2024-11-19", "no", True),
        (office("2012-11-06", "2024-05-12"), "2012-11-05", "no", True),
        (office("2012-11-06", "2024-05-12"), "2024-05", "unknown", False),
        (office("2012-11-06", "2024-05-12", source="wikidata/unsourced"), "2024-11", "no", False),
        (office("2012-11-06", "2024-05-12", source="wikidata/unsourced"), "2011", "no", True),
        (office("2012", "2024-05"), "2012-03", "unknown", False),
        (office("2012", "2024-05"), "2011-12-31", "no", True),
        (office("2012", "2024-05"), "2024-05-02", "unknown", False),
        (office("2012", "2024-05"), "2024-06-01", "no", True),
        (office("2024-05-14", None, "2025-12-31"), "2025-06/2025-07", "yes", True),
        (office("2024-05-14", None, "2025-12-31"), "2026-01-01", "unknown", False),
        (office("2024-05-14", None, "2025-12-31"), "2024-01/..", "unknown", False),
        (office("2024-05-14", None, "2025-12-31"), None, "unknown", False),
    ],
)
def test_held(record: Office, day: str | None, answer: str, sourced: bool) -> None:
    verdict = held(record, day)
    assert (verdict.answer, verdict.sourced) == (answer, sourced)
    assert verdict.reason


def test_gaps_and_overlaps_counts_sure_days_only() -> None:
    found = gaps_and_overlaps(
        [office("2001", "2002-06"), office("2002-06-10", "2005-01-31"), office("2006-01-01", "2007")]
    )
    assert [(kind, days) for kind, _, _, days in found] == [("gap", 335)]
    found = gaps_and_overlaps([office("2001-01-01", "2003-01-01"), office("2002-01-01", "2004-01-01")])
    assert [(kind, days) for kind, _, _, days in found] == [("overlap", 365)]


@pytest.mark.parametrize(
    ("surface", "actor", "kind", "exact"),
    [
        ("AS", "USA", "abbreviation", True),
        ("RI", "IDN", "abbreviation", True),
        ("Korut", "PRK", "name", False),
        ("Pyongyang", "PRK", "metonym", False),
        ("Pakta Pertahanan Atlantik Utara", "IGO-NATO", "name", False),
        ("Dewan Keamanan PBB", "IGO-UN-UNSC", "name", False),
        ("Departemen Pertahanan AS", "USA-DOD", "name", False),
        ("Putin", "Q7747", "short", False),
        ("Volodymyr Zelenskyy", "Q3874799", "name", False),
        ("Kim Jong-un", "Q56226", "name", False),
        ("SBY", "Q57405", "short", True),
    ],
)
def test_aliases(surface: str, actor: str, kind: str, exact: bool) -> None:
    found = [(a.actor, a.kind, a.case_sensitive) for a in KNOWN.aliases[surface]]
    assert (actor, kind, exact) in found


@pytest.mark.parametrize(
    "surface", ["Georgia", "Chad", "Mali", "Guinea", "Washington", "Roma", "Lima", "Sofia"]
)
def test_words_that_mean_other_things_are_marked(surface: str) -> None:
    assert all(alias.ambiguous for alias in KNOWN.aliases[surface])


def test_a_body_acts_for_its_state() -> None:
    army = KNOWN.actor("IDN-TNI")
    assert army is not None
    assert (army.acts_for, army.sector, army.country) == ("IDN", "MIL", "IDN")


@pytest.mark.parametrize(
    ("words", "role", "sector"),
    [
        ("menlu", "foreign_minister", "GOV"),
        ("perdana menteri", "head_of_government", "GOV"),
        ("wakil presiden", "vice_president", "GOV"),
        ("panglima tni", "military_chief", "MIL"),
        ("sekjen", "secretary_general", "IGO"),
        ("wakil menteri luar negeri", "deputy_foreign_minister", "GOV"),
    ],
)
def test_titles(words: str, role: str, sector: str) -> None:
    assert (KNOWN.titles[words].role, KNOWN.titles[words].sector) == (role, sector)


def test_every_role_that_somebody_held_has_a_title() -> None:
    named = {word.role for word in KNOWN.titles.values()}
    held_roles = {office.role for office in KNOWN.offices()}
    spoken_otherwise = {"president", "head", "deputy_security_council", "deputy_department_director"}
    assert held_roles - named <= spoken_otherwise


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Kursk", "RUS", 51.7, 36.2),
        ("Rafah", "PSE", 31.3, 34.3),
        ("Surabaya", "IDN", -7.2, 112.7),
        ("Moskow", "RUS", 55.8, 37.6),
    ],
)
def test_places(name: str, country: str, lat: float, lon: float) -> None:
    place = KNOWN.place(name)[0]
    assert place.country == country
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.2), pytest.approx(lon, abs=0.2))


def test_a_place_with_namesakes_is_vague() -> None:
    assert KNOWN.place_is_vague("Georgetown")
    assert not KNOWN.place_is_vague("Pyongyang")
    assert KNOWN.place("Entah di Mana") == ()


def test_national_days_are_days_of_the_year() -> None:
    assert ("10-01", "Hari Nasional") in {(d.day, d.name_id) for d in KNOWN.national_days("CHN")}
    for state in ("IDN", "RUS", "PRK", "IGO-UN"):
        assert all(edtf.parse(f"2024-{d.day}") for d in KNOWN.national_days(state))


def test_a_broken_table_is_named() -> None:
    with pytest.raises(DataError, match=r"roles\.tsv"):
        table("roles.tsv", ("role",))
