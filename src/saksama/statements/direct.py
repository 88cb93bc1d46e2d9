"""Direct speech: quotations whose cue stands behind, before or inside, or that go on from one."""

from __future__ import annotations

from saksama.statements import phrases
from saksama.statements.found import Found
from saksama.statements.page import Page
from saksama.statements.quotes import Quote
from saksama.statements.speakers import Speaker

_NAMELIKE = ("PROPN", "NOUN", "PRON", "NUM", "DET", "X", "ADJ")
_LEAD = 25  # words between a cue and the quotation that it announces
_SKIP = frozenset({",", ".", "demikian", "begitu"})
_WHOLE = 3  # words of a quotation that may stand alone


def find_direct(page: Page) -> list[Found]:
    """Every quotation that is somebody's whole speech; those without a cue have no speaker yet."""
    found: list[Found] = []
    joined: Quote | None = None
    for number, quote in enumerate(page.quotes):
        if joined is not None and quote.left < joined.right:
            continue
        following = page.quotes[number + 1] if number + 1 < len(page.quotes) else None
        one = _after(page, quote) or _before(page, quote) or _alone(page, quote)
        if one is None:
            continue
        if following and one.cue and one.cue[0] > quote.end and _goes_on(page, one, following):
            one = Found(one.start, following.end, True, one.cue, one.speakers, one.sentence)
            joined = following
        found.append(one)
    return found


def _found(page: Page, quote: Quote, cue: tuple[int, int] | None, speakers: tuple[Speaker, ...]) -> Found:
    index = min(page.index_at(quote.start), len(page.tokens) - 1)
    return Found(quote.start, quote.end, True, cue, speakers, page.owner[index])


def _goes_on(page: Page, one: Found, following: Quote) -> bool:
    """Whether a cue stands inside: "“Kami siap,” kata X, “dan tidak akan mundur.”"."""
    between = page.text[one.last : following.left] if following.left > one.last else ""
    return 0 < len(between) < 100 and between.rstrip().endswith(",") and not set(between) & set(".!?\n:;")


def _after(page: Page, quote: Quote) -> Found | None:
    """The cue behind: "…,” kata X", "…,” ujarnya", "…,” ia menambahkan", "…,” menurut X"."""
    index = page.index_at(quote.right)
    while index < len(page.words) and page.words[index] in _SKIP and page.inverted(index) is None:
        index += 1
    if index >= len(page.words) or not page.same_paragraph(quote.right, page.starts[index]):
        return None
    token, limit = page.tokens[index], page.bounds(index)[1]
    own = page.inverted(index)
    if own is None:
        return _subject_then_cue(page, quote, index, limit) if _waits(page, quote) else None
    clear = own or _ends_openly(page, quote) or page.words[index] in page.speech.words["unmistakable"]
    if not clear or not (own or _can_speak(page, index + 1, limit)):
        return None
    speakers = phrases.of_inverted(page, index, own, limit)
    end = token.end - 3 if own else token.end
    return _found(page, quote, (token.start, end), speakers) if speakers else None


def _can_speak(page: Page, index: int, limit: int) -> bool:
    """Whether a speaker begins here; the tagger takes many a rare name for a verb."""
    if index >= limit or page.words[index] == "itu":
        return False
    return page.tokens[index].upos in _NAMELIKE or page.tokens[index].text[0].isupper()


def _waits(page: Page, quote: Quote) -> bool:
    """Whether the sentence goes on behind the quotation: a comma, or an "!" or "?" within it."""
    return "," in page.text[quote.end : quote.right + 1] or page.text[quote.end - 1] in "!?"


def _ends_openly(page: Page, quote: Quote) -> bool:
    """Whether the quotation ends as one that a cue follows: with a comma or as a sentence."""
    return _waits(page, quote) or page.text[quote.end - 1] == "."


def _subject_then_cue(page: Page, quote: Quote, index: int, limit: int) -> Found | None:
    for at in range(index + 1, min(index + 10, limit)):
        if page.words[at] in (",", ".", "yang"):
            return None
        if page.verb(at, "active"):
            speakers = phrases.before(page, at)
            token = page.tokens[at]
            inside = speakers and speakers[0].start >= quote.right and not page.blocked(at)
            return _found(page, quote, (token.start, token.end), speakers) if inside else None
    return None


def _before(page: Page, quote: Quote) -> Found | None:
    """The cue before: "X mengatakan, “…”", "X menulis di Y: “…”", "X mengatakan bahwa “…”"."""
    index = page.index_at(quote.left) - 1
    if index < 0 or not page.same_paragraph(page.tokens[index].end, quote.left):
        return None
    first = page.bounds(index)[0]
    mark = page.words[index]
    if mark in (":", ","):
        at = _announcing(page, index - 1, first, anywhere=mark == ":")
    else:
        at = index - 1 if mark == "bahwa" else index
        at = at if at >= first and page.verb(at, "active") and _is_whole(page, quote) else None
    if at is None or page.blocked(at) or (page.quote_at(page.starts[at]) not in (None, quote)):
        return None
    speakers = phrases.before(page, at)
    token = page.tokens[at]
    return _found(page, quote, (token.start, token.end), speakers) if speakers else None


def _announcing(page: Page, index: int, first: int, anywhere: bool) -> int | None:
    """The active cue that announces a quotation; before a comma, nothing but a phrase lies between."""
    for at in range(index, max(first, index - _LEAD) - 1, -1):
        if page.verb(at, "active"):
            return at
        ends = page.words[at] in (".", "!", "?", ";")
        if ends or (not anywhere and (page.is_verb(at) or page.words[at] in ("bahwa", "yang"))):
            return None
    return None


def _is_whole(page: Page, quote: Quote) -> bool:
    """Whether nothing of the clause follows the closing mark."""
    rest = page.text[quote.right : quote.right + 2].strip()
    inner = page.text[quote.end - 1 : quote.right]
    return not rest or rest[0] in ".,;!?" or inner[0] in ".!?"


def _alone(page: Page, quote: Quote) -> Found | None:
    """A sentence or more in marks, with nothing around it: it may go on from a speech before."""
    inner = page.text[quote.start : quote.end]
    before = page.text[max(0, quote.left - 3) : quote.left].rstrip(" ")
    behind = page.text[quote.right : quote.right + 3].lstrip(" ")
    opens = not before or before[-1] in '\n.!?”"'
    closed = inner[-1:] in tuple(".!?…") or behind[:1] == "."
    ends = not behind or behind[0] in "\n." or behind[0].isupper() or behind[0] in '“"'
    if opens and closed and ends and inner.count(" ") >= _WHOLE - 1 and inner[0].isupper():
        return _found(page, quote, None, ())
    return None
