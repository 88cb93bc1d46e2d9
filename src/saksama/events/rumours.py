"""What a video, a post or a rumour is said to tell, for which nobody vouches; headlines that debunk it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from saksama.events.scene import Page, Scene
from saksama.language.wordlists import words

_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
_THAT = frozenset({"bahwa", "jika", "kalau", "apabila"})
_REACH = 10  # tokens between the noun and what it tells
_LONGEST = 800  # characters of a quotation
_SENTENCES = 4  # sentences of a quotation
_CHANNEL = 2  # tokens from a preposition to what somebody speaks through


class Rumours(NamedTuple):
    """The lists of ``status.yaml`` about claims: see the comments there."""

    claims: frozenset[str]
    bare_claims: frozenset[str]
    claim_links: frozenset[str]
    claim_verbs: frozenset[str]
    confirming: frozenset[str]
    denying: frozenset[str]
    channels: frozenset[str]
    verdicts: frozenset[str]


@cache
def rumours(language: str = "id") -> Rumours:
    """Load and check the lists once. Raises `DataError` where one is missing."""
    return Rumours(*(words(language, "status", name) for name in Rumours._fields))


def is_rumoured(scene: Scene, index: int) -> bool:
    """Whether the token stands in what a claim, a post or a video is said to tell."""
    start, number = scene.tokens[index].start, scene.sentence.index
    if any(first < start < last for first, last in _quoted_claims(scene.page, number)):
        return True
    return not rumours().claims.isdisjoint(scene.low[:index]) and _in_clause(scene, index)


def is_debunked(page: Page) -> bool:
    """Whether the headline opens with a verdict: "[HOAKS] …", "Cek Fakta: …"."""
    low = next((low for s, low in zip(page.reading.sentences, page.low, strict=True) if s.is_title), [])
    head = [word for word in low[:4] if word not in ("[", "(", "]", ")")]
    if head[:2] == ["cek", "fakta"] or head[:1] == ["cekfakta"]:
        return True
    marked = low[:1] in (["["], ["("]) or (len(low) > 1 and low[1] in (":", "!"))
    first = "".join(low[:1]).strip("[]()") if not marked else "".join(head[:1])
    return first in rumours().verdicts and (marked or low[0] != first)


def _quoted_claims(page: Page, last: int) -> Iterator[tuple[int, int]]:
    """Characters of the quotations behind "video", "klaim", in a sentence and the few before it."""
    for number in range(max(0, last - _SENTENCES), last + 1):
        if rumours().claims.isdisjoint(page.low[number]):
            continue
        for at in _openings(page, number):
            if _announced(page, number, at):
                yield page.reading.sentences[number].tokens[at].start, _closes(page, number, at)


def _openings(page: Page, number: int) -> Iterator[int]:
    """The marks of a sentence that open a quotation: a straight one closes where the next one stands."""
    open_until = -1
    for at, token in enumerate(page.reading.sentences[number].tokens):
        if token.text in _MARKS and token.start >= open_until:
            open_until = _closes(page, number, at) + 1
            yield at


def _closes(page: Page, number: int, at: int) -> int:
    """Where the quotation ends that opens at a token; where it is not closed, with its sentence."""
    text, sentence = page.reading.article.text, page.reading.sentences[number]
    token = sentence.tokens[at]
    stop = text.find(_MARKS[token.text], token.end, token.end + _LONGEST)
    return sentence.end if stop < 0 or "\n" in text[token.end : stop] else stop


def _announced(page: Page, number: int, at: int) -> bool:
    """Whether a claim stands before a mark, with nobody in between who speaks for himself."""
    low, tokens, lists = page.low[number], page.reading.sentences[number].tokens, rumours()
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = low[index]
        if word in lists.claims:
            return _unvouched(low, index, at)
        if word in lists.claim_links or word in lists.claim_verbs or word in _THAT:
            continue
        if tokens[index].upos in ("VERB", "PRON") or (tokens[index].upos == "PUNCT" and word != ":"):
            return False
    return False


def _in_clause(scene: Scene, index: int) -> bool:
    """Whether the clause around a token hangs on a claim: "kabar bahwa …", "unggahan yang menyebut …"."""
    lists = rumours()
    told = False
    for at in range(index - 1, -1, -1):
        word = scene.low[at]
        if word in lists.claims and (told or word in lists.bare_claims):
            return _unvouched(scene.low, at, index)
        if word in _THAT or word in lists.claim_verbs:
            told = True
        elif scene.ends(at) or word in (",", "yang"):
            if word != "yang" or not told:
                return False
        elif told and word not in lists.claim_links:
            return False
    return False


def _unvouched(low: Sequence[str], noun: int, until: int) -> bool:
    """Not "membenarkan kabar bahwa …", not "Trump lewat unggahan mengatakan …": there somebody vouches."""
    lists = rumours()
    before = low[max(0, noun - 3) : noun]
    if not lists.confirming.isdisjoint(before) and lists.denying.isdisjoint(before):
        return False
    if before[-1:] == ["surat"]:
        return False
    channel = not lists.channels.isdisjoint(before[-_CHANNEL:])
    return not (channel and any(w in lists.claim_verbs and w.startswith("me") for w in low[noun:until]))
