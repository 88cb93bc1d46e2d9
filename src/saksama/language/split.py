"""Sentences of Indonesian news by rule, in one pass, before any model sees them.

A sentence ends at a line break, at "?" and "!", at "…", and at a full stop that is no part of a
number, an abbreviation, initials or a domain. Boilerplate is cut out and ends a sentence. A closing
quotation mark or bracket stays with its sentence, and so does the cue behind a quotation (`," kata
Rina.`), since it begins with a small letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from saksama.language.wordlists import words

_END = re.compile(r"\.{2,}|…|[.!?]+")
_CLOSING = "\"”’')]}»›"
_OPENING = "\"“‘'([{«‹"
_INITIAL = re.compile(r"(?:^|[\s(\"“‘'.-])[A-Z]\Z")
_ENUMERATOR = re.compile(r"(?:^|\n)\s*(?:\d{1,3}|[A-Za-z])\Z")
_LAST_WORD = re.compile(r"[^\s(\"“‘'/,;]+\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_LONGEST = 1500
_LOOK_BACK = 24


class Extent(Protocol):
    """Anything with offsets, such as `Span` and `Boilerplate`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class TokenLike(Protocol):
    """A token that knows where it lies in its text, such as spaCy's."""

    @property
    def idx(self) -> int: ...


class Piece(NamedTuple):
    """A sentence: its offsets, the number of its paragraph from 0, and whether it is the headline."""

    start: int
    end: int
    paragraph: int
    is_title: bool


@dataclass(frozen=True, slots=True)
class Stops:
    """What the full stop rules of a language need to know."""

    before: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    domains: frozenset[str]
    months: frozenset[str]


@cache
def stops(language: str) -> Stops:
    """The lists of a language, read once."""
    names = ("before", "either", "openers", "domains", "months")
    return Stops(*(words(language, "abbreviations", name) for name in names))


def sentences(
    text: str, skip: Iterable[Extent] = (), title: Extent | None = None, language: str = "id"
) -> list[Piece]:
    """The sentences of a text in order, none touching a span of `skip`; the title is one by itself."""
    known = stops(language)
    found: list[Piece] = []
    paragraph = -1
    wrapped = _is_wrapped(text, title.end if title else 0)
    for start, end, fresh in _stretches(text, skip, title, wrapped):
        whole = title is not None and start == title.start
        paragraph += fresh or paragraph < 0
        bounds = [(start, end)] if whole else _split(text, start, end, known)
        for first, last in bounds:
            for cut in _cut(text, first, last):
                found.append(Piece(*cut, paragraph, whole))
    return found


def _stretches(
    text: str, skip: Iterable[Extent], title: Extent | None, wrapped: bool
) -> Iterator[tuple[int, int, bool]]:
    """Stretches of a line between boilerplate, and whether one begins a paragraph."""
    breaks = re.compile(r"\n[ \t]*\n" if wrapped else r"\n")
    cuts: list[tuple[int, int, bool]] = [(item.start, item.end, False) for item in skip]
    cuts += [(found.start(), found.end(), True) for found in breaks.finditer(text)]
    if title:
        cuts.append((title.end, title.end, True))
    at, fresh = 0, True
    for start, end, is_break in [*sorted(cuts), (len(text), len(text), True)]:
        if trimmed := _trim(text, at, max(start, at)):
            yield (*trimmed, fresh)
            fresh = False
        fresh = fresh or is_break
        at = max(at, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    bare = piece.strip()
    if not bare or not any(char.isalnum() for char in bare):
        return None
    start += piece.index(bare[0])
    return start, start + len(bare)


def _is_wrapped(text: str, start: int) -> bool:
    """Whether lines were broken to fit a width: most end in mid-sentence at about the same length."""
    lines = [line for line in text[start : start + 20_000].split("\n") if line.strip()]
    if len(lines) < 6 or max(map(len, lines)) > 120:
        return False
    inner = [line for line in lines if len(line.rstrip()) >= 50]
    open_ended = sum(not line.rstrip().endswith((".", "?", "!", ":", '"', "”")) for line in inner)
    return len(inner) >= 0.6 * len(lines) and open_ended >= 0.6 * len(inner)


def _split(text: str, start: int, end: int, known: Stops) -> Iterator[tuple[int, int]]:
    """The sentences of one stretch without line breaks."""
    first = start
    for mark in _END.finditer(text, start, end):
        if mark.end() <= first:
            continue
        stop = _closed(text, mark.end(), end)
        if stop < end and _ends(text, first, mark, stop, known) and (piece := _trim(text, first, stop)):
            yield piece
            first = stop
    if piece := _trim(text, first, end):
        yield piece


def _closed(text: str, at: int, end: int) -> int:
    """Behind the closing quotation marks and brackets that follow `at`."""
    while at < end and text[at] in _CLOSING:
        if text[at] in "\"'" and at + 1 < end and text[at + 1].isalnum():
            break  # a straight mark before a word opens the next quotation
        at += 1
    return at


def _ends(text: str, first: int, mark: re.Match[str], stop: int, known: Stops) -> bool:
    """Whether the sentence that began at `first` ends at a mark, with what closes it up to `stop`."""
    follows = text[stop : stop + 1]
    nxt = stop
    while text[nxt : nxt + 1].isspace():
        nxt += 1
    opened = nxt
    while text[nxt : nxt + 1] and text[nxt] in _OPENING:
        nxt += 1
    upcoming = text[nxt : nxt + 1]
    if upcoming.islower() or upcoming in ",;:)":
        return False
    if mark[0][0] in "!?":
        return follows.isspace() or upcoming.isupper()
    if not follows.isspace():
        return _glued(text, mark, stop, nxt, opened, known)
    if len(mark[0]) > 1 or mark[0] == "…":
        return upcoming.isupper() or upcoming.isdigit()
    return _plain_stop(text, first, mark.start(), nxt, stop, known)


def _glued(text: str, mark: re.Match[str], stop: int, nxt: int, opened: int, known: Stops) -> bool:
    """A full stop without a blank behind: "bidangnya.Kan beliau", but not "Detik.Com" nor "S.H."."""
    before, upcoming = text[mark.start() - 1 : mark.start()], text[nxt : nxt + 1]
    closed = stop > mark.end() or nxt > opened
    if not upcoming.isupper() or not (before.islower() or (before.isdigit() and closed) or before in "%)"):
        return (
            closed
            and upcoming.isupper()
            and before.isalnum()
            and text[mark.start() - 2 : mark.start()].isalnum()
        )
    word = _LAST_WORD.search(text, max(0, mark.start() - _LOOK_BACK), mark.start())
    if word and (word[0].lower() in known.before or word[0].lower() in known.either):
        return False
    if word and len(word[0]) == 1:
        return False
    upcoming_word = _NEXT_WORD.match(text, nxt)
    return upcoming_word is None or upcoming_word[0].lower() not in known.domains


def _plain_stop(text: str, first: int, at: int, nxt: int, stop: int, known: Stops) -> bool:
    """A full stop with a blank behind it and no small letter after that."""
    back = text[max(first, at - _LOOK_BACK) : at]
    if _ENUMERATOR.search(back) and at - first <= 4:
        return False  # "3. Warga ..." opens an item of a list
    word = _LAST_WORD.search(back)
    if word is None or stop > at + 1:
        return True
    last = word[0].lower().rstrip(".")
    if last in known.before:
        return False
    if _INITIAL.search(back):
        return _begins(text, nxt, known)
    if last in known.either:
        return _begins(text, nxt, known)
    return True


def _begins(text: str, at: int, known: Stops) -> bool:
    """Whether the word at `at` is one that opens sentences rather than a part of a name."""
    word = _NEXT_WORD.match(text, at)
    return word is not None and word[0] in known.openers


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces that a parser can bear: cut behind a semicolon, a comma, or at a blank."""
    while end - start > _LONGEST:
        at = start + _LONGEST
        for sign in ("; ", ", ", " "):
            found = text.rfind(sign, start + _LONGEST // 2, start + _LONGEST)
            if found >= 0:
                at = found + len(sign)
                break
        if piece := _trim(text, start, at):
            yield piece
        start = at
    if piece := _trim(text, start, end):
        yield piece


def sentence_starts(doc: Iterable[TokenLike], language: str = "id") -> frozenset[int]:
    """Which tokens of a tokenised text open a sentence, by their index; for spaCy's pipeline alone."""
    tokens = list(doc)
    if not tokens:
        return frozenset()
    offsets = [token.idx for token in tokens]
    text = str(doc)
    found = (bisect_left(offsets, piece.start) for piece in sentences(text, language=language))
    return frozenset({0, *(index for index in found if index < len(tokens))})
