"""Where an account goes and in which form: the screen, a pipe or a file that is whole or not there."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from saksama.errors import OutputError, UsageError
from saksama.records import Account

if TYPE_CHECKING:
    from rich.console import Console

    from saksama.account.card import Card

_BY_SUFFIX = {
    ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json",
    ".tsv": "tsv",
}  # fmt: skip
_FILE_WIDTH = 100  # columns of a terminal account in a file


@dataclass(frozen=True, slots=True)
class Target:
    """What a user asked for: `format`, `path` (None: standard output), `language`, every list whole."""

    format: str
    path: Path | None
    language: str
    everything: bool = False

    @classmethod
    def of(
        cls, format: str | None, path: Path | None, language: str | None, *, everything: bool = False
    ) -> Target:
        """The target with its defaults: the format by the file's suffix, the language by the locale."""
        path = None if path and str(path) == "-" else path
        by_suffix = _BY_SUFFIX.get(path.suffix.lower(), "terminal") if path else "terminal"
        return cls(format or by_suffix, path, language or reader_language(), everything)

    def check(self) -> None:
        """Refuse a place that cannot be written before an hour of reading, not after it."""
        if self.path is None:
            return
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            pass
        except (OSError, ValueError) as error:
            raise OutputError(f"{self.path}: {getattr(error, 'strerror', None) or error}") from None
        if self.path.is_dir():
            raise OutputError(f"{self.path}: is a folder, not a file")
        if not self.path.parent.is_dir():
            raise OutputError(f"{self.path}: the folder {self.path.parent} does not exist")

    def offer(self, command: str, *formats: str) -> None:
        """Refuse a format that a command does not have, and a place that cannot be written."""
        if self.format not in formats:
            raise UsageError(f"{command} shows {', '.join(formats[:-1])} or {formats[-1]}")
        self.check()

    def show_card(self, made: Callable[[], Card], others: Mapping[str, Callable[[], str]]) -> None:
        """Write a card, or what one of the other formats makes of the same."""
        from saksama.account import as_card

        if self.format == "markdown":
            self._write(lambda: as_card.markdown(made()), lambda console: None)
        else:
            self._write(others.get(self.format), lambda console: as_card.render(made(), console))

    def show(self, account: Account) -> None:
        """Write the account."""
        self._write(self._account_text(account), lambda console: self._account_screen(account, console))

    def show_reading(self, account: Account) -> None:
        """Write the articles as they were read."""
        from saksama.account import as_reading

        if self.format in ("markdown", "html"):
            raise UsageError("read shows terminal or json; for a page of its own use brief")
        self._write(
            self._account_text(account),
            lambda console: as_reading.render(account, self.language, console),
        )

    def write(self, text: str) -> None:
        """Write a text that is the same on a screen and in a file."""
        self._write(lambda: text, lambda console: None)

    def _account_screen(self, account: Account, console: Console) -> None:
        from saksama.account import as_terminal

        as_terminal.render(account, self.language, console, everything=self.everything)

    def _account_text(self, account: Account) -> Callable[[], str] | None:
        if self.format == "json":
            from saksama.account.as_json import render

            return lambda: render(account)
        if self.format == "markdown":
            from saksama.account.as_markdown import render as markdown

            return lambda: markdown(account, self.language)
        if self.format == "html":
            from saksama.account.as_html import render as html

            return lambda: html(account, self.language)
        return None

    def _write(self, text: Callable[[], str] | None, screen: Callable[[Console], None]) -> None:
        if self.path is None:
            _to_stdout(text, screen)
        else:
            write_whole(self.path, text() if text else _as_text(screen))


def _to_stdout(text: Callable[[], str] | None, screen: Callable[[Console], None]) -> None:
    from rich.console import Console

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if text is None:
        screen(Console(highlight=False))
    else:
        sys.stdout.write(text())


def _as_text(screen: Callable[[Console], None]) -> str:
    """What a screen would show, without colours."""
    from io import StringIO

    from rich.console import Console

    page = StringIO()
    screen(Console(file=page, width=_FILE_WIDTH, color_system=None, highlight=False))
    return page.getvalue()


def write_whole(path: Path, text: str) -> None:
    """Write a file that is whole or not there: beside it first, then renamed.

    A link is followed, a device or pipe written to as it is. Raises `OutputError` naming the file
    where it cannot be written; nothing is left behind then.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        else:
            _replace(target, text)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from None


def _replace(target: Path, text: str) -> None:
    from tempfile import mkstemp

    handle, name = mkstemp(dir=target.parent, prefix=".saksama-")
    temporary = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or what the user's mask leaves of a new one's."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def reader_language() -> str:
    """``id`` where the reader's locale is Indonesian, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "id" if value.lower().startswith("id") else "en"
    return "id" if (locale.getlocale()[0] or "").lower().startswith("id") else "en"
