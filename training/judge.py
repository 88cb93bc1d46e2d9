"""Train the judge of events: `python -m training.judge`; about five minutes on two cores.

What it is given are the features that the coder itself computes (`saksama.events.judge`), so that nothing
differs between learning and use. Labels: `training/labels.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from saksama.events.coder import sheets_of
from saksama.events.judge import Sheet, sides, site_at, vector_at, vectors_of, words
from saksama.events.judge.words import KINDS, STATUSES
from saksama.events.scene import Page
from training.corpus import SEED
from training.labels import Label, Labelled, labelled

OUT = Path(__file__).parents[1] / "src" / "saksama" / "language" / "id" / "plover" / "judge.npz"
LEFT_OUT = -100
_HIDDEN, _PAIR = 192, 96
_BATCH = 512
_STATUS_SHARE, _SIDES_SHARE = 0.15, 0.5


@dataclass
class Lessons:
    """Rows of features with their answers; `LEFT_OUT` and -1 where nothing is known."""

    told: list[np.ndarray] = field(default_factory=list)
    vectors: list[np.ndarray] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    pairs: list[np.ndarray] = field(default_factory=list)
    pair_kinds: list[int] = field(default_factory=list)
    triggers: list[np.ndarray] = field(default_factory=list)
    others: list[np.ndarray] = field(default_factory=list)
    roles: list[tuple[float, float]] = field(default_factory=list)

    def add(self, given: Labelled) -> None:
        """The words and pairs of a labelled reading."""
        page = Page(given.reading)
        if page.is_sport or not given.reading.sentences:
            return
        sheets = sheets_of(page)
        most = sides.ranks(sheets)
        states = len({p.acts_for for sheet in sheets for one in sheet.named for p in one.members})
        for number, sheet in enumerate(sheets):
            found, told = words.features(sheet, states)
            if found:
                answers = _answers(sheet, found, given)
                self._words(sheet, found, told, answers)
                for at, label in answers.items():
                    if isinstance(label, Label):
                        self._pairs(sheets, (number, at), label, most)

    def _words(
        self, sheet: Sheet, found: list[int], told: np.ndarray, answers: dict[int, Label | None]
    ) -> None:
        self.told.extend(told)
        self.vectors.extend(vectors_of(sheet, found).astype(np.float16))
        for at in found:
            label = answers.get(at, 0)
            is_event = isinstance(label, Label)
            self.kinds.append(KINDS.index(label.type) + 1 if is_event else LEFT_OUT if label is None else 0)
            self.statuses.append(STATUSES.index(label.status) if is_event else LEFT_OUT)

    def _pairs(
        self, sheets: Sequence[Sheet], place: tuple[int, int], label: Label, most: dict[str, int]
    ) -> None:
        number, at = place
        among = sides.candidates(sheets, number, at)
        rows = sides.features(sheets[number], site_at(sheets[number], at), among, most) if among else ()
        for one, row in zip(among, rows, strict=True):
            self.pairs.append(row)
            self.pair_kinds.append(KINDS.index(label.type))
            self.triggers.append(vector_at(sheets, number, at).astype(np.float16))
            self.others.append(vector_at(sheets, one.sentence, one.token).astype(np.float16))
            self.roles.append(_roles(one.codes, label))


def _answers(sheet: Sheet, found: Sequence[int], given: Labelled) -> dict[int, Label | None]:
    """By word: its label, or None where nothing may be learnt."""
    tokens = sheet.scene.tokens
    answers: dict[int, Label | None] = {} if given.whole else dict.fromkeys(found)
    for label in given.labels:
        within = [i for i, t in enumerate(tokens) if t.start < label.end and label.start < t.end]
        answers.update(dict.fromkeys(i for i in within if not isinstance(answers.get(i, 0), Label)))
        known = [i for i in within if i in found]
        if known and label.sure:
            by_lexicon = {at: kinds for at, kinds, _ in words.candidates(sheet.scene)}
            kind = KINDS.index(label.type)
            answers[next((i for i in known if kind in by_lexicon[i]), known[0])] = label
    return answers


def _roles(codes: frozenset[str], label: Label) -> tuple[float, float]:
    """Whether somebody is actor and recipient; unknown where the code is on both sides beside others."""
    acts, gets = not codes.isdisjoint(label.actors), not codes.isdisjoint(label.recipients)
    if acts and gets and len(label.actors | label.recipients) > 1:
        return -1.0, -1.0
    return float(acts), float(gets)


class Judge(nn.Module):
    """The two networks of `saksama.events.judge.weights`, by the names that it reads."""

    def __init__(self, told: int, pair: int) -> None:
        super().__init__()
        self.told, self.vector = nn.Linear(told, _HIDDEN), nn.Linear(768, _HIDDEN)
        self.norm, self.second = nn.LayerNorm(_HIDDEN), nn.Linear(_HIDDEN, _HIDDEN)
        self.kind, self.status = nn.Linear(_HIDDEN, len(KINDS) + 1), nn.Linear(_HIDDEN, len(STATUSES))
        self.pair, self.of_kind = nn.Linear(pair, _PAIR), nn.Embedding(len(KINDS), _PAIR)
        self.trigger, self.other = nn.Linear(384, _PAIR), nn.Linear(384, _PAIR)
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


def trained(lessons: Lessons, epochs: int, seed: int) -> Judge:
    """A judge that learnt from the lessons."""
    torch.manual_seed(seed)
    names = ("told", "vectors", "kinds", "statuses", "pairs", "pair_kinds", "triggers", "others", "roles")
    held = {name: torch.tensor(np.array(getattr(lessons, name))) for name in names}
    judge = Judge(held["told"].shape[1], held["pairs"].shape[1])
    learner = torch.optim.AdamW(judge.parameters(), lr=1.5e-3, weight_decay=0.02)
    usable = (held["kinds"] != LEFT_OUT).nonzero()[:, 0]
    steps = epochs * (len(usable) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(learner, lambda at: max(0.02, 1 - at / steps))
    for epoch in range(epochs):
        total = 0.0
        for some, pairs in _batches(usable, len(held["pairs"])):
            loss = _loss(judge, held, some, pairs)
            learner.zero_grad()
            loss.backward()
            learner.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}/{epochs} loss {total / (steps / epochs):.4f}", flush=True)
    return judge.eval()


def _batches(usable: Tensor, pairs: int) -> Iterator[tuple[Tensor, Tensor]]:
    count = len(usable) // _BATCH + 1
    mixed, mixed_pairs = usable[torch.randperm(len(usable))], torch.randperm(pairs)
    for at in range(count):
        yield (
            mixed[at * _BATCH : (at + 1) * _BATCH],
            mixed_pairs[at * pairs // count : (at + 1) * pairs // count],
        )


def _loss(judge: Judge, held: dict[str, Tensor], some: Tensor, pairs: Tensor) -> Tensor:
    kinds, statuses = judge.words(held["told"][some], held["vectors"][some].float())
    loss = F.cross_entropy(kinds, held["kinds"][some])
    if bool((held["statuses"][some] != LEFT_OUT).any()):
        rare = torch.tensor([1.0, 1.5, 1.5, 1.5, 1.5, 1.5])
        told = F.cross_entropy(statuses, held["statuses"][some], rare, ignore_index=LEFT_OUT)
        loss = loss + _STATUS_SHARE * told
    vectors = (held[name][pairs].float() for name in ("triggers", "others"))
    scores = judge.sides(held["pairs"][pairs], held["pair_kinds"][pairs], *vectors)
    roles = held["roles"][pairs].float()
    each = F.binary_cross_entropy_with_logits(scores, roles.clamp(min=0), reduction="none")
    return loss + _SIDES_SHARE * (each * (roles >= 0)).mean()


def main(options: argparse.Namespace) -> None:
    lessons = Lessons()
    for given in labelled(options.data):
        lessons.add(given)
    events = sum(kind > 0 for kind in lessons.kinds)
    print(f"{len(lessons.kinds)} words, {events} events, {len(lessons.pairs)} pairs", flush=True)
    state = {}
    for seed in range(options.judges):
        judge = trained(lessons, options.epochs, SEED + seed)
        for name, value in judge.state_dict().items():
            state[f"{seed}/{name}"] = value.numpy().astype(np.float16)
    np.savez_compressed(options.out, **state)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--epochs", type=int, default=14)
    arguments.add_argument("--judges", type=int, default=3)
    arguments.add_argument("--out", type=Path, default=OUT)
    main(arguments.parse_args())
