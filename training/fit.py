"""Train the network on gold: `python -m training.fit --layers 12 --epochs 4 --out build/teacher.pt`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import spacy
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from saksama.language.decode import MARKS
from saksama.language.rows import piecer
from saksama.language.tokenizer import build_tokenizer
from training.augment import one_of
from training.corpus import SEED, names, syntax, variants
from training.lessons import NONE, Lesson, Scheme, lessons, scheme
from training.network import Reader, Sizes, pretrained
from training.sentence import Sentence
from training.swap import Pools, pools, swapped

_SWAPPED = 0.35


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotated sentences, each in the variants in which it may be printed."""

    trees: list[tuple[Sentence, ...]]
    names: list[tuple[Sentence, ...]]
    pools: Pools

    def epoch(self, random: Random) -> list[Sentence]:
        """Each sentence in one variant; a third of the name sentences with other names."""
        drawn = [random.choice(several) for several in self.trees]
        for several in self.names:
            one = random.choice(several)
            drawn.append(swapped(one, self.pools, random) if random.random() < _SWAPPED else one)
        return [one_of(sentence, random) for sentence in drawn]


def gold(data: Path) -> Gold:
    tokenizer = build_tokenizer(spacy.blank("id"))
    named = names(data)
    return Gold(
        [tuple(variants(sentence, tokenizer, spaced=True)) for sentence in syntax(data)],
        [tuple(variants(sentence, tokenizer, spaced=False)) for sentence in named],
        pools(data, named, SEED),
    )


def losses(reader: Reader, lesson: Lesson, x: Tensor | None = None) -> dict[str, Tensor]:
    """The mean loss of each task over its annotated words; absent where there are none."""
    inputs = dict(lesson.inputs)
    owners = inputs.pop("owners")
    x = reader.drop(reader.words(**inputs) if x is None else x)
    found = {
        "tags": _cross(lambda: reader.tags(x), lesson.tags),
        "names": _cross(lambda: reader.names(x), lesson.names),
        "heads": _cross(lambda: reader.arcs(x, owners), lesson.heads),
        "labels": _cross(lambda: reader.labels(x, lesson.heads.clamp(min=0)), lesson.labels),
    }
    return {name: loss for name, loss in found.items() if loss is not None}


def _cross(logits: Callable[[], Tensor], answers: Tensor) -> Tensor | None:
    if bool((answers == NONE).all()):
        return None
    return F.cross_entropy(logits().flatten(0, 1), answers.flatten(), ignore_index=NONE)


def optimiser(reader: Reader, rate: float) -> torch.optim.Optimizer:
    """AdamW; what begins at random learns at five times the rate of the pretrained layers."""
    old = [p for p in reader.encoder.parameters() if p.requires_grad]
    taken = {id(p) for p in reader.encoder.parameters()}
    new = [p for p in reader.parameters() if id(p) not in taken]
    groups = [{"params": old, "lr": rate, "weight_decay": 0.01}, {"params": new, "lr": 5 * rate}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0)


def steps(optimiser: torch.optim.Optimizer, count: int) -> torch.optim.lr_scheduler.LRScheduler:
    """Up within a twentieth of the steps, then down to nothing in a line."""
    warm = max(1, count // 20)
    return torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min((at + 1) / warm, max(0.0, (count - at) / max(1, count - warm)))
    )


def run(
    reader: Reader,
    lessons: Iterable[Any],
    loss: Callable[[Reader, Any], dict[str, Tensor]],
    rate: float,
    count: int,
) -> None:
    """Train in place for `count` steps, a line of losses every twenty."""
    learner = optimiser(reader, rate)
    schedule = steps(learner, count)
    began = time.monotonic()
    reader.train()
    for seen, lesson in enumerate(islice(lessons, count), start=1):
        parts = loss(reader, lesson)
        learner.zero_grad(set_to_none=True)
        torch.stack(list(parts.values())).sum().backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        learner.step()
        schedule.step()
        if seen % 20 == 0:
            told = " ".join(f"{name} {value.item():.3f}" for name, value in parts.items())
            print(f"{seen}/{count} {time.monotonic() - began:.0f}s {told}", flush=True)


def main(options: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    random = Random(SEED)
    material = gold(options.data)
    known = scheme([one for several in material.trees for one in several])
    pieces = piecer(options.parts / "pieces.model")
    sizes = Sizes(options.layers, len(known.tags), len(known.labels), len(MARKS))
    reader = pretrained(sizes, options.weights, options.parts / "vectors.npy")
    each = sum(1 for _ in lessons(material.epoch(Random(SEED)), known, pieces, Random(SEED)))

    def endless() -> Iterator[Lesson]:
        while True:
            yield from lessons(material.epoch(random), known, pieces, random)

    run(reader, endless(), losses, options.rate, options.epochs * each)
    save(reader, sizes, known, options.out)


def save(reader: Reader, sizes: Sizes, known: Scheme, out: Path) -> None:
    torch.save({"sizes": sizes, "known": known, "state": reader.state_dict()}, out)


def restored(path: Path) -> tuple[Reader, Sizes, Scheme]:
    held = torch.load(path, weights_only=False)
    state = held["state"]
    reader = Reader(held["sizes"], state["encoder.pieces.weight"])
    reader.load_state_dict(state)
    return reader.eval(), held["sizes"], held["known"]


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--layers", type=int, default=12)
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--rate", type=float, default=2e-4)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--parts", type=Path, default=Path("build/pieces"))
    arguments.add_argument("--weights", type=Path, default=Path("build/e5.npz"))
    arguments.add_argument("--out", type=Path, default=Path("build/teacher.pt"))
    main(arguments.parse_args())
