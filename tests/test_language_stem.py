import pytest

from saksama.language.stem import related, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bahas", "membahas"),
        ("pembahasan", "dibahas"),
        ("serangan", "menyerang"),
        ("kunjungan", "mengunjungi"),
        ("pimpinan", "pemimpin"),
        ("negara", "kenegaraan"),
        ("langgar", "pelanggaran"),
        ("PBB", "pbb"),
    ],
)
def test_forms_of_one_root_are_related(one: str, other: str) -> None:
    assert related(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("serangan", "perang"), ("makan", "makna"), ("bahas", "bahasa"), ("sanksi", "saksi")]
)
def test_words_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert not related(one, other)


def test_a_word_is_a_stem_of_itself() -> None:
    assert "rumah" in stems("Rumah")
