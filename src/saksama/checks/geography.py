"""A place that is not where the text puts it: "Lyon, Jerman", "Kota Medan, Jawa Timur".

Only a place right before the state or province that is to hold it, and only where both names have no
namesake in the gazetteer. A province has no border here, only its middle: a place is out of it when it
lies further away than any such province reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from saksama.actors.knowledge import load
from saksama.checks import capital
from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.regency import lies_in
from saksama.checks.wording import say
from saksama.errors import DataError
from saksama.language.wordlists import words
from saksama.records import Bilingual, Check, Mention, Place, Reading

FAR_KM = 800.0  # from the middle of the largest of the provinces to its furthest town
HOME = "IDN"
_JOINT = re.compile(r",? \(?(?:di |kota |provinsi |negara )*", re.IGNORECASE)
_ROW = re.compile(r" ?(?:,|/|-|–) ?(?:dan |serta |atau |hingga )?| (?:dan|serta|atau|hingga|sampai|ke) ")


def find(case: Case) -> Iterator[Check]:
    for reading in case.readings:
        yield from _of(reading)
        yield from capital.find(reading)


def _of(reading: Reading) -> Iterator[Check]:
    """One finding for each pair of names of an article."""
    told: set[tuple[str, str]] = set()
    places = sorted((m for m in reading.mentions if m.label == "LOC"), key=lambda m: m.start)
    for at, (inner, outer) in enumerate(pairwise(places)):
        pair = inner.text, outer.text
        if pair in told or not _put(reading, inner, outer) or _listed(places, at, reading.article.text):
            continue
        place = _known(inner.text)
        where = _elsewhere(reading, place, inner, outer) if place and not place.wide else None
        province = None if where else lies_in(reading, inner, outer)
        if province:
            where = Bilingual(province, province)
        if where:
            told.add(pair)
            yield _check(reading, (inner, outer), where)


def _put(reading: Reading, inner: Mention, outer: Mention) -> bool:
    """ "di A, B": the one right after the other."""
    between = reading.article.text[inner.end : outer.start]
    return _JOINT.fullmatch(between) is not None and ("," in between or "di " in between)


def _listed(places: list[Mention], at: int, text: str) -> bool:
    """Whether the pair at `at` stands in a list of places, before it or after it."""
    before, inner = places[at - 1] if at else None, places[at]
    outer, after = places[at + 1], places[at + 2] if at + 2 < len(places) else None
    if before is not None and _known(before.text) and _ROW.fullmatch(text, before.end, inner.start):
        return True
    return after is not None and _ROW.fullmatch(text, outer.end, after.start) is not None


def _known(name: str) -> Place | None:
    """The one place of a name, without namesake."""
    places = load().place(name)
    return places[0] if len(places) == 1 and not load().place_is_vague(name) else None


def _elsewhere(reading: Reading, place: Place, inner: Mention, outer: Mention) -> Bilingual | None:
    """Where the place lies instead, if it is not in the state or province named."""
    here = load().actor(place.country) if place.country else None
    state = load().actor(outer.actor) if outer.actor else None
    language = reading.article.language
    if here is None:
        return None
    if state is not None and state.kind == "state":
        pair = " ".join(sorted((here.id, state.id)))
        open_ = pair in words(language, "checks", "contested") or state.id in _namesakes().get(inner.text, ())
        if state.id == here.id or open_:
            return None
        return Bilingual(here.name, load().name_en(here.id) or here.name)
    province = _known(outer.text) if outer.text in words(language, "checks", "provinces") else None
    if province is None or place.country != HOME or set(inner.text.split()) & set(outer.text.split()):
        return None
    km = replace(place, wide=False).km_to(replace(province, wide=False))
    if km is None or km <= FAR_KM:
        return None
    return say("geography-far", km=str(int(round(km, -1))), outer=outer.text)


@lru_cache(maxsize=1)
def _namesakes() -> dict[str, frozenset[str]]:
    """The states in which other towns of a name lie."""
    lines = files("saksama.checks").joinpath("data/namesakes.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] != "#"][1:]
    if any(len(row) != 2 for row in rows):
        raise DataError("namesakes.tsv: a row must have a name and states")
    return {name: frozenset(states.split()) for name, states in rows}


def _check(reading: Reading, pair: tuple[Mention, Mention], where: Bilingual) -> Check:
    inner, outer = pair
    message = say("geography-elsewhere", place=inner.text, outer=outer.text, where=where)
    sentence = sentence_at(reading, inner.start)
    evidence = quoted(reading, sentence) if sentence else reading.article.evidence(inner.start, outer.end)
    return finding("geography", "caution", message, (evidence,), slot="where")
