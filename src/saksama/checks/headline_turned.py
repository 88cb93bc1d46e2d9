"""A headline that turns about what its text tells: raised for lowered, done for not done or still to come.

Part of the `headline` check. The sentence must share the things that the headline is about, and the text must
nowhere bear the headline's word out. A headline that asks, denies or quotes says nothing of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from saksama.checks.case import finding, quoted
from saksama.checks.wording import say
from saksama.language.stem import related
from saksama.language.wordlists import wordlist, words
from saksama.records import Check, Reading, Sentence, TimeExpression, Token

SHARED = 2  # things that the headline and the sentence both name
REACH = 3  # words before a verb in which it is denied or put off
_THINGS = frozenset({"NOUN", "PROPN"})

Sides = tuple[tuple[frozenset[str], ...], ...]


def turned(reading: Reading, titles: list[Sentence], body: list[Sentence]) -> Iterator[Check]:
    """At most one finding."""
    tokens = [token for sentence in titles for token in sentence.tokens]
    low = [token.text.lower() for token in tokens]
    silent = words(reading.article.language, "checks", "unasserted")
    if not silent.isdisjoint(low):
        return
    things = {t.lemma.lower() for t in tokens if t.upos in _THINGS}
    near = [s for s in body if len(things & _things(s)) >= SHARED]
    for at, verb in enumerate(tokens):
        found = _opposite(reading, verb, body, near) or _not_done(reading, (low, at), verb, body, near)
        if found is not None:
            sentence, other = found
            message = say("headline-turned", words=verb.text, other=other)
            yield finding(
                "headline", "caution", message, (quoted(reading, titles[0]), quoted(reading, sentence))
            )
            return


def term(reading: Reading, titles: list[Sentence], body: list[Sentence]) -> Iterator[Check]:
    """A term of prison in the headline that the text gives otherwise, wherever it speaks of that sentence."""
    verbs = words(reading.article.language, "checks", "sentencing")
    for title in titles:
        terms = _terms(reading, title)
        verb = next((t for t in title.tokens if any(related(t.text, word) for word in verbs)), None)
        if len(terms) != 1 or verb is None:
            continue
        near = [s for s in body if any(related(t.text, verb.text) for t in s.tokens) and _terms(reading, s)]
        told = [time for s in body for time in _terms(reading, s)]
        if len(near) > 0 and not any(time.value == terms[0].value for time in told):
            other = _terms(reading, near[0])
            if len(other) == 1 and (other[0].value or "")[-1] == (terms[0].value or "")[-1]:
                message = say("headline-turned", words=terms[0].text, other=other[0].text)
                yield finding(
                    "headline", "caution", message, (quoted(reading, title), quoted(reading, near[0]))
                )
                return


def _terms(reading: Reading, sentence: Sentence) -> list[TimeExpression]:
    return [t for t in reading.times if t.sentence == sentence.index and t.type == "DURATION" and t.value]


def _opposite(
    reading: Reading, verb: Token, body: list[Sentence], near: list[Sentence]
) -> tuple[Sentence, str] | None:
    """A sentence with a word of another side of the verb's group, where the text has none of its own side."""
    aimless = words(reading.article.language, "checks", "aimless")
    for group in _sides(reading.article.language):
        own = next((side for side in group if _is_of(verb, side)), None)
        if own is None or any(_is_of(token, own) for s in body for token in s.tokens):
            continue
        others = frozenset().union(*(side for side in group if side is not own))
        for sentence in near if verb.text.lower() not in aimless else ():
            word = next((t for t in sentence.tokens if t.text.lower() in others), None)
            if word and not _put_off(reading, sentence, word, "denying"):
                return sentence, word.text
    return None


def _not_done(
    reading: Reading, head: tuple[list[str], int], verb: Token, body: list[Sentence], near: list[Sentence]
) -> tuple[Sentence, str] | None:
    """A sentence that denies the verb or puts it off, where the text has the verb in no other way."""
    low, at = head
    done = words(reading.article.language, "checks", "done")
    refused = not words(reading.article.language, "checks", "refusing").isdisjoint(low)
    if refused or verb.upos != "VERB" or len(verb.text) <= REACH:
        return None
    told = [(s, t) for s in body for t in s.tokens if t.upos == "VERB" and related(t.text, verb.text)]
    for key in ("denying", "coming"):
        sure = key == "denying" or not done.isdisjoint(low[max(0, at - REACH) : at])
        if told and sure and all(_put_off(reading, s, t, key) for s, t in told):
            sentence, token = next(((s, t) for s, t in told if s in near), (None, None))
            if sentence and token:
                return sentence, f"{_put_off(reading, sentence, token, key)} {token.text}"
    return None


def _put_off(reading: Reading, sentence: Sentence, verb: Token, key: str) -> str:
    """The word before a verb that denies it or says that it is to come; "" if there is none."""
    marks = words(reading.article.language, "checks", key)
    before = [t.text for t in sentence.tokens if t.end <= verb.start]
    if not words(reading.article.language, "checks", "supposing").isdisjoint(map(str.lower, before)):
        return ""
    return next((word for word in before[-REACH:] if word.lower() in marks), "")


def _things(sentence: Sentence) -> set[str]:
    return {t.lemma.lower() for t in sentence.tokens if t.upos in _THINGS}


def _is_of(token: Token, side: frozenset[str]) -> bool:
    return token.upos == "VERB" and any(related(token.text, word) for word in side)


@lru_cache(maxsize=4)
def _sides(language: str) -> Sides:
    groups = wordlist(language, "retold")["decided"]
    return tuple(tuple(frozenset(side.split()) for side in group.split("|")) for group in groups)
