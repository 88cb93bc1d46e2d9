"""Speech in headlines: "X: P", "X soal Y: P", "X Sebut P"."""

from __future__ import annotations

from saksama.statements import clauses
from saksama.statements.found import Found, make
from saksama.statements.page import Page
from saksama.statements.speakers import Speaker, in_phrase

_ABOUT = frozenset({"soal", "tentang", "terkait", "tanggapi", "respons", "mengenai"})
_LONGEST = 10  # words of the speaker's phrase


def find_headlines(page: Page) -> list[Found]:
    """The statements of the headline, if it holds one."""
    found: list[Found] = []
    for place, sentence in enumerate(page.sentences):
        if sentence.is_title:
            first, last = page.sentence_words(place)
            one = _colon(page, first, last) or _verb(page, first, last)
            found += [one] if one else []
    return found


def _colon(page: Page, first: int, last: int) -> Found | None:
    """The form "X: P", with nothing but X, its title, or "X soal Y" before the colon."""
    colon = next((i for i in range(first, last) if page.words[i] == ":"), None)
    if colon is None or not 1 <= colon - first <= _LONGEST or last - colon <= 2:
        return None
    end = next((i for i in range(first, colon) if page.words[i] in _ABOUT), colon)
    begin = next((i + 1 for i in range(end - 1, first, -1) if page.words[i] == ","), first)
    speakers = _known(page, begin, end)
    token = page.tokens[colon]
    return make(page, (token.start, token.end), (colon + 1, last), speakers) if speakers else None


def _known(page: Page, first: int, last: int) -> tuple[Speaker, ...]:
    """Only people, states and organisations known by name speak before a colon, and fill the phrase."""
    if first >= last:
        return ()
    if page.mentions.at(page.tokens[first].start, page.tokens[first].end) is None:
        return ()
    speakers = in_phrase(page, first, last, "before the colon of the headline")
    end = page.tokens[last - 1].end
    ends = [s.end for s in speakers]
    if not speakers or max(ends) != end or any(s.actor is None for s in speakers):
        return ()
    return speakers


def _verb(page: Page, first: int, last: int) -> Found | None:
    """A telegraphic cue behind a known speaker, a clause after it: "X Sebut P", "X Tegaskan P"."""
    for index in range(first + 1, min(last, first + _LONGEST)):
        verb = page.verb(index, "short", "active")
        if page.words[index] in (",", ":", "?", '"', "“"):
            return None
        if verb is None or page.blocked(index) or page.words[index - 1] == "yang":
            continue
        start = index + 2 if index + 1 < last and page.words[index + 1] in ("bahwa", ",", ":") else index + 1
        speakers = in_phrase(page, first, index, "subject of the headline's cue")
        if not speakers or any(s.actor is None for s in speakers) or start >= last:
            return None
        if verb.lemma != "sebut" and not _is_report(page, start, last):
            return None
        token = page.tokens[index]
        return make(page, (token.start, token.end), (start, last), speakers)
    return None


def _is_report(page: Page, start: int, last: int) -> bool:
    """A clause follows, not "Ungkap Alasan …", "Tegaskan Komitmen …"."""
    finite = any(page.words[i] in page.speech.words["finite"] for i in range(start, last))
    return finite and clauses.is_clause(page, start, last)
