"""Labelled pages as the judge learns from them: sentences, words that may tell an event, possible parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

import saksama.language
from saksama.events.coder import sheets_of
from saksama.events.judge import Sheet, in_words, sides, site_at, words
from saksama.events.judge.words import KINDS, STATUSES
from saksama.events.scene import Page
from saksama.language.rows import LENGTH, Words, in_pieces, pack, piecer
from training.labels import Label, Labelled
from training.lessons import tensors

LEFT_OUT = -100
_PIECES = Path(saksama.language.__file__).parent / "id" / "model" / "saksama_reader" / "pieces.model"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learnt from a page, or from several: words by their place among all words of the sentences.

    `told` (words, features) with `kinds` and `statuses`; `pairs` (pairs, features) with the kind of the
    event and `roles` (pairs, 2). `LEFT_OUT` and -1 stand where nothing is known.
    """

    sentences: list[Words]
    words: Tensor
    heads: Tensor
    told: Tensor
    kinds: Tensor
    statuses: Tensor
    pairs: Tensor
    pair_kinds: Tensor
    triggers: Tensor
    others: Tensor
    roles: Tensor
    inputs: dict[str, Tensor] = field(default_factory=dict)
    slots: Tensor | None = None

    @staticmethod
    def joined(pages: Sequence[Lesson]) -> Lesson:
        """Several pages as one, with the rows that the encoder reads."""
        sentences = [sentence for page in pages for sentence in page.sentences]
        shifts = np.cumsum([0, *(sum(map(len, page.sentences)) for page in pages)])
        rows = pack(sentences)
        wide = rows.words.shape[1]
        slots = [row * wide + slot + 1 + at for row, slot, count in rows.places for at in range(count)]

        def moved(name: str) -> Tensor:
            return torch.cat([getattr(page, name) + int(s) for page, s in zip(pages, shifts, strict=False)])

        def all_of(name: str) -> Tensor:
            return torch.cat([getattr(page, name) for page in pages])

        return Lesson(
            sentences, moved("words"), moved("heads"), all_of("told"), all_of("kinds"), all_of("statuses"),
            all_of("pairs"), all_of("pair_kinds"), moved("triggers"), moved("others"), all_of("roles"),
            tensors(rows), torch.tensor(slots),
        )  # fmt: skip


@dataclass
class _Draft:
    """A lesson in the making."""

    sheets: Sequence[Sheet]
    most: dict[str, int]
    sentences: list[Words] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)  # sentence to its first word among all
    words: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    told: list[np.ndarray] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    pairs: list[np.ndarray] = field(default_factory=list)
    pair_kinds: list[int] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    roles: list[tuple[float, float]] = field(default_factory=list)

    def place(self, number: int, at: int) -> int | None:
        """A word among all of the lesson; None in a sentence too long for a row."""
        if number not in self.places:
            pieces = in_pieces(*in_words(self.sheets[number].scene.sentence), _pieces())
            if 2 + sum(map(len, pieces)) > LENGTH:
                return None
            self.places[number] = sum(map(len, self.sentences))
            self.sentences.append(pieces)
        return self.places[number] + at

    def add_word(self, number: int, at: int, row: np.ndarray, label: Label | int | None) -> None:
        place = self.place(number, at)
        if place is None:
            return
        head = self.sheets[number].scene.tokens[at].head
        self.words.append(place)
        self.heads.append(place - at + head)
        self.told.append(row)
        is_event = isinstance(label, Label)
        self.kinds.append(KINDS.index(label.type) + 1 if is_event else LEFT_OUT if label is None else 0)
        self.statuses.append(STATUSES.index(label.status) if is_event else LEFT_OUT)

    def add_pairs(self, number: int, at: int, label: Label) -> None:
        among = sides.candidates(self.sheets, number, at)
        sheet = self.sheets[number]
        rows = sides.features(sheet, site_at(sheet, at), among, self.most) if among else ()
        trigger = self.place(number, at)
        for one, row in zip(among, rows, strict=True):
            other = self.place(one.sentence, one.token)
            if trigger is None or other is None:
                continue
            self.pairs.append(row)
            self.pair_kinds.append(KINDS.index(label.type))
            self.triggers.append(trigger)
            self.others.append(other)
            self.roles.append(_roles(one.codes, label))

    def done(self) -> Lesson:
        def rows(told: list[np.ndarray]) -> Tensor:
            return torch.tensor(np.array(told, np.float32))  # an empty one has no width, and joins with any

        return Lesson(
            self.sentences, _ints(self.words), _ints(self.heads), rows(self.told), _ints(self.kinds),
            _ints(self.statuses), rows(self.pairs), _ints(self.pair_kinds), _ints(self.triggers),
            _ints(self.others), torch.tensor(self.roles, dtype=torch.float32).reshape(-1, 2),
        )  # fmt: skip


def lesson(given: Labelled) -> Lesson | None:
    """The lesson of a labelled reading; None where it has no word that may tell an event."""
    page = Page(given.reading)
    if page.is_sport or not given.reading.sentences:
        return None
    sheets = sheets_of(page)
    states = len({p.acts_for for sheet in sheets for one in sheet.named for p in one.members})
    draft = _Draft(sheets, dict(sides.ranks(sheets)))
    for number, sheet in enumerate(sheets):
        found, told = words.features(sheet, states)
        if not found:
            continue
        answers = _answers(sheet, found, given)
        for at, row in zip(found, told, strict=True):
            draft.add_word(number, at, row, answers.get(at, 0))
        for at, label in answers.items():
            if isinstance(label, Label):
                draft.add_pairs(number, at, label)
    return draft.done() if draft.words else None


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


def _ints(values: list[int]) -> Tensor:
    return torch.tensor(values, dtype=torch.int64)


@cache
def _pieces():  # type: ignore[no-untyped-def]
    return piecer(_PIECES)
