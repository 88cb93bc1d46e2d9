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
from saksama.events.judge.encoder import Seen, in_words
from saksama.events.judge.sides import Candidate
from saksama.events.judge.weights import shipped
from saksama.events.judge.words import KINDS, STATUSES, Floats, Sheet, named, site_of
from saksama.records import Participant, Status

__all__ = ["Sheet", "Verdict", "in_words", "named", "verdicts"]

SURE = 0.5
"""The least chance with which a word tells an event."""
PARTY = 0.45
"""The least chance with which somebody is a party to it."""
LIKELIEST = 0.25
"""The least chance of the likeliest party of a side that would stay empty."""
BOTH, OTHER = 0.6, 0.2
"""One code alone on both sides stays so above the first chance, or where no other reaches the second."""


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
    asked = _asked(sheets)
    if not asked:
        return
    seen = Seen(sheets)
    seen.look(asked)
    places = [(number, at) for number, (found, _) in asked.items() for at in found]
    vectors = [seen.with_heads(number, found) for number, (found, _) in asked.items()]
    kinds, statuses = shipped().words(np.concatenate([t for _, t in asked.values()]), np.concatenate(vectors))
    for (number, at), kind, status in zip(places, kinds, statuses, strict=True):
        if 1 - kind[0] > SURE:
            told = KINDS[int(kind[1:].argmax())], STATUSES[int(status.argmax())]
            actors, recipients = _sides(seen, (number, at), told[0], most)
            yield number, Verdict(site_at(sheets[number], at), *told, actors, recipients, 1 - float(kind[0]))


def _asked(sheets: Sequence[Sheet]) -> dict[int, tuple[list[int], Floats]]:
    """By sentence: the words that may tell an event, with their features; none where nobody is about."""
    states = len({p.acts_for for sheet in sheets for one in sheet.named for p in one.members})
    near = [n for n, sheet in enumerate(sheets) if not sheet.silent and sides.is_peopled(sheets, n)]
    told = {number: words.features(sheets[number], states) for number in near}
    return {number: one for number, one in told.items() if one[0]}


def site_at(sheet: Sheet, at: int) -> Site:
    """Where the rules see the trigger, else the word alone."""
    return next((d.site for d in sheet.drafts if d.site.first == at), site_of(sheet.scene, at))


def _sides(
    seen: Seen, place: tuple[int, int], kind: str, most: Mapping[str, int]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """The actors and the recipients of an event of a kind at a word of a sentence."""
    number, at = place
    sheets = seen.sheets
    among = sides.candidates(sheets, number, at)
    if not among:
        return (), ()
    told = sides.features(sheets[number], site_at(sheets[number], at), among, most)
    seen.look(one.sentence for one in among)
    others = np.concatenate([seen.of(one.sentence, [one.token]) for one in among])
    chances = shipped().sides(told, KINDS.index(kind), (seen.of(number, [at]), others))
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
    elif acting and acting == getting:
        (code,) = acting
        weaker = int(best[code][1] <= best[code][0])
        others = {one: float(chance[weaker]) for one, chance in best.items() if one != code}
        other = max(others, key=lambda one: (others[one], one), default=None)
        if other is not None and others[other] > OTHER and best[code][weaker] < BOTH:
            return (acting, {other}) if weaker else ({other}, getting)
    return acting, getting


def _likely(among: Sequence[Candidate], chances: Floats, here: Sequence[bool]) -> set[str]:
    """The codes of one side; who is named elsewhere counts where the sentence names nobody for it."""
    least = _least(chances)
    likely = [n for n, chance in enumerate(chances) if chance >= least]
    return {code for n in [n for n in likely if here[n]] or likely for code in among[n].codes}


def _least(chances: Floats) -> float:
    """The chance that makes somebody a party: where nobody is likely, that of the likeliest."""
    best = float(chances.max())
    return best if LIKELIEST < best < PARTY else PARTY


def _parties(among: Sequence[Candidate], chances: Floats, codes: set[str]) -> tuple[Participant, ...]:
    """The likely members who act for one of the codes; a person stands for the bare state beside."""
    theirs = [float(chance) for one, chance in zip(among, chances, strict=True) if one.codes & codes]
    least = min(_least(chances), max(theirs, default=0.0))
    found = dict.fromkeys(
        member
        for one, chance in zip(among, chances, strict=True)
        if chance >= least
        for member in one.named.members
        if member.acts_for in codes
    )
    people = {p.acts_for for p in found if p.is_person}
    return tuple(p for p in found if p.is_person or p.actor not in people)
