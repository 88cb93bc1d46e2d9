"""Who said what, by speaker; the same words in a copy are one saying with two sources."""

from __future__ import annotations

import re

from saksama.account.clean import line
from saksama.account.marks import Mark, Marks
from saksama.account.names import Names
from saksama.account.view import Saying, Voice
from saksama.account.words import Words
from saksama.records import Account, Statement, TitleClaim

_SHORT = re.compile(r"\s*\([^()]{1,20}\)")  # "Perserikatan Bangsa-Bangsa (PBB)"
_SHORTEST = 4  # letters of a noun phrase that names a speaker; "nya", "ia" and "dia" are shorter


def voices(account: Account, marks: Marks, names: Names, words: Words) -> tuple[Voice, ...]:
    """All speakers, those with the most sayings first, then in the order in which they speak."""
    roles = _roles(account, names, words)
    pronouns = {(m.article, m.start) for m in account.mentions if m.label == "PRO"}
    said: dict[str, dict[str, Saying]] = {}
    spoke: dict[str, str] = {}
    for statement in account.statements:
        name = _speaker(statement, names, words, pronouns)
        role = roles.get((statement.article, statement.speaker or ""))
        spoke[name] = spoke.get(name) or role or names.home(statement.speaker or "")
        sayings = said.setdefault(name, {})
        saying = _saying(statement, marks, words)
        key = saying.text.casefold()
        sayings[key] = _again(sayings[key], saying) if key in sayings else saying
    nobody = words.say("unknown_speaker")
    ordered = sorted(said, key=lambda name: (name == nobody, -len(said[name])))
    return tuple(Voice(name, spoke[name], tuple(said[name].values())) for name in ordered)


def _speaker(statement: Statement, names: Names, words: Words, pronouns: set[tuple[str, int]]) -> str:
    """The speaker's name, else the words that name one; a pronoun that leads nowhere names nobody."""
    if statement.speaker:
        return names.of(statement.speaker)
    written = statement.speaker_text
    if written is None or (written.article, written.start) in pronouns or len(written.text) < _SHORTEST:
        return words.say("unknown_speaker")
    return line(written.text)


def _roles(account: Account, names: Names, words: Words) -> dict[tuple[str, str], str]:
    """What an article calls a person that holds an office now: article and person to the title."""
    roles: dict[tuple[str, str], str] = {}
    for reading in account.readings:
        called = {(mention.actor, mention.text) for mention in reading.mentions}
        for claim in reading.titles:
            if not claim.excused and (claim.article, claim.person) not in roles:
                title = _title(claim, words)
                state = names.of(claim.for_) if claim.for_ else ""
                whose = any(actor == claim.for_ and text in title for actor, text in called)
                behind = "" if whose or state in title else f", {state}"
                roles[claim.article, claim.person] = title + behind
    return roles


def _title(claim: TitleClaim, words: Words) -> str:
    """The title in the text's own words, without its abbreviation; in another language the office's name."""
    if words.language == "en":
        from saksama.actors.knowledge import load

        for office in load().offices_of(claim.person):
            if (office.role, office.for_) == (claim.role, claim.for_):
                return line(office.title)
    return line(_SHORT.sub("", claim.title))


def _saying(statement: Statement, marks: Marks, words: Words) -> Saying:
    return Saying(
        id=statement.id,
        text=line(statement.content.text),
        direct=statement.direct,
        via=words.say("via", via=line(statement.via)) if statement.via else "",
        marks=(marks.of(statement.content),),
    )


def _again(first: Saying, other: Saying) -> Saying:
    found: dict[str, Mark] = {mark.label: mark for mark in (*first.marks, *other.marks)}
    via = first.via or other.via
    return Saying(first.id, first.text, first.direct or other.direct, via, tuple(found.values()))
