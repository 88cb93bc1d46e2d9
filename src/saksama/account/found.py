"""What a search found, as a card, JSON and rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from saksama.account import spreadsheet
from saksama.account.as_json import written
from saksama.account.card import Card, Item, Quote, Section
from saksama.account.clean import clean, line
from saksama.account.piles import within
from saksama.account.view import Piece
from saksama.account.words import Words, words

if TYPE_CHECKING:
    from saksama.store.search import Hit, Query

_COLUMNS = ("kind", "id", "article", "title", "outlet", "published", "speaker", "snippet")


def card(query: Query, hits: Sequence[Hit], language: str) -> Card:
    """The hits by kind, each with its piece of text, the words lit."""
    said = words(language)
    kinds = dict.fromkeys(hit.kind for hit in hits)
    sections = tuple(
        Section(said.say(f"found_{kind}"), tuple(_item(hit, said) for hit in hits if hit.kind == kind))
        for kind in kinds
    )
    none = (Section("", note=said.say("found_none")),)
    return Card(said.say("found", words=line(query.words), n=len(hits)), sections=sections or none)


def _item(hit: Hit, said: Words) -> Item:
    day = within(hit.published, said) if hit.published else ""
    source = ", ".join(part for part in (line(hit.outlet or ""), day) if part)
    name = f"article:{hit.id}" if hit.kind == "article" else hit.id
    about = [source] if source else []
    about += [name] if hit.kind != "statement" else [f"article:{hit.article}"]
    if hit.speaker:
        return Item(line(hit.speaker), faint=" · ".join(about), quotes=(Quote(_pieces(hit)),))
    return Item(
        line(hit.title) or said.say("untitled"), faint=" · ".join(about), quotes=(Quote(_pieces(hit)),)
    )


def _pieces(hit: Hit) -> tuple[Piece, ...]:
    """The snippet with its words lit."""
    text, begin = hit.snippet.text, hit.snippet.start
    pieces, at = [], 0
    for mark in hit.marks:
        start, end = max(mark.start - begin, at), mark.end - begin
        pieces += [Piece(_flat(text[at:start])), Piece(_flat(text[start:end]), lit=True)]
        at = end
    pieces.append(Piece(_flat(text[at:])))
    return tuple(piece for piece in pieces if piece.text)


def _flat(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\t", " ")


def as_json(query: Query, hits: Sequence[Hit]) -> str:
    """``saksama.search/1``."""
    asked = {
        name: getattr(query, name) for name in ("words", "since", "until", "actor", "type", "kind", "limit")
    }
    return written({"schema": "saksama.search/1", "query": asked, "hits": [hit.to_dict() for hit in hits]})


def as_tsv(hits: Sequence[Hit]) -> str:
    """One hit a line."""
    rows = (
        (h.kind, h.id, h.article, h.title, h.outlet, h.published, h.speaker, h.snippet.text) for h in hits
    )
    return spreadsheet.as_tsv(_COLUMNS, rows)
