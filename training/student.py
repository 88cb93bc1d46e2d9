"""Train a small network on a large one's opinions: `python -m training.student --taught build/taught.pkl`.

The student begins as lower layers of the teacher with the busiest part of each inner
layer, and with the teacher's heads. It learns the annotated answers where there are any, the teacher's
probabilities everywhere, and to end in the teacher's hidden states.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from saksama.language.rows import Rows, Words, in_pieces, pack, piecer
from training.augment import letter_case
from training.corpus import SEED
from training.fit import losses, restored, run, save
from training.lessons import Lesson, Scheme, answers, grouped, tensors
from training.network import Reader, Sizes
from training.teach import Taught

_FAR = -30.0
_HIDDEN = 1.0


@dataclass(frozen=True, slots=True)
class Opinions:
    """A lesson with the teacher's log-probabilities, each of shape (rows, slots, ...); `told` marks words."""

    lesson: Lesson
    told: Tensor
    tags: Tensor
    names: Tensor
    arcs: Tensor
    heads: Tensor
    labels: Tensor
    hidden: Tensor


Pieces = Callable[[str, bool], tuple[int, ...]]
Given = tuple[Taught, Words]


def epoch(opinions: Sequence[Taught], known: Scheme, pieces: Pieces, random: Random) -> Iterator[Opinions]:
    """All sentences once in a new order, some in another letter case with the opinions unchanged."""

    def given() -> Iterator[Given]:
        for one in random.sample(opinions, len(opinions)):
            change = letter_case(random)
            sentence = one.sentence.with_words(change) if change else one.sentence
            yield one, in_pieces(sentence.words, sentence.spaces, pieces)

    return (_packed(group, known) for group in grouped(given()))


def _packed(group: Sequence[Given], known: Scheme) -> Opinions:
    rows = pack([words for _, words in group])
    sentences = [one.sentence for one, _ in group]
    told = answers(sentences, rows, known)
    shape = rows.words.shape
    arcs = np.full((*shape, shape[1]), _FAR, np.float32)
    heads = np.zeros(shape, np.int64)
    for (one, _), (row, slot, count) in zip(group, rows.places, strict=True):
        here = slice(slot + 1, slot + 1 + count)
        arcs[row, here, slot : slot + count + 1] = one.arcs
        heads[row, here] = one.heads + slot
    spread = (_spread([getattr(one, name) for one, _ in group], rows) for name in ("tags", "names", "labels"))
    tags, names, labels = spread
    hidden = _spread([one.hidden[1:] for one, _ in group], rows)
    words = torch.tensor(_spread([np.ones((len(one.heads), 1)) for one, _ in group], rows)[..., 0] > 0)
    values = map(torch.tensor, (tags, names, arcs, heads, labels, hidden))
    return Opinions(Lesson(tensors(rows), *map(torch.tensor, told)), words, *values)


def _spread(parts: Sequence[np.ndarray], rows: Rows) -> np.ndarray:
    """Values by sentence and word in the slots of the rows."""
    grid = np.zeros((*rows.words.shape, parts[0].shape[1]), np.float32)
    for values, (row, slot, count) in zip(parts, rows.places, strict=True):
        grid[row, slot + 1 : slot + 1 + count] = values
    return grid


def distilled(reader: Reader, given: Opinions) -> dict[str, Tensor]:
    """The losses against the annotation, the teacher's opinions and its hidden states."""
    inputs = dict(given.lesson.inputs)
    owners = inputs.pop("owners")
    x = reader.words(**inputs)
    dropped = reader.drop(x)
    seen = given.told
    found = {
        "tags": _apart(reader.tags(dropped), given.tags, seen),
        "names": 2 * _apart(reader.names(dropped), given.names, seen),
        "heads": _apart(reader.arcs(dropped, owners), given.arcs, seen),
        "labels": _apart(reader.labels(dropped, given.heads), given.labels, seen),
        "hidden": _HIDDEN * F.mse_loss(x[seen], given.hidden[seen]),
    }
    gold = losses(reader, given.lesson, x)
    return found | {f"gold {name}": loss for name, loss in gold.items()}


def _apart(logits: Tensor, wanted: Tensor, seen: Tensor) -> Tensor:
    """The mean divergence of the student's distribution from the teacher's."""
    return F.kl_div(torch.log_softmax(logits[seen], -1), wanted[seen], reduction="batchmean", log_target=True)


def begun(teacher: Reader, sizes: Sizes, layers: Sequence[int], vectors: Path, probe: Lesson) -> Reader:
    """A student out of the teacher's layers, each with the inner units that matter most on `probe`."""
    table = torch.tensor(np.load(vectors).astype(np.float32))
    student = Reader(sizes, table)
    state = {
        name: value for name, value in teacher.state_dict().items() if not name.startswith("encoder.layers")
    }
    state["encoder.pieces.weight"] = table
    student.load_state_dict(state, strict=False)
    busy = _busy(teacher, probe)
    for target, number in zip(student.encoder.layers, layers, strict=True):
        source = dict(teacher.encoder.layers[number].state_dict())
        kept = busy[number].argsort(descending=True)[: sizes.inner].sort().values
        source["wide.weight"], source["wide.bias"] = source["wide.weight"][kept], source["wide.bias"][kept]
        source["narrow.weight"] = source["narrow.weight"][:, kept]
        target.load_state_dict(source)
    student.encoder.pieces.weight.requires_grad_(True)
    return student


@torch.inference_mode()
def _busy(teacher: Reader, probe: Lesson) -> list[Tensor]:
    """For each layer, how much each inner unit adds to the output on average."""
    found: list[Tensor] = []

    def look(layer: nn.Module, args: tuple[Tensor, ...], _: Tensor) -> None:
        found.append(args[0].abs().mean((0, 1)) * layer.weight.norm(dim=0))

    hooks = [layer.narrow.register_forward_hook(look) for layer in teacher.encoder.layers]
    inputs = {name: value for name, value in probe.inputs.items() if name != "owners"}
    teacher.words(**inputs)
    for hook in hooks:
        hook.remove()
    return found


def main(options: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    random = Random(SEED)
    teacher, sizes, known = restored(options.teacher)
    with options.taught.open("rb") as file:
        opinions: list[Taught] = pickle.load(file)
    opinions += [one for one in opinions if one.sentence.heads is not None]  # gold trees twice: they are few
    layers = [int(number) for number in options.layers.split(",")]
    small = Sizes(len(layers), sizes.tags, sizes.labels, sizes.names, options.inner)
    probe = next(epoch(opinions, known, piecer(options.probe / "pieces.model"), Random(SEED))).lesson
    student = begun(teacher, small, layers, options.parts / "vectors.npy", probe)
    pieces = piecer(options.parts / "pieces.model")

    def endless() -> Iterator[Opinions]:
        while True:
            yield from epoch(opinions, known, pieces, random)

    run(student, endless(), distilled, options.rate, options.steps)
    save(student, small, known, options.out)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--taught", type=Path, default=Path("build/taught.pkl"))
    arguments.add_argument("--teacher", type=Path, default=Path("build/teacher.pt"))
    arguments.add_argument("--layers", default="0,1,2,4,6", help="the teacher's layers to begin with")
    arguments.add_argument("--inner", type=int, default=1024)
    arguments.add_argument("--steps", type=int, default=2800)
    arguments.add_argument("--rate", type=float, default=4e-4)
    arguments.add_argument("--parts", type=Path, default=Path("build/pieces-whole"))
    arguments.add_argument("--probe", type=Path, default=Path("build/pieces"), help="the teacher's pieces")
    arguments.add_argument("--out", type=Path, default=Path("build/student.pt"))
    main(arguments.parse_args())
