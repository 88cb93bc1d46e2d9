"""`saksama actors`: its faces, its exit codes, and that every face tells the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from saksama.account import book_words as words_module
from saksama.account.book_words import book_words
from saksama.cli import main

Out = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["actors", *arguments])
    return int(stopped.value.code or 0)


def test_a_person_with_offices_sources_and_the_end_of_knowledge(capsys: Out) -> None:
    assert run("Sergei Shoigu", "--lang", "en") == 0
    shown = capsys.readouterr().out
    for told in ("Q32024", "Minister of Defence, Russia", "2012-11-06", "wikidata", "known until", "verify"):
        assert told in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("language", "day", "told"),
    [
        ("id", "2022-01-01", "Menteri Pertahanan, Rusia (RUS), 2022-01-01: Sergei Shoigu"),
        ("en", "2022-01-01", "Minister of Defence, Russia (RUS), 2022-01-01: Sergei Shoigu"),
        ("id", "2044-01-01", "2044-01-01: tidak diketahui"),
        ("en", "2044-01-01", "2044-01-01: not known"),
    ],
)
def test_who_held_an_office_on_a_day(capsys: Out, language: str, day: str, told: str) -> None:
    assert run("menteri pertahanan Rusia", "--on", day, "--lang", language) == 0
    assert told in capsys.readouterr().out


def test_overlapping_records_are_both_named_and_said_to_overlap(capsys: Out) -> None:
    assert run("perdana menteri Palestina", "--on", "2010-01-01", "--lang", "en") == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert "overlap" in first
    assert "Ismail Haniyeh" in first
    assert "Salam Fayyad" in first


def test_a_state_with_its_names_and_table(capsys: Out) -> None:
    assert run("Jepang", "--lang", "id") == 0
    shown = capsys.readouterr().out
    assert all(told in shown for told in ("JPN", "Tokyo", "Perdana Menteri", "Menteri Luar Negeri"))


def test_gaps_of_all_and_of_one(capsys: Out) -> None:
    assert run("--gaps", "--format", "tsv") == 0
    every = capsys.readouterr().out.splitlines()
    assert run("--gaps", "PRK", "--format", "tsv") == 0
    own = capsys.readouterr().out.splitlines()
    assert every[0] == own[0]
    assert set(own[1:]) <= set(every[1:])


@pytest.mark.parametrize("query", ["Kim", "RUS", "menteri pertahanan Rusia", "NATO"])
def test_tsv_has_one_shape_and_json_the_same_records(capsys: Out, query: str) -> None:
    assert run(query, "-f", "tsv") == 0
    head, *rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert all(len(row) == len(head) for row in rows)
    assert run(query, "-f", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "saksama.actors/1"
    offices = [*told["offices"], *(office for side in told["sides"] for office in side["offices"])]
    terms = [t for each in (*told["people"], *offices) for t in each["terms"]]
    assert sorted(row[3] for row in rows if row[3]) == sorted(term["person"] for term in terms)


def test_an_unknown_name_is_exit_code_2_with_near_names_on_standard_error(capsys: Out) -> None:
    assert run("Sergey Shoigo", "--lang", "en") == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("saksama: not known: Sergey Shoigo; did you mean Sergey Shoigu")


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("Putin", "--on", "kemarin"),
        ("--gaps", "--on", "2020"),
        ("Putin", "-o", "a.html"),
        ("Putin", "-f", "xml"),
    ],
)
def test_a_wrong_call_is_exit_code_2_and_one_line(capsys: Out, wrong: tuple[str, ...]) -> None:
    assert run(*wrong) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_suffix_chooses_the_face(tmp_path: Path, capsys: Out) -> None:
    for name, start in (("a.json", "{"), ("a.tsv", "for\t"), ("a.txt", "Vladimir Putin")):
        assert run("Vladimir Putin", "-o", str(tmp_path / name)) == 0
        assert (tmp_path / name).read_text("utf-8").startswith(start)
    assert capsys.readouterr().out == ""


def test_both_languages_have_every_label_with_the_same_slots() -> None:
    import string
    from importlib.resources import files

    labels = yaml.safe_load(files("saksama.account").joinpath(words_module._FILE).read_text("utf-8"))
    for label, both in labels.items():
        slots = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in both.values()]
        assert set(both) == {"id", "en"}, label
        assert slots[0] == slots[1], label
    assert book_words("id").say("unknown") != book_words("en").say("unknown")
