"""By what a text is known again."""

from __future__ import annotations

from hashlib import sha256


def digest(text: str) -> str:
    """SHA-256 of a text, in hex digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
