"""The line that says when an article was published: "Oleh Rina Marlina - 12/05/2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from saksama.language.wordlists import words
from saksama.records import Span
from saksama.sources import dates
from saksama.sources.boilerplate import TOP_LINES, body_lines

_NAME_WORDS = 6
_LONGEST = 110
_REACH = 4000
_BULLETS = ("-", "•", "*")  # an item of a list of other articles
_NEVER = '"“”?!'
_YEAR = re.compile(r"\d{4}")
_YEAR = re.compile(r"\d{4}")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d+")
_APART = re.compile(r"[|,–—•·:/)-]\s*\n|\n\s*[|,–—•·:/(-]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?")


@dataclass(frozen=True, slots=True)
class Byline:
    """Offsets of the line and of the date in it; `value` is `None` if there is no such day."""

    start: int
    end: int
    date: Span
    value: str | None


def byline_of(text: str, title: Span | None, language: str) -> Byline | None:
    """The byline near the top of a text; the day of an update only where no other is given."""
    start = title.end if title else 0
    late: Byline | None = None
    for line in body_lines(text[: start + _REACH], start):
        if line.number >= TOP_LINES:
            break
        printed = text[line.start : line.end]
        first = date_of(printed, language)
        if first is None:
            continue
        date = Span(line.start + first.start, line.start + first.end)
        found = Byline(line.start, line.end, date, first.value)
        update = words(language, "bylines", "update")
        if not update.intersection(printed[: first.start].lower().replace(":", " ").split()):
            return found
        late = late or found
    return late


def date_of(line: str, language: str) -> dates.Printed | None:
    """The first date of a line that is a byline, `None` if it is none.

    A byline holds one date or two, stock words and a few names, set apart from the date: "Waduk
    Meluap pada 3 Mei 2024" is a headline.
    """
    if len(line) > _LONGEST or line.startswith(_BULLETS) or not _YEAR.search(line):
        return None
    if any(mark in line for mark in _NEVER):
        return None
    found = dates.find(line, language)
    if len(found) not in (1, 2):
        return None
    rest = line
    for item in reversed(found):
        rest = f"{rest[: item.start]}\n{rest[item.end :]}"
    return found[0] if _only_names(_CLOCK.sub(" ", rest), words(language, "bylines", "furniture")) else None


def _only_names(rest: str, furniture: frozenset[str]) -> bool:
    every = _TOKEN.findall(rest)
    names = [word for word in every if word.lower().rstrip(".") not in furniture]
    if len(names) > _NAME_WORDS or not all(_is_name(name) for name in names):
        return False
    return not names or every[0].lower() in furniture or bool(_APART.search(rest))


@lru_cache(maxsize=4096)
def _is_name(word: str) -> bool:
    """A capitalised word, a domain or a number."""
    return word[0].isupper() or word.isdigit() or "." in word.rstrip(".") or word.endswith((".com", ".id"))
