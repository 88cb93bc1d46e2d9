"""Indirect speech: *bahwa*, "X menilai P", "menurut X, P", "P, kata X", "menyebut A sebagai B"."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.statements import clauses, inverted, phrases
from saksama.statements.content import CONDITIONS, content
from saksama.statements.found import Found, make
from saksama.statements.page import Page
from saksama.statements.speakers import Speaker

_AGENT = 12  # words of an agent before its bahwa


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
            one = inverted.find(page, index)
        elif verb := page.verb(index, "passive"):
            one = _told_by(page, index) or (_passive(page, index) if "sebagai" in verb.takes else None)
        if one and not _is_first_person(page, one):
            found.append(one)
    return found


def _is_first_person(page: Page, one: Found) -> bool:
    """In a quotation "kami menegaskan bahwa" is the quotation's own speech, outside it nobody's."""
    persons = page.speech.words["first_person"]
    return any(not persons.isdisjoint(page.text[s.start : s.end].lower().split()) for s in one.speakers)


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
    lead = _condition(page, index)
    token = page.tokens[index]
    return make(page, (token.start, token.end), words if lead is None else (lead, words[1]), speakers)


def _condition(page: Page, index: int) -> int | None:
    """Where "Jika Q, X mengatakan, P" begins: P alone would say another thing."""
    first, limit = page.bounds(index)
    if index + 1 >= limit or page.words[index + 1] != ",":
        return None
    comma = next((at for at in range(index - 1, first, -1) if page.words[at] == ","), first)
    for at in range(first, comma):
        if page.words[at] in CONDITIONS and (at == first or page.words[at - 1] == ","):
            return at
    return None


def _told_by(page: Page, index: int) -> Found | None:
    """The form "Disebutkan X bahwa P", which opens a sentence."""
    first, limit = page.bounds(index)
    at = index + 1 + (index + 1 < limit and page.words[index + 1] == "oleh")
    that = next((i for i in range(at + 1, min(limit - 1, at + _AGENT)) if page.words[i] == "bahwa"), None)
    if index != first or that is None:
        return None
    token = page.tokens[index]
    words = (that + 1, clauses.end_of(page, that + 1, limit))
    return make(page, (token.start, token.end), words, phrases.after(page, at, that))


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
