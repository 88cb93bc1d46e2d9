"""The trained spaCy pipeline of a language, loaded once per process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from saksama.errors import DataError, UnknownLanguage

if TYPE_CHECKING:
    from spacy.language import Language

_ROOT = Path(__file__).parent
# The model holds its tokeniser's rules; spaCy's own for Indonesian would first be made, at thrice the time.
_BARE = {"nlp.tokenizer": {"@tokenizers": "saksama.Tokenizer.v1"}}


@lru_cache(maxsize=4)
def load(language: str = "id") -> Language:
    """The spaCy pipeline of `language`: sentence starts, tags, trees, names and lemmas.

    Shared by all callers of one process. Raises `UnknownLanguage` if we have no model of it and
    `DataError` if its files are damaged.
    """
    model = _ROOT / language / "model"
    if not language.isalpha() or not (model / "meta.json").is_file():
        raise UnknownLanguage(f"no language model for {language!r}; there is one for: id")
    try:
        return _loaded(model)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise DataError(f"the language model of {language!r} cannot be read: {error}") from error


def _loaded(model: Path) -> Language:
    import spacy

    from saksama.language import components

    components.register()
    nlp = spacy.load(model, config=_BARE)
    nlp.batch_size = 1  # what is read of a text must not depend on the texts beside it
    return nlp
