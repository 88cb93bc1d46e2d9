"""`saksama brief`: many articles, one account; of files, or of a part of the desk."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksama.cli.dates import published_dates
from saksama.cli.desk import opened
from saksama.cli.guard import DONE
from saksama.cli.options import (
    DeskOption,
    FormatOption,
    FromOption,
    LangOption,
    OutputOption,
    ToOption,
)
from saksama.cli.output import Target
from saksama.cli.progress import shown_progress
from saksama.cli.warnings import exit_code, warn
from saksama.errors import UsageError

if TYPE_CHECKING:
    from saksama.store import FileDesk


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the desk as it was asked for."""

    desk: Path | None = None
    story: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None

    def __bool__(self) -> bool:
        return any((self.desk, self.story, self.actor, self.since, self.until))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "brief",
        epilog="\b\nExamples:\n"
        "  saksama brief articles/\n"
        "  saksama brief a.html b.txt -o account.html --lang en\n"
        "  saksama brief articles/ --published a.txt=2024-06-19\n"
        "  saksama brief --story 6937efecf14c -o story.html\n"
        '  saksama brief --actor "Korea Utara" --from 2024-06 --to 2024-07',
    )(command)


def command(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files and folders (.txt, .html, .jsonl); - is standard input.", metavar="PATH"),
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="STORY", help="A story of the desk, instead of files.")
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor", metavar="NAME", help="What names somebody on the desk, instead of files: name or code."
        ),
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    desk: DeskOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LangOption = None,
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
    all: Annotated[bool, typer.Option("--all", help="Show every list to its end in the terminal.")] = False,
) -> int:
    """Show the account of many articles: of files, or of a part of the desk.

    First what they tell, then what does not fit (with both sentences), the timeline, who said what,
    and the articles with their dates and kinship. Every line leads to its source. What cannot be read
    is named and left out. Files are read anew and kept nowhere; a part of the desk (--story, --actor,
    --from, --to) was read when it was added.
    """
    target = Target.of(format and format.value, output, lang and lang.value, everything=all)
    part = Part(desk, story, actor, since, until)
    if part:
        _refuse(paths, published)
        return of_desk(part, target)
    if not paths:
        raise UsageError("name articles (PATH), or a part of the desk (--story, --actor, --from, --to)")
    return run(paths, published or [], processes, target)


def _refuse(paths: list[str] | None, published: list[str] | None) -> None:
    if paths:
        raise UsageError(
            f"{paths[0]}: files go with no --desk, --story, --actor, --from or --to; name one or the other"
        )
    if published:
        raise UsageError("--published is for files; on the desk every article has its date")


def run(paths: list[str], published: list[str], processes: int | None, target: Target) -> int:
    """Read, show, warn; the exit code is 2 where nothing could be read."""
    dates = published_dates(published)
    target.check()
    from saksama.library import brief

    with shown_progress(target.language) as progress:
        account = brief(paths, published=dates, processes=processes, progress=progress)
    warn(account, target.language)
    if account.articles:
        target.show(account)
    return exit_code(account)


def of_desk(part: Part, target: Target) -> int:
    """The account of a part of the desk."""
    target.check()
    with opened(part.desk) as desk:
        from saksama.library import account_of

        account = account_of(desk, _articles(desk, part))
    target.show(account)
    return DONE


def _articles(desk: FileDesk, part: Part) -> tuple[str, ...]:
    from saksama.library import selected

    found = selected(desk, story=part.story, actor=part.actor, since=part.since, until=part.until)
    if found.undated:
        print(
            f"saksama: note: {found.undated} articles without a date were left out (--from, --to)",
            file=sys.stderr,
        )
    return found.articles
