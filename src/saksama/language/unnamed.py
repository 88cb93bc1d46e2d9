"""Sources without a name: "sumber terpercaya", "seorang pejabat yang enggan disebutkan namanya"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saksama.language.wordlists import broken, wordlist

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Words(NamedTuple):
    sources: frozenset[str]
    veils: frozenset[str]
    alone: frozenset[str]
    one_of_many: frozenset[str]
    officials: frozenset[str]
    ranks: frozenset[str]
    hidden: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    content = wordlist(language, "unnamed")
    if not isinstance(content, dict) or content.keys() != set(_Words._fields):
        broken(language, "unnamed", f"it must have just {', '.join(_Words._fields)}")
    sets = {key: frozenset(content[key]) for key in _Words._fields[:-1]}
    return _Words(**sets, hidden=tuple(content["hidden"]))


def hides_name(text: str, language: str = "id") -> bool:
    """Whether the words say that somebody would not be named: "tanpa bersedia disebutkan namanya"."""
    lower = " ".join(text.lower().split())
    return any(phrase in lower for phrase in _words(language).hidden)


def is_unnamed(text: str, language: str = "id") -> bool:
    """Whether a speaker or carrier as written names nobody whom a reader could ask.

    "Sumber terpercaya", "seorang pejabat senior AS", "pejabat yang enggan disebutkan namanya" do not;
    "Blinken", "juru bicara Kremlin" and "warga" do, or claim no inside knowledge.
    """
    lists = _words(language)
    lower = " ".join(text.lower().split())
    if hides_name(lower, language):
        return True
    found = _WORD.findall(lower)
    if not found:
        return False
    if len(found) == 1:
        return found[0] in lists.alone
    if found[0] in lists.one_of_many:
        return any(word in lists.officials for word in found[1:3])
    return _is_source(found, lists) or (found[0] in lists.officials and found[1] in lists.ranks)


def _is_source(found: list[str], lists: _Words) -> bool:
    """A source that is veiled, not a name that happens to hold the word ("Sumber Waras")."""
    head = found[0].partition("-")[0]
    return head in lists.sources and (
        found[1] in lists.veils or found[1] in ("di", "dari", "yang", "itu", "tersebut")
    )
