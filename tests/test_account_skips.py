"""What was not read, told in the reader's language, a pile's lines together."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from accounts import account

import saksama
from saksama.account.skips import not_read, odd, reason_in
from saksama.records import Skipped

ROOM = Path(saksama.__file__).parent
RAISED = {
    "EmptyInput",
    "MissingInput",
    "NotText",
    "NoArticle",
    "WrongLanguage",
    "TooLarge",
    "Skipped",
    "Note",
}


def reasons():
    """Every reason that the sources and the library can give, its slots filled with a word."""
    for path in [*(ROOM / "sources").glob("*.py"), *(ROOM / "library").glob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in RAISED and len(call.args) > 1:
                yield from strings(call.args[1])


def strings(node):
    if isinstance(node, ast.IfExp):
        yield from (text for part in (node.body, node.orelse) for text in strings(part))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(getattr(part, "value", "x")) if isinstance(part, ast.Constant) else "x"
            for part in node.values
        )
    elif isinstance(node, ast.Constant):
        yield node.value


@pytest.mark.parametrize("reason", sorted(set(reasons())))
def test_every_reason_has_its_words_in_indonesian(reason):
    assert reason_in(reason, "id") != reason
    assert reason_in(reason, "en") == reason


def test_slots_keep_what_they_hold_and_languages_have_names():
    told = reason_in("the article is in Javanese, which cannot be read yet", "id")
    assert told == "artikel ini berbahasa Jawa, yang belum dapat dibaca"
    assert "300.000" in reason_in("more than 300,000 characters in one article", "id")
    assert reason_in("nobody knows why", "id") == "nobody knows why"


def test_the_lines_of_a_pile_are_told_together_and_notes_apart():
    read = account()
    bad = [Skipped(f"a.jsonl:{n}", "not a line of JSON") for n in range(1, 12)]
    note = Skipped(read.articles[0].path, "the published date '31 Februari' does not exist; ignored")
    told = replace(read, skipped=(*bad, Skipped("b:5", "the file is empty"), note))
    assert not_read(told, "en") == (
        "a.jsonl: not a line of JSON (lines 1, 2, 3, 4, 5, 6, 7, 8 and 3 more)",
        "b:5: the file is empty",
    )
    assert len(odd(told, "id")) == 1
    assert "31 Februari" in odd(told, "id")[0]
