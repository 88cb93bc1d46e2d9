"""Whether an article deals with a claim as a claim: it is the fact-check, or reports one."""

from __future__ import annotations

import re
from functools import cache

from saksama.checks.known_claim.lexicon import Marks, lexicon
from saksama.records import Reading

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 2  # sentences before and after


def deals(reading: Reading, at: int) -> bool:
    """Whether the sentence at `at`, one near it or the headline refutes, or the article is about claims."""
    article, sentences = reading.article, reading.sentences
    known = lexicon(article.language)
    if _bears(article.text, known.checker):
        return True
    near = [s for s in sentences if s.is_title or abs(s.index - sentences[at].index) <= _NEAR]
    return _bears(" ".join(article.text[s.start : s.end] for s in near), known.dealt)


def _bears(text: str, marks: Marks) -> bool:
    small = text.lower()
    return bool(marks.words & set(_WORD.findall(small))) or bool(_phrases(marks.phrases).search(small))


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    spaced = (r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b")
