"""Whether a pronoun's person is only what the last speaker talks about: then that speaker goes on."""

from __future__ import annotations

from saksama.records import Mention
from saksama.statements.found import Found, outermost
from saksama.statements.page import Page
from saksama.statements.speakers import Speaker

_ONE = frozenset({"nya", "dia", "ia", "beliau"})
_BACK = 4  # sentences back to the last speech
_NEAR = 2  # sentences back to a person introduced
_CHAIN = 5  # statements of one speaker to look at
_REACH = 6  # words between a name and what it does with words


def talked_about(page: Page, one: Found, speaker: Speaker, kept: list[Found]) -> Found | None:
    """The speech that goes on where the pronoun's person was named in it and has not spoken since."""
    word = page.text[speaker.start : speaker.end].lower()
    if word not in _ONE or not speaker.actor or "right before" in speaker.reason:
        return None
    chain = _chain(page, one, kept)
    if not chain or chain[0].speakers[0].actor == speaker.actor:
        return None
    cue = page.words[page.index_at(one.cue[0])].removesuffix("nya") if one.cue else ""
    said = [(old.start, old.end) for old in chain]
    named = [m for m in page.mentions.within(chain[-1].start, speaker.start) if m.actor == speaker.actor]
    inside = [m for m in named if any(start <= m.start < end for start, end in said)]
    own = [m for m in named if one.start <= m.start < one.end]
    outside = [m for m in named if m not in inside and m not in own]
    goes_on = inside or (named and cue in page.speech.words["continuing"])
    return chain[0] if goes_on and not any(_speaks(page, m) for m in outside) else None


def _chain(page: Page, one: Found, kept: list[Found]) -> list[Found]:
    """The last statements of one speaker, the latest first, if the latest is near."""
    before = [old for old in reversed(outermost(kept)) if old.last <= one.start]
    if not before or page.sentences[before[0].sentence].is_title:
        return []
    last = page.owner[min(page.index_at(before[0].last - 1), len(page.owner) - 1)]
    if one.sentence - last > _BACK or len(before[0].speakers) > 1 or not before[0].speakers[0].actor:
        return []
    chain: list[Found] = []
    for old in before[:_CHAIN]:
        if len(old.speakers) != 1 or old.speakers[0].actor != before[0].speakers[0].actor:
            break
        chain.append(old)
    return chain


def _speaks(page: Page, mention: Mention) -> bool:
    """Whether the person does something with words right behind the name: "X mengecam …"."""
    index = page.index_at(mention.end)
    lists = page.speech.words
    for at in range(index, min(index + _REACH, len(page.words))):
        word = page.words[at]
        if word in (".", "!", "?") or page.owner[at] != page.owner[index]:
            return False
        if word in lists["attitudes"] or page.verb(at, "active"):
            return True
    return False


def introduced(page: Page, one: Found) -> str | None:
    """The one person with whom the last sentence that names anybody begins: "Dewi, nakhoda, menyambut …"."""
    for place in range(one.sentence - 1, max(-1, one.sentence - 1 - _NEAR), -1):
        told = page.sentences[place]
        named = [m for m in page.mentions.within(told.start, told.end) if m.label == "PER" and m.actor]
        if named:
            first = page.index_at(named[0].start) - page.first[place]
            return named[0].actor if first <= 1 and len({m.actor for m in named}) == 1 else None
    return None
