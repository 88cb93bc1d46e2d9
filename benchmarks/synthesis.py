"""Readings made by number: words as frequent as in news, stories of some articles, events and speech in each.

They stand for analysed articles where reading real ones would take hours; the same number gives the same
reading. They mean nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from saksama.language.frequencies import weights
from saksama.records import (
    Article,
    EventMention,
    Evidence,
    Mention,
    Name,
    Participant,
    Reading,
    Sentence,
    Span,
    Statement,
    Token,
)

STORY = 6  # articles on one happening, one after another with others in between
DAILY = 200  # articles a day
FIRST = date(2024, 1, 1)
SENTENCE = 15  # words
NAMES = "Rusia Ukraina Iran India Mesir Laos Chad Peru Kuba Oman Qatar Yaman Sudan Ghana Kenya Mali"
STATES = tuple((name, name.upper()[:3]) for name in NAMES.split())
ACTS = (
    ("serang", "ASSAULT"),
    ("temui", "CONSULT"),
    ("kecam", "ACCUSE"),
    ("bantu", "AID"),
    ("desak", "REQUEST"),
)
TAGS = ("NOUN", "VERB", "ADP", "PROPN", "ADJ", "DET", "SCONJ", "ADV")
LINKS = ("obj", "nsubj", "case", "nmod", "advmod", "conj", "mark", "obl")


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words, and running sums of how often each comes."""
    listed, _ = weights("id")
    words = [word for word in sorted(listed, key=lambda w: (listed[w], w)) if word.isalpha()]
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def reading(number: int, words: int = 400) -> Reading:
    """The reading of an article with about so many words."""
    rng = Random(number)
    spread = 50 * STORY
    story = number // spread * 50 + number % 50  # fifty stories at a time, each article in another
    topic = Random(f"story {story}")
    known, sums = vocabulary()
    about = topic.sample(known[500:], 16)
    sides = topic.sample(STATES, 2)
    act = topic.choice(ACTS)
    made: list[list[str]] = []
    for index in range(max(2, words // SENTENCE)):
        row = rng.choices(known, cum_weights=sums, k=SENTENCE)
        for at in rng.sample(range(SENTENCE), 6):
            row[at] = rng.choice(about)
        if index % 3 == 0:
            row[0], row[1], row[2] = sides[0][0], act[0], sides[1][0]
        made.append(row)
    return _read(f"a{number:06}", FIRST + timedelta(days=number // DAILY), made, (sides, act, rng))


def _read(
    identity: str,
    day: date,
    rows: list[list[str]],
    told: tuple[list[tuple[str, str]], tuple[str, str], Random],
) -> Reading:
    sides, act, rng = told
    sentences, lines, at = [], [], 0
    for index, row in enumerate(rows):
        sentences.append(_sentence(index, row, at, rng))
        lines.append(" ".join(row) + ".")
        at = sentences[-1].end + 1
    url = f"https://kabar.example/{identity}"
    article = Article(
        identity, url, None, "kabar.example", "id", day.isoformat(), "given", (), "\n".join(lines),
        Span(0, sentences[0].end), (),
    )  # fmt: skip
    made = Reading(article, tuple(sentences))
    return _with_facts(made, sides, act)


def _sentence(index: int, row: list[str], start: int, rng: Random) -> Sentence:
    tokens, at = [], start
    for number, word in enumerate(row):
        tag = TAGS[hash_of(word) % len(TAGS)] if word.islower() else "PROPN"
        head = rng.choice((1, max(0, number - 1)))
        tokens.append(Token(at, at + len(word), word, word.lower(), tag, head, LINKS[number % 8]))
        at += len(word) + 1
    tokens.append(Token(at - 1, at, ".", ".", "PUNCT", 1, "punct"))
    names = tuple(Name(n, n + 1, "LOC") for n, word in enumerate(row) if not word.islower())
    return Sentence(index, max(0, index - 1) // 3, start, at, index == 0, tuple(tokens), names)


def hash_of(word: str) -> int:
    """The same in every process."""
    return sum(map(ord, word))


def _with_facts(made: Reading, sides: list[tuple[str, str]], act: tuple[str, str]) -> Reading:
    codes = dict(sides)
    article = made.article
    mentions, events, statements = [], [], []
    for sentence in made.sentences:
        piece = article.evidence(sentence.start, sentence.end)
        for token in (sentence.tokens[n.first] for n in sentence.names):
            code = codes[token.text]
            mentions.append(
                Mention(
                    article.id,
                    token.start,
                    token.end,
                    token.text,
                    "LOC",
                    code,
                    "made",
                    sentence=sentence.index,
                )
            )
        if sentence.names and len(events) < 3:
            events.append(_event(sentence, piece, codes, (article, act)))
        elif sentence.index % 4 == 1:
            statements.append(_statement(sentence, article))
    return replace(made, mentions=tuple(mentions), events=tuple(events), statements=tuple(statements))


def _event(
    sentence: Sentence, piece: Evidence, codes: dict[str, str], told: tuple[Article, tuple[str, str]]
) -> EventMention:
    article, (_, kind) = told
    one, other = (Participant(code, code, "GOV") for code in codes.values())
    trigger = article.evidence(sentence.tokens[1].start, sentence.tokens[1].end)
    return EventMention(
        f"{article.id}:e{sentence.start}", article.id, sentence.index, kind, None, (one,), (other,), False,
        "occurred", (), article.published, "anchored", None, (), False, trigger, piece,
    )  # fmt: skip


def _statement(sentence: Sentence, article: Article) -> Statement:
    said = article.evidence(sentence.tokens[3].start, sentence.tokens[-2].end)
    speaker = article.evidence(sentence.tokens[0].start, sentence.tokens[0].end)
    return Statement(
        f"{article.id}:s{sentence.start}",
        article.id,
        None,
        speaker,
        "made",
        None,
        None,
        False,
        said,
        sentence.index,
    )
