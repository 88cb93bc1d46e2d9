"""Quotation marks in pairs, over sentences and paragraphs, whatever marks the page uses.

Where a mark stands (white space before, or after) tells opening from closing better than its shape:
Indonesian papers open with ” and close with “ often enough. Only a mark with white space on both
sides or on neither takes turns with the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.records import Article

_MARK = re.compile("[\"“”„‟«»'‘’]")
_SINGLE = "'‘’"
_CLOSERS = "”»"
_BEFORE = " \t\n\u00a0([—–-:/"
_AFTER = " \t\n\u00a0.,;:!?)]…—–-"
_LONGEST = 3000  # characters; a longer "quotation" is a mark that was never closed
_MOST_BREAKS = 6  # paragraphs that one quotation may run over


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``[start, end)`` between the marks, ``[left, right)`` with them.

    `ended_by_cue` holds where the closing mark was forgotten and the cue shows the end.
    """

    start: int
    end: int
    left: int
    right: int
    ended_by_cue: bool = False


def find_quotes(article: Article, cue: re.Pattern[str]) -> tuple[Quote, ...]:
    """All pairs of marks outside the boilerplate, in text order, outermost only.

    `cue` matches an inverted cue (kata, ujarnya) with the punctuation and space, or mark, before it: it
    shows where a quotation ends whose closing mark is missing or stands askew (", ”kata").
    """
    text = article.text
    found: list[Quote] = []
    opened: int | None = None
    spare: int | None = None  # a mark that looked like a closing one with nothing to close
    for mark in _marks(article):
        ended = mark > 1 and cue.match(text, mark - 2) is not None
        if opened is None and ended and spare is not None:
            found += _closed(text, spare, mark, cue)
            spare = None
        elif opened is None:
            opened, spare = (mark, None) if _opens(text, mark, False) is not False else (None, mark)
        elif (text[opened] in _SINGLE) != (text[mark] in _SINGLE):
            opened = _other_kind(text, opened, mark)
        elif _opens(text, mark, True) and not ended:
            opened = _reopened(text, opened, mark, cue, found)
        else:
            found += _closed(text, opened, mark, cue)
            opened = None
    if opened is not None:
        found += _rescued(text, opened, len(text), cue)
    return tuple(found)


def _marks(article: Article) -> Iterator[int]:
    pieces = sorted((piece.start, piece.end) for piece in article.boilerplate)
    text, end = article.text, 0
    for start, until in [*pieces, (len(text), len(text))]:
        for match in _MARK.finditer(text, end, max(start, end)):
            at = match.start()
            if text[at] not in _SINGLE or _is_single_mark(text, at):
                yield at
        end = max(end, until)


def _is_single_mark(text: str, at: int) -> bool:
    """No apostrophe: nothing of a word before it, or nothing behind it."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opens = text[at] != "’" and not before.isalnum() and behind.isalnum()
    closes = text[at] != "‘" and (before.isalnum() or (before and before in ".,!?…")) and not behind.isalnum()
    return bool(opens or closes)


def _opens(text: str, at: int, inside: bool) -> bool | None:
    """Whether a mark opens; None where only the turn can tell (then `inside` closes it)."""
    left = at == 0 or text[at - 1] in _BEFORE
    right = at + 1 >= len(text) or text[at + 1] in _AFTER
    if left != right:
        return left
    if text[at] in _SINGLE:
        return text[at] == "‘"
    if inside:
        return False
    return None if text[at] not in _CLOSERS or left else False


def _other_kind(text: str, opened: int, mark: int) -> int | None:
    """A single mark inside double ones is theirs; a double one inside single ones unmasks an apostrophe."""
    if text[mark] in _SINGLE:
        return opened
    return mark if _opens(text, mark, False) is not False else None


def _reopened(text: str, opened: int, mark: int, cue: re.Pattern[str], found: list[Quote]) -> int:
    """A second opening mark: the next paragraph of one quotation, or a closing mark was forgotten."""
    rescued = _rescued(text, opened, mark, cue)
    found += rescued
    if rescued or mark - opened > _LONGEST or text.count("\n", opened, mark) > _MOST_BREAKS:
        return mark
    before = text[opened:mark].rstrip(" \t\u00a0")
    continued = before.endswith("\n") and before.rstrip()[-1:] in tuple(".!?…")
    return opened if continued and _begins_speech(text, opened) else mark


def _begins_speech(text: str, opened: int) -> bool:
    """Whether a mark stands where a speech may begin: first in its paragraph, or behind a stop."""
    before = text[max(0, opened - 3) : opened].rstrip(" \t\u00a0")
    return not before or before[-1] in "\n.,:!?"


def _closed(text: str, opened: int, mark: int, cue: re.Pattern[str]) -> list[Quote]:
    far = mark - opened > _LONGEST or text.count("\n", opened, mark) > _MOST_BREAKS
    if far:
        return _rescued(text, opened, mark, cue)
    return _trimmed(text, opened + 1, mark, (opened, mark + 1))


def _rescued(text: str, opened: int, limit: int, cue: re.Pattern[str]) -> list[Quote]:
    """The quotation of an unclosed mark, if its paragraph has a cue that shows where it ends."""
    limit = min(limit, opened + _LONGEST)
    stop = text.find("\n", opened, limit)
    limit = stop if stop >= 0 else limit
    match = cue.search(text, opened + 1, limit)
    if not match:
        return []
    quotes = _trimmed(text, opened + 1, match.start(), (opened, match.start()))
    return [Quote(q.start, q.end, q.left, q.right, True) for q in quotes]


def _trimmed(text: str, start: int, end: int, outer: tuple[int, int]) -> list[Quote]:
    """Without white space, without the comma that belongs to the sentence around."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return [Quote(start, end, *outer)] if start < end else []
