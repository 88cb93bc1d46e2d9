"""Published fact-checks: schema.org ClaimReview in JSON, JSON lines, feeds and pages.

Nothing here raises for what is in a file: each thing that cannot be read gives one `Skipped` line that
names the file and the place in it, and the rest is read.
"""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator

from saksama.errors import InputError, NotText, TooLarge
from saksama.records import ClaimReview, Skipped
from saksama.sources.claimreview.documents import Fault, documents
from saksama.sources.claimreview.fields import review_of
from saksama.sources.claimreview.nodes import Node, reviews_in
from saksama.sources.decode import decode

__all__ = ["read_reviews"]

MOST_BYTES = 250_000_000  # three times the whole feed of the fact-checkers of the world
_GZIP = b"\x1f\x8b"


def read_reviews(
    path_or_bytes: str | os.PathLike[str] | bytes, name: str
) -> tuple[list[ClaimReview], list[Skipped]]:
    """The fact-checks of a file (or of its bytes), and a line for each thing that gave none or is odd.

    `name` stands for the source in the lines. A review that comes twice is kept once.
    """
    try:
        text = decode(_bytes(path_or_bytes, name), name, html=True)
    except InputError as error:
        return [], [Skipped(name, error.reason)]
    found: dict[str, ClaimReview] = {}
    skipped: list[Skipped] = []
    some = False
    for item in _items(text, name):
        some = True
        if isinstance(item, Fault):
            skipped.append(Skipped(item.where, item.reason))
            continue
        review, faults = review_of(item)
        skipped += [Skipped(item.where, fault) for fault in faults]
        if review and review.id in found:
            skipped.append(Skipped(item.where, "a fact-check that was read before: left out"))
        elif review:
            found[review.id] = review
    return list(found.values()), skipped if some else [Skipped(name, "no ClaimReview in it")]


def _items(text: str, name: str) -> Iterator[Node | Fault]:
    for document in documents(text, name):
        if isinstance(document, Fault):
            yield document
        else:
            yield from reviews_in(document)


def _bytes(source: str | os.PathLike[str] | bytes, name: str) -> bytes:
    """What is in the source, unpacked; raises `NotText` or `TooLarge`."""
    try:
        raw = source if isinstance(source, bytes) else _file(source)
        if raw.startswith(_GZIP):
            with gzip.open(io.BytesIO(raw)) as packed:
                raw = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        why = getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
        raise NotText(name, f"cannot be read: {why}") from None
    if len(raw) > MOST_BYTES:
        raise TooLarge(name, f"more than {MOST_BYTES // 1_000_000} MB")
    return raw


def _file(path: str | os.PathLike[str]) -> bytes:
    if not os.path.isfile(path):
        raise OSError(0, "no such file" if not os.path.exists(path) else "not a regular file")
    with open(path, "rb") as file:
        return file.read(MOST_BYTES + 1)
