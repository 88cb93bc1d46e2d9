"""Slips of the pen between two texts, and inside one: years, spans, ranks, ages, sums, capitals, places."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from evaluation.plants import MONTHS, Plant, Planter, as_text, body_of, inside, published, spelt
from evaluation.plants.copies import Fault, pair
from saksama import edtf
from saksama.records import Mention, Reading, Sentence

ORDINALS = "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan".split()
CAPITALS = (
    ("Sydney", "Australia"),
    ("Istanbul", "Turki"),
    ("Rio de Janeiro", "Brasil"),
    ("Toronto", "Kanada"),
    ("Karachi", "Pakistan"),
    ("Mumbai", "India"),
    ("Shanghai", "China"),
    ("Milan", "Italia"),
    ("Makassar", "Sulawesi Utara"),
    ("Surabaya", "Jawa Tengah"),
)
TOWNS = (("Surabaya", "Makassar"), ("Semarang", "Kupang"), ("Doha", "Kairo"), ("London", "Hanoi"))


def years(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """A year of the past, one to three years off."""
    for time in reading.times:
        plain = time.text.isdigit() and len(time.text) == 4 and edtf.precision(time.interval) == "year"
        if plain and time.anchor == "absolute" and inside(reading, time.start):
            yield time.start, time.end, str(int(time.text) - chance.randint(1, 3))


def months(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Another month in letters."""
    for time in reading.times:
        named = [word for word in time.text.split() if word in MONTHS]
        if named and inside(reading, time.start) and time.anchor == "absolute" and time.weekday is None:
            other = MONTHS[(MONTHS.index(named[0]) + chance.choice((1, 2, 10, 11))) % 12]
            yield time.start, time.end, time.text.replace(named[0], other)


def spans(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """A span of time, longer by half or more."""
    for time in reading.times:
        number = time.text.split()[0]
        if time.type == "DURATION" and number.isdigit() and int(number) >= 2 and inside(reading, time.start):
            more = int(int(number) * chance.choice((1.5, 2, 3))) + 1
            yield time.start, time.end, time.text.replace(number, str(more), 1)


def ranks(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Another ordinal behind its noun."""
    passed = ("hari", "pekan", "minggu", "bulan", "tahun", "babak", "gim", "set", "abad")
    for sentence in reading.sentences:
        for noun, token in pairwise(sentence.tokens):
            word = token.text
            counted = noun.upos == "NOUN" and noun.text.lower() not in passed and word in ORDINALS
            if counted and inside(reading, token.start):
                yield token.start, token.end, chance.choice([o for o in ORDINALS[1:] if o != word])


def exchanged(reading: Reading, chance: random.Random) -> Iterator[Fault]:
    """Two people of a sentence under each other's description."""
    for sentence in reading.sentences:
        named = [m for m in reading.mentions if m.sentence == sentence.index and m.label == "PER"]
        for one, two in pairwise(named):
            names = {one.text, two.text}
            once = all(sum(m.text == name for m in named) == 1 for name in names) and len(names) == 2
            here, there = _before(sentence, one), _before(sentence, two)
            whole = all(" " in name for name in names) and inside(reading, sentence.start)
            if once and whole and here and there and here != there and "dan" not in here + there:
                between = reading.article.text[one.end : two.start]
                yield one.start, two.end, two.text + between + one.text


def _before(sentence: Sentence, mention: Mention) -> list[str]:
    words = [t.text for t in sentence.tokens if t.upos != "PUNCT" and t.end <= mention.start]
    return words[-2:] if len(words) > 1 else []


def ages(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """Somebody's age in brackets, another one in the other text."""
    for mention in reading.mentions:
        if mention.label == "PER" and " " in mention.text and inside(reading, mention.start):
            years_ = chance.randint(19, 70)
            other = years_ + chance.choice((-8, -3, 2, 5, 9, 10))
            yield _aged(reading, mention, f" ({years_})", f" ({other} tahun)")
            return


def _aged(reading: Reading, mention: Mention, one: str, other: str) -> Plant:
    """The article and its copy, with words behind a name in both."""
    text, first = reading.article.text, len(reading.article.text) - len(body_of(reading))
    bodies = [text[first : mention.end] + words + text[mention.end :] for words in (one, other)]
    old, new = as_text(reading, bodies[0]), as_text(reading, bodies[1], days=1, outlet="salinan")
    return Plant("age", ("conflict.number",), (old, new), 1, mention.text + other)


def sums(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A sentence more: people, and parts that do not make them."""
    few, many = chance.randint(3, 40), chance.randint(41, 90)
    total = few + many + chance.choice((-2, 1, 5, 10))
    unit, one, two = chance.choice(
        (
            ("orang", "laki-laki", "perempuan"),
            ("penumpang", "dewasa", "anak-anak"),
            ("peserta", "guru", "siswa"),
        )
    )
    mark = chance.choice(("terdiri atas", "yakni", "terdiri dari"))
    words = f"Sebanyak {total} {unit} hadir, {mark} {many} {one} dan {few} {two}."
    yield _more("sum of parts", ("conflict.number",), reading, words)


def capitals(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A sentence more: a town called the capital of a state or province whose capital is another."""
    town, of = chance.choice(CAPITALS)
    form = chance.choice(
        (
            "Pertemuan lanjutan digelar di {town}, ibu kota {of}, tahun depan.",
            "Kegiatan serupa pernah diadakan di ibu kota {of}, {town}.",
            "{town} merupakan ibu kota {of}.",
        )
    )
    yield _more("capital", ("geography",), reading, form.format(town=town, of=of))


def announced(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A sentence more in both texts, in other words: what was announced that day, in two towns."""
    people = [m.text for m in reading.mentions if m.label == "PER" and " " in m.text]
    if not people:
        return
    here, there = chance.choice(TOWNS)
    day = spelt(published(reading) - timedelta(days=1))
    first = f"{people[0]} mengumumkan hal itu di {here}, {day}."
    second = f"Pengumuman itu disampaikan {people[0]} di {there}, {day}."
    old = as_text(reading, f"{body_of(reading).rstrip()}\n\n{first}\n")
    new = as_text(reading, f"{body_of(reading).rstrip()}\n\n{second}\n", outlet="salinan")
    yield Plant("announced elsewhere", ("conflict.where",), (old, new), 1, second)


def _more(fault: str, kinds: tuple[str, ...], reading: Reading, sentence: str) -> Plant:
    body = f"{body_of(reading).rstrip()}\n\n{sentence}\n"
    return Plant(fault, kinds, (as_text(reading, body),), 0, sentence)


PLANTERS: tuple[Planter, ...] = (
    pair("year", ("conflict.when",), years, lightly=False),
    pair("year", ("conflict.when",), years, lightly=True),
    pair("month", ("conflict.when",), months, lightly=False),
    pair("span", ("conflict.when",), spans, lightly=False),
    pair("rank", ("conflict.number",), ranks, lightly=False),
    pair("people exchanged", ("conflict.who", "conflict.direction"), exchanged, lightly=False),
    ages,
    sums,
    capitals,
    announced,
)
