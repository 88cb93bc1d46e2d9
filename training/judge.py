"""Train the judge of events: `python -m training.judge`; about twenty minutes on two cores.

An encoder (the layers of the reading network, taught further) and on it the heads of
`saksama.events.judge.weights` learn together: which word tells an event, with which status, and who the
parties are. The features beside are those that the coder itself computes, so that nothing differs between
learning and use. Labels: `training/labels.py`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from saksama.events.judge.words import KINDS, STATUSES
from training.corpus import SEED
from training.export import encoder as export
from training.fit import restored
from training.labels import labelled
from training.network import WIDTH, Encoder
from training.pages import LEFT_OUT, Lesson, lesson

PLOVER = Path(__file__).parents[1] / "src" / "saksama" / "language" / "id" / "plover"
_HIDDEN, _PAIR = 192, 96
_SENTENCES = 48  # a batch
_STATUS_SHARE, _SIDES_SHARE = 0.15, 0.5
_WARM = 60  # steps
_RATES = 1e-4, 1.5e-3  # of the encoder, of the heads


class Judge(nn.Module):
    """The heads, by the names that `saksama.events.judge.weights` reads."""

    def __init__(self, told: int, pair: int) -> None:
        super().__init__()
        self.told, self.vector = nn.Linear(told, _HIDDEN), nn.Linear(2 * WIDTH, _HIDDEN)
        self.norm, self.second = nn.LayerNorm(_HIDDEN), nn.Linear(_HIDDEN, _HIDDEN)
        self.kind, self.status = nn.Linear(_HIDDEN, len(KINDS) + 1), nn.Linear(_HIDDEN, len(STATUSES))
        self.pair, self.of_kind = nn.Linear(pair, _PAIR), nn.Embedding(len(KINDS), _PAIR)
        self.trigger, self.other = nn.Linear(WIDTH, _PAIR), nn.Linear(WIDTH, _PAIR)
        self.third, self.side = nn.Linear(_PAIR, _PAIR), nn.Linear(_PAIR, 2)
        self.by_kind = nn.Linear(len(KINDS), 2 * pair)
        self.drop, self.dim = nn.Dropout(0.4), nn.Dropout(0.2)

    def words(self, told: Tensor, vectors: Tensor) -> tuple[Tensor, Tensor]:
        hidden = _gelu(self.norm(self.told(told) + self.vector(self.dim(vectors))))
        hidden = self.drop(hidden + _gelu(self.second(self.drop(hidden))))
        return self.kind(hidden), self.status(hidden)

    def sides(self, told: Tensor, kinds: Tensor, trigger: Tensor, other: Tensor) -> Tensor:
        hidden = self.pair(told) + self.of_kind(kinds)
        hidden = self.drop(_gelu(hidden + self.trigger(self.dim(trigger)) + self.other(self.dim(other))))
        hidden = self.drop(hidden + _gelu(self.third(hidden)))
        by_kind = self.by_kind(F.one_hot(kinds, len(KINDS)).float()).view(-1, 2, told.shape[1])
        return self.side(hidden) + torch.einsum("nkp,np->nk", by_kind, told)


def _gelu(value: Tensor) -> Tensor:
    return F.gelu(value, approximate="tanh")


@dataclass
class Pupil:
    """The encoder and the heads that learn together."""

    encoder: Encoder
    heads: Judge

    def train(self, on: bool) -> None:
        self.encoder.train(on)
        self.heads.train(on)

    def vectors(self, given: Lesson) -> Tensor:
        """What the encoder makes of each word of the lesson's sentences, one after the other."""
        x = self.encoder(given.inputs["pieces"], given.inputs["sentences"], given.inputs["positions"])
        x = x.gather(1, given.inputs["words"][:, :, None].expand(-1, -1, WIDTH))
        return x.flatten(0, 1)[given.slots]


def loss_of(pupil: Pupil, given: Lesson) -> Tensor | None:
    """The loss of a lesson; None where there is nothing to learn."""
    x = pupil.vectors(given)
    kinds, statuses = pupil.heads.words(given.told, torch.cat([x[given.words], x[given.heads]], 1))
    if not bool((given.kinds != LEFT_OUT).any()):
        return None
    loss = F.cross_entropy(kinds, given.kinds, ignore_index=LEFT_OUT)
    if bool((given.statuses != LEFT_OUT).any()):
        rare = torch.tensor([1.0, 1.5, 1.5, 1.5, 1.5, 1.5])
        told = F.cross_entropy(statuses, given.statuses, rare, ignore_index=LEFT_OUT)
        loss = loss + _STATUS_SHARE * told
    if len(given.roles):
        scores = pupil.heads.sides(given.pairs, given.pair_kinds, x[given.triggers], x[given.others])
        each = F.binary_cross_entropy_with_logits(scores, given.roles.clamp(min=0), reduction="none")
        loss = loss + _SIDES_SHARE * (each * (given.roles >= 0)).mean()
    return loss


def trained(pages: Sequence[Lesson], start: Path, epochs: int, seed: int) -> Pupil:
    """A pupil that learnt from the pages; its encoder begins as the reading network's."""
    torch.manual_seed(seed)
    random = Random(seed)
    encoder = restored(start)[0].encoder
    everything = Lesson.joined(pages)
    pupil = Pupil(encoder, Judge(everything.told.shape[1], everything.pairs.shape[1]))
    own = [p for p in encoder.parameters() if p.requires_grad]
    groups = [
        {"params": own, "lr": _RATES[0]},
        {"params": pupil.heads.parameters(), "lr": _RATES[1]},
    ]
    learner = torch.optim.AdamW(groups, weight_decay=0.02)
    steps = epochs * len(list(_batches(pages, random)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        learner, lambda at: min(1.0, (at + 1) / _WARM) * max(0.02, 1 - at / steps)
    )
    for epoch in range(epochs):
        begun, total = time.time(), 0.0
        pupil.train(True)
        for some in _batches(pages, random):
            loss = loss_of(pupil, Lesson.joined(some))
            if loss is None:
                continue
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(own, 1.0)
            learner.step()
            schedule.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1}/{epochs} loss {total * epochs / steps:.4f} {time.time() - begun:.0f} s",
            flush=True,
        )
    pupil.train(False)
    return pupil


def _batches(pages: Sequence[Lesson], random: Random) -> Iterator[list[Lesson]]:
    """All pages once in a new order, in groups of about as many sentences."""
    some: list[Lesson] = []
    for page in random.sample(pages, len(pages)):
        some.append(page)
        if sum(len(one.sentences) for one in some) >= _SENTENCES:
            yield some
            some = []
    if some:
        yield some


def main(options: argparse.Namespace) -> None:
    pages = [page for given in labelled(options.data) if (page := lesson(given))]
    events = sum(int((page.kinds > 0).sum()) for page in pages)
    words, pairs = sum(len(page.kinds) for page in pages), sum(len(page.roles) for page in pages)
    print(f"{len(pages)} pages, {words} words, {events} events, {pairs} pairs", flush=True)
    pupil = trained(pages, options.network, options.epochs, SEED)
    export(pupil.encoder, options.out / "encoder.onnx")
    state = {name: value.numpy().astype(np.float16) for name, value in pupil.heads.state_dict().items()}
    np.savez_compressed(options.out / "judge.npz", **state)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--network", type=Path, default=Path("build/student.pt"))
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--out", type=Path, default=PLOVER)
    main(arguments.parse_args())
