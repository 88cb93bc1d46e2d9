"""Move annotation from the tokens of a corpus to the tokens that our tokeniser makes of the same print."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokenizer import Tokenizer

from training.sentence import Entity, Sentence, merge

_TRIMMED = "()[]{}\"'“”‘’?!,.;:"
Offsets = list[tuple[int, int]]


def retokenised(sentence: Sentence, tokenizer: Tokenizer) -> Sentence | None:
    """The sentence on the tokens that `tokenizer` makes of its print; `None` where the two cross."""
    ours = [(token.idx, token.idx + len(token)) for token in tokenizer(_text(sentence)) if not token.is_space]
    merged = _merged(sentence, ours)
    return _split(merged, ours) if merged else None


def _text(sentence: Sentence) -> str:
    return "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True))


def _offsets(sentence: Sentence) -> Offsets:
    offsets, at = [], 0
    for word, space in zip(sentence.words, sentence.spaces, strict=True):
        offsets.append((at, at + len(word)))
        at += len(word) + space
    return offsets


def _merged(sentence: Sentence, ours: Offsets) -> Sentence | None:
    """Join gold tokens that we keep in one."""
    gold = _offsets(sentence)
    starts = {start: index for index, (start, _) in enumerate(gold)}
    ends = {end: index for index, (_, end) in enumerate(gold)}
    groups = [
        (starts[start], ends[end] + 1)
        for start, end in ours
        if start in starts and end in ends and ends[end] > starts[start]
    ]
    merged = merge(sentence, groups) if groups else sentence
    bounds = {start for start, _ in ours}
    return merged if all(start in bounds for start, _ in _offsets(merged)) else None


def _split(sentence: Sentence, ours: Offsets) -> Sentence:
    """Cut tokens that we cut finer: the longest piece keeps the annotation, the rest hang on it."""
    text = _text(sentence)
    groups = [[(a, b) for a, b in ours if start <= a < end] for start, end in _offsets(sentence)]
    words = tuple(text[a:b] for group in groups for a, b in group)
    first, main = _places(groups)
    owners = [owner for owner, group in enumerate(groups) for _ in group]
    kept = [index == main[owner] for index, owner in enumerate(owners)]

    def spread(values: tuple[str, ...] | None, loose: int) -> tuple[str, ...] | None:
        places = zip(words, owners, kept, strict=True)
        return values and tuple(values[o] if keeps else _loose(word)[loose] for word, o, keeps in places)

    heads = sentence.heads and tuple(
        main[sentence.heads[owner]] if kept[index] else main[owner] for index, owner in enumerate(owners)
    )
    names = sentence.entities
    if names is not None:
        edges = [*first, len(words)]
        names = clean_names(words, [(edges[start], edges[end], label) for start, end, label in names])
    spaces = tuple(text[b : b + 1] == " " for group in groups for _, b in group)
    return Sentence(words, spaces, spread(sentence.tags, 0), heads, spread(sentence.deps, 1), names)


def _places(groups: list[Offsets]) -> tuple[list[int], list[int]]:
    """Where the pieces of each token begin, and which of them is the longest."""
    first, main, at = [], [], 0
    for group in groups:
        first.append(at)
        main.append(at + max(range(len(group)), key=lambda i: group[i][1] - group[i][0]))
        at += len(group)
    return first, main


def _loose(word: str) -> tuple[str, str]:
    """Tag and label of a piece that was cut off its token."""
    if word[0].isdigit():
        return "NUM", "nummod"
    return ("PROPN", "flat") if word[0].isalpha() else ("PUNCT", "punct")


def clean_names(words: tuple[str, ...], spans: Iterable[Entity]) -> tuple[Entity, ...]:
    """Names without marks at their edges; "Badan Kesehatan Dunia (WHO)" is two names."""
    found: list[Entity] = []
    for start, end, label in spans:
        cuts = [i for i in range(start, end) if words[i] in ("(", ")")]
        for left, right in pairwise([start - 1, *cuts, end]):
            a, b = left + 1, right
            while a < b and words[a] in _TRIMMED:
                a += 1
            while a < b and words[b - 1] in _TRIMMED:
                b -= 1
            if a < b:
                found.append((a, b, label))
    return tuple(found)
