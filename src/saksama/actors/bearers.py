"""Who bears a title: the name beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksama.actors.found import Found, NameMap, Title, span
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

_ENDS = frozenset({",", ")", ".", "-", "–", "—"})
_NO_NAME = frozenset({"VERB", "ADP", "AUX", "SCONJ"})
_FEW_NAMES, _MANY_NAMES = 2, 5
_MANY_WORDS = 4
_SUITS, _OPEN, _OTHERS = 2, 1, 0


class Bearers:
    """Finds the bearers of titles; `unseen` collects the names that the model missed."""

    def __init__(self, page: Page, names: NameMap, base: Base) -> None:
        self._page, self._names, self._base = page, names, base
        self._titled: set[int] = set()
        self.unseen: list[Found] = []

    def of(self, title: Title) -> Found | None:
        """The name behind the title, or before it as in "Sergei Shoigu, Menteri Pertahanan Rusia,"."""
        before, after = self._named_before(title), self._named_after(title)
        person = after or before
        if before and after and self._page.tokens[title.end].text == ",":
            person = before if self._fit(before, title) >= self._fit(after, title) else after
        return None if person and title.of and person.start == title.of.start else person

    def suits(self, person: Found, title: Title) -> bool:
        """Whether the knowledge base knows the person in that role."""
        return self._fit(person, title) == _SUITS

    def _named_after(self, title: Title) -> Found | None:
        at, stop = title.end, self._page.stop(title.first)
        comma = at < stop and self._page.tokens[at].text == ","
        at += comma
        while at < stop and self._page.lower[at] in self._base.words.honorifics:
            at += 1
        person = self._names.by_first.get(at) or (None if comma else self._unseen(at, title))
        if person is None or person.label != "PER":
            return None
        open_ = title.of is None and title.kind == "office" and not self.suits(person, title)
        if comma and (open_ or not self._may_hold(person, title)):
            return None
        self._titled.add(person.start)
        return person

    def _unseen(self, at: int, title: Title) -> Found | None:
        """The proper nouns right behind a public office are its bearer, though the model saw no name."""
        if title.kind != "office" or title.role in ("", "minister"):
            return None
        last, stop = at, min(self._page.stop(at - 1), at + _MANY_NAMES)
        while last < stop and self._like_a_name(last):
            last += 1
        return self._made(at, last)

    def _unseen_before(self, at: int, title: Title) -> Found | None:
        """The same in front: "Yury Ushakov, ajudan Putin,"."""
        if title.of is None or title.kind == "occupation":
            return None
        first, begin = at, max(self._page.begin(title.first), at - _MANY_NAMES)
        while first > begin and self._like_a_name(first - 1):
            first -= 1
        return self._made(first, at)

    def _made(self, first: int, last: int) -> Found | None:
        if last - first < _FEW_NAMES or self._page.tokens[first].upos != "PROPN":
            return None
        person = span(self._page, first, last, "PER")
        self._names.add(person)
        self.unseen.append(person)
        return person

    def _like_a_name(self, index: int) -> bool:
        token, word = self._page.tokens[index], self._page.lower[index]
        if index in self._names.at or token.upos in _NO_NAME or not token.text.isalpha():
            return False
        words = self._base.words
        plain = word in self._page.small or word in words.calendar or word in words.headline_verbs
        capital = token.text.istitle() and not word.endswith("kan")
        return capital and not plain and not self._page.sentences[self._page.sentence[index]].is_title

    def _named_before(self, title: Title) -> Found | None:
        """The person of "Sergei Shoigu, Menteri …" and "Sergei Shoigu (Menteri …)"."""
        at = title.first - 1
        while at > self._page.begin(title.first) and self._page.lower[at] in self._base.words.excuses_before:
            at -= 1
        if at <= self._page.begin(title.first) or self._page.tokens[at].text not in (",", "("):
            return None
        person = self._names.by_last.get(at) or self._unseen_before(at, title)
        closed = title.end >= self._page.stop(title.first) or self._page.tokens[title.end].text in _ENDS
        if not person or not closed or not self._is_person(person, title):
            return None
        # In a list, "Wakil Presiden A, Menteri B", a bearer of one title is not the bearer of the next.
        return None if person.start in self._titled and not self.suits(person, title) else person

    def _is_person(self, name: Found, title: Title) -> bool:
        """A person by label, or mislabelled: "Yury Ushakov (ORG), ajudan Putin"."""
        if name.label == "PER" or name.aliases:
            return name.label == "PER"
        short = name.label == "ORG" and name.last - name.first < _MANY_WORDS
        body = self._page.lower[name.first] in self._base.words.bodies
        return short and not body and (title.kind == "aide" or title.of is not None)

    def _may_hold(self, person: Found, title: Title) -> bool:
        """Across a comma, "Presiden Rusia, Kim Jong Un" is a list where the person is another state's."""
        known = self._base.actor(person.aliases[0].actor) if person.aliases else None
        of = self._base.side(title.of.aliases[0].actor) if title.of and title.of.aliases else None
        return not (known and known.country and of and self._base.kind(of) == "state" and known.country != of)

    def _fit(self, person: Found, title: Title) -> int:
        """How well a person's offices suit the title: 2 role and state, 1 nothing known, 0 others."""
        if not person.aliases:
            return _OPEN
        offices = self._base.knowledge.offices_of(person.aliases[0].actor)
        return _SUITS if any(office.role == title.role for office in offices) else _OTHERS
