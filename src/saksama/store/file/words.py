"""The lemmas under which a text is found again, as one string for the full-text index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saksama.records import EventMention, Reading, Sentence, Statement, Token

_MARKS = frozenset({"PUNCT", "SYM"})


def title_and_body(reading: Reading) -> tuple[str, str]:
    """The headline's lemmas and those of all other sentences."""
    title = (s for s in reading.sentences if s.is_title)
    body = (s for s in reading.sentences if not s.is_title)
    return _joined(title), _joined(body)


def of_statement(reading: Reading, statement: Statement) -> tuple[str, str]:
    """The lemmas of what is said and of who says it, as written and as named elsewhere in the text."""
    said = _between(reading, statement.content.start, statement.content.end)
    speaker = statement.speaker_text.text if statement.speaker_text else ""
    names = _names(reading, {statement.speaker} - {None})
    return said, " ".join(dict.fromkeys([*_plain(speaker), *names]))


def of_event(reading: Reading, mention: EventMention) -> tuple[str, str]:
    """The lemmas of the mention's sentence, and the names that the text has for the parties."""
    parties = {p.actor for p in (*mention.actors, *mention.recipients)}
    start, end = mention.evidence.start, mention.evidence.end
    return _between(reading, start, end), " ".join(_names(reading, parties))


def word(token: Token) -> str:
    """What a token is indexed as: its lemma, a name's too, so that a query finds both alike."""
    from saksama.language.components import lemma

    return lemma(token.text) if token.upos == "PROPN" else token.lemma.lower()


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(_words(token for sentence in sentences for token in sentence.tokens))


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    return (word(token) for token in tokens if token.upos not in _MARKS)


def _between(reading: Reading, start: int, end: int) -> str:
    """The lemmas of the tokens between two offsets."""
    inside = (s for s in reading.sentences if s.start < end and start < s.end)
    return " ".join(_words(t for s in inside for t in s.tokens if start <= t.start and t.end <= end))


def _names(reading: Reading, actors: Iterable[str | None]) -> list[str]:
    wanted = set(actors)
    texts = (m.text for m in reading.mentions if m.actor in wanted and m.label in ("PER", "ORG", "LOC"))
    return list(dict.fromkeys(w for text in texts for w in _plain(text)))


def _plain(text: str) -> list[str]:
    from saksama.language.components import lemma

    return [lemma(part) for part in text.split()]
