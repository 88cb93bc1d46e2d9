"""The program: its commands, in the order of its help. `docs/cli.md` is made from their help texts."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli import (
    actors,
    add,
    brief,
    check,
    factchecks,
    read,
    schema,
    search,
    show,
    stories,
    watch,
)

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    name="saksama",
    help="Read many overlapping news articles and get one checked account.",
    epilog="\b\nExamples:\n"
    "  saksama brief articles/ -o account.html\n"
    "  saksama add articles/ && saksama stories\n"
    "  saksama check article.html",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=SETTINGS,
)


def _version(wanted: bool) -> None:
    if wanted:
        from saksama import __version__

        typer.echo(f"saksama {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read many overlapping news articles and get one checked account."""


for command in (brief, read, add, search, stories, show, check, factchecks, watch, actors, schema):
    command.register(app)
