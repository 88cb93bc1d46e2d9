"""The words that report speech: cue verbs, *menurut*, carriers; data in ``speech.yaml``.

`speech().by_form` answers what a word form may be; the event stage reads `Verb.stance` from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from saksama.language.wordlists import broken, wordlist

Form = Literal["active", "short", "after", "passive"]
Stance = Literal["neutral", "asserts", "claims", "denies", "opines", "warns", "asks"]
_TAKES = frozenset({"bahwa", "comma", "clause", "any", "self", "sebagai", "quote"})
_LISTS = ("unmistakable", "ensuring", "shells", "mute", "speaking", "no_source", "adjuncts", "stops")
_MORE = (
    "joints", "remarks", "topics", "finite", "blockers", "between", "first_person", "relations", "kin",
    "unfound", "proofs", "linking", "venues",
    "persons", "attributes", "continuing", "attitudes", "insertions", "headline_verbs", "headline_nouns",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that reports speech. `takes`: what may follow it (see the head of the list)."""

    lemma: str
    takes: frozenset[str]
    stance: Stance
    example: str


@dataclass(frozen=True, slots=True)
class Speech:
    """The whole list; `by_form` maps a lower-case form to its verb and the kinds of form it is."""

    by_form: Mapping[str, tuple[Verb, frozenset[str]]]
    according: frozenset[str]
    carriers: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]

    def verb(self, form: str, *kinds: Form) -> Verb | None:
        """The verb of a lower-case form, if the form is of one of these kinds."""
        found = self.by_form.get(form)
        return found[0] if found and not found[1].isdisjoint(kinds) else None


@cache
def speech(language: str = "id") -> Speech:
    """Load and check the list once. Raises `DataError` if an entry is not what it must be."""
    content = wordlist(language, "speech")
    forms: dict[str, tuple[Verb, frozenset[str]]] = {}
    for entry in content["verbs"]:
        verb = _verb(language, entry)
        for kind in get_args(Form):
            for form in entry.get(kind, ()):
                other, kinds = forms.get(form, (verb, frozenset()))
                if other is not verb:
                    broken(language, "speech", f"{form!r} belongs to {other.lemma!r} and {verb.lemma!r}")
                forms[form] = (verb, kinds | {kind})
    return Speech(
        forms,
        frozenset(entry["word"] for entry in content["according"]),
        {key: frozenset(found) for key, found in content["carriers"].items()},
        {key: frozenset(content[key]) for key in _LISTS + _MORE},
    )


def _verb(language: str, entry: dict[str, Any]) -> Verb:
    missing = {"lemma", "takes", "stance", "example"} - entry.keys()
    if missing:
        broken(language, "speech", f"{entry.get('lemma')!r} lacks {', '.join(sorted(missing))}")
    takes = frozenset(entry["takes"])
    if not takes <= _TAKES or entry["stance"] not in get_args(Stance):
        broken(language, "speech", f"{entry['lemma']!r} takes {sorted(takes)}, stance {entry['stance']!r}")
    return Verb(entry["lemma"], takes, entry["stance"], entry["example"])
