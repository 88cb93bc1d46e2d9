"""What the resolution of one article looks things up in, built once for a knowledge base."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from saksama.actors.gazetteer import Gazetteer
from saksama.actors.lexicon import Lexicon, lexicon
from saksama.actors.page import Page, Phrases, name_words
from saksama.actors.places import places
from saksama.records import Actor

if TYPE_CHECKING:
    from saksama.actors.knowledge import Knowledge, TitleWord

Bearer = tuple[str, str, tuple[str, ...]]


class Roster:
    """Who ever held a role: for whom, the person, the name's words; made when a role is first asked for."""

    def __init__(self, terms: Iterable[tuple[str, str, str, str]]) -> None:
        self._terms: dict[str, list[tuple[str, str, str]]] = {}
        for role, for_, person, name in terms:
            self._terms.setdefault(role, []).append((for_, person, name))
        self._made: dict[str, tuple[Bearer, ...]] = {}

    def get(self, role: str, default: tuple[Bearer, ...] = ()) -> tuple[Bearer, ...]:
        terms = self._terms.get(role)
        if terms is None:
            return default
        if role not in self._made:
            self._made[role] = tuple((for_, person, name_words(name)) for for_, person, name in terms)
        return self._made[role]


class Base:
    """A knowledge base with its automaton over all aliases and its table of titles."""

    def __init__(self, knowledge: Knowledge, words: Lexicon | None = None) -> None:
        self.knowledge = knowledge
        self.words = words or lexicon()
        self.gazetteer = Gazetteer(knowledge.aliases)
        self._sectors = {word.role: word.sector for word in knowledge.titles.values()}
        self.titles: Phrases[TitleWord] = Phrases(knowledge.titles.items())

        self.bearers = Roster(knowledge.bearers())
        lists = (self.titles, self.words.aides, self.words.occupations)
        self.title_firsts = frozenset(self.words.deputies.union(*(words.firsts for words in lists)))

    def kind(self, actor: str) -> str:
        """person, state or organisation; an actor that is not listed counts as organisation."""
        known = self.actor(actor)
        return known.kind if known else "organisation"

    def actor(self, actor: str) -> Actor | None:
        return self.knowledge.actor(actor)

    def side(self, actor: str) -> str | None:
        """The state or organisation that a state, body or organisation acts for; None for a person."""
        known = self.actor(actor)
        if known is None or known.kind == "person":
            return None
        return known.acts_for or (known.country if known.kind == "organisation" else None) or actor

    def sector(self, actor: str) -> str:
        known = self.actor(actor)
        return known.sector if known else ""

    def sector_of_role(self, role: str, for_: str = "") -> str:
        """PLOVER's sector of an office: that of the organisation, else of the title, else government."""
        body = self.actor(for_)
        own = body.sector if body and body.kind == "organisation" else ""
        return own or self._sectors.get(role, "GOV")

    def fits(self, role: str, sector: str, for_: str) -> bool:
        """Whether it is an office at all: no head of state of a federation of sports."""
        if self.kind(for_) == "state" and self.actor(for_):
            return True
        return sector != "GOV" and self.actor(for_) is not None and bool(role)

    def country_of_place(self, name: str) -> str | None:
        """The state in which a place lies, where its name leaves no doubt."""
        return places().country(name)

    def title_ends(self, page: Page, at: int, back: int) -> bool:
        """Whether a title of `back` words ends right before token `at`."""
        start = at - back
        if start < page.begin(at):
            return False
        tables = (self.titles, self.words.occupations)
        found = (table.longest(page.lower, start, at) for table in tables)
        return any(match is not None and match[0] == at for match in found)


@lru_cache(maxsize=1)
def base() -> Base:
    """The knowledge base that ships with Saksama, ready for look-up."""
    from saksama.actors.knowledge import load

    return Base(load())
