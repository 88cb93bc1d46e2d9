"""How quiet the checks stay on ordinary news: a random pile of untouched articles, read as one account.

Real pages hold slips too, so a finding may be right; `python -m evaluation.news` prints each one to be read.
"""

from __future__ import annotations

import gzip
import json
import random
import tempfile
from pathlib import Path

import saksama
from saksama.records import Account

NEWS = Path("news") / "indonesian-news.jsonl.gz"
SAMPLE, SEED = 300, 306


def measure(data: Path) -> dict[str, float]:
    """Share of the articles that no `impossible` and no `conflict` names; nothing without the news."""
    if not (data / NEWS).is_file():
        return {}
    account = sample(data)
    named = {e.article for c in account.checks if c.severity != "caution" for e in c.evidence}
    return {"news.quiet.share": round(1 - len(named) / len(account.articles), 4)}


def sample(data: Path) -> Account:
    """The account of a fixed random sample of the news, as one pile."""
    with gzip.open(data / NEWS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    picked = random.Random(SEED).sample(rows, SAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "news.jsonl")
        pile.write_text("".join(json.dumps(row) + "\n" for row in picked), encoding="utf-8")
        return saksama.brief(pile)


def main() -> None:
    account = sample(Path("../shared/data"))
    print(f"{len(account.articles)} articles, {len(account.events)} events, {len(account.checks)} findings")
    for check in account.checks:
        print(f"{check.severity:<11}{check.kind:<10} {check.explanation.en}")
        for evidence in check.evidence:
            print(f"    {evidence.article}: {' '.join(evidence.text.split())}")


if __name__ == "__main__":
    main()
