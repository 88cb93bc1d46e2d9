"""Where a thing comes from: sources without a name, and many articles that go back to one text."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.wording import say
from saksama.language.unnamed import hides_name, is_unnamed
from saksama.records import Check, Evidence, Reading, Statement, Story

MANY = 3  # articles


def find(case: Case) -> Iterator[Check]:
    for reading in case.readings:
        yield from _unnamed(reading)
    yield from _one_text(case)


def _unnamed(reading: Reading) -> Iterator[Check]:
    """One check for each unnamed source of an article, with everything that rests on it."""
    resting: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        if (source := _source(reading, statement)) is not None:
            resting.setdefault(" ".join(source.text.split()), []).append(statement)
    for text, statements in resting.items():
        evidence = tuple(dict.fromkeys(_sentence(reading, s.content) for s in statements))
        yield finding("sourcing", "caution", say("sourcing-unnamed", source=text), evidence)


def _source(reading: Reading, statement: Statement) -> Evidence | None:
    """The unnamed speaker or carrier of a statement, as written."""
    for words in (statement.via_evidence, statement.speaker_text):
        if words is not None and is_unnamed(words.text, reading.article.language):
            return words
    speaker = statement.speaker_text
    if speaker is not None and speaker.text.islower() and statement.speaker is None:
        return speaker if hides_name(_around(reading, statement), reading.article.language) else None
    return None


def _around(reading: Reading, statement: Statement) -> str:
    """The sentence of the cue without what is said: "kata seorang menteri … tanpa mau disebut namanya"."""
    cue = statement.cue or statement.content
    sentence = sentence_at(reading, cue.start)
    if sentence is None:
        return ""
    text, said = reading.article.text, statement.content
    before = text[sentence.start : max(sentence.start, said.start)]
    return before + text[min(sentence.end, max(said.end, sentence.start)) : sentence.end]


def _sentence(reading: Reading, evidence: Evidence) -> Evidence:
    sentence = sentence_at(reading, evidence.start)
    return quoted(reading, sentence) if sentence else evidence


def _one_text(case: Case) -> Iterator[Check]:
    """Stories that are one text, and events that are, of stories with more than one."""
    whole: set[str] = set()
    for story in case.desk.stories():
        if len(story.articles) >= MANY and _one_origin(case, story):
            whole.update(story.articles)
            evidence = tuple(filter(None, (_opening(case.desk.reading(a)) for a in story.articles)))
            message = say("sourcing-one-story", count=str(len(story.articles)))
            yield finding("sourcing", "caution", message, evidence)
    for event in case.events:
        if len(event.articles) >= MANY and event.distinct_texts == 1 and not whole.issuperset(event.articles):
            message = say("sourcing-one-text", count=str(len(event.articles)))
            yield finding("sourcing", "caution", message, event.evidence, events=(event.id,))


def _one_origin(case: Case, story: Story) -> bool:
    """Whether copies, rewrites and carriers tie all articles of a story together."""
    links = [(edge.from_, edge.to) for edge in story.lineage]
    first: dict[str, str] = {}
    for article in story.articles:
        carriers = {s.via.casefold() for s in case.desk.reading(article).statements if s.via}
        links += [(first.setdefault(carrier, article), article) for carrier in sorted(carriers)]
    reached = {story.articles[0]}
    while more := {b for pair in links for a, b in (pair, pair[::-1]) if a in reached} - reached:
        reached |= more
    return reached.issuperset(story.articles)


def _opening(reading: Reading) -> Evidence | None:
    """The first sentence of the body."""
    first = next((s for s in reading.sentences if not s.is_title), None)
    return quoted(reading, first) if first else None
