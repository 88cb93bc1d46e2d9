"""What stands around a number: comparator, currency and unit, or a label that makes it no amount."""

from __future__ import annotations

from typing import Final

from saksama.records import Comparator
from saksama.times.numerals import Numeral, Scene

_LONGEST: Final = 4  # tokens of a comparator
_SHORT: Final = 6  # words up to this length keep their ending: it may be no suffix
_SCORE_REACH: Final = 6  # tokens before two numbers in which a word of play makes them a score


def comparator(scene: Scene, first: int) -> tuple[int, Comparator]:
    """The comparator before a token and where it begins; "=" where there is none."""
    words = scene.words
    for length in range(min(_LONGEST, first), 0, -1):
        phrase = scene.phrase(first - length, first)
        found = words.before.get(phrase)
        if found and first - 1 not in scene.taken:
            place = phrase in words.places and scene.word(first) == words.single["one"]
            return (first, "=") if place else (first - length, found)
    return first, "="


def money_before(scene: Scene, first: int) -> tuple[int, str] | None:
    """The currency before a number: where it begins, and its code."""
    for length in (2, 1):
        code = scene.words.money_before.get(scene.phrase(first - length, first)) if first >= length else None
        if code:
            return first - length, code
    return None


def unit_after(scene: Scene, at: int) -> tuple[str, int] | None:
    """The unit behind a number, and the token after it."""
    if scene.word(at) == scene.words.single["more_after"]:
        at += 1
    if not scene.word(at) or at in scene.taken:
        return None
    for table in (scene.words.money_after, scene.words.percent):
        for length in (3, 2, 1):
            code = table.get(phrase := scene.phrase(at, at + length))
            if code:
                return code, at + len(phrase)
    measure = scene.words.measures.get(scene.word(at))
    if measure and _is_measure(scene, at):
        return _per_time(scene, measure, at)
    return _noun(scene, at)


def _is_measure(scene: Scene, at: int) -> bool:
    """A one-letter unit is no initial ("5 M. Nasir")."""
    return len(scene.word(at)) > 1 or scene.word(at + 1) != "."


def _per_time(scene: Scene, measure: str, at: int) -> tuple[str, int]:
    """With the time behind a speed: "60 km/jam"."""
    words, time = scene.words, scene.word(at + 2)
    if measure in words.speed_units and scene.word(at + 1) in words.per_marks and time in words.per_time:
        return f"{measure}/{time}", at + 3
    return measure, at + 1


def _noun(scene: Scene, at: int) -> tuple[str, int] | None:
    words = scene.words
    if scene.word(at) in words.skipped:
        at += 1
    word = scene.word(at)
    if at in scene.taken or not word[:1].isalpha() or len(word) < 2 or word in words.no_units:
        return None
    if word in words.counted or scene.tag(scene.row.starts[at]) == "NOUN":
        return word.removesuffix(scene.words.single["its"]) if len(word) > _SHORT else word, at + 1
    return None


def blocked(scene: Scene, here: Numeral) -> bool:
    """Whether the words around make a number a label, an ordinal, an idiom or part of a name."""
    first, before = here.first, scene.word(here.first - 1)
    bracketed = before == ")" and scene.word(first - 3) == "("  # Pajak Penghasilan (PPh) 22
    label = scene.word(first - 2) if before == "." or bracketed else before
    if label in scene.words.labels and not (money_before(scene, first) or _share(scene, here.last)):
        return True
    if not scene.word(first)[0].isdigit() and _in_idiom(scene, here):
        return True
    if before == "-" and scene.touches(first):
        return True
    if scene.word(here.last) == "-" and scene.touches(here.last) and not _numeral(scene, here.last + 1):
        return True
    return _after_name(scene, here)


def _share(scene: Scene, at: int) -> bool:
    """Whether money or a share stands behind a number: "di level 5 persen" is no label."""
    return any(
        scene.phrase(at, at + n) in table
        for n in (1, 2)
        for table in (scene.words.percent, scene.words.money_after)
    )


def _in_idiom(scene: Scene, here: Numeral) -> bool:
    """Whether a number word belongs to a set phrase ("empat mata")."""
    starts = ((start, n) for n in (2, 3) for start in range(max(0, here.first - n + 1), here.last))
    return any(scene.phrase(start, start + n) in scene.words.idioms for start, n in starts)


def _numeral(scene: Scene, index: int) -> bool:
    return scene.word(index)[:1].isdigit() or scene.row.letters[index : index + 1] == "w"


def _after_name(scene: Scene, here: Numeral) -> bool:
    """A small figure right behind a name: "Liga 1", "Apollo 11"."""
    first, before = here.first, scene.word(here.first - 1)
    small = scene.word(first).isdigit() and here.last - first == 1 and len(scene.word(first)) < 4
    if (
        not small
        or not before[:1].isalpha()
        or comparator(scene, first)[1] != "="
        or _share(scene, here.last)
    ):
        return False
    return scene.tag(scene.row.starts[first - 1]) == "PROPN" and not money_before(scene, first)


def joined_by(scene: Scene, low: Numeral) -> str:
    """The word that joins a number to the next one as a range; empty where none does."""
    word = scene.word(low.last)
    if low.last in scene.taken or not _numeral(scene, low.last + 1):
        return ""
    between = scene.word(low.first - 1) == scene.words.single["between"]
    if word in scene.words.range_words or (between and word == scene.words.single["and"]):
        return word
    return word if word == "-" and not is_score(scene, low.first) else ""


def is_score(scene: Scene, first: int) -> bool:
    """Whether a word of play stands shortly before a token."""
    return not scene.words.score_words.isdisjoint(scene.phrase(first - _SCORE_REACH, first))
