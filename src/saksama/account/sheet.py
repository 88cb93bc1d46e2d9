"""Lines on a fixed-width screen: hanging indents and two columns, without boxes or markup.

Nothing here reads rich's markup, so that "[bold]" in an article stays what it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from saksama.account.clean import cells

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MARK, HEADING, FAINT, LIT = "cyan", "bold", "dim", "bold yellow"
SEVERITY = {"impossible": "bold red", "conflict": "bold magenta", "caution": "yellow"}
STATUS = {
    "occurred": "",
    "planned": "blue",
    "alleged": "magenta",
    "possible": "yellow",
    "hypothetical": "yellow",
    "denied": "red",
}
_WORDS = re.compile(r"\S+\s*|\s+")
_GUTTER = 4
_WIDEST = 132  # longer lines are hard to read
_NARROWEST_PAIR = 92


class Sheet:
    """Prints pieces of text on a console, wrapped to its width; `whole` leaves long addresses whole."""

    def __init__(self, console: Console, *, whole: bool = False) -> None:
        self.console = console
        self._whole = whole
        self.width = max(min(console.width, _WIDEST), 24)

    @property
    def paired(self) -> bool:
        """Whether two columns fit, on a screen rather than in a pipe."""
        return self.console.is_terminal and self.width >= _NARROWEST_PAIR

    def heading(self, text: str) -> None:
        self.put()
        self.put(styled((text.upper(), HEADING)))

    def put(self, text: Text | None = None) -> None:
        """One paragraph from the left edge, wrapped; an empty line without text."""
        self.hang(None, text if text is not None else styled())

    def hang(self, head: Text | None, body: Text, indent: int = 0) -> None:
        """A paragraph whose first line begins with `head`, all others `indent` columns in."""
        lines = self._wrap(body, self.width - indent)
        for at, line in enumerate(lines):
            start = head.copy() if head is not None and at == 0 else styled()
            start.append(" " * max(indent - start.cell_len, 0) if line or start else "")
            self._print(start + line)

    def pair(self, left: Text, right: Text, indent: int) -> None:
        """Two paragraphs side by side."""
        width = (self.width - indent - _GUTTER) // 2
        one, two = self._wrap(left, width), self._wrap(right, width)
        for at in range(max(len(one), len(two))):
            row = styled((" " * indent, ""))
            row.append_text(one[at] if at < len(one) else styled())
            if at < len(two):
                row.append(" " * (indent + width + _GUTTER - row.cell_len))
                row.append_text(two[at])
            self._print(row)

    def _wrap(self, text: Text, width: int) -> list[Text]:
        room = max(width, 12)
        wrapped = list(
            text.divide(_breaks(text.plain, room)) if self._whole else text.wrap(self.console, room)
        )
        for line in wrapped:
            line.rstrip()
        return wrapped or [styled()]

    def _print(self, text: Text) -> None:
        text.rstrip()
        self.console.print(text, soft_wrap=True, highlight=False, markup=False, emoji=False)


def _breaks(text: str, width: int) -> list[int]:
    """Where lines begin, so that no word is broken, however long it is."""
    found, used = [], 0
    for word in _WORDS.finditer(text):
        if used and used + cells(word.group().rstrip()) > width:
            found.append(word.start())
            used = 0
        used += cells(word.group())
    return found


def styled(*parts: tuple[str, str]) -> Text:
    """Text of styled parts."""
    from rich.text import Text

    text = Text()
    for part, style in parts:
        text.append(part, style or None)
    return text
