"""An article and its sentences: text, spans, tokens, names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from saksama.records.base import Record, internal

PublishedBasis = Literal["given", "page", "text", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Span(Record):
    """Two character offsets into ``Article.text``, end exclusive."""

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
    moment: str | None = internal()  # of publication, universal time to the minute, where an hour is told

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
