"""The judge: whether a word tells an event where the rules found none, and who the parties are.

The rules know much of few words; the judge, which learnt from labelled articles, weighs what they know
with the sentence around and with what the reading network made of it. It adds events; it takes none away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from saksama.events.arguments import Site
from saksama.events.judge import sides, words
from saksama.events.judge.sides import Candidate
from saksama.events.judge.weights import bench
from saksama.events.judge.words import KINDS, STATUSES, Floats, Sheet, named, site_of
from saksama.language.network import WIDTH
from saksama.records import Participant, Status

__all__ = ["Sheet", "Verdict", "named", "verdicts"]

SURE = 0.5
"""The least chance with which a word tells an event."""
PARTY = 0.45
"""The least chance with which somebody is a party to it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An event that the judge sees: where, of which type, with which status and parties."""

    site: Site
    type: str
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    chance: float


def verdicts(sheets: Sequence[Sheet]) -> Iterator[tuple[int, Verdict]]:
    """The events of a page by the judge, each with the number of its sentence, in text order."""
    most = sides.ranks(sheets)
    if not most:
        return
    places, rows, vectors = _asked(sheets)
    if not places:
        return
    kinds, statuses = bench().words(np.concatenate(rows), np.concatenate(vectors))
    for (number, at), kind, status in zip(places, kinds, statuses, strict=True):
        if 1 - kind[0] > SURE:
            told = KINDS[int(kind[1:].argmax())], STATUSES[int(status.argmax())]
            actors, recipients = _sides(sheets, (number, at), told[0], most)
            yield number, Verdict(site_at(sheets[number], at), *told, actors, recipients, 1 - float(kind[0]))


def _asked(sheets: Sequence[Sheet]) -> tuple[list[tuple[int, int]], list[Floats], list[Floats]]:
    """The words of a page that may tell an event, with their features and vectors: asked all at once."""
    states = len({p.acts_for for sheet in sheets for one in sheet.named for p in one.members})
    places: list[tuple[int, int]] = []
    rows, vectors = [], []
    for number, sheet in enumerate(sheets):
        found, told = words.features(sheet, states)
        if found:
            places += [(number, at) for at in found]
            rows.append(told)
            vectors.append(vectors_of(sheet, found))
    return places, rows, vectors


def vectors_of(sheet: Sheet, found: Sequence[int]) -> Floats:
    """What the reading network made of words and of their heads (words, 768)."""
    vectors = sheet.scene.sentence.vectors
    heads = [sheet.scene.tokens[at].head for at in found]
    if vectors is None:
        return np.zeros((len(found), 2 * WIDTH), np.float32)
    return np.concatenate([vectors[list(found)], vectors[heads]], 1).astype(np.float32)


def vector_at(sheets: Sequence[Sheet], sentence: int, token: int) -> Floats:
    """What the reading network made of one word (384)."""
    vectors = sheets[sentence].scene.sentence.vectors
    return np.zeros(WIDTH, np.float32) if vectors is None else vectors[token].astype(np.float32)


def site_at(sheet: Sheet, at: int) -> Site:
    """Where the rules see the trigger, else the word alone."""
    return next((d.site for d in sheet.drafts if d.site.first == at), site_of(sheet.scene, at))


def _sides(
    sheets: Sequence[Sheet], place: tuple[int, int], kind: str, most: Mapping[str, int]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The actors and the recipients of an event of a kind at a word of a sentence."""
    number, at = place
    among = sides.candidates(sheets, number, at)
    if not among:
        return (), ()
    told = sides.features(sheets[number], site_at(sheets[number], at), among, most)
    others = np.stack([vector_at(sheets, one.sentence, one.token) for one in among])
    chances = bench().sides(told, KINDS.index(kind), (vector_at(sheets, number, at), others))
    acting, getting = _codes(among, chances)
    return _parties(among, chances[:, 0], acting), _parties(among, chances[:, 1], getting)


def _codes(among: Sequence[Candidate], chances: Floats) -> tuple[set[str], set[str]]:
    """Whom the actors and the recipients act for; on both sides stands only who is alone there."""
    best: dict[str, Floats] = {}
    here = [one.place == "here" for one in among]
    for one, chance in zip(among, chances, strict=True):
        for code in one.codes:
            best[code] = np.maximum(best.get(code, chance), chance)
    acting, getting = (_likely(among, chances[:, side], here) for side in (0, 1))
    if len(acting | getting) > 1:
        for code in acting & getting:
            (getting if best[code][0] >= best[code][1] else acting).discard(code)
    return acting, getting


def _likely(among: Sequence[Candidate], chances: Floats, here: Sequence[bool]) -> set[str]:
    """The codes of one side; who is named elsewhere counts where the sentence names nobody for it."""
    likely = [n for n, chance in enumerate(chances) if chance > PARTY]
    return {code for n in [n for n in likely if here[n]] or likely for code in among[n].codes}


def _parties(among: Sequence[Candidate], chances: Floats, codes: set[str]) -> tuple[Participant, ...]:
    """The likely members who act for one of the codes; a person stands for the bare state beside."""
    found = dict.fromkeys(
        member
        for one, chance in zip(among, chances, strict=True)
        if chance > PARTY
        for member in one.named.members
        if member.acts_for in codes
    )
    people = {p.acts_for for p in found if p.is_person}
    return tuple(p for p in found if p.is_person or p.actor not in people)
