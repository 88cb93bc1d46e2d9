"""The faults planted by hand: how labels that stand off make a text, and how a pile of them is scored."""

from pathlib import Path

import pytest
from evaluation.articles import NEWS, table
from evaluation.planted_hand import CHECKS, KIN, Outcome, scores, told
from evaluation.plants import Text
from evaluation.plants.hand import GOLD, Planting, edited, plantings

from saksama.records import Bilingual, Check, Evidence

DATA = Path(__file__).parents[1].parent / "shared" / "data"
TEXTS = (
    Text("Jembatan roboh", "Jembatan itu roboh pada Senin.", "2025-03-04", "asal"),
    Text("Jembatan roboh", "Jembatan itu roboh pada Rabu.", "2025-03-04", "lain"),
)
CHECK = Check(
    "check:1",
    "conflict",
    "when",
    "conflict",
    Bilingual("beda", "differs"),
    (),
    (Evidence("a", 0, 4, "Jemb"),),
)


def row(start: int, end: int, words: str, fault: str = "1") -> dict[str, str]:
    return {"start": str(start), "end": str(end), "words": words, "fault": fault}


@pytest.mark.parametrize(
    ("rows", "text", "spans"),
    [
        ([row(6, 11, "hari Rabu")], "Tiba, hari Rabu (4/3).", [(6, 15)]),
        ([row(6, 12, "")], "Tiba, (4/3).", [(6, 6)]),
        ([row(18, 18, "\\nSelesai.", "0"), row(0, 4, "Pergi")], "Pergi, Senin (4/3).\nSelesai.", [(0, 5)]),
        ([row(0, 0, "", "0")], "Tiba, Senin (4/3).", []),
    ],
)
def test_words_come_in_their_places(rows, text, spans):
    assert edited("Tiba, Senin (4/3).", rows) == (text, spans)


def outcome(
    group: str, found: bool = False, beside: int = 0, together: bool = True, kin: str = "none"
) -> Outcome:
    spans = (("text", 24, 28),) if group not in ("clean", "apart") else ()
    planting = Planting("1", "dev", group, "copy" if group == "clean" else "day", TEXTS, spans)
    return Outcome(planting, (CHECK,) * found, (CHECK,) * beside, together, kin)


def test_hits_misses_and_false_findings_are_counted():
    found = [
        outcome("copy", found=True, kin="copy"),
        outcome("retold", kin="copy"),
        outcome("clean", beside=1),
    ]
    assert scores(found) == {
        "recall": 0.5,
        "copy_recall": 1,
        "retold_recall": 0,
        "stories": 1,
        "kin": 1 / 3,
        "precision": 0.5,
    }


def test_happenings_of_their_own_belong_apart():
    assert scores([outcome("apart", together=False), outcome("apart")])["stories"] == 0.5


def test_a_miss_is_told_with_its_words_and_a_false_finding_with_what_it_says():
    page = list(told([outcome("copy", beside=1)]))
    assert page[:2] == ["## copy day: 1", "- 1: Jembatan itu roboh pada Rabu."]
    assert page[2:] == ["## false: 1", "- 1 copy day: conflict differs"]


def test_every_kind_has_its_checks_and_every_telling_its_kin():
    rows = list(table(GOLD, "planted-hand"))
    assert {r["kind"].partition("-")[0] for r in rows if r["group"] == "single"} == set(CHECKS)
    assert {r["group"] for r in rows} == {"single", "apart", *(name.partition(" ")[0] for name in KIN)} - {
        "retold"
    }
    assert all(int(r["start"]) <= int(r["end"]) for r in rows)


@pytest.mark.skipif(not (DATA / NEWS).is_file(), reason="the news is not beside the checkout")
def test_the_labels_fit_the_news():
    made = plantings(DATA)
    assert len(made) == 200
    for planting in made:
        new = planting.texts[-1]
        assert len(planting.texts) == 1 or planting.texts[0] != new or planting.group == "clean"
        assert planting.spans or planting.group in ("clean", "apart")
        for field, start, end in planting.spans:
            assert 0 <= start <= end <= len(new.title or "" if field == "title" else new.body)
