"""Nothing that was reached once is lost: each measure holds its floor, where its data is at hand."""

import json
from pathlib import Path

import pytest
from evaluation import __main__ as evaluation
from evaluation import accuracy, articles

ROOT = Path(__file__).parents[1]
OWN_DATA = ("examples", "events", "merging")  # measured on data of the checkout, whatever else is there
LONG = (
    "claims",
    "kinship",
    "merging",
    "planted",
    "planted_hand",
    "stories",
)  # minutes each: `make evaluate` holds them to floors
DATA = ROOT.parent / "shared" / "data"
MEASURES = (
    "articles",
    "claims",
    "coreference",
    "events",
    "examples",
    "kinship",
    "merging",
    "ner",
    "news",
    "parse",
    "planted",
    "planted_hand",
    "statements",
    "stories",
    "tag",
    "times",
)


def test_the_floors_are_named_and_in_range() -> None:
    least = evaluation.floors()
    for name, floor in least.items():
        assert name.partition(".")[0] in MEASURES, name
        assert isinstance(floor, float | int)
        assert 0 < floor <= 100
    text = evaluation.FLOORS.read_text("utf-8")
    assert text == json.dumps(least, indent=1, sort_keys=True) + "\n"


@pytest.mark.parametrize(
    ("found", "least", "fallen"),
    [
        ({"a": 0.8}, {"a": 0.8}, []),
        ({"a": 0.797}, {"a": 0.8}, []),
        ({"a": 0.79}, {"a": 0.8}, ["a"]),
        ({"a": 0.9}, {"a": 0.8}, []),
        ({"b": 0.1}, {"a": 0.8}, []),
        ({"a": 0.1, "b": 0.1}, {"a": 0.8, "b": 0.1}, ["a"]),
        ({}, {}, []),
    ],
)
def test_below(found: dict[str, float], least: dict[str, float], fallen: list[str]) -> None:
    assert evaluation.below(found, least) == fallen


def test_floors_rise_and_never_fall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "FLOORS", tmp_path / "floors.json")
    evaluation._raise_floors({"a": 0.9, "b": 0.1, "c": 0.12345}, {"a": 0.8, "b": 0.2, "d": 0.5})
    assert evaluation.floors() == {"a": 0.9, "b": 0.2, "c": 0.123, "d": 0.5}


@pytest.mark.slow
def test_the_examples_hold_their_floors_without_any_other_data(tmp_path: Path) -> None:
    found = evaluation.measure(tmp_path, only="examples")
    assert {"examples.planted.recall", "examples.grave.precision"} <= set(found)
    assert evaluation.below(found, evaluation.floors()) == []


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside the checkout")
@pytest.mark.parametrize("room", [room for room in evaluation.ROOMS if room not in ("examples", *LONG)])
def test_a_room_holds_its_floors(room: str) -> None:
    found = evaluation.measure(DATA, only=room)
    assert found, f"{room} measured nothing although its data is there"
    assert evaluation.below(found, evaluation.floors()) == []


@pytest.mark.parametrize("room", [room for room in evaluation.ROOMS if room not in OWN_DATA])
def test_a_room_without_its_data_measures_nothing(room: str, tmp_path: Path) -> None:
    assert evaluation.measure(tmp_path, only=room) == {}


def test_articles_without_the_news_tell_no_mistakes(tmp_path: Path) -> None:
    assert list(articles.errors(tmp_path)) == []


@pytest.mark.slow
def test_our_own_sentences_are_measured_without_any_other_data(tmp_path: Path) -> None:
    found = evaluation.measure(tmp_path, only="events")
    assert {name.split(".")[1] for name in found} == {"own-dev", "own-held"}
    assert {"events.own-held.type_macro_f1", "events.own-held.quiet"} <= set(found)
    assert evaluation.below(found, evaluation.floors()) == []


def test_every_floor_is_described() -> None:
    told = accuracy.described()
    left_out = {"parse.gsd-newest-dev.las", "parse.gsd-newest-dev.las_words"}
    assert set(evaluation.floors()) - set(told) <= left_out


def test_the_page_of_accuracy_shows_counts_and_no_sentences() -> None:
    mistakes = ["# a set", "## PER missed: 3", "the words of somebody else", "## ORG missed: 2"]
    page = accuracy.page({"ner.idner-dev.f1": 0.5}, mistakes)
    assert "| names, IDNER news: strict span F1 (PER ORG LOC) | 0.500 | 0.92 |" in page
    assert "| PER missed | 3 |" in page
    assert "somebody else" not in page
