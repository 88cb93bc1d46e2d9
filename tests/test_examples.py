"""The examples hold what their README says they hold, and nothing else that is wrong."""

import datetime
import html
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")
FORMATS = {".txt", ".html", ".jsonl"}
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DATED = re.compile(rf"({'|'.join(WEEKDAYS)}) \((\d+)/(\d+)/(\d{{4}})\)")
SENTENCE_END = re.compile(r"(?<=[.?!”\"])\s+|\n+")


def table(heading: str) -> list[list[str]]:
    """Rows of the Markdown table under a heading, each cell without backticks."""
    section = README.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def text_of(name: str) -> str:
    """The words of a file without markup, scripts or line breaks, attributes kept for HTML metadata."""
    raw = (EXAMPLES / name).read_bytes()
    text = raw.decode("windows-1252" if b"charset=windows-1252" in raw else "utf-8")
    if name.endswith(".jsonl"):
        text = "\n".join("{title}\n{text}".format(**json.loads(line)) for line in text.splitlines())
    return re.sub(r"</?(?:strong|b|p)>", "", html.unescape(text))


def sentences(name: str) -> set[str]:
    bare = re.sub(r"<[^>]*>", "\n", text_of(name))
    return {s.strip() for s in SENTENCE_END.split(bare) if len(s.split()) > 4}


ARTICLES = table("The articles")
FILES = [row[0] for row in ARTICLES]
QUOTED = [
    *((row[4], row[5]) for row in table("What is planted")),
    *((row[0], row[1]) for row in table("What must stay quiet")),
    *((row[1], row[2]) for row in table("What did not happen, in the text's own words")),
]
WRONG_WEEKDAYS = {(row[4], row[5]) for row in table("What is planted") if row[1] == "calendar"}


def test_readme_lists_every_article() -> None:
    present = {p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.rglob("*") if p.suffix in FORMATS}
    assert present == set(FILES)


@pytest.mark.parametrize(("name", "words"), QUOTED)
def test_quoted_words_stand_in_their_file(name: str, words: str) -> None:
    assert words in text_of(name)


@pytest.mark.parametrize(("name", "day"), [(r[0], r[1]) for r in ARTICLES if r[2] == "page"])
def test_page_carries_its_date(name: str, day: str) -> None:
    head = text_of(name).split("<body", 1)[0]
    assert day in head.replace("/", "-")


@pytest.mark.parametrize("name", FILES)
def test_only_planted_weekdays_are_wrong(name: str) -> None:
    for match in DATED.finditer(text_of(name)):
        weekday, day, month, year = match.groups()
        real = WEEKDAYS[datetime.date(int(year), int(month), int(day)).weekday()]
        assert (weekday == real) != ((name, match.group()) in WRONG_WEEKDAYS), match.group()


def test_copy_changes_one_sentence_of_the_body() -> None:
    original = sentences("pyongyang/lenteraselat-perjanjian.html")
    copy = {s for s in sentences("pyongyang/bilikdunia-perjanjian.html") if "(19/6/2024)" in s}
    assert len(copy) == 1
    assert not copy & original
    body = {s for s in sentences("pyongyang/bilikdunia-perjanjian.html") if s in original}
    assert len(body) >= 12


def test_rewrite_shares_no_sentence() -> None:
    first = sentences("pyongyang/wartacendana-putin-tiba.txt")
    assert not first & sentences("pyongyang/suluhpagi-lawatan-putin.txt")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seed articles are not beside the checkout")
@pytest.mark.parametrize("name", FILES)
def test_nothing_is_taken_from_the_seeds(name: str) -> None:
    seeds = "\n".join(p.read_text(encoding="utf-8") for p in sorted(SEEDS.iterdir()))
    assert not [s for s in sentences(name) if s in seeds]
