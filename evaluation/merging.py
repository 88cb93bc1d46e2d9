"""One event out of many mentions: what one happening told in several articles becomes on the desk.

Two sets of labels, both own work. `gold/merging-mentions.tsv` stands off: mentions in real articles of one
pile (a line of the news file, offsets into `Article.text`), those of one happening under one letter.
`gold/merging-piles.yaml` holds small invented piles: one happening in other words, and traps.

Each pile is one story on a desk of its own, so that how articles are placed does not count here. A label
counts where the program found a mention whose trigger it meets; what the program does not find is the room
of `events`, and only told as `found`. Then: `pair` counts pairs of mentions, `b3` is B-cubed, `told_once` is
the share of happenings told in several articles that came out as exactly one event and nothing else, `apart`
the share of piles with several happenings in which no event holds two of them. `dev` piles were read while
the rules were made, `held` ones only measured.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from evaluation.articles import GOLD, NEWS, PARTS, Tally, news, table
from evaluation.clusters import Counts, b_cubed
from saksama.records import Article, Event, Reading, Story

_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


@dataclass(frozen=True, slots=True)
class Label:
    """A mention of a happening: offsets into the text of an article."""

    article: str
    start: int
    end: int
    happening: str


@dataclass(frozen=True, slots=True)
class Pile:
    """Articles with the mentions that are labelled in them."""

    name: str
    part: str
    articles: tuple[Article, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of a happening that the program found, and the event into which it put it."""

    label: Label
    event: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pile with what was found of it."""

    pile: Pile
    found: tuple[Found, ...]


def measure(data: Path) -> dict[str, float]:
    """The scores of both parts, from 0 to 1; the invented piles by themselves, and the real articles."""
    measured: dict[str, float] = {}
    for source, all_piles in (("pile", piles()), ("news", tuple(stories(data)))):
        for part in PARTS if all_piles else ():
            outcomes = [run(pile) for pile in all_piles if pile.part == part]
            measured |= {f"merging.{source}.{part}.{k}": v for k, v in scores(outcomes).items()}
    return measured


def errors(data: Path) -> Iterator[str]:
    """The happenings of the `dev` part that were cut, and the events that hold several."""
    yield "# merging"
    outcomes = [run(pile) for pile in (*piles(), *stories(data)) if pile.part == "dev"]
    for kind in ("cut", "mixed"):
        wrong = [text for outcome in outcomes for text in _wrong(outcome, kind)]
        yield f"## {kind}: {len(wrong)}"
        yield from wrong


def scores(outcomes: list[Outcome]) -> dict[str, float]:
    """See the module; all over the mentions of all piles."""
    counts, pairs, once, apart = Counts(), Tally(), [], []
    for outcome in outcomes:
        wanted, got = by_happening(outcome), by_event(outcome)
        counts += b_cubed([frozenset(w) for w in wanted.values()], [frozenset(g) for g in got.values()])
        _count_pairs(pairs, outcome.found)
        once += [_is_once(told, got) for told in wanted.values() if len({f.label.article for f in told}) > 1]
        if len(wanted) > 1:
            apart.append(all(len({f.label.happening for f in group}) == 1 for group in got.values()))
    labels = sum(len(outcome.pile.labels) for outcome in outcomes)
    return {
        "b3_f1": counts.f1,
        **{f"pair_{name}": value for name, value in pairs.scores().items()},
        "told_once": sum(once) / len(once) if once else 1.0,
        "apart": sum(apart) / len(apart) if apart else 1.0,
        "found": sum(len({f.label for f in o.found}) for o in outcomes) / labels if labels else 0.0,
    }


def by_happening(outcome: Outcome) -> dict[str, list[Found]]:
    return _grouped(outcome.found, [f.label.happening for f in outcome.found])


def by_event(outcome: Outcome) -> dict[str, list[Found]]:
    return _grouped(outcome.found, [f.event for f in outcome.found])


def _grouped(found: tuple[Found, ...], names: list[str]) -> dict[str, list[Found]]:
    groups: dict[str, list[Found]] = defaultdict(list)
    for one, name in zip(found, names, strict=True):
        groups[name].append(one)
    return groups


def _count_pairs(tally: Tally, found: tuple[Found, ...]) -> None:
    for one, other in combinations(found, 2):
        wanted = one.label.happening == other.label.happening
        merged = one.event == other.event
        tally.right += wanted and merged
        tally.missed += wanted and not merged
        tally.wrong += merged and not wanted


def _is_once(told: list[Found], events: dict[str, list[Found]]) -> bool:
    """Whether all tellings of a happening are one event, which tells nothing else."""
    return set(events[told[0].event]) == set(told)


def run(pile: Pile) -> Outcome:
    """The pile as one story on a desk of its own, in the order in which the program adds."""
    from saksama.library.order import in_order
    from saksama.pipeline import read_articles

    return merged(pile, read_articles(in_order(pile.articles)))


def merged(pile: Pile, readings: Iterable[Reading]) -> Outcome:
    """What becomes of the mentions of a pile's readings."""
    from saksama.store import MemoryDesk
    from saksama.stories.merge import merge_events

    desk = MemoryDesk()
    story = Story(pile.name, pile.name, (), ())
    for reading in readings:
        desk.put(reading, {}, ())
        story = replace(story, articles=(*story.articles, reading.article.id))
        desk.put_story(story)
        merge_events(desk, reading)
    return Outcome(pile, tuple(_found(pile.labels, desk.events())))


def _found(labels: tuple[Label, ...], events: tuple[Event, ...]) -> Iterator[Found]:
    for label in labels:
        met = [e.id for e in events if any(_meets(label, m.article, m.trigger) for m in e.mentions)]
        yield from (Found(label, event) for event in met)


def _meets(label: Label, article: str, trigger: Any) -> bool:
    return article == label.article and label.start < trigger.end and trigger.start < label.end


@cache
def piles() -> tuple[Pile, ...]:
    """The invented ones."""
    listed = yaml.safe_load((GOLD / "merging-piles.yaml").read_text("utf-8"))
    return tuple(_pile(row) for row in listed)


def _pile(row: dict[str, Any]) -> Pile:
    from saksama.sources import from_text

    articles: list[Article] = []
    labels: list[Label] = []
    for number, told in enumerate(row["articles"]):
        text, marks = unmarked(told["text"])
        article = replace(
            from_text(text, published=str(told["published"])), id=f"a{number}", outlet=told.get("outlet")
        )
        if article.text != text:
            raise ValueError(f"{row['name']}: the text is not read as it is written")
        articles.append(article)
        labels += [Label(article.id, *mark) for mark in marks]
    return Pile(row["name"], row["part"], tuple(articles), tuple(labels))


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and each mark's offsets and letter in it."""
    plain, marks, at, size = [], [], 0, 0
    for mark in _MARK.finditer(text):
        before = text[at : mark.start()]
        start = size + len(before)
        size = start + len(mark[1])
        plain += [before, mark[1]]
        marks.append((start, size, mark[2]))
        at = mark.end()
    return "".join([*plain, text[at:]]), marks


def stories(data: Path) -> Iterator[Pile]:
    """The labelled piles of real articles; none without the news."""
    if not (data / NEWS).is_file():
        return
    rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in table(GOLD, "merging-mentions"):
        rows[row["story"], row["part"]].append(row)
    for (name, part), mentions in rows.items():
        lines = list(dict.fromkeys(int(row["line"]) for row in mentions))
        article = dict(zip(lines, news(data, lines), strict=True))
        for row in mentions:
            if zlib.crc32(article[int(row["line"])].text.encode()) != int(row["crc32"]):
                raise ValueError(f"line {row['line']} of the news is not the text that was labelled")
        labels = tuple(
            Label(article[int(r["line"])].id, int(r["start"]), int(r["end"]), r["happening"])
            for r in mentions
        )
        yield Pile(name, part, tuple(article.values()), labels)


def _wrong(outcome: Outcome, kind: str) -> Iterator[str]:
    """Each happening told as several events or, of the kind ``mixed``, each event that tells several."""
    texts = {article.id: article.text for article in outcome.pile.articles}
    groups = by_event(outcome) if kind == "mixed" else by_happening(outcome)
    for group in groups.values():
        others = [f.label.happening if kind == "mixed" else f.event for f in group]
        if len(set(others)) > 1:
            told = (
                f"- {o}: {_around(texts[f.label.article], f.label)}"
                for f, o in zip(group, others, strict=True)
            )
            yield "\n".join([f"- {outcome.pile.name}", *(f"  {line}" for line in told)])


def _around(text: str, label: Label) -> str:
    around = text[max(0, label.start - 90) : label.end + 90]
    return " ".join(around.split())
