"""Another name in the place of one, or two names exchanged, in two tellings of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from saksama.actors.knowledge import load
from saksama.checks.conflict.people import SPELT
from saksama.checks.conflict.replaced import Compared, Replaced, Word
from saksama.language.wordlists import words
from saksama.records import Mention, Reading

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]
NAMED = ("PER", "ORG", "LOC")
PARTIES = ("state", "organisation", "person")
NEAR_KM = 20.0  # nearer places may be one, told more closely


def elsewhere(both: Compared) -> Iterator[Sides]:
    """One place in the place of another of its size."""
    for part in both.replaced:
        if not _names(part) or any(_still_there(both, part)):
            continue
        whole = widened(part)
        siblings = whole != part and whole.single is False and _both_known(whole)
        if _before(both, whole, "at", "grain") and (siblings or (_two(part) and _apart(both, part))):
            yield whole.one, whole.other


def _still_there(both: Compared, part: Replaced) -> tuple[bool, bool]:
    """Whether each name stands in the other telling as well: two places in another order."""
    ours, theirs = ({word.bare for word in told} for told in (both.old, both.new))
    return {w.bare for w in part.one} <= theirs, {w.bare for w in part.other} <= ours


def widened(part: Replaced) -> Replaced:
    """With the words in capitals on both sides, which belong to the same name."""
    before = after = 0
    while part.here[0] - before > 0 and _capital(part.old[part.here[0] - before - 1]):
        before += 1
    while part.here[1] + after < len(part.old) and _joined(part, part.here[1] + after):
        after += 1
    spans = [(start - before, end + after) for start, end in (part.here, part.there)]
    return Replaced(part.old, part.new, spans[0], spans[1])


def _joined(part: Replaced, at: int) -> bool:
    """Whether the word at a place follows the one before it in one name, with nothing between."""
    return _capital(part.old[at]) and part.old[at].start - part.old[at - 1].end == 1


def _both_known(part: Replaced) -> bool:
    """Whether both names are of one known place each, of one size: "Jawa Barat" and "Jawa Tengah"."""
    found = [load().place(_text(side)) for side in (part.one, part.other)]
    return all(found) and found[0][0].name != found[1][0].name and found[0][0].wide == found[1][0].wide


def somebody_else(both: Compared) -> Iterator[Sides]:
    """One party in the place of another, where each text knows both as two."""
    for part in both.replaced:
        if _names(part) and _two(part) and not _carried(both, part):
            one, other = (_text(side) for side in (part.one, part.other))
            knowing = (_knows(reading, one, other) for reading in (both.pair.old, both.pair.new))
            there = _still_there(both, part)
            if (_known_two(both, part) and not any(there)) or (all(knowing) and not all(there)):
                yield part.one, part.other


def exchanged(both: Compared) -> Iterator[Sides]:
    """Two names that have changed places, while every other word kept its own."""
    (ours, rest), (theirs, others) = _stripped(both, both.old), _stripped(both, both.new)
    if [w.bare for w in rest] != [w.bare for w in others] or len(ours) != len(theirs):
        return
    moved = [n for n, (one, other) in enumerate(zip(ours, theirs, strict=True)) if _text(one) != _text(other)]
    if len(moved) != 2:
        return
    first, last = moved
    crossed = _text(ours[first]) == _text(theirs[last]) and _text(ours[last]) == _text(theirs[first])
    if crossed and _holds(both, ours[first], ours[last], rest):
        span = tuple(w for w in both.old if ours[first][0].start <= w.start <= ours[last][-1].start)
        later = tuple(w for w in both.new if theirs[first][0].start <= w.start <= theirs[last][-1].start)
        yield span, later


def _stripped(both: Compared, told: tuple[Word, ...]) -> tuple[list[tuple[Word, ...]], list[Word]]:
    """The runs of words in capitals, the first of the sentence with them, and what is left."""
    runs: list[tuple[Word, ...]] = []
    rest: list[Word] = []
    running = False
    for word in told:
        if _capital(word):
            runs = [*runs[:-1], (*runs[-1], word)] if running else [*runs, (word,)]
        else:
            rest.append(word)
        running = _capital(word)
    return runs, rest


def _holds(both: Compared, one: tuple[Word, ...], other: tuple[Word, ...], rest: list[Word]) -> bool:
    """Whether a verb of doing, or words that are no list, stand between two names."""
    language = both.pair.new.article.language
    between = [w.bare for w in rest if one[-1].end <= w.start < other[0].start]
    loose = words(language, "retold", "listing") | words(language, "checks", "mutual")
    return bool(between) and not loose & set(between)


def _names(part: Replaced) -> bool:
    return all(
        side and all(_capital(word) for word in side) and len(side) < 5 for side in (part.one, part.other)
    )


def _capital(word: Word) -> bool:
    return word.text[0].isupper()


def _text(side: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in side)


def _two(part: Replaced) -> bool:
    """Whether two names have no word in common, are not spelt alike, and are not one cut short."""
    one, other = (_text(side).casefold() for side in (part.one, part.other))
    if set(one.split()) & set(other.split()) or ratio(one, other) >= SPELT:
        return False
    return not short_for(one, other) and not short_for(other, one)


def short_for(short: str, long: str) -> bool:
    """Whether the letters of one word are found in order in several: "mendag", "bnpb"."""
    letters = iter(re.sub(r"\W", "", long))
    bare = re.sub(r"\W", "", short)
    return " " not in short and bare[:1] == long[:1] and all(letter in letters for letter in bare)


def _before(both: Compared, part: Replaced, *keys: str) -> bool:
    language = both.pair.new.article.language
    before = part.before()
    return bool(before) and any(before[0] in words(language, "retold", key) for key in keys)


def _apart(both: Compared, part: Replaced) -> bool:
    """Two known places of one size some way apart, or two names behind one word for a kind of place."""
    if _known_two(both, part, "state"):
        return True
    found = [load().place(_text(side)) for side in (part.one, part.other)]
    if all(found):
        one, other = found[0][0], found[1][0]
        provinces = words(both.pair.new.article.language, "checks", "provinces")
        sizes = {_text(side) in provinces for side in (part.one, part.other)}
        # Two regencies are wide both, so that the way between their middles is told.
        km = replace(one, wide=False).km_to(replace(other, wide=False))
        return one.wide == other.wide and len(sizes) == 1 and km is not None and km > NEAR_KM
    named = {m.actor for side, m in _mentions(both, part) if m.actor}
    return _before(both, part, "grain") and len(named) != 1


def _known_two(both: Compared, part: Replaced, *kinds: str) -> bool:
    """Whether the texts take the names for two states, or two bodies of the same standing, that are known."""
    base = load()
    known = {m.actor: base.actor(m.actor) for _, m in _mentions(both, part) if m.actor and m.label in NAMED}
    found = [actor.kind for actor in known.values() if actor and actor.kind in (kinds or PARTIES)]
    return len(found) == len(known) == 2 and len(set(found)) == 1


def _mentions(both: Compared, part: Replaced) -> Iterator[tuple[Reading, Mention]]:
    """What the texts take the two names for."""
    for reading, side in ((both.pair.old, part.one), (both.pair.new, part.other)):
        yield from ((reading, m) for m in reading.mentions if m.start == side[0].start)


def _knows(reading: Reading, one: str, other: str) -> bool:
    """Whether a text names both, and does not hold them for one or for two names of one."""
    here, there = ({m.actor or m.text for m in reading.mentions if _is(m, name)} for name in (one, other))
    named = (
        rf"\b(?:{re.escape(one)}\W{{1,3}}{re.escape(other)}|{re.escape(other)}\W{{1,3}}{re.escape(one)})\b"
    )
    return bool(here and there) and not here & there and not re.search(named, reading.article.text)


def _is(mention: Mention, name: str) -> bool:
    return mention.label in ("PER", "ORG") and mention.text == name


def _carried(both: Compared, part: Replaced) -> bool:
    """Whether one of the names is that of an outlet: a copy tells its own."""
    carriers = words(both.pair.new.article.language, "retold", "carriers")
    own = {r.article.outlet or "" for r in (both.pair.old, both.pair.new)}
    told = {word.bare for word in (*part.one, *part.other)}
    return bool(told & carriers) or any(name in outlet for name in told for outlet in own)
