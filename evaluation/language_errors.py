"""The mistakes of the language model by kind, with the sentences they stand in: what to mend first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from training.sentence import Entity, Sentence

_SHOWN = 15  # of each kind
_AROUND = 8  # words to either side
_NO_WORD = "PUNCT"

Found = Iterator[tuple[str, str]]
"""A kind and the line that shows it."""


def names(title: str, gold: Sequence[Sentence], docs: Sequence[Doc]) -> Iterator[str]:
    """Names missed, too much, of another kind and with other edges."""
    yield from _page(title, (error for s, d in zip(gold, docs, strict=True) for error in _name_errors(s, d)))


def trees(title: str, gold: Sequence[Sentence], docs: Sequence[Doc]) -> Iterator[str]:
    """Wrong heads and labels by the label of the gold."""
    yield from _page(title, (error for s, d in zip(gold, docs, strict=True) for error in _tree_errors(s, d)))


def _page(title: str, found: Iterable[tuple[str, str]]) -> Iterator[str]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, line in found:
        kinds[kind].append(line)
    yield f"# {title}"
    for kind, lines in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"## {kind}: {len(lines)}"
        yield from lines[:: max(1, len(lines) // _SHOWN)][:_SHOWN]
        yield ""


def _name_errors(sentence: Sentence, doc: Doc) -> Found:
    wanted = set(sentence.entities or ())
    ours = {(name.start, name.end, name.label_) for name in doc.ents}
    for one in sorted(wanted - ours):
        near = sorted(other for other in ours if other[0] < one[1] and one[0] < other[1])
        yield _what(one, near), f"{_shown(sentence, one)}  ours: {[_text(sentence, o) for o in near]}"
    for one in sorted(ours - wanted):
        if not any(other[0] < one[1] and one[0] < other[1] for other in wanted):
            yield f"{one[2]} too much", _shown(sentence, one)


def _what(one: Entity, near: Sequence[Entity]) -> str:
    start, end, kind = one
    if not near:
        return f"{kind} missed"
    if (start, end) in [(a, b) for a, b, _ in near]:
        return f"{kind} taken for {near[0][2]}"
    return f"{kind} with other edges"


def _text(sentence: Sentence, one: Entity) -> str:
    return f"{' '.join(sentence.words[one[0] : one[1]])} {one[2]}"


def _shown(sentence: Sentence, one: Entity) -> str:
    start, end, kind = one
    words = sentence.words
    before, after = words[max(0, start - _AROUND) : start], words[end : end + _AROUND]
    return f"{' '.join(before)} [{' '.join(words[start:end])} {kind}] {' '.join(after)}"


def _tree_errors(sentence: Sentence, doc: Doc) -> Found:
    gold = zip(sentence.tags or (), sentence.heads or (), sentence.deps or (), strict=True)
    for token, (tag, head, dep) in zip(doc, gold, strict=True):
        if tag == _NO_WORD or (token.head.i == head and token.dep_ == dep):
            continue
        words = sentence.words
        line = f"{_shown(sentence, (token.i, token.i + 1, ''))}  gold: {words[head]} {dep}"
        kind = f"{dep} below another word" if token.head.i != head else f"{dep} called {token.dep_}"
        yield kind, f"{line}, ours: {token.head.text} {token.dep_}"
