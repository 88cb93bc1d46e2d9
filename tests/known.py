"""A small knowledge base in memory, with the door of `saksama.actors.knowledge.Knowledge`."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.actors.knowledge import Alias, Holders, TitleWord
from saksama.actors.terms import held
from saksama.records import Actor, Office, Place

STATES = {
    "RUS": ("Rusia", "Federasi Rusia"),
    "PRK": ("Korea Utara", "Korut"),
    "USA": ("Amerika Serikat", "AS!", "Amerika"),
    "IDN": ("Indonesia", "RI!"),
    "CHN": ("China", "Tiongkok"),
    "UKR": ("Ukraina",),
    "JOR": ("Jordan?", "Yordania"),
    "KOR": ("Korea Selatan", "Korsel"),
    "JPN": ("Jepang",),
}
METONYMS = {"Moskow": "RUS", "Pyongyang": "PRK", "Kremlin": "RUS", "Washington?": "USA", "Beijing": "CHN"}
BODIES = {"NATO!": "IGO-NATO", "PBB!": "IGO-UN", "Departemen Pertahanan AS": "USA-DOD"}
PEOPLE = {
    "Q7747": ("RUS", ("Vladimir Putin", "Putin"), [("Presiden", "head_of_state", "RUS", "2012-05-07", None)]),
    "Q56226": ("PRK", ("Kim Jong Un", "Kim Jong-un", "Kim?"),
               [("Pemimpin", "leader", "PRK", "2011-12", None)]),
    "Q57643": ("NOR", ("Jens Stoltenberg", "Stoltenberg"),
               [("Sekretaris Jenderal", "secretary_general", "IGO-NATO", "2014-10-01", "2024-10-01"),
                ("Perdana Menteri", "head_of_government", "NOR", "2005-10-17", "2013-10-16")]),
    "Q963": ("RUS", ("Sergei Shoigu", "Shoigu"),
             [("Menteri Pertahanan", "defence_minister", "RUS", "2012-11-06", "2024-05-12")]),
    "Q57": ("IDN", ("Joko Widodo", "Jokowi"),
            [("Presiden", "head_of_state", "IDN", "2014-10-20", "2024-10-20")]),
    "Q58": ("IDN", ("Budi Hartono",), [("Menteri Keuangan", "finance_minister", "IDN", "2020", None)]),
    "Q22686": ("USA", ("Donald Trump", "Trump"), [("Presiden", "head_of_state", "USA", "2025-01-20", None)]),
}  # fmt: skip
TITLES = {
    "presiden": ("head_of_state", "GOV"), "pemimpin": ("leader", "GOV"),
    "pemimpin tertinggi": ("leader", "GOV"),
    "menteri": ("minister", "GOV"), "menteri pertahanan": ("defence_minister", "GOV"),
    "menhan": ("defence_minister", "GOV"), "menteri luar negeri": ("foreign_minister", "GOV"),
    "menlu": ("foreign_minister", "GOV"), "menteri keuangan": ("finance_minister", "GOV"),
    "sekretaris jenderal": ("secretary_general", "IGO"), "sekjen": ("secretary_general", "IGO"),
    "perdana menteri": ("head_of_government", "GOV"), "pm": ("head_of_government", "GOV"),
}  # fmt: skip


class Small:
    """States, a few people and their offices."""

    def __init__(self) -> None:
        self.aliases: dict[str, tuple[Alias, ...]] = {}
        self._actors: dict[str, Actor] = {}
        self._offices: dict[str, tuple[Office, ...]] = {}
        self.titles = {words: TitleWord(*entry) for words, entry in TITLES.items()}
        for code, names in STATES.items():
            self._add(Actor(code, names[0], "state", code, None, (), code, "GOV"), names)
        for name, code in METONYMS.items():
            self._alias(name, code, "metonym")
        for name, code in BODIES.items():
            state = None if code.startswith("IGO") else code[:3]
            sector = "MIL" if state else "IGO"
            bare = name.rstrip("!?")
            self._add(Actor(code, bare, "organisation", state, None, (), state or code, sector), (name,))
        for person, (country, names, terms) in PEOPLE.items():
            self._offices[person] = tuple(
                Office(t, f, a, b, "2026-08", "test", role, role, person) for t, role, f, a, b in terms
            )
            self._add(Actor(person, names[0], "person", country, person, self._offices[person]), names)

    def actor(self, actor: str) -> Actor | None:
        return self._actors.get(actor)

    def offices_of(self, actor: str) -> tuple[Office, ...]:
        return self._offices.get(actor, ())

    def offices(self) -> tuple[Office, ...]:
        return tuple(office for held_by in self._offices.values() for office in held_by)

    def bearers(self) -> Iterator[tuple[str, str, str, str]]:
        for office in self.offices():
            yield office.role, office.for_, office.person, self._actors[office.person].name

    def holders(self, role: str, for_: str, day: str) -> Holders:
        asked = [(o, held(o, day).answer) for o in self.offices() if (o.role, o.for_) == (role, for_)]
        return Holders(*(tuple(o for o, answer in asked if answer == want) for want in ("yes", "unknown")))

    def place(self, name: str) -> tuple[Place, ...]:
        return (Place(name, "IDN", None, None),) if name in ("Bandung", "Jakarta") else ()

    def place_is_vague(self, name: str) -> bool:
        return False

    def _body(self, code: str, name: str, country: str | None) -> Actor:
        sector = "MIL" if country else "IGO"
        return Actor(code, name, "organisation", country, None, (), country or code, sector)

    def _add(self, actor: Actor, names: tuple[str, ...]) -> None:
        self._actors[actor.id] = actor
        for name in names:
            self._alias(name, actor.id, "name")

    def _alias(self, name: str, actor: str, kind: str) -> None:
        alias = Alias(name.rstrip("!?"), actor, kind, name.endswith("!"), name.endswith("?"))
        self.aliases[alias.surface] = (*self.aliases.get(alias.surface, ()), alias)
