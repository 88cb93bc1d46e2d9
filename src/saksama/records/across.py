"""What articles tell together: stories, lineage, checks, the account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from saksama.records.actors import Actor, Mention
from saksama.records.base import Record, internal
from saksama.records.findings import Event, Quantity, Reading, Statement, TimeExpression
from saksama.records.text import Article, Evidence

Severity = Literal["impossible", "conflict", "caution"]


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
