"""What was not read and what was odd, in the reader's language; the lines of one pile together.

The reasons come from the sources in English; `skips` in the words turns those it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from saksama.account.clean import line
from saksama.account.words import words
from saksama.records import Account, Skipped

_LINE = re.compile(r"(.+):([0-9]{1,12})\Z", re.DOTALL)
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_NAMED = 8  # lines of a pile that are named


def not_read(account: Account, language: str) -> tuple[str, ...]:
    """ "berkas.txt: tidak ada teks di dalamnya", one for each file and reason."""
    read = _read(account)
    return tuple(lines_of([item for item in account.skipped if item.path not in read], language))


def odd(account: Account, language: str) -> tuple[str, ...]:
    """What was odd about articles that were read all the same."""
    read = _read(account)
    return tuple(lines_of([item for item in account.skipped if item.path in read], language))


def _read(account: Account) -> set[str | None]:
    return {article.path for article in account.articles}


def lines_of(items: Iterable[Skipped], language: str) -> Iterator[str]:
    """One line for each file and reason."""
    together: dict[tuple[str, str], list[str]] = {}
    for item in items:
        pile, number = found.groups() if (found := _LINE.match(item.path)) else (item.path, "")
        together.setdefault((pile, item.reason), []).append(number)
    for (pile, reason), numbers in together.items():
        told = reason_in(reason, language)
        if len(numbers) == 1:
            path = f"{pile}:{numbers[0]}" if numbers[0] else pile
            yield f"{line(path)}: {told}"
        else:
            yield f"{line(pile)}: {told} ({_lines(numbers, language)})"


def _lines(numbers: list[str], language: str) -> str:
    """ "baris 1, 2, 5 dan 22 lagi" """
    said = words(language)
    shown = ", ".join(numbers[:_NAMED])
    left = len(numbers) - _NAMED
    return (
        said.say("pile_lines_more", lines=shown, left=left)
        if left > 0
        else said.say("pile_lines", lines=shown)
    )


def reason_in(reason: str, language: str) -> str:
    """A reason in the reader's language; as it came where nobody has turned it yet."""
    for pattern, wanted in _turned(language):
        if found := pattern.fullmatch(reason):
            slots = {key: _term(value, language) for key, value in found.groupdict().items()}
            return line(wanted.format(**slots))
    return line(reason)


def _term(value: str, language: str) -> str:
    """A language, a reason of the machine or a number as the reader writes it."""
    if value.replace(",", "").isdigit():
        return value.replace(",", words(language).say("thousands"))
    return words(language).terms.get(value, value)


@lru_cache(maxsize=2)
def _turned(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each English reason as a pattern, with what it is in another language."""
    return tuple(
        (re.compile(_SLOT.sub(r"(?P<\1>.{1,200})", re.escape(english)), re.DOTALL), turned)
        for english, turned in words(language).skips.items()
    )
