"""A real article told again: whole, or lightly rewritten by rule, with a place to keep a fault in."""

from __future__ import annotations

import re

from evaluation.plants import body_sentences
from saksama.records import Reading

# Words that an editor changes without changing what is told. Own work, Apache-2.0.
WORDS = {
    "mengatakan": "menyatakan",
    "menyampaikan": "mengemukakan",
    "menjelaskan": "menerangkan",
    "kata": "ujar",
    "ujar": "tutur",
    "tutur": "kata",
    "telah": "sudah",
    "sudah": "telah",
    "akan": "bakal",
    "karena": "sebab",
    "namun": "tetapi",
    "tetapi": "namun",
    "serta": "dan",
    "guna": "untuk",
    "agar": "supaya",
    "sebanyak": "sejumlah",
    "melakukan": "menjalankan",
    "melaksanakan": "menggelar",
    "menggelar": "mengadakan",
    "tersebut": "itu",
    "ketika": "saat",
    "saat": "ketika",
    "juga": "pun",
    "hanya": "cuma",
    "seperti": "sebagaimana",
    "sangat": "amat",
    "besar": "luas",
    "membantu": "menolong",
    "mendukung": "menyokong",
    "diharapkan": "diinginkan",
    "melalui": "lewat",
    "terhadap": "kepada",
    "berbagai": "aneka",
    "sejumlah": "beberapa",
    "merupakan": "adalah",
    "menjadi": "jadi",
    "terjadi": "berlangsung",
    "masyarakat": "warga",
    "seluruh": "semua",
    "pemerintah": "pihak pemerintah",
}
_WORD = re.compile(r"[A-Za-z]+")
KEPT = 3  # of four sentences


def retold(reading: Reading, span: tuple[int, int], words: str) -> tuple[str, str] | None:
    """A rewritten body with other words in a span, and the sentence that holds them; None if too short."""
    text = reading.article.text
    told, fault = [], ""
    sentences = body_sentences(reading)
    paragraph = sentences[0].paragraph if sentences else 0
    for number, sentence in enumerate(sentences):
        if sentence.start <= span[0] < sentence.end:
            left, right = text[sentence.start : span[0]], text[span[1] : sentence.end]
            fault = rewritten(left) + words + rewritten(right)
            line = fault
        elif number % (KEPT + 1) == KEPT:
            continue
        else:
            line = rewritten(text[sentence.start : sentence.end])
        gap = "" if not told else " " if sentence.paragraph == paragraph else "\n\n"
        paragraph = sentence.paragraph
        told.append(gap + line)
    return ("".join(told) + "\n", fault) if fault and len(told) >= KEPT else None


def rewritten(text: str) -> str:
    """Every known word replaced by its like; capitals and names stay."""
    return _WORD.sub(lambda m: WORDS.get(m[0], m[0]), text)
