"""The account's own words, one YAML file per language, checked when first read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from saksama.account.clean import line
from saksama.errors import DataError, UsageError

LANGUAGES = ("id", "en")
_PARTS = ("labels", "severity", "kind", "reason", "slot", "status", "sector", "events", "types")
_SHAPES = frozenset({"mutual", "toward", "alone"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What an event's parties do: as it happened, and as it follows "akan", "to" or "may"."""

    past: str
    bare: str

    def to(self, recipients: str) -> Phrase:
        return Phrase(self.past.replace("{to}", recipients), self.bare.replace("{to}", recipients))


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. `say` fills a label; the other parts are looked up by their code."""

    language: str
    labels: dict[str, str | list[str]]
    severity: dict[str, str]
    kind: dict[str, str]
    reason: dict[str, str]
    slot: dict[str, str]
    status: dict[str, dict[str, str]]
    sector: dict[str, str]
    events: dict[str, dict[str, dict[str, Phrase]]]
    types: dict[str, str]

    def say(self, label: str, **slots: object) -> str:
        """A label with its slots filled; one with two forms goes by the slot ``n``."""
        text = self.labels[label]
        if isinstance(text, list):
            text = text[0 if slots.get("n") == 1 else -1]
        return text.format(**slots) if slots else text

    def phrase(self, kind: str, mode: str | None, shape: str) -> Phrase:
        """The phrase for an event type, mode and shape; an unknown mode speaks as its type does."""
        modes = self.events[kind]
        chosen = modes.get(mode or "", modes[""])
        return chosen.get(shape) or modes[""].get(shape) or modes[""]["alone"]

    def listed(self, items: list[str]) -> str:
        """ "a, b dan c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.labels['and']} {items[-1]}"


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> Words:
    """The words of ``id`` or ``en``; `UsageError` for another, `DataError` where the file is broken."""
    if language not in LANGUAGES:
        raise UsageError(f"no such language for the account: {language} (one of {', '.join(LANGUAGES)})")
    import yaml

    text = files("saksama.account").joinpath(f"words/{language}.yaml").read_text("utf-8")
    content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        parts = {name: content[name] for name in _PARTS if name != "events"}
        return Words(language=language, events=_events(content["events"]), **parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"account/words/{language}.yaml: {error}") from None


def reason_of(reason: str, language: str) -> str:
    """Why a piece of an article is no part of the story, in words."""
    from saksama.language.wordlists import wordlist

    known = wordlist("id", "boilerplate")["reasons"].get(reason, {})
    return line(known.get(language, reason))


def _events(content: dict[str, Any]) -> dict[str, dict[str, dict[str, Phrase]]]:
    return {
        kind: {mode: _phrases(shapes) for mode, shapes in modes.items()} for kind, modes in content.items()
    }


def _phrases(shapes: dict[str, str]) -> dict[str, Phrase]:
    return {shape: _phrase(shape, text) for shape, text in shapes.items()}


def _phrase(shape: str, text: str) -> Phrase:
    if shape not in _SHAPES:
        raise KeyError(f"no such shape: {shape}")
    past, _, bare = text.partition("|")
    return Phrase(past, bare or past)
