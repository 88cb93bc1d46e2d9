"""Titles in the text and the people they belong to: "Menteri Pertahanan Rusia, Sergei Shoigu"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.actors.bearers import Bearers
from saksama.actors.excuses import Excuses
from saksama.actors.found import Found, NameMap, Title
from saksama.actors.page import Page
from saksama.actors.title_reader import TitleReader

if TYPE_CHECKING:
    from saksama.actors.base import Base


def find_titles(page: Page, names: list[Found], base: Base) -> tuple[list[Title], list[Found]]:
    """The titles of an article in text order, and the names: who bears a title is a person."""
    finder = _Finder(page, names, base)
    titles = list(finder.find())
    people = {title.person.start for title in titles if title.person}
    known = [replace(n, label="PER", inner=()) if n.start in people else n for n in names]
    return titles, sorted([*known, *finder.unseen], key=lambda name: name.start)


class _Finder:
    def __init__(self, page: Page, names: list[Found], base: Base) -> None:
        self._page, self._base = page, base
        self._names = NameMap(names)
        self._reader = TitleReader(page, self._names, base)
        self._bearers = Bearers(page, self._names, base)
        self._excuses = Excuses(page, base, self._names.at)

    @property
    def unseen(self) -> list[Found]:
        return self._bearers.unseen

    def find(self) -> Iterator[Title]:
        end, firsts = 0, self._base.title_firsts
        for index, word in enumerate(self._page.lower):
            if word not in firsts or index < end or index in self._names.at:
                continue
            title = self._reader.read(index)
            if title and not self._given_name(title := self._borne(title)):
                # Whom an aide serves has a title of their own: "ajudan *Presiden X*".
                served = title.kind == "aide" and title.of is not None and title.of.label == "PER"
                end = title.last if served and not title.excused else title.end
                yield title

    def _borne(self, title: Title) -> Title:
        person = self._bearers.of(title)
        excused = self._excuses.of(title.first, (title.last, title.end), person)
        return replace(title, person=person, excused=excused)

    def _given_name(self, title: Title) -> bool:
        """ "Raja Sinambela", "Sultan Hasanuddin": a title only for a state or for one who reigned."""
        doubtful = self._page.lower[title.first] in self._base.words.given_names and title.of is None
        suits = title.person is not None and self._bearers.suits(title.person, title)
        return doubtful and not suits
