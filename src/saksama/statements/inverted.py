"""Indirect speech whose speaker stands behind the cue: "P, kata X", "N, kata X, V", "Menurut X, P"."""

from __future__ import annotations

from itertools import pairwise

from saksama.statements import clauses, phrases
from saksama.statements.content import LEAST, OPENING
from saksama.statements.found import Found, make
from saksama.statements.page import Page

_JOINTS = frozenset(
    {"tapi", "tetapi", "namun", "padahal", "sementara", "sedangkan", "karena", "sebab", "apalagi"}
)
_GOES_ON = frozenset({"lanjut", "sambung", "tambah"})
_IS = frozenset({"adalah", "ialah", "merupakan"})
_FARTHER = frozenset({"lebih", "jauh"})  # "lebih lanjut" is no cue
_WHO = ("PER", "PRO")
_LEFT = 4  # words before a cue that are a clause whatever the tree says


def find(page: Page, index: int) -> Found | None:
    """The statement of an inverted cue that is no quotation's."""
    first, limit = page.bounds(index)
    own = bool(page.inverted(index))
    according = page.words[index].removesuffix("nya") in page.speech.according
    at_start = _opens(page, index, according)
    if not at_start and page.words[index - 1] != ",":
        return _between(page, index) if according and not own else None
    if not own and (index + 1 >= limit or page.words[index + 1] in page.speech.words["no_source"]):
        return None
    if not according and not _unmistakable(page, index, own and not at_start):
        return None
    behind = index + 1 if own else _behind(page, index, limit, according)
    speakers = phrases.of_inverted(page, index, own, behind)
    token = page.tokens[index]
    words = _ahead(page, index, behind, limit) if at_start else _around(page, (first, limit), index, behind)
    return make(page, (token.start, token.end - 3 if own else token.end), words, speakers) if words else None


def _between(page: Page, index: int) -> Found | None:
    """The form "N menurut X adalah P", without commas."""
    first, limit = page.bounds(index)
    behind = phrases.end_after(page, index + 1, limit)
    if index == first or behind >= limit or page.words[behind] not in _IS:
        return None
    token = page.tokens[index]
    speakers = phrases.of_inverted(page, index, False, behind)
    return make(page, (token.start, token.end), (first, limit), speakers)


def _opens(page: Page, index: int, according: bool) -> bool:
    """Whether nothing that is said stands before the cue: "Menurut X, P", "Padahal menurut X, P"."""
    first = page.bounds(index)[0]
    if index == first or page.words[index - 1] in OPENING:
        return True
    if page.words[index - 1] in _FARTHER or not (according or page.words[index] in _GOES_ON):
        return False
    return page.words[index - 1] in _JOINTS or page.speech.words["linking"].issuperset(
        page.words[first:index]
    )


def _unmistakable(page: Page, index: int, own: bool) -> bool:
    """Whether a word is a cue: "jelas", "aku", "nilai" may be others, hardly with *-nya* or a name."""
    if own or page.words[index].removesuffix("nya") in page.speech.words["unmistakable"]:
        return True
    token = page.tokens[index]
    mention = page.mentions.at(token.end + 1, token.end + 2)
    if mention is None:
        return False
    return mention.label in _WHO or (mention.label == "NOM" and mention.text[0].isupper())


def _behind(page: Page, index: int, limit: int, according: bool) -> int:
    """One past the speaker's phrase; in "Menurut X hal itu …" it ends with the name."""
    end = phrases.end_after(page, index + 1, limit)
    if not according:
        return end
    for at in range(index + 1, end - 1):
        mention = page.mentions.at(page.tokens[at].start, page.tokens[at].end)
        if mention is None or mention.label not in _WHO:
            continue
        after = page.index_at(mention.end)
        if after < end and page.tokens[after].upos in ("NOUN", "PRON", "DET") and page.words[after].islower():
            return after if "," not in page.words[after : after + LEAST] else end
        return end
    return end


def _ahead(page: Page, index: int, behind: int, limit: int) -> tuple[int, int] | None:
    """The clause behind "Menurut X,": behind its comma, or right behind a *-nya* or a name without one."""
    start = behind
    if page.words[behind : behind + 1] == [","] and behind == index + 1:
        start = behind + 1
    elif behind > index + 1 and not _runs_on(page, behind, limit):
        comma = _comma(page, behind, limit, at_start=True)
        if comma is None:
            return None
        start = comma + 1
    if start + LEAST > limit:
        return None
    return start, clauses.end_of(page, start, limit)


def _runs_on(page: Page, behind: int, limit: int) -> bool:
    """Whether the clause follows the name without a comma."""
    if behind >= limit or not page.words[behind].islower():
        return False
    listed = page.words[behind] in page.speech.words["stops"] | page.speech.words["joints"]
    return not listed and page.tokens[behind].upos in ("NOUN", "PRON", "DET")


def _around(page: Page, sentence: tuple[int, int], index: int, behind: int) -> tuple[int, int] | None:
    """The content before a cue clause, or on both sides of it."""
    first, limit = sentence
    if page.quote_at(page.starts[index] - 2) or index - 1 - first < 1:
        return None
    left = (first, index - 1)
    comma = _comma(page, behind, limit, at_start=False)
    if comma is not None and clauses.goes_on(page, left, (comma + 1, limit)):
        # "Indonesia, kata N, memutuskan …" stays whole, "Jika Q, kata N, P" and "Sejak Senin, kata N, P"
        # too, for P alone would say another thing; in "Namun, kata N, P" the clause is P.
        apart = page.speech.words["linking"].issuperset(page.words[first : index - 1])
        return (comma + 1, clauses.end_of(page, comma + 1, limit)) if apart else (first, limit)
    if clauses.is_clause(page, *left):
        return left
    if comma is None and behind < limit and page.words[behind] in page.speech.words["finite"] | {"juga"}:
        return first, limit
    ends = behind >= limit or page.words[behind] in (".", "!", "?")
    return left if ends and index - 1 - first >= _LEFT else None


def _is_title(page: Page, start: int, end: int) -> bool:
    """Whether what stands between two commas tells who the speaker is: ", pengamat pasar di Bandung,"."""
    if page.words[start] not in page.speech.words["persons"]:
        return False
    return not clauses.is_clause(page, start, end)


def _comma(page: Page, behind: int, limit: int, at_start: bool) -> int | None:
    """The comma that ends the cue clause; opening a sentence, it may hold a list with commas of its own."""
    commas = [i for i in range(behind, min(limit, behind + 20)) if page.words[i] == ","]
    for at, following in pairwise([*commas, limit]):
        listed = at + 1 < limit and page.words[at + 1] in ("dan", "serta")
        if not at_start or not (listed or (following - at <= LEAST and following != limit)):
            apposed = at_start and following != limit and _is_title(page, at + 1, following)
            if not apposed:
                return at
    return None
