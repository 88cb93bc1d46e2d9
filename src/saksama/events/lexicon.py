"""The PLOVER lexicon: which words tell which event, and where its parties stand; data in ``plover/``.

Each entry is a verb (noted as `forms.verb_forms` reads it), a noun or a phrase, with a type, a mode, the
slots of actor and recipient, what the object must be, and an example. A slot is ``subj``, ``obj``,
``comp`` (the subject of the clause that follows), ``child`` (the recipient of the act inside), ``own``
(the possessor of an event noun), ``any`` (the nearest party behind), ``cause`` (behind "akibat"),
or a preposition; with ``~`` the party may also be the owner of what stands there ("menyerang *kapal Iran*").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from saksama.events.forms import Voice, verb_forms
from saksama.events.plover import KEYS, KINDS, MODES, NEEDS, TYPES
from saksama.language.wordlists import broken, wordlist

_PREFIXES = ("me", "di", "ber")
_FORM_KINDS: Mapping[str, Voice] = {"a": "active", "p": "passive", "n": "noun"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon; `id` is its type and headword."""

    id: str
    type: str
    mode: str | None
    kind: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mutual: bool
    needs: str
    example: str
    object: frozenset[str] = frozenset()
    object_right: bool = False
    subject: frozenset[str] = frozenset()
    with_: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    alone: bool = False
    light: frozenset[str] = frozenset()
    receive: bool = False
    tested: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A word form that may trigger `entry`: the words that must follow, its voice, if it is a bare stem."""

    entry: Entry
    rest: tuple[str, ...]
    voice: Voice
    bare: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries; their forms by first word, the longest phrase first; the words that are verbs alone, and
    those of them that carry a prefix."""

    entries: tuple[Entry, ...]
    forms: Mapping[str, tuple[Form, ...]] = field(repr=False)
    verbs: frozenset[str] = field(repr=False)
    derived: frozenset[str] = field(repr=False)


@cache
def lexicon(language: str = "id") -> Lexicon:
    """The lexicon of a language; raises `DataError` where an entry is not what it must be."""
    reader = _Reader(language)
    entries: list[Entry] = []
    forms: dict[str, list[Form]] = {}
    for name in TYPES:
        for entry, found in reader.file(name):
            entries.append(entry)
            for form, first in found:
                forms.setdefault(first, []).append(form)
    ordered = {first: tuple(sorted(found, key=lambda f: -len(f.rest))) for first, found in forms.items()}
    verbs = frozenset(first for first, found in ordered.items() if all(f.voice != "noun" for f in found))
    derived = frozenset(
        word for word in verbs if word.startswith(_PREFIXES) and not any(f.bare for f in ordered[word])
    )
    return Lexicon(tuple(entries), ordered, verbs, derived)


class _Reader:
    """Reads and checks the files of one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        classes = wordlist(language, "plover/classes")
        self._classes = {name: words.split() for name, words in classes.items()}

    def file(self, name: str) -> Iterator[tuple[Entry, list[tuple[Form, str]]]]:
        content = wordlist(self._language, f"plover/{name}")
        if content.get("type") != name.upper():
            broken(self._language, f"plover/{name}", "its type is not its name")
        defaults = {key: value for key, value in content.items() if key not in ("type", "entries")}
        for line in content["entries"]:
            raw = {**defaults, **line}
            entry = self._entry(name, raw)
            yield entry, list(self._forms(entry, raw))

    def _entry(self, name: str, raw: Mapping[str, Any]) -> Entry:
        headword = raw.get("verb") or raw.get("noun") or raw.get("phrase")
        kind_of = raw.get("type", name.upper())
        entry = Entry(
            id=f"{name}: {headword}",
            type=kind_of,
            mode=raw.get("mode"),
            kind=raw.get("kind", "plain"),
            actor=tuple(raw["actor"]),
            recipient=tuple(raw["recipient"]),
            mutual=raw.get("mutual", False),
            needs=raw["needs"],
            example=raw.get("example", ""),
            object=self._words(raw, "object"),
            object_right=raw.get("where") == "right",
            subject=self._words(raw, "subject"),
            with_=self._words(raw, "with"),
            without=self._words(raw, "without"),
            void=self._words(raw, "void"),
            alone=raw.get("alone", False),
            light=frozenset(
                form
                for verb in raw.get("with_light", "").split()
                for form, _ in verb_forms(verb, self._language)
            ),
            receive=raw.get("receive", False),
            tested=raw.get("test", True),
        )
        self._check(name, entry, raw)
        return entry

    def _check(self, name: str, entry: Entry, raw: Mapping[str, Any]) -> None:
        heads = [key for key in ("verb", "noun", "phrase") if raw.get(key)]
        wrong = (
            (len(heads) != 1, "is not just one of verb, noun, phrase"),
            (not raw.keys() <= KEYS, f"has unknown keys {sorted(raw.keys() - KEYS)}"),
            (entry.type.lower() not in TYPES, f"has no type {entry.type!r}"),
            (
                entry.mode is not None and entry.mode not in MODES.get(entry.type, ()),
                f"has no mode {entry.mode!r}",
            ),
            (entry.kind not in KINDS, f"has no kind {entry.kind!r}"),
            (entry.needs not in NEEDS, f"has no needs {entry.needs!r}"),
            (not entry.example, "has no example"),
        )
        for is_wrong, why in wrong:
            if is_wrong:
                broken(self._language, f"plover/{name}", f"{entry.id!r} {why}")

    def _words(self, raw: Mapping[str, Any], key: str) -> frozenset[str]:
        found: set[str] = set()
        for word in str(raw.get(key, "")).split():
            found.update(self._classes[word[1:]] if word.startswith("@") else (word,))
        return frozenset(found)

    def _forms(self, entry: Entry, raw: Mapping[str, Any]) -> Iterable[tuple[Form, str]]:
        if raw.get("phrase"):
            voice: Voice = "noun" if raw.get("noun_like") else raw.get("voice", "active")
            for phrase in raw["phrase"].split("|"):
                first, *rest = phrase.split()
                yield Form(entry, tuple(rest), voice, False), first
        elif raw.get("noun"):
            for noun in raw.get("forms", raw["noun"]).split():
                yield Form(entry, (), "noun", False), noun
        elif "forms" in raw:
            for noted in raw["forms"].split():
                word, _, letter = noted.partition(":")
                yield Form(entry, (), _FORM_KINDS[letter], False), word
        else:
            stem = raw["verb"].replace("+", "") if not raw["verb"].startswith("ber+") else ""
            for word, voice in verb_forms(raw["verb"], self._language):
                yield Form(entry, (), voice, word == stem), word
