"""The labels that were written by hand, to learn from and to measure by: whole, valid, and apart."""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from saksama.actors.knowledge import load
from saksama.events.plover import MODES, TYPES
from saksama.records import Status

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
LABELS, GOLD = ROOT / "training" / "labels", ROOT / "evaluation" / "gold"
KINDS = frozenset(name.upper() for name in TYPES)
STATUSES = frozenset(get_args(Status))
CODE = re.compile(r"[A-Z]{3}|MULTI|(?:IGO|NGO|NSA|MNC)-[A-Z0-9]+(?:-[A-Z0-9]+)*")
SIDES = ("actors", "recipients")
needs_news = pytest.mark.skipif(not (DATA / "news").is_dir(), reason="the news are not beside the checkout")


@cache
def rows(path: Path) -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in path.read_text("utf-8").splitlines())


@cache
def table(path: Path) -> tuple[dict[str, str], ...]:
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t"))


def own_rows() -> Iterator[dict[str, Any]]:
    """Sentences of our own with their events, those of `others` among them."""
    for path in (LABELS / "own-rows.jsonl", GOLD / "plover-own.jsonl"):
        for row in rows(path):
            if row["event"]:
                yield row | {side: [party["code"] for party in row[side]] for side in SIDES}
            for other in row.get("others", ()):
                yield {"id": row["id"], "text": row["text"]} | other


def codes() -> Iterator[str]:
    """Every code of every label."""
    for row in own_rows():
        yield from (code for side in SIDES for code in row[side])
    for row in rows(LABELS / "own-articles.jsonl"):
        yield from (code for event in row["events"] for code in (*event[3], *event[4]))
    for folder in (LABELS, GOLD):
        for line in table(folder / "news-events.tsv"):
            yield from (code for side in SIDES for code in line[side].split())


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_own_sentences_are_labelled_in_their_words():
    for row in own_rows():
        assert row["trigger"], row["id"]
        assert row["trigger"] in row["text"], row["id"]
        assert row["event"] in KINDS, row["id"]
        assert row["status"] in STATUSES, row["id"]
        assert row.get("mode", "") in MODES.get(row["event"], frozenset()) | {""}, row["id"]


@pytest.mark.parametrize("name", ["plover-own", "no-events-own"])
def test_gold_sentences_belong_to_one_part(name):
    gold = rows(GOLD / f"{name}.jsonl")
    assert {row["part"] for row in gold} == {"dev", "held"}
    assert len({row["id"] for row in gold}) == len({words(row["text"]) for row in gold}) == len(gold)


def test_gold_sentences_accept_types_only():
    for row in rows(GOLD / "plover-own.jsonl"):
        assert set(row["also_accepted"]) <= KINDS, row["id"]


def test_own_articles_are_labelled_in_their_text():
    from saksama.sources import from_text

    for row in rows(LABELS / "own-articles.jsonl"):
        text = from_text(row["text"], title=row["title"], published=row["published"]).text
        for start, end, kind, actors, recipients, status, sure in row["events"]:
            assert is_piece(text, start, end), (row["id"], start)
            assert is_whole(text, start), (row["id"], start)
            assert (kind in KINDS, status in STATUSES) == (True, True), (row["id"], start)
            assert actors or recipients or not sure, (row["id"], start)
            assert isinstance(sure, bool), (row["id"], start)


def is_piece(text: str, start: int, end: int) -> bool:
    """Whether offsets lie in a text, with no blank at an edge."""
    return 0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()


def is_whole(text: str, start: int) -> bool:
    """Whether no word is cut at its head; of a statement it may be ("menyebut|nya sebagai …")."""
    return not (start and text[start - 1].isalnum() and text[start].isalnum())


@pytest.mark.parametrize("folder", [LABELS, GOLD], ids=["training", "gold"])
def test_labels_on_news_are_valid(folder):
    lines = {row["line"] for row in table(folder / "news-articles.tsv")}
    for row in table(folder / "news-events.tsv"):
        assert row["line"] in lines, row
        assert 0 <= int(row["start"]) < int(row["end"]), row
        assert row["type"] in KINDS, row
        assert row["status"] in STATUSES, row
        assert row["sure"] in {"0", "1"}, row
        assert row["actors"] or row["recipients"] or row["sure"] == "0", row
        assert row.get("mode", "") in MODES.get(row["type"], frozenset()) | {""}, row


def test_statements_on_news_are_valid():
    lines = {row["line"] for row in table(GOLD / "news-articles.tsv")}
    for row in table(GOLD / "news-statements.tsv"):
        assert row["line"] in lines, row
        assert 0 <= int(row["start"]) < int(row["end"]), row
        assert row["direct"] in {"0", "1"}, row
        assert row["sure"] in {"0", "1"}, row


def test_codes_are_those_that_the_reader_gives():
    """A code that it knows is of somebody who acts for himself; one that it does not know has one writing."""
    known = load()
    found = set(codes())
    written: dict[str, set[str]] = {}
    for code in found | {actor.id for actor in known.actors()}:
        written.setdefault(code.replace("-", ""), set()).add(code)
    for code in found:
        assert CODE.fullmatch(code), code
        actor = known.actor(code)
        assert actor is None or actor.acts_for in {None, code}, f"{code} acts for {actor.acts_for}"
        assert actor is not None or "-" in code or code == "MULTI", f"no such state: {code}"
        assert len(written[code.replace("-", "")]) == 1, written[code.replace("-", "")]


def test_nothing_to_learn_from_is_measured():
    learnt = [words(row["text"]) for row in rows(LABELS / "own-rows.jsonl")]
    learnt += [words(f"{row['title']} {row['text']}") for row in rows(LABELS / "own-articles.jsonl")]
    whole = "\n".join(learnt)
    for name in ("plover-own", "no-events-own"):
        for row in rows(GOLD / f"{name}.jsonl"):
            text = words(row["text"])
            assert text not in whole, f"{row['id']} is among the texts to learn from"
            assert not any(one in text for one in learnt), f"{row['id']} holds a text to learn from"


def test_no_lexicon_example_is_held_out():
    from saksama.events.lexicon import lexicon

    shown = {words(entry.example) for entry in lexicon().entries if entry.example}
    for name in ("plover-own", "no-events-own"):
        assert shown.isdisjoint(words(row["text"]) for row in rows(GOLD / f"{name}.jsonl"))


def test_no_labelled_article_is_learnt_from_and_measured():
    learnt, gold = (table(folder / "news-articles.tsv") for folder in (LABELS, GOLD))
    assert {row["part"] for row in learnt} == {"train"}
    assert {"dev", "held"} <= {row["part"] for row in gold} <= {"dev", "held", "aside"}
    for key in ("line", "crc32"):
        every = [row[key] for row in (*learnt, *gold)]
        assert len(set(every)) == len(every), f"two labelled articles share a {key}"


@needs_news
@pytest.mark.parametrize("folder", [LABELS, GOLD], ids=["training", "gold"])
def test_labels_on_news_lie_in_the_labelled_texts(folder):
    from evaluation.articles import news

    listed = table(folder / "news-articles.tsv")
    found = news(DATA, [int(row["line"]) for row in listed])
    texts = {row["line"]: article.text for row, article in zip(listed, found, strict=True)}
    for row in listed:
        assert zlib.crc32(texts[row["line"]].encode()) == int(row["crc32"]), row["line"]
    names = ("news-events", "news-statements") if folder == GOLD else ("news-events",)
    for name in names:
        for row in table(folder / f"{name}.tsv"):
            text, start, end = texts[row["line"]], int(row["start"]), int(row["end"])
            good = is_piece(text, start, end) and (name != "news-events" or is_whole(text, start))
            assert good, f"{name}: line {row['line']}, {start} to {end}"
