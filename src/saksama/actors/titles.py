"""Titles in the text and the people they belong to: "Menteri Pertahanan Rusia, Sergei Shoigu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from saksama.actors.excuses import Excuses
from saksama.actors.found import Found
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

Kind = Literal["office", "aide", "occupation"]

_ORDINAL = re.compile(r"ke-?\d{1,3}")
_LINKS = frozenset({"dari", "untuk", "di", "bagi"})
_GLUE = frozenset({"dan", "bidang", "urusan", "serta", "&"})
_LONGEST_BRACKET = 6
_LONGEST_PORTFOLIO = 8
_MANY_WORDS = 4


@dataclass(frozen=True, slots=True)
class Title:
    """Title words ``[first, last)``, with their complement up to `end`, and who bears the title.

    `of` is the state, body or (for an aide) person that the title belongs to; `role` is empty where
    it is no office that the knowledge base keeps. `excused` names the word that makes it no claim.
    """

    first: int
    last: int
    end: int
    kind: Kind
    role: str
    sector: str
    of: Found | None
    person: Found | None
    excused: str


def find_titles(page: Page, names: list[Found], base: Base) -> tuple[list[Title], list[Found]]:
    """The titles of an article in text order, and the names: who bears a title is a person."""
    finder = _Finder(page, names, base)
    titles = list(finder.find())
    people = {title.person.start for title in titles if title.person}
    named = [
        replace(n, label="PER", inner=()) if n.start in people and n.label != "PER" else n for n in names
    ]
    return titles, named


class _Finder:
    def __init__(self, page: Page, names: list[Found], base: Base) -> None:
        self.page, self.base = page, base
        self.by_first = {name.first: name for name in names}
        self.by_last = {name.last: name for name in names}
        self.at = {index: name for name in names for index in range(name.first, name.last)}
        self.excuses = Excuses(page, base, self.at)

    def find(self) -> Iterator[Title]:
        end, firsts = 0, self.base.title_firsts
        for index, word in enumerate(self.page.lower):
            if word in firsts and index >= end and index not in self.at and (title := self._at(index)):
                end = title.end
                yield self._with_person(title)

    def _at(self, index: int) -> Title | None:
        """The title whose words begin at `index`, with its complement."""
        lower, stop = self.page.lower, self.page.stop(index)
        if lower[index] in self.base.words.deputies and index + 1 < stop and index + 1 not in self.at:
            return self._of_deputy(index)
        if office := self.base.titles.longest(lower, index, stop):
            last, entry = office
            title = Title(index, last, last, "office", entry.role, entry.sector, None, None, "")
        elif aide := self.base.words.aides.longest(lower, index, stop):
            title = Title(index, aide[0], aide[0], "aide", "", aide[1], None, None, "")
        elif job := self.base.words.occupations.longest(lower, index, stop):
            title = Title(index, job[0], job[0], "occupation", "", job[1], None, None, "")
        else:
            return None
        return self._completed(title)

    def _completed(self, title: Title) -> Title:
        name = self.at.get(title.last - 1)
        if name:  # "Ketua DPR" with "DPR AS", "juru bicara Kremlin": the complement is part of the title
            return replace(title, of=name, end=self._past_qualifiers(self._past_brackets(name.last)))
        return self._with_complement(title)

    def _of_deputy(self, index: int) -> Title | None:
        """ "Wakil Ketua MK" is not the head; unless the list knows the deputy's own office."""
        own = self.base.titles.longest(self.page.lower, index, self.page.stop(index))
        if own:
            last, entry = own
            return self._completed(
                Title(index, last, last, "office", entry.role, entry.sector, None, None, "")
            )
        head = self._at(index + 1)
        return replace(head, first=index, role="", kind="occupation") if head else None

    def _with_complement(self, title: Title) -> Title:
        at = self._past_brackets(title.last)
        at = self._past_qualifiers(at)
        linked = title.kind != "office" and at < self.page.stop(title.first) and self.page.lower[at] in _LINKS
        at += linked
        far = self._past_portfolio(at) if title.kind == "office" else self._past_field(at)
        name = self.by_first.get(far)
        if linked and (name is None or (name.label == "PER" and title.kind != "aide")):
            return title
        if far != at:
            if name is None:
                return title
            title = replace(title, role="")
        if name is None or (name.label == "PER" and title.kind != "aide"):
            return replace(title, end=far if name else title.last)
        return replace(title, of=name, end=self._past_qualifiers(self._past_brackets(name.last)))

    def _past_brackets(self, at: int) -> int:
        """Behind "(AS)" or "(Menlu)" at `at`; `at` itself where there is none."""
        stop = min(self.page.stop(at - 1), at + _LONGEST_BRACKET)
        if at < stop and self.page.tokens[at].text == "(":
            for index in range(at + 1, stop):
                if self.page.tokens[index].text == ")":
                    return index + 1
        return at

    def _past_qualifiers(self, at: int) -> int:
        """Behind "ke-47", "terpilih", "interim"."""
        stop = self.page.stop(at - 1)
        while at < stop and (
            self.page.lower[at] in self.base.words.excuses_after or _ORDINAL.fullmatch(self.page.lower[at])
        ):
            at += 1
        return at

    def _past_portfolio(self, at: int) -> int:
        """Behind capitalised words that are no name: "Menteri *Koordinator Bidang Pangan* X"."""
        stop = min(self.page.stop(at - 1), at + _LONGEST_PORTFOLIO)
        index = at
        while index < stop and index not in self.at:
            if self.page.lower[index] in self.base.words.honorifics:
                break
            if not (self.page.tokens[index].text[0].isupper() or self.page.lower[index] in _GLUE):
                break
            index += 1
        return index if index < stop else at

    def _past_field(self, at: int) -> int:
        """Behind the field of an occupation: "pengamat *mata uang* X", "Direktur *Keuangan* X"."""
        stop = min(self.page.stop(at - 1), at + _LONGEST_PORTFOLIO)
        index = at
        while (
            index < stop and index not in self.at and self.page.lower[index] not in self.base.words.honorifics
        ):
            token = self.page.tokens[index]
            if token.upos not in ("NOUN", "PROPN", "ADJ") and self.page.lower[index] not in _GLUE:
                break
            index += 1
        return index if index < stop and index in self.by_first else at

    def _with_person(self, title: Title) -> Title:
        before, after = self._named_before(title), self._named_after(title)
        person = after or before
        if before and after and self.page.tokens[title.end].text == ",":
            person = before if self._fits(before, title) >= self._fits(after, title) else after
        if person and title.of and person.start == title.of.start:
            person = None
        return replace(
            title, person=person, excused=self.excuses.of(title.first, (title.last, title.end), person)
        )

    def _named_after(self, title: Title) -> Found | None:
        at, stop = title.end, self.page.stop(title.first)
        comma = at < stop and self.page.tokens[at].text == ","
        at += comma
        while at < stop and self.page.lower[at] in self.base.words.honorifics:
            at += 1
        person = self.by_first.get(at)
        if person is None or person.label != "PER":
            return None
        return None if comma and not self._may_hold(person, title) else person

    def _named_before(self, title: Title) -> Found | None:
        """The person of "Sergei Shoigu, Menteri …" and "Sergei Shoigu (Menteri …)"."""
        at = title.first - 1
        while at > self.page.begin(title.first) and self.page.lower[at] in self.base.words.excuses_before:
            at -= 1
        if at <= self.page.begin(title.first) or self.page.tokens[at].text not in (",", "("):
            return None
        person = self.by_last.get(at)
        closed = title.end >= self.page.stop(title.first) or not self._goes_on(title.end)
        return person if person and self._is_person(person, title) and closed else None

    def _is_person(self, name: Found, title: Title) -> bool:
        """A person by label, or mislabelled: "Yury Ushakov (ORG), ajudan Putin"."""
        if name.label == "PER" or name.aliases:
            return name.label == "PER"
        head = self.page.lower[name.first]
        sure = title.kind == "aide" or title.of is not None
        return (
            sure
            and name.label == "ORG"
            and name.last - name.first < _MANY_WORDS
            and head not in self.base.words.bodies
        )

    def _goes_on(self, at: int) -> bool:
        """Whether a word follows that makes the title the subject of its own clause."""
        return self.page.tokens[at].upos in ("VERB", "AUX", "ADV", "NOUN", "PROPN")

    def _may_hold(self, person: Found, title: Title) -> bool:
        """Across a comma, "Presiden Rusia, Kim Jong Un" is a list where the person is another state's."""
        known = self.base.actor(person.aliases[0].actor) if person.aliases else None
        of = self.base.side(title.of.aliases[0].actor) if title.of and title.of.aliases else None
        return not (known and known.country and of and self.base.kind(of) == "state" and known.country != of)

    def _fits(self, person: Found, title: Title) -> int:
        """How well a person's offices suit the title: 2 role and state, 1 nothing known, 0 others."""
        if not person.aliases:
            return 1
        offices = self.base.knowledge.offices_of(person.aliases[0].actor)
        return 2 if any(office.role == title.role for office in offices) else 0
