"""One thing of the desk: a story, an event, an article or an actor, with the account it is told from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from saksama.account.as_json import written
from saksama.account.card import Card
from saksama.account.words import words
from saksama.records import Account, Event, Story

if TYPE_CHECKING:
    from saksama.account.shown_cards import Maker
    from saksama.actors.entries import Found

SCHEMA = "saksama.show/1"


@dataclass(frozen=True, slots=True)
class Shown:
    """`account` is of the articles that tell of it, clipped to what concerns it.

    `story` is the story itself, or that of an article or event; `known` what the record book says of an
    actor, `articles` how many name it.
    """

    kind: Literal["story", "event", "article", "actor"]
    id: str
    account: Account
    story: Story | None = None
    known: Found | None = None
    articles: int = 0

    def event(self) -> Event:
        """The event that is shown."""
        return next(event for event in self.account.events if event.id == self.id)


def card(shown: Shown, language: str, *, everything: bool = False) -> Card:
    """The page in ``id`` or ``en``; each list cut to what a screen can hold unless `everything`."""
    from saksama.account import shown_cards

    makers: dict[str, Callable[[Maker], Card]] = {
        "story": shown_cards.story,
        "event": shown_cards.event,
        "article": shown_cards.article,
        "actor": shown_cards.actor,
    }
    return makers[shown.kind](shown_cards.Maker(shown, words(language), everything))


def as_json(shown: Shown) -> str:
    """``saksama.show/1``: what it is, and the account that it is told from, as ``saksama.account/1``."""
    own = replace(shown.account, events=(shown.event(),)) if shown.kind == "event" else shown.account
    told: dict[str, Any] = {"schema": SCHEMA, "kind": shown.kind, "id": shown.id}
    told["story"] = shown.story.to_dict() if shown.story else None
    if shown.kind == "actor":
        told |= {"articles": shown.articles, "known": shown.known.to_dict() if shown.known else None}
    return written({**told, "account": own.to_dict()})
