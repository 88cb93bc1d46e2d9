"""A page that is shorter than an account: a head, facts, and sections of lines with their sources.

What `check`, `show` and the lists say is put into a `Card`; `as_card` lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass

from saksama.account.view import Piece


@dataclass(frozen=True, slots=True)
class Source:
    """Where words stand: outlet and day in words, the address if there is one."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article with their source; `own` are the article's that the card is about."""

    pieces: tuple[Piece, ...]
    source: Source | None = None
    own: bool = False

    @property
    def marks(self) -> tuple[str, str]:
        """Quotation marks around it, others than those in it."""
        text = "".join(piece.text for piece in self.pieces)
        return ("«", "»") if "“" in text or "”" in text else ("“", "”")


@dataclass(frozen=True, slots=True)
class Item:
    """One line and what stands under it. `tone` is a severity, a status or ""; `faint` follows the text.

    `facts` are short lines (changes, ids); `key` is a date or an id that stands before the text. Without a
    text its quotes speak for themselves.
    """

    text: str
    label: str = ""
    tone: str = ""
    faint: str = ""
    key: str = ""
    source: Source | None = None
    quotes: tuple[Quote, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; `note` stands below them, and for them where there are none."""

    heading: str
    items: tuple[Item, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All of it: `facts` stand under the title, `closing` at the end."""

    title: str
    facts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # addresses that stand under the facts
