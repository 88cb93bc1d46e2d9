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
_ENUMERATOR = re.compile(r"\d{1,3}|[A-Za-z]")
_BLANKS = re.compile(r"\s*")
_LAST_WORD = re.compile(r"[^\s(\"“‘'/,;]+\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_STATES = frozenset({"AS", "RI", "UE"})
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
    numbered: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    domains: frozenset[str]


@cache
def stops(language: str) -> Stops:
    """The lists of a language, read once."""
    names = ("before", "numbered", "either", "openers", "domains")
    return Stops(*(words(language, "abbreviations", name) for name in names))


def sentences(
    text: str, skip: Iterable[Extent] = (), title: Extent | None = None, language: str = "id"
) -> list[Piece]:
    """The sentences of a text in order, none touching a span of `skip`; the title is one by itself."""
    known = stops(language)
    found: list[Piece] = []
    paragraph = -1
    body = title.end if title else 0
    wrapped, small = _is_wrapped(text, body), _is_small(text, body)
    for start, end, fresh in _stretches(text, skip, title, wrapped):
        whole = title is not None and start == title.start
        paragraph += fresh or paragraph < 0
        bounds = [(start, end)] if whole else _Stretch(text, (start, end), known, small).sentences()
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


def _is_small(text: str, start: int) -> bool:
    """Whether a text was put in small letters throughout, so that no capital opens a sentence."""
    return not any(char.isupper() for char in text[start : start + 3000])


class _Stretch:
    """One stretch without line breaks, gone through once from left to right."""

    __slots__ = ("_counted", "_open", "end", "known", "small", "start", "text")

    def __init__(self, text: str, bounds: tuple[int, int], known: Stops, small: bool) -> None:
        self.text, (self.start, self.end), self.known, self.small = text, bounds, known, small
        self._open, self._counted = False, self.start

    def sentences(self) -> Iterator[tuple[int, int]]:
        first = self.start
        for mark in _END.finditer(self.text, self.start, self.end):
            if mark.end() <= first:
                continue
            stop = self._closed(mark.end())
            if stop < self.end and self._ends(first, mark, stop) and (piece := _trim(self.text, first, stop)):
                yield piece
                first = stop
        if piece := _trim(self.text, first, self.end):
            yield piece

    def _quoted(self, at: int) -> bool:
        """Whether a straight quotation mark is open at `at`; asked from left to right only."""
        if self.text.count('"', self._counted, at) % 2:
            self._open = not self._open
        self._counted = at
        return self._open

    def _closed(self, at: int) -> int:
        """Behind the closing quotation marks and brackets that follow `at`."""
        text = self.text
        while at < self.end and text[at] in _CLOSING:
            if text[at] in "\"'" and text[at + 1 : at + 2].isalnum() and not self._quoted(at):
                break  # opens the next quotation, which is glued on
            at += 1
        return at

    def _ends(self, first: int, mark: re.Match[str], stop: int) -> bool:
        """Whether the sentence from `first` on ends at a mark, with what closes it up to `stop`."""
        text = self.text
        glued = not text[stop].isspace()
        nxt = _BLANKS.match(text, stop).end()  # type: ignore[union-attr]
        opened = nxt
        while text[nxt : nxt + 1] and text[nxt] in _OPENING:
            nxt += 1
        upcoming = text[nxt : nxt + 1]
        if upcoming in ",;:)" or (upcoming.islower() and not (self.small and stop == mark.end())):
            return False
        if mark[0][0] in "!?":
            return not glued or upcoming.isupper()
        if glued:
            return upcoming.isupper() and self._ends_glued(mark, nxt, stop > mark.end() or nxt > opened)
        if mark[0] != ".":
            return upcoming.isalnum()
        return stop > mark.end() or self._ends_plainly(first, mark.start(), nxt)

    def _ends_glued(self, mark: re.Match[str], nxt: int, quoted: bool) -> bool:
        """A capital right behind: "bidangnya.Kan beliau", but not "Detik.Com" nor "S.H."."""
        text, at = self.text, mark.start()
        word = _LAST_WORD.search(text, max(0, at - _LOOK_BACK), at)
        if word is None or len(word[0]) == 1:
            return quoted and word is None
        last = word[0].lower()
        if last in self.known.before or last in self.known.either:
            return False
        upcoming = _NEXT_WORD.match(text, nxt)
        if not (text[at - 1].islower() or quoted or text[at - 1] in "%)"):
            return upcoming is not None and self._ends_short(word[0], upcoming[0])
        return quoted or upcoming is None or upcoming[0].lower() not in self.known.domains

    def _ends_short(self, last: str, upcoming: str) -> bool:
        """Behind capitals or a number: "dengan AS.Seorang", "pada 2019.Adapun", but not "WR.Supratman"."""
        if not upcoming[1:].islower() or upcoming.lower() in self.known.domains:
            return False
        if last.isdigit():
            return len(last) > 1
        return last.isalpha() and (len(last) > 2 or last in _STATES or upcoming in self.known.openers)

    def _ends_plainly(self, first: int, at: int, nxt: int) -> bool:
        """A single full stop with a blank behind it and no small letter after that."""
        back = self.text[max(first, at - _LOOK_BACK) : at]
        if at - first <= 4 and _ENUMERATOR.fullmatch(back.strip()):
            return False  # "3. Warga ..." opens an item of a list
        word = _LAST_WORD.search(back)
        if word is None:
            return True
        last, known = word[0].lower(), self.known
        if last in known.numbered and self.text[nxt].isdigit():
            return False
        if last in known.before or last in known.either or _INITIAL.search(back):
            found = _NEXT_WORD.match(self.text, nxt)
            return found is not None and found[0].capitalize() in known.openers
        return True


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
