"""Faults between two texts: a copy, or a retelling, with one fact changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

from evaluation.plants import Plant, Planter, as_text, changed, inside, published
from evaluation.plants.dates import _day, redated
from evaluation.plants.retell import retold
from evaluation.plants.single import _places
from saksama.actors.knowledge import load
from saksama.language.tree import Tree
from saksama.language.wordlists import words as listed
from saksama.records import Mention, Quantity, Reading, Sentence

Fault = tuple[int, int, str]  # span of the article, and what comes in its place
KNOWN = (
    "Prabowo Subianto",
    "Gibran Rakabuming Raka",
    "Airlangga Hartarto",
    "Puan Maharani",
    "Erick Thohir",
    "Vladimir Putin",
    "Donald Trump",
    "Xi Jinping",
)
CITIES = ("Makassar", "Medan", "Surabaya", "Kupang", "Manado", "Jayapura", "London", "Kairo")


def pair(name: str, kinds: tuple[str, ...], faults: object, lightly: bool) -> Planter:
    """A planter of two texts: the article, and a copy or a retelling with the fault."""

    def plant(reading: Reading, chance: random.Random) -> Iterator[Plant]:
        for start, end, words in faults(reading, chance):  # type: ignore[operator]
            made = retold(reading, (start, end), words) if lightly else changed(reading, start, end, words)
            if made:
                later = as_text(reading, made[0], days=chance.choice((0, 1)), outlet="salinan")
                how = "retelling" if lightly else "copy"
                yield Plant(f"{name} in a {how}", kinds, (reading, later), 1, made[1])

    return plant


def numbers(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """A count with a unit, half as large or more than twice as large."""
    passed = listed("id", "checks", "measures")
    for quantity in reading.quantities:
        digits = str(int(quantity.value))
        if not inside(reading, quantity.start) or digits not in quantity.text:
            continue
        if not quantity.unit or quantity.unit in passed:
            continue
        plain = quantity.comparator == "=" and not any(c in quantity.text for c in ",%/")
        if 3 <= quantity.value < 1000 and plain and quantity.value == int(quantity.value):
            # A toll that grows is no fault.
            more = chance.random() < 0.4 and not _tells_toll(reading, quantity)
            other = int(quantity.value * 2.5) + 1 if more else max(1, int(quantity.value * 0.5))
            yield quantity.start, quantity.end, quantity.text.replace(digits, str(other), 1)


def _tells_toll(reading: Reading, quantity: Quantity) -> bool:
    sentence = inside(reading, quantity.start)
    tolls = listed("id", "checks", "tolls")
    return sentence is not None and any(t.lemma.lower() in tolls for t in sentence.tokens)


def days(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Another day, some days before, with its right weekday."""
    for time in reading.times:
        day = _day(time)
        sentence = inside(reading, time.start)
        if day is None or sentence is None or (published(reading) - day).days < 0:
            continue
        words = {t.text.lower() for t in sentence.tokens if t.start < time.start}
        if words.isdisjoint(listed("id", "checks", "read_on")):  # two may read one page on two days
            other = day - timedelta(days=chance.randint(3, 12))
            yield time.start, time.end, redated(time.text, other)


def places(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Another city, far away."""
    for mention in _places(reading):
        (here,) = load().place(mention.text)
        far = [n for n in CITIES if (km := load().place(n)[0].km_to(here)) is not None and km > 300]
        if far and reading.article.text.count(mention.text) < 4:
            yield mention.start, mention.end, chance.choice(far)


def speakers(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Somebody's words in the mouth of another person of the same article."""
    people = list(dict.fromkeys(m.text for m in reading.mentions if m.label == "PER" and " " in m.text))
    for statement in reading.statements:
        who = statement.speaker_text
        if who is None or who.text not in people or not inside(reading, who.start):
            continue
        others = [n for n in people if not set(n.lower().split()) & set(who.text.lower().split())]
        if others:
            yield who.start, who.end, chance.choice(others)


def people(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Another well-known person of the same country in the place of one whom the records know."""
    for mention in reading.mentions:
        actor = load().actor(mention.actor) if mention.actor else None
        if mention.label != "PER" or actor is None or " " not in mention.text:
            continue
        absent = [name for name in KNOWN if name not in reading.article.text]
        home = [name for name in absent if actor.country in _countries(name)]
        if home and inside(reading, mention.start):
            yield mention.start, mention.end, chance.choice(home)


def _countries(name: str) -> set[str | None]:
    actors = (load().actor(alias.actor) for alias in load().aliases.get(name, ()))
    return {actor.country for actor in actors if actor}


def sides(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Subject and object of a verb, two actors by name, change places."""
    text = reading.article.text
    for sentence in reading.sentences:
        if sentence.is_title or not inside(reading, sentence.start):
            continue
        for one, other in _subject_object(reading, sentence):
            between = text[one.end : other.start]
            yield one.start, other.end, other.text + between + one.text


def _subject_object(reading: Reading, sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    tree = Tree(sentence)
    named = {
        i: m
        for m in reading.mentions
        if m.sentence == sentence.index and m.actor and m.label in ("PER", "ORG", "LOC")
        for i in tree.between(m.start, m.end)
    }
    for verb, token in enumerate(sentence.tokens):
        word = token.text.lower()
        if token.upos != "VERB" or not word.startswith("me") or word in listed("id", "checks", "mutual"):
            continue
        subjects = [named[i] for i in tree.children(verb, "nsubj") if i in named]
        objects = [named[i] for i in tree.children(verb, "obj", "iobj") if i in named]
        for one in subjects:
            for other in objects:
                if one.end < token.start < token.end < other.start and one.actor != other.actor:
                    yield one, other


PLANTERS: tuple[Planter, ...] = tuple(
    pair(name, kinds, faults, lightly)
    for name, kinds, faults in (
        ("number", ("conflict.number",), numbers),
        ("day", ("conflict.when",), days),
        ("place", ("conflict.where",), places),
        ("speaker", ("conflict.who",), speakers),
        ("person", ("conflict.who", "conflict.office"), people),
        ("direction", ("conflict.direction", "conflict.who"), sides),
    )
    for lightly in (False, True)
)
