"""The record book: what a query finds, who held an office on a day, and what is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from saksama import library
from saksama.actors.entries import Found
from saksama.actors.knowledge import Knowledge, load
from saksama.actors.look_up import LookUp, key
from saksama.actors.no_offices import no_offices
from saksama.actors.record_book import RecordBook
from saksama.actors.record_gaps import missing_in
from saksama.errors import UsageError
from saksama.records import Office


class Made:
    """The knowledge base with other records of one office that nobody holds there in truth."""

    def __init__(self, *records: Office) -> None:
        self._known, self._records = load(), records

    def __getattr__(self, name: str) -> object:
        return getattr(self._known, name)

    def offices(self) -> tuple[Office, ...]:
        return self._records


def record(person: str, start: str, end: str | None, known: str | None = None, for_: str = "NOR") -> Office:
    source = "wikidata"
    return Office(
        "Minister of Defence", for_, start, end, known, source, "defence_minister", "Menhan", person
    )


def asked(known: object, query: str, on: str | None = None) -> Found:
    assert isinstance(known, Knowledge | Made)
    return LookUp(known, on).find(query)  # type: ignore[arg-type]


FIRST, SECOND = record("Q1", "2001-01-01", "2004-06-30"), record("Q2", "2005-02-01", None, "2010-12-31")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Sergei Shoigu", {"Sergei Shoigu"}),
        ("sergey  shoygu", {"Sergei Shoigu"}),
        ("Presiden Vladimir Putin", {"Vladimir Putin"}),
        ("Q7747", {"Vladimir Putin"}),
        ("Clinton", {"Bill Clinton", "Hillary Clinton"}),
        ("Kim Jong-un", {"Kim Jong Un"}),
    ],
)
def test_a_person_is_found_by_any_name(query: str, names: set[str]) -> None:
    assert {person.name for person in library.look_up(query).people} == names


@pytest.mark.parametrize(
    ("query", "side"),
    [("RUS", "RUS"), ("rus", "RUS"), ("Korea Utara", "PRK"), ("North Korea", "PRK"), ("AS", "USA"),
     ("Pentagon", "USA"), ("PBB", "IGO-UN"), ("IGO-NATO", "IGO-NATO")],
)  # fmt: skip
def test_a_state_or_organisation_is_found_by_code_name_and_metonym(query: str, side: str) -> None:
    assert [each.id for each in library.look_up(query).sides] == [side]


@pytest.mark.parametrize(
    ("query", "office"),
    [
        ("menteri pertahanan Rusia", ("defence_minister", "RUS")),
        ("Menhan Rusia", ("defence_minister", "RUS")),
        ("defense minister of Russia", ("defence_minister", "RUS")),
        ("Russia foreign minister", ("foreign_minister", "RUS")),
        ("Secretary of State of the United States", ("foreign_minister", "USA")),
        ("Sekjen NATO", ("secretary_general", "IGO-NATO")),
        ("Presiden Komisi Eropa", ("commission_president", "IGO-EU")),
        ("Panglima TNI", ("military_chief", "IDN")),
        ("Menteri Luar Negeri Gedung Putih", ("foreign_minister", "USA")),
    ],
)
def test_an_office_is_found_by_its_title_and_whose_it_is(query: str, office: tuple[str, str]) -> None:
    assert [(each.role, each.for_) for each in library.look_up(query).offices] == [office]


def test_without_a_state_the_offices_of_all_states_are_given() -> None:
    states = [office.for_ for office in library.look_up("perdana menteri", on="2020-06-01").offices]
    assert {"JPN", "IND", "ITA"} <= set(states)
    assert states == sorted(states)


@pytest.mark.parametrize(
    ("day", "answer", "people"),
    [
        ("2003-05-05", "held", ["Q1"]),
        ("2003", "held", ["Q1"]),
        ("2004-09-01", "unknown", []),  # in the hole
        ("2004", "unknown", ["Q1"]),  # a year that ends in the hole
        ("2008-01-01", "held", ["Q2"]),
        ("2011-01-01", "unknown", ["Q2"]),  # after the record's end of knowledge
        ("2000-12-31", "unknown", []),
    ],
)
def test_who_held_it_on_a_day(day: str, answer: str, people: list[str]) -> None:
    office = RecordBook(Made(FIRST, SECOND), day).office("defence_minister", "NOR")  # type: ignore[arg-type]
    assert office.answer == answer
    assert [term.person for term in office.terms] == people
    assert all((term.answer == "yes") == (answer == "held") for term in office.terms)


def test_in_a_hole_the_records_on_both_sides_are_named() -> None:
    office = RecordBook(Made(FIRST, SECOND), "2004-09-01").office("defence_minister", "NOR")  # type: ignore[arg-type]
    assert office.before
    assert office.after
    assert (office.before.person, office.after.person) == ("Q1", "Q2")


def test_two_at_once_are_both_named() -> None:
    twice = record("Q3", "2003-01-01", "2004-06-30")
    office = RecordBook(Made(FIRST, twice), "2004-01-01").office("defence_minister", "NOR")  # type: ignore[arg-type]
    assert office.answer == "shared"
    assert {term.person for term in office.terms} == {"Q1", "Q3"}


def test_on_the_day_of_a_handover_both_are_named_in_order() -> None:
    old, new = record("Q1", "2001", "2004-06-30"), record("Q2", "2004-06-30", "2008")
    office = RecordBook(Made(new, old), "2004-06-30").office("defence_minister", "NOR")  # type: ignore[arg-type]
    assert office.answer == "handover"
    assert [term.person for term in office.terms] == ["Q1", "Q2"]


def test_without_a_day_nothing_is_called_todays() -> None:
    office = RecordBook(Made(FIRST, SECOND)).office("defence_minister", "NOR")  # type: ignore[arg-type]
    assert office.answer is None
    assert [term.answer for term in office.terms] == [None, None]


@pytest.mark.parametrize(
    ("records", "gaps"),
    [
        ([], [("none", None, None)]),
        ([FIRST, SECOND], [("before", "2000-01-01", "2000-12-31"), ("hole", "2004-07-01", "2005-01-31")]),
        ([FIRST], [("before", "2000-01-01", "2000-12-31"), ("after", "2004-07-01", None)]),
        ([replace(FIRST, from_="1999"), replace(SECOND, from_="2004-07-05")], []),
        ([replace(FIRST, from_="1999", to="2006-01-01"), SECOND], [("overlap", "2005-02-01", "2006-01-01")]),
        ([replace(FIRST, from_="1999", to="2004"), replace(SECOND, from_="2005")], []),
    ],
)
def test_what_is_missing(records: list[Office], gaps: list[tuple[str, str | None, str | None]]) -> None:
    book = RecordBook(Made(*records))  # type: ignore[arg-type]
    found = missing_in(book, "defence_minister", "NOR")
    assert [(each.kind, each.from_, each.to) for each in found] == gaps


def test_somebody_who_acted_fills_a_hole() -> None:
    acting = replace(record("Q3", "2004-06-30", "2005-02-01"), role="acting_defence_minister")
    book = RecordBook(Made(FIRST, SECOND, acting))  # type: ignore[arg-type]
    assert [each.kind for each in missing_in(book, "defence_minister", "NOR")] == ["before"]


def test_an_office_that_a_state_does_not_have_is_not_missing() -> None:
    office = library.look_up("perdana menteri Amerika Serikat", on="2020").offices[0]
    assert office.answer == "none"
    assert office.reason
    gaps = library.gaps("Amerika Serikat").missing
    assert not [each for each in gaps if each.role == "head_of_government"]


def test_no_office_is_denied_to_a_state_that_has_a_record_of_it() -> None:
    book = RecordBook(load())
    for (state, role), absent in no_offices().items():
        assert book.is_state(state), state
        for record_ in book.records.get((state, role), ()):
            assert not [a for a in absent if a.covers(record_.from_ or "")], record_


def test_gaps_of_one_state_are_part_of_all_gaps() -> None:
    every, own = library.gaps().missing, library.gaps("PRK").missing
    assert own == tuple(each for each in every if each.for_ == "PRK")
    assert library.gaps("PRK")


@pytest.mark.parametrize(
    ("query", "near"),
    [("Sergey Shoigo", "Sergey Shoigu"), ("menteri pertahanan Rusiaa", "menteri pertahanan Rusia"),
     ("Koera Utara", "Korea Utara"), ("menteri haji", "Menteri Haji dan Umrah")],
)  # fmt: skip
def test_near_names_are_suggested_and_nothing_is_guessed(query: str, near: str) -> None:
    found = library.look_up(query)
    assert not found
    assert near in found.suggestions


@pytest.mark.parametrize(
    ("query", "day"), [("", None), ("  !", None), ("Putin", "kemarin"), ("Putin", "2024-13")]
)
def test_what_cannot_be_asked_is_an_error(query: str, day: str | None) -> None:
    with pytest.raises(UsageError):
        library.look_up(query, on=day)


def test_names_are_compared_without_case_accents_and_marks() -> None:
    assert key("  Bashar al-Assad ") == key("bashar AL Assad")
    assert key("Erdoğan") == "erdogan"
