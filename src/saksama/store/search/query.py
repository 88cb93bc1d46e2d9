"""What is searched for, as the full-text index understands it, and what is found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Literal

from saksama import edtf
from saksama.errors import UsageError
from saksama.records import Evidence, Record, Span
from saksama.store.days import FIRST, LAST, span

HitKind = Literal["article", "statement", "event"]
KINDS: tuple[HitKind, ...] = ("article", "statement", "event")

_MOST_WORDS = 32
_MOST_FORMS = 32  # of a phrase
_EVERYWHERE = 0.6  # a word of lower inverse document frequency stands in more than half of all articles
_PIECE = re.compile(r'"([^"]*)"|“([^”]*)”|([^"“]+)|.')
_WORD = re.compile(r"\w+(?:[-.,'’/]\w+)*")
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for. `since` and `until` are EDTF, both inside; what is undated then is left out.

    `actor` is an id: who is named in an article, speaks in a statement, or takes part in an event himself
    or through somebody who acts for it. `type` is PLOVER's, of an event or of one that an article tells.
    `kind` asks for one kind of hits, `limit` for so many of each kind at most.
    """

    words: str
    since: str | None = None
    until: str | None = None
    actor: str | None = None
    type: str | None = None
    kind: HitKind | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit(Record):
    """Something found; `id` is of its kind, and `rank` (bm25) compares hits of one kind: lower is better.

    `snippet` is a piece of the article; `marks` are offsets into the article's text, inside of it.
    `speaker` is who says it, in a statement.
    """

    kind: HitKind
    id: str
    article: str
    title: str
    published: str | None
    outlet: str | None
    rank: float
    snippet: Evidence
    marks: tuple[Span, ...]
    speaker: str | None = None


def days(query: Query) -> tuple[str, str] | None:
    """The first and the last day asked for; None where all are. Raises `UsageError` for no date."""
    for date in (query.since, query.until):
        if date is not None and edtf.parse(date) is None:
            raise UsageError(f"no such date: {date!r} (wanted: 2024-06-19, 2024-06 or 2024)")
    if query.since is None and query.until is None:
        return None
    return span(query.since)[0] or FIRST, span(query.until)[1] or LAST


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query as an expression of FTS5, and the parts of words that are marked where they stand."""

    expression: str
    parts: frozenset[str]


def wanted(words: str) -> Wanted:
    """Raises `UsageError` where there is nothing to search for."""
    pieces = list(islice(_pieces(words), _MOST_WORDS))
    if not pieces:
        raise UsageError("nothing to search for: a query needs a word")
    telling = [piece for piece in pieces if len(piece) > 1 or not _is_everywhere(piece[0])]
    if not telling:
        shown = " ".join(words.split())[:60]
        raise UsageError(f"“{shown}”: words of nearly every article; add one that tells more")
    forms = {form for piece in telling for word in piece for form in _forms(word)}
    expression = " AND ".join(f"({_either(piece)})" for piece in telling)
    return Wanted(expression, frozenset(part for form in forms for part in parts(form)))


def parts(word: str) -> Iterator[str]:
    """A word as the index cuts it: at what is no letter or digit, in lower case, without accents."""
    plain = unicodedata.normalize("NFD", word.lower())
    return (m.group() for m in _PART.finditer("".join(c for c in plain if not unicodedata.combining(c))))


def _pieces(words: str) -> Iterator[list[str]]:
    """Single words, and the words of each phrase together."""
    for found in _PIECE.finditer(words):
        phrase, curly, loose = found.groups()
        if loose is not None:
            yield from ([word] for word in _words(loose))
        elif inside := _words(phrase or curly or ""):
            yield inside


def _words(text: str) -> list[str]:
    """The words that the index can hold: `_` alone is none to it."""
    return [w for w in _WORD.findall(text) if any(c.isalnum() for c in w)]


def _either(piece: list[str]) -> str:
    """A word, or words that stand together, in any of their forms."""
    combined = islice(product(*(_forms(word) for word in piece)), _MOST_FORMS)
    return " OR ".join(f'"{" ".join(forms)}"' for forms in combined)


@cache
def _stop_words() -> frozenset[str]:
    from saksama.language.frequencies import weights

    return frozenset(word for word, weight in weights("id")[0].items() if weight < _EVERYWHERE)


def _is_everywhere(word: str) -> bool:
    return not _stop_words().isdisjoint(_forms(word))


def _forms(word: str) -> Iterable[str]:
    """A word as it may be indexed: by its lemma, as a verb or not."""
    from saksama.language.components import lemma

    return dict.fromkeys((lemma(word), lemma(word, True), word.lower()))
