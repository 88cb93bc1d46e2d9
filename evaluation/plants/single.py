"""Faults inside one article: an office, a place, a headline."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

from evaluation.plants import Plant, Text, as_text, body_of, body_sentences, changed, inside, published
from saksama import edtf
from saksama.actors.knowledge import load
from saksama.records import Mention, Reading, TitleClaim

ALL = ("seluruh", "semua", "segenap", "setiap", "tiap")
ABROAD = ("Jerman", "Brasil", "Kanada", "Mesir", "Australia", "Norwegia", "Vietnam")
PROVINCES = ("Aceh", "Papua", "Sulawesi Utara", "Bali", "Kalimantan Timur", "Lampung", "Jawa Timur")
MINISTRIES = ("Menteri Pertahanan", "Menteri Luar Negeri", "Menteri Keuangan", "Menteri Perdagangan")
CROWDS = (
    "warga",
    "pejabat",
    "anggota",
    "pemain",
    "siswa",
    "orang",
    "pedagang",
    "kepala",
    "gubernur",
    "bupati",
    "polisi",
    "mahasiswa",
    "pihak",
    "petani",
    "korban",
    "menteri",
    "guru",
)
QUESTIONS = (
    "Langgar Konstitusi?",
    "Dibatalkan Mahkamah?",
    "Terancam Bangkrut?",
    "Mundur dari Jabatan?",
    "Digugat ke Arbitrase?",
)


def holder(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A title with the name of somebody who held the office long before."""
    day = published(reading)
    for claim, person in _titled(reading):
        before = [
            office
            for office in load().offices()
            if (office.role, office.for_) == (claim.role, claim.for_) and office.person != claim.person
            if (ended := edtf.parse(office.to)) and ended.latest and ended.latest < day - timedelta(days=400)
            if office.from_ and edtf.before("1990", office.from_)
        ]
        names = sorted({actor.name for o in before if (actor := load().actor(o.person))})
        if names:
            body, words = changed(reading, person.start, person.end, chance.choice(names))
            yield Plant("officeholder", ("office",), (as_text(reading, body),), 0, words)


def office(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A minister under the title of another ministry."""
    for claim, person in _titled(reading):
        span = claim.evidence
        if not span.text.startswith("Menteri ") or person.start < span.start:
            continue
        other = chance.choice([title for title in MINISTRIES if title not in span.text])
        end = person.start if person.start < span.end else span.end
        gap = reading.article.text[end - 1 : end] if end == person.start else ""
        body, words = changed(reading, span.start, end, other + gap)
        yield Plant("office", ("office",), (as_text(reading, body),), 0, words)


def _titled(reading: Reading) -> Iterator[tuple[TitleClaim, Mention]]:
    """Title claims in force by the record, with the name that bears them."""
    for claim in reading.titles:
        at = inside(reading, claim.evidence.start)
        if claim.excused or at is None or reading.article.published is None:
            continue
        now = load().holders(claim.role, claim.for_, reading.article.published)
        person = next(
            (m for m in reading.mentions if m.actor == claim.person and _named_in(m, at.index)), None
        )
        if person and any(o.person == claim.person for o in now):
            yield claim, person


def _named_in(mention: Mention, sentence: int) -> bool:
    return mention.label == "PER" and mention.sentence == sentence


def state(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A city put in another country."""
    for mention in _places(reading):
        (place,) = load().place(mention.text)
        country = chance.choice(ABROAD)
        words = f"{mention.text}, {country}"
        body, words = changed(reading, mention.start, mention.end, words)
        if place.country != "DEU":
            yield Plant("place in another state", ("geography",), (as_text(reading, body),), 0, words)


def province(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """An Indonesian city put in a province at the other end of the country."""
    for mention in _places(reading):
        (place,) = load().place(mention.text)
        far = [n for n in PROVINCES if (km := _km(place, n)) is not None and km > 1200]
        if place.country == "IDN" and far:
            words = f"{mention.text}, {chance.choice(far)}"
            body, words = changed(reading, mention.start, mention.end, words)
            yield Plant("place in another province", ("geography",), (as_text(reading, body),), 0, words)


def _km(place: object, name: str) -> float | None:
    from dataclasses import replace

    from saksama.records import Place

    assert isinstance(place, Place)
    (other,) = load().place(name)
    return replace(place, wide=False).km_to(replace(other, wide=False))


def _places(reading: Reading) -> Iterator[Mention]:
    text = reading.article.text
    for mention in reading.mentions:
        if mention.label != "LOC" or load().place_is_vague(mention.text):
            continue
        free = text[max(0, mention.start - 3) : mention.start].endswith("di ")
        places = load().place(mention.text)
        ends = text[mention.end : mention.end + 1] in (" ", ".")
        if free and ends and len(places) == 1 and not places[0].wide and inside(reading, mention.start):
            yield mention


def quantifier(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """ "Seluruh warga" in the headline, of whom the text says no such thing."""
    texts = [reading.article.text[s.start : s.end].lower() for s in body_sentences(reading)]
    head = reading.article.headline
    for word in head.split():
        crowd = word.strip(",.:?!").lower()
        told = [text for text in texts if crowd in text]
        if crowd in CROWDS and told and not any(q in text for text in told for q in ALL):
            told = f"{chance.choice(('Seluruh', 'Semua', 'Segenap'))} {word}"
            yield _titled_anew(reading, head.replace(word, told, 1), "quantified headline")


def question(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A question at the end of the headline, which the text never takes up."""
    asked = chance.choice(QUESTIONS)
    root = asked.lower().split()[0][2:6]
    head = reading.article.headline
    if head and "?" not in head and root not in body_of(reading).lower():
        yield _titled_anew(reading, f"{head.rstrip('.!')}, {asked}", "asking headline")


def figure(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """A number of the headline made greater than the text has it."""
    title = reading.article.title
    for quantity in reading.quantities:
        if title is None or quantity.start >= title.end or not quantity.unit:
            continue
        same = [q for q in reading.quantities if (q.value, q.unit) == (quantity.value, quantity.unit)]
        told = [q for q in same if q.start > title.end and 2 <= q.value <= 900]
        digits = str(int(quantity.value))
        if told and digits in quantity.text:
            greater = quantity.text.replace(digits, str(int(quantity.value * chance.choice((2, 3)) + 1)))
            head = reading.article.headline
            at = quantity.start - title.start
            anew = head[:at] + greater + head[at + len(quantity.text) :]
            yield _titled_anew(reading, anew, "greater headline")


def _titled_anew(reading: Reading, head: str, fault: str) -> Plant:
    text = as_text(reading)
    return Plant(fault, ("headline",), (Text(head, text.body, text.published, text.outlet),), 0, head)
