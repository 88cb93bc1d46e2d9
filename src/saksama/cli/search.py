"""`saksama search`: articles, statements and events that hold some words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import (
    ActorOption,
    DeskOption,
    FromOption,
    LangOption,
    ListFormatOption,
    ListOutputOption,
    ToOption,
)
from saksama.cli.output import Target

if TYPE_CHECKING:
    from saksama.store.search import Hit, HitKind, Query


class Kind(StrEnum):
    """What can be found."""

    article = "article"
    statement = "statement"
    event = "event"


KINDS: dict[Kind, HitKind] = {Kind.article: "article", Kind.statement: "statement", Kind.event: "event"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "search",
        epilog="\b\nExamples:\n"
        "  saksama search kontainer amunisi\n"
        "  saksama search '\"perjanjian kemitraan\"' --from 2024-06 --kind event\n"
        '  saksama search serangan --actor "Korea Utara" --type ASSAULT\n'
        "  saksama search latihan militer -o hits.tsv",
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    words: Annotated[
        list[str],
        typer.Argument(help='Words, in any form; "in quotation marks" they stand together.', metavar="WORDS"),
    ],
    since: FromOption = None,
    until: ToOption = None,
    actor: ActorOption = None,
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="PLOVER's type of event, such as CONSULT.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="One kind of hits; else all.")] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="So many of each kind at most.")
    ] = 10,
    desk: DeskOption = None,
    format: ListFormatOption = None,
    output: ListOutputOption = None,
    lang: LangOption = None,
) -> int:
    """Search the desk: articles, statements and events that hold all the words, the best first.

    Each hit shows a piece of the original text with the words lit, and the id that show and check take.
    --actor finds articles that name somebody, what he says, and events in which he takes part.
    """
    target = Target.of(format and format.value, output, lang and lang.value)
    target.offer("search", "terminal", "json", "tsv")
    with opened(desk) as held:
        from saksama import library
        from saksama.store.search import Query

        who = library.actor_of(held, actor) if actor is not None else None
        query = Query(" ".join(words), since, until, who, type, KINDS[kind] if kind else None, limit)
        hits = library.search(held, query)
    _show(query, hits, target)
    return DONE


def _show(query: Query, hits: tuple[Hit, ...], target: Target) -> None:
    from saksama.account import found

    target.show_card(
        lambda: found.card(query, hits, target.language),
        {"json": lambda: found.as_json(query, hits), "tsv": lambda: found.as_tsv(hits)},
    )
