"""The words of time expressions, each with its class: one letter that the grammar is written in.

The classes of words (`lexer` adds those of figures):

    M m  month, short or English month      W G  weekday, "minggu" (a week or Sunday)
    r b u U a  day month year week/decade century   C :  part of a year, half   J h  hour, minute/second
    s "  one unit ("sehari"), many ("berhari")   P  awal akhir   H  pagi malam   l  dini
    I T L D  ini itu lalu depan   K B g &  kemudian sebelumnya lagi berikutnya   j i  tadi nanti
    E O  kemarin besok   2 3 4 `  keesokan besoknya semalam harinya
    N S 9 5 6 8  kini saat masa waktu periode sama   1 0 '  belakangan baru dewasa   7 R  musim, its names
    e F A p z c k Q Y  era anggaran tanggal pukul WIB setiap ke -an yang   o  ordinal
    w v  number, vague number   ~ + ^  about, lebih, dari   V < > X  feast, idul, fitri, raya
    ! Q { }  month and mark of the Muslim calendar, a feast of it, islam   % _  belum lama
    = ; @  hingga dengan dan   Z #  kali sekali
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from saksama.language.wordlists import broken, wordlist

Value = str | float
_UNIT_CLASSES: Final = {"D": "r", "M": "b", "Y": "u", "W": "U", "DE": "U", "CE": "a"}
_CLOCK_CLASSES: Final = {"H": "J", "M": "h", "S": "h"}
_TABLES: Final = {  # a list whose keys carry the value of their words, and the class
    "weekdays": "W", "one_unit": "s", "many_units": '"', "parts": "P", "day_parts": "H", "numbers": "w",
    "scales": "w", "ordinals": "o", "year_parts": "C", "year_halves": ":", "hijri_months": "!",
    "holidays": "V", "second_words": ">", "hijri_feasts": "{", "days_from_then": "3",
    "seasons": "R",
}  # fmt: skip
_PLAIN: Final = {
    "dini": "l", "this": "I", "that": "T", "past": "L", "future": "D", "after": "K", "prior": "B",
    "following": "&", "again": "g", "just_now": "j", "later": "i", "last_night": "4", "next_day": "2",
    "that_day": "`",
    "now": "N", "moment": "S", "era_word": "e", "age_word": "9", "lately": "1", "these_days": "'",
    "doubled_lately": "0",
    "same": "8", "period": "6", "seasons_of": "7", "fiscal": "F",
    "date_word": "A", "clock_word": "p",
    "zones": "z", "every": "c", "ordinal_prefix": "k", "decade_suffix": "q", "which": "Y", "waktu": "5",
    "teens": "w", "vague_numbers": "v", "approximate": "~", "more_or_less": "+", "than": "^",
    "hijri_marks": "Q", "islamic": "}", "not_yet": "%", "long": "_", "feast": "<",
    "week_or_sunday": "G", "raya": "X", "money_word": "$", "to_word": "=", "with_word": ";", "and_word": "@",
    "times_word": "Z", "once": "#",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's words of time: `words` to class and value, and the sets that keep errors out."""

    words: dict[str, tuple[str, Value]]
    name_heads: frozenset[str]
    label_heads: frozenset[str]
    counted: frozenset[str]
    future_cues: frozenset[str]
    past_before: frozenset[str]
    before_numeric: frozenset[str]
    no_dates: frozenset[str]
    months_as_names: frozenset[str]
    telling: frozenset[str]
    years_named: frozenset[str]
    afternoon: dict[str, range]  # hours to which a part of the day adds twelve


@cache
def lexicon(language: str) -> Lexicon:
    """The words of ``language/<language>/times.yaml``; raises `DataError` where it is broken."""
    content = wordlist(language, "times")
    words: dict[str, tuple[str, Value]] = {}
    try:
        for word, meaning in _entries(content):
            if word in words:
                broken(language, "times", f"{word!r} stands in two lists")
            words[word] = meaning
        sets = {key: frozenset(content[name or key].split()) for key, name in _SETS.items()}
        afternoon = {word: _hours(hours) for word, hours in content["afternoon_hours"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        broken(language, "times", f"not as expected at {error}")
    return Lexicon(words, **sets, afternoon=afternoon)


_SETS: Final = {  # the sets of words, and the list that each is read from
    "name_heads": "", "label_heads": "", "counted": "", "future_cues": "", "past_before": "",
    "before_numeric": "", "no_dates": "", "months_as_names": "",
    "telling": "", "years_named": "before_years",
}  # fmt: skip


def _hours(listed: str) -> range:
    first, last = listed.split("-")
    return range(int(first), int(last) + 1)


def _entries(content: Any) -> Iterator[tuple[str, tuple[str, Value]]]:
    yield from ((mark, (letter, "")) for mark, letter in _MARKS.items())
    for table, letter in _TABLES.items():
        for value, listed in content[table].items():
            yield from _words(listed, letter, f"*{value}" if table == "scales" else value)
    for table, letter in _PLAIN.items():
        yield from _words(content[table], letter, table)
    for size, letter in (("full", "M"), ("short", "m")):
        for month, listed in content["months"][size].items():
            yield from _words(listed, letter, month)
    for table, classes in (("units", _UNIT_CLASSES), ("clock_units", _CLOCK_CLASSES)):
        for unit, listed in content[table].items():
            yield from _words(listed, classes[unit], unit)
    for days, listed in content["days_from_now"].items():
        yield from _words(listed, "E" if days < 0 else "O", days)


_MARKS: Final = {"(": "(", ")": ")", "/": "/", "-": "-", "–": "-", "—": "-", ",": ",", ".": "."}


def _words(listed: str, letter: str, value: Value) -> Iterator[tuple[str, tuple[str, Value]]]:
    for word in listed.split():
        yield word, (letter, value)
        if "'" in word:
            yield word.replace("'", "’"), (letter, value)
