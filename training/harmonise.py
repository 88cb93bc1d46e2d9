"""Bring CSUI and PUD to the labels of GSD 2.0, the scheme that the pipeline speaks.

The three treebanks agree on almost all heads and differ in names: what GSD 2.0 calls `flat`,
`compound`, `acl` and `advmod` the later ones split further. Function words are read off GSD itself:
where GSD never gives a word the tag or label that it has here, it gets GSD's commonest one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from training.sentence import Sentence

_RENAMED = {
    "acl:relcl": "acl", "aux": "advmod", "advmod:emph": "advmod", "case:adv": "case",
    "cc:preconj": "cc", "clf": "dep", "compound:a": "compound", "discourse": "dep",
    "dislocated": "dep", "flat:foreign": "flat", "flat:name": "flat", "goeswith": "flat",
    "nmod:lmod": "nmod", "nmod:tmod": "nmod", "obl:agent": "obl", "obl:tmod": "obl",
    "orphan": "dep", "vocative": "dep",
}  # fmt: skip
_CLOSED = {"ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ"}
_FUNCTION = {"advmod", "aux", "case", "cc", "cop", "det", "fixed", "mark", "nummod"}
_SEEN_OFTEN = 20


@dataclass(frozen=True, slots=True)
class Usage:
    """How a treebank labels each lower-cased word: counts of tags and of dependency labels."""

    tags: dict[str, Counter[str]]
    deps: dict[str, Counter[str]]


def usage(sentences: Iterable[Sentence]) -> Usage:
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    deps: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag, dep in zip(sentence.words, sentence.tags or (), sentence.deps or (), strict=True):
            tags[word.lower()][tag] += 1
            deps[word.lower()][dep] += 1
    return Usage(dict(tags), dict(deps))


def harmonise(sentence: Sentence, model: Usage) -> Sentence:
    """The sentence with tags and labels as `model`'s treebank would write them."""
    tags = sentence.tags or ()
    heads, deps = sentence.heads or (), sentence.deps or ()
    cased = {head for head, dep in zip(heads, deps, strict=True) if dep in ("case", "mark")}
    new_tags, new_deps = [], []
    for index, (word, tag, dep) in enumerate(zip(sentence.words, tags, deps, strict=True)):
        head_tag = tags[heads[index]]
        new_tags.append(_tag(word.lower(), tag, model))
        new_deps.append(_dep(word.lower(), _renamed(dep, tag, head_tag, index in cased), model))
    return replace(sentence, tags=tuple(new_tags), deps=tuple(new_deps))


def _renamed(dep: str, tag: str, head_tag: str, cased: bool) -> str:
    if dep == "nmod:poss":
        return "det" if tag in ("PRON", "DET") else "flat" if tag == "PROPN" else "compound"
    if dep in ("nmod", "nmod:lmod") and not cased and tag in ("NOUN", "PROPN"):
        return "flat" if tag == "PROPN" else "compound"
    return _RENAMED.get(dep, dep)


def _tag(word: str, tag: str, model: Usage) -> str:
    if tag == "AUX" and word not in model.tags:
        return "ADV"
    seen = model.tags.get(word)
    if tag not in _CLOSED or seen is None or seen.total() < _SEEN_OFTEN or seen[tag] > 0.02 * seen.total():
        return tag
    best = seen.most_common(1)[0][0]
    return best if best in _CLOSED else tag


def _dep(word: str, dep: str, model: Usage) -> str:
    seen = model.deps.get(word)
    if dep not in _FUNCTION or seen is None or seen.total() < _SEEN_OFTEN or seen[dep] > 0.02 * seen.total():
        return dep
    best = seen.most_common(1)[0][0]
    return best if best in _FUNCTION else dep
