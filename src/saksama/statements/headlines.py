"""Speech in headlines: "X: P", "X soal Y: P", "X Puji Y: P", "X Sebut P", "Kata X, P"."""

from __future__ import annotations

from saksama.statements import clauses, inverted
from saksama.statements.found import Found, make
from saksama.statements.named import in_headline
from saksama.statements.page import Page
from saksama.statements.speakers import Speaker, in_phrase

_ABOUT = frozenset({"soal", "tentang", "terkait", "tanggapi", "respons", "mengenai"})
_SURE = frozenset(
    {"sebut", "aku", "nilai", "klaim", "yakin", "kata", "bilang"}
)  # what follows is what is said
_SAID = frozenset({"kata", "ujar", "menurut"})
_TURNS = frozenset({"begini", "ini", "apa", "kenapa", "siapa", "simak"})
_LONGEST = 10  # words of the speaker's phrase
_LEAST = 3  # words of what a headline's cue reports
_BEFORE = "before the colon of the headline"


def find_headlines(page: Page) -> list[Found]:
    """The statements of the headline, if it holds one."""
    found: list[Found] = []
    for place, sentence in enumerate(page.sentences):
        if sentence.is_title:
            first, last = page.sentence_words(place)
            one = _verb(page, first, last) or _colon(page, first, last) or _inverted(page, first, last)
            found += [one] if one else []
    return found


def _colon(page: Page, first: int, last: int) -> Found | None:
    """The form "X: P", with X, its title, "X soal Y" or "X Puji Y" before the colon."""
    colon = next((i for i in range(first, last) if page.words[i] == ":"), None)
    if colon is None or last - colon <= 2:
        return None
    begin = next((i + 1 for i in range(colon - 1, first, -1) if page.words[i] == ","), first)
    end = next((i for i in range(begin + 1, colon) if page.words[i] in _ABOUT), colon)
    speakers = _known(page, begin, end) if end - begin <= _LONGEST else ()
    speakers = speakers or _acting(page, begin, colon)
    token = page.tokens[colon]
    return make(page, (token.start, token.end), (colon + 1, last), speakers) if speakers else None


def _known(page: Page, first: int, last: int) -> tuple[Speaker, ...]:
    """People, states and bodies known by name, or told by an office, that fill the phrase."""
    if first >= last:
        return ()
    whole = in_headline(page, first, last, _BEFORE)
    if whole:
        return (whole,)
    if page.mentions.at(page.tokens[first].start, page.tokens[first].end) is None:
        return ()
    speakers = in_phrase(page, first, last, _BEFORE)
    ends = [s.end for s in speakers]
    if not speakers or max(ends) != page.tokens[last - 1].end or any(s.actor is None for s in speakers):
        return ()
    return speakers


def _acting(page: Page, first: int, colon: int) -> tuple[Speaker, ...]:
    """Who does something with words before the colon: "X Kritik Y: P", "Respons X soal Y: P"."""
    lists = page.speech.words
    start = first + (page.words[first] in lists["headline_nouns"])
    if start >= colon:
        return ()
    token = page.tokens[start]
    mention = page.mentions.at(token.start, token.end)
    if mention is None or mention.start != token.start or not mention.actor or mention.label == "PRO":
        return ()
    behind = page.index_at(mention.end)
    speaks = behind < colon and (
        page.words[behind] in lists["headline_verbs"] or page.verb(behind, "short", "after") is not None
    )
    if start == first and not speaks:
        return ()
    return (Speaker(mention.start, mention.end, mention.actor, f"{_BEFORE}; {mention.reason}"),)


def _verb(page: Page, first: int, last: int) -> Found | None:
    """A telegraphic cue behind a known speaker, a clause after it: "X Sebut P", "X Tegaskan P"."""
    begin = first
    for index in range(first + 1, last):
        if page.words[index] in (":", "?", '"', "“") or index - begin > _LONGEST:
            return None
        if page.words[index] == ",":
            begin = index + 1
        verb = page.verb(index, "short", "active")
        if verb is None or index <= begin or page.blocked(index) or page.words[index - 1] == "yang":
            continue
        start = index + 2 if index + 1 < last and page.words[index + 1] in ("bahwa", ",", ":") else index + 1
        whole = in_headline(page, begin, index, "subject of the headline's cue")
        speakers = (whole,) if whole else in_phrase(page, begin, index, "subject of the headline's cue")
        if not speakers or start >= last or (not whole and any(s.actor is None for s in speakers)):
            return None
        end = _end(page, start, last)
        if not _is_report(page, start, end, verb.lemma):
            return None
        token = page.tokens[index]
        return make(page, (token.start, token.end), (start, end), speakers)
    return None


def _end(page: Page, start: int, last: int) -> int:
    """Where the headline turns to something else: "…, Begini Alasannya", "…, Singgung X"."""
    for at in range(start + _LEAST, last - 1):
        word = page.words[at + 1]
        turns = word in _TURNS | page.speech.words["headline_verbs"] or page.verb(at + 1, "short") is not None
        if (page.words[at] == "," and turns) or (page.words[at] == ":" and last - at > _LEAST + 1):
            return at
    return last


def _is_report(page: Page, start: int, end: int, lemma: str) -> bool:
    """A clause follows, not "Ungkap Alasan …", "Tegaskan Komitmen …"."""
    if end - start < _LEAST - 1 or page.words[start].removesuffix("nya") in page.speech.words["topics"]:
        return False
    if lemma in _SURE:
        return lemma == "sebut" or end - start >= _LEAST
    if page.words[start + 1] == "yang":
        return False
    finite = any(page.words[i] in page.speech.words["finite"] for i in range(start, end))
    return clauses.rooted(page, start, end) or (finite and clauses.is_clause(page, start, end))


def _inverted(page: Page, first: int, last: int) -> Found | None:
    """The forms "Kata X, P" and "P, Kata X"."""
    for index in range(first, last):
        if page.words[index] in _SAID and (index == first or page.words[index - 1] == ","):
            return inverted.find(page, index)
    return None
