"""How far a link reaches that stands in running text: "Baca juga: Harga Beras NaikMenteri itu …".

Pages come flattened into one line, with the linked headline glued to the story or parted from it by
a blank alone. The end is looked for by what is surest first; where nothing tells, the link is taken
to run to the end of the sentence: a struck-out sentence is better than a false one.
"""

from __future__ import annotations

import re

_REACH = 240
_LINE = 220
_QUOTES = {'"': '"', "“": '””"', "‘": "’", "'": "'"}
_CLOSERS = re.compile(r"\s?(?::|di sini\s?:?|berikut ini\s?:?|!)?", re.I)
_GLUED = re.compile(r"(?<=[a-zà-ÿ\d)!?%’”\"'])(?=[A-Z“\"][a-zA-Z“\"]|\[)")
_NEXT = re.compile(
    r"\s*(?:(?:baca|lihat|simak|tonton) (?:juga|pula|video)|\[gambas|saksikan |pewarta\s?:|editor\s?:|copyright|halaman \d"
    r"|selengkapnya|scroll to|advertisement|artikel ini telah)",
    re.I,
)
_ASKED = re.compile(r"[?!](?=\s+[A-Z“\"])")
_TITLE_WORD = re.compile(r"\S+")
_CAMEL = re.compile(r"(?:[A-Z][a-z]{1,5}[A-Z]|\bMc[A-Z]|\bi[A-Z]|\be[A-Z]|\bdetik[A-Z])")


def link_end(text: str, start: int, openers: frozenset[str], small: frozenset[str]) -> int:
    """Where the headline that begins at `start` ends, at most `_REACH` characters on.

    `openers` are words that often open a sentence, `small` those kept small in a headline.
    """
    newline = text.find("\n", start, start + _LINE)
    limit = newline if newline >= 0 else min(len(text), start + _REACH)
    if following := _NEXT.search(text, start, limit):
        limit = following.start()
    if limit <= start:
        return start
    if text[start] in _QUOTES and (end := _quoted(text, start, limit)):
        return end
    for find in (_glued, _asked):
        if end := find(text, start, limit):
            return end
    if limit < start + _REACH or limit == len(text):
        rest = text[start:limit]
        if not re.search(r"[a-z\d)”\"’]\.\s+[A-Z“\"]", rest):
            return _title_end(text, start, limit, openers, small) or limit
    return _title_end(text, start, limit, openers, small) or _sentence_end(text, start, limit)


def _quoted(text: str, start: int, limit: int) -> int | None:
    closers = _QUOTES[text[start]]
    for at in range(start + 1, limit):
        if text[at] in closers and not (
            at + 1 < len(text) and text[at + 1].isalnum() and text[at - 1].isalnum()
        ):
            if text[at] == "'" and text[at + 1 : at + 2] == " " and "'" in text[at + 1 : limit]:
                continue
            tail = _CLOSERS.match(text, at + 1)
            return tail.end() if tail else at + 1
    return None


def _glued(text: str, start: int, limit: int) -> int | None:
    """A capital right behind a small letter, where it is no name like "YouTube"."""
    for found in _GLUED.finditer(text, start + 12, limit):
        at = found.start()
        word_start = text.rfind(" ", start, at) + 1
        if text[at] in '"“' and text[at - 1] in " (":
            continue
        if not _CAMEL.match(text, word_start) or text[at - 1] in ")!?%’”\"'":
            return at
    return None


def _asked(text: str, start: int, limit: int) -> int | None:
    found = _ASKED.search(text, start + 12, limit)
    return found.end() if found else None


def _title_end(
    text: str, start: int, limit: int, openers: frozenset[str], small: frozenset[str]
) -> int | None:
    """Where words stop being written as in a headline: a capitalised opener, or a small verb."""
    words = list(_TITLE_WORD.finditer(text, start, limit))
    for index, word in enumerate(words):
        if index >= 3 and word[0] in openers:
            return words[index - 1].end()
    if sum(word[0][0].isupper() for word in words[:6]) < min(4, len(words)):
        return None
    for index in range(4, len(words)):
        plain = words[index][0].strip(",.:;\"'”“()")
        if plain[:1].islower() and plain not in small and not _CAMEL.search(plain):
            return words[_back(words, index) - 1].end()
    return None


def _back(words: list[re.Match[str]], index: int) -> int:
    """The capitalised word that opens the sentence whose first small word is at `index`."""
    at = index - 1
    while at > 3 and words[at][0][:1].islower():
        at -= 1
    return at


def _sentence_end(text: str, start: int, limit: int) -> int:
    found = re.compile(r"[.!?][\"”’]?(?=\s|$)").search(text, start, limit)
    return found.end() if found else limit
