"""Who said what, by speaker; the same words in a copy are one saying with two sources."""

from __future__ import annotations

from saksama.account.clean import line
from saksama.account.marks import Mark, Marks
from saksama.account.names import Names
from saksama.account.view import Saying, Voice
from saksama.account.words import Words
from saksama.records import Account, Statement


def voices(account: Account, marks: Marks, names: Names, words: Words) -> tuple[Voice, ...]:
    """All speakers, those with the most sayings first, then in the order in which they speak."""
    roles = _roles(account)
    said: dict[str, dict[str, Saying]] = {}
    spoke: dict[str, tuple[str, str]] = {}
    for statement in account.statements:
        name = _speaker(statement, names, words)
        role = roles.get((statement.article, statement.speaker or ""), "")
        spoke[name] = _fuller(spoke.get(name), role, names.home(statement.speaker or ""))
        sayings = said.setdefault(name, {})
        saying = _saying(statement, marks, words)
        key = saying.text.casefold()
        sayings[key] = _again(sayings[key], saying) if key in sayings else saying
    ordered = sorted(said, key=lambda name: -len(said[name]))
    return tuple(Voice(name, _office(name, *spoke[name]), tuple(said[name].values())) for name in ordered)


def _speaker(statement: Statement, names: Names, words: Words) -> str:
    if statement.speaker:
        return names.of(statement.speaker)
    return line(statement.speaker_text.text) if statement.speaker_text else words.say("unknown_speaker")


def _roles(account: Account) -> dict[tuple[str, str], str]:
    """What an article calls a person that holds an office now: article and person to the title."""
    roles: dict[tuple[str, str], str] = {}
    for reading in account.readings:
        for claim in reading.titles:
            if not claim.excused:
                roles.setdefault((claim.article, claim.person), line(claim.title))
    return roles


def _fuller(known: tuple[str, str] | None, role: str, home: str) -> tuple[str, str]:
    return (known[0] or role, known[1] or home) if known else (role, home)


def _office(name: str, role: str, home: str) -> str:
    """Title and state, without saying the same thing twice."""
    return ", ".join(part for part in (role, home if home not in role and home != name else "") if part)


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
