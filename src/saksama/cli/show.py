"""`saksama show`: one thing of the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import DeskOption, LangOption, NoteFormatOption, NoteOutputOption
from saksama.cli.output import Target


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "show",
        epilog="\b\nExamples:\n"
        "  saksama show 6937efecf14c\n"
        "  saksama show article:6937efecf14c\n"
        "  saksama show event:af05904c7be8:e4\n"
        '  saksama show "Kim Jong Un"\n'
        "  saksama show https://example.org/news/1 --format markdown",
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    what: Annotated[
        str,
        typer.Argument(
            help="An id, the address or headline of an article, or the name or code of an actor.",
            metavar="STORY|EVENT|ACTOR|ARTICLE",
        ),
    ],
    desk: DeskOption = None,
    all: Annotated[bool, typer.Option("--all", help="Show every list to its end.")] = False,
    format: NoteFormatOption = None,
    output: NoteOutputOption = None,
    lang: LangOption = None,
) -> int:
    """Show a story, an event, an actor or an article of the desk; what it is, the id tells.

    A story with its articles, their kinship, its main events and what does not fit; an event with every
    sentence that tells it; an actor with what it does and says; an article with what it tells. A story has
    the id of its first article: story:ID and article:ID say which is meant.
    """
    target = Target.of(format and format.value, output, lang and lang.value, everything=all)
    target.offer("show", "terminal", "markdown", "json")
    with opened(desk) as held:
        from saksama import library
        from saksama.account import shown

        found = library.show(held, what)
    target.show_card(
        lambda: shown.card(found, target.language, everything=all), {"json": lambda: shown.as_json(found)}
    )
    return DONE
