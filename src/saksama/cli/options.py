"""What several commands ask for in the same way."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """The faces of an account."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"


class ReadFormat(StrEnum):
    """The faces of one article as it was read, and of what the desk shows."""

    terminal = "terminal"
    json = "json"


class NoteFormat(StrEnum):
    """The faces of what goes into a note."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"


class ListFormat(StrEnum):
    """The faces of a list."""

    terminal = "terminal"
    json = "json"
    tsv = "tsv"


class BookFormat(StrEnum):
    """The faces of the office records."""

    text = "text"
    json = "json"
    tsv = "tsv"


class Lang(StrEnum):
    """The languages of the account's own words."""

    id = "id"
    en = "en"


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to show it; else by the suffix of -o, else terminal."),
]
ReadFormatOption = Annotated[
    ReadFormat | None, typer.Option("--format", "-f", help="How to show it; else by the suffix of -o.")
]
NoteFormatOption = Annotated[
    NoteFormat | None, typer.Option("--format", "-f", help="How to show it; else by the suffix of -o.")
]
ListFormatOption = Annotated[
    ListFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show it; else by the suffix of -o. tsv is safe to open in a spreadsheet.",
    ),
]
BookFormatOption = Annotated[
    BookFormat | None, typer.Option("--format", "-f", help="How to show it; else by the suffix of -o.")
]


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE (.html, .md, .json, .txt), whole or not at all; - is standard output.",
    ),
]
NoteOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE (.md, .json, .txt), whole or not at all; - is standard output.",
    ),
]
ListOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE (.txt, .json, .tsv), whole or not at all; - is standard output.",
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", "-l", help="Language of the program's own words; else that of your locale."),
]
DeskOption = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        metavar="FILE",
        help="The desk to use; else $SAKSAMA_DESK, else a file in your data folder.",
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Not before this day, month or year (2024-06-19, 2024-06)."),
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", help="Not after it."),
]
ActorOption = Annotated[
    str | None,
    typer.Option(
        "--actor", metavar="NAME", help="Only what names this person, state or organisation: name or code."
    ),
]
AllowOption = Annotated[
    list[str] | None,
    typer.Option(
        "--allow",
        metavar="PLACE",
        help="A local place (http://127.0.0.1:8000) that may be asked all the same; many times.",
    ),
]
