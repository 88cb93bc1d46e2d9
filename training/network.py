"""The network in PyTorch: a transformer over pieces, and over words a tagger, a parser and a namer.

The layers are those of multilingual-e5-small (BERT with 384 units and 12 heads), as many as wanted. The
parser is deep biaffine (Dozat and Manning, 2017); names are BIOES tags.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 512
ARC, LABEL = 256, 64
_FAR = -1e4
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Sizes:
    layers: int
    tags: int
    labels: int
    names: int
    inner: int = INNER


class Layer(nn.Module):
    def __init__(self, inner: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.after = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.wide = nn.Linear(WIDTH, inner)
        self.narrow = nn.Linear(inner, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, _ = x.shape
        parts = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.after(x + self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH)))
        return self.last(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    def __init__(self, sizes: Sizes, vectors: Tensor) -> None:
        super().__init__()
        self.pieces = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(sizes.inner) for _ in range(sizes.layers))

    def forward(self, pieces: Tensor, sentences: Tensor, positions: Tensor) -> Tensor:
        x = self.drop(self.norm(self.pieces(pieces) + self.positions(positions)))
        mask = torch.where(sentences[:, None, :, None] == sentences[:, None, None, :], 0.0, _FAR)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Reader(nn.Module):
    """Logits of tags, names and arcs for each slot, and the two halves of its label."""

    def __init__(self, sizes: Sizes, vectors: Tensor) -> None:
        super().__init__()
        self.encoder = Encoder(sizes, vectors)
        self.drop = nn.Dropout(0.2)
        self.tags, self.names = nn.Linear(WIDTH, sizes.tags), nn.Linear(WIDTH, sizes.names)
        self.arc_child, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.label_child, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label = nn.Bilinear(LABEL, LABEL, sizes.labels)
        self.label_bias = nn.Linear(2 * LABEL, sizes.labels)

    def words(self, pieces: Tensor, sentences: Tensor, positions: Tensor, words: Tensor) -> Tensor:
        x = self.encoder(pieces, sentences, positions)
        return x.gather(1, words[:, :, None].expand(-1, -1, WIDTH))

    def arcs(self, x: Tensor, owners: Tensor) -> Tensor:
        """Scores of shape (rows, child, head), far below all others between sentences."""
        child, head = self.drop(F.gelu(self.arc_child(x))), self.drop(F.gelu(self.arc_head(x)))
        scores = child @ self.arc @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        apart = owners[:, :, None] != owners[:, None, :]
        slots = torch.arange(x.shape[1])
        itself = slots[:, None] == slots[None, :]
        return torch.where(apart | itself, _FAR, scores)

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Logits of the label of each slot below the given head."""
        child, head = self.drop(F.gelu(self.label_child(x))), self.drop(F.gelu(self.label_head(x)))
        head = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        weight = self.label.weight.permute(1, 0, 2).flatten(1)
        pairs = (child @ weight).unflatten(-1, (-1, LABEL)) * head[:, :, None, :]
        return pairs.sum(-1) + self.label.bias + self.label_bias(torch.cat((child, head), -1))


def pretrained(sizes: Sizes, weights: Path, vectors: Path) -> Reader:
    """A reader whose first layers are e5's; what e5 has not got begins at random."""
    e5 = {name: torch.tensor(value.astype(np.float32)) for name, value in np.load(weights).items()}
    reader = Reader(sizes, torch.tensor(np.load(vectors).astype(np.float32)))
    encoder = reader.encoder
    encoder.positions.weight.data = e5["emb.pos"] + e5["emb.type"][0]
    _norm(encoder.norm, e5, "emb.ln")
    for number, layer in enumerate(encoder.layers):
        _fill(layer, {name.partition(".")[2]: v for name, v in e5.items() if name.startswith(f"l{number}.")})
    return reader


def _fill(layer: Layer, e5: dict[str, Tensor]) -> None:
    for kind in "wb":
        joined = torch.cat([e5[f"{part}.{kind}"] for part in "qkv"])
        for target, value in (
            (layer.qkv, joined), (layer.out, e5[f"ao.{kind}"]),
            (layer.wide, e5[f"fi.{kind}"]), (layer.narrow, e5[f"fo.{kind}"]),
        ):  # fmt: skip
            (target.weight if kind == "w" else target.bias).data = value.clone()
    _norm(layer.after, e5, "aln")
    _norm(layer.last, e5, "oln")


def _norm(norm: nn.LayerNorm, e5: dict[str, Tensor], name: str) -> None:
    norm.weight.data, norm.bias.data = e5[f"{name}.w"].clone(), e5[f"{name}.b"].clone()
