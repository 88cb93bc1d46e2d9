"""Which sources have no name that a reader could ask for."""

import pytest

from saksama.language.unnamed import is_unnamed


@pytest.mark.parametrize(
    "text",
    [
        "sumber terpercaya",
        "Sumber internal",
        "sumber-sumber diplomatik",
        "sejumlah sumber",
        "seorang pejabat senior",
        "pejabat tinggi Rusia",
        "dua diplomat",
        "pejabat yang enggan disebutkan namanya",
        "perwira itu, yang berbicara dengan syarat anonim",
    ],
)
def test_unnamed(text: str) -> None:
    assert is_unnamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Blinken",
        "juru bicara Kremlin",
        "RS Sumber Waras",
        "Sumber Daya",
        "para pengamat",
        "pejabat itu",
        "warga",
        "",
        "?!",
    ],
)
def test_not_unnamed(text: str) -> None:
    assert not is_unnamed(text)
