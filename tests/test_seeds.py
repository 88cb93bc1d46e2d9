"""What the account of the first five real articles must at least show; they lie beside the checkout."""

from pathlib import Path

import pytest

import saksama
from saksama.records import Account, Event

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds, which is not here")


@pytest.fixture(scope="module")
def account() -> Account:
    return saksama.brief([SEEDS])


def by_number(account: Account, number: int) -> str:
    """The id of the first to fifth article."""
    return sorted(a.id for a in account.articles)[number - 1]


def events(account: Account, type_: str, number: int) -> list[Event]:
    article = by_number(account, number)
    return [e for e in account.events if e.type == type_ and article in e.articles]


def codes(event: Event) -> tuple[set[str], set[str]]:
    return {p.code for p in event.actors}, {p.code for p in event.recipients}


def test_boilerplate_is_marked_and_tells_nothing(account: Account) -> None:
    reasons = {b.reason for a in account.articles for b in a.boilerplate}
    assert {"related", "more", "loading", "counter", "widget", "comment", "code", "dateline"} <= reasons
    struck = {a.id: [(b.start, b.end) for b in a.boilerplate] for a in account.articles}
    for found in (*account.mentions, *account.times, *account.quantities):
        assert not any(s < found.end and found.start < e for s, e in struck[found.article])


def test_dates_of_the_articles(account: Account) -> None:
    articles = sorted(account.articles, key=lambda a: a.id)
    assert [a.published_basis for a in articles] == ["inferred"] * 4 + ["text"]
    assert [a.published for a in articles[1:]] == [
        "2021-01-26/2024-10-01",
        "2014-10-01/2024-10-01",
        "2023-09-04/..",
        "2024-11-19",
    ]
    assert all(a.published_evidence for a in articles)


@pytest.mark.parametrize("number", [2, 3])
def test_putin_visits_north_korea(account: Account, number: int) -> None:
    visits = [e for e in events(account, "CONSULT", number) if e.mode == "visit" and e.status == "occurred"]
    assert any(codes(e) == ({"RUS"}, {"PRK"}) for e in visits)


def test_the_visit_turned_round_is_a_caution(account: Account) -> None:
    (check,) = [c for c in account.checks if c.slot == "direction"]
    assert check.severity == "caution"
    assert by_number(account, 1) in {e.article for e in check.evidence}
    assert "another visit may be meant" in check.explanation.en


def test_the_meeting_in_china(account: Account) -> None:
    (meeting,) = [e for e in events(account, "CONSULT", 4) if e.when == "2023-09-04"]
    assert codes(meeting)[0] == {"RUS", "PRK"}
    assert meeting.where is not None
    assert (meeting.where.country, meeting.distinct_texts) == ("CHN", 1)
    assert (by_number(account, 4),) in [s.articles for s in account.stories]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("calendar", "1 October 2023"),
        ("office", "May 2024"),
        ("sourcing", "sumber terpercaya"),
        ("headline", "Seluruh Pimpinan"),
        ("headline", "Bahas Serangan ke Ukraina?"),
    ],
)
def test_cautions(account: Account, kind: str, words: str) -> None:
    found = [c for c in account.checks if c.kind == kind and words in c.explanation.en]
    assert [c.severity for c in found] == ["caution"]


def test_the_accusation_happened_and_the_transfer_is_alleged(account: Account) -> None:
    (accusation,) = [e for e in events(account, "ACCUSE", 2) if e.mode == "allege"]
    assert (codes(accusation), accusation.status) == (({"USA"}, {"PRK"}), "occurred")
    (transfer,) = events(account, "AID", 2)
    assert (codes(transfer), transfer.status) == (({"PRK"}, {"RUS"}), "alleged")
    assert [p.code for p in transfer.claimed_by] == ["USA"]
    told = {q.id: q for q in account.quantities}
    assert {(told[q].comparator, told[q].value) for q in transfer.quantities} == {(">", 12), (">", 11000)}


def test_stoltenberg_is_concerned_for_nato(account: Account) -> None:
    (concern,) = [e for e in events(account, "ACCUSE", 2) if e.mode == "disapprove"]
    assert codes(concern) == ({"IGO-NATO"}, {"RUS", "PRK"})


def test_the_signing_is_planned(account: Account) -> None:
    signing = [e for e in events(account, "AGREE", 3) if any("tangan" in t.text for t in e.triggers)]
    assert [e.status for e in signing] == ["planned"]


def test_nothing_conditional_happened(account: Account) -> None:
    agreed = [e for e in events(account, "AGREE", 5) if any(t.text == "sepakat" for t in e.triggers)]
    assert [e.status for e in agreed] == ["hypothetical"]


@pytest.mark.parametrize(
    ("number", "words", "direct"),
    [
        (2, "Dukungan ekonomi China", True),
        (3, "kunjungan ini direncanakan", False),
        (4, "Rusia akan terus", True),
    ],
)
def test_statements(account: Account, number: int, words: str, direct: bool) -> None:
    said = [s for s in account.statements if s.article == by_number(account, number)]
    (statement,) = [s for s in said if s.content.text.startswith(words)]
    assert statement.direct is direct
    names = {actor.id: actor.name for actor in account.actors}
    assert names[statement.speaker or ""].split()[-1] in ("Blinken", "Ushakov", "Putin")
    assert (statement.via == "sumber terpercaya") is (number == 4)


def test_quantities_and_durations(account: Account) -> None:
    searches = [q for q in account.quantities if q.unit == "pencarian"]
    assert [(q.comparator, q.value) for q in searches] == [("~", 10000)]
    years = {t.article for t in account.times if (t.type, t.value) == ("DURATION", "P24Y")}
    assert {by_number(account, 2), by_number(account, 3)} <= years
