"""A name or a title in the text, on its way to an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from saksama.actors.page import Page
from saksama.records import Label

if TYPE_CHECKING:
    from saksama.actors.knowledge import Alias

Kind = Literal["office", "aide", "occupation"]
LABELS: dict[str, Label] = {"person": "PER", "state": "LOC", "organisation": "ORG"}


@dataclass(frozen=True, slots=True)
class Found:
    """A name: characters ``[start, end)``, tokens ``[first, last)``; `inner` names its last part."""

    start: int
    end: int
    first: int
    last: int
    label: Label
    aliases: tuple[Alias, ...] = ()
    inner: tuple[Alias, ...] = ()


def span(page: Page, first: int, last: int, label: Label) -> Found:
    """The name over tokens ``[first, last)``."""
    return Found(page.tokens[first].start, page.tokens[last - 1].end, first, last, label)


def surface(name: Found, page: Page) -> str:
    """The words of a name in lower case, a blank between them."""
    return " ".join(page.lower[name.first : name.last])


def in_title(name: Found, page: Page) -> bool:
    """Whether the name stands in the headline."""
    return page.sentences[page.sentence[name.first]].is_title


def sure(hit: Found) -> bool:
    """Whether some alias of it means nothing else in ordinary text."""
    return any(not alias.ambiguous for alias in hit.aliases)


@dataclass(frozen=True, slots=True)
class Title:
    """Title words ``[first, last)``, with their complement up to `end`, and who bears the title.

    `of` is the state, body or (for an aide) person that the title belongs to; `role` is empty where
    it is no office that the knowledge base keeps. `excused` names the word that makes it no claim.
    """

    first: int
    last: int
    end: int
    kind: Kind
    role: str
    sector: str
    of: Found | None
    person: Found | None
    excused: str


class NameMap:
    """The names of an article by their first token, by the token behind them, and by each token."""

    def __init__(self, names: Iterable[Found]) -> None:
        self.by_first: dict[int, Found] = {}
        self.by_last: dict[int, Found] = {}
        self.at: dict[int, Found] = {}
        for name in names:
            self.add(name)

    def add(self, name: Found) -> None:
        self.by_first[name.first] = self.by_last[name.last] = name
        self.at.update(dict.fromkeys(range(name.first, name.last), name))
