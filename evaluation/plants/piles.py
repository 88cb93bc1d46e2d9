"""Faults that only a pile shows: a "first in so many years" that is none, copies of one text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from evaluation.plants import Plant, Text, as_text, body_of, published, spelt
from evaluation.plants.retell import rewritten
from saksama.records import Reading

PAIRS = (
    ("Presiden Prancis Emmanuel Macron", "Jepang"),
    ("Perdana Menteri India Narendra Modi", "Mesir"),
    ("Presiden Turki Recep Tayyip Erdogan", "Qatar"),
    ("Presiden Brasil Luiz Inacio Lula da Silva", "Portugal"),
    ("Perdana Menteri Malaysia Anwar Ibrahim", "Vietnam"),
)


def first_since(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """Two visits of one pair in two years, the later one called the first in many."""
    who, where = chance.choice(PAIRS)
    before = published(reading) - timedelta(days=chance.randint(250, 700))
    claim = chance.choice(
        (
            "Kunjungan itu merupakan yang pertama dalam {n} tahun.",
            "Lawatan tersebut adalah yang pertama dalam {n} tahun terakhir.",
            "Ini kunjungan pertamanya ke {where} sejak {year}.",
        )
    ).format(n=chance.randint(8, 24), where=where, year=before.year - chance.randint(6, 15))
    older = f"{who} mengunjungi {where} pada {spelt(before)}."
    newer = f"{who} mengunjungi {where} pada {spelt(published(reading))}. {claim}"
    then, now = (before + timedelta(1)).isoformat(), as_text(reading)
    old = Text(f"{who} Kunjungi {where}", f"{older}\n\n{rewritten(now.body)}", then, "arsip")
    new = Text(now.title, f"{now.body.rstrip()}\n\n{newer}\n", now.published, "asal")
    yield Plant("first in years", ("history",), (old, new), 1, claim)


def one_source(reading: Reading, chance: random.Random) -> Iterator[Plant]:
    """Four outlets, one text."""
    bodies = [body_of(reading)] + [rewritten(body_of(reading))] * 2
    texts = tuple(
        replace(as_text(reading, body, days=n // 2), outlet=f"koran{n}")
        for n, body in enumerate(bodies, start=1)
    )
    yield Plant("copies of one", ("sourcing",), (reading, *texts), 0, body_of(reading), anywhere=True)
