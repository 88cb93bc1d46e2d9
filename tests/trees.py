"""Sentences and readings by hand, for tests that want a tree without the model.

One row a token: ``word upos head dep [name]``; `head` counts from 1 as in CoNLL-U, 0 is the root,
`name` is B-PER, I-PER … A row may end its word with `_` to glue it to the next token. Blank lines
part sentences. Punctuation (PUNCT) is glued to what stands before it by itself.
"""

from __future__ import annotations

from saksama.records import Article, Name, Reading, Sentence, Span, Token

_OPENING = {"(", "“", "‘", "["}


def article(text: str, published: str | None = None, title: int = 0) -> Article:
    """An article of plain text; `title` is the length of its headline (0: none)."""
    basis = "given" if published else "unknown"
    span = Span(0, title) if title else None
    return Article("a1", None, None, None, "id", published, basis, (), text, span, ())  # type: ignore[arg-type]


def sentence(rows: str, offset: int = 0, index: int = 0) -> Sentence:
    """One sentence out of its rows; the first token begins at `offset`."""
    return _build([row.split() for row in rows.strip().splitlines()], offset, index)[0]


def reading(rows: str, published: str | None = None, titled: bool = False) -> Reading:
    """An article of hand-made sentences; with `titled`, the first is the headline."""
    sentences: list[Sentence] = []
    text = ""
    for number, block in enumerate(part for part in rows.split("\n\n") if part.strip()):
        if text:
            text += "\n" if titled and number == 1 else " "
        made, words = _build([row.split() for row in block.strip().splitlines()], len(text), number)
        paragraph = 1 if titled and number else 0
        sentences.append(_placed(made, paragraph, titled and not number))
        text += words
    title = sentences[0].end if titled else 0
    return Reading(article(text, published, title), tuple(sentences))


def marked(text: str, published: str | None = None, titled: bool = False) -> Reading:
    """A reading from marked text, one sentence a line: "Presiden [Rusia LOC] tiba/VERB .".

    A word may carry ``/UPOS`` and ``/dep``; the first VERB is the root, and all else hangs on it. In
    brackets, the words of a name and last its label; they are PROPN and flat below their first.
    """
    blocks = [_rows(line) for line in text.strip().splitlines()]
    return reading("\n\n".join(blocks), published, titled)


def _rows(line: str) -> str:
    rows: list[list[str]] = []
    label, first = "", 0
    words = line.split()
    for number, word in enumerate(words):
        if word.startswith("[") and word != "[":
            label = next(w for w in words[number:] if w.endswith("]")).rstrip("]")
            first = len(rows) + 1
            rows.append([word[1:], "PROPN", "0", "nmod", f"B-{label}"])
        elif word.endswith("]") and label:
            label = ""
        elif label:
            rows.append([word, "PROPN", str(first), "flat", f"I-{label}"])
        else:
            rows.append(_row(word))
    root = next((n for n, row in enumerate(rows, 1) if row[1] == "VERB"), 1)
    for number, row in enumerate(rows, 1):
        row[2] = "0" if number == root else row[2] if row[2] != "0" else str(root)
    return "\n".join(" ".join(row) for row in rows)


def _row(word: str) -> list[str]:
    text, *tags = word.split("/") if len(word) > 1 else [word]
    marks = not text[0].isalnum()
    upos = tags[0] if tags else "PUNCT" if marks else "NOUN"
    return [text, upos, "0", tags[1] if len(tags) > 1 else "dep"]


def real(text: str, published: str | None = None, title: str | None = None) -> Reading:
    """A reading by the trained pipeline, language stage only."""
    from saksama.language import analyse

    whole = f"{title}\n\n{text}" if title else text
    return next(iter(analyse([article(whole, published, len(title or ""))])))


def _placed(made: Sentence, paragraph: int, is_title: bool) -> Sentence:
    return Sentence(made.index, paragraph, made.start, made.end, is_title, made.tokens, made.names)


def _build(rows: list[list[str]], offset: int, index: int) -> tuple[Sentence, str]:
    text, glue, tokens = "", True, []
    for number, (word, upos, head, dep, *_) in enumerate(rows):
        if not glue and (upos != "PUNCT" or word in _OPENING):
            text += " "
        glue = word in _OPENING or (word.endswith("_") and len(word) > 1)
        bare = word.removesuffix("_") or word
        start = offset + len(text)
        text += bare
        at = int(head) - 1 if head != "0" else number
        lemma = bare.lower() if upos != "PROPN" else bare
        tokens.append(Token(start, start + len(bare), bare, lemma, upos, at, dep))
    names = tuple(_names([row[4] if len(row) > 4 else "O" for row in rows]))
    return Sentence(index, 0, offset, offset + len(text), False, tuple(tokens), names), text


def _names(labels: list[str]) -> list[Name]:
    names: list[Name] = []
    for index, label in enumerate(labels):
        if label.startswith("B-"):
            names.append(Name(index, index + 1, label[2:]))
        elif label.startswith("I-"):
            names[-1] = Name(names[-1].first, index + 1, names[-1].label)
    return names
