"""Our own steps of the spaCy pipeline: sentence starts before the parser, lemmas after the tagger."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def register() -> None:
    """Make the steps known to spaCy under their names; must come before a model is loaded."""
    from spacy.language import Language

    Language.component("saksama_sentences", assigns=["token.is_sent_start"], func=mark_sentences)
    Language.component("saksama_lemmas", assigns=["token.lemma"], func=set_lemmas)


def mark_sentences(doc: Doc) -> Doc:
    """Set where sentences start, so that the parser keeps to it; starts that are set already stay."""
    from saksama.language.split import sentence_starts

    if not doc.has_annotation("SENT_START"):
        starts = sentence_starts(doc)
        for token in doc:
            token.is_sent_start = token.i in starts
    return doc


def set_lemmas(doc: Doc) -> Doc:
    """Give each word its root ("dukung" for mendukung and dukungan) and a name its own form."""
    for token in doc:
        token.lemma_ = token.text if token.pos_ == "PROPN" else lemma(token.text)
    return doc


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The root of `word` in lower case, without affixes, clitics and doubling."""
    from simplemma import lemmatize

    lower = word.lower()
    return lemmatize(lower, lang="id").lower()
