"""The tokeniser: spaCy's Indonesian one with our abbreviations and our way with hyphens.

Its rules are stored inside the trained model, so this module is needed to train one, not to run it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

_DATA = Path(__file__).parent / "id" / "tokens.yaml"


def build_tokenizer(nlp: Language) -> Tokenizer:
    """A tokeniser for `nlp`'s vocabulary that keeps clitics, affixed words and figures whole."""
    import yaml
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    data: dict[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return Tokenizer(
        nlp.vocab,
        rules=_rules(nlp, data["abbreviations"]),
        prefix_search=compile_prefix_regex(_prefixes(data)).search,
        suffix_search=compile_suffix_regex(_suffixes(data)).search,
        infix_finditer=compile_infix_regex(_infixes(data)).finditer,
        url_match=nlp.Defaults.url_match,
    )


def _rules(nlp: Language, abbreviations: str) -> dict[str, list[dict[int, str]]]:
    from spacy.symbols import ORTH

    return {word: [{ORTH: word}] for word in abbreviations.split()}


def _prefixes(data: dict[str, Any]) -> list[str]:
    money = _any(data["currencies"])
    return [*data["prefixes"], rf"(?:{money})\.?(?=\d)"]


def _suffixes(data: dict[str, Any]) -> list[str]:
    return [*data["suffixes"], rf"(?<=\d)(?:{_any(data['units'])})"]


def _infixes(data: dict[str, Any]) -> list[str]:
    """The plain infixes and the hyphens between two names, looked at from either side."""
    names = data["pair_names"].split()
    first = "|".join(f"(?<={name})" for name in names)
    second = "|".join(names)
    return [*data["infixes"], rf"(?:{first})-(?=[A-Z])", rf"(?<=[A-Z][a-z]{{2}})-(?=(?:{second})\b)"]


def _any(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))
