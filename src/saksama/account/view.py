"""What every face shows, in the order it shows it: plain records of clean, finished words.

Faces only lay these out; what is said, and in which order, is decided in the modules that fill them.
"""

from __future__ import annotations

from dataclasses import dataclass

from saksama.account.marks import Mark
from saksama.records import Severity, Status


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `lit` where the two sides differ."""

    text: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of a finding, with the article that says it."""

    mark: Mark
    source: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A check in the reader's language, numbered as it is shown."""

    number: int
    id: str
    severity: Severity
    slip: bool
    label: str
    title: str
    explanation: str
    sides: tuple[Side, ...]
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """Something told of the world. `ids` are the events that read the same and were folded into one."""

    ids: tuple[str, ...]
    sentence: str
    type: str
    status: Status
    label: str
    when: str | None
    day: str
    background: bool
    articles: int
    tellings: str
    marks: tuple[Mark, ...]
    doubts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said; the words are the article's own."""

    id: str
    text: str
    direct: bool
    via: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with office and state as the articles give them, and all they are quoted with."""

    name: str
    role: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """How an article was made from another one."""

    text: str
    other: int
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piled:
    """One article in the list of articles."""

    number: int
    id: str
    headline: str
    outlet: str
    day: str
    basis: str
    url: str | None
    path: str
    kin: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """The articles of one story; `single`: of all stories that one article tells alone."""

    title: str
    articles: tuple[Piled, ...]
    single: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """One account, ready to be laid out."""

    language: str
    title: str
    facts: str
    tally: str  # how many findings of which severity
    lead: tuple[Moment, ...]
    headlines: tuple[tuple[str, Mark], ...]  # stands in for the lead where no event was read
    findings: tuple[Finding, ...]
    cautions: tuple[Finding, ...]
    slips: tuple[Finding, ...]
    dated: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    voices: tuple[Voice, ...]
    piles: tuple[Pile, ...]
    skipped: tuple[str, ...]
    notes: tuple[str, ...]
    not_checked: tuple[str, ...]
    knowledge: str
    colophon: str
