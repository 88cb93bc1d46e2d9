"""Indonesian as the stages need it: the spaCy pipeline and the word lists, loaded once per process."""

from __future__ import annotations

import os

# Several processes read at once, and all our matrices are small: threads of NumPy's own would only wait for
# each other. It counts where NumPy is not loaded yet; whoever has set it keeps it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from saksama.language.analyse import analyse
from saksama.language.pipeline import load
from saksama.language.wordlists import wordlist

__all__ = ["analyse", "load", "wordlist"]
