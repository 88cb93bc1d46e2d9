"""What Saksama knows of the world: states, organisations, people, who held which office, places.

Everything is read from the tables under `data/` once per process. Facts have a source; the answer to
what lies beyond `Knowledge.known_until`, or beyond one record's own, is "not known".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from saksama.actors.places import places
from saksama.actors.tables import table
from saksama.actors.terms import gaps_and_overlaps, held
from saksama.errors import DataError
from saksama.records import Actor, Office, Place

__all__ = ["Alias", "Holders", "Knowledge", "NationalDay", "TitleWord", "gaps_and_overlaps", "held", "load"]

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
class NationalDay:
    """A fixed day of the year, ``MM-DD``, kept since a year ("" unknown); `state` may be IGO-UN."""

    state: str
    day: str
    name_id: str
    name_en: str
    kind: str
    since: str


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
        self._actors: dict[str, Actor] = {}
        self._offices: dict[str, tuple[Office, ...]] = {}
        self._by_office: dict[tuple[str, str], list[Office]] = {}
        self._aliases: dict[str, list[Alias]] = {}
        self._names_en: dict[str, str] = {}
        self._read_offices()
        self._read_states()
        self._read_organisations()
        self._read_people()
        self.aliases: Mapping[str, tuple[Alias, ...]] = {k: tuple(v) for k, v in self._aliases.items()}
        self.titles: Mapping[str, TitleWord] = _titles()
        self._days = _national_days()
        ends = (office.known_until for held_by in self._offices.values() for office in held_by)
        self.known_until: str = max(filter(None, ends))

    def actor(self, actor_id: str) -> Actor | None:
        """The actor with an id, `None` where it is not known."""
        return self._actors.get(actor_id)

    def actors(self) -> tuple[Actor, ...]:
        """Every actor, in the order of the tables."""
        return tuple(self._actors.values())

    def name_en(self, actor_id: str) -> str | None:
        """The English name of a state or organisation, where it differs in kind from the Indonesian."""
        return self._names_en.get(actor_id)

    def offices_of(self, actor_id: str) -> tuple[Office, ...]:
        """The offices of a person, oldest first."""
        return self._offices.get(actor_id, ())

    def offices(self) -> tuple[Office, ...]:
        """Every office record."""
        return tuple(office for held_by in self._offices.values() for office in held_by)

    def holders(self, role: str, for_: str, day: str) -> Holders:
        """Who held the office `role` of `for_` on `day` (EDTF)."""
        asked = [(office, held(office, day).answer) for office in self._by_office.get((role, for_), ())]
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
        columns = ("person", "role", "title_id", "title_en", "for", "from", "to", "known_until", "source")
        records: dict[str, list[Office]] = {}
        for person, role, title_id, title, for_, start, end, known, source in table("offices.tsv", columns):
            office = Office(
                title, for_, start or None, end or None, known or None, source, role, title_id, person
            )
            records.setdefault(person, []).append(office)
            self._by_office.setdefault((role, for_), []).append(office)
        for person, offices in records.items():
            self._offices[person] = tuple(sorted(offices, key=lambda o: (o.from_ or "", o.to or "9999")))

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
        for code, name, country, short, aliases in table(
            "people.tsv", ("id", "name", "country", "short", "aliases")
        ):
            wikidata = code if code[0] == "Q" else None
            offices = self._offices.get(code, ())
            self._add(Actor(code, name, "person", country or None, wikidata, offices), aliases)
            for word in filter(None, short.split("|")):
                plain = word.lstrip("?")
                self._alias(Alias(plain, code, "short", plain.isupper(), word[0] == "?"))

    def _add(self, actor: Actor, aliases: str) -> None:
        if actor.id in self._actors:
            raise DataError(f"two actors have the id {actor.id}")
        self._actors[actor.id] = actor
        listed = aliases.split("|") if aliases else []
        for surface in dict.fromkeys((actor.name, *listed)):
            plain = surface.lstrip("?!")
            vague = surface[0] == "?" or f"?{plain}" in listed
            # An abbreviation of capitals is another word in small letters: "AS" and "as", "WHO" and "who".
            capitals = plain.isupper() and " " not in plain
            kind: AliasKind = "abbreviation" if capitals else "name"
            self._alias(Alias(plain, actor.id, kind, capitals or surface[0] == "!", vague))

    def _alias(self, alias: Alias) -> None:
        if alias.actor not in self._actors:
            raise DataError(f"the alias {alias.surface} stands for {alias.actor}, who is not known")
        same = self._aliases.setdefault(alias.surface, [])
        if alias.actor not in [other.actor for other in same]:
            same.append(alias)


def _titles() -> dict[str, TitleWord]:
    return {
        title: TitleWord(role, sector)
        for title, role, sector in table("titles.tsv", ("title", "role", "sector"))
    }


def _national_days() -> dict[str, tuple[NationalDay, ...]]:
    days: dict[str, list[NationalDay]] = {}
    for row in table("national_days.tsv", ("state", "day", "name_id", "name_en", "kind", "since")):
        days.setdefault(row[0], []).append(NationalDay(*row))
    return {state: tuple(sorted(found, key=lambda d: d.day)) for state, found in days.items()}


@lru_cache(maxsize=1)
def load() -> Knowledge:
    """The knowledge base that ships with Saksama, read once per process.

    Raises `DataError` where a table is broken.
    """
    return Knowledge()
