"""A sentence as a tree: the one way in which the stages walk dependencies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from saksama.records import Sentence

_NO_CHILDREN: tuple[int, ...] = ()


class Tree:
    """Children, subtrees and paths of one sentence, by token index."""

    __slots__ = ("_children", "_starts", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._starts: list[int] = [token.start for token in sentence.tokens]
        children: dict[int, list[int]] = {}
        for index, token in enumerate(sentence.tokens):
            if token.head != index:
                children.setdefault(token.head, []).append(index)
        self._children = {head: tuple(below) for head, below in children.items()}

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """The children in text order; with `deps`, those whose label or its universal part is named."""
        below = self._children.get(index, _NO_CHILDREN)
        if not deps:
            return below
        return tuple(i for i in below if self.is_dep(i, *deps))

    def is_dep(self, index: int, *deps: str) -> bool:
        """Whether the token's label is one of `deps`, in full or in its universal part."""
        dep = self.tokens[index].dep
        return dep in deps or dep.partition(":")[0] in deps

    def head(self, index: int) -> int:
        return self.tokens[index].head

    def is_root(self, index: int) -> bool:
        return self.tokens[index].head == index

    def subtree(self, index: int) -> list[int]:
        """All indices below and including `index`, in text order."""
        found, queue = {index}, [index]
        while queue:
            for child in self._children.get(queue.pop(), _NO_CHILDREN):
                if child not in found:
                    found.add(child)
                    queue.append(child)
        return sorted(found)

    def span(self, index: int) -> tuple[int, int]:
        """Character offsets from the first to the last token of the subtree."""
        below = self.subtree(index)
        return self.tokens[below[0]].start, self.tokens[below[-1]].end

    def ancestors(self, index: int) -> Iterator[int]:
        """From the head of `index` up to the root; ends on a cycle."""
        seen = {index}
        while (index := self.tokens[index].head) not in seen:
            seen.add(index)
            yield index

    def between(self, start: int, end: int) -> range:
        """Indices of the tokens that begin in the character span."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def at(self, offset: int) -> int | None:
        """Index of the token that covers the character offset."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.tokens[index].end else None

    def top(self, start: int, end: int) -> int | None:
        """The token of a character span whose head lies outside it: the head of the phrase."""
        inside = self.between(start, end)
        for index in inside:
            if self.is_root(index) or self.tokens[index].head not in inside:
                return index
        return None
