"""The manual of the command line, made from its own help: `docs/cli.md`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from saksama.cli.app import SETTINGS, app

_WIDTH = 90
_HEAD = """# The command line

This page is made from the program's own help texts; a test holds it to them.

Exit codes: 0 done (warnings for what could not be read stand on standard error), 1 an error inside
Saksama, 2 a wrong call or nothing that could be read, 130 stopped by the user.
"""


def manual() -> str:
    """The help of the program and of every command, as Markdown."""
    group = typer.main.get_command(app)
    settings: dict[str, Any] = {**SETTINGS, "terminal_width": _WIDTH}
    root = typer.Context(group, info_name="saksama", **settings)
    parts = [_HEAD, "## saksama\n", _block(group.get_help(root))]
    for path, command, context in _commands(group, root, ("saksama",)):
        parts += [f"## {' '.join(path)}\n", _block(command.get_help(context))]
    return "\n".join(parts)


def _commands(group: Any, above: typer.Context, path: tuple[str, ...]) -> Iterator[Any]:
    """Every command with its path and context, a group's own commands behind it."""
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        settings: dict[str, Any] = {**SETTINGS, "terminal_width": _WIDTH}
        context = typer.Context(command, info_name=name, parent=above, **settings)
        yield (*path, name), command, context
        if hasattr(command, "list_commands"):
            yield from _commands(command, context, (*path, name))


def _block(text: str) -> str:
    lines = (line.rstrip() for line in text.splitlines())
    return "```\n" + "\n".join(lines).strip("\n") + "\n```\n"
