"""A headline that says more than its text: an "all" not borne out, a question never taken up."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checks.case import Case, finding, quoted
from saksama.checks.headline_figure import figure
from saksama.checks.headline_turned import term, turned
from saksama.checks.wording import listed, say
from saksama.language.stem import related
from saksama.language.wordlists import words
from saksama.records import Check, Evidence, Reading, Sentence, Token

_CLAUSE_ENDS = "?:;,!"
SPARSE = 0.34  # share of the question's words that the text may hold and still not return to it
FUNCTION = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SYM"})
LEAST_BODY = 5  # sentences: a shorter text is a caption, not an answer


def find(case: Case) -> Iterator[Check]:
    for reading in case.readings:
        titles = [s for s in reading.sentences if s.is_title]
        body = [s for s in reading.sentences if not s.is_title]
        if titles and len(body) >= LEAST_BODY:
            yield from _quantifier(reading, titles, body)
            yield from _question(reading, titles, body)
            yield from figure(reading, titles, body)
            yield from turned(reading, titles, body)
            yield from term(reading, titles, body)


def _quantifier(reading: Reading, titles: list[Sentence], body: list[Sentence]) -> Iterator[Check]:
    language = reading.article.language
    quantifiers, crowds = (words(language, "checks", key) for key in ("quantifiers", "crowds"))
    for sentence in titles:
        for first, second in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            noun = second.text.lower()
            if first.text.lower() not in quantifiers or noun not in crowds:
                continue
            if not _borne_out(body, noun, quantifiers):
                phrase = reading.article.text[first.start : second.end]
                message = say("headline-quantifier", words=phrase, quantifier=first.text.lower())
                weaker = next((s for s in body if _holds(s, noun)), body[0])
                evidence = (quoted(reading, sentence), quoted(reading, weaker))
                yield finding("headline", "caution", message, evidence)


def _borne_out(body: list[Sentence], noun: str, quantifiers: frozenset[str]) -> bool:
    """Some sentence of the text has the noun and a word for all."""
    return any(_holds(s, noun) and any(t.text.lower() in quantifiers for t in s.tokens) for s in body)


def _holds(sentence: Sentence, word: str) -> bool:
    return any(related(word, token.text) for token in sentence.tokens)


def _question(reading: Reading, titles: list[Sentence], body: list[Sentence]) -> Iterator[Check]:
    question = _asked(reading, titles)
    if question is None:
        return
    content = _content(
        reading, [t for s in titles for t in s.tokens if question.start <= t.start < question.end]
    )
    missing = [t for t in content if not any(_holds(s, t.text) for s in body)]
    if not content or content[0] not in missing or len(content) - len(missing) > SPARSE * len(content):
        return
    names = listed([f"“{t.text}”" for t in missing])
    message = say("headline-question", question=question.text, missing=names)
    yield finding("headline", "caution", message, (question,))


def _asked(reading: Reading, titles: list[Sentence]) -> Evidence | None:
    """The last clause of the headline if it is a yes-or-no question."""
    title = reading.article.title
    assert title is not None
    interrogatives = words(reading.article.language, "checks", "interrogatives")
    head = reading.article.headline
    last = max((at for at, char in enumerate(head) if char.isalnum()), default=-1)
    end = head.find("?", last) + 1
    if last < 0 or not end or any(t.text.lower() in interrogatives for s in titles for t in s.tokens):
        return None
    clause = head[max(head.rfind(mark, 0, last) for mark in _CLAUSE_ENDS) + 1 : end].lstrip()
    return reading.article.evidence(title.start + end - len(clause), title.start + end)


def _content(reading: Reading, asked: list[Token]) -> list[Token]:
    """The words that a text taking up the question would hold: the predicate first, no names."""
    empty = words(reading.article.language, "checks", "empty")
    named = [(m.start, m.end) for m in reading.mentions if m.label in ("PER", "ORG", "LOC")]
    return [
        token
        for token in asked
        if token.upos not in FUNCTION
        and len(token.text) > 2
        and token.text.isalpha()
        and token.text.lower() not in empty
        and not any(start <= token.start < end for start, end in named)
    ]
