"""Records as bytes and back: msgpack by the types of the records, then zstd. Never pickle."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import msgspec
import zstandard

from saksama.records import Change, Reading

Kind = TypeVar("Kind")

_LEVEL = 3  # a fifth of a millisecond an article; higher levels save a tenth and take five times as long
_encoder = msgspec.msgpack.Encoder()
_changes = msgspec.json.Decoder(tuple[Change, ...])


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def pack(record: Any) -> bytes:
    """A record or plain value as bytes."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(_encoder.encode(record))


def unpack(kind: type[Kind], packed: bytes) -> Kind:
    """The value of that type that was packed."""
    value: Kind = _decoder(kind).decode(  # type: ignore[arg-type]
        zstandard.ZstdDecompressor().decompress(packed)
    )
    return value


def pack_reading(reading: Reading) -> bytes:
    """A reading without its article's text, which has a column of its own."""
    return pack(replace(reading, article=replace(reading.article, text="")))


def unpack_reading(packed: bytes, text: str) -> Reading:
    reading = unpack(Reading, packed)
    return replace(reading, article=replace(reading.article, text=text))


def pack_changes(changes: tuple[Change, ...]) -> str:
    """As JSON, which people read too."""
    return msgspec.json.encode(changes).decode()


def unpack_changes(packed: str) -> tuple[Change, ...]:
    return _changes.decode(packed)
