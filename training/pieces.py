"""The pieces of words that Indonesian news needs, out of the 250,002 of XLM-R.

    python -m training.pieces --tokenizer FOLDER/tokenizer.json --weights build/e5.npz --out build/pieces

Kept are the special pieces, every single letter, digit and mark of Latin script, and the pieces that the
unlabelled news and the training sentences use most. Scores stay as they are, so a word falls into the
same pieces as before wherever these were kept. With `--whole 6000` the commonest words that fall into
several pieces become pieces of their own, a little likelier than their parts and with the mean of their
vectors to begin with: a shorter row is a faster one. `pieces.model` is a SentencePiece model, its
normaliser XLM-R's.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sentencepiece import sentencepiece_model_pb2 as proto
from tokenizers import Tokenizer

from saksama.language.rows import piecer
from training.corpus import names, paragraphs, syntax

SIZE = 20_000
_SPECIAL = 4
_LATIN = 0x250
_MARKS = "–—‘’“”…•‹›€₹™"
_BATCH = 5000
_BONUS = 0.1
_KINDS = {0: 3, 1: 3, 2: 3, 3: 2}  # control and unknown pieces; all others are normal
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words(data: Path) -> Counter[str]:
    """Blank-separated words of the unlabelled text and of the training sentences."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs(data):
        found.update(paragraph.split())
    for sentence in (*syntax(data), *names(data)):
        found.update(sentence.words)
    return found


def kept(model: dict[str, Any], counts: Counter[int]) -> list[int]:
    """The ids to keep, in rising order: special, single Latin, then the commonest."""
    vocabulary = model["vocab"]
    must = {i for i, (piece, _) in enumerate(vocabulary) if i < _SPECIAL or _single(piece)}
    common = (i for i, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if i not in must)
    return sorted([*must, *(i for _, i in zip(range(SIZE - len(must)), common, strict=False))])


def _single(piece: str) -> bool:
    letter = piece.removeprefix("▁")
    return len(letter) <= 1 and (not letter or ord(letter) < _LATIN or letter in _MARKS)


def counted(tokenizer: Tokenizer, found: Counter[str]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for batch in _batches(sorted(found)):
        for word, encoding in zip(
            batch, tokenizer.encode_batch(batch, add_special_tokens=False), strict=True
        ):
            for number in encoding.ids:
                counts[number] += found[word]
    return counts


def _batches(items: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(items), _BATCH):
        yield items[at : at + _BATCH]


Scored = list[tuple[str, float]]


def model(pieces: Scored, charsmap: bytes) -> bytes:
    """A unigram model of SentencePiece that normalises as XLM-R does and adds no blank of its own."""
    made = proto.ModelProto()
    for number, (piece, score) in enumerate(pieces):
        made.pieces.add(piece=piece, score=score, type=_KINDS.get(number, 1))
    trainer, normaliser = made.trainer_spec, made.normalizer_spec
    trainer.model_type, trainer.vocab_size = proto.TrainerSpec.UNIGRAM, len(pieces)
    trainer.bos_id, trainer.pad_id, trainer.eos_id, trainer.unk_id = 0, 1, 2, 3
    trainer.bos_piece, trainer.pad_piece, trainer.eos_piece, trainer.unk_piece = (p for p, _ in pieces[:4])
    normaliser.precompiled_charsmap = charsmap
    normaliser.add_dummy_prefix = normaliser.remove_extra_whitespaces = False
    normaliser.escape_whitespaces = True
    return bytes(made.SerializeToString())


def whole(pieces: Scored, path: Path, found: Counter[str], most: int) -> list[tuple[str, tuple[int, ...]]]:
    """The words that save most rows as pieces of their own, with the pieces that they now fall into."""
    cut = piecer(path)
    counts: Counter[str] = Counter()
    for text, count in found.items():
        if first := _WORD.match(text):
            counts[first.group()] += count
    parts = {word: cut(word, True) for word in counts}
    order = sorted(counts, key=lambda word: (-counts[word] * (len(parts[word]) - 1), word))
    return [(word, parts[word]) for word in order[:most] if len(parts[word]) > 1]


def build(tokenizer: Path, weights: Path, data: Path, out: Path, add: int) -> None:
    full = json.loads(tokenizer.read_text(encoding="utf-8"))
    charsmap = base64.b64decode(full["normalizer"]["normalizers"][0]["precompiled_charsmap"])
    found = words(data)
    ids = kept(full["model"], counted(Tokenizer.from_file(str(tokenizer)), found))
    pieces: Scored = [tuple(full["model"]["vocab"][i]) for i in ids]
    vectors = np.load(weights)["emb.word"][ids]
    out.mkdir(parents=True, exist_ok=True)
    (out / "pieces.model").write_bytes(model(pieces, charsmap))
    extra = whole(pieces, out / "pieces.model", found, add)
    pieces += [("▁" + word, sum(pieces[i][1] for i in parts) + _BONUS) for word, parts in extra]
    means = [vectors[list(parts)].mean(axis=0, keepdims=True) for _, parts in extra]
    (out / "pieces.model").write_bytes(model(pieces, charsmap))
    np.save(out / "vectors.npy", np.concatenate([vectors, *means]).astype(np.float16))
    print(f"{len(pieces):,} pieces")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--tokenizer", type=Path, required=True)
    arguments.add_argument("--weights", type=Path, default=Path("build/e5.npz"))
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--out", type=Path, default=Path("build/pieces"))
    arguments.add_argument(
        "--whole", type=int, default=0, dest="add", help="words to make pieces of their own"
    )
    build(**vars(arguments.parse_args()))
