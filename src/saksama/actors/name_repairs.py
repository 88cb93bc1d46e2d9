"""What is known of a name in one place put right in another: missed, cut in pieces, labelled otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from saksama.actors.found import Found, in_title, span, surface
from saksama.actors.page import Page, Phrases
from saksama.records import Label

if TYPE_CHECKING:
    from saksama.actors.base import Base

_SHORTEST_REPAIR = 3
_LONGEST_PERSON = 5
_LONGEST_JOB = 3  # words of an occupation


def borders(model: Iterable[Found]) -> frozenset[int]:
    """The tokens where the model ends a body's name and begins a person's: "CEO Aprilia | Anna Petrova"."""
    inside = pairwise(sorted(model, key=lambda name: name.first))
    return frozenset(b.first for a, b in inside if a.last == b.first and (a.label, b.label) == ("ORG", "PER"))


def voted(names: list[Found], page: Page, parted: frozenset[int] = frozenset()) -> list[Found]:
    """One label for one name: what most of its places say; a part of a person's name is a person.

    What ends at one of the borders `parted` is a body, and no part of a person's name.
    """
    bodies = {surface(name, page) for name in names if name.last in parted and name.label == "ORG"}
    votes: dict[str, Counter[Label]] = {}
    people: set[str] = set()
    for name in names:
        votes.setdefault(surface(name, page), Counter())[name.label] += 1
        if name.label == "PER" and name.last - name.first > 1:
            people.update(page.lower[name.first : name.last])
    decided = []
    for name in names:
        words = surface(name, page)
        label = "PER" if words in people else votes[words].most_common(1)[0][0]
        if words in bodies and label == "PER":
            label = "ORG"
        decided.append(name if name.aliases or label == name.label else replace(name, label=label, inner=()))
    return decided


def repaired(names: list[Found], page: Page) -> Iterator[Found]:
    """Names that the model saw in one place and missed in another, a headline above all."""
    phrases: Phrases[Found] = Phrases(_repairs(names, page).items())
    taken = {index for name in names for index in range(name.first, name.last)}
    for index, token in enumerate(page.tokens):
        if page.lower[index] not in phrases.firsts or index in taken:
            continue
        if token.text[0].isupper() and token.upos == "PROPN":
            match = phrases.longest(page.lower, index, page.stop(index))
            if match and taken.isdisjoint(range(index, match[0])):
                taken.update(range(index, match[0]))
                yield replace(span(page, index, match[0], match[1].label), aliases=match[1].aliases)


def _repairs(names: list[Found], page: Page) -> dict[str, Found]:
    """Surfaces worth looking for: names that were seen, and the single words of people's names."""
    seen: dict[str, Found] = {}
    for name in names:
        words = surface(name, page)
        short = page.tokens[name.first].text.isupper() and len(words) > 1  # "UI", "BI"
        if (len(words) >= _SHORTEST_REPAIR or short) and words not in page.small:
            seen.setdefault(words, name)
    for name in names:
        if name.label == "PER" and name.last - name.first > 1:
            for word in page.lower[name.first : name.last]:
                if len(word) >= _SHORTEST_REPAIR and word.isalpha() and word not in page.small:
                    seen.setdefault(word, replace(name, aliases=()))
    return seen


def employers(names: list[Found], page: Page, base: Base) -> list[Found]:
    """In "Rider Ducati, Anna Petrova, mengaku" the first name is whom she works for, and no person."""
    people = {name.first: name for name in names if name.label == "PER"}
    whole = {word for n in people.values() if n.last - n.first > 1 for word in page.lower[n.first : n.last]}
    bodies = {
        surface(name, page)
        for name in people.values()
        if name.last - name.first == 1
        and not name.aliases
        and page.lower[name.first] not in base.words.given_names
        and page.lower[name.first] not in whole
        and _behind_occupation(name.first, page, base)
        and _described(name, people, page)
    }
    return [replace(n, label="ORG") if surface(n, page) in bodies else n for n in names]


def _behind_occupation(at: int, page: Page, base: Base) -> bool:
    starts = range(max(page.begin(at), at - _LONGEST_JOB), at)
    matches = (base.words.occupations.longest(page.lower, start, at) for start in starts)
    return any(match is not None and match[0] == at for match in matches)


def _described(name: Found, people: dict[int, Found], page: Page) -> bool:
    """Whether the full name of one person follows between commas, and no list."""
    stop = page.stop(name.first)
    other = people.get(name.last + 1) if name.last < stop and page.tokens[name.last].text == "," else None
    if other is None or other.last - other.first < 2 or other.last + 1 >= stop:
        return False
    closed, behind = page.tokens[other.last].text == ",", other.last + 1
    return closed and behind not in people and page.lower[behind] not in ("dan", "serta", "atau")


def joined(names: Iterable[Found], page: Page, parted: frozenset[int] = frozenset()) -> list[Found]:
    """A person's name that was seen in pieces, "Anna" and "Petrova", as one; two known people stay two.

    Nothing is joined across the borders `parted`.
    """
    whole: list[Found] = []
    for name in sorted(names, key=lambda n: n.start):
        last = whole[-1] if whole else None
        if last and last.last == name.first and last.label == name.label == "PER":
            apart = (last.aliases and name.aliases) or in_title(name, page) or name.first in parted
            same = page.sentence[last.first] == page.sentence[name.first]
            if same and not apart and name.last - last.first <= _LONGEST_PERSON:
                whole[-1] = span(page, last.first, name.last, "PER")
                continue
        whole.append(name)
    return whole
