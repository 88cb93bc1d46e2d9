"""The desk in numbers: adds a second, search latency, size on disk, memory.

    .venv/bin/python -m benchmarks.desk [--articles 10000 100000] [--folder .] [--read 100 --data DATA]

Articles are made (`benchmarks.synthesis`, about 400 words each), so that only the desk is measured: placing
them in stories and keeping them ("placed"), or keeping alone ("kept"). With --read, so many real articles are
read, placed and checked from files, as `saksama add` does it.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from benchmarks.synthesis import reading, vocabulary
from saksama import stories
from saksama.records import Reading, Story
from saksama.store import FileDesk
from saksama.store.search import Query, search
from saksama.stories.merge import as_event, event_key
from saksama.stories.profile import keys, terms

PLACED = 500  # articles that are placed in full at the start and at the end of the desk
KEPT = 2000  # that are kept one by one, and timed
AT_ONCE = 500
QUERIES = 200


def keep(desk: FileDesk, number: int) -> float:
    """Put what placing would put, without the reckoning; seconds spent on the desk."""
    made = reading(number)
    own = terms(made)
    start = time.perf_counter()
    with desk.transaction():
        put(desk, made, own)
    return time.perf_counter() - start


def put(desk: FileDesk, made: Reading, own: Mapping[str, float]) -> None:
    desk.put(made, own, keys(own))
    desk.put_story(Story(made.article.id, made.article.headline, (made.article.id,), ()))
    for mention in made.events:
        desk.put_event(as_event(mention), [event_key(mention)])
    desk.put_version(made.article.id, made.article.id, None)


def fill(desk: FileDesk, numbers: Sequence[int]) -> None:
    """Keep many at once, untimed, so that a large desk is there soon."""
    for first in range(0, len(numbers), AT_ONCE):
        with desk.transaction():
            for number in numbers[first : first + AT_ONCE]:
                made = reading(number)
                put(desk, made, terms(made))


def place(desk: FileDesk, number: int) -> float:
    made = reading(number)
    start = time.perf_counter()
    with desk.transaction():
        stories.add(desk, made)
        desk.put_version(made.article.id, made.article.id, None)
    return time.perf_counter() - start


def told(name: str, spent: list[float]) -> None:
    ordered = sorted(spent)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    rate = len(spent) / sum(spent)
    middle = statistics.median(spent) * 1000
    print(
        f"  {name:<34} {rate:7.0f} a second, median {middle:6.1f} ms, 95% within {late * 1000:6.1f} ms",
        flush=True,
    )


def searches(path: Path) -> None:
    """Queries of one, two and three words, common and rare; the readings shown are unpacked each time."""
    rng = Random(1)
    words, _ = vocabulary()
    for count in (1, 2, 3):
        spent = []
        with FileDesk(path) as desk:
            for _ in range(QUERIES):
                query = Query(" ".join(rng.choices(words[40:], k=count)), limit=10)
                start = time.perf_counter()
                search(desk, query)
                spent.append(time.perf_counter() - start)
        told(f"search, {count} words", spent)
    common = [Query(word, limit=10) for word in words[25:45]]
    with FileDesk(path) as desk:
        spent = []
        for query in common:
            start = time.perf_counter()
            search(desk, query)
            spent.append(time.perf_counter() - start)
    told("search, the commonest words", spent)


def measured(path: Path, articles: int) -> None:
    print(f"{articles} articles", flush=True)
    with FileDesk(path, write=True) as desk:
        told("placed, on an empty desk", [place(desk, n) for n in range(PLACED)])
        timed = min(articles - PLACED, PLACED + KEPT)
        told("kept", [keep(desk, n) for n in range(PLACED, timed)])
        fill(desk, range(timed, articles - PLACED))
        told("placed, on the full desk", [place(desk, n) for n in range(articles - PLACED, articles)])
    print(f"  on disk: {path.stat().st_size / articles / 1000:.1f} kB an article")
    searches(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of the process: {peak:.0f} MiB", flush=True)


def read(data: Path, count: int, folder: Path) -> None:
    """Real articles from files, in one process: load, read, place, check."""
    from benchmarks.__main__ import articles
    from saksama.library import add, open_desk

    pile = folder / "pile"
    pile.mkdir()
    for number, article in enumerate(articles(data / "news" / "indonesian-news.jsonl.gz", count)):
        (pile / f"{number}.txt").write_text(article.text, "utf-8")
    with open_desk(folder / "read.sqlite", write=True) as desk:
        add(pile / "0.txt", desk, processes=1)  # the model loads
        start = time.perf_counter()
        placed = len(add(pile, desk, processes=1).placed)
        spent = time.perf_counter() - start
        print(f"read, placed and checked: {placed / spent:.1f} articles a second, one process")
        start = time.perf_counter()
        same = len(add(pile, desk, processes=1).same)
        print(f"the same again: {same / (time.perf_counter() - start):.0f} files a second")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where the desk lies; default: a temporary folder")
    parser.add_argument("--read", type=int, default=0)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    for count in args.articles:
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            measured(Path(folder, "desk.sqlite"), count)
    if args.read:
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            read(args.data, args.read, Path(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
