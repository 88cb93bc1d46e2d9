"""The ordered stages: read this first.

    source ─▶ Article ─▶ sentences ─▶ mentions ─▶ times ─▶ statements ─▶ events ─▶ stories ─▶ checks
              └────────── per article: pure, parallel ──────────────────────────┘  └ across articles ┘

A stage takes a `Reading` and gives it back with one more field filled; stages never import one
another. The first stage (`language.analyse`) works on a batch, because the model is fast that way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce

from saksama.records import Article, Reading

Stage = Callable[[Reading], Reading]


@lru_cache(maxsize=1)
def per_article() -> tuple[Stage, ...]:
    """The stages after the language model, in order; imported when first needed."""
    from saksama.actors import annotate as actors
    from saksama.events import annotate as events
    from saksama.statements import annotate as statements
    from saksama.times import annotate as times
    from saksama.times import date_article

    return (actors, times, statements, events, date_article)


def read_articles(articles: Iterable[Article]) -> Iterator[Reading]:
    """Read each article by itself, in order; lazy, so that progress can be shown."""
    from saksama.language import analyse

    yield from map(staged, analyse(articles))


def staged(reading: Reading) -> Reading:
    """What the model read of an article, through the stages after it."""
    return reduce(lambda read, stage: stage(read), per_article(), reading)
