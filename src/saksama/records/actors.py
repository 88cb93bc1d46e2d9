"""Who is who, who held which office, who takes part."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from saksama.records.base import Record, internal
from saksama.records.text import Evidence

Label = Literal["PER", "ORG", "LOC", "PRO", "NOM"]


EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Office(Record):
    """An office that somebody held, `from_` to `to` in EDTF at the precision that is known.

    After `known_until` the answer is "not known". `source` is ``unsourced`` where only memory
    vouches for it: that never yields more than a caution.
    """

    title: str
    for_: str
    from_: str | None
    to: str | None
    known_until: str | None
    source: str
    role: str = internal("")
    title_id: str = internal("")
    person: str = internal("")


@dataclass(frozen=True, slots=True)
class Actor(Record):
    """A person, state or organisation, or a mere place that does nothing.

    `acts_for` and `sector` hold for people the text introduces.
    """

    id: str
    name: str
    kind: Literal["person", "state", "organisation", "place"]
    country: str | None
    wikidata: str | None
    offices: tuple[Office, ...] = ()
    acts_for: str | None = internal()
    sector: str = internal("")


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """A name (PER ORG LOC), pronoun (PRO) or noun phrase (NOM) that stands for an actor.

    `reason` says why it was resolved so. `members` holds the actors of a plural ("kedua negara").
    `place` is the article's own id of a mere place: no party to anything, so the stages see no actor;
    the account gives it as the actor. `clitic` marks -nya inside a word that itself means another.
    """

    article: str
    start: int
    end: int
    text: str
    label: Label
    actor: str | None
    reason: str
    members: tuple[str, ...] = internal(())
    sentence: int = internal(-1)
    acts_for: str | None = internal()  # what the text itself says, e.g. "Menlu Rusia X" -> RUS
    sector: str = internal("")
    place: str | None = internal()
    clitic: bool = internal(False)


@dataclass(frozen=True, slots=True)
class TitleClaim(Record):
    """The text calls a person the holder of an office: "Menteri Pertahanan Rusia, Sergei Shoigu".

    `excused` names the word that makes it no claim about the present (mantan, saat itu, calon …).
    """

    article: str
    person: str
    role: str
    for_: str
    title: str
    evidence: Evidence
    sentence: int
    excused: str = ""


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """Who takes part: the actor, the state or organisation it acts for, PLOVER's sector."""

    actor: str
    acts_for: str
    sector: str

    @property
    def code(self) -> str:
        """The state or organisation it acts for, or the actor itself."""
        return self.acts_for or self.actor

    @property
    def is_person(self) -> bool:
        """Whether somebody in particular is named, and not only the state or organisation."""
        return self.actor != self.acts_for


@dataclass(frozen=True, slots=True)
class Place(Record):
    """A place with coordinates in degrees; `wide` is a region or sea, which no point stands for."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    wide: bool = internal(False)

    def km_to(self, other: Place) -> float | None:
        """Great-circle distance (haversine); None where one of the two is no known point."""
        if self.wide or other.wide or None in (self.lat, self.lon, other.lat, other.lon):
            return None
        lat, lon, lat2, lon2 = (radians(v or 0.0) for v in (self.lat, self.lon, other.lat, other.lon))
        half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
        return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
