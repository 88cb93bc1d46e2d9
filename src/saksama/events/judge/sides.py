"""What the judge knows of a word that tells an event and of somebody who might be a party to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from saksama.events.arguments import Arguments, Site
from saksama.events.claims import innermost, speakers_of
from saksama.events.judge.words import Floats, Named, Sheet, at_least, one_of

_SLOTS = (
    "subj", "obj", "target", "agent", "own", "comp", "any", "victim", "cause", "kepada", "terhadap", "dengan",
    "ke", "di", "dari", "oleh", "antara", "bagi", "untuk", "pada", "atas", "bersama", "melawan",
)  # fmt: skip
_SECTORS = ("GOV", "MIL", "COP", "CVL", "OPP", "REB", "IGO", "NGO", "LEG", "JUD", "BUS", "PTY")
_STEPS = (2, 4, 7, 12, 20, 40)  # words between the two
_FAR = 99
_RANKS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be a party: where named (sentence and token), and how that lies to the trigger."""

    sentence: int
    named: Named
    place: str  # "here", "before", "title" or "speaker"

    @property
    def token(self) -> int:
        return self.named.token

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(p.acts_for for p in self.named.members)


def candidates(sheets: Sequence[Sheet], number: int, at: int) -> list[Candidate]:
    """Who is named in a sentence, in the one before, in the headline, and who speaks there."""
    title = next((n for n, sheet in enumerate(sheets) if sheet.scene.sentence.is_title), -1)
    places = [(number, "here")]
    if number and number - 1 != title:
        places.append((number - 1, "before"))
    if title >= 0 and title != number:
        places.append((title, "title"))
    found = [Candidate(n, one, place) for n, place in places for one in sheets[n].named]
    return found + _speaker(sheets, number, at)


def is_peopled(sheets: Sequence[Sheet], number: int) -> bool:
    """Whether a sentence, or the one before, names somebody, or somebody speaks in it."""
    tokens = sheets[number].scene.tokens
    named = sheets[number].named or (number > 0 and sheets[number - 1].named)
    return bool(tokens) and bool(
        named or _speaker(sheets, number, 0) or _speaker(sheets, number, len(tokens) - 1)
    )


def ranks(sheets: Sequence[Sheet]) -> Mapping[str, int]:
    """The codes that the page names most, and their place among them."""
    count = Counter(p.acts_for for sheet in sheets for one in sheet.named for p in one.members)
    ordered = sorted(count, key=lambda code: (-count[code], code))
    return {code: rank for rank, code in enumerate(ordered[:_RANKS])}


def features(sheet: Sheet, site: Site, among: Sequence[Candidate], most: Mapping[str, int]) -> Floats:
    """A row for each candidate: slots, what the rules made of them, distance, sector."""
    arguments = Arguments(sheet.scene, site)
    slots = [frozenset(p.acts_for for p in arguments.find(f"{slot}~")) for slot in _SLOTS]
    drafted = next((d for d in sheet.drafts if d.site.first == site.first), None)
    ruled = [
        frozenset(p.acts_for for p in side if p.acts_for)
        for side in ((drafted.actors, drafted.recipients) if drafted else ((), ()))
    ]
    rows = [_row(one, slots, ruled, site.first, most) for one in among]
    return np.array(rows, np.float32)


def _row(
    one: Candidate,
    slots: Sequence[frozenset[str]],
    ruled: Sequence[frozenset[str]],
    at: int,
    most: Mapping[str, int],
) -> list[float]:
    here, codes = one.place == "here", one.codes
    row = [float(here and not codes.isdisjoint(slot)) for slot in slots]
    row += [float(not codes.isdisjoint(side)) for side in ruled] + [float(bool(side)) for side in ruled]
    row += [float(one.place == place) for place in ("here", "before", "title", "speaker")]
    row += [float(here and one.token < at), float(here and one.token > at)]
    row += at_least(abs(one.token - at) if here else _FAR, _STEPS)
    first = one.named.members[0]
    row += one_of(first.sector, _SECTORS)
    row += [float(first.is_person), float(first.actor == first.acts_for), float(len(codes) > 1)]
    row += [float(one.named.owned), float(one.named.tool)]
    return row + [float(any(most.get(code) == rank for code in codes)) for rank in range(_RANKS)]


def _speaker(sheets: Sequence[Sheet], number: int, at: int) -> list[Candidate]:
    """Who says the words in which the trigger stands."""
    scene = sheets[number].scene
    statement = innermost(scene.page, scene.tokens[at].start)
    members = speakers_of(scene.page, statement) if statement else ()
    members = tuple(p for p in members if p.acts_for and p.sector != "MED")
    return [Candidate(number, Named(at, members), "speaker")] if members else []
