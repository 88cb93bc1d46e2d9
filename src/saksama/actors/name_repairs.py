"""What is known of a name in one place put right in another: missed, cut in pieces, labelled otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from saksama.actors.found import Found, in_title, span, surface
from saksama.actors.page import Page, Phrases
from saksama.records import Label

_SHORTEST_REPAIR = 3
_LONGEST_PERSON = 5


def voted(names: list[Found], page: Page) -> list[Found]:
    """One label for one name: what most of its places say; a part of a person's name is a person."""
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


def joined(names: Iterable[Found], page: Page) -> list[Found]:
    """A person's name that was seen in pieces, "Anna" and "Petrova", as one; two known people stay two."""
    whole: list[Found] = []
    for name in sorted(names, key=lambda n: n.start):
        last = whole[-1] if whole else None
        if last and last.last == name.first and last.label == name.label == "PER":
            apart = (last.aliases and name.aliases) or in_title(name, page)
            same = page.sentence[last.first] == page.sentence[name.first]
            if same and not apart and name.last - last.first <= _LONGEST_PERSON:
                whole[-1] = span(page, last.first, name.last, "PER")
                continue
        whole.append(name)
    return whole
