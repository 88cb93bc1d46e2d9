"""The known-claim check on claims of real fact-checks, labelled by hand, and its silence on ordinary news.

A pair (`gold/claims-pairs.tsv`) is an article, or the post that a fact-check quotes, and a claim. A finding
is right where the label is `carries`; where it is `deals`, the note is right and the finding a false alarm.
Claims are in our own words; articles stand off by their line in the news file. `claims.quiet.share` holds a
thousand ordinary articles against these claims and against the headlines of all fact-checks in the data.
"""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.articles import GOLD, NEWS, PARTS, Tally, table
from saksama.checks.known_claim import keys_of, matches
from saksama.errors import SaksamaError
from saksama.records import Article, ClaimReview, Rating, Reading
from saksama.store import MemoryDesk

CHECKER = "firgik(cekfakta)"
SAMPLE, SEED = 1000, 77
Row = dict[str, str]


@dataclass(frozen=True)
class Pair:
    """A labelled pair, with the stance that was found (`none` for nothing)."""

    row: Row
    part: str
    claim: ClaimReview
    reading: Reading
    found: str


def measure(data: Path) -> dict[str, float]:
    """Precision and recall of findings and notes by part, and the share of quiet articles."""
    if not (data / NEWS).is_file():
        return {}
    news = _news(data)
    found: dict[str, float] = {}
    judged = list(pairs(news))
    for part in PARTS:
        for label in ("carries", "deals"):
            scores = _tally((p for p in judged if p.part == part), label).scores()
            found.update({f"claims.{part}.{label}_{k}": scores[k] for k in ("precision", "recall")})
    alarmed = {reading.article.id for reading, _ in alarms(news)}
    found["claims.quiet.share"] = round(1 - len(alarmed) / SAMPLE, 4)
    return found


def errors(data: Path) -> Iterator[str]:
    """Every pair judged wrongly in the `dev` part, and every alarm on the ordinary articles."""
    if not (data / NEWS).is_file():
        return
    news = _news(data)
    for pair in pairs(news):
        if pair.part == "dev" and pair.found != pair.row["label"].replace("other", "none"):
            told = " ".join(pair.reading.article.text.split())[:300]
            verdict = f"{pair.row['label']}, found {pair.found}"
            yield f"- {verdict}: {pair.claim.claim} | {pair.row['line']}: {told}"
    for reading, claim in alarms(news):
        yield f"- alarm: {claim} | {' '.join(reading.article.text.split())[:300]}"


def pairs(news: list[dict[str, Any]]) -> Iterator[Pair]:
    """All labelled pairs that can be read; `ValueError` if a text is not the one labelled."""
    claims = {row["claim_id"]: row for row in table(GOLD, "claims-reviews")}
    rows = [row for row in table(GOLD, "claims-pairs") if _post(news, row)]
    articles = [_article(news, row) for row in rows]
    read = _read([article for article in articles if article])
    for row, article in zip(rows, articles, strict=True):
        if article is None:
            continue
        claim, reading = claims[row["claim_id"]], next(read)
        review = _review(claim["claim_id"], claim["claim"], news[int(claim["line"])]["date"])
        stances = [match.stance for match in matches(reading, _desk([review]))]
        yield Pair(row, claim["part"], review, reading, min(stances, default="none"))


def alarms(news: list[dict[str, Any]]) -> Iterator[tuple[Reading, str]]:
    """The findings on a fixed sample of ordinary articles, against every claim there is."""
    desk = _desk(
        [
            *(_review(r["claim_id"], r["claim"], None) for r in table(GOLD, "claims-reviews")),
            *(_review(str(n), r["title"], None) for n, r in enumerate(news) if r["src"] == CHECKER),
        ]
    )
    ordinary = [line for line, row in enumerate(news) if row["src"] != CHECKER]
    random.Random(SEED).shuffle(ordinary)
    articles = (_article(news, {"line": str(line), "of": "whole", "crc32": ""}) for line in ordinary[:SAMPLE])
    for reading in _read(article for article in articles if article):
        for match in matches(reading, desk):
            if match.stance == "carries":
                yield reading, match.review.claim


def _tally(judged: Iterable[Pair], label: str) -> Tally:
    tally = Tally()
    for pair in judged:
        tally.right += pair.found == label == pair.row["label"]
        tally.missed += pair.row["label"] == label != pair.found
        tally.wrong += pair.found == label != pair.row["label"]
    return tally


def _desk(reviews: Iterable[ClaimReview]) -> MemoryDesk:
    desk = MemoryDesk()
    for review in reviews:
        desk.put_review(review, keys_of(review))
    return desk


def _review(identity: str, claim: str, published: str | None) -> ClaimReview:
    rating = Rating("Salah", "false", "word: salah")
    return ClaimReview(identity, None, claim, None, None, (), None, published, rating, "id")


def _read(articles: Iterable[Article]) -> Iterator[Reading]:
    from saksama.pipeline import read_articles

    return read_articles(articles)


def _post(news: list[dict[str, Any]], row: Row) -> str:
    """The text that a label is about."""
    item = news[int(row["line"])]
    if row["crc32"] and int(row["crc32"]) != zlib.crc32(
        f"{item['title'] or ''}\n{item['text'] or ''}".encode()
    ):
        raise ValueError(f"line {row['line']} of the news is not the text that was labelled")
    return str(item["text"].partition("\n")[0] if row["of"] == "post" else item["text"])


def _article(news: list[dict[str, Any]], row: Row) -> Article | None:
    """The article of a label; None where the sources turn it away, as they do with very short posts."""
    from saksama.sources import from_text

    item = news[int(row["line"])]
    title = item["title"] if row["of"] == "whole" else None
    for published in (item["date"], None):
        try:
            return from_text(_post(news, row), title=title, published=published)
        except SaksamaError:
            continue
    return None


def _news(data: Path) -> list[dict[str, Any]]:
    with gzip.open(data / NEWS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
