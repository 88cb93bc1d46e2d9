"""Every example of docs/events.md is coded as the page says; it leaves out no type, mode or context."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import saksama.language
from saksama.events.plover import CONTEXTS, MODES, TYPES
from saksama.records import Article, EventMention, Participant

PAGE = (Path(__file__).parent.parent / "docs" / "events.md").read_text("utf-8")
MODEL = Path(saksama.language.__file__).parent / "id" / "model"
needs_model = pytest.mark.skipif(not MODEL.is_dir(), reason="the language model is not in this checkout")
OPEN = " — **not yet coded**"
_LINE = re.compile(r"\*([^*|]+[.?])\* → ([^|\n]+?)(?= \||\n|$)")
_EVENT = re.compile(
    r"(?P<type>[A-Z]+)(?: `(?P<mode>[a-z-]+)`)? (?P<actors>[A-Z+ -]+?)(?: → (?P<recipients>[A-Z+ -]+?))?"
    r"(?:, (?P<status>[a-z]+))?(?: by (?P<by>[A-Z+ -]+))?"
)


class Example(NamedTuple):
    """A sentence of the page and what it says of it: events, or contexts of the one event."""

    sentence: str
    told: frozenset[tuple[str, ...]]
    contexts: tuple[str, ...] | None


def _examples() -> list[object]:
    return [_example(*match.groups()) for match in _LINE.finditer(PAGE)]


def _example(sentence: str, told: str) -> object:
    kept = told.removesuffix(OPEN)
    if kept.startswith("contexts "):
        example = Example(sentence, frozenset(), tuple(re.findall(r"`(\w+)`", kept)))
    else:
        example = Example(sentence, frozenset(_told(e) for e in kept.split("; ") if e != "no event"), None)
    marks = [pytest.mark.xfail(strict=True, reason="the page says so")] if told != kept else []
    return pytest.param(example, marks=marks, id=sentence)


def _told(text: str) -> tuple[str, ...]:
    match = _EVENT.fullmatch(text)
    assert match, text
    found = match.groupdict(default="")
    sides = ("+".join(sorted(found[side].split(" + "))) for side in ("actors", "recipients", "by"))
    return (found["type"], found["mode"], *sides, found["status"] or "occurred")


@cache
def _coded() -> dict[str, tuple[EventMention, ...]]:
    from saksama.pipeline import read_articles

    sentences = list(dict.fromkeys(match[1] for match in _LINE.finditer(PAGE)))
    articles = [
        Article(f"a{n}", None, None, None, "id", "2024-06-20", "given", (), text, None, ())
        for n, text in enumerate(sentences)
    ]
    return {reading.article.text: reading.events for reading in read_articles(articles)}


def _codes(parties: tuple[Participant, ...]) -> str:
    return "+".join(sorted({p.acts_for for p in parties}))


@needs_model
@pytest.mark.parametrize("example", _examples())
def test_the_page_s_examples_are_coded_as_it_says(example):
    events = _coded()[example.sentence]
    if example.contexts is not None:
        assert [event.contexts for event in events] == [example.contexts]
        return
    sides = [(_codes(e.actors), _codes(e.recipients), _codes(e.claimed_by)) for e in events]
    assert {(e.type, e.mode or "", *s, e.status) for e, s in zip(events, sides, strict=True)} == example.told


def test_the_page_has_a_section_for_every_type_and_an_example_for_every_mode():
    told = {event[:2] for match in _LINE.finditer(PAGE) for event in _events_of(match[2])}
    for kind in TYPES:
        assert f"\n## {kind.upper()}\n" in PAGE
        assert {(kind.upper(), mode) for mode in MODES.get(kind.upper(), {""})} <= told


def _events_of(told: str) -> list[tuple[str, ...]]:
    kept = told.removesuffix(OPEN)
    return [] if kept == "no event" or kept.startswith("contexts") else [_told(e) for e in kept.split("; ")]


def test_no_example_escapes_the_pattern():
    assert len(_LINE.findall(PAGE)) == PAGE.count(".* →") + PAGE.count("?* →") > 150


def test_the_page_names_every_context():
    assert all(f"| `{context}` |" in PAGE for context in CONTEXTS)
