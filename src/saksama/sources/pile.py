"""JSONL: one article a line, with url, date, title and text; other fields are left alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from saksama.errors import EmptyInput, InputError, NotText, TooLarge
from saksama.sources import dates
from saksama.sources.decode import decode
from saksama.sources.identity import key_of
from saksama.sources.options import Draft, SourceOptions

_HINTS = 6000  # characters of an article in which dates are looked at
_NEAR = 10  # days
Lines = Callable[[], Iterable[bytes]]


def looks_like_jsonl(head: str) -> bool:
    """Whether the first line of a text is a JSON object."""
    first = head.lstrip().split("\n", 1)[0].strip()
    if not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return len(first) > 1 and first[1:].lstrip().startswith('"')


def read_pile(lines: Lines, path: str, options: SourceOptions) -> Iterator[Draft | InputError]:
    """The drafts of a pile, or why a line gives none; `lines` opens the pile anew at each call.

    It is gone through twice: "8/7/2025" is told by the other dates that are printed the same way.
    """
    orders = dates.orders(_all_printed(lines))
    empty = True
    for number, raw in enumerate(lines(), 1):
        if not raw.strip():
            continue
        empty = False
        where = f"{path}:{number}"
        try:
            if len(raw) > 6 * options.max_chars:
                raise TooLarge(where, f"more than {options.max_chars:,} characters in one article")
            yield _draft(_object(raw, where), where, orders, options)
        except InputError as error:
            yield error
    if empty:
        yield EmptyInput(path, "the file is empty")


def _all_printed(lines: Lines) -> Iterator[str]:
    """The date fields of a pile, as far as it can be read."""
    try:
        yield from (date for date in map(_printed, lines()) if date)
    except InputError:
        return


def _object(raw: bytes, where: str) -> dict[str, Any]:
    try:
        item = json.loads(decode(raw, where))
    except (ValueError, RecursionError):
        raise NotText(where, "not a line of JSON") from None
    if not isinstance(item, dict):
        raise NotText(where, "not a JSON object")
    return item


def _draft(item: dict[str, Any], where: str, orders: dict[str, dates.Order], options: SourceOptions) -> Draft:
    text = _string(item, "text")
    if not text.strip():
        raise EmptyInput(where, "there is no text in it")
    path, _, number = where.rpartition(":")
    draft = Draft(
        text=text,
        title=_string(item, "title") or None,
        date=_string(item, "date") or _string(item, "published") or None,
        url=_string(item, "url") or None,
        path=where,
        key=f"{key_of(path)}-{number}",
        body_only="title" in item,
    )
    return replace(draft, date=_settled(draft, orders, options.language))


def _settled(draft: Draft, orders: dict[str, dates.Order], language: str) -> str | None:
    """The date in a form that has one reading only, where the pile or the text settles it."""
    both = dates.ambiguous(draft.date) if draft.date else None
    if both is None:
        return draft.date
    if orders.get(both.form) == "mdy":
        return both.month_first
    told = [item.value for item in dates.find(draft.text[:_HINTS], language) if item.value]
    by_day, by_month = (dates.distance(day, told) for day in (both.day_first, both.month_first))
    return both.month_first if by_month < min(by_day, _NEAR) else both.day_first


def _string(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _printed(raw: bytes) -> str | None:
    """The date field of a line, if it may be one of two numbers."""
    if b'"date"' not in raw or (b"/" not in raw and b"-" not in raw):
        return None
    try:
        item = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return _string(item, "date") or None if isinstance(item, dict) else None
