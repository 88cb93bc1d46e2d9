"""Stories and lineage of real streams: all articles of some days of a site, labelled by hand.

The labels (`gold/stories-*.tsv`, own work) stand off by the line in the news file: `stream` is fourteen days
of one site, `other` dense days of other crawls. All days of a table are added in the order in which the
program adds them, then each part is scored by itself: `dev` days were read while the rules were made, `held`
days only measured. Only the stream has its lineage labelled.

`b3` is B-cubed, `pair` counts pairs of articles in one story; pairs of which a reader could say otherwise are
left out. Two large stories hold half of all pairs, so `pair_small` leaves the two largest of a part out.
Lineage is right where the edge has both ends and the kind; edges that no label is about count as wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.articles import GOLD, NEWS, PARTS, Tally, table
from evaluation.clusters import Counts, b_cubed
from saksama.records import Reading
from saksama.store import MemoryDesk

KINDS = ("copy", "update", "rewrite")
TABLES = {"stream": "", "other": "other_"}  # what a measure's name has before its part
Pair = frozenset[int]


@dataclass(frozen=True)
class Gold:
    """Story and part by line, pairs left out, and (from, to) with kind and sureness."""

    story: dict[int, str]
    part: dict[int, str]
    unsure: set[Pair]
    kin: dict[tuple[int, int], tuple[str, bool]]


@dataclass(frozen=True)
class Told:
    """What the program made of it: story by line, edges with their kind."""

    story: dict[int, str]
    edges: dict[tuple[int, int], str]


def measure(data: Path) -> dict[str, float]:
    """The scores of both parts, from 0 to 1; nothing without the news."""
    if not (data / NEWS).is_file():
        return {}
    found: dict[str, float] = {}
    for name, prefix in TABLES.items():
        labels = gold(name)
        told = add_all(readings(data, labels))
        for part in PARTS:
            lines = [line for line, of in labels.part.items() if of == part]
            found.update({f"stories.{prefix}{part}.{k}": v for k, v in scores(labels, told, lines).items()})
    return found


def errors(data: Path) -> Iterator[str]:
    """The labelled stories of the `dev` parts that were cut, and those found that hold several."""
    if not (data / NEWS).is_file():
        return
    for name in TABLES:
        labels = gold(name)
        read = readings(data, labels)
        yield f"# stories, {name}"
        yield from mistakes(labels, add_all(read), read)


def mistakes(labels: Gold, told: Told, read: dict[int, Reading]) -> Iterator[str]:
    """Both kinds of mistake in the `dev` part, each with the headlines."""
    titles = {line: reading.article.headline for line, reading in read.items()}
    lines = [line for line, of in labels.part.items() if of == "dev"]
    for kind, whole, parts in (("cut", labels.story, told.story), ("mixed", told.story, labels.story)):
        wrong = [group for group in clusters(whole, lines) if len({parts[line] for line in group}) > 1]
        yield f"## {kind}: {len(wrong)}"
        for group in wrong:
            yield "\n".join(f"- {parts[line]} {titles[line]}" for line in sorted(group)) + "\n"


def gold(name: str = "stream") -> Gold:
    """The labels of one table, a key of `TABLES`."""
    rows = list(table(GOLD, f"stories-{name}"))
    kin = table(GOLD, "stories-lineage") if name == "stream" else ()
    return Gold(
        {int(row["line"]): row["story"] for row in rows},
        {int(row["line"]): row["part"] for row in rows},
        {
            frozenset((int(row["line_a"]), int(row["line_b"])))
            for row in table(GOLD, f"stories-{name}-unsure")
        },
        {(int(row["from"]), int(row["to"])): (row["kind"], row["sure"] == "1") for row in kin},
    )


def readings(data: Path, labels: Gold) -> dict[int, Reading]:
    """The stream through the per-article stages, in the order of adding, by line."""
    from evaluation.articles import news
    from saksama.library.order import in_order
    from saksama.pipeline import read_articles

    lines = list(labels.story)
    articles = news(data, lines)
    line_of = {article.id: line for line, article in zip(lines, articles, strict=True)}
    return {line_of[r.article.id]: r for r in read_articles(in_order(articles))}


def add_all(read: dict[int, Reading]) -> Told:
    """The stream on a desk, one article after the other."""
    from saksama import stories

    desk = MemoryDesk()
    for reading in read.values():
        stories.add(desk, reading)
    line = {reading.article.id: number for number, reading in read.items()}
    return Told(
        {line[article]: story.id for story in desk.stories() for article in story.articles},
        {(line[e.from_], line[e.to]): e.kind for story in desk.stories() for e in story.lineage},
    )


def scores(labels: Gold, told: Told, lines: list[int]) -> dict[str, float]:
    """B-cubed, pairs, pairs without the two largest stories, lineage."""
    found = {}
    large = {story for story, _ in Counter(labels.story[line] for line in lines).most_common(2)}
    small = [line for line in lines if labels.story[line] not in large]
    counts = b_cubed(clusters(labels.story, lines), clusters(told.story, lines))
    found.update(_of_counts("b3", counts))
    for name, chosen in (("pair", lines), ("pair_small", small)):
        found.update({f"{name}_{k}": v for k, v in _pairs(labels, told, chosen).scores().items()})
    if labels.kin:
        kinds = _kin(labels, told, set(lines))
        found.update({f"{kind}_f1": tally.scores()["f1"] for kind, tally in kinds.items()})
    return found


def clusters(story: dict[int, str], lines: Iterable[int]) -> list[frozenset[int]]:
    """The lines by story."""
    groups: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        groups[story[line]].add(line)
    return [frozenset(group) for group in groups.values()]


def _of_counts(name: str, counts: Counts) -> dict[str, float]:
    return {f"{name}_f1": counts.f1, f"{name}_precision": counts.precision, f"{name}_recall": counts.recall}


def _pairs(labels: Gold, told: Told, lines: list[int]) -> Tally:
    tally = Tally()
    for one, other in combinations(lines, 2):
        if frozenset((one, other)) not in labels.unsure:
            wanted = labels.story[one] == labels.story[other]
            found = told.story[one] == told.story[other]
            tally.right += wanted and found
            tally.missed += wanted and not found
            tally.wrong += found and not wanted
    return tally


def _kin(labels: Gold, told: Told, lines: set[int]) -> dict[str, Tally]:
    """By kind, and of all kinds together; pairs that a reader could judge otherwise are left out."""
    tallies = {name: Tally() for name in (*KINDS, "lineage")}
    wanted = {p: kind for p, (kind, sure) in labels.kin.items() if sure and kind != "none"}
    unsure = {frozenset(pair) for pair, (_, sure) in labels.kin.items() if not sure}
    for pair in {*wanted, *told.edges}:
        if lines.issuperset(pair) and frozenset(pair) not in unsure:
            should, found = wanted.get(pair), told.edges.get(pair)
            for name in KINDS:
                _tell(tallies[name], should == name, found == name)
            _tell(tallies["lineage"], should is not None, found == should)
            tallies["lineage"].wrong += found is not None and found != should
    return {name: tally for name, tally in tallies.items() if tally.right + tally.missed + tally.wrong}


def _tell(tally: Tally, should: bool, found: bool) -> None:
    tally.right += should and found
    tally.missed += should and not found
    tally.wrong += found and not should
