"""The account's own words, one YAML file per language, checked when first read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from saksama.account.clean import line
from saksama.errors import DataError, UsageError
from saksama.records import Event

LANGUAGES = ("id", "en")
_SHAPES = frozenset({"mutual", "toward", "alone"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What an event's parties do: as it happened, and as it follows "akan", "to" or "may"."""

    past: str
    bare: str

    def to(self, recipients: str) -> Phrase:
        return Phrase(self.past.replace("{to}", recipients), self.bare.replace("{to}", recipients))


@dataclass(frozen=True, slots=True)
class Worded:
    """A phrase for the events whose trigger holds one of some stems; blanks in a stem are hyphens."""

    stems: tuple[str, ...]
    modes: tuple[str, ...]  # which it speaks for beside none
    shapes: dict[str, Phrase]


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
    definite: frozenset[str]
    events: dict[str, dict[str, dict[str, Phrase]]]
    triggers: dict[str, tuple[Worded, ...]]
    types: dict[str, str]
    skips: dict[str, str]  # an English reason to its words in this language
    terms: dict[str, str]  # what stands in a reason: languages, the machine's own messages

    def say(self, label: str, **slots: object) -> str:
        """A label with its slots filled; one with two forms goes by the slot ``n``."""
        text = self.labels[label]
        if isinstance(text, list):
            text = text[0 if slots.get("n") == 1 else -1]
        return text.format(**slots) if slots else text

    def phrase(self, event: Event) -> Phrase:
        """What the parties of an event do: by the words of the texts, else by its mode or its type."""
        shape, modes = _shape(event), self.events[event.type]
        said = [trigger.text.casefold().replace(" ", "-") for trigger in event.triggers]
        for worded in self.triggers.get(event.type, ()):
            fits = event.mode is None or event.mode in worded.modes
            if fits and sum(any(stem in text for stem in worded.stems) for text in said) * 2 > len(said):
                return worded.shapes[shape]
        chosen = modes.get(event.mode or "", modes[""])
        return chosen.get(shape) or modes[""].get(shape) or modes[""]["alone"]

    def listed(self, items: list[str], last: str = "and") -> str:
        """ "a, b dan c"; `last` is the label of the word before the last item."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.labels[last]} {items[-1]}"


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> Words:
    """The words of ``id`` or ``en``; `UsageError` for another, `DataError` where the file is broken."""
    if language not in LANGUAGES:
        raise UsageError(f"no such language for the account: {language} (one of {', '.join(LANGUAGES)})")
    import yaml

    text = files("saksama.account").joinpath(f"words/{language}.yaml").read_text("utf-8")
    content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        return _built(language, content)
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"account/words/{language}.yaml: {error}") from None


def _built(language: str, content: dict[str, Any]) -> Words:
    return Words(
        language=language,
        labels=content["labels"],
        severity=content["severity"],
        kind=content["kind"],
        reason=content["reason"],
        slot=content["slot"],
        status=content["status"],
        sector=content["sector"],
        definite=frozenset(content["definite"].split()),
        events=_events(content["events"]),
        triggers=_triggers(content["triggers"]),
        types=content["types"],
        skips=content["skips"],
        terms=content["terms"],
    )


def reason_of(reason: str, language: str) -> str:
    """Why a piece of an article is no part of the story, in words."""
    from saksama.language.wordlists import wordlist

    known = wordlist("id", "boilerplate")["reasons"].get(reason, {})
    return line(known.get(language, reason))


def _events(content: dict[str, Any]) -> dict[str, dict[str, dict[str, Phrase]]]:
    return {
        kind: {mode: _phrases(shapes) for mode, shapes in modes.items()} for kind, modes in content.items()
    }


def _triggers(content: dict[str, list[dict[str, str]]]) -> dict[str, tuple[Worded, ...]]:
    return {kind: tuple(_worded(dict(entry)) for entry in entries) for kind, entries in content.items()}


def _worded(entry: dict[str, str]) -> Worded:
    stems, modes = (tuple(entry.pop(key, "").split()) for key in ("stems", "modes"))
    return Worded(stems, modes, _phrases(entry))


def _phrases(shapes: dict[str, str]) -> dict[str, Phrase]:
    return {shape: _phrase(shape, text) for shape, text in shapes.items()}


def _phrase(shape: str, text: str) -> Phrase:
    if shape not in _SHAPES:
        raise KeyError(f"no such shape: {shape}")
    past, _, bare = text.partition("|")
    return Phrase(past, bare or past)


def _shape(event: Event) -> str:
    if event.recipients:
        return "toward"
    return "mutual" if event.reciprocal and len(event.actors) > 1 else "alone"
