"""`saksama factchecks`: published fact-checks on the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from saksama.cli import tallies
from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import (
    AllowOption,
    DeskOption,
    FromOption,
    LangOption,
    ListFormatOption,
    ListOutputOption,
    ToOption,
)
from saksama.cli.output import Target, reader_language


def register(app: typer.Typer) -> None:
    """Add the group: alone it lists, `add` adds."""
    group = typer.Typer(add_completion=False, rich_markup_mode=None)
    group.callback(
        invoke_without_command=True,
        epilog="\b\nExamples:\n"
        "  saksama factchecks\n"
        "  saksama factchecks --from 2024 -o factchecks.tsv\n"
        "  saksama factchecks add claimreview.json",
    )(listing)
    group.command(
        "add",
        epilog="\b\nExamples:\n"
        "  saksama factchecks add claimreview.json\n"
        "  saksama factchecks add https://example.org/cek-fakta/1",
    )(add)
    app.add_typer(group, name="factchecks", short_help="List published fact-checks on the desk, or add some.")


def listing(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    context: typer.Context,
    since: FromOption = None,
    until: ToOption = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=1_000_000, help="So many at most.")
    ] = 20,
    desk: DeskOption = None,
    format: ListFormatOption = None,
    output: ListOutputOption = None,
    lang: LangOption = None,
) -> int:
    """List the published fact-checks on the desk, the newest first; with add, add some.

    check and all findings match what articles claim against them.
    """
    if context.invoked_subcommand is not None:
        return DONE
    target = Target.of(format and format.value, output, lang and lang.value)
    target.offer("factchecks", "terminal", "json", "tsv")
    with opened(desk) as held:
        from saksama import library
        from saksama.account import listed

        reviews, total = library.factchecks(held, since=since, until=until, limit=limit)
    target.show_card(
        lambda: listed.reviews(reviews, total, target.language),
        {"json": lambda: listed.reviews_json(reviews, total), "tsv": lambda: listed.reviews_tsv(reviews)},
    )
    return DONE


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files or addresses with ClaimReview: JSON, JSON lines, a feed, a page with JSON-LD.",
            metavar="FILE|URL",
        ),
    ],
    desk: DeskOption = None,
    allow: AllowOption = None,
    lang: LangOption = None,
) -> int:
    """Add published fact-checks (schema.org/ClaimReview) to the desk.

    One that is there already is known again; one that was changed is replaced. Prints one line; what could
    not be read stands on standard error. Exit code 2 where nothing could be read.
    """
    language = lang.value if lang else reader_language()
    from saksama import library

    with opened(desk, write=True) as held:
        added = library.add_factchecks(inputs, held, allow=allow or ())
    return tallies.reviews(added, language)
