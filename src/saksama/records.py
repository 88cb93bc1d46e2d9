"""What flows through Saksama: frozen records, each with `to_dict()`.

One address space: `Article.text` is the whole extracted text, verbatim but for line endings. Every
`start`/`end` is a pair of character offsets into it, end exclusive, and
``article.text[e.start:e.end] == e.text`` holds for every piece of evidence.

Dates are EDTF strings, `None` when unknown. State actors have their ISO 3166-1 alpha-3 code as id,
organisations ``IGO-…``/``NGO-…``/``NSA-…``, people their Wikidata id or ``local:…``.

Fields marked ``internal()`` serve the stages and stay out of `to_dict()`; a trailing underscore
(``from_``, ``for_``) is dropped there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Any, Literal

PublishedBasis = Literal["given", "page", "text", "inferred", "unknown"]
Status = Literal["occurred", "planned", "alleged", "possible", "hypothetical", "denied"]
Severity = Literal["impossible", "conflict", "caution"]
Label = Literal["PER", "ORG", "LOC", "PRO", "NOM"]
Comparator = Literal["=", "~", ">", ">=", "<", "<="]

EARTH_KM = 6371.0


def internal(default: Any = None) -> Any:
    """A field for the stages, left out of `to_dict()`."""
    return field(default=default, metadata={"internal": True})


@lru_cache(maxsize=None)
def _shown(kind: type) -> tuple[tuple[str, str], ...]:
    shown = (f.name for f in fields(kind) if not f.metadata.get("internal"))
    return tuple((name, name.rstrip("_")) for name in shown)


def as_plain(value: Any) -> Any:
    """Records, tuples and mappings as the plain objects of JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: as_plain(getattr(value, name)) for name, key in _shown(type(value))}
    if isinstance(value, tuple | list):
        return [as_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: as_plain(item) for key, item in value.items()}
    return value


class Record:
    """Base of all records: `to_dict()` gives the plain objects of the account's JSON."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        plain: dict[str, Any] = as_plain(self)
        return plain


@dataclass(frozen=True, slots=True)
class Span(Record):
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """A piece of an article: `text` is exactly ``article.text[start:end]``."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Boilerplate(Record):
    """A span that is no part of the story; `reason` is a key of the language's boilerplate list."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Article(Record):
    """One article. `published` is EDTF; a date in the body is none unless it stands as a byline."""

    id: str
    url: str | None
    path: str | None
    outlet: str | None
    language: str
    published: str | None
    published_basis: PublishedBasis
    published_evidence: tuple[Evidence, ...]
    text: str
    title: Span | None
    boilerplate: tuple[Boilerplate, ...]
    dateline: str | None = internal()  # the place of the dateline, as written

    def evidence(self, start: int, end: int) -> Evidence:
        """The piece of this article between two offsets."""
        return Evidence(self.id, start, end, self.text[start:end])

    @property
    def dated(self) -> bool:
        """Whether the publication date may be used to test facts: it was not inferred from them."""
        return self.published is not None and self.published_basis in ("given", "page", "text")

    @property
    def headline(self) -> str:
        return self.text[self.title.start : self.title.end] if self.title else ""


@dataclass(frozen=True, slots=True)
class Token(Record):
    """A word of a sentence. `head` is an index into the sentence's tokens; the root is its own head."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Name(Record):
    """A named entity as the model sees it: tokens ``[first, last)`` of the sentence, PER ORG or LOC."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """A sentence with its tree. `paragraph` counts from 0; the headline is a sentence of its own."""

    index: int
    paragraph: int
    start: int
    end: int
    is_title: bool
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Office(Record):
    """An office that somebody held, `from_` to `to` in EDTF at the precision that is known.

    After `known_until` the answer is "not known". `source` is ``unsourced`` where only memory
    vouches for it: that never yields more than a caution.
    """

    title: str
    for_: str
    from_: str | None
    to: str | None
    known_until: str | None
    source: str
    role: str = internal("")
    title_id: str = internal("")
    person: str = internal("")


@dataclass(frozen=True, slots=True)
class Actor(Record):
    """A person, state or organisation. `acts_for` and `sector` hold for people the text introduces."""

    id: str
    name: str
    kind: Literal["person", "state", "organisation"]
    country: str | None
    wikidata: str | None
    offices: tuple[Office, ...] = ()
    acts_for: str | None = internal()
    sector: str = internal("")


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """A name (PER ORG LOC), pronoun (PRO) or noun phrase (NOM) that stands for an actor.

    `reason` says why it was resolved so. `members` holds the actors of a plural ("kedua negara").
    """

    article: str
    start: int
    end: int
    text: str
    label: Label
    actor: str | None
    reason: str
    members: tuple[str, ...] = internal(())
    sentence: int = internal(-1)
    acts_for: str | None = internal()  # what the text itself says, e.g. "Menlu Rusia X" -> RUS
    sector: str = internal("")


@dataclass(frozen=True, slots=True)
class TitleClaim(Record):
    """The text calls a person the holder of an office: "Menteri Pertahanan Rusia, Sergei Shoigu".

    `excused` names the word that makes it no claim about the present (mantan, saat itu, calon …).
    """

    article: str
    person: str
    role: str
    for_: str
    title: str
    evidence: Evidence
    sentence: int
    excused: str = ""


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
class Place(Record):
    """A place with coordinates in degrees; `wide` is a region or sea, which no point stands for."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    wide: bool = internal(False)

    def km_to(self, other: Place) -> float | None:
        """Great-circle distance (haversine); None where one of the two is no known point."""
        if self.wide or other.wide or None in (self.lat, self.lon, other.lat, other.lon):
            return None
        lat, lon, lat2, lon2 = (radians(v or 0.0) for v in (self.lat, self.lon, other.lat, other.lon))
        half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
        return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """Who takes part: the actor, the state or organisation it acts for, PLOVER's sector."""

    actor: str
    acts_for: str
    sector: str

    @property
    def code(self) -> str:
        """The state or organisation it acts for, or the actor itself."""
        return self.acts_for or self.actor

    @property
    def is_person(self) -> bool:
        """Whether somebody in particular is named, and not only the state or organisation."""
        return self.actor != self.acts_for


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


@dataclass(frozen=True, slots=True)
class Event(Record):
    """One happening, out of all its mentions. `triggers[i]` and `evidence[i]` are one mention's."""

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


@dataclass(frozen=True, slots=True)
class Change(Record):
    """A fact that differs between a text and its copy."""

    slot: str
    from_: Evidence
    to: Evidence


@dataclass(frozen=True, slots=True)
class Lineage(Record):
    """`to` was made from `from_`: ``copy``, ``update`` or ``rewrite``; `shared` is a share, 0 to 1."""

    from_: str
    to: str
    kind: Literal["copy", "update", "rewrite"]
    shared: float
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Story(Record):
    """The articles on one happening and its direct follow-ups."""

    id: str
    title: str
    articles: tuple[str, ...]
    lineage: tuple[Lineage, ...]


@dataclass(frozen=True, slots=True)
class Bilingual(Record):
    """A sentence of the account in Indonesian and English."""

    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Check(Record):
    """Something a reader should know before believing: kind, severity, explanation, evidence."""

    id: str
    kind: str
    slot: str | None
    severity: Severity
    explanation: Bilingual
    events: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NotChecked(Record):
    """A check that could not be made, and why; `article` is None where it concerns all."""

    kind: str
    article: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped(Record):
    """An input that gave no article, with a one-line reason."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Account(Record):
    """The whole answer; `to_dict()` is ``saksama.account/1``."""

    schema: str
    version: str
    knowledge_until: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    stories: tuple[Story, ...]
    checks: tuple[Check, ...]
    not_checked: tuple[NotChecked, ...]
    readings: tuple[Reading, ...] = internal(())
