"""Whom a noun phrase names: the person in it, or the author behind "pernyataan", "laporan"."""

from __future__ import annotations

from saksama.records import Mention
from saksama.statements.page import Page

_FROM = frozenset({"dari", "oleh", "resmi", "pihak", "tertulis", "bersama"})
_SOME = frozenset({"seorang", "para", "sejumlah", "beberapa"})


def mentions_in(page: Page, first: int, last: int) -> tuple[Mention, ...]:
    return page.mentions.within(page.tokens[first].start, page.tokens[last - 1].end)


def person_in(page: Page, first: int, last: int) -> Mention | None:
    """The person whom the phrase names: not the one in "ajudan Putin" or "istri Presiden Jokowi"."""
    for mention in mentions_in(page, first, last):
        if mention.label != "PER":
            continue
        head = page.index_at(mention.start)
        if not _related(page, first, head) and not _served(page, first, mention):
            return mention
    return None


def _served(page: Page, first: int, name: Mention) -> bool:
    """Whether the name is part of another's title: "staf khusus Presiden X" is not X."""
    around = mentions_in(page, first, page.index_at(name.end))
    return any(m.label == "NOM" and m.end == name.end and m.actor not in (None, name.actor) for m in around)


def _related(page: Page, first: int, name: int) -> bool:
    """Whether the words before a name make it the name of somebody's relation."""
    lists = page.speech.words
    if name > first and page.words[name - 1] in lists["relations"]:
        return True
    before = page.words[first:name]
    others = mentions_in(page, first, name) if name > first else ()
    return any(word in lists["kin"] for word in before) and not any(m.label in ("ORG", "LOC") for m in others)


def inside_shell(page: Page, first: int, last: int) -> int:
    """Where the author begins who speaks in "Pernyataan resmi dari Gedung Putih"."""
    if page.words[first].partition("-")[0] not in page.speech.words["shells"]:
        return first
    inner = first + 1
    while inner < last and page.words[inner] in _FROM | page.speech.words["shells"]:
        inner += 1
    origin = next((i + 1 for i in range(inner, last - 1) if page.words[i] == "dari"), inner)
    bodies = [page.index_at(m.start) for m in mentions_in(page, first, last) if m.label == "ORG"]
    return next((at for at in (inner, origin, *bodies) if at < last and _is_author(page, at, last)), first)


def _is_author(page: Page, at: int, last: int) -> bool:
    """A name, or people told by what they are: "keterangan tiga nelayan"."""
    if any(m.label != "NOM" and m.start == page.starts[at] for m in mentions_in(page, at, last)):
        return True
    token = page.tokens[at]
    people = page.words[at] in page.speech.words["persons"] | _SOME or token.upos == "NUM"
    return people or (token.upos == "PROPN" and token.text[0].isupper())
