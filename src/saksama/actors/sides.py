"""For whom the people and bodies of one article act, as far as text and knowledge base tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.actors.found import Found, Title
from saksama.actors.page import Page
from saksama.actors.people import Identity, People
from saksama.actors.terms import held
from saksama.records import Office

if TYPE_CHECKING:
    from saksama.actors.base import Base

_HOME_MARGIN = 2
_LEADING = ("supreme_leader", "head_of_state", "head_of_government")
_PUBLIC = ("IGO", "GOV", "MIL", "COP", "JUD", "LEG", "SPY")


@dataclass(frozen=True, slots=True)
class Side:
    """What a title says: the state or organisation ("" for none), PLOVER's sector, the title."""

    acts_for: str
    sector: str
    title: Title


class Sides:
    """Sides by person id and by name; `domestic` where the article is about the home country."""

    def __init__(self, base: Base, page: Page, people: People) -> None:
        article = page.article
        self._base, self._people, self._text = base, people, page.text
        self._day = article.published if article.dated else None
        self.domestic = False
        self.states: frozenset[str] = frozenset()
        self.title_tokens: frozenset[int] = frozenset()
        self.complements: frozenset[int] = frozenset()
        self.kin: frozenset[int] = frozenset()
        self.served: frozenset[int] = frozenset()
        self.by_person: dict[str, Side] = {}
        self.by_name: dict[int, Side] = {}
        self.out_of_office: dict[str, Side] = {}

    def read(self, names: Sequence[Found], titles: Sequence[Title]) -> None:
        """Take what the titles say; aides come last, since they act for whom their chief acts for."""
        self.domestic = self._is_domestic(names)
        self.title_tokens = frozenset(i for title in titles for i in range(title.first, title.end))
        self.complements = frozenset(title.of.first for title in titles if title.of)
        self.served = frozenset(
            i
            for title in titles
            if title.kind == "aide" and title.of and title.of.label == "PER"
            for i in range(title.last, title.of.last)
        )
        kin = (title for title in titles if title.excused in self._base.words.kin)
        self.kin = frozenset(
            i for title in kin for i in (title.first, title.person.first if title.person else -1)
        )
        sides = (self.of_name(name) for name in names if name.label != "PER")
        self.states = frozenset(side for side in sides if side and self._base.kind(side) == "state")
        for title in sorted(titles, key=lambda t: t.kind == "aide"):
            person = self.identity(title.person.start) if title.person else None
            if title.person is None or person is None:
                continue
            if title.excused:
                self._out_of_office(title, person.actor)
                continue
            public = title.kind != "occupation" or title.sector in _PUBLIC
            acts_for = self.of_title(title, person.actor) if public else None
            ours = title.sector == "IGO" and acts_for is not None and self._base.kind(acts_for) == "state"
            side = Side(acts_for or "", "GOV" if ours else title.sector, title)
            self.by_name[title.person.start] = side
            if not self.by_person.get(person.actor, side).acts_for or person.actor not in self.by_person:
                self.by_person[person.actor] = side

    def _out_of_office(self, title: Title, person: str) -> None:
        """ "mantan Presiden X", "calon presiden X" act for no government, unless another office is theirs."""
        sector = self._base.words.out_of_office.get(title.excused)
        offices = self._base.knowledge.offices_of(person)
        serving = self._day is not None and any(held(o, self._day).answer == "yes" for o in offices)
        if sector is None or title.person is None or title.kind == "occupation" or serving:
            return
        side = Side(self.of_title(title, person) or "", sector, title)
        self.by_name[title.person.start] = self.out_of_office[person] = side

    def identity(self, start: int) -> Identity | None:
        """Who the person is whose name begins at an offset."""
        return self._people.identities.get(start)

    def is_person(self, actor: str) -> bool:
        return actor in self._people.locals or self._base.kind(actor) == "person"

    def leads(self, actor: str) -> bool:
        """Whether a person is at the head of a state by the text, or ever was by the knowledge base."""
        side = self.by_person.get(actor)
        if side and side.title.role:
            return side.title.role in ("leader", *_LEADING)
        return any(office.role in ("leader", *_LEADING) for office in self._base.knowledge.offices_of(actor))

    def bearer(self, title: Title, side: str | None) -> tuple[str, str] | None:
        """The person whom a title alone must mean, with the reason; None where it is open."""
        named = {
            person
            for person, known in self.by_person.items()
            if _same_role(title.role, known.title.role) and side in (None, known.acts_for)
        }
        if len(named) == 1:
            return named.pop(), "the text gives this person the title elsewhere"
        if named or not (title.role and side and self._day):
            return None
        holders = self._base.knowledge.holders(title.role, side, self._day)
        people = {office.person for office in holders}
        sure = len(people) == 1 and not holders.possible
        return (people.pop(), "only holder of the office on the day") if sure else None

    def of_title(self, title: Title, person: str | None) -> str | None:
        """Whose title it is: what stands behind it, else the bearer's own office of that role."""
        offices = self._base.knowledge.offices_of(person) if person else ()
        for_ = {office.for_ for office in offices if title.role and office.role == title.role}
        if title.of:
            side = self.of_name(title.of)
            # "Ketua DPR" of another country: the name of our parliament stands for theirs.
            abroad = side == self._base.words.home and title.of.label == "ORG" and len(for_) == 1
            return for_.pop() if abroad else side
        if len(for_) == 1:
            return for_.pop()
        if title.role and offices and not for_:
            return self._country(person, offices)
        return (
            self._base.words.home if self.domestic and title.sector in ("GOV", "MIL", "COP", "JUD") else None
        )

    def of_name(self, name: Found) -> str | None:
        """The side of a state, body, place or person as named."""
        public = self._base.words.body_sector(self._text[name.start : name.end].lower().split()) in _PUBLIC
        aliases = name.aliases or (name.inner if public else ())
        if name.label == "PER":
            person = self.identity(name.start)
            return self.of_person(person.actor) if person else None
        return self._base.side(aliases[0].actor) if aliases else None

    def of_person(self, actor: str) -> str | None:
        """The side that the text gives a person, else the office of the day, else the only one ever."""
        side = self.by_person.get(actor)
        if side and side.acts_for:
            return side.acts_for
        return office_side(self._base.knowledge.offices_of(actor), self._day)

    def _country(self, person: str | None, offices: Iterable[Office]) -> str | None:
        """A person's country, where all the offices that are known were held for it."""
        known = self._base.actor(person) if person else None
        return known.country if known and {office.for_ for office in offices} == {known.country} else None

    def _is_domestic(self, names: Sequence[Found]) -> bool:
        home = self._base.words.home
        counts = Counter(self._country_of(name) for name in names if name.label != "PER")
        foreign = sum(count for country, count in counts.items() if country not in (home, None))
        return counts[home] > 0 and counts[home] >= _HOME_MARGIN * foreign

    def _country_of(self, name: Found) -> str | None:
        if name.aliases:
            return self._base.side(name.aliases[0].actor)
        surface = self._text[name.start : name.end]
        return self._base.country_of_place(surface) if name.label == "LOC" else None


def _same_role(asked: str, held_: str) -> bool:
    """ "pemimpin" may mean whoever is at the head."""
    return bool(asked) and (asked == held_ or (asked == "leader" and held_ in _LEADING))


def office_side(offices: Sequence[Office], day: str | None) -> str | None:
    """For whom somebody with these offices acts on a day (EDTF), or at any time if that is one only."""
    sides = {office.for_ for office in offices if day is None or may_hold(office, day)}
    if not sides:
        sides = {office.for_ for office in offices}
    return sides.pop() if len(sides) == 1 else None


def may_hold(office: Office, day: str) -> bool:
    """Whether the office was not surely another's on the day."""
    return held(office, day).answer != "no"
