"""Language knowledge as data: one folder per language, one YAML file per list, read once.

`wordlist("id", "abbreviations")` is the content of ``language/id/abbreviations.yaml``. Whoever uses
a list says what shape it must have and raises `DataError` through `broken` where it has not.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from saksama.errors import DataError, UnknownLanguage

_ROOT = Path(__file__).parent


@cache
def wordlist(language: str, name: str) -> Any:
    """The content of a word list; shared by all callers, so never change it.

    Raises `UnknownLanguage` if there is no such language, `DataError` if the list is missing, is no
    YAML or is empty.
    """
    folder = _ROOT / language
    if not language.isalpha() or not folder.is_dir():
        raise UnknownLanguage(f"no such language: {language!r}")
    path = folder / f"{name}.yaml"
    try:
        content = _parse(path.read_bytes())
    except FileNotFoundError:
        raise DataError(f"word list {language}/{name} is missing") from None
    except ValueError as error:
        broken(language, name, str(error))
    return content if content else broken(language, name, "it is empty")


def broken(language: str, name: str, why: str) -> NoReturn:
    """Raise the `DataError` of a list that does not have the shape it must have."""
    raise DataError(f"word list {language}/{name}: {why}")


def words(language: str, name: str, key: str) -> frozenset[str]:
    """The words under `key` of a list: a YAML list, or a text parted by white space."""
    content = wordlist(language, name)
    found = content.get(key) if isinstance(content, dict) else None
    if isinstance(found, str):
        return frozenset(found.split())
    if isinstance(found, list) and all(isinstance(word, str) for word in found):
        return frozenset(found)
    broken(language, name, f"{key!r} is neither a list of words nor a text")


def _parse(raw: bytes) -> Any:
    """YAML with libyaml where it is there: the same content, ten times as fast."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(raw, Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from None
