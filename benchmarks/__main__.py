"""Speed of reading beside the bare model, peak memory, cold start.

    .venv/bin/python -m benchmarks [--data ../shared/data] [--articles 500] [--processes 2]

The two speeds are taken in turns over the same articles in the same warm processes, so that their ratio
holds on a noisy machine. Reading of files is apart: the articles are in memory.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from saksama.errors import InputError
from saksama.library import BATCH
from saksama.records import Article

ROUNDS = 3
COLD_RUNS = 5
COLD_ARTICLES = 5
LOAD = """
import time
start = time.perf_counter()
import saksama
saksama.language.load("id")
print(time.perf_counter() - start)
"""


def articles(news: Path, count: int) -> Iterator[Article]:
    """The first articles of the news data that are long enough to be news."""
    from saksama.sources import from_text

    def read() -> Iterator[Article]:
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                try:
                    yield from_text(row["text"] or "", title=row["title"] or None, url=row["url"])
                except InputError:
                    continue

    return islice((a for a in read() if len(a.text) > 500), count)


def bare(batch: list[Article]) -> int:
    from saksama.language import load

    return sum(len(doc) for doc in load("id").pipe(article.text for article in batch))


def whole(batch: list[Article]) -> int:
    from saksama.pipeline import read_articles

    return sum(len(s.tokens) for reading in read_articles(batch) for s in reading.sentences)


Job = Callable[[list[Article]], int]


def timed(pool: ProcessPoolExecutor, job: Job, batches: list[list[Article]]) -> tuple[float, int]:
    """Wall seconds and tokens of one job over all batches."""
    start = time.perf_counter()
    tokens = sum(pool.map(job, batches))
    return time.perf_counter() - start, tokens


def speeds(pile: list[Article], processes: int) -> None:
    from saksama.language import load

    print(f"model: {', '.join(load('id').pipe_names)}")
    batches = [pile[start : start + BATCH] for start in range(0, len(pile), BATCH)]
    whole(batches[0])
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        timed(pool, whole, batches[: processes * 2])
        taken: dict[str, list[float]] = {"bare model": [], "all stages": []}
        tokens = {}
        for _ in range(ROUNDS):
            for name, job in (("bare model", bare), ("all stages", whole)):
                seconds, tokens[name] = timed(pool, job, batches)
                taken[name].append(seconds)
    print(f"{len(pile)} articles, {processes} warm processes, median of {ROUNDS} rounds in turns")
    for name, seconds_of in taken.items():
        middle = statistics.median(seconds_of)
        print(f"  {name:<12} {len(pile) / middle:7.1f} articles/s {tokens[name] / middle:9.0f} words/s")
    ratios = [w / b for b, w in zip(*taken.values(), strict=True)]
    print(f"  all stages take {statistics.median(ratios):.2f} times as long as the bare model")


def stages(pile: list[Article]) -> None:
    """Milliseconds per article of each stage after the model, in one process."""
    from saksama.language import analyse
    from saksama.pipeline import per_article

    readings = list(analyse(pile))
    for stage in per_article():
        start = time.perf_counter()
        readings = [stage(reading) for reading in readings]
        spent = (time.perf_counter() - start) / len(pile) * 1000
        print(
            f"  {stage.__module__.removeprefix('saksama.'):<22} {stage.__name__:<14} {spent:6.2f} ms/article"
        )


def memory() -> None:
    peaks = [
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(f"peak memory: {peaks[0]:.0f} MiB in the main process, {peaks[1]:.0f} MiB in the largest child")


def cold_start(pile: list[Article]) -> None:
    """`saksama brief` on five files as a user starts it, a new process each time."""
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(pile[:COLD_ARTICLES]):
            Path(folder, f"{number}.txt").write_text(article.text, "utf-8")
        command = [sys.executable, "-m", "saksama", "brief", folder, "--format", "json"]
        spans = []
        for _ in range(COLD_RUNS):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            spans.append(time.perf_counter() - start)
    model = subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True)
    middle = statistics.median(spans)
    print(f"cold start of `saksama brief` on {COLD_ARTICLES} articles: median {middle:.2f} s")
    print(f"  of these, importing spaCy and loading the model: {float(model.stdout):.2f} s")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    news = args.data / "news" / "indonesian-news.jsonl.gz"
    if not news.exists():
        print(f"{news}: no such file; the benchmarks need the news data", file=sys.stderr)
        return 2
    pile = list(articles(news, args.articles))
    speeds(pile, args.processes)
    stages(pile[: max(50, len(pile) // 5)])
    memory()
    cold_start(pile)
    return 0


if __name__ == "__main__":
    sys.exit(main())
