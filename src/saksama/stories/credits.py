"""Whom a text credits for what it tells: "dilansir Reuters", "menurut AFP", "lapor Xinhua".

A medium that is credited in the lead or at the end carries the whole report. One that is quoted in the middle
is a speaker among others: two texts that both quote it need not have a source in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from saksama.language.speech import speech
from saksama.records import Mention, Reading, Sentence, Statement

MEDIUM = "MED-"  # with which the ids of media begin
BEFORE, BEHIND = 5, 2  # words before a medium's name, and behind it, among which a credit stands
LEAD = 4  # sentences, the headline among them
LISTS = ("always", "with_like", "active", "like")
FORMS = ("active", "short", "after")


def credited(reading: Reading) -> frozenset[str]:
    """The carriers of a text: ids of media, or the name as written; not the paper itself."""
    own = (reading.article.outlet or "").casefold()
    media = [
        m for m in reading.mentions if (m.actor or "").startswith(MEDIUM) and m.text.casefold() not in own
    ]
    found = {m.actor or "" for m in media if _leads(reading, m.sentence) and _is_credited(reading, m)}
    told = (s for s in reading.statements if s.speaker and _leads(reading, s.sentence))
    found.update(s.speaker for s in told if s.speaker and s.speaker.startswith(MEDIUM))
    return frozenset(found.union(_via(reading, media)))


def _leads(reading: Reading, sentence: int) -> bool:
    return sentence < LEAD or sentence == reading.sentences[-1].index


def _via(reading: Reading, media: list[Mention]) -> Iterator[str]:
    for statement in reading.statements:
        if statement.via:
            yield next((m.actor or "" for m in media if _covers(statement, m)), statement.via.casefold())


def _covers(statement: Statement, mention: Mention) -> bool:
    at = statement.via_evidence
    return at is not None and at.start <= mention.start and mention.end <= at.end


def _is_credited(reading: Reading, mention: Mention) -> bool:
    sentence = next((s for s in reading.sentences if s.index == mention.sentence), None)
    return sentence is not None and _has_credit(sentence, mention, reading.article.language)


def _has_credit(sentence: Sentence, mention: Mention, language: str) -> bool:
    """Whether a word that credits stands before the name, or a verb of reporting beside it."""
    lists = speech(language)
    words = lists.according.union(*(lists.carriers[name] for name in LISTS))
    before = [t.text.lower() for t in sentence.tokens if t.end <= mention.start][-BEFORE:]
    behind = [t.text.lower() for t in sentence.tokens if t.start >= mention.end][:BEHIND]
    reports = any(lists.verb(word, *FORMS) for word in (*before[-1:], *behind))  # type: ignore[arg-type]
    return reports or not words.isdisjoint(before)
