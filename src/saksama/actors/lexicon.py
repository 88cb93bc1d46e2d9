"""The words around names: honorifics, excuses, kin, groups, pronouns; from `actors.yaml`.

Verbs of speech come from `language.speech`, which the statements read as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from saksama.actors.page import Phrases
from saksama.language.speech import Form, Speech, speech
from saksama.language.wordlists import broken, wordlist

_LIST = "actors"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """What a noun phrase such as "kedua negara" asks for: how many, and of which kind."""

    count: int
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists of one language, ready for look-up; everything in lower case."""

    honorifics: dict[str, str]
    calendar: frozenset[str]
    given_names: frozenset[str]
    after_name: frozenset[str]
    nickname_cues: Phrases[str]
    excuses_before: frozenset[str]
    excuses_after: frozenset[str]
    excuses_in_clause: Phrases[str]
    out_of_office: dict[str, str]
    deputies: frozenset[str]
    kin: frozenset[str]
    aides: Phrases[str]
    occupations: Phrases[str]
    groups: Phrases[str]
    group_adjectives: frozenset[str]
    bodies: dict[str, str]
    named_bodies: Phrases[str]
    generic_places: frozenset[str]
    place_kinds: frozenset[str]
    place_words: frozenset[str]
    currencies: frozenset[str]
    named_after: frozenset[str]
    pronouns: dict[str, str]
    particles: frozenset[str]
    speech_hosts: frozenset[str]
    doubtful_hosts: frozenset[str]
    speech_verbs: frozenset[str]
    possessed: frozenset[str]
    hosts: dict[str, frozenset[str]]
    not_possessed: frozenset[str]
    anaphora: Phrases[Anaphor]
    determiners: frozenset[str]
    counting: frozenset[str]
    modifiers: frozenset[str]
    headline_verbs: frozenset[str]
    no_names: frozenset[str]
    day_words: frozenset[str]
    home: str
    home_words: frozenset[str]

    def body_sector(self, words: Sequence[str]) -> str:
        """PLOVER's sector of a body by the small words its name begins with; "" where they do not tell."""
        known = self.named_bodies.longest(words, 0, len(words))
        return known[1] if known else self.bodies.get(words[0], "")


@lru_cache(maxsize=4)
def lexicon(language: str = "id") -> Lexicon:
    """The lists of a language; raises `DataError` where one is missing or has the wrong shape."""
    lists = wordlist(language, _LIST)
    try:
        return _build(lists, speech(language))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        broken(language, _LIST, f"{type(error).__name__} at {error}")


_SETS = """
    calendar given_names after_name deputies kin group_adjectives generic_places place_kinds
    place_words currencies named_after particles doubtful_hosts possessed not_possessed determiners
    counting modifiers headline_verbs no_names day_words home_words
""".split()


def _build(lists: dict[str, Any], verbs: Speech) -> Lexicon:
    return Lexicon(
        **{name: _set(lists[name]) for name in _SETS},
        honorifics=_by_word(lists["honorifics"]),
        nickname_cues=Phrases((cue, cue) for cue in _phrases(lists["nickname_cues"])),
        excuses_before=_set(lists["excused"]["before"]),
        excuses_after=_set(lists["excused"]["after"]),
        excuses_in_clause=Phrases((phrase, phrase) for phrase in lists["excused"]["clause"]),
        out_of_office=_by_word(lists["out_of_office"]),
        aides=Phrases(_by_phrase(lists["aides"])),
        occupations=Phrases(_by_phrase(lists["occupations"])),
        groups=Phrases(_by_phrase(lists["groups"])),
        bodies=_by_word(lists["bodies"]),
        named_bodies=Phrases(_by_phrase(lists["named_bodies"])),
        pronouns={word: kind for kind, words in lists["pronouns"].items() for word in words.split()},
        speech_hosts=_set(lists["speech_hosts"]) | _forms(verbs, "after"),
        speech_verbs=_forms(verbs, "active", "short", "after"),
        hosts={kind: _set(lists[kind]) for kind in ("of_people", "of_places", "of_nobody")},
        anaphora=Phrases(_anaphora(lists["anaphora"])),
        home=str(lists["home"]),
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _forms(verbs: Speech, *kinds: Form) -> frozenset[str]:
    return frozenset(form for form, (_, found) in verbs.by_form.items() if not found.isdisjoint(kinds))


def _by_word(lists: dict[str, str]) -> dict[str, str]:
    return {word: sector for sector, words in lists.items() for word in words.split()}


def _by_phrase(lists: dict[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for sector, phrases in lists.items():
        yield from ((phrase, sector) for phrase in _phrases(phrases))


def _phrases(listed: Iterable[str]) -> Iterable[str]:
    if isinstance(listed, str):
        raise ValueError(f"a list is wanted, not {listed[:20]!r}")
    return listed


def _anaphora(lists: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, Anaphor]]:
    for count, number in (("one", 1), ("two", 2)):
        for kind, phrases in lists[count].items():
            yield from ((phrase, Anaphor(number, kind)) for phrase in _phrases(phrases))
