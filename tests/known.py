"""A small knowledge base in memory, with the door of `saksama.actors.knowledge.Knowledge`."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.records import Actor, Office, Place


@dataclass(frozen=True, slots=True)
class Alias:
    surface: str
    actor: str
    kind: str = "name"
    case_sensitive: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class TitleWord:
    role: str
    sector: str


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
    "Q7747": ("RUS", ("Vladimir Putin", "Putin"), [("Presiden", "president", "RUS", "2012-05-07", None)]),
    "Q56226": ("PRK", ("Kim Jong Un", "Kim Jong-un", "Kim?"), [("Pemimpin", "leader", "PRK", "2011-12", None)]),
    "Q57643": ("NOR", ("Jens Stoltenberg", "Stoltenberg"),
               [("Sekretaris Jenderal", "secretary-general", "IGO-NATO", "2014-10-01", "2024-10-01"),
                ("Perdana Menteri", "prime-minister", "NOR", "2005-10-17", "2013-10-16")]),
    "Q963": ("RUS", ("Sergei Shoigu", "Shoigu"),
             [("Menteri Pertahanan", "minister-of-defence", "RUS", "2012-11-06", "2024-05-12")]),
    "Q57": ("IDN", ("Joko Widodo", "Jokowi"), [("Presiden", "president", "IDN", "2014-10-20", "2024-10-20")]),
    "Q58": ("IDN", ("Budi Hartono",), [("Menteri Keuangan", "minister-of-finance", "IDN", "2020", None)]),
    "Q22686": ("USA", ("Donald Trump", "Trump"), [("Presiden", "president", "USA", "2025-01-20", None)]),
}  # fmt: skip
TITLES = {
    "presiden": ("president", "GOV"), "pemimpin": ("leader", "GOV"), "pemimpin tertinggi": ("leader", "GOV"),
    "menteri": ("minister", "GOV"), "menteri pertahanan": ("minister-of-defence", "GOV"),
    "menhan": ("minister-of-defence", "GOV"), "menteri luar negeri": ("minister-of-foreign-affairs", "GOV"),
    "menlu": ("minister-of-foreign-affairs", "GOV"), "menteri keuangan": ("minister-of-finance", "GOV"),
    "sekretaris jenderal": ("secretary-general", "IGO"), "sekjen": ("secretary-general", "IGO"),
    "perdana menteri": ("prime-minister", "GOV"), "pm": ("prime-minister", "GOV"),
}  # fmt: skip


class Small:
    """States, a few people and their offices."""

    def __init__(self) -> None:
        self.aliases: dict[str, tuple[Alias, ...]] = {}
        self._actors: dict[str, Actor] = {}
        self._offices: dict[str, tuple[Office, ...]] = {}
        self.titles = {words: TitleWord(*entry) for words, entry in TITLES.items()}
        for code, names in STATES.items():
            self._add(Actor(code, names[0], "state", code, None), names)
        for name, code in METONYMS.items():
            self._alias(name, code, "metonym")
        for name, code in BODIES.items():
            country = None if code.startswith("IGO") else code[:3]
            kind = Actor(code, name.rstrip("!?"), "organisation", country, None, sector="IGO" if not country else "MIL")
            self._add(kind, (name,))
        for person, (country, names, held) in PEOPLE.items():
            self._offices[person] = tuple(
                Office(t, f, a, b, "2026-08", "test", role, role, person) for t, role, f, a, b in held
            )
            self._add(Actor(person, names[0], "person", country, person, self._offices[person]), names)

    def actor(self, actor: str) -> Actor | None:
        return self._actors.get(actor)

    def offices_of(self, actor: str) -> tuple[Office, ...]:
        return self._offices.get(actor, ())

    def holders(self, role: str, for_: str, day: str) -> tuple[Office, ...]:
        held = (office for offices in self._offices.values() for office in offices)
        return tuple(
            o for o in held if o.role == role and o.for_ == for_ and (o.from_ or "") <= day <= (o.to or "9999")
        )

    def place(self, name: str) -> Place | None:
        return Place(name, "IDN", None, None) if name in ("Bandung", "Jakarta") else None

    def _add(self, actor: Actor, names: tuple[str, ...]) -> None:
        self._actors[actor.id] = actor
        for name in names:
            self._alias(name, actor.id, "name")

    def _alias(self, name: str, actor: str, kind: str) -> None:
        alias = Alias(name.rstrip("!?"), actor, kind, name.endswith("!"), name.endswith("?"))
        self.aliases[alias.surface] = (*self.aliases.get(alias.surface, ()), alias)
