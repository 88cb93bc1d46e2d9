"""Bytes to text: the encoding found, line endings and control characters made plain."""

from __future__ import annotations

import codecs
import re

from saksama.errors import EmptyInput, NotText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)
# what Python can decode but no page is written in; some take a time that grows with the square of the length
_NO_PAGE = frozenset(("punycode", "idna", "utf-7", "unicode-escape", "raw-unicode-escape", "undefined"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_SAMPLE = 64_000
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# ECMA-48: a control sequence (colours, cursor), a string for the terminal, any other escape.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,32}[ -/]{0,8}[@-~]"
    "|\x1b[\\]PX^_][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\\\)"
    "|\x1b[ -/]{0,4}[0-~]"
)


def decode(raw: bytes, path: str, html: bool = False) -> str:
    """The text of some bytes. `EmptyInput` if there is none, `NotText` if it is no text.

    UTF-8 is tried first, since text in another encoding is hardly ever valid UTF-8; so a page whose
    meta tag names a wrong encoding is read rightly all the same.
    """
    if not raw.strip():
        raise EmptyInput(path, "the file is empty")
    encoding = _encoding(raw, path, html)
    text = raw.decode(encoding, errors="replace").removeprefix("\ufeff")
    if _is_noise(text):
        raise NotText(path, "not a text in any known encoding")
    if not text.strip():
        raise EmptyInput(path, "the file holds only white space")
    return text


def _encoding(raw: bytes, path: str, html: bool) -> str:
    marked = next((name for mark, name in _BOMS if raw.startswith(mark)), None)
    if marked:
        return marked
    if raw.startswith(_MAGIC):
        raise NotText(path, "a binary file, not a text")
    wide = _wide(raw)
    if wide:
        return wide
    if raw.count(b"\0", 0, _SAMPLE) > 8:
        raise NotText(path, "a binary file, not a text")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(raw, path, error.start, html)
    return "utf-8"


def as_utf8(raw: bytes, charset: str | None) -> bytes:
    """The bytes as UTF-8 where they are none and the server names an encoding in which they are text.

    What is valid UTF-8, or says what it is by its first bytes, stays: such marks are surer than a header.
    """
    if charset is None or raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw.count(b"\0", 0, 2000) > 8:
        return raw
    try:
        raw.decode("utf-8")
        return raw
    except UnicodeDecodeError:
        pass
    name = "cp1252" if charset in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else charset
    if _mostly_utf8(raw) or not _decodes(raw, name):
        return raw
    return raw.decode(name).encode("utf-8", "replace")


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, by the mark or the zeros at the start of a text; None for the others."""
    marked = next((name for mark, name in _BOMS if head.startswith(mark)), "utf-8-sig")
    return _wide(head) if marked == "utf-8-sig" else marked


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of western text is zero."""
    sample = raw[:2000]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _legacy(raw: bytes, path: str, bad: int, html: bool) -> str:
    """The encoding of bytes that are no UTF-8: as declared if that works, else as it looks."""
    if _mostly_utf8(raw):
        return "utf-8"
    declared = _META.search(raw[:4000]) if html else None
    if declared and _decodes(raw, name := declared[1].decode("ascii").lower()):
        return "cp1252" if name in ("utf-8", "utf8", "iso-8859-1", "latin-1", "ascii", "us-ascii") else name
    return _guess(raw, path, bad)


def _mostly_utf8(raw: bytes) -> bool:
    """A few broken bytes, as where a page was cut, do not make UTF-8 another encoding."""
    text = raw[:_SAMPLE].decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    beyond = sum(1 for char in text if char > "\x7f") - wrong
    return wrong <= max(1, beyond // 20) and beyond > wrong


def _decodes(raw: bytes, name: str) -> bool:
    try:
        if codecs.lookup(name).name in _NO_PAGE:
            return False
        raw.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return False
    return True


def _guess(raw: bytes, path: str, bad: int) -> str:
    """Windows-1252 for western text (what Indonesian pages use); else what charset-normalizer says."""
    from charset_normalizer import from_bytes

    start = max(0, bad - _SAMPLE // 2)
    best = from_bytes(raw[start : start + _SAMPLE]).best()
    if best is None:
        raise NotText(path, "not a text in any known encoding")
    western = sum(1 for byte in raw[:_SAMPLE] if byte > 0x7F) < 0.1 * min(len(raw), _SAMPLE)
    return "cp1252" if western and _decodes(raw, "cp1252") else best.encoding


def _is_noise(text: str) -> bool:
    """Whether more than one character in twenty is a control or replacement character."""
    sample = text[:_SAMPLE]
    odd = len(_BINARY.findall(sample)) + sample.count("\ufffd")
    return odd > max(4, len(sample) // 20)


def tidy(text: str) -> str:
    """Line endings as ``\\n``; every other control character, and half of a pair, as one blank.

    A terminal's escape sequence goes as a whole, or "[31m" would stay as words of the story.
    """
    plain = _LINE_ENDS.sub("\n", text)
    if "\x1b" in plain or "\x9b" in plain:
        plain = _ESCAPES.sub(lambda found: " " * len(found[0]), plain)
    return _CONTROLS.sub(" ", plain)
