"""`saksama schema`: the published form of the JSON account."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema")(command)


def command() -> None:
    """Print the JSON Schema that every JSON account obeys."""
    import json

    from saksama.account.as_json import schema as loaded

    typer.echo(json.dumps(loaded(), ensure_ascii=False, indent=2))
