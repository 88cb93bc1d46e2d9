"""How well time expressions are found and valued: the IndoTimex development documents.

Spans: the published tags are BIO over bare tokens, so they are laid over the documents again. The file
cuts expressions by a fault of its export: each piece of an expression's first word bears a B
("Jumat" B, "," B; "11" B "/" B "12" B). `span_f1` undoes that, leaves out headlines (never tagged
there) and the vague adverbs "nanti" and "dulu"; `span_f1_as_given` scores the tags as they stand,
`span_f1_overlap` counts any overlap with them. See docs/decisions/0008-time-expressions.md.

Values: our own labels of thirty of the documents, ``gold/indotimex-values.tsv``. `tuned` are those that
the grammar was tuned on, `held` those that were held back.

    python -m evaluation.times [--data ../shared/data]      prints what is wrong in the tuned documents
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saksama.times import find_times

_BIO = "indotimex-bio/Timex/datasets/kompas_development_Timex.txt"
_LABELS = Path(__file__).parent / "gold" / "indotimex-values.tsv"
_PARTS = re.compile(r"<TIMEX3[^>]*>(.*?)</TIMEX3></DCT>.*?<TITLE>(.*?)</TITLE>.*?<TEXT>(.*?)</TEXT>", re.S)
_VAGUE = frozenset(("nanti", "dulu"))
_REACH = 60

Span = tuple[int, int]
Valued = tuple[int, int, str, str | None]  # start, end, TIMEX3 type, value


@dataclass(frozen=True, slots=True)
class Document:
    """Headline, dateline and body; the body, from `body` on, lies at the offsets that it has in the file."""

    name: str
    day: str
    text: str
    gold: list[Span]  # the tags as given
    title_end: int
    body: int


def measure(data: Path) -> dict[str, float]:
    """F1 of spans and of spans with values; empty where the documents under `data` are absent."""
    if not (data / "times" / _BIO).is_file():
        return {}
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    labels = labelled()
    for doc in documents(data / "times"):
        found = valued(doc)
        ours = {span[:2] for span in found}
        _count(counts["span_f1_as_given"], ours, set(doc.gold))
        _overlap(counts["span_f1_overlap"], ours, doc.gold)
        _count(
            counts["span_f1"], {span for span in ours if span[0] >= doc.title_end}, even(doc.text, doc.gold)
        )
        if doc.name in labels:
            part, gold = labels[doc.name]
            body = {span for span in found if span[0] >= doc.body}
            _count(counts[f"{part}_value_f1"], body, gold)
            _count(counts[f"{part}_span_f1"], {s[:2] for s in body}, {s[:2] for s in gold})
    return {
        f"times.indotimex-dev.{name}": round(counts[name][0] / counts[name][1], 4) for name in sorted(counts)
    }


def valued(doc: Document) -> set[Valued]:
    """What the grammar finds in a document."""
    return {(t.start, t.end, t.sense.type, t.sense.value) for t in find_times(doc.text, doc.day)}


def labelled() -> dict[str, tuple[str, set[Valued]]]:
    """Our own labels by document: "tuned" or "held", and offsets into the text as `documents` gives it."""
    found: dict[str, tuple[str, set[Valued]]] = {}
    lines = _LABELS.read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith(("#", "document\t")):
            name, start, end, kind, value, _, part, _ = line.split("\t")
            found.setdefault(name, (part, set()))[1].add((int(start), int(end), kind, value))
    return found


def documents(folder: Path) -> Iterator[Document]:
    """The development documents in order of name."""
    raw = (folder / _BIO).read_bytes().decode("latin-1").replace("\r", "")
    tagged = [block.split("\n") for block in re.split(r"\n[ \t]*\n", raw) if block.strip()]
    files = sorted((folder / "indotimex-development").glob("*.tml"))
    for path, lines in zip(files, tagged, strict=True):
        source = path.read_bytes().decode("latin-1")
        parts = _PARTS.search(source)
        if parts is None:
            continue
        dateline, title, _ = parts.groups()
        # line ends before the headline bring the body to its offset in the file
        top = f"{title}\n{dateline}\n"
        first = parts.start(3) - len(top)
        text = "\n" * first + top + parts[3]
        day = f"{path.stem[:4]}-{path.stem[4:6]}-{path.stem[6:8]}"
        yield Document(path.stem, day, text, _align(text, lines, first), first + len(title), parts.start(3))


def _align(text: str, lines: list[str], at: int) -> list[Span]:
    spans: list[Span] = []
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
    """The spans with the pieces of one word joined and vague adverbs taken out."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return {span for span in joined if text[slice(*span)].lower() not in _VAGUE}


def _count(counts: list[int], ours: set[Any], gold: set[Any]) -> None:
    counts[0] += 2 * len(ours & gold)
    counts[1] += len(ours) + len(gold)


def _overlap(counts: list[int], ours: Iterable[Span], gold: Iterable[Span]) -> None:
    """Counts what touches anything of the other side, on both sides."""
    for these, those in ((ours, gold), (gold, ours)):
        held = {at for start, end in those for at in range(start, end)}
        counts[0] += sum(not held.isdisjoint(range(start, end)) for start, end in these)
        counts[1] += len(list(these))


def errors(data: Path) -> Iterator[str]:
    """A page: what differs from the labels in the tuned documents, by kind, with the words around it."""
    kinds: dict[str, list[str]] = defaultdict(list)
    labels = labelled()
    for doc in documents(data / "times"):
        part, gold = labels.get(doc.name, ("", set()))
        if part == "tuned":
            ours = {span for span in valued(doc) if span[0] >= doc.body}
            for start, end, kind, value in sorted(ours ^ gold, key=str):
                side = (
                    "ours, not in the labels" if (start, end, kind, value) in ours else "labelled, not ours"
                )
                around = f"{doc.text[start - 40 : start]}[{doc.text[start:end]}]{doc.text[end : end + 20]}"
                kinds[f"{kind} {side}"].append(f"{doc.name:<19} {value!s:<14} {' '.join(around.split())}")
    yield "# indotimex-dev, own labels, tuned documents"
    for kind, lines in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"## {kind}: {len(lines)}"
        yield from lines
        yield ""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.times", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    for line in errors(data):
        print(line)
    for name, value in measure(data).items():
        print(f"{name:<40} {value:.4f}")


if __name__ == "__main__":
    main()
