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

_TOKEN: Final = re.compile(
    r"(?=[ckmsS])(?:[ck]?m[23]\b|[sS](?:/[dD]|\.[dD]\.?)(?!\w))|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:]\d+)*|[^\w\s]"
)
_GLUED_MONEY: Final = re.compile(r"(?:rp|idr|usd|us|rm|sgd|aud)\.?$")
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?", re.ASCII)
_FULL: Final = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d", re.ASCII)
_DATED: Final = re.compile("d/d/$|[Mmoy]/$")  # what a slash may join to a year
_MONEY: Final = frozenset(("$", "€", "£", "¥", "₩"))


@dataclass(slots=True)
class Row:
    """The tokens of one sentence: letters, words in lower case, values and absolute offsets."""

    letters: str
    words: list[str]
    values: list[Value]
    starts: list[int]
    ends: list[int]
    lexicon: Lexicon


def lex(text: str, start: int, end: int, lexicon: Lexicon) -> Row:
    """Cut ``text[start:end]`` into classed tokens."""
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    words = [text[first:last].lower() for first, last in spans]
    known = lexicon.words.get
    entries = [known(word, _UNKNOWN) for word in words]
    letters = [entry[0] for entry in entries]
    values = [entry[1] for entry in entries]
    row = Row("", words, values, [span[0] for span in spans], [span[1] for span in spans], lexicon)
    for found in _CASED.finditer("".join(letters)):
        if not _cased(found[0], text[slice(*spans[found.start()])]):
            letters[found.start()] = "x"
    for index in [index for index, word in enumerate(words) if "0" <= word < ":"]:
        letters[index] = _figure(row, letters, index, lexicon)
    _settle(row, letters, text, lexicon)
    row.letters = "".join(letters)
    return row


_UNKNOWN: Final[tuple[str, Value]] = ("x", "")
_CASED: Final = re.compile("[mzQ]")


def _cased(letter: str, word: str) -> bool:
    """Short months, time zones and the H of a Hijri year count only in capitals."""
    return word[0].isupper() if letter in "mz" else word == "H" or len(word) > 1


def _figure(row: Row, letters: list[str], index: int, lexicon: Lexicon) -> str:
    """The class of a figure, from its shape and what touches it."""
    word = row.words[index]
    shape = _shape(word)
    before = _before(row, letters, index)
    if before == "label" or _labelled(row, index, lexicon):
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
        times = letters[index - 1] == "o" and earlier[:1].isdigit()  # 2x24 jam
        return "" if times else "label"
    hyphened = word == "-" and index > 1 and row.ends[index - 2] == row.starts[index - 1]
    return "label" if hyphened and earlier[0].isalpha() and letters[index - 2] in "xns" else ""


def _year(row: Row, letters: list[str], index: int, lexicon: Lexicon) -> str:
    """``y`` unless the neighbours make the four digits a count, a number or part of a label."""
    words = row.words
    previous = words[index - 1] if index else ""
    if "".join(letters[max(0, index - 2) : index]) in ("du", "nu", "xu") and words[index - 2].isdigit():
        letters[index - 2 : index] = "xx"  # Peraturan 2 Tahun 2002
        return "x"
    if previous in lexicon.years_named or "".join(letters[max(0, index - 2) : index]) in ("dM", "dm"):
        return "y"
    if letters[index - 1 : index] == ["p"] or (
        index + 1 < len(words) and words[index + 1] in lexicon.counted
    ):
        return "n"
    if row.ends[index - 1] != row.starts[index] or not index:
        return "y"
    if previous == "/":
        return "y" if _DATED.search("".join(letters[max(0, index - 4) : index])) else "n"
    return "n" if previous in ("-", "#", "+") and letters[index - 2] in "nx" else "y"


def _labelled(row: Row, index: int, lexicon: Lexicon) -> bool:
    """Whether a label stands before the token ("Nomor 5", "No. 5")."""
    before = row.words[index - 1] if index else ""
    if before == "." and index > 1:
        before = row.words[index - 2]
    return before in lexicon.label_heads


def _settle(row: Row, letters: list[str], text: str, lexicon: Lexicon) -> None:
    """Tell week from Sunday, and take weekdays and months out of names ("Pasar Minggu")."""
    for found in _UNSETTLED.finditer("".join(letters)):
        index = found.start()
        if letters[index] == "G":
            letters[index] = _week(row, letters, index, text)
            row.values[index] = 6 if letters[index] == "W" else "W"  # Sunday, or the unit's ISO letter
        if index and letters[index] in "WMd":
            head = row.words[index - 1]
            if head in lexicon.name_heads and text[row.starts[index - 1]].isupper():
                following = index + 1 if letters[index] == "d" else index
                letters[index : following + 1] = "x" * len(letters[index : following + 1])


_UNSETTLED: Final = re.compile("[GWMd]")


def _week(row: Row, letters: list[str], index: int, text: str) -> str:
    """``W`` for Sunday or ``U`` for a week: by the word's capital, what follows and what precedes."""
    following = letters[index + 1] if index + 1 < len(letters) else ""
    preceding = letters[index - 1] if index else ""
    if preceding in ("d", "w", "v", "n", "P") or following in ("o", "k"):
        return "U"
    if following == "(" or preceding == "r" or (following in ("d", "H", "l") and following):
        return "W"
    if not text[row.starts[index]].isupper():
        return "U"
    if following in ("L", "D", "I", "E"):  # "pada Minggu ini", but "Minggu lalu" first or in a headline
        return "W" if index and text[row.starts[index - 1]].islower() else "U"
    return "W" if index or following == "," else "U"
