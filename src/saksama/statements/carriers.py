"""Carriers of a report, who are no speakers: "dilansir Reuters", "seperti dilaporkan AFP"."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.statements.page import Page

_ENDS = frozenset({",", ".", "(", ")", ":", ";", "!", "?", '"', "“", "”", "–", "—", "…", "|", "/"})
_LONGEST = 12  # words of a carrier's name


@dataclass(frozen=True, slots=True)
class Carrier:
    """`[left, right)` covers "dilansir dari Reuters", `[start, end)` the carrier alone (characters)."""

    left: int
    right: int
    start: int
    end: int
    sentence: int


def find_carriers(page: Page) -> tuple[Carrier, ...]:
    """All carriers that the article names, in text order."""
    lists = page.speech.carriers
    keys = lists["always"] | lists["with_like"] | lists["active"]
    told = lists["told"]
    either = keys | told
    places = [index for index, word in enumerate(page.words) if word in either]
    found = (_told(page, at) if page.words[at] in told else _carrier(page, at) for at in places)
    return tuple(carrier for carrier in found if carrier)


def _told(page: Page, index: int) -> Carrier | None:
    """The medium to which somebody spoke: "kata X kepada Reuters", "dalam wawancara dengan CNN"."""
    lists, last = page.speech.carriers, page.bounds(index)[1]
    if page.words[index] != "kepada" and page.words[index - 1] not in lists["talks"]:
        return None
    at = index + 1
    while at < last and page.words[at] in lists["shell"]:
        at += 1
    if at >= last:
        return None
    token = page.tokens[at]
    mention = page.mentions.at(token.start, token.end)
    named = mention is not None and mention.start == token.start and (mention.actor or "").startswith("MED-")
    if not named and not _is_site(token.text):
        return None
    end = mention.end if named and mention else token.end
    if page.text[token.start : end].casefold() in (page.reading.article.outlet or "").casefold():
        return None  # the paper's own talk with the speaker
    return Carrier(page.starts[index], end, token.start, end, page.owner[index])


def _is_site(word: str) -> bool:
    """A medium by its address: "kompas.com"."""
    name, dot, ending = word.lower().rpartition(".")
    return bool(dot and name) and ending in ("com", "co", "id", "net", "org", "news", "tv")


def _carrier(page: Page, index: int) -> Carrier | None:
    first, last = page.bounds(index)
    left = _left(page, index, first)
    if left is None:
        return None
    start = index + 1
    lists = page.speech.carriers
    while start < last and page.words[start] in lists["link"]:
        start += 1
    through = start + 1 < last and page.words[start + 1] == "dari" and page.tokens[start].text[0].islower()
    start += 2 * through  # "dilansir kabarLaut dari Warta Bahari": the second is where it comes from
    bare = start
    while bare < last and page.words[bare] in lists["shell"]:
        bare += 1
    end = _end(page, bare if bare < last else start, last)
    begin = bare if bare < end else start
    if begin >= end or page.words[begin] in page.speech.words["stops"] or not _can_carry(page, start, begin):
        return None
    tokens = page.tokens
    return Carrier(
        tokens[left].start, tokens[end - 1].end, tokens[begin].start, tokens[end - 1].end, page.owner[index]
    )


def _left(page: Page, index: int, first: int) -> int | None:
    """Where the phrase begins, if its verb stands as a carrier's: with "seperti", or opening a clause."""
    lists, word = page.speech.carriers, page.words[index]
    left = index
    while left > first and page.words[left - 1] in ("yang", "telah", "juga"):
        left -= 1
    if left > first and page.words[left - 1] in lists["like"]:
        return left - 1
    if word in lists["with_like"] or left != index:
        return None
    opens = index == first or page.tokens[index - 1].upos == "PUNCT"
    if word in lists["active"]:
        return index if opens else None
    follows = page.words[index + 1] in ("dari", "oleh") if index + 1 < len(page.words) else False
    return index if opens or follows else None


def _end(page: Page, start: int, last: int) -> int:
    limit = min(last, start + _LONGEST)
    for at in range(start, limit):
        token = page.tokens[at]
        if page.words[at] in _ENDS or (at > start and page.words[at] in page.speech.words["stops"]):
            return at
        if at > start and token.upos in ("VERB", "AUX", "PRON") and not token.text[0].isupper():
            return at
    return limit


def _can_carry(page: Page, start: int, begin: int) -> bool:
    """A name, or a source ("sumber terpercaya"): "mengutip data itu" has no carrier."""
    word = page.tokens[begin].text
    named = word[0].isupper() or _is_site(word)
    return named or page.words[start].startswith("sumber") or begin > start
