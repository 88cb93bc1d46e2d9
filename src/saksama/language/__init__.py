"""Indonesian as the stages need it: the spaCy pipeline and the word lists, loaded once per process."""

from __future__ import annotations

from saksama.language.analyse import analyse
from saksama.language.pipeline import load
from saksama.language.wordlists import wordlist

__all__ = ["analyse", "load", "wordlist"]
