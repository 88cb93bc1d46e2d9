""" "The first in so many years", against what the desk holds."""

import pytest
from builders import found

from saksama import stories
from saksama.checks import history
from saksama.pipeline import read_articles
from saksama.records import Check
from saksama.sources import from_text
from saksama.store import MemoryDesk

OLD = "Perdana Menteri India Narendra Modi mengunjungi Mesir pada 24 Juni 2023 selama dua hari."
NEW = "Perdana Menteri India Narendra Modi mengunjungi Mesir pada 3 Juni 2024. {claim}"


def checks(old: str, claim: str, new: str = NEW) -> list[Check]:
    texts = ((old, "2023-06-25"), (new.format(claim=claim), "2024-06-04"))
    desk = MemoryDesk()
    for reading in read_articles([from_text(text, published=day) for text, day in texts]):
        stories.add(desk, reading)
    return found(history, desk)


@pytest.mark.parametrize(
    "claim",
    [
        "Kunjungan itu merupakan yang pertama dalam 26 tahun.",
        "Lawatan tersebut adalah yang pertama sejak 1997.",
    ],
)
def test_an_earlier_visit_within_the_span(claim: str) -> None:
    (check,) = checks(OLD, claim)
    assert (check.kind, check.severity) == ("history", "caution")
    assert [e.article for e in check.evidence] != []
    assert "24 Juni 2023" in check.explanation.id
    assert len({e.article for e in check.evidence}) == 2


@pytest.mark.parametrize(
    ("old", "claim"),
    [
        (OLD.replace("2023", "1996"), "Kunjungan itu merupakan yang pertama dalam 26 tahun."),
        (OLD, "Kunjungan itu bukan yang pertama dalam 26 tahun."),
        (OLD, "Kunjungan itu berlangsung setelah 26 tahun."),
        (OLD.replace("Mesir", "Jepang"), "Kunjungan itu merupakan yang pertama dalam 26 tahun."),
        (OLD.replace("mengunjungi", "batal mengunjungi"), "Kunjungan itu yang pertama dalam 26 tahun."),
        (OLD, "Kunjungan kenegaraan itu merupakan yang pertama dalam 26 tahun."),
    ],
)
def test_what_contradicts_nothing(old: str, claim: str) -> None:
    assert checks(old, claim) == []
