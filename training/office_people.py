"""The people of the office files: one identity for each, under the names that the press uses."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_WITH_ID = re.compile(r"^(?P<name>.*?)\s*\[(?P<id>Q\d+)\]$")
_NOT_LATIN = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u2018\u2019 ]")
_INITIAL = re.compile(r"(?<=[a-z]) (?:[A-Z]\. ?)+(?=[A-Z])")
_PLAIN = str.maketrans("ıłŁøØđĐ’‘", "ilLoOdD''")

HEADER = """\
# People who hold or held an office, and a few others: made by training/offices.py, not by hand.
# Ids from Wikidata (CC0) or local; names and aliases own work, Apache-2.0. '|' between aliases.
# short: the bare second mention; '?' marks one that is an ordinary name or word too.
"""


def fold(name: str) -> str:
    """The name without accents, in ASCII as far as Latin letters go."""
    flat = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(c for c in flat if not unicodedata.combining(c))


def key(name: str) -> str:
    """What two spellings of one name share."""
    return re.sub(r"[^a-z]", "", fold(name).lower())


@dataclass(slots=True)
class Person:
    """One row of `people.tsv`."""

    id: str
    name: str
    country: str = ""
    short: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


class Names:
    """Which id belongs to which name, and how the press writes it."""

    def __init__(self, states: list[dict[str, str]], hand: Path) -> None:
        self.states = {row["id"] for row in states}
        self.hand: dict[str, list[str]] = {}
        self.others: list[str] = []
        self.names: dict[str, str] = {}
        self.known: dict[str, set[str]] = defaultdict(set)
        self.seen: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.same: dict[str, str] = {}
        for line in hand.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                self._read(line)

    def _read(self, line: str) -> None:
        cells = [cell.strip() for cell in line.lstrip("+").split("|")] + [""] * 4
        name = cells[0]
        if match := _WITH_ID.match(name):
            name = match["name"]
            self.known[key(name)].add(match["id"])
        self.hand[key(name)] = [name, *cells[1:5]]
        for variant in (cells[1], *cells[3].split(";")):
            self.same.setdefault(key(variant), name)
        if line.startswith("+"):
            self.others.append(name)

    def see(self, name: str, person: str, country: str) -> None:
        """A name somewhere in the files of a country, whatever the office."""
        self.seen[key(name), country].add(person)

    def add(self, name: str, person: str) -> None:
        """A name of somebody whose office is taken."""
        if not _NOT_LATIN.search(name):
            self.names.setdefault(person, name.split(",", maxsplit=1)[0])
        self.known[key(name)].add(person)

    def find(self, text: str, country: str) -> str:
        """The id of a hand-written name; two people of one name must be told apart by ``[Q…]``."""
        match = _WITH_ID.match(text)
        if match:
            self.add(match["name"], match["id"])
            return match["id"]
        ids = self.known[key(text)] or self.known[key(self.same.get(key(text), text))]
        ids = ids or self.seen[key(text), country]
        if len(ids) > 1:
            raise SystemExit(f"two people are called {text}: give the id")
        person = next(iter(ids)) if ids else self._other_id(text)
        self.add(text, person)
        return person

    def _other_id(self, text: str) -> str:
        written = self.hand.get(key(text), [""] * 5)
        return "local:" + re.sub(r"[^a-z0-9]+", "-", fold(written[1] or text).lower()).strip("-")

    def people(self, offices: Iterable[tuple[str, str]]) -> list[Person]:
        """Everybody with an office, and the others of the hand-written list, in order of their ids."""
        bodies: dict[str, str] = {}
        for person, body in offices:
            country = body if body in self.states else ""
            if country or person not in bodies:
                bodies.setdefault(person, country)
                bodies[person] = bodies[person] or country
        out = [self._person(person, self.names[person], bodies[person]) for person in bodies]
        others = ((self._other(name), name) for name in self.others)
        out += [self._person(person, name, "") for person, name in others if person not in bodies]
        return sorted(out, key=lambda p: p.id)

    def _other(self, name: str) -> str:
        return next(iter(self.known[key(name)]), "") or self._other_id(name)

    def _person(self, person: str, name: str, country: str) -> Person:
        _, press, short, aliases, written = self.hand.get(key(name), [name, "", "", "", ""])
        if not press:
            press = fold(_INITIAL.sub(" ", name))
        variants = [name, fold(name), _INITIAL.sub(" ", fold(name)), *aliases.split(";")]
        variants += [v.replace("-", " ") for v in (press, fold(name)) if "-" in v]
        unique = dict.fromkeys(v.strip() for v in variants if v.strip() and v.strip() != press)
        sure = {short, *aliases.split(";")}
        found = [f"?{v}" if " " not in v and v not in sure and v[0] != "?" else v for v in unique]
        if " " not in press and press != short:
            found.insert(0, f"?{press}")  # one word alone is somebody else's name as well
        return Person(person, press, written or country, [short] if short else [], found)


def write_people(people: list[Person], path: Path) -> None:
    """`people.tsv`, with its header of origin and licence."""
    lines = [HEADER, "id\tname\tcountry\tshort\taliases\n"]
    for p in people:
        lines.append("\t".join((p.id, p.name, p.country, "|".join(p.short), "|".join(p.aliases))) + "\n")
    path.write_text("".join(lines), "utf-8")
