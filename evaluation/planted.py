"""Known faults planted in real articles: which of them the checks find, and what they raise beside them.

Everything is made at run time from the news, with fixed seeds; no text is kept. Of each kind of fault some
are planted in the `dev` articles, which were looked at while the checks were written, and some in the
`held` ones, which were only measured. A finding of the right kind whose evidence overlaps the fault is a
hit. Of what else is raised in the same pile everything is a false alarm, but for what the article itself,
as it was, already gave alone.

    python -m evaluation.planted [--part dev|held] [--fault WORDS]     prints every miss and false alarm
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from evaluation.news import NEWS
from evaluation.plants import Plant, Planter, Text, copies, dates, piles, single, slips
from saksama import checks, stories
from saksama.errors import SaksamaError
from saksama.pipeline import read_articles
from saksama.records import Article, Check, Reading
from saksama.sources import from_text
from saksama.store import MemoryDesk

PARTS = {"dev": 61, "held": 62}
BASES, MOST, LONG = 140, 8, 4000  # articles a part, plants a fault and part, characters of a base
PLANTERS: tuple[Planter, ...] = (
    *(dates.weekday, dates.no_such_day, dates.future, dates.observed),
    *(single.holder, single.office, single.state, single.province),
    *(single.quantifier, single.question, single.figure),
    *copies.PLANTERS,
    *(piles.first_since, piles.one_source),
    *slips.PLANTERS,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plant, what was raised at it, and what beside it."""

    plant: Plant
    hits: tuple[Check, ...]
    beside: tuple[Check, ...]
    texts: tuple[Article, ...]


def measure(data: Path) -> dict[str, float]:
    """Recall and precision by part, and of each check over both parts."""
    if not (data / NEWS).is_file():
        return {}
    outcomes = {part: list(run(data, part)) for part in PARTS}
    found: dict[str, float] = {}
    for part, of in outcomes.items():
        found |= {f"planted.{part}.{name}": value for name, value in scores(of).items()}
    both = [o for of in outcomes.values() for o in of]
    for kind in sorted({o.plant.kinds[0] for o in both}):
        of_kind = [o for o in both if o.plant.kinds[0] == kind]
        hits = sum(bool(o.hits) for o in of_kind)
        wrong = sum(name(check) == kind for o in both for check in o.beside)
        found[f"planted.{kind}.recall"] = round(hits / len(of_kind), 3)
        found[f"planted.{kind}.precision"] = round(hits / (hits + wrong), 3) if hits + wrong else 1.0
    return found


def scores(outcomes: list[Outcome]) -> dict[str, float]:
    """The share of the faults that were found, and of the findings that were of a fault."""
    hits = sum(bool(o.hits) for o in outcomes)
    wrong = sum(len(o.beside) for o in outcomes)
    return {
        "recall": round(hits / len(outcomes), 3) if outcomes else 1.0,
        "precision": round(hits / (hits + wrong), 3) if hits + wrong else 1.0,
    }


def run(data: Path, part: str, only: str = "") -> Iterator[Outcome]:
    """Plant, read, check."""
    bases = {reading.article.id: reading for reading in readings(data, part)}
    for plant in planted(list(bases.values()), PARTS[part]):
        if only in plant.fault:
            yield judged(plant, read(plant))


@lru_cache(maxsize=4)
def readings(data: Path, part: str) -> tuple[Reading, ...]:
    """The dated articles of a part that are no fact-checks and not too long, read."""
    with gzip.open(data / NEWS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if "cekfakta" not in row["src"] and row["date"] and len(row["text"]) < LONG]
    picked = random.Random(PARTS[part]).sample(rows, BASES)
    articles = []
    for row in picked:
        try:
            title, day, url = row["title"] or None, row["date"], row["url"]
            articles.append(from_text(row["text"], title=title, published=day, url=url))
        except SaksamaError:
            continue
    day = (r for r in read_articles(articles) if r.article.dated and len(r.article.published or "") >= 10)
    return tuple(r for r in day if len(r.sentences) > 5)


def planted(bases: list[Reading], seed: int) -> Iterator[Plant]:
    """Of each kind of fault the first few that the articles allow, one an article."""
    for number, planter in enumerate(PLANTERS):
        chance = random.Random(seed * 1000 + number)
        order = chance.sample(bases, len(bases))
        first = (next(planter(reading, chance), None) for reading in order)
        made = [plant for plant in first if plant]
        yield from made[:MOST]


def read(plant: Plant) -> list[Reading]:
    """The pile of a plant, read."""
    new = [_article(text, n) for n, text in enumerate(plant.texts) if isinstance(text, Text)]
    fresh = iter(list(read_articles(new)))
    return [next(fresh) if isinstance(text, Text) else text for text in plant.texts]


def judged(plant: Plant, pile: list[Reading]) -> Outcome:
    """What the checks say of a pile."""
    articles, raised = [reading.article for reading in pile], _raised(pile)
    target = articles[plant.where]
    start = target.text.find(plant.words)
    at = (start, start + len(plant.words)) if start >= 0 else (0, len(target.text))
    near = [c for c in raised if plant.anywhere or _overlaps(c, target.id, at)]
    hits = [c for c in near if {c.kind, name(c)} & set(plant.kinds)]
    beside = [c for c in raised if c not in near and not _alone(c)]
    return Outcome(plant, tuple(hits), tuple(beside), tuple(articles))


def name(check: Check) -> str:
    return f"{check.kind}.{check.slot}" if check.slot else check.kind


def _alone(check: Check) -> bool:
    """A finding of one article away from the fault is the article's own: `news` measures those."""
    return len({e.article for e in check.evidence}) == 1


def _overlaps(check: Check, article: str, span: tuple[int, int]) -> bool:
    return any(e.article == article and e.start < span[1] and span[0] < e.end for e in check.evidence)


def _article(text: Text, number: int) -> Article:
    url = f"https://{text.outlet}.example/{number}-{abs(hash_of(text.body))}"
    return from_text(text.body, title=text.title, published=text.published, url=url)


def hash_of(text: str) -> int:
    """The same number for the same text in every process."""
    import zlib

    return zlib.crc32(text.encode())


def _raised(pile: list[Reading]) -> list[Check]:
    desk = MemoryDesk()
    for reading in pile:
        stories.add(desk, reading)
    return checks.run(desk, stories.counted(desk))[0]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.planted", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", default="dev", choices=sorted(PARTS))
    parser.add_argument("--fault", default="", help="faults whose name holds this")
    args = parser.parse_args()
    outcomes = list(run(args.data, args.part, args.fault))
    for outcome in outcomes:
        for line in told(outcome):
            print(line)
    print(scores(outcomes))
    print(Counter(o.plant.fault for o in outcomes if o.hits), Counter(o.plant.fault for o in outcomes))


def told(outcome: Outcome) -> Iterator[str]:
    """A miss with its words, and every false alarm with its evidence."""
    if not outcome.hits:
        yield f"MISSED {outcome.plant.fault}: {' '.join(outcome.plant.words.split())[:300]}"
    for check in outcome.beside:
        yield f"BESIDE {outcome.plant.fault}: {check.severity} {name(check)} {check.explanation.en}"
        yield from (f"    {e.article[:30]}: {' '.join(e.text.split())[:300]}" for e in check.evidence)


if __name__ == "__main__":
    main()
