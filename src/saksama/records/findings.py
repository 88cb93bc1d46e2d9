"""What the per-article stages find: times, quantities, events, statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from saksama.records.actors import Actor, Mention, Participant, Place, TitleClaim
from saksama.records.base import Record, internal
from saksama.records.text import Article, Evidence, Sentence

Status = Literal["occurred", "planned", "alleged", "possible", "hypothetical", "denied"]
Comparator = Literal["=", "~", ">", ">=", "<", "<="]


@dataclass(frozen=True, slots=True)
class TimeExpression(Record):
    """A time expression: TIMEX3 `type` (DATE TIME DURATION SET) and `value`; `interval` is EDTF.

    `anchor` tells what fixed it: ``absolute``, ``published``, ``context`` or ``none`` (unresolved).
    `weekday` is the weekday as written (0 is Monday); `exists` is False for a date like 31 Februari.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    type: str
    value: str | None
    interval: str | None = internal()
    anchor: str = internal("none")
    weekday: int | None = internal()
    exists: bool = internal(True)
    sentence: int = internal(-1)
    reason: str = internal("")


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """A number with its unit noun: "lebih dari 11.000 kontainer" is ``> 11000 kontainer``."""

    id: str
    article: str
    start: int
    end: int
    text: str
    value: float
    comparator: Comparator
    unit: str | None
    sentence: int = internal(-1)


@dataclass(frozen=True, slots=True)
class EventMention(Record):
    """One clause that asserts an event, PLOVER 2.0. `evidence` is its sentence, `trigger` its words."""

    id: str
    article: str
    sentence: int
    type: str
    mode: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    reciprocal: bool
    status: Status
    claimed_by: tuple[Participant, ...]
    when: str | None
    when_basis: str | None  # "stated", "anchored", "context"; None without `when`
    where: Place | None
    quantities: tuple[str, ...]
    background: bool
    trigger: Evidence
    evidence: Evidence
    contexts: tuple[str, ...] = ()  # PLOVER's, at most three, the clearest first


@dataclass(frozen=True, slots=True)
class Reason(Record):
    """What two mentions of one event share: `value` is what the one says of the slot, `of` the other.

    `how`: ``same``, ``part`` (of the parties), ``inside`` (one day or place in the other), ``near``, or of
    the slot ``text`` how one article was made from the other. Slots: parties, people, when, where, words,
    article, text, story.
    """

    slot: str
    how: str
    value: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Tie(Record):
    """Why mention `mention` of an event (its place in `evidence`) is one with the earlier one at `to`."""

    mention: int
    to: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Event(Record):
    """One happening, out of all its mentions. `triggers[i]` and `evidence[i]` are one mention's.

    `ties` holds the reason for each mention but the first; they are told when the event is counted.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    reciprocal: bool
    status: Status
    claimed_by: tuple[Participant, ...]
    when: str | None
    when_basis: str | None
    where: Place | None
    quantities: tuple[str, ...]
    background: bool
    articles: tuple[str, ...]
    distinct_texts: int
    triggers: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    ties: tuple[Tie, ...] = ()
    mentions: tuple[EventMention, ...] = internal(())


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """Who said what. `speaker` is resolved, `speaker_text` as written; `via` is the carrier."""

    id: str
    article: str
    speaker: str | None
    speaker_text: Evidence | None
    speaker_reason: str
    via: str | None
    cue: Evidence | None
    direct: bool
    content: Evidence
    sentence: int = internal(-1)
    via_evidence: Evidence | None = internal()


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """One article with all that the per-article stages found in it. Each stage fills one more field."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    titles: tuple[TitleClaim, ...] = ()
    actors: tuple[Actor, ...] = ()  # people whom only the text knows
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
