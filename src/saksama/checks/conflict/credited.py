"""Whose finding it is: a retelling that puts another body behind the one finding that both texts tell of.

Each text names one body behind it, and never the other text's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.checks.case import Case, finding, quoted
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Check, Mention, Reading, Sentence


@dataclass(frozen=True, slots=True)
class _Credit:
    """A finding, the body behind it and the sentence that says so."""

    reading: Reading
    sentence: Sentence
    noun: str
    body: Mention


def find(case: Case) -> Iterator[Check]:
    for story in case.desk.stories():
        for edge in story.lineage:
            if edge.kind == "rewrite":
                ours, theirs = (_credits(case.desk.reading(a)) for a in (edge.from_, edge.to))
                for noun in sorted(ours.keys() & theirs.keys()):
                    yield from _between(ours[noun], theirs[noun])


def _between(one: _Credit, other: _Credit) -> Iterator[Check]:
    if _named_in(one.reading, other.body) or _named_in(other.reading, one.body):
        return
    message = say("conflict-credited", noun=one.noun, one=one.body.text, other=other.body.text)
    evidence = (quoted(one.reading, one.sentence), quoted(other.reading, other.sentence))
    yield finding("conflict", "caution", message, evidence, slot="who")


def _named_in(reading: Reading, body: Mention) -> bool:
    """Whether a text names the body, by its actor or in the same words."""
    return body.text in reading.article.text or any(m.actor == body.actor for m in reading.mentions)


def _credits(reading: Reading) -> dict[str, _Credit]:
    """The findings of a text, each with the only body that it is said to be of."""
    nouns = words(reading.article.language, "retold", "findings")
    bodies = {m.start: m for m in reading.mentions if m.label == "ORG" and m.actor}
    found: dict[str, list[_Credit]] = {}
    for sentence in reading.sentences:
        for token, after in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if token.text.lower() in nouns and after.start in bodies:
                credit = _Credit(reading, sentence, token.text.lower(), bodies[after.start])
                found.setdefault(credit.noun, []).append(credit)
    return {noun: of[0] for noun, of in found.items() if len({credit.body.actor for credit in of}) == 1}
