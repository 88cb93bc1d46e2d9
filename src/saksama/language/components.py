"""Our own steps of the spaCy pipeline: sentence starts, the reader, and lemmas."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

    from saksama.language.reader import Reader

_READ = ["token.pos", "token.head", "token.dep", "doc.ents", "doc.sents"]
_VERBAL = ("me", "di", "ber", "ter")


def register() -> None:
    """Make the steps known to spaCy under their names; must come before a model is loaded."""
    from spacy.language import Language
    from spacy.util import registry

    registry.tokenizers("saksama.Tokenizer.v1", func=_bare_tokenizer)
    Language.component("saksama_sentences", assigns=["token.is_sent_start"], func=mark_sentences)
    Language.factory("saksama_reader", assigns=_READ, func=_reader)
    Language.component("saksama_lemmas", assigns=["token.lemma"], func=set_lemmas)


def _reader(nlp: Language, name: str) -> Reader:
    """A reader without its network, which comes from the pipeline's folder."""
    from saksama.language.reader import Reader

    del name
    return Reader(nlp.vocab)


def _bare_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokeniser without rules, for a model that brings its own."""
    from spacy.tokenizer import Tokenizer

    return lambda nlp: Tokenizer(nlp.vocab)


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
        token.lemma_ = token.text if token.pos_ == "PROPN" else lemma(token.text, token.pos_ == "VERB")
    return doc


@lru_cache(maxsize=65536)
def lemma(word: str, is_verb: bool = False) -> str:
    """The root of `word` in lower case, without affixes, clitics and doubling.

    Only what is known to be a verb is stripped by rule: "terjadi" is from *jadi*, but "menteri" is no
    form of *teri*.
    """
    from simplemma import lemmatize

    lower = word.lower()
    if found := _exceptions().get(lower):
        return found
    root = lemmatize(lower, lang="id").lower()
    return _stripped(lower) if is_verb and root == lower and lower.startswith(_VERBAL) else root


def _stripped(verb: str) -> str:
    """The longest root in the dictionary that the affixes allow, or the verb itself."""
    from simplemma import is_known, lemmatize

    from saksama.language.stem import stems

    roots = (stem for stem in stems(verb) if stem != verb and len(stem) > 3 and is_known(stem, lang="id"))
    return max((r for r in roots if lemmatize(r, lang="id") == r), key=lambda r: (len(r), r), default=verb)


@cache
def _exceptions() -> dict[str, str]:
    from saksama.language.wordlists import broken, wordlist

    roots = wordlist("id", "lemmas").get("roots")
    if not isinstance(roots, dict) or not all(isinstance(words, str) for words in roots.values()):
        broken("id", "lemmas", "'roots' must give words for each root")
    return {word: root for root, words in roots.items() for word in words.split()}
