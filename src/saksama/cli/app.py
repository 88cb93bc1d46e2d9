"""The commands and their options. Help text lives here; `docs/cli.md` is made from it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    name="saksama",
    help="Read many overlapping news articles and get one checked account.",
    epilog="Example: saksama brief articles/ -o account.html",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=SETTINGS,
)


class Format(StrEnum):
    """The faces of an account."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"


class ReadFormat(StrEnum):
    """The faces of one article as it was read."""

    terminal = "terminal"
    json = "json"


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
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE (.html, .md, .json, .txt), whole or not at all; - is standard output.",
    ),
]
BookOutputOption = Annotated[
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
    typer.Option("--lang", "-l", help="Language of the account's own words; else that of your locale."),
]


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


@app.command(
    epilog="\b\nExamples:\n"
    "  saksama brief articles/\n"
    "  saksama brief a.html b.txt -o account.html --lang en\n"
    "  saksama brief articles/ --published a.txt=2024-06-19"
)
def brief(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    paths: Annotated[
        list[str],
        typer.Argument(help="Files and folders (.txt, .html, .jsonl); - is standard input.", metavar="PATH"),
    ],
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
    """Read articles and show the account of them all.

    First what they tell, then what does not fit (with both sentences), the timeline, who said what,
    and the articles with their dates and kinship. Every line leads to its source. What cannot be read
    is named and left out.
    """
    from saksama.cli import brief as command
    from saksama.cli.output import Target

    target = Target.of(format and format.value, output, lang and lang.value, everything=all)
    return command.run(paths, published or [], processes, target)


@app.command(
    epilog="\b\nExamples:\n"
    "  saksama read article.html\n"
    "  saksama read article.txt --published 2024-06-19 --lang en"
)
def read(
    article: Annotated[str, typer.Argument(help="A file; - is standard input.", metavar="ARTICLE")],
    format: Annotated[
        ReadFormat | None, typer.Option("--format", "-f", help="How to show it; else by the suffix of -o.")
    ] = None,
    output: OutputOption = None,
    lang: LangOption = None,
    published: Annotated[
        str | None, typer.Option(help="The date of publication, if the page lacks it.", metavar="DATE")
    ] = None,
) -> int:
    """Show one article as Saksama reads it.

    Its sentences with mentions, times, quantities, events and statements marked, what each was taken
    for and why, and what is no part of the story struck out with its reason.
    """
    from saksama.cli import read as command
    from saksama.cli.output import Target

    target = Target.of(format and format.value, output, lang and lang.value)
    return command.run(article, published, target)


@app.command(
    epilog="\b\nExamples:\n"
    '  saksama actors "Sergei Shoigu"\n'
    '  saksama actors "menteri pertahanan Rusia" --on 2024-06-19\n'
    '  saksama actors "prime minister of Japan" --on 2020-09 --lang en\n'
    '  saksama actors "Korea Utara" --format json\n'
    "  saksama actors --gaps RUS"
)
def actors(  # noqa: PLR0913, PLR0917 -- each parameter is an option of the command
    query: Annotated[
        str | None,
        typer.Argument(
            help="A person, an office with its state, a state or an organisation: by name, code or "
            "Wikidata id.",
            metavar="NAME",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(help="Ask for one day, month or year (2024-06-19, 2024-06, 2024).", metavar="DATE"),
    ] = None,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Show what the records lack, of one state or of all.")
    ] = False,
    format: Annotated[
        BookFormat | None, typer.Option("--format", "-f", help="How to show it; else by the suffix of -o.")
    ] = None,
    output: BookOutputOption = None,
    lang: LangOption = None,
) -> int:
    """Show who held which office, from when to when, by which source, and what is not known.

    A person with all offices; the holders of an office; a state or organisation with its names and its
    offices. Without --on every record is shown and none as today's. In a hole, and after the day until
    which a record is known, the answer is "not known". Exit code 2 where the name is not known.
    """
    from saksama.cli import actors as command
    from saksama.cli.output import Target

    target = Target.of(format and format.value, output, lang and lang.value)
    return command.run(query, on, gaps, target)


@app.command()
def schema() -> None:
    """Print the JSON Schema that every JSON account obeys."""
    import json

    from saksama.account.as_json import schema as loaded

    typer.echo(json.dumps(loaded(), ensure_ascii=False, indent=2))
