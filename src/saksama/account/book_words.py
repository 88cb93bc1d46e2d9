"""The words of the record book in one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from saksama.account.words import LANGUAGES
from saksama.errors import DataError
from saksama.records import Bilingual

_FILE = "words/record_book.yaml"


class BookWords:
    """Labels with their slots filled, and titles and names in the reader's language."""

    def __init__(self, language: str, labels: dict[str, dict[str, str]]) -> None:
        self.language, self._labels = language, labels

    def say(self, label: str, **slots: object) -> str:
        """A label in the reader's language."""
        text = self._labels[label][self.language]
        return text.format(**slots) if slots else text

    def of(self, both: Bilingual) -> str:
        """The reader's half of a text in both languages."""
        return both.id if self.language == "id" else both.en

    def any_of(self, names: Iterable[str]) -> str:
        """ "a, b or c"."""
        *head, last = names
        return f"{', '.join(head)} {self.say('or')} {last}" if head else last

    def source(self, name: str) -> str:
        """What a source is: "factbook-2026-01-22" is The World Factbook of that day."""
        kind, _, day = name.partition("-")
        label = f"source_{kind}"
        return self.say(label, day=day or "") if label in self._labels else name


@lru_cache(maxsize=len(LANGUAGES))
def book_words(language: str) -> BookWords:
    """The words of ``id`` or ``en``; `DataError` where a label lacks one of them."""
    import yaml

    text = files("saksama.account").joinpath(_FILE).read_text("utf-8")
    labels: dict[str, dict[str, str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for label, both in labels.items():
        if set(both) != set(LANGUAGES):
            raise DataError(f"account/{_FILE}: {label} must have {', '.join(LANGUAGES)}")
    return BookWords(language, labels)
