"""One annotated sentence on its way from a data set to what a network learns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with the blanks after them, and what is known of them; `None` is "not annotated".

    `heads` holds token indices (a root names itself), `entities` token spans [start, end).
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deps: tuple[str, ...] | None = None
    entities: tuple[Entity, ...] | None = None

    def with_words(self, change: Callable[[str], str]) -> Sentence:
        return replace(self, words=tuple(change(word) for word in self.words))


def merge(sentence: Sentence, groups: list[tuple[int, int]]) -> Sentence:
    """Make one token of each [start, end) group; the group's own head gives tag, head and label."""
    first = list(range(len(sentence.words)))
    for start, end in groups:
        first[start:end] = [start] * (end - start)
    kept = sorted(set(first))
    new = {old: index for index, old in enumerate(kept)}
    place = [new[old] for old in first]
    ends = dict(groups)
    lead = [_lead(sentence, old, ends.get(old, old + 1)) for old in kept]
    return Sentence(
        words=tuple("".join(sentence.words[old : ends.get(old, old + 1)]) for old in kept),
        spaces=tuple(sentence.spaces[ends.get(old, old + 1) - 1] for old in kept),
        tags=tuple(sentence.tags[i] for i in lead) if sentence.tags else None,
        heads=tuple(place[sentence.heads[i]] for i in lead) if sentence.heads else None,
        deps=tuple(sentence.deps[i] for i in lead) if sentence.deps else None,
        entities=_moved(sentence.entities, place),
    )


def _lead(sentence: Sentence, start: int, end: int) -> int:
    heads = sentence.heads
    if heads is None:
        return start
    return next((i for i in range(start, end) if not _climbs_into(heads, i, start, end)), start)


def _climbs_into(heads: tuple[int, ...], index: int, start: int, end: int) -> bool:
    """Whether an ancestor of `index` lies in [start, end): as its head, such a token would be a cycle."""
    while heads[index] != index:
        index = heads[index]
        if start <= index < end:
            return True
    return False


def _moved(entities: tuple[Entity, ...] | None, place: list[int]) -> tuple[Entity, ...] | None:
    if entities is None:
        return None
    moved: list[Entity] = []
    for start, end, label in entities:
        span = (place[start], place[end - 1] + 1, label)
        if not moved or moved[-1][1] <= span[0]:
            moved.append(span)
    return tuple(moved)
