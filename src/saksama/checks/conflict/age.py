"""How old somebody is: two texts of one story, or one text, give a person ages that exclude each other.

One year apart agrees: a birthday may lie between. People are compared by their whole names; where a text
gives one name two ages they may be two people, and a text of matches counts minutes and goals in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from saksama.checks.case import Case, finding, quoted
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Check, Evidence, Mention, Reading, Sentence

APART = 1  # years that agree
OLDEST = 110
INITIALS = 3  # letters


@dataclass(frozen=True, slots=True)
class _Age:
    """A person's age as a sentence gives it; `plain` where a word says that it is one."""

    reading: Reading
    sentence: Sentence
    name: str
    years: int
    evidence: Evidence
    plain: bool


def find(case: Case) -> Iterator[Check]:
    for story in case.desk.stories():
        told: dict[str, list[_Age]] = {}
        for article in story.articles:
            for name, ages in _of_text(case.desk.reading(article)).items():
                if len({age.years for age in ages}) == 1:
                    told.setdefault(name, []).append(ages[0])
                elif all(age.plain for age in ages) and _apart(ages[0], ages[-1]):
                    yield _check(ages[0], ages[-1])
        for ages in told.values():
            yield from _between(ages)


def _between(ages: list[_Age]) -> Iterator[Check]:
    """At most one finding for each person of a story."""
    for one, other in combinations(ages, 2):
        if _apart(one, other):
            yield _check(one, other)
            return


def _apart(one: _Age, other: _Age) -> bool:
    return abs(one.years - other.years) > APART


def _of_text(reading: Reading) -> dict[str, list[_Age]]:
    found: dict[str, list[_Age]] = {}
    sentences = {s.index: s for s in reading.sentences}
    for mention in reading.mentions:
        sentence = sentences.get(mention.sentence)
        known = _named(mention) or _initials(mention)
        age = _age(reading, sentence, mention) if sentence and known else None
        if age:
            found.setdefault(age.name, []).append(age)
    return found


def _named(mention: Mention) -> bool:
    """A person by a name that is more than initials."""
    return mention.label == "PER" and any(
        word[1:].islower() and len(word) > 2 for word in mention.text.split()
    )


def _initials(mention: Mention) -> bool:
    """The initials by which a suspect is told, of three letters or more; the model takes them for an ORG."""
    return mention.label in ("PER", "ORG") and mention.text.isupper() and len(mention.text) >= INITIALS


def _age(reading: Reading, sentence: Sentence, mention: Mention) -> _Age | None:
    text = reading.article.text
    found = _pattern(reading.article.language).match(text, mention.end, min(sentence.end, len(text)))
    if found is None:
        return _age_before(reading, sentence, mention)
    plain = found["years"] is not None
    if not plain and _initials(mention):
        return None
    years = int(found["years"] or found["bracket"])
    games = words(reading.article.language, "checks", "games")
    played = any(t.text.lower() in games for t in sentence.tokens)
    if not 0 < years <= OLDEST or (played and not plain):
        return None
    evidence = reading.article.evidence(mention.start, found.end())
    return _Age(reading, sentence, mention.text.casefold(), years, evidence, plain)


def _age_before(reading: Reading, sentence: Sentence, mention: Mention) -> _Age | None:
    """ "remaja berusia 19 tahun, ABC": the age right before the name."""
    found = _before(reading.article.language).search(reading.article.text, sentence.start, mention.start)
    if found is None or not 0 < int(found["years"]) <= OLDEST:
        return None
    evidence = reading.article.evidence(found.start(), mention.end)
    return _Age(reading, sentence, mention.text.casefold(), int(found["years"]), evidence, True)


@lru_cache(maxsize=4)
def _before(language: str) -> re.Pattern[str]:
    years, aged = ("|".join(sorted(words(language, "checks", key))) for key in ("years", "aged"))
    return re.compile(
        rf"\b(?:{aged}) (?P<years>\d{{1,3}}) (?:{years})(?:,| bernama| berinisial) $", re.IGNORECASE
    )


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    """ "(45)", ", 45 tahun", "yang berusia 45 tahun", ", pemuda berusia 45 tahun"; right after the name."""
    years = "|".join(sorted(words(language, "checks", "years")))
    aged = "|".join(sorted(words(language, "checks", "aged")))
    number = r"(?P<years>\d{1,3})"
    who = rf"(?:yang |[a-z]{{3,20}} (?=(?:{aged}) ))?"
    worded = rf",? ?\(?{who}(?:(?:kini )?(?:{aged}) ){{0,1}}{number} (?:{years})\b"
    return re.compile(rf"(?: \((?P<bracket>\d{{1,3}})\)|{worded})", re.IGNORECASE)


def _check(one: _Age, other: _Age) -> Check:
    message = say("conflict-age", one=one.evidence.text, other=other.evidence.text)
    texts = {one.reading.article.id, other.reading.article.id}
    sure = len(texts) == 2 and one.reading.article.dated and other.reading.article.dated
    evidence = (quoted(one.reading, one.sentence), quoted(other.reading, other.sentence))
    return finding("conflict", "conflict" if sure else "caution", message, evidence, slot="number")
