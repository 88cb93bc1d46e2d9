"""Speakers of headlines, which the text below names in full: "Menlu: P", "Jubir X Yakin P"."""

from __future__ import annotations

from saksama.statements.page import Page
from saksama.statements.speakers import Speaker

_BESIDE = 40  # characters between a title and its name
_SHORT = 4  # words of a name
_LETTERS = 4  # of a short name, that it may stand for a longer one
_INITIALS = 3  # words of "Tb.", "KH" before a name


def in_headline(page: Page, first: int, last: int, place: str) -> Speaker | None:
    """Who fills words ``[first, last)``: a person told by an office, or by a name that the text explains."""
    if not 0 < last - first <= _SHORT + _INITIALS or any(
        page.tokens[i].upos == "VERB" for i in range(first, last)
    ):
        return None
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    at_head = page.mentions.at(start, page.tokens[first].end)
    if at_head and at_head.start == start and at_head.actor:
        return None  # the ordinary way finds it
    if page.words[first] in page.speech.words["headline_nouns"]:
        return None
    if page.words[first] in page.speech.words["persons"]:
        actor = holder(page, page.words[first:last])
        return Speaker(start, end, actor, f"{place}; {'title in this article' if actor else 'noun phrase'}")
    if any(token.upos != "PROPN" and token.text != "." for token in page.tokens[first:last]):
        return None
    actor = _same_name(page, start, end)
    return Speaker(start, end, actor, f"{place}; name in this article") if actor else None


def holder(page: Page, words: list[str], end: int | None = None) -> str | None:
    """The one person beside whose name the article gives a title that begins with these words.

    Of several, with `end` (characters) the last one named before it.
    """
    found: dict[str, int] = {}
    for mention in page.reading.mentions:
        if mention.label != "NOM" or not mention.actor or mention.text.lower().split()[: len(words)] != words:
            continue
        beside = page.mentions.within(mention.end, mention.end + _BESIDE)
        if any(m.label == "PER" and m.actor == mention.actor for m in beside):
            found[mention.actor] = mention.start
    if len(found) > 1 and end is not None:
        found = dict(sorted((item for item in found.items() if item[1] < end), key=lambda i: i[1])[-1:])
    return next(iter(found)) if len(found) == 1 else None


def _same_name(page: Page, start: int, end: int) -> str | None:
    """The person of the text whose name is part of these words, or these words of it."""
    name = page.text[start:end]
    for mention in page.reading.mentions:
        if mention.label != "PER" or not mention.actor or len(mention.text) < _LETTERS:
            continue
        inside = start <= mention.start and mention.end == end
        if inside or (mention.start > end and (name in mention.text or name.startswith(mention.text))):
            return mention.actor
    return None
