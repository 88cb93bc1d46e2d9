"""Events and statements of real foreign-news articles, labelled by hand after the project's conventions.

The labels (`gold/news-*.tsv`, own work) stand off: an article is a line of the news file, everything else
offsets into its `Article.text`, so that no sentence is repeated here. `dev` articles were read while the
rules were written; `held` ones were only measured.

An event is right if its sentence, type, actors and recipients are (codes of those acted for); a statement
if its content overlaps by 80%, its kind is the same and its speaker is the one labelled. Labels marked as
unsure, and what is found where they stand, count neither way.
"""

from __future__ import annotations

import csv
import gzip
import re
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from saksama.records import Article, EventMention, Participant, Reading, Statement

GOLD = Path(__file__).with_name("gold")
NEWS = Path("news") / "indonesian-news.jsonl.gz"
PARTS = ("dev", "held")
_OVERLAP = 0.8
Row = Mapping[str, str]


@dataclass
class Tally:
    """How many were right, missed, and found without a label."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def scores(self) -> dict[str, float]:
        found, wanted = self.right + self.wrong, self.right + self.missed
        return {
            "f1": 2 * self.right / (found + wanted) if found + wanted else 0.0,
            "precision": self.right / found if found else 0.0,
            "recall": self.right / wanted if wanted else 0.0,
        }


@dataclass
class Labelled:
    """An article with what was labelled in it and what was read."""

    line: int
    part: str
    reading: Reading
    events: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)


def measure(data: Path) -> dict[str, float]:
    """The scores of both parts, from 0 to 1; nothing without the news."""
    if not (data / NEWS).is_file():
        return {}
    found: dict[str, float] = {}
    articles = labelled(data)
    for part in PARTS:
        chosen = [a for a in articles if a.part == part]
        for name, tally in tallies(chosen).items():
            found.update({f"articles.{part}.{name}_{k}": v for k, v in tally.scores().items()})
        found[f"articles.{part}.event_status_macro_f1"] = status_macro(chosen)
    return found


def errors(data: Path) -> Iterator[str]:
    """What is wrong and what is missed in the `dev` articles by kind; see `evaluation.articles_errors`."""
    from evaluation import articles_errors

    if (data / NEWS).is_file():
        yield from articles_errors.page(article for article in labelled(data) if article.part == "dev")


def labelled(data: Path) -> list[Labelled]:
    """The labelled articles through the whole pipeline; `ValueError` if a text is not the one labelled."""
    from saksama.pipeline import read_articles

    rows = list(table(GOLD, "news-articles"))
    read = read_articles(news(data, [int(row["line"]) for row in rows]))
    by_line = {}
    for row, reading in zip(rows, read, strict=True):
        if zlib.crc32(reading.article.text.encode()) != int(row["crc32"]):
            raise ValueError(f"line {row['line']} of the news is not the text that was labelled")
        by_line[row["line"]] = Labelled(int(row["line"]), row["part"], reading)
    for row in table(GOLD, "news-events"):
        by_line[row["line"]].events.append(row)
    for row in table(GOLD, "news-statements"):
        by_line[row["line"]].statements.append(row)
    return list(by_line.values())


def tallies(articles: Iterable[Labelled]) -> dict[str, Tally]:
    """By measure: events (all four, and with their type alone), statements direct and indirect."""
    found: dict[str, Tally] = defaultdict(Tally)
    for article in articles:
        for name, key in (("event", is_whole), ("event_type", _typed)):
            _count(found[name], *_paired(article, key))
        for direct in (True, False):
            _count_statements(found["direct" if direct else "indirect"], article, direct)
    return found


def event_pairs(article: Labelled) -> list[tuple[Row, EventMention]]:
    """Labelled events with the found ones of the same sentence and type, the best fitting first."""
    left = list(article.reading.events)
    pairs = []
    for row in article.events:
        same = [e for e in left if _in(row, e) and e.type == row["type"]]
        if same:
            best = max(same, key=lambda e: (sides(e) == gold_sides(row), _overlap(row, e)))
            left.remove(best)
            pairs.append((row, best))
    return pairs


def status_macro(articles: Iterable[Labelled]) -> float:
    """Mean F1 over the statuses, of the events found with their type."""
    from evaluation.events import macro

    pairs = [(row["status"], e.status) for a in articles for row, e in event_pairs(a) if row["sure"] == "1"]
    return macro(pairs)


def speaker_is(statement: Statement, name: str, reading: Reading) -> bool:
    """Whether a statement's speaker, resolved or as written, is the one of this name."""
    wanted = _words(name)
    told = statement.speaker_text.text if statement.speaker_text else ""
    names = [_name_of(statement.speaker, reading), told]
    if not wanted:
        return not told and not statement.speaker
    return any(
        mine and (mine <= wanted or wanted <= mine or len(mine & wanted) > 1) for mine in map(_words, names)
    )


def _count(tally: Tally, gold: list[bool], found: list[bool]) -> None:
    tally.right += sum(gold)
    tally.missed += len(gold) - sum(gold)
    tally.wrong += len(found) - sum(found)


def _paired(article: Labelled, same: Callable[[Row, EventMention], bool]) -> tuple[list[bool], list[bool]]:
    """Whether each sure label was found, and whether each found event has a label; unsure ones left out."""
    left = list(article.reading.events)
    gold = []
    for row in sorted(article.events, key=lambda row: row["sure"], reverse=True):
        fits = [e for e in left if _in(row, e) and same(row, e)]
        if row["sure"] == "1":
            gold.append(bool(fits))
        elif not fits:
            fits = [e for e in left if _in(row, e) and _typed(row, e)]
        if fits:
            left.remove(max(fits, key=lambda e: _overlap(row, e)))
    return gold, [True] * sum(gold) + [False] * len(left)


def is_whole(row: Row, event: EventMention) -> bool:
    """Whether type, actors and recipients are the labelled ones."""
    return _typed(row, event) and sides(event) == gold_sides(row)


def _typed(row: Row, event: EventMention) -> bool:
    return event.type == row["type"]


def _in(row: Row, event: EventMention) -> bool:
    return event.evidence.start <= int(row["start"]) < event.evidence.end


def _overlap(row: Row, event: EventMention) -> int:
    return min(int(row["end"]), event.trigger.end) - max(int(row["start"]), event.trigger.start)


def sides(event: EventMention) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of actors and recipients."""
    return _codes(event.actors), _codes(event.recipients)


def gold_sides(row: Row) -> tuple[frozenset[str], frozenset[str]]:
    """The labelled codes of actors and recipients."""
    return frozenset(row["actors"].split()), frozenset(row["recipients"].split())


def _codes(members: Iterable[Participant]) -> frozenset[str]:
    return frozenset(p.acts_for for p in members if p.acts_for)


def _count_statements(tally: Tally, article: Labelled, direct: bool) -> None:
    """Labels of one kind against all that was found; what meets an unsure label is left aside."""
    rows = [row for row in article.statements if (row["direct"] == "1") == direct]
    sure = [row for row in rows if row["sure"] == "1"]
    unsure = [row for row in article.statements if row["sure"] != "1"]
    left = [s for s in article.reading.statements if s.direct == direct]
    for row in sure:
        hit = next((s for s in left if is_said(row, s, article.reading)), None)
        tally.right += hit is not None
        tally.missed += hit is None
        if hit:
            left.remove(hit)
    tally.wrong += sum(not any(_said(row, s, 0.3) for row in unsure) for s in left)


def _said(row: Row, statement: Statement, least: float = _OVERLAP) -> bool:
    start, end = int(row["start"]), int(row["end"])
    shared = min(end, statement.content.end) - max(start, statement.content.start)
    return shared >= least * max(end - start, statement.content.end - statement.content.start)


def is_said(row: Row, statement: Statement, reading: Reading) -> bool:
    """Whether a statement is the labelled one: words, kind and speaker."""
    same = statement.direct == (row["direct"] == "1") and _said(row, statement)
    return same and speaker_is(statement, row["speaker"], reading)


def _name_of(actor: str | None, reading: Reading) -> str:
    from saksama.actors.knowledge import load

    if actor is None:
        return ""
    own = next((a for a in reading.actors if a.id == actor), None) or load().actor(actor)
    return own.name if own else actor


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower()))


def news(data: Path, lines: Iterable[int]) -> list[Article]:
    """The articles of some lines of the news, counted from 0, as the sources read them."""
    from saksama.sources import load

    texts = _lines(data / NEWS)
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "labelled.jsonl")
        pile.write_text("".join(texts[line] for line in lines), encoding="utf-8")
        return [item for item in load(str(pile)) if isinstance(item, Article)]


@cache
def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return list(file)


def table(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a file of labels, its comment lines left out."""
    with (folder / f"{name}.tsv").open(encoding="utf-8") as file:
        yield from csv.DictReader((row for row in file if not row.startswith("#")), delimiter="\t")
