"""Packed answers are unpacked piece by piece, so that a bomb is cut while it grows."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from saksama.errors import TooLarge, Unreachable, Unsafe

_GZIP = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 100  # of one gzip answer


def unpacked(pieces: Iterable[bytes], encoding: str, limit: int, url: str) -> bytes:
    """The whole body, at most `limit` bytes of it.

    Raises `TooLarge` beyond, `Unsafe` for an encoding that was not asked for, `Unreachable` for a
    broken one.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _whole(pieces, limit, url)
    if name not in ("gzip", "x-gzip", "deflate"):
        raise Unsafe(url, "packed in a way that was not asked for")
    try:
        return _Unpacker(name, limit, url).all(pieces)
    except zlib.error:
        raise Unreachable(url, "an answer that cannot be unpacked") from None


def _whole(pieces: Iterable[bytes], limit: int, url: str) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise too_large(url, limit)
    return bytes(body)


def too_large(url: str, limit: int) -> TooLarge:
    """The one line for whatever is larger than it may be."""
    return TooLarge(url, f"more than {limit / 1_000_000:g} MB")


class _Unpacker:
    """gzip of one or many members, or deflate with or without its header."""

    def __init__(self, name: str, limit: int, url: str) -> None:
        self._bits = zlib.MAX_WBITS if name == "deflate" else _GZIP
        self._limit, self._url = limit, url
        self._body = bytearray()
        self._members = 1

    def all(self, pieces: Iterable[bytes]) -> bytes:
        engine = None
        for piece in filter(None, pieces):
            if engine is None:
                engine = zlib.decompressobj(self._settled(piece))
            engine = self._feed(engine, piece)
        if engine is not None and not engine.eof:
            raise zlib.error("cut short")
        return bytes(self._body)

    def _settled(self, first: bytes) -> int:
        """Some servers send deflate without the header that it should have."""
        bare = len(first) > 1 and (first[0] & 0x0F != 8 or int.from_bytes(first[:2], "big") % 31)
        if self._bits == zlib.MAX_WBITS and bare:
            self._bits = -zlib.MAX_WBITS
        return self._bits

    def _feed(self, engine: zlib._Decompress, piece: bytes) -> zlib._Decompress:
        while piece:
            if engine.eof:
                if self._bits != _GZIP or self._members >= _MOST_MEMBERS or not piece.strip(b"\0"):
                    return engine  # what stands behind the end is padding
                self._members += 1
                engine = zlib.decompressobj(_GZIP)
            self._body += engine.decompress(piece, self._limit - len(self._body) + 1)
            if len(self._body) > self._limit:
                raise too_large(self._url, self._limit)
            piece = engine.unused_data if engine.eof else engine.unconsumed_tail
        return engine
