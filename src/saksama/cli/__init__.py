"""The command line: thin, and the only room that speaks to a person at a prompt.

`main` is the entry point. Whatever happens, a user sees one clear line and an exit code: 0 done,
1 an error of ours, 2 a wrong call or nothing that could be read, 130 stopped by the user.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; `arguments` stands in for those of the process."""
    import sys

    from saksama.cli.guard import guarded

    sys.exit(guarded(None if arguments is None else list(arguments)))
