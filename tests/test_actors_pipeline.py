"""The room on the trained pipeline and the knowledge base that ships."""

import pytest
from trees import real

from saksama.actors import MentionIndex, annotate, participants
from saksama.records import Reading

TEXT = (
    "Menteri Pertahanan Rusia, Sergei Shoigu, bertemu Presiden Ukraina Volodymyr Zelensky di Moskow. "
    "Ia mengatakan bahwa kedua negara akan menghentikan serangan. "
    "Pavel Lebedkin, ajudan Shoigu, menolak memberi keterangan."
)


@pytest.fixture(scope="module")
def read() -> Reading:
    return annotate(real(TEXT, "2023-05-02"))


@pytest.mark.parametrize(
    ("word", "acts_for"),
    [("Menteri", "RUS"), ("Presiden", "UKR"), ("Sergei", "RUS"), ("Ukraina", "UKR"), ("Pavel", "RUS")],
)
def test_the_head_of_a_phrase_leads_to_who_acts(read: Reading, word: str, acts_for: str) -> None:
    start = TEXT.index(word)
    mention = MentionIndex(read).at(start, start + len(word))
    assert mention is not None
    assert [p.acts_for for p in participants(read, mention)] == [acts_for]


def test_titles_are_claims_with_their_evidence(read: Reading) -> None:
    assert {(c.role, c.for_, c.evidence.text) for c in read.titles} == {
        ("defence_minister", "RUS", "Menteri Pertahanan Rusia, Sergei Shoigu"),
        ("head_of_state", "UKR", "Presiden Ukraina Volodymyr Zelensky"),
    }


def test_two_states_are_meant(read: Reading) -> None:
    (both,) = [m for m in read.mentions if m.text == "kedua negara"]
    assert set(both.members) == {"RUS", "UKR"}


def test_nothing_changes_in_a_second_reading(read: Reading) -> None:
    assert annotate(read) == read
