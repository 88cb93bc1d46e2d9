"""`saksama stories`: what lies on the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import (
    DeskOption,
    FromOption,
    LangOption,
    ListFormatOption,
    ListOutputOption,
    ToOption,
)
from saksama.cli.output import Target


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "stories",
        epilog="\b\nExamples:\n"
        "  saksama stories\n"
        "  saksama stories --from 2024-06 --to 2024-07 --least 2\n"
        "  saksama stories --limit 1000 -o stories.tsv",
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    since: FromOption = None,
    until: ToOption = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=100_000, help="So many at most.")
    ] = 20,
    least: Annotated[
        int, typer.Option("--least", metavar="N", min=1, help="Of so many articles or more.")
    ] = 1,
    desk: DeskOption = None,
    format: ListFormatOption = None,
    output: ListOutputOption = None,
    lang: LangOption = None,
) -> int:
    """List the stories on the desk, the newest first, of one day the largest.

    Each with its days, its articles, how many distinct texts they are, what in it does not fit, and the id
    that show and brief --story take.
    """
    target = Target.of(format and format.value, output, lang and lang.value)
    target.offer("stories", "terminal", "json", "tsv")
    with opened(desk) as held:
        from saksama import library
        from saksama.account import listed

        rows, total = library.stories(held, since=since, until=until, limit=limit, least=least)
    target.show_card(
        lambda: listed.stories(rows, total, target.language),
        {"json": lambda: listed.stories_json(rows, total), "tsv": lambda: listed.stories_tsv(rows)},
    )
    return DONE
