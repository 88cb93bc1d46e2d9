"""`saksama watch`: feeds and pages, round after round."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import DeskOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "watch",
        epilog="\b\nExamples:\n"
        "  saksama watch feeds.toml\n"
        "  saksama watch feeds.toml --once --desk elections.sqlite\n"
        "  saksama watch feeds.toml --json >> alerts.jsonl",
    )(command)


def command(
    feeds: Annotated[
        str, typer.Argument(help="What to watch, and how (docs/watch.md).", metavar="FEEDS.toml")
    ],
    once: Annotated[bool, typer.Option("--once", help="One round over all feeds, then stop.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Rounds and alerts as lines of JSON; all else on standard error.")
    ] = False,
    desk: DeskOption = None,
) -> int:
    """Watch feeds and pages, and add what is new to the desk.

    Politely: by robots.txt, with pauses, only what changed. One line a round, and a line for each alert (a
    new story, a new contradiction, a story that surges) and each refusal. Ctrl-C ends it after the article
    in hand; started again it goes on where it was.
    """
    from saksama import library
    from saksama.watch import load_config

    config = load_config(feeds)
    with opened(desk, write=True) as held:
        library.watch(config, held, once=once, out=_out, note=_note if json else None)
    return DONE


def _out(text: str) -> None:
    print(text, flush=True)


def _note(text: str) -> None:
    print(f"saksama: {text}", file=sys.stderr, flush=True)
