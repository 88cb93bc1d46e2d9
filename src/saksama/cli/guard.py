"""Errors at the prompt: one line each, never a traceback."""

from __future__ import annotations

import os
import sys

from saksama.errors import SaksamaError

DONE, OURS, WRONG, STOPPED = 0, 1, 2, 130


def guarded(arguments: list[str] | None) -> int:
    """Run the command line; the exit code. A call without a command shows the help."""
    import typer
    from typer.exceptions import TyperException

    from saksama.cli.app import app

    given = sys.argv[1:] if arguments is None else arguments
    try:
        result = app(args=given or ["--help"], prog_name="saksama", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        return _said(error.format_message(), WRONG)
    except SaksamaError as error:
        return _said(str(error), WRONG)
    except (typer.Abort, KeyboardInterrupt):
        return _said("stopped", STOPPED)
    except BrokenPipeError:
        return _unread()
    except Exception as error:  # the last door: what no one foresaw
        return _unforeseen(error)
    if result == STOPPED:
        return _said("stopped", STOPPED)
    return WRONG if not given else result if isinstance(result, int) else DONE


def _said(message: str, code: int) -> int:
    from saksama.account.clean import line

    print(f"saksama: {line(message)}", file=sys.stderr)
    return code


def _unread() -> int:
    """Whoever read our output has gone; the interpreter must not complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _unforeseen(error: Exception) -> int:
    if os.environ.get("SAKSAMA_DEBUG"):
        raise error
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return _said(f"internal error: {reason} (run with SAKSAMA_DEBUG=1 for the traceback)", OURS)
