"""Names, titles and groups as mentions: who stands there and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.actors.bodies import Body
from saksama.actors.found import Found, Title
from saksama.actors.localities import Localities
from saksama.actors.page import Page
from saksama.actors.sides import Sides
from saksama.records import Mention

if TYPE_CHECKING:
    from saksama.actors.base import Base

_OPEN_OFFICE = "an office whose holder nobody names"
_PUBLIC = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})


class Namer:
    """Makes the mentions of one article out of what the other parts of this room found."""

    def __init__(self, page: Page, base: Base, sides: Sides) -> None:
        self._page, self._base, self._sides = page, base, sides
        self._localities = Localities(base.words.place_kinds)

    def mentions(
        self, names: Sequence[Found], titles: Sequence[Title], bodies: Mapping[int, Body]
    ) -> Iterator[Mention]:
        """Names, then titles, then groups."""
        taken = {index for name in names for index in range(name.first, name.last)}
        taken.update(index for title in titles for index in range(title.first, title.last))
        self._localities.see(self._page.text[n.start : n.end] for n in names if n.label == "LOC")
        yield from (self._name(found, bodies.get(found.start)) for found in names)
        yield from self._titles(titles)
        yield from self._groups({name.first: name for name in names}, taken)

    def _name(self, found: Found, body: Body | None) -> Mention:
        identity = self._sides.identity(found.start) if found.label == "PER" else None
        if identity:
            side = self._sides.by_name.get(found.start)
            acts_for = side.acts_for or None if side else None
            return self._mention(
                found, identity.actor, identity.reason, (acts_for, side.sector if side else "")
            )
        if body:
            reason = "organisation named by the text"
            return self._mention(found, body.id, reason, (body.acts_for, body.sector))
        if found.aliases:
            return self._known(found)
        return self._place(found)

    def _known(self, found: Found) -> Mention:
        alias = found.aliases[0]
        acts_for, sector = self._base.side(alias.actor), self._base.sector(alias.actor)
        if alias.kind == "metonym":
            if reason := self._no_agent(found):
                return self._located(found, reason, acts_for)
            return self._mention(found, alias.actor, "metonym", (acts_for, alias.sector or sector))
        return self._mention(found, alias.actor, "name in the knowledge base", (acts_for, sector))

    def _place(self, found: Found) -> Mention:
        return self._located(found, "place", self._country(found))

    def _located(self, found: Found, reason: str, country: str | None) -> Mention:
        """A mere place, with an id of its own and the state in which it lies."""
        place = self._localities.id(self._page.text[found.start : found.end])
        return replace(self._mention(found, None, reason, (country, "")), place=place)

    def _country(self, found: Found) -> str | None:
        """The state in which a place lies, by the gazetteer or by its own name's last part."""
        if country := self._base.country_of_place(self._page.text[found.start : found.end]):
            return country
        facility = self._page.lower[found.first] in self._base.words.place_words
        return self._base.side(found.inner[0].actor) if found.inner and facility else None

    def _no_agent(self, found: Found) -> str:
        """Why a capital is a mere place here; empty where it stands for its government."""
        page = self._page
        before = page.lower[found.first - 1] if found.first > page.begin(found.first) else ""
        if before in self._base.words.place_words:
            return f"place: behind {before!r}"
        if all(alias.ambiguous for alias in found.aliases) and not self._among_states(found):
            return "place: nothing speaks for the government"
        return ""

    def _among_states(self, found: Found) -> bool:
        """Whether a doubtful capital stands as a party: named together with another state's."""
        page = self._page
        around = page.lower[max(page.begin(found.first), found.first - 1) : found.last + 1]
        own = found.aliases[0].actor
        return (
            own != self._base.words.home
            and own in self._sides.states
            and ("dan" in around or page.tokens[found.first].dep.startswith("nsubj"))
        )

    def _titles(self, titles: Sequence[Title]) -> Iterator[Mention]:
        """A mention for each title: of the person beside it, of one it must mean, else of its state."""
        for title in titles:
            found = self._span(title)
            if title.person and (who := self._sides.identity(title.person.start)):
                side = self._sides.by_name.get(title.person.start)
                acts_for = side.acts_for or None if side else None
                sector = side.sector if side and title.excused else title.sector
                yield self._mention(found, who.actor, "title of the name beside it", (acts_for, sector))
            elif not title.excused and (mention := self._alone(title, found)):
                yield mention

    def _alone(self, title: Title, found: Found) -> Mention | None:
        side = self._sides.of_title(title, None)
        if not title.of and not self._definite(title):
            return None
        if title.kind == "office" and (bearer := self._sides.bearer(title, side)):
            return self._mention(found, bearer[0], bearer[1], (side, title.sector))
        if side and title.of and (title.kind != "occupation" or title.sector in _PUBLIC):
            return self._mention(found, side, _OPEN_OFFICE, (side, title.sector or "GOV"))
        return None

    def _definite(self, title: Title) -> bool:
        """Whether a bare title means one holder: "Presiden menolak", "menteri itu", not "presiden baru"."""
        page = self._page
        before = page.lower[title.first - 1] if title.first > page.begin(title.first) else ""
        behind = page.tokens[title.last] if title.last < page.stop(title.first) else None
        if before in self._base.words.counting:
            return False
        if behind and behind.text.lower() in self._base.words.determiners:
            return True
        modified = behind is not None and behind.upos in ("NOUN", "PROPN", "ADJ", "NUM")
        return page.tokens[title.first].text[0].isupper() and not modified

    def _span(self, title: Title) -> Found:
        last = title.of.last if title.of else title.last
        start, end = self._page.tokens[title.first].start, self._page.tokens[last - 1].end
        return Found(start, end, title.first, last, "NOM")

    def _groups(self, by_first: Mapping[int, Found], taken: set[int]) -> Iterator[Mention]:
        """ "pemerintah AS", "pejabat senior NATO": a noun phrase that acts for the name behind it."""
        firsts = self._base.words.groups.firsts
        for index, word in enumerate(self._page.lower):
            if word not in firsts or index in taken:
                continue
            stop = self._page.stop(index)
            match = self._base.words.groups.longest(self._page.lower, index, stop)
            if match and (mention := self._group(index, match, by_first)):
                yield mention

    def _group(self, first: int, match: tuple[int, str], by_first: Mapping[int, Found]) -> Mention | None:
        at, sector = match
        if self._modifies(first):
            return None
        stop = min(self._page.stop(first), at + 3)
        while at < stop and at not in by_first and self._page.lower[at] in self._base.words.group_adjectives:
            at += 1
        name = by_first.get(at)
        side = self._whose(name) if name else None
        if name is None or side is None or (name.label == "PER" and sector != "GOV"):
            return None
        found = Found(self._page.tokens[first].start, name.end, first, name.last, "NOM")
        return self._mention(found, side, "acts for the name behind it", (side, sector))

    def _modifies(self, first: int) -> bool:
        """ "parade militer China": the word describes the noun before it and names no body."""
        word, page = self._page.lower[first], self._page
        noun = first > page.begin(first) and page.tokens[first - 1].upos in ("NOUN", "PROPN", "VERB")
        return word in self._base.words.modifiers and noun

    def _whose(self, name: Found) -> str | None:
        if side := self._sides.of_name(name):
            return side
        return self._country(name) if name.label == "LOC" and not name.aliases else None

    def _mention(
        self, found: Found, actor: str | None, reason: str, side: tuple[str | None, str] = (None, "")
    ) -> Mention:
        """A mention; `side` is for whom it acts by the text, and the sector."""
        sentence = self._page.sentences[self._page.sentence[found.first]].index
        text = self._page.text[found.start : found.end]
        return Mention(
            self._page.article.id, found.start, found.end, text, found.label, actor, reason,
            sentence=sentence, acts_for=side[0], sector=side[1],
        )  # fmt: skip
