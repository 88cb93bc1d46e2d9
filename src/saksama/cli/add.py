"""`saksama add`: articles onto the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli import tallies
from saksama.cli.dates import published_dates
from saksama.cli.desk import opened
from saksama.cli.options import AllowOption, DeskOption, LangOption
from saksama.cli.output import reader_language
from saksama.cli.progress import shown_progress


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "add",
        epilog="\b\nExamples:\n"
        "  saksama add articles/ archive.jsonl\n"
        "  saksama add https://example.org/news/1\n"
        "  saksama add articles/ --desk elections.sqlite --published a.txt=2024-06-19",
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files and folders (.txt, .html, .jsonl), - for standard input, addresses of articles "
            "or feeds.",
            metavar="PATH|URL|FEED",
        ),
    ],
    desk: DeskOption = None,
    published: Annotated[
        list[str] | None,
        typer.Option(
            help="A date (2024-06-19, 2024-06, 2024) that a page lacks; may be given many times.",
            metavar="FILE=DATE",
        ),
    ] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, max=256, help="Reading processes; else as many as fit.", metavar="N")
    ] = None,
    allow: AllowOption = None,
    lang: LangOption = None,
) -> int:
    """Read articles and keep them on the desk, each in its story, with what does not fit.

    What is there already is known again and costs nothing; a text that changed is kept as a new version
    beside the old one. A stop at any moment loses at most the article in hand: add the same again to go
    on. Prints one line; what could not be read stands on standard error, a line each. Exit code 2 where
    nothing could be read.
    """
    language = lang.value if lang else reader_language()
    dates = published_dates(published or [])
    from saksama.library import add

    with opened(desk, write=True) as kept, shown_progress(language) as progress:
        added = add(inputs, kept, published=dates, processes=processes, allow=allow or (), progress=progress)
    return tallies.articles(added, language)
