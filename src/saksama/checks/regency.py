"""A city or regency put in another province: "Jember, Jawa Tengah".

Part of the `geography` check; from a table of all but the names that two provinces bear. Villages and
districts often bear a regency's name, so a word for them before the name keeps it silent.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from saksama.errors import DataError
from saksama.language.wordlists import wordlist, words
from saksama.records import Mention, Reading

_LAST = re.compile(r"(\w+)\.? $")
_REACH = 20  # characters before a name, in which the word for its kind stands


def lies_in(reading: Reading, inner: Mention, outer: Mention) -> str | None:
    """The province of a city or regency, where the text puts it in another one; else None."""
    language = reading.article.language
    kinds = words(language, "checks", "regency_words")
    name = " ".join(word for word in inner.text.split() if word.lower() not in kinds)
    told = wordlist(language, "checks")["province_names"].get(outer.text, outer.text)
    found = _provinces().get(name)
    if not found or told not in {home for homes in _provinces().values() for home in homes}:
        return None
    before = _LAST.search(reading.article.text[max(0, inner.start - _REACH) : inner.start])
    if told in found or (before and before[1].lower() in words(language, "checks", "smaller_places")):
        return None
    return found[0]


@lru_cache(maxsize=1)
def _provinces() -> dict[str, tuple[str, ...]]:
    """The province of each place, first its own, then those that it was a part of."""
    lines = files("saksama.checks").joinpath("data/regencies.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] != "#"][1:]
    if any(len(row) != 3 or not row[0] or not row[2] for row in rows):
        raise DataError("regencies.tsv: a row must have a province, others or nothing, and places")
    homes: dict[str, tuple[str, ...]] = {}
    for province, also, places in rows:
        for place in places.split("|"):
            homes[place] = (*homes.get(place, ()), province, *filter(None, also.split("|")))
    return homes
