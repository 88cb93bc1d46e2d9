"""Speakers who are told by what they are: "kata mantan ketua DPR itu", "ujar sang duta", "kata presiden"."""

from __future__ import annotations

from dataclasses import replace

from saksama.statements.found import Found, outermost
from saksama.statements.named import holder
from saksama.statements.page import Page
from saksama.statements.speakers import Speaker

_THIS = frozenset({"itu", "ini", "tersebut"})
_OFFICES = frozenset({"presiden", "wapres", "menlu", "menhan"})
_ALONE = _OFFICES | {"pria", "wanita", "perempuan"}  # may stand alone for one already named
_HEADS = (["kepala", "negara"], ["kepala", "pemerintahan"])
_BACK = 3  # sentences to look back for the person meant
_PRESENT = "an office whose holder nobody names"


def named_before(page: Page, one: Found, speaker: Speaker, kept: list[Found]) -> Speaker:
    """The person whom a description takes up again, where the speech or the sentences before show one."""
    if speaker.pronoun or not _takes_up(page, speaker):
        return speaker
    if page.text[speaker.start : speaker.end].lower() in _OFFICES:
        actor = holder(page, [page.text[speaker.start : speaker.end].lower()], speaker.start)
    else:
        last, near = last_person(page, kept), _near(page, one.sentence)
        actor = last if last in near or len(set(near)) != 1 else near[0]
    return replace(speaker, actor=actor, reason="description: the person before") if actor else speaker


def _takes_up(page: Page, speaker: Speaker) -> bool:
    """Whether the phrase is one person's description that points back: "pria itu", "sang duta"."""
    first, last = page.index_at(speaker.start), page.index_at(speaker.end)
    words = page.words[first:last]
    if words in _HEADS:
        return True
    if not words or (speaker.actor and _PRESENT not in speaker.reason):
        return False
    if words[0] == "sang":
        return True
    ends = words[-1] in _THIS or page.words[last : last + 1] in (["itu"], ["tersebut"])
    alone = len(words) == 1 and words[0] in _ALONE
    return words[0] in page.speech.words["persons"] and (ends or alone)


def last_person(page: Page, kept: list[Found]) -> str | None:
    """The last speaker who is a person."""
    for old in reversed(outermost(kept)):
        for speaker in old.speakers:
            if speaker.actor and len(old.speakers) == 1 and is_person(page, speaker):
                return speaker.actor
    return None


def is_person(page: Page, speaker: Speaker) -> bool:
    mention = page.mentions.at(speaker.start, speaker.end)
    return mention is not None and (mention.label in ("PER", "PRO") or speaker.pronoun)


def _near(page: Page, sentence: int) -> list[str]:
    """The people named in the last sentence before this one that names any."""
    for place in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        told = page.sentences[place]
        found = [
            m.actor
            for m in page.mentions.within(told.start, told.end)
            if m.label in ("PER", "PRO") and m.actor
        ]
        if found:
            return found
    return []
