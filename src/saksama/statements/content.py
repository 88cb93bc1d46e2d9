"""The words that an active cue reports: behind *bahwa*, behind a comma, "A sebagai B", a bare clause."""

from __future__ import annotations

from saksama.language.speech import Verb
from saksama.statements import clauses
from saksama.statements.finite import is_finite, predicated
from saksama.statements.page import Page

LEAST = 3  # words of content
OPENING = frozenset({'"', "“", "”", "'", "‘", "«", "„"})
_THAT = frozenset({"agar", "supaya"})  # "berharap agar P"
CONDITIONS = frozenset({"jika", "bila", "apabila", "kalau"})
_REACH = 22  # words of adjuncts between a cue and its bahwa
_MENTIONED = frozenset({"hal", "demikian", "begitu", "sesuatu", "itu", "ini", "apa", "terima", "selamat"})


def content(page: Page, index: int, verb: Verb) -> tuple[int, int] | None:
    """The words of the clause that an active cue reports."""
    limit = page.bounds(index)[1]
    start = _after_bahwa(page, index + 1, limit) if "bahwa" in verb.takes else None
    if start is None and "comma" in verb.takes:
        start = _after_comma(page, index + 1, limit)
    if start is not None:
        return start, clauses.end_of(page, start, limit)
    if "sebagai" in verb.takes and (words := _as(page, index, limit)):
        return words
    return _bare(page, index, limit, verb.takes) if "clause" in verb.takes else None


def _after_bahwa(page: Page, start: int, limit: int) -> int | None:
    """Behind "mengatakan kepada para pengusaha yang hadir bahwa": only an adjunct holds a clause."""
    aside = start < limit and page.words[start] in page.speech.words["adjuncts"]
    for at in range(start, min(limit, start + _REACH)):
        word = page.words[at]
        if word == "bahwa" or (at == start and word in _THAT):
            return at + 1 if at + 1 < limit else None
        if word in (".", ":", ";") or word in OPENING or page.verb(at, "active"):
            return None
        if not aside and (word == "yang" or page.is_verb(at) or word in page.speech.words["finite"]):
            return None
    return None


def _after_comma(page: Page, start: int, limit: int) -> int | None:
    """Behind "mengatakan," or "mengatakan kepada wartawan di Seoul,", where a clause begins."""
    if start >= limit:
        return None
    adjuncts, at = page.speech.words["adjuncts"], start
    if page.words[at] != ",":
        if page.words[at] not in adjuncts or _is_setting(page, at):
            return None
        while at < min(limit, start + _REACH) and page.words[at] not in (",", ".", "bahwa", ":"):
            at += 1
        if clauses.is_clause(page, start, at):
            return None
    at = _past_insertions(page, at, limit)
    if at + LEAST >= limit or page.words[at] != ",":
        return None
    at += 1 + (page.words[at + 1] == "bahwa")
    if page.words[at] in OPENING or clauses.leaves(page, at, limit):
        return None
    end = clauses.end_of(page, at, limit)
    plain = page.words[start] == "," and page.words[at] not in adjuncts and end - at >= LEAST
    return at if plain or clauses.is_clause(page, at, end) else None


def _is_setting(page: Page, at: int) -> bool:
    """Whether a "di" tells where the matter stands, which is said, and not where it was said."""
    if page.words[at] != "di" or at + 1 >= len(page.words) or page.tokens[at + 1].text[0].isupper():
        return False
    return page.words[at + 1] not in page.speech.words["venues"]


def _past_insertions(page: Page, at: int, limit: int) -> int:
    """From the first comma to the last one of an insertion: ", Senin (3/6)," and ", seperti dikutip AFP,"."""
    while at + 1 < limit and page.words[at] == ",":
        word = page.words[at + 1]
        inserted = word in page.speech.words["insertions"] or word in page.speech.carriers["always"]
        stop = next((i for i in range(at + 1, min(limit, at + 14)) if page.words[i] == ","), None)
        if not inserted or stop is None or clauses.is_clause(page, at + 1, stop):
            return at
        if page.words[stop + 1 : stop + 2] == ["maka"]:
            return at
        at = stop
    return at


def _as(page: Page, index: int, limit: int) -> tuple[int, int] | None:
    """The words of "A sebagai B", up to the next comma; in "menyebutnya sebagai B" A is the clitic."""
    start = index + 1
    if start < limit and page.words[start].removesuffix("nya") in page.speech.words["topics"]:
        return None
    for at in range(start, min(limit, start + _REACH)):
        word = page.words[at]
        if word == "sebagai" and (at > start or page.words[index].endswith("nya")):
            end = next((i for i in range(at + 1, limit) if page.words[i] in (",", ";")), limit)
            return start, min(end, clauses.end_of(page, start, limit))
        if word in (",", ".", ":", ";") or page.verb(at, "active"):
            return None
    return None


def _bare(page: Page, index: int, limit: int, takes: frozenset[str]) -> tuple[int, int] | None:
    """A clause right behind the cue ("X menilai Y tidak …"): words must show it, or words and tree."""
    start = index + 1
    if start >= limit or page.words[start] in (",", ":", page.words[index]) or page.words[start] in OPENING:
        return None
    end = clauses.end_of(page, start, limit)
    if not page.speech.words["topics"].isdisjoint({page.words[start], page.words[start].removesuffix("nya")}):
        aim = page.words[start] == "untuk" and "any" in takes and clauses.rooted(page, start, end)
        return (start, end) if aim or clauses.subject_of_clause(page, index, start) else None
    if is_finite(page, start, end) or predicated(page, start, end):
        return start, end
    if _by_verb(page, start, end, takes):
        return start, end
    wordy = clauses.is_clause(page, start, end)
    return (start, end) if clauses.complement(page, index, (start, end), not wordy) else None


def _by_verb(page: Page, start: int, end: int, takes: frozenset[str]) -> bool:
    """Whether the cue's own nature makes a clause of what follows it."""
    if "any" in takes and end - start >= LEAST and page.words[start] not in _MENTIONED:
        return True
    if "self" in takes and (page.tokens[start].upos == "ADJ" or page.is_verb(start)):
        return True
    if page.words[start] in ("adanya", "apakah"):
        return True
    return page.words[start] == "banyak" and "yang" in page.words[start:end]
