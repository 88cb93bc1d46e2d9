"""What a claim says and what a sentence says, in a form in which the two can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from saksama.checks.known_claim.lexicon import lexicon
from saksama.language.frequencies import weights

_WORD = re.compile(r"[0-9][0-9.,]{0,30}|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SCALES = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "m": 9, "triliun": 12, "t": 12}
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DIGITS = "0123456789"
_YEARS = range(1900, 2100)
_HEADLINE = 0.6  # share of capitals from which they name nothing
SCOPE = 3  # words behind a "not" or "may" in which its word is looked for
LEAST_RARE = 1.4  # weight from which a word tells something: in fewer than a quarter of all articles


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells something: its root, how rare it is, where it stands, how it is put.

    `name` is whether it is written as a name inside a sentence; `passive` is a verb form in *di-*.
    """

    root: str
    weight: float
    at: int
    name: bool
    passive: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """`turned` and `open` hold the roots that a "not" or a "may" is said of; `shown` what is shown.

    `roots` are all of them, telling or not.
    """

    words: tuple[Word, ...]
    roots: frozenset[str]
    numbers: frozenset[float]
    years: frozenset[int]
    turned: frozenset[str]
    open: frozenset[str]
    shown: frozenset[str]
    size: int

    def __add__(self, other: Profile) -> Profile:
        """Two sentences as one."""
        moved = tuple(replace(word, at=word.at + self.size) for word in other.words)
        return Profile(
            words=self.words + moved,
            roots=self.roots | other.roots,
            numbers=self.numbers | other.numbers,
            years=self.years | other.years,
            turned=self.turned | other.turned,
            open=self.open | other.open,
            shown=self.shown | other.shown,
            size=self.size + other.size,
        )


@dataclass(frozen=True, slots=True)
class _Form:
    """What a written word is: its root, how rare; `tells` unless it is common or frames a claim.

    `opener` names the list by which it turns round or leaves open what follows; `value` is a number word's.
    """

    root: str
    weight: float
    tells: bool
    framing: bool
    capital: bool
    listed: bool
    passive: bool
    verbal: bool
    opener: str
    shown: str | None
    value: float | None

    def named(self, inside: bool) -> bool:
        """Whether it is a name, inside a sentence or where every word may have a capital."""
        return self.capital and (inside or not self.listed)


def profile(text: str, language: str = "id") -> Profile:
    """The profile of a claim or of a sentence, from its words alone."""
    short = lexicon(language).short
    said = [part for word in _WORD.findall(text) for part in short.get(word.lower(), (word,))]
    forms = [_form(word, language) for word in said]
    headline = sum(form.capital for form in forms) > _HEADLINE * len(forms)
    telling = tuple(
        Word(form.root, form.weight, at, form.named(bool(at and not headline)), form.passive)
        for at, form in enumerate(forms)
        if form.tells
    )
    numbers, years = _numbers(said, forms)
    return Profile(
        words=telling,
        roots=frozenset(form.root for form in forms if form.root),
        numbers=numbers,
        years=years,
        turned=_scope(forms, ("turned",)),
        open=_scope(forms, ("open", "purpose")),
        shown=frozenset(form.shown for form in forms if form.shown),
        size=len(said),
    )


@lru_cache(maxsize=65536)
def _form(word: str, language: str) -> _Form:
    known, small = lexicon(language), word.lower()
    listed, rare = weights(language)
    root = known.root(word) if word[0].isalpha() else ""
    weight = listed.get(root, listed.get(small, rare))
    capital, opener = word[0].isupper(), known.opener(small)
    framing = root in known.frames or small in known.frames or bool(opener)
    empty = framing or small in known.shown or small in known.numbers
    rare_enough = weight >= LEAST_RARE or (capital and root not in listed)
    return _Form(
        root=root,
        weight=weight,
        tells=len(root) > 1 and rare_enough and not empty,
        framing=framing,
        capital=capital,
        listed=root in listed or small in listed,
        passive=small.startswith("di") and root != small,
        verbal=root != small and small.startswith(known.prefixes),
        opener=opener,
        shown=known.shown.get(small) or known.shown.get(root),
        value=known.numbers.get(small),
    )


def _scope(forms: list[_Form], openers: tuple[str, ...]) -> frozenset[str]:
    """The roots of the first words with content behind each opener; a purpose wants a verb there."""
    found: set[str] = set()
    for at, form in enumerate(forms):
        if form.opener not in openers:
            continue
        behind = [f for f in forms[at + 1 : at + 1 + SCOPE] if f.root and not f.framing]
        if form.opener != "purpose" or any(f.verbal for f in behind[:2]):
            found.update(f.root for f in behind[:1])
    return frozenset(found)


def _numbers(said: list[str], forms: list[_Form]) -> tuple[frozenset[float], frozenset[int]]:
    """The numbers with their scale ("50 miliar", "dua juta"), and what can only be years."""
    numbers: set[float] = set()
    years: set[int] = set()
    for at, form in enumerate(forms):
        digits = said[at].rstrip(".,")
        if form.value is None and (form.root or said[at][0] not in _DIGITS):
            continue
        scale = _SCALES.get(said[at + 1].lower()) if at + 1 < len(said) else None
        value = _value(digits) if form.value is None else form.value
        if scale is None and len(digits) == 4 and form.value is None and value in _YEARS:
            years.add(int(value))
        else:
            numbers.add(round(value * 10.0 ** (scale or 0), 6))
    return frozenset(numbers), frozenset(years)


def _value(digits: str) -> float:
    """Indonesian figures: a point parts thousands, a comma the fraction."""
    if _GROUPED.fullmatch(digits.partition(",")[0]):
        digits = digits.replace(".", "")
    whole, _, fraction = digits.replace(",", ".").partition(".")
    return float(f"{whole}.{fraction.replace('.', '')}")
