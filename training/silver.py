"""Label unlabelled news with a first model, and let the whole archive outvote its single slips.

A small model knows few names, but over thousands of articles its guesses for one name lean the right
way: "Jonan" may be missed once and found ten times. Each written form gets the label that most of its
mentions got; forms that stay in doubt take their sentences with them out of the training data.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from saksama.language import blas
from saksama.language.split import sentence_starts
from saksama.language.tokenizer import build_tokenizer

_NONE = "-"
_LEAST, _AGREED = 3, 0.7
"""How often a form must be met, and which share of its mentions must agree, to be settled."""
_MOST_OFTEN = 40
"""In how many sentences a form may stand, so that no name of the day outweighs the rest."""


@dataclass(frozen=True, slots=True)
class Votes:
    """For each written form: how its mentions were labelled, `-` where no name was seen."""

    counts: dict[str, Counter[str]]

    def settled(self, form: str) -> str | None:
        """The label of a form, or `None` if it is rare or the mentions disagree."""
        counts = self.counts.get(form)
        if counts is None or counts.total() < _LEAST:
            return None
        label, most = counts.most_common(1)[0]
        return label if most >= _AGREED * counts.total() else None


def articles(data: Path, every: int) -> Iterator[str]:
    with gzip.open(data / "news" / "indonesian-news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield json.loads(line)["text"] or ""


def read(nlp: Language, texts: Iterator[str]) -> Iterator[Doc]:
    """Articles with names, each sentence a unit of its own to the name tagger."""
    tokenizer = build_tokenizer(nlp)
    ner = nlp.get_pipe("ner")
    for text in texts:
        doc = tokenizer(" ".join(text.split()))
        starts = sentence_starts(doc)
        for token in doc:
            token.is_sent_start = token.i in starts
        if len(doc):
            yield ner(doc)


def vote(docs: list[Doc]) -> Votes:
    """Count by form how it was labelled; runs of capitals that were read as no name count against one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for name in doc.ents:
            counts[name.text][name.label_] += 1
        for start, end in _bare(doc):
            counts[doc[start:end].text][_NONE] += 1
    return Votes(dict(counts))


def _bare(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of up to five capitalised words that were read as no name, as long as they are."""
    at = 0
    while at < len(doc):
        end = at
        while end < len(doc) and end - at < 5 and not doc[end].ent_type and doc[end].text[:1].isupper():
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def relabelled(doc: Doc, votes: Votes) -> Iterator[Doc]:
    """The sentences of an article in which every name and would-be name is settled."""
    bare = list(_bare(doc))
    for sentence in doc.sents:
        spans = [(name.start, name.end) for name in sentence.ents]
        spans += [span for span in bare if sentence.start <= span[0] and span[1] <= sentence.end]
        labels = [votes.settled(doc[start:end].text) for start, end in spans]
        if not 6 <= len(sentence) <= 60 or None in labels:
            continue
        piece = sentence.as_doc()
        shift = sentence.start
        names = zip(spans, labels, strict=True)
        piece.set_ents([Span(piece, a - shift, b - shift, str(k)) for (a, b), k in names if k != _NONE])
        yield piece


def varied(pieces: list[Doc], random: Random) -> list[Doc]:
    """The sentences in a new order, each once, no name in more than a few, and none without capitals."""
    seen: Counter[str] = Counter()
    kept: list[Doc] = []
    for piece in random.sample(pieces, len(pieces)):
        forms = {name.text for name in piece.ents}
        seen[piece.text] += 1
        if seen[piece.text] > 1 or any(seen[form] >= _MOST_OFTEN or form[0].islower() for form in forms):
            continue
        seen.update(forms)
        kept.append(piece)
    return kept


def build(model: Path, data: Path, out: Path, every: int, most: int) -> None:
    with blas.steady():
        nlp = spacy.load(model)
    docs = list(read(nlp, articles(data, every)))
    votes = vote(docs)
    sentences = [piece for doc in docs for piece in relabelled(doc, votes)]
    chosen = varied(sentences, Random(len(docs)))
    with_names = [piece for piece in chosen if piece.ents][:most]
    chosen = with_names + [piece for piece in chosen if not piece.ents][: len(with_names) // 4]
    DocBin(docs=chosen).to_disk(out)
    print(f"{len(docs):,} articles, {len(sentences):,} settled sentences, {len(chosen):,} kept")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--model", type=Path, required=True)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--every", type=int, default=3, help="take every n-th article")
    arguments.add_argument("--most", type=int, default=12_000, help="sentences with names to keep")
    build(**vars(arguments.parse_args()))
