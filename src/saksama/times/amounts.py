"""The words around numbers: comparators, currencies, units and what makes a number no amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from saksama.language.wordlists import broken, wordlist
from saksama.records import Comparator

_SINGLE: Final = ("more_after", "about_suffix", "about_after", "between", "and", "dozen", "its", "one")
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amounts:
    """A language's words of quantity; phrases are tuples of tokens in lower case."""

    before: dict[Phrase, Comparator]
    places: frozenset[Phrase]
    money_before: dict[Phrase, str]
    money_after: dict[Phrase, str]
    percent: dict[Phrase, str]
    money_scales: dict[str, float]
    plurals: dict[str, float]
    measures: dict[str, str]
    speed_units: frozenset[str]
    per_marks: frozenset[str]
    per_time: frozenset[str]
    counted: frozenset[str]
    labels: frozenset[str]
    score_words: frozenset[str]
    idioms: frozenset[Phrase]
    skipped: frozenset[str]
    no_units: frozenset[str]
    range_words: frozenset[str]
    single: dict[str, str]  # the lists of one word, `_SINGLE`


@cache
def amounts(language: str) -> Amounts:
    """The words of ``language/<language>/quantities.yaml``; raises `DataError` where it is broken."""
    content = wordlist(language, "quantities")
    try:
        return _read(content)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        broken(language, "quantities", f"not as expected at {error}")


def _read(content: Any) -> Amounts:
    percent = {**_phrases({"percent": content["percent"]}), **_phrases({"poin": content["percent_point"]})}
    return Amounts(
        before=_phrases(content["before"]),
        places=frozenset(tuple(phrase.split()) for phrase in content["places"]),
        money_before=_phrases(content["money_before"]),
        money_after=_phrases(content["money_after"]),
        percent=percent,
        money_scales=dict(_scales(content["money_scales"])),
        plurals=dict(_scales(content["plurals"])),
        measures={word: unit for unit, words in content["measures"].items() for word in words.split()},
        speed_units=frozenset(content["speed_units"]),
        per_marks=frozenset(content["per_marks"]),
        per_time=_set(content["per_time"]),
        counted=_set(content["counted_nouns"]),
        labels=_set(content["labels"]),
        score_words=_set(content["score_words"]),
        idioms=frozenset(tuple(idiom.split()) for idiom in content["idioms"]),
        skipped=_set(content["between_number_and_noun"]),
        no_units=_set(content["no_units"]),
        range_words=_set(content["range_words"]),
        single={key: content[key] for key in _SINGLE},
    )


def _phrases(table: dict[Any, Iterable[str]]) -> dict[Phrase, Any]:
    return {tuple(phrase.split()): meaning for meaning, listed in table.items() for phrase in listed}


def _scales(table: dict[Any, str]) -> Iterator[tuple[str, float]]:
    for value, listed in table.items():
        for word in listed.split():
            yield word, float(value)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
