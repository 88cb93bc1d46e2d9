"""What the judge knows of a word that may tell an event: the lexicon, the sentence, the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from saksama.events.arguments import Site
from saksama.events.drafts import Draft
from saksama.events.judge.cues import cued
from saksama.events.lexicon import lexicon
from saksama.events.parties import party_of
from saksama.events.plover import TYPES
from saksama.events.scene import Scene
from saksama.events.scope import status_of
from saksama.events.triggers import fitting
from saksama.events.words import bare
from saksama.records import Participant, Status

Floats = NDArray[np.float32]

KINDS = tuple(name.upper() for name in TYPES)
STATUSES: tuple[Status, ...] = ("occurred", "planned", "alleged", "possible", "hypothetical", "denied")
_TAGS = (
    "VERB", "NOUN", "ADJ", "PROPN", "X", "ADV", "PRON", "ADP", "SCONJ", "CCONJ", "NUM", "PUNCT", "AUX", "DET",
)  # fmt: skip
_LABELS = (
    "ROOT", "advcl", "acl", "xcomp", "ccomp", "conj", "nsubj", "nsubj:pass", "obj", "obl", "nmod", "amod",
    "parataxis", "compound", "appos",
)  # fmt: skip
_PREFIXES = ("me", "di", "ber", "ter", "pe", "ke")
_SUFFIXES = ("kan", "i", "an", "nya")
_OPEN = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "X", "ADV"})
_NEAR = (3, 8, 20)  # words
_PLACES, _LENGTHS = (1, 2, 4, 8), (2, 4, 8, 16)  # sentences before, sentences of the article


class Named(NamedTuple):
    """Somebody who could take part, at a token of a sentence; `owned` if named only as the owner of what
    the phrase is about ("harga minyak *Rusia*"), `tool` if of a weapon ("rudal *Rusia*")."""

    token: int
    members: tuple[Participant, ...]
    owned: bool = False
    tool: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sentence as the judge gets it: what the rules made of it, and who is named in it.

    `inner` are the words of acts that the rules hold to be part of another: what is promised or refused.
    `silent` is a sentence that tells no event whatever its words: of a match, the headline of a fact check.
    """

    scene: Scene
    drafts: Sequence[Draft]
    kept: Sequence[Draft]
    inner: frozenset[int]
    silent: bool
    named: tuple[Named, ...]


def named(scene: Scene) -> tuple[Named, ...]:
    """The political parties of a sentence, each phrase once."""
    found = []
    for phrase in scene.phrases:
        party = party_of(scene, phrase)
        if party and (members := tuple(p for p in party.members if p.acts_for and p.sector != "MED")):
            found.append(Named(phrase.head, members, party.owned, party.tool))
    return tuple(found)


def candidates(scene: Scene) -> list[tuple[int, frozenset[int], frozenset[int]]]:
    """Words that may tell an event, with the types that the lexicon and the cues give them."""
    told = ((at, _lexical(scene, at), cued(scene.low, scene.bare, at)) for at in range(len(scene.tokens)))
    return [(at, known, hinted) for at, known, hinted in told if known or hinted]


def features(sheet: Sheet, states: int) -> tuple[list[int], Floats]:
    """The candidate words of a sentence and a row of features for each; `states` are named on the page."""
    scene = sheet.scene
    by_draft, by_event = _by_word(sheet.drafts), _by_word(sheet.kept)
    page = _counts({p.acts_for for n in sheet.named for p in n.members}, states)
    page += [scene.page.is_sport, scene.sporty, scene.page.tests_rumour, scene.sentence.is_title]
    page += at_least(scene.sentence.index, _PLACES) + at_least(len(scene.page.reading.sentences), _LENGTHS)
    where = [one.token for one in sheet.named if one.tool or not one.owned]
    found = candidates(scene)
    rows = [
        _kinds(known) + _kinds(_fitting(scene, at, known)) + _kinds(by_draft.get(at, ()))
        + _kinds(by_event.get(at, ())) + _kinds(hinted) + _form(scene, at) + page + _around(scene, at, where)
        for at, known, hinted in found
    ]  # fmt: skip
    return [at for at, _, _ in found], np.array(rows, np.float32)


def site_of(scene: Scene, at: int) -> Site:
    """The site of a word that the lexicon does not know."""
    noun = not scene.verbal(at)
    voice = "passive" if scene.low[at].startswith("di") and not noun else "active"
    return Site(at, at + 1, at, at + 1, voice, noun, "none" if noun else voice)


def _lexical(scene: Scene, at: int) -> frozenset[int]:
    """The types of the entries whose words stand here, whatever else they ask for."""
    forms = lexicon().forms
    found = forms.get(scene.low[at]) or forms.get(scene.bare[at])
    return frozenset(
        KINDS.index(form.entry.type)
        for form in found or ()
        if tuple(scene.bare[at + 1 : at + 1 + len(form.rest)]) == tuple(map(bare, form.rest))
    )


def _fitting(scene: Scene, at: int, known: frozenset[int]) -> frozenset[int]:
    """The types of the entries that fit here with all that they ask for but their parties."""
    return frozenset(KINDS.index(t.entry.type) for t in fitting(scene, at)) if known else frozenset()


def _by_word(drafts: Iterable[Draft]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for one in drafts:
        found[one.site.first] = found.get(one.site.first, frozenset()) | {KINDS.index(one.type)}
    return found


def _kinds(told: Iterable[int]) -> list[float]:
    row = [0.0] * len(KINDS)
    for number in told:
        row[number] = 1.0
    return row


def _form(scene: Scene, at: int) -> list[float]:
    token, low = scene.tokens[at], scene.low[at]
    before = scene.tokens[at - 1].upos if at else "PUNCT"
    behind = scene.tokens[at + 1].upos if at + 1 < len(scene.tokens) else "PUNCT"
    row = one_of(token.upos, _TAGS) + one_of(token.dep, _LABELS)
    row += one_of(before, _TAGS) + one_of(behind, _TAGS)
    row += [float(low.startswith(prefix)) for prefix in _PREFIXES]
    row += [float(low.endswith(suffix)) for suffix in _SUFFIXES]
    status = status_of(scene, site_of(scene, at))
    return row + [float(status == name) for name in STATUSES] + [float(scene.asks(at))]


def _counts(here: set[str], states: int) -> list[float]:
    return at_least(len(here), (1, 2, 3)) + at_least(states, (1, 2, 3, 5, 8))


def _around(scene: Scene, at: int, where: Sequence[int]) -> list[float]:
    """Whether somebody is named within so many words on either side."""
    left = [float(any(0 < at - word <= reach for word in where)) for reach in _NEAR]
    return left + [float(any(0 < word - at <= reach for word in where)) for reach in _NEAR]


def one_of(value: str, known: Sequence[str]) -> list[float]:
    """One-hot, the last place for whatever is not known."""
    row = [0.0] * (len(known) + 1)
    row[known.index(value) if value in known else len(known)] = 1.0
    return row


def at_least(count: int, steps: Sequence[int]) -> list[float]:
    """One for each step that a count reaches."""
    return [float(count >= step) for step in steps]
