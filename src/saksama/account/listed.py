"""Lists of what lies on the desk: stories and published fact-checks, as a card, JSON and rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from saksama.account import spreadsheet
from saksama.account.as_json import written
from saksama.account.card import Card, Item, Section, Source
from saksama.account.clean import line, safe_url, shorten
from saksama.account.words import Words, words
from saksama.language.spell import spell
from saksama.records import ClaimReview

if TYPE_CHECKING:
    from saksama.store.lists import Listed

_CLAIM = 200  # characters of a claim in a list


def stories(rows: Sequence[Listed], total: int, language: str) -> Card:
    """The stories, each on a line or two."""
    said = words(language)
    note = said.say("list_more", n=total - len(rows)) if total > len(rows) else ""
    items = tuple(_story(row, said) for row in rows)
    if not items:
        note = said.say("list_none")
    return Card(said.say("stories_count", n=total), sections=(Section("", items, note),))


def _story(row: Listed, said: Words) -> Item:
    doubts = [
        said.say(f"held_{name}_count", n=count)
        for name, count in (
            ("impossible", row.impossible),
            ("conflict", row.conflicts),
            ("caution", row.cautions),
        )
        if count
    ]
    size = [said.say("articles_count", n=row.articles)]
    size += [said.say("distinct_texts", n=row.texts)] if row.texts != row.articles else []
    facts = (" · ".join((days(row.first, row.last, said), ", ".join(size), f"story:{row.id}")),)
    hard = row.impossible or row.conflicts
    label = "; ".join(doubts)
    tone = ("impossible" if row.impossible else "conflict") if hard else "caution"
    return Item(
        line(row.title), faint=f"⚠ {label}" if hard else label, tone=tone if label else "", facts=facts
    )


def days(first: str | None, last: str | None, said: Words) -> str:
    """ "18 June 2024 – 21 June 2024"."""
    if first is None or last is None:
        return said.say("unknown_date")
    one, other = spell(first, said.language), spell(last, said.language)
    return one if first == last else f"{one} – {other}"


def stories_json(rows: Sequence[Listed], total: int) -> str:
    """``saksama.stories/1``."""
    return written(
        {"schema": "saksama.stories/1", "total": total, "stories": [row.to_dict() for row in rows]}
    )


def stories_tsv(rows: Sequence[Listed]) -> str:
    """One story a line."""
    columns = ("id", "title", "first", "last", "articles", "texts", "impossible", "conflicts", "cautions")
    return spreadsheet.as_tsv(columns, ([getattr(row, name) for name in columns] for row in rows))


def reviews(rows: Sequence[ClaimReview], total: int, language: str) -> Card:
    """The fact-checks, each with who rated it how."""
    said = words(language)
    note = said.say("list_more", n=total - len(rows)) if total > len(rows) else ""
    items = tuple(_review(review, said) for review in rows)
    if not items:
        note = said.say("factchecks_none")
    return Card(said.say("factchecks_count", n=total), sections=(Section("", items, note),))


def _review(review: ClaimReview, said: Words) -> Item:
    day = spell(review.published, said.language) if review.published else said.say("unknown_date")
    rating = line(review.rating.text) or said.say("unrated")
    source = Source(f"{line(review.publisher or said.say('unknown_source'))}, {day}", safe_url(review.url))
    return Item(f"“{shorten(review.claim, _CLAIM)}”", faint=said.say("rated", rating=rating), source=source)


def reviews_json(rows: Sequence[ClaimReview], total: int) -> str:
    """``saksama.factchecks/1``."""
    told = {"schema": "saksama.factchecks/1", "total": total, "factchecks": [row.to_dict() for row in rows]}
    return written(told)


def reviews_tsv(rows: Sequence[ClaimReview]) -> str:
    """One fact-check a line."""
    columns = ("id", "claim", "claimant", "claimed", "publisher", "published", "rating", "rating_kind", "url")
    lines = (
        (r.id, r.claim, r.claimant, r.claimed, r.publisher, r.published, r.rating.text, r.rating.kind, r.url)
        for r in rows
    )
    return spreadsheet.as_tsv(columns, lines)
