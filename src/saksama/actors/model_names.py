"""The model's names, cut to what is a name: no titles, no verbs, no common words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from saksama.actors.found import Found, in_title, span, surface
from saksama.actors.page import Page
from saksama.records import Label, Token

if TYPE_CHECKING:
    from saksama.actors.base import Base

YOUNGER = frozenset({"jr", "jr.", "junior", "sr", "sr."})
_JOINTS = frozenset({"dan", "&", ",", "dengan", "/", "serta", "atau", ";", "vs", "vs.", "-", "–"})
_NO_WORDS = re.compile(r"https?:|www\.|(?:rp|us\$|\$)?\.?\d[\d.,]*$")
_NAMING = frozenset({"PROPN", "X", "NUM"})
_LONGEST_PERSON = 5
_LONGEST_TITLE = 3  # tokens of a title in front of what the model takes for a name


def model_names(page: Page, base: Base) -> list[Found]:
    """The names that the model sees, in text order, cleaned and parted."""
    names = [piece for name in _from_model(page) for piece in _cleaned(name, page, base)]
    return _extended([name for name in _trusted(names, page) if not _common(name, page, base)], page, base)


def _from_model(page: Page) -> Iterator[Found]:
    for offset, sentence in zip(page.first, page.sentences, strict=False):
        for name in sentence.names:
            if name.label in ("PER", "ORG", "LOC"):
                yield span(page, offset + name.first, offset + name.last, name.label)  # type: ignore[arg-type]


def _cleaned(found: Found, page: Page, base: Base) -> Iterator[Found]:
    """The model's name without title, honorific and marks; "A dan B" as two where it says person."""
    at = found.first
    for index in range(found.first, found.last + 1):
        joint = index == found.last or (found.label != "ORG" and page.lower[index] in _JOINTS)
        if joint:
            piece = _trimmed(at, index, found.label, page, base)
            if piece:
                yield piece
            at = index + 1


def _trimmed(first: int, last: int, label: Label, page: Page, base: Base) -> Found | None:
    """The stretch without what is no part of a name at either end; None where no name is left."""
    if label == "PER":
        behind = _after_titles(first, last, page, base)
        titled = behind > first or any(base.title_ends(page, first, back) for back in (1, 2, 3))
        first = behind
        if titled and last - first > 1 and _of_title(page.tokens[first].text, base):
            first += 1
        while last > first and _no_ending(page.lower[last - 1], last - first, base):
            last -= 1
    else:
        first = _behind_title(first, last, page, base)
    while first < last and _no_beginning(first, last, label, page):
        first += 1
    while last > first and (
        not _may_end(page.tokens[last - 1])
        or (last - first > 1 and page.lower[last - 1] in base.words.day_words)
    ):
        last -= 1
    proper = any(page.tokens[index].upos in _NAMING for index in range(first, last))
    if label == "PER" and all(_of_degree(page.lower[index], base) for index in range(first, last)):
        return None
    return span(page, first, last, label) if proper else None


def _of_degree(word: str, base: Base) -> bool:
    """ "D." of "Ph. D.", "MA", "KH.": a letter, a degree or an honorific names nobody."""
    bare = word.rstrip(".")
    lists = base.words
    titled = word in lists.after_name or word in lists.honorifics or bare in lists.honorifics
    return len(bare) < 2 or (titled and bare not in lists.given_names)


def _behind_title(first: int, last: int, page: Page, base: Base) -> int:
    """Where a name begins whose first words end a title: "Menteri Luar *Negeri Jerman X Y*"."""
    for back in range(1, min(_LONGEST_TITLE, first - page.begin(first)) + 1):
        title = base.titles.longest(page.lower, first - back, last)
        if title and first < title[0] < last:
            return title[0]
    return first


def _of_title(word: str, base: Base) -> bool:
    """Whether it belongs to the title before: "Presiden *KSPI* X", "Gubernur *Bali* X"."""
    return (word.isupper() and len(word) > 2) or base.country_of_place(word) is not None


def _no_ending(word: str, length: int, base: Base) -> bool:
    """A degree behind a name, or the title of the next one."""
    title = length > 1 and base.titles.longest([word], 0, 1) is not None
    return (word in base.words.after_name and word not in YOUNGER) or (
        title and word not in base.words.given_names
    )


def _no_beginning(first: int, last: int, label: Label, page: Page) -> bool:
    """A small word, a verb, or for people a plain noun: "Mengutip X", "Rombongan X"."""
    token, more = page.tokens[first], first + 1 < last
    plain = label == "PER" and page.lower[first] in page.small
    return not token.text[0].isupper() or (more and (token.upos == "VERB" or plain))


def _may_end(token: Token) -> bool:
    text = token.text
    return (text[-1].isalnum() or text[-1] == ".") and (text[0].isupper() or text[0].isdigit())


def _after_titles(first: int, last: int, page: Page, base: Base) -> int:
    """The first token of ``[first, last)`` behind honorifics and titles."""
    while first < last:
        title = base.titles.longest(page.lower, first, last)
        given = title and title[0] == first + 1 and page.lower[first] in base.words.given_names
        if title and title[0] < last and not given:
            first = title[0]
        elif page.lower[first] in base.words.honorifics and first + 1 < last:
            first += 1
        else:
            break
    return first


def _trusted(model: list[Found], page: Page) -> list[Found]:
    """Drop from a headline what the body never names: Title Case misleads the model."""
    body = {f" {surface(name, page)} " for name in model if not in_title(name, page)}
    if not body:
        return model
    known = "|".join(sorted(body))
    return [n for n in model if not in_title(n, page) or f" {surface(n, page)} " in known]


def _common(name: Found, page: Page, base: Base) -> bool:
    """An address, an amount, or one word that the article writes small elsewhere or that names nobody."""
    word = page.lower[name.first]
    if _NO_WORDS.match(word):
        return True
    lists = base.words
    common = (
        word in page.small or word in lists.calendar or word in lists.no_names or word in base.title_firsts
    )
    return name.last - name.first == 1 and common and word not in lists.given_names


def _extended(model: list[Found], page: Page, base: Base) -> list[Found]:
    """People's names run on over the proper nouns behind them: the model stops too early."""
    taken = {index for name in model if name.label != "PER" for index in range(name.first, name.last)}
    names: list[Found] = []
    for name in sorted(model, key=lambda n: n.start):
        if names and name.first < names[-1].last:
            continue
        last = name.last
        longest = name.first + _LONGEST_PERSON if name.label == "PER" else last
        while last < longest and last not in taken and _runs_on(last, page, base):
            last += 1
        names.append(span(page, name.first, last, name.label))
    return names


def _runs_on(index: int, page: Page, base: Base) -> bool:
    if index >= page.stop(index - 1) or page.sentences[page.sentence[index]].is_title:
        return False
    token, word = page.tokens[index], page.lower[index]
    written = token.text.isalpha() and token.text[0].isupper() and not token.text.isupper()
    proper = token.upos not in ("VERB", "ADP", "AUX", "SCONJ", "CCONJ", "DET")
    plain = word in base.words.calendar or word in page.small or word in base.title_firsts
    return proper and written and not plain and word not in base.words.headline_verbs
