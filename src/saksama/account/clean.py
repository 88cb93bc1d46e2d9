"""What a page may never do to a reader's screen: steer it, hide text or turn it round.

Texts and names come from strangers. Everything that a face shows goes through `clean`, and every
address through `safe_url`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import urlsplit

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# A whole escape sequence, so that no "[31m" stays behind: CSI, then OSC and its like with their end.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]?"
    "|(?:\x1b[\\]P^_X]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,512}(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]{0,8}[0-~]?"
)
_JOINERS = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\ufeff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_LINES = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f" + _JOINERS + _BIDI + "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_UNSAFE = re.compile(f"{_DROPPED.pattern}|{_BROKEN.pattern}|[{_LINES}]")
_SUSPECT = re.compile("[^\n\t -~\u00a0-\u00ac\u00ae-\u033f\u2010-\u2027\u2030-\u205f]")
_BLANKS = re.compile(r"\s+")
_SCHEMES = ("http", "https")


def clean(text: str) -> str:
    """The text without control, escape, bidirectional and invisible characters.

    Line breaks and tabs stay; what breaks a line by other means becomes a line break, and what no
    text may hold (half a surrogate pair, a non-character) a visible replacement.
    """
    if not _SUSPECT.search(text):
        return text
    text = _ESCAPES.sub("", text.replace("\r\n", "\n"))
    text = text.translate({ord(mark): "\n" for mark in _LINES})
    return _BROKEN.sub(REPLACEMENT, _DROPPED.sub("", text))


def unsafe(text: str, instead: Callable[[str], str]) -> str:
    """The text with `instead` of every character that `clean` would take away or change."""
    if not _SUSPECT.search(text):
        return text
    return _UNSAFE.sub(lambda found: instead(found[0]), text)


def line(text: str) -> str:
    """The text on one line: `clean`, with every run of white space as one blank."""
    return _BLANKS.sub(" ", clean(text)).strip()


def shorten(text: str, width: int) -> str:
    """One line of at most `width` characters, cut at a word with an ellipsis."""
    whole = line(text)
    if len(whole) <= width:
        return whole
    cut = whole[: width - 1]
    head, blank, _ = cut.rpartition(" ")
    kept = head if blank and len(head) > width // 2 else cut
    return kept.rstrip(" ,;:–-") + "…"


def safe_url(url: str | None) -> str | None:
    """The address if it is a plain http or https one, else None."""
    if not url or line(url) != url or any(mark in url for mark in " <>\"'\\`"):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not parts.hostname or parts.username is not None:
        return None
    return url


def cells(text: str) -> int:
    """How many columns a fixed-width screen needs for the text."""
    wide = sum(unicodedata.east_asian_width(mark) in "WF" for mark in text)
    marks = sum(unicodedata.combining(mark) > 0 for mark in text)
    return len(text) + wide - marks
