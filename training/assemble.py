"""Put the trained parts together as package data: `python -m training.assemble --syntax DIR --names DIR`."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from saksama.language import components
from saksama.language.tokenizer import build_tokenizer
from training.vectors import keep_attribute

MODEL = Path(__file__).parents[1] / "src" / "saksama" / "language" / "id" / "model"
VERSION = "0.1.0"
LICENCE = "CC BY-SA 4.0"
DESCRIPTION = "Indonesian news: universal part-of-speech tags, trees in the scheme of GSD 2.0, names."
_UD = "https://github.com/UniversalDependencies/UD_Indonesian-"
SOURCES = [
    {"name": "UD Indonesian-GSD 2.0", "url": f"{_UD}GSD", "license": "CC BY-SA"},
    {"name": "UD Indonesian-CSUI", "url": f"{_UD}CSUI", "license": "CC BY-SA 4.0"},
    {"name": "UD Indonesian-PUD", "url": f"{_UD}PUD", "license": "CC BY-SA 3.0"},
    {"name": "IDNER news", "license": "MIT"},
    {"name": "NERGrit", "license": "commercial use allowed, credit asked"},
    {"name": "IndoNLI (word vectors)", "license": "CC BY-SA 4.0"},
    {"name": "Wikidata office holders", "license": "CC0"},
    {"name": "GeoNames cities", "license": "CC BY 4.0"},
]


def assembled(syntax: Path, names: Path) -> Language:
    """One pipeline out of the two parts, with our own steps in their places."""
    components.register()
    nlp = spacy.load(syntax)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where it was trained is nobody's business
    nlp.tokenizer = build_tokenizer(nlp)
    nlp.add_pipe("saksama_sentences", before="parser")
    nlp.add_pipe("ner", source=spacy.load(names), after="parser")
    nlp.add_pipe("saksama_lemmas", last=True)
    return nlp


def prune_strings(nlp: Language, folder: Path) -> None:
    """Keep of all words met in training only the labels: text brings its own strings."""
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(labels)), encoding="utf-8")


def store(nlp: Language, folder: Path, scores: dict[str, float]) -> None:
    """Write beside `folder` first and then swap, so that a reader never sees half a model."""
    nlp.meta.update({
        "name": "saksama_news", "version": VERSION, "description": DESCRIPTION, "license": LICENCE,
        "author": "Saksama", "performance": scores,
        "sources": SOURCES,
    })  # fmt: skip
    fresh = folder.with_name("model.new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    keep_attribute(fresh)
    prune_strings(nlp, fresh)
    old = folder.with_name("model.old")
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _scores(path: Path | None) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path else {}


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--syntax", type=Path, required=True)
    arguments.add_argument("--names", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=MODEL)
    arguments.add_argument("--scores", type=Path, help="JSON to record in the model's meta.json")
    given = arguments.parse_args()
    pipeline = assembled(given.syntax, given.names)
    vectors = pipeline.vocab.vectors
    vectors.data = vectors.data.astype(np.float16)
    store(pipeline, given.out, _scores(given.scores))
