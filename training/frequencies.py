"""Count in how many articles each lemma stands: the weights by which stories are compared.

    .venv/bin/python training/frequencies.py --data ../shared/data

writes src/saksama/language/id/frequencies.tsv. Only counts leave the articles, no text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path

from saksama.language.components import lemma

TARGET = Path("src/saksama/language/id/frequencies.tsv")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAST = 5  # rarer lemmas all weigh the same


def count(news: Path) -> tuple[int, Counter[str]]:
    articles, found = 0, Counter[str]()
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = f"{article['title'] or ''} {article['text'] or ''}".lower()
            found.update({lemma(word) for word in WORD.findall(text)})
            articles += 1
    return articles, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    articles, found = count(parser.parse_args().data / "news" / "indonesian-news.jsonl.gz")
    rows = sorted((w, n) for w, n in found.items() if n >= LEAST and len(w) > 1)
    head = [
        "# In how many articles of Indonesian news each lemma stands (at least 5 articles).",
        "# origin: counted by training/frequencies.py over unlabelled news; own work, Apache-2.0",
        f"# articles: {articles}",
    ]
    TARGET.write_text("\n".join([*head, *(f"{w}\t{n}" for w, n in rows)]) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(rows)} lemmas from {articles} articles")


if __name__ == "__main__":
    main()
