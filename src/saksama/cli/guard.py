"""Errors at the prompt: one line each, never a traceback."""

from __future__ import annotations

import os
import sys

from saksama.errors import SaksamaError

DONE, OURS, WRONG, STOPPED = 0, 1, 2, 130


def guarded(arguments: list[str] | None) -> int:
    """Run the command line; the exit code. A call without a command shows the help."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = _run(given or ["--help"])
        sys.stdout.flush()
    except BrokenPipeError:
        return _unread()
    except BaseException as error:  # the last door: also for what no one foresaw
        return _excused(error)
    if code == STOPPED:
        _say("stopped")
    return code if given else WRONG


def _run(arguments: list[str]) -> int:
    from saksama.cli.app import app

    result = app(args=arguments, prog_name="saksama", standalone_mode=False)
    return result if isinstance(result, int) else DONE


def _excused(error: BaseException) -> int:
    """Say what went wrong in one line; the exit code that fits."""
    import typer
    from typer.exceptions import TyperException

    if isinstance(error, SystemExit | GeneratorExit):
        raise error
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        _say("stopped")
        return STOPPED
    if isinstance(error, TyperException | SaksamaError):
        told = error.format_message() if isinstance(error, TyperException) else str(error)
        _say(told.replace("Value error, ", ""))  # the parser's own word for it, of no use to a reader
        return WRONG
    if os.environ.get("SAKSAMA_DEBUG"):
        raise error
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    _say(f"internal error: {reason} (run with SAKSAMA_DEBUG=1 for the traceback)")
    return OURS


def _say(message: str) -> None:
    from saksama.account.clean import line

    print(f"saksama: {line(message)}", file=sys.stderr)


def _unread() -> int:
    """Whoever read our output has gone; the interpreter must not complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
