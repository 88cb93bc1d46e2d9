"""A name in the text, on its way to an actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.actors.page import Page
from saksama.records import Label

if TYPE_CHECKING:
    from saksama.actors.knowledge import Alias

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
