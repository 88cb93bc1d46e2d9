"""What flows through Saksama: frozen records, each with `to_dict()`.

One address space: `Article.text` is the whole extracted text, verbatim but for line endings. Every
`start`/`end` is a pair of character offsets into it, end exclusive, and
``article.text[e.start:e.end] == e.text`` holds for every piece of evidence.

Dates are EDTF strings, `None` when unknown. State actors have their ISO 3166-1 alpha-3 code as id,
organisations ``IGO-…``/``NGO-…``/``NSA-…``, people their Wikidata id or ``local:…``.

Fields marked ``internal()`` serve the stages and stay out of `to_dict()`; a trailing underscore
(``from_``, ``for_``) is dropped there.
"""

from saksama.records.across import (
    Account,
    Bilingual,
    Change,
    Check,
    Lineage,
    NotChecked,
    Severity,
    Skipped,
    Story,
)
from saksama.records.actors import Actor, Label, Mention, Office, Participant, Place, TitleClaim
from saksama.records.base import Record, as_plain, internal
from saksama.records.claims import ClaimReview, Rating, RatingKind
from saksama.records.fetches import FetchState
from saksama.records.findings import (
    Comparator,
    Event,
    EventMention,
    Quantity,
    Reading,
    Reason,
    Statement,
    Status,
    Tie,
    TimeExpression,
)
from saksama.records.text import Article, Boilerplate, Evidence, Name, PublishedBasis, Sentence, Span, Token

__all__ = [
    "Account",
    "Actor",
    "Article",
    "Bilingual",
    "Boilerplate",
    "Change",
    "Check",
    "ClaimReview",
    "Comparator",
    "Event",
    "EventMention",
    "Evidence",
    "FetchState",
    "Label",
    "Lineage",
    "Mention",
    "Name",
    "NotChecked",
    "Office",
    "Participant",
    "Place",
    "PublishedBasis",
    "Quantity",
    "Rating",
    "RatingKind",
    "Reading",
    "Reason",
    "Record",
    "Sentence",
    "Severity",
    "Skipped",
    "Span",
    "Statement",
    "Status",
    "Story",
    "Tie",
    "TimeExpression",
    "TitleClaim",
    "Token",
    "as_plain",
    "internal",
]
