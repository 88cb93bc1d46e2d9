"""Another unit, month, weekday or score in two tellings of a sentence that is otherwise the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from saksama.checks.conflict.replaced import Compared, Replaced, Word
from saksama.language.wordlists import wordlist

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]
_TWO = re.compile(r"(\d{1,3})-(\d{1,3})")


def units(both: Compared) -> Iterator[Sides]:
    """The same figure by another unit of one kind."""
    kinds = _kinds(both.pair.new.article.language)
    for part in both.replaced:
        if not part.single or not part.here[0] or not _figure(both, part.here[0] - 1):
            continue
        one, other = (kinds.get(side[0].bare) for side in (part.one, part.other))
        if one and other and one[0] == other[0] and one[1] != other[1]:
            yield _with_figure(part)


def calendar(both: Compared) -> Iterator[Sides]:
    """Another month or weekday, or other days from one to another."""
    months, weekdays = _calendar(both.pair.new.article.language)
    for part in both.replaced:
        if not part.single:
            continue
        one, other, after = part.one[0].bare, part.other[0].bare, part.after()
        for names in (months, weekdays):
            if names.get(one, names.get(other)) != names.get(other, names.get(one)):
                yield part.one, part.other
        if after and after[0] in months and _TWO.fullmatch(one) and _TWO.fullmatch(other):
            yield part.one, part.other


def scores(both: Compared) -> Iterator[Sides]:
    """Another score; one turned about is told from the other side."""
    months = _calendar(both.pair.new.article.language)[0]
    for part in both.replaced:
        if not part.single or set(part.after()) & months.keys():
            continue
        one, other = (_TWO.fullmatch(side[0].text) for side in (part.one, part.other))
        if one and other and one.groups() != other.groups()[::-1]:
            yield part.one, part.other


def _figure(both: Compared, at: int) -> bool:
    """Whether the word at a place of the earlier telling is a figure, in digits or as it was read."""
    word, reading = both.old[at], both.pair.old
    starts = {q.start for q in reading.quantities} | {t.start for t in reading.times if t.type == "DURATION"}
    return word.text[0].isdigit() or word.start in starts


def _with_figure(part: Replaced) -> Sides:
    (here, end), (there, close) = part.here, part.there
    return part.old[here - 1 : end], part.new[there - 1 : close]


@lru_cache(maxsize=4)
def _calendar(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Months and weekdays: by every name the number."""
    lists = wordlist(language, "times")
    months = [*lists["months"]["full"].items(), *lists["months"]["short"].items()]
    return _by_name(months), _by_name(lists["weekdays"].items())


def _by_name(rows: Iterable[tuple[int, str]]) -> dict[str, int]:
    return {word: number for number, spelt in rows for word in spelt.split()}


@lru_cache(maxsize=4)
def _kinds(language: str) -> dict[str, tuple[int, str]]:
    """By unit its kind and its first name."""
    lists = wordlist(language, "retold")
    first = {word: pair.split()[0] for pair in lists["same_units"] for word in pair.split()}
    return {
        word: (kind, first.get(word, word))
        for kind, group in enumerate(lists["units"])
        for word in group.split()
    }
