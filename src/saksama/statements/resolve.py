"""From what the finders found to statements with speakers: pronouns, quotations without a cue."""

from __future__ import annotations

from dataclasses import replace

from saksama.statements.described import is_person, last_person, named_before
from saksama.statements.found import Found
from saksama.statements.page import Page
from saksama.statements.speakers import Speaker
from saksama.statements.topics import introduced, talked_about

_NYA = 3  # letters of the clitic
_PERSONAL = frozenset({"dia", "ia", "beliau"})
_REACH = 3  # sentences back to the speaker for whom an unresolved -nya stands


def resolved(page: Page, found: list[Found]) -> list[Found]:
    """In text order, each content once; what has no speaker takes that of the speech before, or falls."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end, not f.direct)):
        if kept and _same(kept[-1], one):
            continue
        speakers = _speakers(page, one, kept)
        if speakers and not (one.direct and not one.cue and _ran_on(page, one, kept)):
            kept.append(replace(one, speakers=speakers))
    return kept


def _ran_on(page: Page, one: Found, kept: list[Found]) -> bool:
    """Makes one statement of "“P,” kata X. “Q.”": what is said around a cue is whole."""
    before = _right_before(page, one, kept)
    if before is None or not before.direct or not before.cue or before.cue[0] < before.end:
        return False
    if not page.same_paragraph(before.cue[0], one.start):
        return False
    kept[kept.index(before)] = replace(before, end=one.end)
    return True


def _same(old: Found, new: Found) -> bool:
    """Whether two finders saw one statement: the same span, up to its marks."""
    return abs(old.start - new.start) <= 2 and abs(old.end - new.end) <= 2


def _speakers(page: Page, one: Found, kept: list[Found]) -> tuple[Speaker, ...]:
    if not one.speakers:
        before = _right_before(page, one, kept)
        return (
            tuple(replace(s, reason="same speaker as the speech before") for s in before.speakers)
            if before
            else ()
        )
    return tuple(_filled(page, speaker, one, kept) for speaker in one.speakers)


def _right_before(page: Page, one: Found, kept: list[Found]) -> Found | None:
    """The statement whose sentence ends where this one begins, with nothing told in between."""
    for old in reversed(kept):
        if old.start > one.start or (old.start <= one.start and one.end <= old.end):
            continue
        last = page.index_at(old.last - 1)
        end = page.sentences[page.owner[min(last, len(page.owner) - 1)]].end
        gap = page.text[min(end, one.start) : one.start]
        return old if not gap.strip(" \t\n\"“”'‘’.") and gap.count("\n") <= 2 else None
    return None


def _close_before(page: Page, one: Found, kept: list[Found]) -> Found | None:
    """The last statement outside this one, if it ends in the sentence before."""
    old = next((old for old in reversed(kept) if old.last <= one.start), None)
    if old is None:
        return None
    last = page.owner[min(page.index_at(old.last - 1), len(page.owner) - 1)]
    return old if one.sentence - last <= 1 else None


def _another(page: Page, speaker: Speaker, one: Found, before: Found) -> bool:
    """Whether the person found spoke farther back, or is only told of in the speech right before."""
    last = before.speakers[0]
    if len(before.speakers) > 1 or last.actor in (None, speaker.actor):
        return False
    between = page.mentions.within(page.sentences[before.sentence].start, speaker.end - _NYA)
    said = ((before.start, before.end), (one.start, one.end))
    outside = (m for m in between if not any(start <= m.start < end for start, end in said))
    return all(mention.actor != speaker.actor for mention in outside)


def _filled(page: Page, speaker: Speaker, one: Found, kept: list[Found]) -> Speaker:
    """A description or a pronoun with the person for whom it stands, where the speech around tells it."""
    if not speaker.pronoun:
        return named_before(page, one, speaker, kept)
    if before := _right_on(page, speaker, one, kept):
        return replace(speaker, actor=before.speakers[0].actor, reason="pronoun: the speaker right before")
    if _no_person(page, speaker, speaker.actor) and (person := last_person(page, _near(one, kept))):
        return replace(speaker, actor=person, reason="pronoun: the last person who spoke")
    if topic := talked_about(page, one, speaker, kept):
        return replace(speaker, actor=topic.speakers[0].actor, reason="pronoun: the speaker goes on")
    return speaker if speaker.actor else _last(page, speaker, one, kept)


def _no_person(page: Page, speaker: Speaker, actor: str | None) -> bool:
    """Whether a "dia" would stand for a body or a state."""
    if page.text[speaker.start : speaker.end].lower() not in _PERSONAL or not actor:
        return False
    return all(m.actor != actor for m in page.reading.mentions if m.label == "PER")


def _near(one: Found, kept: list[Found]) -> list[Found]:
    return [old for old in kept if one.sentence - old.sentence <= 2 * _REACH]


def _right_on(page: Page, speaker: Speaker, one: Found, kept: list[Found]) -> Found | None:
    """The speech right before that a *-nya* goes on from; one pronoun left open tells nothing of another."""
    if speaker.end - speaker.start != _NYA:
        return None
    before = _close_before(page, one, kept)
    if before is None or len(before.speakers) > 1:
        return None
    if before.speakers[0].pronoun and not before.speakers[0].actor:
        return None
    if _no_person(page, speaker, before.speakers[0].actor):
        return None
    farther = "last speaker" in speaker.reason and not _another(page, speaker, one, before)
    return None if farther else before


def _last(page: Page, speaker: Speaker, one: Found, kept: list[Found]) -> Speaker:
    """A pronoun left open with the last speaker, if that goes on; "mereka" is no single person."""
    many = page.text[speaker.start : speaker.end].lower() == "mereka"
    if not many and (name := introduced(page, one)):
        return replace(speaker, actor=name, reason="pronoun: the person whom the sentences before introduce")
    old = next((old for old in reversed(kept) if len(old.speakers) == 1 and old.speakers[0].actor), None)
    if old is None or (many and is_person(page, old.speakers[0])) or not _goes_on(page, one, old, speaker):
        return speaker
    return replace(speaker, actor=old.speakers[0].actor, reason="pronoun: the speaker before")


def _goes_on(page: Page, one: Found, old: Found, speaker: Speaker) -> bool:
    """Whether a pronoun left open is the last speaker: near, by its cue, or with nobody named since."""
    if 0 <= one.sentence - old.sentence <= _REACH:
        return True
    cue = page.words[page.index_at(one.cue[0])].removesuffix("nya") if one.cue else ""
    if cue in page.speech.words["continuing"]:
        return True
    since = page.mentions.within(old.last, speaker.start)
    return all(m.label != "PER" or m.actor == old.speakers[0].actor for m in since)
