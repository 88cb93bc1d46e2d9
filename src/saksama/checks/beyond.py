"""Days of the month above 31, which are no dates at all: "Rabu (32/5/2024)", "35 Mei 2024".

Part of the `calendar` check. A weekday must stand before them, or a year after the month's name: a
number before a month may be the end of another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from saksama.language.spell import months, weekday
from saksama.records import Evidence, Reading


def find(reading: Reading) -> Iterator[Evidence]:
    """The words of each such date, outside of boilerplate."""
    article = reading.article
    for match in _pattern().finditer(article.text):
        spoilt = any(b.start <= match.start() < b.end for b in article.boilerplate)
        if not spoilt and (match["weekday"] or match["year"]):
            yield article.evidence(match.start("all"), match.end("all"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    days = "|".join((*(weekday(number, "id") for number in range(7)), "Ahad"))
    number = r"(?:3[2-9]|[4-9]\d)"
    figures = rf"{number}/(?:0?[1-9]|1[0-2])(?:/\d{{4}})?"
    letters = rf"{number} (?:{'|'.join(months('id'))})\b"
    before = rf"(?:\b(?P<weekday>{days}),? ?\(?)?(?<![\d/.,])"
    whole = rf"(?P<all>{letters}(?P<year> \d{{4}})?|{figures})"
    return re.compile(rf"{before}{whole}(?![\d/])", re.IGNORECASE)
