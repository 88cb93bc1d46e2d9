"""Indirect speech: *bahwa*, "X menilai P", "menurut X, P", "P, kata X", "menyebut A sebagai B"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from saksama.language.speech import Verb
from saksama.statements import clauses, phrases
from saksama.statements.found import Found, trimmed
from saksama.statements.page import Page
from saksama.statements.quotes import Quote
from saksama.statements.speakers import Speaker

_REACH = 22  # words of adjuncts between a cue and its bahwa
_LEAST = 3  # words of content
_MOST = 100  # more is a page whose sentences could not be told apart
_CONDITIONS = frozenset({"jika", "bila", "apabila", "kalau"})
_OPENING = frozenset({'"', "“", "”", "'", "‘", "«", "„"})


def find_indirect(page: Page, direct: Iterable[Found]) -> list[Found]:
    """All indirect statements; a cue that a direct one has used is not used again."""
    used = {one.cue[0] for one in direct if one.cue}
    found: list[Found] = []
    for index in page.cues():
        if page.starts[index] in used or page.sentences[page.owner[index]].is_title:
            continue
        one: Found | None = None
        if page.verb(index, "active"):
            one = _active(page, index)
        elif page.inverted(index) is not None:
            one = _inverted(page, index)
        elif (verb := page.verb(index, "passive")) and "sebagai" in verb.takes:
            one = _passive(page, index)
        if one and not _is_first_person(page, one):
            found.append(one)
    return found


def _is_first_person(page: Page, one: Found) -> bool:
    """In a quotation "kami menegaskan bahwa" is the quotation's own speech, outside it nobody's."""
    persons = page.speech.words["first_person"]
    return any(not persons.isdisjoint(page.text[s.start : s.end].lower().split()) for s in one.speakers)


def make(
    page: Page, cue: tuple[int, int], words: tuple[int, int], speakers: tuple[Speaker, ...]
) -> Found | None:
    """A statement out of the words of its content, whole in marks or not; None if nothing is left."""
    first, last = words
    if last - first < 1 or not speakers:
        return None
    start, end = trimmed(page, page.starts[first], page.tokens[last - 1].end)
    if start >= end:
        return None
    start, end, direct = _unquoted(page, start, end)
    if not direct and not 1 <= page.text.count(" ", start, end) <= _MOST:
        return None
    return Found(start, end, direct, cue, speakers, page.owner[first])


def _unquoted(page: Page, start: int, end: int) -> tuple[int, int, bool]:
    """Content that stands in marks as a whole is direct; its marks are no part of it."""
    quote: Quote | None = page.quote_at(start)
    if quote and quote.left == start and quote.right >= end:
        return quote.start, quote.end, True
    return start, end, False


def _active(page: Page, index: int) -> Found | None:
    verb = page.verb(index, "active")
    if verb is None or page.blocked(index):
        return None
    words = content(page, index, verb)
    if words is None:
        return None
    speakers = phrases.before(page, index)
    quote = page.quote_at(page.starts[index])
    if quote and any(s.pronoun or s.start < quote.left for s in speakers):
        return None
    token = page.tokens[index]
    return make(page, (token.start, token.end), words, speakers)


def content(page: Page, index: int, verb: Verb) -> tuple[int, int] | None:
    """The words of the clause that an active cue reports."""
    limit = page.bounds(index)[1]
    start = _after_bahwa(page, index + 1, limit) if "bahwa" in verb.takes else None
    if start is None and "comma" in verb.takes:
        start = _after_comma(page, index + 1, limit)
    if start is not None:
        return start, clauses.end_of(page, start, limit)
    if "sebagai" in verb.takes and (words := _as(page, index + 1, limit)):
        return words
    return _bare(page, index, limit) if "clause" in verb.takes else None


def _after_bahwa(page: Page, start: int, limit: int) -> int | None:
    for at in range(start, min(limit, start + _REACH)):
        word = page.words[at]
        if word == "bahwa":
            return at + 1 if at + 1 < limit else None
        if word in (".", ":", ";", "yang") or page.words[at] in _OPENING or page.verb(at, "active"):
            return None
        if page.is_verb(at) or word in page.speech.words["finite"]:
            return None
    return None


def _after_comma(page: Page, start: int, limit: int) -> int | None:
    """Behind "mengatakan," or "mengatakan kepada wartawan di Seoul,", where a clause begins."""
    if start >= limit:
        return None
    at = start
    if page.words[at] != ",":
        if page.words[at] not in page.speech.words["adjuncts"]:
            return None
        while at < min(limit, start + _REACH) and page.words[at] not in (",", ".", "bahwa", ":"):
            at += 1
        if clauses.is_clause(page, start, at):
            return None
    at = _past_insertions(page, at, limit)
    if at + _LEAST >= limit or page.words[at] != ",":
        return None
    at += page.words[at + 1] == "bahwa"
    end = clauses.end_of(page, at + 1, limit)
    return at + 1 if clauses.is_clause(page, at + 1, end) and page.words[at + 1] not in _OPENING else None


def _past_insertions(page: Page, at: int, limit: int) -> int:
    """From the first comma to the last one of an insertion: ", Senin (3/6)," and ", seperti dikutip AFP,"."""
    while at + 1 < limit and page.words[at] == ",":
        word = page.words[at + 1]
        inserted = word in page.speech.words["adjuncts"] or word in page.speech.carriers["always"]
        stop = next((i for i in range(at + 1, min(limit, at + 14)) if page.words[i] == ","), None)
        if not inserted or stop is None or clauses.is_clause(page, at + 1, stop):
            return at
        at = stop
    return at


def _as(page: Page, start: int, limit: int) -> tuple[int, int] | None:
    """The words of "A sebagai B" behind "menyebut", up to the next comma."""
    for at in range(start, min(limit, start + _REACH)):
        word = page.words[at]
        if word == "sebagai" and at > start:
            end = next((i for i in range(at + 1, limit) if page.words[i] in (",", ";")), limit)
            return start, min(end, clauses.end_of(page, start, limit))
        if word in (",", ".", ":", ";") or page.verb(at, "active"):
            return None
    return None


def _bare(page: Page, index: int, limit: int) -> tuple[int, int] | None:
    """A clause right behind the cue ("X menilai Y tidak …"): words must show it, or words and tree."""
    start = index + 1
    if (
        start >= limit
        or page.words[start] in (",", ":")
        or page.words[start].removesuffix("nya") in page.speech.words["topics"]
    ):
        return None
    end = clauses.end_of(page, start, limit)
    if clauses.is_finite(page, start, end) or clauses.predicated(page, start, end):
        return start, end
    wordy = clauses.is_clause(page, start, end)
    return (start, end) if clauses.complement(page, index, start, with_subject=not wordy) else None


def _inverted(page: Page, index: int) -> Found | None:
    """The forms "P, kata X", "N, kata X, V" and "Menurut X, P"."""
    first, limit = page.bounds(index)
    own = page.inverted(index)
    token = page.tokens[index]
    at_start = index == first or page.words[index - 1] in _OPENING
    if not at_start and page.words[index - 1] != ",":
        return None
    if not own and (index + 1 >= limit or page.words[index + 1] in page.speech.words["no_source"]):
        return None
    speakers = phrases.of_inverted(page, index, bool(own), limit)
    behind = index + 1 if own else phrases.end_after(page, index + 1, limit)
    cue = (token.start, token.end - 3 if own else token.end)
    according = page.words[index].removesuffix("nya") in page.speech.according
    if not according and not _unmistakable(page, index, bool(own) and not at_start):
        return None
    words = _said(page, (first, limit), (index, behind), at_start)
    return make(page, cue, words, speakers) if words else None


def _unmistakable(page: Page, index: int, own: bool) -> bool:
    """Whether a word is a cue: "jelas", "aku", "nilai" may be others, hardly with *-nya* or a name."""
    if own or page.words[index].removesuffix("nya") in page.speech.words["unmistakable"]:
        return True
    mention = page.mentions.at(page.tokens[index].end + 1, page.tokens[index].end + 2)
    return mention is not None and mention.label in ("PER", "PRO")


def _said(
    page: Page, sentence: tuple[int, int], cue: tuple[int, int], at_start: bool
) -> tuple[int, int] | None:
    """The content around a cue clause: behind it, before it, or both with the cue inside."""
    first, limit = sentence
    index, behind = cue
    comma = _comma(page, behind, limit, at_start)
    if at_start:
        if comma is None or comma + _LEAST >= limit:
            return None
        return comma + 1, clauses.end_of(page, comma + 1, limit)
    if page.quote_at(page.starts[index] - 2) or index - 1 - first < 1:
        return None
    left = (first, index - 1)
    if comma is not None and clauses.goes_on(page, left, (comma + 1, limit)):
        # "Indonesia, kata N, memutuskan …" stays whole, "Jika Q, kata N, P" too, for P alone would say
        # another thing; in "Namun, kata N, P" the clause is P.
        apart = clauses.opens(page, *left) and page.words[first] not in _CONDITIONS
        return (comma + 1, clauses.end_of(page, comma + 1, limit)) if apart else (first, limit)
    return left if clauses.is_clause(page, *left) else None


def _comma(page: Page, behind: int, limit: int, at_start: bool) -> int | None:
    """The comma that ends the cue clause; opening a sentence, it may hold a list with commas of its own."""
    commas = [i for i in range(behind, min(limit, behind + 20)) if page.words[i] == ","]
    for at, following in pairwise([*commas, limit]):
        listed = at + 1 < limit and page.words[at + 1] in ("dan", "serta")
        if not at_start or not (listed or (following - at <= 3 and following != limit)):
            return at
    return None


def _passive(page: Page, index: int) -> Found | None:
    """The form "A disebut X sebagai B": the agent speaks, the cue stands inside the content."""
    first, limit = page.bounds(index)
    at = index + 1 + (index + 1 < limit and page.words[index + 1] == "oleh")
    if at >= limit or page.blocked(index):
        return None
    mention = page.mentions.at(page.tokens[at].start, page.tokens[at].end)
    if mention is None or mention.start != page.tokens[at].start or mention.label == "NOM":
        return None
    behind = page.index_at(mention.end)
    if behind >= limit or page.words[behind] != "sebagai":
        return None
    end = next((i for i in range(behind, limit) if page.words[i] in (",", ";")), limit)
    token = page.tokens[index]
    speaker = Speaker(mention.start, mention.end, mention.actor, f"agent of the passive; {mention.reason}")
    return make(page, (token.start, token.end), (first, end), (speaker,))
