"""A text to the JSON documents in it: one whole, one a line, or the JSON-LD scripts of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SCRIPT = re.compile(r"<script\b([^<>]{0,2000})>", re.I)
_JSON_LD = re.compile(r"type\s{0,9}=\s{0,9}[\"']?\s{0,9}application/ld\+json", re.I)
_CLOSED = re.compile(r"</script", re.I)
_WRAPPED = re.compile(r"\s*(?:<!--|(?://|/\*)?\s{0,9}<!\[CDATA\[\s{0,9}(?:\*/)?)")
_UNWRAPPED = re.compile(r"(?:-->|(?://|/\*)?\s{0,9}\]\]>\s{0,9}(?:\*/)?)\s*;?\s*\Z")
_TAIL = 60  # characters in which a script's wrapping ends


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be read: where, and why in one line."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed piece of JSON and where it stands."""

    where: str
    value: Any


def documents(text: str, name: str) -> Iterator[Document | Fault]:
    """Every JSON document of a text, by what the text looks like; a name ending says JSON lines."""
    start = text[:200].lstrip()
    if start.startswith("<"):
        yield from _scripts(text, name)
    elif name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson")):
        yield from _lines(text, name)
    elif isinstance(whole := _parsed(text, name), Document) or not _is_lines(start, text):
        yield whole
    else:
        yield from _lines(text, name)


def _scripts(page: str, name: str) -> Iterator[Document | Fault]:
    """The JSON-LD scripts of a page, numbered from 1; a script that is never closed runs to the end."""
    at, number = 0, 0
    while opened := _SCRIPT.search(page, at):
        closed = _CLOSED.search(page, opened.end())
        at = closed.start() if closed else len(page)
        if not _JSON_LD.search(opened[1]):
            continue
        number += 1
        body = _bare(page[opened.end() : at])
        if body.strip():
            yield _parsed(body, f"{name} (script {number})")


def _bare(script: str) -> str:
    """A script without the comment or CDATA marks around it."""
    opened = _WRAPPED.match(script)
    body = script[opened.end() :] if opened else script
    ended = _UNWRAPPED.search(body, max(0, len(body) - _TAIL))
    body = body[: ended.start()] if ended else body
    return body.rstrip().removesuffix(";")


def _lines(text: str, name: str) -> Iterator[Document | Fault]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _parsed(line, f"{name}:{number}")


def _is_lines(start: str, text: str) -> bool:
    """Whether each line is an object of its own, as far as the first two tell."""
    lines = [line for line in text[:100_000].split("\n") if line.strip()][:2]
    return start.startswith("{") and any(line.strip().endswith("}") and len(line) > 2 for line in lines)


def _parsed(text: str, where: str) -> Document | Fault:
    """The value of some JSON; line breaks inside a string, which pages have, are let pass."""
    try:
        return Document(where, json.loads(text, strict=False))
    except json.JSONDecodeError as error:
        return Fault(where, f"not valid JSON: {error.msg} (line {error.lineno}, column {error.colno})")
    except RecursionError:
        return Fault(where, "JSON nested too deep to be read")
    except ValueError:
        return Fault(where, "not valid JSON: a number that is too long")
