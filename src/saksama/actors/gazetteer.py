"""Every alias of the knowledge base in a text, in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saksama.actors.knowledge import Alias

_SEPARATOR = re.compile(r"[\W_]")


def _folds() -> dict[int, str]:
    """Latin letters with marks to their bare letter, one for one, so that offsets stay."""
    plain = {code: unicodedata.normalize("NFKD", chr(code))[0] for code in range(0xC0, 0x250)}
    return {code: letter for code, letter in plain.items() if letter.isascii()} | {0x131: "i"}


_FOLDS = _folds()


def spaced(text: str) -> str:
    """The text with a blank for each mark and hyphen, letters bare; as long as before."""
    return _SEPARATOR.sub(" ", text.translate(_FOLDS))


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that one or more aliases name."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class Gazetteer:
    """Finds aliases at word boundaries; hyphens, apostrophes and accents do not part variants."""

    def __init__(self, aliases: Mapping[str, tuple[Alias, ...]]) -> None:
        import ahocorasick_rs

        merged: dict[str, list[Alias]] = {}
        for surface, entries in aliases.items():
            merged.setdefault(_key(surface), []).extend(entries)
        merged.pop(" ", None)
        self._keys = list(merged)
        self._aliases = [tuple(entries) for entries in merged.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(self._keys)

    def find(self, text: str) -> Iterator[Hit]:
        """The longest hits from left to right, none overlapping another."""
        bare = spaced(text)
        end = -1
        for hit in sorted(self._all(text, bare), key=lambda h: (h.start, -h.end)):
            if hit.start >= end:
                yield hit
                end = hit.end

    def _all(self, text: str, bare: str) -> Iterator[Hit]:
        # The blank in front of every key is the left word boundary.
        lowered = f" {bare.lower()} "
        for number, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if lowered[end] == " " and text[end - 1 : end] != "$":
                surface = text[start : end - 1]
                fitting = tuple(a for a in self._aliases[number] if _fits(a, surface))
                if fitting:
                    yield Hit(start, end - 1, fitting)


def _key(surface: str) -> str:
    return " " + spaced(surface).strip().lower()


def _fits(alias: Alias, surface: str) -> bool:
    """Whether the case in the text allows the alias: names want their capital, exact ones their all."""
    if alias.case_sensitive:
        return surface == alias.surface or spaced(surface) == spaced(alias.surface).strip()
    return surface[:1].isupper() or alias.surface[:1].islower()
