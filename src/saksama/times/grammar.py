"""The grammar of time expressions, written in the letters of `lexicon` and `lexer`.

Every rule is a bounded pattern over the row of letters, so the time it takes grows with the length
of the sentence alone. Spans follow the conventions of IndoTimex: no preposition, no "terakhir",
"hari", "bulan" and "lalu" inside, a date in brackets inside with the weekday it explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from saksama.times.lexer import Row
from saksama.times.lexicon import Value

_NUMBER: Final = "(?:[dny]w{0,6}|w{1,8}|vw{0,2})"
_NO_MONEY: Final = r"(?<!\$)(?<!\$\.)(?<![dnyw](?=w))"  # "Rp2,17 juta hari ini" is no count of days
_ABOUT: Final = r"(?:~(?:-~)?|\+\^|\+\+)?"
_UNIT: Final = "[rbuUaJh]"
_PART: Final = "(?:H`?|l[r`])"  # of the day
_TAIL: Final = "(?:Y?L|D|I|T|E|i(?![Hl]))?"
_DAY_TAIL: Final = "(?:Y?L|D|I|T|E|O|i(?![Hl]))?"
_WEEKDAYS: Final = "(?:r?W(?:[-/]r?W)?)"
_PAIR: Final = "(?:r?W(?:[-/@=]r?W)?)"  # before a date of two days
_LEAD: Final = f"(?:{_PAIR}{_PART}?|[EO]{_PART}?|{_PART}?rI|HI|jH|U[LI])"
_TO: Final = "(?:-|=;?)"
_NUMERIC: Final = "(?:d(?:[-@]d)?/d(?:-d/d)?(?:/[yd])?|d-d-y|y-d-d|y/d/d|f)"
_MONTH_YEAR: Final = r"(?:(?:M|m(?:\.(?=y))?)(?:,?y)?)"
_DAYS: Final = f"(?:(?<!k-)d(?:{_TO}d)?|(?<!-)d(?:,d){{0,4}},?@d)"  # 5; 5-7, 5 hingga 7; 5 dan 6; 5, 6, dan 7
_DAY_MONTH: Final = f"(?:{_DAYS}{_MONTH_YEAR})"
_WHEN: Final = "(?:u?y|u[LIDE])"  # which year

_RULES: Final = {
    "hijri": (
        "(?:d-?d?!P?(?:[yn]Q)?|b!P?(?:[yn]Q|u[LID])?|!P?(?:[yn]Q|u[LID])"
        r"|u0[Q}](?:[yn]Q?)?|\{x{0,4}[yn]Q|u?yQ)"
    ),
    "feast": (
        "(?:(?:rX?|X)?(?:V|<>)(?:[yn]Q?)(?:/yM)?|rX?(?:V|<>)(?:u[LDI]|Y?L|D|I|T)?|(?:V|<>)(?:u[LDI]|Y?L|D)"
        "|H?u0V?(?:yQ?(?:/y)?)?)"
    ),
    "span": f"(?:d{_MONTH_YEAR}-d{_MONTH_YEAR})",
    "numeric": (
        rf"(?:{_LEAD},?(?:\({_NUMERIC}\)|{_NUMERIC}){_PART}?z?{_DAY_TAIL}|A{_NUMERIC}"
        r"|d(?:-d)?/d(?:-d/d)?/y|d/d(?![/rbuUaJhwdn])|d-d-y|y-d-d|y/d/d|f)"
    ),
    "day": (
        rf"(?:(?:{_PAIR}{_PART}?|[EO]),?\({_DAY_MONTH}\){_PART}?z?{_DAY_TAIL}"
        rf"|(?:{_PAIR}{_PART}?,?)?A?{_DAY_MONTH}{_PART}?z?(?:u[LDI]|{_DAY_TAIL})"
        rf"|(?:{_WEEKDAYS},?)?[Mm]d,y)"
    ),
    "monthday": "(?:Adb[LDI]|(?:r?W,?)?Ad(?!-?[dny/]))",
    "month": rf"(?:P?b?P?(?:M(?:-M)?(?:,?y|uy)?(?:u[LDI]|{_TAIL})|m\.?(?:-m\.?)?y){_TAIL})",
    "set": (
        f"(?:c(?:{_NUMBER}{_UNIT}|HW|r?W(?:(?:,W)*,?[@-]W)?{_PART}?|{_PART}r?|P?{_UNIT}|A?dM|Ad|M|p?tz?)"
        f"|(?:{_NUMBER}Z|#)s|s#)"
    ),
    "clock": (
        f"(?:[pJ]t(?:-t)?{_PART}?z?|p(?:d|w{{1,3}}){_PART}?z?|J(?:d|w{{1,3}})(?:{_PART}z?|(?<=d)z)|t(?:-t)?z"
        f"|(?<=[tz]=)t{_PART}?z?)"
    ),
    "partday": (
        f"(?:r?W{_PART}(?:rI|I|Y?L|T|j|D|E|iH|i)?z?|H(?:rI|rj|I|T|j|rT|i|`)z?|HW|[jiEO]{_PART}z?"
        "|lr(?:I|j|T|rI|i)?z?|l`|Hrz?|4)"
    ),
    "weekday": f"(?:{_WEEKDAYS}(?:P?U(?:Y?L|I|D|E)|{_DAY_TAIL}))",
    "weekof": r"(?:U(?:o|k-?d)(?:b?M,?y?|b[LDI]))",
    "quarter": f"(?:P?C(?:k-?d|o)(?:[-/,]?{_WHEN})?|P?:(?:k-?d|o)[-/,]?{_WHEN}|P?C(?:L|I|D))",
    "count": (
        f"(?:{_ABOUT}{_NO_MONEY}(?:[dn]o[dn]J|{_NUMBER}(?:-{_NUMBER})?(?:u@{_NUMBER}b|[bU]@{_NUMBER}r"
        f"|r@{_NUMBER}J|J@{_NUMBER}h|(?:\\(w{{1,6}}\\))?{_UNIT}(?:{_NUMBER}{_UNIT}){{0,3}})|s)"
        "(?:Y?L|K|B|g|&|kD|D)?|\"-[rbuUaJh](?:Y?L|K)?)"
    ),
    "vague": (
        "(?:v[5S](?:Y?L|K)|%_I|0-0I|P-PI|[1']I|9(?:Y?L|D|B)|6Y?8(?:u?y|u[LI])?|[rbuU]Y8|7(?:R(?:y|[ILD])?|I|L|D))"
    ),
    "century": "(?:P?a(?:k-?d|d|o))",
    "decade": "(?:P?(?:[ueU]?y-?q|[ue]n-?q))",
    "unit": "(?:(?:P|(?<![rbuU]-))(?:[rbuU](?:Y?L|D|I|T|E|B|&|i(?![Hl])))|P[bUu](?!F?y))",
    "year": rf"(?:P?uF?y(?:[/-][yd])?{_TAIL}|P?y(?:[/-]y|/d)?{_TAIL})",
    "deictic": "(?:[9e]?N(?:I|-NI)?|SI|[EO]`|[EO3]|2[r`]?)",
}  # fmt: skip
_PATTERN: Final = re.compile(
    "(?=[^x(),./-])(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in _RULES.items()) + ")"
)
_TRIGGER: Final = re.compile("[MmWuUrbJhpHEONS9vC:1'aAdyfQV<c0P4236t7%s#\"]")


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of tokens ``[first, last)`` that a rule accepts."""

    rule: str
    row: Row
    first: int
    last: int

    @property
    def letters(self) -> str:
        return self.row.letters[self.first : self.last]

    @property
    def words(self) -> list[str]:
        return self.row.words[self.first : self.last]

    def values(self, letters: str) -> list[Value]:
        """The values of the tokens whose class is one of `letters`."""
        return [self.row.values[i] for i in range(self.first, self.last) if self.row.letters[i] in letters]

    def value(self, letters: str) -> Value | None:
        """The value of the first such token."""
        return next(iter(self.values(letters)), None)

    @property
    def before(self) -> str:
        """The word in front, in lower case."""
        return self.row.words[self.first - 1] if self.first else ""

    @property
    def after(self) -> str:
        """The word behind, in lower case."""
        return self.row.words[self.last] if self.last < len(self.row.words) else ""

    def figures(self, letters: str = "dy") -> list[int]:
        """The figures of those classes, as whole numbers."""
        words = (self.row.words[i] for i in range(self.first, self.last) if self.row.letters[i] in letters)
        return [int(word) for word in words if word.isdigit()]

    def has(self, letters: str) -> bool:
        return any(letter in letters for letter in self.letters)


def matches(row: Row) -> Iterator[Match]:
    """The time expressions of a sentence, from left to right, never overlapping."""
    if not _TRIGGER.search(row.letters):
        return
    for found in _PATTERN.finditer(row.letters):
        assert found.lastgroup
        yield Match(found.lastgroup, row, found.start(), found.end())
