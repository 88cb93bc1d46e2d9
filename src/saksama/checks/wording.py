"""The checks' own sentences: `messages.yaml`, filled in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from saksama.actors import name_of
from saksama.actors.knowledge import load
from saksama.errors import DataError
from saksama.language.spell import LANGUAGES, spell
from saksama.records import Bilingual, Reading


class Day(str):
    """An EDTF date that is to be spelt out in the reader's language."""

    __slots__ = ()


def say(key: str, **slots: str | Bilingual) -> Bilingual:
    """The message `key` with its slots: text, a text in both languages, or a `Day`."""
    indonesian, english = (
        _messages()[key][language].format(**{name: _in(value, language) for name, value in slots.items()})
        for language in LANGUAGES
    )
    return Bilingual(indonesian, english)


def _in(value: str | Bilingual, language: str) -> str:
    if isinstance(value, Bilingual):
        return value.id if language == "id" else value.en
    return spell(value, language) if isinstance(value, Day) else str(value)


def listed(items: Sequence[str | Bilingual]) -> Bilingual:
    """Items in a row: "a, b dan c" and "a, b and c"."""
    return Bilingual(
        _row([_in(item, "id") for item in items], "dan"), _row([_in(i, "en") for i in items], "and")
    )


def _row(words: list[str], last: str) -> str:
    return f" {last} ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def name(reading: Reading, actor: str) -> Bilingual:
    """An actor's name in both languages, as the knowledge base or the text gives it."""
    plain = name_of(reading, actor)
    return Bilingual(plain, load().name_en(actor) or plain)


@lru_cache(maxsize=1)
def _messages() -> dict[str, dict[str, str]]:
    import yaml

    content = yaml.safe_load(files("saksama.checks").joinpath("messages.yaml").read_text("utf-8"))
    for key, texts in content.items():
        if set(texts) != set(LANGUAGES):
            raise DataError(f"checks/messages.yaml: {key} must have the languages {', '.join(LANGUAGES)}")
    messages: dict[str, dict[str, str]] = content
    return messages
