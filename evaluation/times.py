"""How well time expressions are found: spans against the IndoTimex development documents.

The documents' spans come as BIO tags over bare tokens, so the text is put together again from the
documents themselves. Three habits of that file are evened out, and the score without doing so is
given beside: a dateline cut in two ("Jumat" | ", 18 Oktober 2013") and tags that begin anew at each
token are joined, headlines (never tagged there) are left out, and "nanti" and "dulu", which are
vague adverbs, are no time expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from saksama.times import find_times

_BIO = "indotimex-bio/Timex/datasets/kompas_development_Timex.txt"
_PARTS = re.compile(r"<TIMEX3[^>]*>(.*?)</TIMEX3></DCT>.*?<TITLE>(.*?)</TITLE>.*?<TEXT>(.*?)</TEXT>", re.S)
_VAGUE = frozenset(("nanti", "dulu"))
_REACH = 60

Span = tuple[int, int]


def measure(data: Path) -> dict[str, float]:
    """Exact-span F1 on the development documents under `data`; empty where they are absent."""
    if not (data / "times" / _BIO).is_file():
        return {}
    found = {"span_f1": [0, 0, 0], "span_f1_as_given": [0, 0, 0]}
    for text, day, gold, title_end in documents(data / "times"):
        ours = {(t.start, t.end) for t in find_times(text, day)}
        _count(found["span_f1_as_given"], ours, set(gold))
        body = {span for span in ours if span[0] >= title_end}
        _count(found["span_f1"], body, even(text, gold))
    return {f"times.indotimex-dev.{name}": round(_f1(*counts), 4) for name, counts in found.items()}


def documents(folder: Path) -> Iterator[tuple[str, str, list[Span], int]]:
    """Text, day of publication, gold spans and end of the headline of each document."""
    raw = (folder / _BIO).read_bytes().decode("latin-1").replace("\r", "")
    tagged = [block.split("\n") for block in re.split(r"\n[ \t]*\n", raw) if block.strip()]
    files = sorted((folder / "indotimex-development").glob("*.tml"))
    for path, lines in zip(files, tagged, strict=True):
        parts = _PARTS.search(path.read_bytes().decode("latin-1"))
        if parts is None:
            continue
        dateline, title, body = parts.groups()
        text = f"{title}\n{dateline}\n{body}"
        name = path.stem
        yield text, f"{name[:4]}-{name[4:6]}-{name[6:8]}", _align(text, lines), len(title)


def _align(text: str, lines: list[str]) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for line in lines:
        word, _, tag = line.rpartition("\t")
        start = text.find(word, at, at + _REACH + len(word))
        if start < 0 or not word:
            continue
        at = start + len(word)
        if tag.startswith("B"):
            spans.append((start, at))
        elif tag.startswith("I") and spans:
            spans[-1] = (spans[-1][0], at)
    return spans


def even(text: str, spans: list[Span]) -> set[Span]:
    """The spans with cut ones joined and vague adverbs taken out."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return {span for span in joined if text[slice(*span)].lower() not in _VAGUE}


def _count(counts: list[int], ours: set[Span], gold: set[Span]) -> None:
    counts[0] += len(ours & gold)
    counts[1] += len(ours)
    counts[2] += len(gold)


def _f1(right: int, ours: int, gold: int) -> float:
    return 2 * right / (ours + gold) if ours + gold else 0.0
