"""Readings of invented speech, and what was said in them.

Square brackets in a text mark a name, braces a pronoun; words get a rough part of speech, no tree.
"""

import re
from itertools import pairwise

from saksama.records import Article, Mention, Reading, Sentence, Span, Token
from saksama.statements import annotate

_WORD = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+|\n+")
_SMALL = {
    "di": "ADP",
    "dari": "ADP",
    "dan": "CCONJ",
    "bahwa": "SCONJ",
    "ia": "PRON",
    "yang": "PRON",
    "siap": "ADJ",
}


def _upos(word: str) -> str:
    if not word[0].isalnum():
        return "PUNCT"
    if word.lower() in _SMALL:
        return _SMALL[word.lower()]
    verb = re.match(r"(?:me[mnlry]|ber|di)[a-z]{3}", word)
    return "PROPN" if word[0].isupper() else "VERB" if verb else "NOUN"


def flat(marked: str, title: bool = False) -> Reading:
    """A reading whose words hang on nothing; `title` makes the first sentence the headline."""
    text, mentions = "", []
    for part in re.split(r"(\[[^]]*\]|\{[^}]*\})", marked):
        bare = part.strip("[]{}") if part[:1] in ("[", "{") else part
        if bare is not part:
            label, actor = ("PRO", "Q-ia") if part[0] == "{" else ("PER", f"Q-{bare.split()[-1]}")
            mentions.append(Mention("a", len(text), len(text) + len(bare), bare, label, actor, "test"))
        text += bare
    sentences = []
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    for first, last in pairwise(starts):
        found = [
            Token(m.start(), m.end(), m[0], m[0].lower(), _upos(m[0]), 0, "dep")
            for m in _WORD.finditer(text, first, last)
        ]
        if found:
            head = title and not sentences
            sentences.append(
                Sentence(len(sentences), 0, found[0].start, found[-1].end, head, tuple(found), ())
            )
    span = Span(0, sentences[0].end) if title else None
    article = Article("a", None, None, None, "id", None, "unknown", (), text, span, ())
    return Reading(article, tuple(sentences), tuple(mentions))


def said(reading: Reading) -> list[tuple[str, str, str]]:
    """Kind, speaker and content of each statement."""
    found = annotate(reading).statements
    return [
        ("direct" if s.direct else "indirect", s.speaker_text.text, s.content.text)
        for s in found
        if s.speaker_text
    ]
