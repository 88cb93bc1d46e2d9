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
_ABOUT: Final = r"(?:~(?:-~)?|\+\^|\+\+)?"
_UNIT: Final = "[rbuUaJh]"
_PART: Final = "(?:H|lr)"  # of the day
_TAIL: Final = "(?:Y?L|D|I|T|E)?"
_WEEKDAYS: Final = "(?:r?W(?:[-/]r?W)?)"
_LEAD: Final = f"(?:{_WEEKDAYS}{_PART}?|[EO]{_PART}?|{_PART}?rI|HI|jH|U[LI])"
_NUMERIC: Final = "(?:d(?:-d)?/d(?:-d/d)?(?:/[yd])?|d-d-y|y-d-d|f)"
_MONTH_YEAR: Final = r"(?:(?:M|m(?:\.(?=y))?)(?:,?y)?)"
_DAY_MONTH: Final = f"(?:d(?:-d)?{_MONTH_YEAR})"

_RULES: Final = {
    "hijri": "(?:d-?d?!(?:[yn]Q)?|b!(?:[yn]Q)?|![yn]Q|u?yQ)",
    "feast": f"(?:(?:rX?|X)?(?:V|<>)(?:yQ?)(?:/yM)?|rX?(?:V|<>){_TAIL}|u0V?(?:yQ?)?)",
    "span": f"(?:d{_MONTH_YEAR}-d{_MONTH_YEAR})",
    "numeric": (
        rf"(?:{_LEAD},?(?:\({_NUMERIC}\)|{_NUMERIC}){_PART}?z?{_TAIL}|A{_NUMERIC}"
        "|d(?:-d)?/d(?:-d/d)?/y|d-d-y|y-d-d|f)"
    ),
    "day": (
        rf"(?:(?:{_WEEKDAYS}{_PART}?|[EO]),?\({_DAY_MONTH}\){_PART}?z?{_TAIL}"
        rf"|(?:{_WEEKDAYS}{_PART}?,?)?A?{_DAY_MONTH}{_PART}?z?(?:u[LDI]|{_TAIL})"
        rf"|(?:{_WEEKDAYS},?)?[Mm]d,y)"
    ),
    "monthday": "(?:(?:r?W,?)?Ad(?!-?[dny/]))",
    "month": rf"(?:P?b?P?(?:M(?:-M)?(?:,?y|uy)?(?:u[LDI]|{_TAIL})|m\.?(?:-m\.?)?y){_TAIL})",
    "set": f"(?:c(?:{_NUMBER}{_UNIT}|r?W{_PART}?|{_PART}r?|P?{_UNIT}|M))",
    "clock": (
        f"(?:[pJ]t(?:-t)?{_PART}?z?|p(?:d|w{{1,3}}){_PART}?z?|Jd(?:{_PART}z?|z)|t(?:-t)?z)"
    ),
    "partday": (
        f"(?:r?W{_PART}(?:rI|I|Y?L|T|j|D)?z?|H(?:rI|rj|I|T|j|rT)z?|[jiEO]{_PART}z?"
        "|lr(?:I|j|T|rI)?z?|Hrz?|4)"
    ),
    "weekday": f"(?:{_WEEKDAYS}(?:P?U(?:Y?L|I|D|E)|{_TAIL}))",
    "quarter": "(?:P?C(?:k-?d|o)(?:[-/,]?(?:u?y|u[LIDE]))?|P?C(?:L|I|D))",
    "count": (
        f"(?:{_ABOUT}(?:{_NUMBER}(?:-{_NUMBER})?{_UNIT}(?:{_NUMBER}{_UNIT}){{0,3}}|s)"
        "(?:Y?L|K|B|g|&|kD|D)?)"
    ),
    "vague": "(?:v[5S](?:Y?L|K)|%_I|0-0I|P-PI|1I|9(?:Y?L|D)|6Y?8|rY8|[bu]Y8|7(?:R[ILD]?|I|L|D))",
    "century": "(?:P?a(?:k-?d|d))",
    "decade": "(?:[ue]?y-?q|[ue]n-?q)",
    "unit": "(?:P?(?:[rbuU](?:Y?L|D|I|T|E))|P[bUu](?!F?y))",
    "year": rf"(?:P?uF?y(?:[/-][yd])?{_TAIL}|P?y(?:[/-]y|/d)?{_TAIL})",
    "deictic": "(?:NI?|SI|[EO3]|2r?)",
}  # fmt: skip
_PATTERN: Final = re.compile(
    "(?=[^x(),./-])(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in _RULES.items()) + ")"
)
_TRIGGER: Final = re.compile("[MmWuUrbJhpHEONS9vC1aAdyfQV<c0P4236t7%s]")


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

    def values(self, letters: str) -> list[Value]:
        """The values of the tokens whose class is one of `letters`."""
        return [self.row.values[i] for i in range(self.first, self.last) if self.row.letters[i] in letters]

    def value(self, letters: str) -> Value | None:
        """The value of the first such token."""
        return next(iter(self.values(letters)), None)

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
