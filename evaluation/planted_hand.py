"""Faults that a person planted, as newspapers slip: alone in a real article, or between two tellings of it.

The faults (`gold/planted-hand.tsv`, own work) stand off: a line of the news, offsets, and what comes there
instead. The other telling is a copy, a `short` or a `long` one, made the same way, or `retold` freely
(`gold/planted-hand-retold.jsonl`, own writing). Beside them stand `clean` copies and retellings that
contradict nothing, and two happenings of one topic, `apart`. They were planted before their author had read
the checks; those of the part `dev` were looked at since, the `held` ones were only measured.

A finding of a fitting kind whose evidence meets the fault is a hit; what else is raised is a false finding.

    python -m evaluation.planted_hand [--part dev]     prints what was missed and what is false
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.articles import NEWS, PARTS
from evaluation.plants.hand import Planting, field_of, plantings
from saksama.records import Article, Check, Reading

Span = tuple[int, int]
HOURS = ("T08:00:00+07:00", "T14:00:00+07:00")  # of the same day: the article comes first, then the telling
GROUPS = ("single", "copy", "short", "long", "retold")  # what holds a fault
KIN = {  # what a telling may be called; the longer one is the same by four fifths of its sentences
    "copy": {"copy"},
    "short": {"update", "copy"},
    "long": {"update", "copy"},
    "retold": {"rewrite"},
    "clean copy": {"copy"},
    "clean retold": {"rewrite"},
}
CHECKS = {  # the checks that may tell a fault inside one article; one between two is a `conflict`
    "weekday": {"calendar"},
    "baddate": {"calendar"},
    "future": {"calendar"},
    "holiday": {"calendar"},
    "office": {"office"},
    "place": {"geography"},
    "headline": {"headline", "conflict"},
    "first": {"history", "headline", "conflict"},
    "unnamed": {"sourcing"},
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was raised at a fault and beside it, and how two tellings were taken: one story, and kin."""

    planting: Planting
    hits: tuple[Check, ...]
    beside: tuple[Check, ...]
    together: bool
    kin: str


def measure(data: Path) -> dict[str, float]:
    """Recall and precision by part and recall by kind of telling; nothing without the news."""
    if not (data / NEWS).is_file():
        return {}
    found = outcomes(data)
    named = {part: scores([o for o in found if o.planting.part == part]) for part in PARTS}
    return {f"planted_hand.{part}.{k}": round(v, 3) for part, of in named.items() for k, v in of.items()}


def scores(found: list[Outcome]) -> dict[str, float]:
    """Shares from 0 to 1; a measure without anything to measure is left out."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for o in found:
        if o.planting.group in GROUPS:
            groups["recall"].append(bool(o.hits))
            groups[f"{o.planting.group}_recall"].append(bool(o.hits))
        if len(o.planting.texts) > 1:
            groups["stories"].append(o.together == (o.planting.group != "apart"))
        if kin := KIN.get(o.planting.group) or KIN.get(o.planting.name):
            groups["kin"].append(o.kin in kin)
    hits, wrong = sum(groups["recall"]), sum(len(o.beside) for o in found)
    shares = {name: sum(of) / len(of) for name, of in groups.items() if of}
    return {**shares, "precision": hits / (hits + wrong) if hits + wrong else 1.0}


def errors(data: Path) -> Iterator[str]:
    """What of the `dev` part was missed, by kind, and what is false."""
    if (data / NEWS).is_file():
        yield "# faults planted by hand"
        yield from told(o for o in outcomes(data) if o.planting.part == "dev")


def told(found: Iterable[Outcome]) -> Iterator[str]:
    """Misses by kind with their sentence, then every false finding with its evidence."""
    missed: dict[str, list[Outcome]] = defaultdict(list)
    wrong = []
    for o in found:
        if o.planting.group in GROUPS and not o.hits:
            missed[o.planting.name].append(o)
        wrong += [(o.planting, check) for check in o.beside]
    for name, of in sorted(missed.items(), key=lambda item: -len(item[1])):
        yield f"## {name}: {len(of)}"
        yield from (f"- {o.planting.number}: {_told(o.planting)}" for o in of)
    yield f"## false: {len(wrong)}"
    for planting, check in wrong:
        yield f"- {planting.number} {planting.name}: {check.severity} {check.explanation.en}"


def _told(planting: Planting) -> str:
    """The words around the fault."""
    field, start, end = planting.spans[0]
    text = field_of(planting.texts[-1], field)
    return " ".join(text[max(0, start - 60) : end + 60].split())


@cache
def outcomes(data: Path) -> list[Outcome]:
    """All piles read and checked, each on a desk of its own."""
    from saksama.pipeline import read_articles

    planted = plantings(data)
    articles = [_article(p, at) for p in planted for at in range(len(p.texts))]
    read = iter(list(read_articles(articles)))
    return [judged(p, [next(read) for _ in p.texts]) for p in planted]


def judged(planting: Planting, pile: list[Reading]) -> Outcome:
    """What the checks and the stories say of a pile."""
    from saksama import checks, stories
    from saksama.library.order import in_order
    from saksama.store import MemoryDesk

    desk, of = MemoryDesk(), {reading.article.id: reading for reading in pile}
    for article in in_order(reading.article for reading in pile):
        stories.add(desk, of[article.id])
    raised = checks.run(desk, stories.counted(desk))[0]
    spans = _spans(planting, pile[-1].article)
    hits = [check for check in raised if _fits(planting, check, pile[-1].article.id, spans)]
    edges = [(edge.kind, edge.from_) for story in desk.stories() for edge in story.lineage]
    kin = [kind if older == pile[0].article.id else f"{kind} turned" for kind, older in edges]
    together = any(len(story.articles) == len(pile) > 1 for story in desk.stories())
    beside = tuple(check for check in raised if check not in hits)
    return Outcome(planting, tuple(hits), beside, together, kin[0] if kin else "none")


def _fits(planting: Planting, check: Check, article: str, spans: list[Span]) -> bool:
    """An article that rests on unnamed sources alone may show it at any of them."""
    kinds = CHECKS[planting.kind.partition("-")[0]] if planting.group == "single" else {"conflict"}
    if check.kind not in kinds:
        return False
    meets = any(e.article == article and e.start < b and a < e.end for e in check.evidence for a, b in spans)
    return meets or planting.kind == "unnamed"


def _spans(planting: Planting, article: Article) -> list[Span]:
    """Where the fault stands in the article's text; `ValueError` if the text came out another."""
    found = []
    for field, start, end in planting.spans:
        text = field_of(planting.texts[-1], field)
        base = article.text.rfind(text.strip()) if field == "text" else article.text.find(text.strip())
        if base < 0:
            raise ValueError(f"the {field} of {planting.number} is not in the article as it was planted")
        base -= len(text) - len(text.lstrip())
        found.append((base + start - 1, base + end + 1))  # where words were left out, what stands around
    return found


def _article(planting: Planting, at: int) -> Article:
    from saksama.sources import from_text

    text, hour = planting.texts[at], HOURS[at]
    url = f"https://{text.outlet}.example/{planting.number}"
    return from_text(text.body, title=text.title, published=f"{text.published}{hour}", url=url)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.planted_hand", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", default="dev", choices=PARTS)
    args = parser.parse_args()
    found = [o for o in outcomes(args.data) if o.planting.part == args.part]
    print("\n".join(told(found)))
    print({name: round(value, 3) for name, value in scores(found).items()})


if __name__ == "__main__":
    main()
