"""What Saksama knows of the world: states, organisations, people, who held which office, places.

Everything is read from the tables under `data/` once per process. Facts have a source; the answer to
what lies beyond `Knowledge.known_until`, or beyond one record's own, is "not known".
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from saksama.actors.calendar import NationalDay, national_days
from saksama.actors.places import places
from saksama.actors.tables import table
from saksama.actors.terms import gaps_and_overlaps, held
from saksama.errors import DataError
from saksama.records import Actor, Office, Place

__all__ = ["Alias", "Holders", "Knowledge", "NationalDay", "TitleWord", "gaps_and_overlaps", "held", "load"]

_COLUMNS = ("person", "role", "title_id", "title_en", "for", "from", "to", "known_until", "source")
_KNOWN = _COLUMNS.index("known_until")

AliasKind = Literal["name", "abbreviation", "metonym", "short"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A surface form of an actor's name.

    `case_sensitive`: matches only as written ("AS"). `ambiguous`: in ordinary text as often another
    person, a place or a plain word ("Georgia", "Chad", "Washington"). `sector` is a metonym's.
    """

    surface: str
    actor: str
    kind: AliasKind
    case_sensitive: bool
    ambiguous: bool
    sector: str = ""


@dataclass(frozen=True, slots=True)
class TitleWord:
    """What title words stand for: a role as in `Office.role`, PLOVER's sector."""

    role: str
    sector: str


@dataclass(frozen=True, slots=True)
class Holders:
    """Who held an office: `certain` on the whole of the day, `possible` where a border is vague.

    Iterating gives the certain ones. `known` is False where nobody certainly held it: a hole in the
    knowledge, a day after its end, or a vague border.
    """

    certain: tuple[Office, ...]
    possible: tuple[Office, ...]

    @property
    def known(self) -> bool:
        return bool(self.certain)

    def __iter__(self) -> Iterator[Office]:
        return iter(self.certain)

    def __len__(self) -> int:
        return len(self.certain)


class Knowledge:
    """The knowledge base; `load()` gives the one that ships with Saksama."""

    def __init__(self) -> None:
        # The records of people are made when they are first asked for: one article names few of them.
        self._actors: dict[str, Actor] = {}
        self._people: dict[str, list[str]] = {}
        self._offices: dict[str, tuple[Office, ...]] = {}
        self._terms: dict[str, list[list[str]]] = {}
        self._held_by: dict[tuple[str, str], dict[str, None]] = {}
        self._aliases: dict[str, list[Alias]] = {}
        self._names_en: dict[str, str] = {}
        self._read_offices()
        self._read_states()
        self._read_organisations()
        self._read_people()
        self.aliases: Mapping[str, tuple[Alias, ...]] = {k: tuple(v) for k, v in self._aliases.items()}
        self.titles: Mapping[str, TitleWord] = _titles()
        self._days = national_days()
        self.known_until: str = max(term[_KNOWN] for terms in self._terms.values() for term in terms)

    def actor(self, actor_id: str) -> Actor | None:
        """The actor with an id, `None` where it is not known."""
        found = self._actors.get(actor_id)
        if found is None and (row := self._people.get(actor_id)):
            wikidata = actor_id if actor_id[0] == "Q" else None
            offices = self.offices_of(actor_id)
            found = Actor(actor_id, row[1], "person", row[2] or None, wikidata, offices)
            self._actors[actor_id] = found
        return found

    def actors(self) -> tuple[Actor, ...]:
        """Every actor, in the order of the tables."""
        others = [actor for actor in self._actors.values() if actor.id not in self._people]
        return (*others, *filter(None, map(self.actor, self._people)))

    def name_en(self, actor_id: str) -> str | None:
        """The English name of a state or organisation, where it differs in kind from the Indonesian."""
        return self._names_en.get(actor_id)

    def offices_of(self, actor_id: str) -> tuple[Office, ...]:
        """The offices of a person, oldest first."""
        made = self._offices.get(actor_id, ())
        if not made and (terms := self._terms.get(actor_id)):
            made = tuple(sorted(map(_office, terms), key=lambda o: (o.from_ or "", o.to or "9999")))
            self._offices[actor_id] = made
        return made

    def offices(self) -> tuple[Office, ...]:
        """Every office record."""
        return tuple(office for person in self._terms for office in self.offices_of(person))

    def bearers(self) -> Iterator[tuple[str, str, str, str]]:
        """Role, state or organisation, id and name of everybody who ever held an office, once each."""
        for (role, for_), people in self._held_by.items():
            yield from ((role, for_, person, self._people[person][1]) for person in people)

    def holders(self, role: str, for_: str, day: str) -> Holders:
        """Who held the office `role` of `for_` on `day` (EDTF)."""
        people = self._held_by.get((role, for_), ())
        offices = (office for person in people for office in self.offices_of(person))
        asked = [(o, held(o, day).answer) for o in offices if (o.role, o.for_) == (role, for_)]
        return Holders(
            tuple(office for office, answer in asked if answer == "yes"),
            tuple(office for office, answer in asked if answer == "unknown"),
        )

    def place(self, name: str) -> tuple[Place, ...]:
        """The places of a name, the largest first; "Kota Bandung" is found under "Bandung"."""
        return places().named(name)

    def place_is_vague(self, name: str) -> bool:
        """Whether a place's name has namesakes, or is an ordinary word or a person's name."""
        return places().vague(name)

    def national_days(self, state: str) -> tuple[NationalDay, ...]:
        """The national and commemorative days of a state (or of IGO-UN), in order of the year."""
        return self._days.get(state, ())

    def _read_offices(self) -> None:
        for term in table("offices.tsv", _COLUMNS):
            person, role, _, _, for_, *_ = term
            self._terms.setdefault(person, []).append(term)
            self._held_by.setdefault((role, for_), {})[person] = None

    def _read_states(self) -> None:
        for code, _, wikidata, name, name_en, aliases in table(
            "states.tsv", ("id", "alpha2", "wikidata", "name", "name_en", "aliases")
        ):
            self._add(Actor(code, name, "state", code, wikidata or None, (), code, "GOV"), aliases)
            self._names_en[code] = name_en
        for surface, code, sector, vague, _ in table(
            "metonyms.tsv", ("surface", "actor", "sector", "ambiguous", "reason")
        ):
            self._alias(Alias(surface, code, "metonym", False, bool(vague), sector))

    def _read_organisations(self) -> None:
        for code, wikidata, sector, name, name_en, aliases in table(
            "organisations.tsv", ("id", "wikidata", "sector", "name", "name_en", "aliases")
        ):
            self._add(Actor(code, name, "organisation", None, wikidata or None, (), code, sector), aliases)
            self._names_en[code] = name_en
        for code, for_, sector, name, aliases in table(
            "bodies.tsv", ("id", "acts_for", "sector", "name", "aliases")
        ):
            country = for_ if len(for_) == 3 else None
            self._add(Actor(code, name, "organisation", country, None, (), for_, sector), aliases)

    def _read_people(self) -> None:
        for row in table("people.tsv", ("id", "name", "country", "short", "aliases")):
            code, name, _, short, aliases = row
            self._new(code)
            self._people[code] = row
            self._surfaces(code, name, aliases)
            for word in filter(None, short.split("|")):
                plain = word.lstrip("?")
                self._alias(Alias(plain, code, "short", plain.isupper(), word[0] == "?"))

    def _add(self, actor: Actor, aliases: str) -> None:
        self._new(actor.id)
        self._actors[actor.id] = actor
        self._surfaces(actor.id, actor.name, aliases)

    def _new(self, actor: str) -> None:
        if actor in self._actors or actor in self._people:
            raise DataError(f"two actors have the id {actor}")

    def _surfaces(self, actor: str, name: str, aliases: str) -> None:
        listed = aliases.split("|") if aliases else []
        for surface in dict.fromkeys((name, *listed)):
            plain = surface.lstrip("?!")
            vague = surface[0] == "?" or f"?{plain}" in listed
            # An abbreviation of capitals is another word in small letters: "AS" and "as", "WHO" and "who".
            capitals = plain.isupper() and " " not in plain
            kind: AliasKind = "abbreviation" if capitals else "name"
            self._alias(Alias(plain, actor, kind, capitals or surface[0] == "!", vague))

    def _alias(self, alias: Alias) -> None:
        if alias.actor not in self._actors and alias.actor not in self._people:
            raise DataError(f"the alias {alias.surface} stands for {alias.actor}, who is not known")
        same = self._aliases.setdefault(alias.surface, [])
        if alias.actor not in [other.actor for other in same]:
            same.append(alias)


def _office(term: list[str]) -> Office:
    person, role, title_id, title, for_, start, end, known, source = term
    return Office(title, for_, start or None, end or None, known or None, source, role, title_id, person)


def _titles() -> dict[str, TitleWord]:
    return {
        title: TitleWord(role, sector)
        for title, role, sector in table("titles.tsv", ("title", "role", "sector"))
    }


@lru_cache(maxsize=1)
def load() -> Knowledge:
    """The knowledge base that ships with Saksama, read once per process.

    Raises `DataError` where a table is broken.
    """
    collecting = gc.isenabled()
    gc.disable()  # all that is made here stays: to look through it again and again costs a third
    try:
        return Knowledge()
    finally:
        if collecting:
            gc.enable()
