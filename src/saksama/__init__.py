"""Saksama: many overlapping news articles in, one checked account out.

    import saksama

    account = saksama.brief(["articles/"])      # files and folders
    one = saksama.read("Teks …", title="Judul", published="2024-06-19")
    nlp = saksama.language.load("id")           # the spaCy pipeline alone

Importing is cheap: models and word lists load at the first use, once per process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "brief", "language", "read"]

if TYPE_CHECKING:
    from saksama import language
    from saksama.library.brief import brief, read


def __getattr__(name: str) -> Any:
    import importlib

    if name in ("brief", "read"):
        return getattr(importlib.import_module("saksama.library"), name)
    if name == "language":
        return importlib.import_module("saksama.language")
    raise AttributeError(f"module 'saksama' has no attribute {name!r}")
