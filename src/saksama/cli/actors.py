"""`saksama actors`: who held which office when, and what is not known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from saksama.cli.guard import DONE, WRONG
from saksama.cli.output import Target
from saksama.errors import UsageError

if TYPE_CHECKING:
    from saksama.account.book_words import BookWords
    from saksama.actors.entries import Found


def run(query: str | None, on: str | None, gaps: bool, target: Target) -> int:
    """Look up, show, or suggest; the exit code is 2 where nothing was found."""
    if query is None and not gaps:
        raise UsageError("name a person, an office, a state or an organisation (or --gaps)")
    if gaps and on:
        raise UsageError("--gaps shows what all records lack: it takes no --on")
    if target.format in ("markdown", "html"):
        raise UsageError("actors shows text, json or tsv")
    target.check()
    from saksama import library
    from saksama.account.book_words import book_words

    found = library.gaps(query) if gaps else library.look_up(query or "", on=on)
    words = book_words(target.language)
    if not found:
        _suggest(found, words)
        return WRONG
    target.write(_text(found, words, target.format))
    return DONE


def _text(found: Found, words: BookWords, format: str) -> str:
    from saksama.account import as_book, as_rows

    if format == "json":
        return as_rows.as_json(found)
    return as_rows.as_tsv(found, words) if format == "tsv" else as_book.as_text(found, words)


def _suggest(found: Found, words: BookWords) -> None:
    from saksama.account.clean import line

    told = words.say("not_found", query=line(found.query))
    near = (
        f"; {words.say('did_you_mean', names=words.any_of(found.suggestions))}" if found.suggestions else ""
    )
    print(f"saksama: {told}{near}", file=sys.stderr)
