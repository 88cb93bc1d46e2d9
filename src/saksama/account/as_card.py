"""A card on a screen and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from saksama.account.as_markdown import escaped, inline
from saksama.account.card import Card, Item, Quote, Section, Source
from saksama.account.sheet import FAINT, HEADING, LIT, MARK, SEVERITY, STATUS, Sheet, styled

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_TONES = {**STATUS, **SEVERITY}


def render(card: Card, console: Console) -> None:
    """Print a card; in a pipe it is plain text."""
    sheet = Sheet(console, whole=True)
    sheet.put(styled((card.title, HEADING)))
    for fact in card.facts:
        sheet.put(styled((fact, FAINT)))
    for link in card.links:
        sheet.put(styled((link, MARK)))
    for section in card.sections:
        if section.heading:
            sheet.heading(section.heading)
        else:
            sheet.put()
        for item in section.items:
            _show(item, sheet)
        if section.note:
            sheet.put(styled((section.note, FAINT)))
    if card.closing:
        sheet.put()
    for text in card.closing:
        sheet.put(styled((text, FAINT)))


def _show(item: Item, sheet: Sheet) -> None:
    if not item.text:  # the words speak for themselves
        for quote in item.quotes:
            faint = styled((f" — {item.faint}" if item.faint else "", FAINT))
            sheet.hang(styled(("•", "")), _quote(quote) + faint, 2)
        return
    body = styled()
    if item.label:
        body.append(item.label, _TONES.get(item.tone) or HEADING)
        body.append(" — " if item.tone in SEVERITY else " ")
    body.append(item.text)
    if item.faint:
        body.append(f" — {item.faint}", FAINT)
    if item.source:
        body.append_text(_source(item.source))
    sheet.hang(styled((f"{item.key}  " if item.key else "•", HEADING if item.key else "")), body, 2)
    for fact in item.facts:
        sheet.hang(None, styled((fact, LIT)), 4)
    for quote in item.quotes:
        sheet.hang(None, _quote(quote), 4)


def _quote(quote: Quote) -> Text:
    text = styled()
    if quote.source:
        text.append_text(styled((quote.source.text, MARK if quote.own else FAINT)))
        if quote.source.url:
            text.append(f" <{quote.source.url}>", FAINT)
        text.append(": ", FAINT)
    begin, end = quote.marks
    text.append(begin)
    for piece in quote.pieces:
        text.append(piece.text, LIT if piece.lit else None)
    text.append(end)
    return text


def _source(source: Source) -> Text:
    text = styled((f" — {source.text}", FAINT))
    if source.url:
        text.append(f" <{source.url}>", FAINT)
    return text


def markdown(card: Card) -> str:
    """The card as Markdown that can be pasted into a note; words of pages are escaped."""
    return "\n".join(_lines(card)).rstrip("\n") + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield f"## {escaped(card.title)}"
    yield ""
    for fact in card.facts:
        yield from (escaped(fact), "")
    for link in card.links:
        yield from (f"<{link}>", "")
    for section in card.sections:
        yield from _section(section)
    for text in card.closing:
        yield from ("", f"*{escaped(text)}*")


def _section(section: Section) -> Iterator[str]:
    yield ""
    if section.heading:
        yield from (f"### {escaped(section.heading)}", "")
    for item in section.items:
        yield from _item(item)
    if section.note:
        yield from (*([""] if section.items else []), escaped(section.note))


def _item(item: Item) -> Iterator[str]:
    if not item.text:
        faint = f" — {escaped(item.faint)}" if item.faint else ""
        yield from (f"- {_quoted(quote)}{faint}" for quote in item.quotes)
        return
    key = f"**{escaped(item.key)}** " if item.key else ""
    label = f"**{escaped(item.label)}**{' — ' if item.tone in SEVERITY else ' '}" if item.label else ""
    faint = f" — {escaped(item.faint)}" if item.faint else ""
    source = f" — {_linked(item.source)}" if item.source else ""
    yield f"- {key}{label}{escaped(item.text)}{faint}{source}"
    yield from (f"  - {escaped(fact)}" for fact in item.facts)
    yield from (f"  - {_quoted(quote)}" for quote in item.quotes)


def _quoted(quote: Quote) -> str:
    told = "".join(inline(piece) for piece in quote.pieces).strip()
    begin, end = quote.marks
    before = f"{_linked(quote.source)}: " if quote.source else ""
    return f"{before}{begin}{told}{end}"


def _linked(source: Source) -> str:
    return f"[{escaped(source.text)}](<{source.url}>)" if source.url else escaped(source.text)
