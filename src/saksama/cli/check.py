"""`saksama check`: one article against the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli.dates import a_date
from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import AllowOption, DeskOption, LangOption, NoteFormatOption, NoteOutputOption
from saksama.cli.output import Target


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "check",
        epilog="\b\nExamples:\n"
        "  saksama check article.html\n"
        "  saksama check https://example.org/news/1 --format markdown\n"
        "  saksama check 6937efecf14c --lang id\n"
        "  saksama check - --published 2024-06-19 < article.txt",
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    article: Annotated[
        str,
        typer.Argument(
            help="A file, - for standard input, an address, or the id of an article on the desk.",
            metavar="ARTICLE",
        ),
    ],
    desk: DeskOption = None,
    published: Annotated[
        str | None, typer.Option(help="The date of publication, if the page lacks it.", metavar="DATE")
    ] = None,
    allow: AllowOption = None,
    all: Annotated[bool, typer.Option("--all", help="Show every list to its end.")] = False,
    format: NoteFormatOption = None,
    output: NoteOutputOption = None,
    lang: LangOption = None,
) -> int:
    """Hold one article against the desk: what it contradicts, copies, confirms, and what cannot be.

    The gravest first, each line with the sentences of both sides and where they stand: what cannot be;
    what others tell otherwise; published fact-checks on its claims; texts of the same origin and what was
    changed in them; what asks for care; what others tell too, and in how many distinct texts; what it tells
    alone; and what was not checked. Nothing is written to the desk. An address that is on the desk is taken
    from there.
    """
    target = Target.of(format and format.value, output, lang and lang.value, everything=all)
    target.offer("check", "terminal", "markdown", "json")
    date = a_date(published) if published else None
    with opened(desk) as kept:
        from saksama import library
        from saksama.account import held_card
        from saksama.account.as_json import written

        held = library.check(kept, article, published=date, allow=allow or ())
    target.show_card(
        lambda: held_card.card(held, target.language, everything=all),
        {"json": lambda: written(held.to_dict())},
    )
    return DONE
