"""The forms that a verb of the lexicon takes: meN-, di-, ber- and the bare stem of headlines.

A verb is noted as ``[ber+|per+]stem[+kan|+i]``: ``kunjung+i``, ``ber+temu``, ``per+ingat+kan``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from saksama.language.wordlists import broken, wordlist

Voice = Literal["active", "passive", "noun"]
_PREFIXES, _SUFFIXES = ("ber", "per"), ("kan", "i")


def verb_forms(notation: str, language: str = "id") -> Iterator[tuple[str, Voice]]:
    """All forms of a verb in `notation`, each with its voice."""
    rules = _rules(language)
    prefix, stem, suffix = _parts(notation)
    if prefix == "ber":
        joined = rules["intransitive"] if stem[0] != "r" else rules["intransitive"][:-1]
        yield joined + stem + suffix, "active"
        return
    base = (rules["causative"] if prefix else "") + stem
    for active in _active(base, bool(prefix), rules):
        yield active + suffix, "active"
    yield rules["passive"] + base + suffix, "passive"
    yield base + suffix, "active"


@cache
def _rules(language: str) -> dict[str, Any]:
    rules = wordlist(language, "affixes")
    if not isinstance(rules, dict) or not {"active", "short_prefix", "passive", "vowels"} <= rules.keys():
        broken(language, "affixes", "it must have active, short_prefix, passive and vowels")
    return rules


def _parts(notation: str) -> tuple[str, str, str]:
    parts = notation.split("+")
    prefix = parts.pop(0) if parts[0] in _PREFIXES and len(parts) > 1 else ""
    suffix = parts.pop() if parts[-1] in _SUFFIXES and len(parts) > 1 else ""
    return prefix, "".join(parts), suffix


def _active(base: str, prefixed: bool, rules: dict[str, Any]) -> Iterator[str]:
    if sum(letter in rules["vowels"] for letter in base) == 1:
        yield rules["short_prefix"] + base
    for rule in rules["active"]:
        if rule.get("only_prefixed") and not prefixed:
            continue
        if base.startswith(tuple(rule["onset"])):
            yield rule["prefix"] + base[rule["drop"] :]
            return
