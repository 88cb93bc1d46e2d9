"""How much a word tells: inverse document frequency over a background of news."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from math import log

from saksama.errors import DataError


@lru_cache(maxsize=4)
def weights(language: str = "id") -> tuple[dict[str, float], float]:
    """Weight by lemma, and the weight of a lemma that is not listed; from `frequencies.tsv`."""
    name = f"{language}/frequencies.tsv"
    rows = files("saksama.language").joinpath(name).read_text("utf-8").splitlines()
    head = [row for row in rows if row.startswith("#")]
    try:
        articles = next(int(row.rpartition(" ")[2]) for row in head if row.startswith("# articles:"))
        counts = [row.split("\t") for row in rows if not row.startswith("#")]
        found = {word: log(articles / int(count)) for word, count in counts}
    except (ValueError, StopIteration) as broken:
        raise DataError(f"{name}: {broken}") from broken
    return found, log(articles / 4)
