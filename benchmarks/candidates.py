"""How many articles a new one is held against, on a desk of 1,000 and of 100,000.

    .venv/bin/python -m benchmarks.candidates [--small 1000] [--large 100000] [--asked 200]

The articles are synthesised (`benchmarks.synthesis`); a pile of stand-ins fills the desk with terms and keys
alone, as adding would, since only what is found by key is counted here.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from dataclasses import replace

from benchmarks.synthesis import reading
from saksama.records import Reading, Story
from saksama.store import MemoryDesk
from saksama.stories import looked_at
from saksama.stories.profile import keys, terms

WORDS = 120  # of an article: enough for as many keys as a long one has
MOST = 1.3  # times as many at the large desk as at the small one


def fill(desk: MemoryDesk, first: int, last: int) -> None:
    """Put the articles of these numbers, each with its story as it was made."""
    for number in range(first, last):
        made = reading(number, WORDS)
        own = terms(made)
        kept = Reading(made.article, made.sentences[:1])
        desk.put(kept, own, keys(own, made.article.published))
        before = desk.story_of(_first(number)) if _first(number) != made.article.id else None
        articles = (*before.articles, made.article.id) if before else (made.article.id,)
        desk.put_story(Story(articles[0], "", articles, ()))


def _first(number: int) -> str:
    """The id of the first article of a story, as `benchmarks.synthesis` spreads stories."""
    return f"a{number // 300 * 300 + number % 50:06}"


def asked(desk: MemoryDesk, first: int, count: int) -> tuple[float, float]:
    """The median number of articles looked at for the next ones, and milliseconds for each."""
    news = [replace(made, events=()) for made in (reading(first + n, WORDS) for n in range(count))]
    start = time.perf_counter()
    found = [len(looked_at(desk, made, 0)) for made in news]
    return statistics.median(found), (time.perf_counter() - start) / count * 1000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.candidates", description=__doc__)
    parser.add_argument("--small", type=int, default=1000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=200)
    args = parser.parse_args()
    desk, medians, size = MemoryDesk(), [], 0
    for wanted in (args.small, args.large):
        fill(desk, size, wanted)
        size = wanted
        median, spent = asked(desk, size, args.asked)
        medians.append(median)
        print(f"{size:>7} articles on the desk: {median:.0f} looked at (median), {spent:.1f} ms to find them")
    ratio = medians[1] / medians[0]
    print(f"{ratio:.2f} times as many; at most {MOST} is allowed")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
