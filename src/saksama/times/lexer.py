"""A sentence as a row of letters, one a token, which the grammar's patterns are matched against.

Figures get the classes ``d`` (1 to 31), ``y`` (four digits, a year if the grammar says so), ``t`` (a
time of the clock), ``f`` (19.06.2024) and ``n`` (any other); ``$`` is a currency, ``x`` any other
word, and ``( ) / - , .`` stand for themselves. What cannot be a date is settled here, where the
neighbours are known: "Rp2024", "Su-35", "2024 orang", "Pasar Minggu".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from saksama.times.lexicon import Lexicon, Value

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:]\d+)*|[^\w\s]")
_GLUED_MONEY: Final = re.compile(r"(?:rp|idr|usd|us|rm|sgd|aud)\.?$")
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?", re.ASCII)
_FULL: Final = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d", re.ASCII)
_MARKS: Final = {"(": "(", ")": ")", "/": "/", "-": "-", "–": "-", "—": "-", ",": ",", ".": "."}
_MONEY: Final = frozenset(("$", "€", "£", "¥", "₩"))


@dataclass(slots=True)
class Row:
    """The tokens of one sentence: letters, words in lower case, values and absolute offsets."""

    letters: str
    words: list[str]
    values: list[Value]
    starts: list[int]
    ends: list[int]


def lex(text: str, start: int, end: int, lexicon: Lexicon) -> Row:
    """Cut ``text[start:end]`` into classed tokens."""
    known = lexicon.words
    letters: list[str] = []
    words: list[str] = []
    values: list[Value] = []
    starts: list[int] = []
    ends: list[int] = []
    figures: list[int] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        lower = word.lower()
        letter, value = known.get(lower, ("x", ""))
        if letter == "x":
            if word[0].isdigit():
                figures.append(len(letters))
            elif word in _MARKS:
                letter = _MARKS[word]
            elif "’" in word:
                letter, value = known.get(lower.replace("’", "'"), ("x", ""))
        elif letter in _CASED and not _cased(letter, word):
            letter = "x"
        letters.append(letter)
        words.append(lower)
        values.append(value)
        starts.append(match.start())
        ends.append(match.end())
    row = Row("", words, values, starts, ends)
    for index in figures:
        letters[index] = _figure(row, letters, index, lexicon)
    _settle(row, letters, text, lexicon)
    row.letters = "".join(letters)
    return row


_CASED: Final = frozenset("mzQ")


def _cased(letter: str, word: str) -> bool:
    """Short months, time zones and the H of a Hijri year count only in capitals."""
    return word[0].isupper() if letter in "mz" else word == "H" or len(word) > 1


def _figure(row: Row, letters: list[str], index: int, lexicon: Lexicon) -> str:
    """The class of a figure, from its shape and what touches it."""
    word = row.words[index]
    shape = _shape(word)
    before = _before(row, letters, index)
    if before == "label":
        return "x"
    if shape in "nx" or before == "money":
        return "n"
    follows = index + 1 < len(row.words) and row.starts[index + 1] == row.ends[index]
    if follows and row.words[index + 1][0].isalpha() and letters[index + 1] == "x":
        return "n"
    return _year(row, letters, index, lexicon) if shape == "y" else shape


def _shape(word: str) -> str:
    if word.isdigit():
        if len(word) <= 2:
            return "d" if 1 <= int(word) <= 31 else "n"
        return "y" if len(word) == 4 and "1000" <= word <= "2199" else "n"
    if _CLOCK.fullmatch(word):
        return "t"
    return "f" if _FULL.fullmatch(word) else "n"


def _before(row: Row, letters: list[str], index: int) -> str:
    """``label`` after glued letters ("G20", "Su-35"), ``money`` after a currency."""
    if index == 0:
        return ""
    word = row.words[index - 1]
    earlier = row.words[index - 2] if index > 1 else ""
    if word in _MONEY or _GLUED_MONEY.match(word) or (word == "." and _GLUED_MONEY.match(earlier)):
        return "money"
    if row.ends[index - 1] != row.starts[index]:
        return ""
    if word[0].isalpha():
        return "label"
    hyphened = word == "-" and index > 1 and row.ends[index - 2] == row.starts[index - 1]
    return "label" if hyphened and earlier[0].isalpha() and letters[index - 2] in "xns" else ""


def _year(row: Row, letters: list[str], index: int, lexicon: Lexicon) -> str:
    """``y`` unless the neighbours make the four digits a count, a number or part of a label."""
    words = row.words
    previous = words[index - 1] if index else ""
    if previous in lexicon.years_named:
        return "y"
    if _labelled(row, index, lexicon) or (previous == "." and _labelled(row, index - 1, lexicon)):
        return "n"
    if index + 1 < len(words) and words[index + 1] in lexicon.counted:
        return "n"
    joined = previous in ("-", "/", "#", "+") and row.ends[index - 1] == row.starts[index]
    if joined and index > 1 and (letters[index - 2] in "nx" or _labelled(row, index - 2, lexicon)):
        return "n"
    return "y"


def _labelled(row: Row, index: int, lexicon: Lexicon) -> bool:
    """Whether a label stands before the token ("Nomor 5")."""
    return index > 0 and row.words[index - 1] in lexicon.label_heads


def _settle(row: Row, letters: list[str], text: str, lexicon: Lexicon) -> None:
    """Tell week from Sunday, and take weekdays and months out of names ("Pasar Minggu")."""
    for index, letter in enumerate(letters):
        if letter == "G":
            letters[index] = _week(row, letters, index, text)
            row.values[index] = 6 if letters[index] == "W" else "W"  # Sunday, or the unit's ISO letter
        if letters[index] in "WMd" and index:
            head = row.words[index - 1]
            if head in lexicon.name_heads and text[row.starts[index - 1]].isupper():
                letters[index] = "x"


def _week(row: Row, letters: list[str], index: int, text: str) -> str:
    """``W`` for Sunday or ``U`` for a week: by the word's capital, what follows and what precedes."""
    following = letters[index + 1] if index + 1 < len(letters) else ""
    preceding = letters[index - 1] if index else ""
    if preceding in ("d", "w", "v", "n", "P"):
        return "U"
    if following == "(" or preceding == "r" or (following in ("d", "H", "l") and following):
        return "W"
    if not text[row.starts[index]].isupper():
        return "U"
    if following in ("L", "D", "I", "E"):
        return "U"
    return "W" if index or following == "," else "U"
