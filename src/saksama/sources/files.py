"""One file to drafts: its kind by name or by a look at it, gzip undone, limits kept."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from saksama.errors import EmptyInput, InputError, MissingInput, NoArticle, NotText, TooLarge
from saksama.sources.decode import decode, wide_encoding
from saksama.sources.identity import key_of
from saksama.sources.options import Draft, SourceOptions
from saksama.sources.page import looks_like_html, read_page
from saksama.sources.pile import looks_like_jsonl, read_pile

_KINDS = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "jsonl"}
_GZIP = b"\x1f\x8b"
_LOOK = 2000  # bytes by which UTF-16 is told


def kind_of(name: str) -> str | None:
    """``text``, ``html`` or ``jsonl`` by the end of a file name, ``.gz`` aside."""
    return _KINDS.get(os.path.splitext(name.lower().removesuffix(".gz"))[1])


def is_source(name: str) -> bool:
    """Whether a file in a folder is taken for an article file."""
    return kind_of(name) is not None


def drafts(path: str, options: SourceOptions) -> Iterator[Draft | InputError]:
    """The drafts of a file, or why one gives none. Raises an `InputError` for the file as a whole."""
    if path != "-":
        _check(path)
    if path != "-" and kind_of(path) == "jsonl":
        yield from read_pile(lambda: _lines(path, options), path, options)
        return
    try:
        raw = _read(path, options)
    except (OSError, EOFError, zlib.error) as error:
        raise NotText(path, f"cannot be read: {_why(error)}") from None
    yield from _whole(raw, path, options)


def _check(path: str) -> None:
    try:
        if os.path.isdir(path):
            os.scandir(path).close()
            raise NoArticle(path, "no .txt, .html or .jsonl file in this folder")
        regular = stat.S_ISREG(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        leads_nowhere = "\0" not in path and os.path.islink(path)
        raise MissingInput(
            path, "a link that leads nowhere" if leads_nowhere else "no such file or folder"
        ) from None
    except OSError as error:
        raise NotText(path, f"cannot be read: {_why(error)}") from None
    if not regular:
        raise NotText(path, "not a regular file")


def _whole(raw: bytes, path: str, options: SourceOptions) -> Iterator[Draft | InputError]:
    """A file that was read at once; of standard input and odd names the kind is seen from the start."""
    kind = kind_of(path)
    text = None if kind == "html" else decode(raw, path)
    if text is not None and kind is None:
        kind = "jsonl" if looks_like_jsonl(text[:100_000]) else "html" if looks_like_html(text) else "text"
    name = None if path == "-" else path
    if kind == "jsonl":
        yield from read_pile(lambda: io.BytesIO((text or "").encode()), path, options)
    elif kind == "html":
        yield replace(read_page(raw, path, options), path=name or "-", key=key_of(path))
    else:
        yield Draft(text=text or "", path=name or "-", key=key_of(path))


def _read(path: str, options: SourceOptions) -> bytes:
    """At most `max_bytes`, unpacked; raises `TooLarge` beyond. A pile on standard input has no limit."""
    if path == "-":
        raw = sys.stdin.buffer.read(options.max_bytes + 1)
        if len(raw) > options.max_bytes and looks_like_jsonl(raw[:100_000].decode("utf-8", "replace")):
            return raw + sys.stdin.buffer.read()
    else:
        with open(path, "rb") as file:
            raw = file.read(options.max_bytes + 1)
    if raw.startswith(_GZIP):
        with gzip.open(io.BytesIO(raw)) as packed:
            raw = packed.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        raise TooLarge(path, f"more than {options.max_bytes // 1_000_000} MB")
    if not raw:
        raise EmptyInput(path, "the file is empty")
    return raw


def _lines(path: str, options: SourceOptions) -> Iterable[bytes]:
    """The lines of a pile, read one by one: a pile may be larger than any single page.

    Of a line that is too long to be an article only the start is given.
    """
    longest = 6 * options.max_chars + 1
    try:
        with open(path, "rb") as start:
            packed = start.read(2) == _GZIP
        with _open(path, packed) as file:
            readline = _narrow(file).readline
            while line := readline(longest):
                yield line.encode() if isinstance(line, str) else line
                while len(line) == longest and line[-1:] not in ("\n", b"\n"):
                    line = readline(longest)
    except (OSError, EOFError, zlib.error) as error:
        raise NotText(path, f"cannot be read: {_why(error)}") from None


def _open(path: str, packed: bool) -> io.BufferedReader | gzip.GzipFile:
    return gzip.open(path, "rb") if packed else open(path, "rb")


def _narrow(file: io.BufferedReader | gzip.GzipFile) -> io.BufferedReader | gzip.GzipFile | io.TextIOWrapper:
    """The pile itself; as text where it is written in two or four bytes a character."""
    wide = wide_encoding(file.read(_LOOK))
    file.seek(0)
    return io.TextIOWrapper(file, wide, errors="replace", newline="\n") if wide else file


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
