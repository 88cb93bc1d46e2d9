"""Is it Indonesian? A vote of function words; py3langid only where the vote is open.

Only a text that is surely in another language is turned away: a wrongly skipped article is lost, a
wrongly read one is seen to be odd.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from saksama.language.wordlists import broken, wordlist

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEAD, _SAMPLE = 400, 2500  # characters
_FEWEST_WORDS = 25
_NATIVE = 0.07  # a share of our function words that no other language reaches
_KINDS = 4  # so many different words must speak for a neighbour; a name may be one often repeated
_LATIN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Tongues:
    """The words of a language and of its neighbours, by language code."""

    own: frozenset[str]
    others: dict[str, tuple[frozenset[str], str]]
    names: dict[str, str]


@cache
def tongues(language: str) -> Tongues:
    """The profiles for articles that ought to be in `language`."""
    content = wordlist(language, "tongue")
    try:
        others = {
            code: (frozenset(item["words"].split()), str(item["name"]))
            for code, item in content["others"].items()
        }
        return Tongues(frozenset(content["own"].split()), others, dict(content["names"]))
    except (AttributeError, KeyError, TypeError):
        broken(language, "tongue", "own, others or names are not as expected")


def foreign(text: str, language: str) -> str | None:
    """The English name of the language of `text` if it is surely not `language`, else `None`.

    The head must lean the same way as the whole: an article may quote a song at length.
    """
    known = tongues(language)
    sample = text[:_SAMPLE]
    if not _latin(text[:_HEAD]):
        return _by_model(sample, language, known)
    words, head = _words(sample), _words(text[:_HEAD])
    if len(words) < _FEWEST_WORDS:
        return None
    own, first = _share(words, known.own), _share(head, known.own)
    kinds = set(words)
    for code, (marks, name) in known.others.items():
        if len(marks & kinds) < _KINDS or not _surely(code, own, _share(words, marks)):
            continue
        if _surely(code, first, _share(head, marks)):
            return name
    return None if max(own, first) >= _NATIVE else _by_model(sample, language, known)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _share(words: list[str], marks: frozenset[str]) -> float:
    return sum(word in marks for word in words) / max(len(words), 1)


def _surely(code: str, own: float, share: float) -> bool:
    """Malay shares most function words with Indonesian, the others next to none."""
    if code == "ms":
        return share >= 0.05 and share > 0.3 * own
    return share >= 0.1 and share > 1.2 * own


def _latin(sample: str) -> bool:
    letters = [char for char in sample if char.isalpha()]
    return not letters or sum(char < "\u0250" for char in letters) >= _LATIN_SHARE * len(letters)


def _by_model(sample: str, language: str, known: Tongues) -> str | None:
    """What py3langid says; a second to load, so it is asked only where the words tell nothing."""
    import py3langid

    code = str(py3langid.classify(sample)[0])
    if code == language or (code in known.others and code != "en"):
        return None
    return known.names.get(code, f"the language with the code {code!r}")
