"""`saksama actors`: who held which office when, and what is not known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from saksama.cli.guard import DONE, WRONG
from saksama.cli.options import BookFormatOption, LangOption, ListOutputOption
from saksama.cli.output import Target
from saksama.errors import UsageError

if TYPE_CHECKING:
    from saksama.account.book_words import BookWords
    from saksama.actors.entries import Found


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "actors",
        epilog="\b\nExamples:\n"
        '  saksama actors "Sergei Shoigu"\n'
        '  saksama actors "menteri pertahanan Rusia" --on 2024-06-19\n'
        '  saksama actors "prime minister of Japan" --on 2020-09 --lang en\n'
        '  saksama actors "Korea Utara" --format json\n'
        "  saksama actors --gaps RUS",
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    query: Annotated[
        str | None,
        typer.Argument(
            help="A person, an office with its state, a state or an organisation: by name, code or "
            "Wikidata id.",
            metavar="NAME",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(help="Ask for one day, month or year (2024-06-19, 2024-06, 2024).", metavar="DATE"),
    ] = None,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Show what the records lack, of one state or of all.")
    ] = False,
    format: BookFormatOption = None,
    output: ListOutputOption = None,
    lang: LangOption = None,
) -> int:
    """Show who held which office, from when to when, by which source, and what is not known.

    A person with all offices; the holders of an office; a state or organisation with its names and its
    offices. Without --on every record is shown and none as today's. In a hole, and after the day until
    which a record is known, the answer is "not known". Exit code 2 where the name is not known.
    """
    target = Target.of(format and format.value, output, lang and lang.value)
    return run(query, on, gaps, target)


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
