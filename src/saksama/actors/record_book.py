"""The office records as answers: a person's offices, an office's holders, the table of a state.

Nothing here knows what day it is: without a day the whole list is given, and in a hole or after a
record's `known_until` the answer is "unknown".
"""

from __future__ import annotations

from functools import cache, cached_property

from saksama import edtf
from saksama.actors.entries import Known, OfficeEntry, PersonEntry, SideEntry, Term
from saksama.actors.knowledge import Alias, Knowledge
from saksama.actors.no_offices import MAIN, absent, never
from saksama.actors.record_gaps import missing_in
from saksama.actors.role_titles import title_of
from saksama.actors.tables import table
from saksama.actors.terms import held
from saksama.records import Actor, Bilingual, Office

_FIRST = ("supreme_leader", *MAIN)


class RecordBook:
    """Answers from one knowledge base; `day` is an EDTF date, or None for the whole list."""

    def __init__(self, known: Knowledge, day: str | None = None) -> None:
        self.known, self.day = known, day
        self.records: dict[tuple[str, str], list[Office]] = {}  # by state or organisation and role
        for office in sorted(known.offices(), key=lambda o: (o.from_ or "", o.to or "9999", o.person)):
            self.records.setdefault((office.for_, office.role), []).append(office)

    @cached_property
    def roles(self) -> dict[str, list[str]]:
        """The roles with records of each state or organisation, the main ones first."""
        found: dict[str, list[str]] = {}
        for for_, role in sorted(self.records, key=lambda key: (key[0], _rank(key[1]))):
            found.setdefault(for_, []).append(role)
        return found

    def person(self, actor: Actor) -> PersonEntry:
        """A person with offices, of the day where one is asked for."""
        terms = tuple(term for office in actor.offices if (term := self.term(office)))
        return PersonEntry(
            actor.id, actor.name, actor.wikidata, actor.country, self._aliases(actor), terms,
            len(actor.offices) - len(terms),
        )  # fmt: skip

    def side(self, actor: Actor) -> SideEntry:
        """A state or organisation; of a state the main offices are named even without a record."""
        roles = list(self.roles.get(actor.id, ()))
        if actor.kind == "state":
            roles += [role for role in MAIN if role not in roles and not never(role, actor.id)]
        acts_for = actor.acts_for if actor.acts_for != actor.id else None
        return SideEntry(
            actor.id, actor.kind, self.name(actor.id), acts_for, actor.wikidata, self._aliases(actor),
            tuple(name for name, country in _capitals() if country == actor.id),
            self._aliases(actor, metonyms=True),
            tuple(self.office(role, actor.id) for role in sorted(roles, key=_rank)),
        )  # fmt: skip

    def office(self, role: str, for_: str) -> OfficeEntry:
        """An office with its holders: all of them, or those of the day."""
        records, name = self.records.get((for_, role), []), self.name(for_)
        title = _title(records[-1]) if records else title_of(role, for_)
        if self.day is None:
            terms = tuple(term for office in records if (term := self.term(office)))
            missing = tuple(missing_in(self, role, for_))
            return OfficeEntry(role, title, for_, name, terms, missing, reason=never(role, for_))
        return self._on_day(OfficeEntry(role, title, for_, name, ()), records, self.day)

    def term(self, office: Office, *, beside: bool = False) -> Term | None:
        """A record as it is shown; None where it surely was not so on the day, unless `beside` it."""
        answer = None if self.day is None else held(office, self.day).answer
        if answer == "no" and not beside:
            return None
        actor = self.known.actor(office.person)
        return Term(
            office.person, actor.name if actor else office.person, actor.wikidata if actor else None,
            office.role, _title(office), office.for_, self.name(office.for_), office.from_, office.to,
            office.known_until, office.source, None if answer == "no" else answer,
        )  # fmt: skip

    def name(self, actor: str) -> Bilingual:
        """The name of a state or organisation in both languages."""
        known = self.known.actor(actor)
        own = known.name if known else actor
        return Bilingual(own, self.known.name_en(actor) or own)

    def is_state(self, actor: str) -> bool:
        known = self.known.actor(actor)
        return known is not None and known.kind == "state"

    def _on_day(self, entry: OfficeEntry, records: list[Office], day: str) -> OfficeEntry:
        terms = [term for office in records if (term := self.term(office))]
        terms.sort(key=lambda term: term.answer != "yes")
        sure = [term for term in terms if term.answer == "yes"]
        people = {term.person for term in sure}
        reason = None if terms else absent(entry.role, entry.for_, day)
        answer: Known = "none" if reason else "unknown"
        if people:
            answer = "held" if len(people) == 1 else "handover" if _hands_over(sure, day) else "shared"
        open_ = answer == "unknown" and not terms
        before = [o for o in records if open_ and edtf.before(o.to, day)]
        after = [o for o in records if open_ and edtf.before(day, o.from_)]
        return OfficeEntry(
            entry.role, terms[0].title if terms else entry.title, entry.for_, entry.for_name, tuple(terms),
            (), answer, reason,
            self.term(before[-1], beside=True) if before else None,
            self.term(after[0], beside=True) if after else None,
        )  # fmt: skip

    def _aliases(self, actor: Actor, *, metonyms: bool = False) -> tuple[str, ...]:
        """Other names; or the seats and capitals that stand for a government."""
        others = (alias for alias in self._by_actor.get(actor.id, ()) if alias.surface != actor.name)
        return tuple(alias.surface for alias in others if (alias.kind == "metonym") == metonyms)

    @cached_property
    def _by_actor(self) -> dict[str, list[Alias]]:
        found: dict[str, list[Alias]] = {}
        for aliases in self.known.aliases.values():
            for alias in aliases:
                found.setdefault(alias.actor, []).append(alias)
        return found


def _hands_over(terms: list[Term], day: str) -> bool:
    """Whether all but the last end on the day on which the last begins."""
    *old, new = terms
    return new.from_ == day and all(term.to == day for term in old)


def _rank(role: str) -> tuple[int, str]:
    return (_FIRST.index(role) if role in _FIRST else len(_FIRST), role)


def _title(office: Office) -> Bilingual:
    return Bilingual(office.title_id or office.title, office.title)


@cache
def _capitals() -> tuple[tuple[str, str], ...]:
    rows = table("places.tsv", ("name", "country", "lat", "lon", "kind", "ambiguous", "aliases"))
    return tuple((name, country) for name, country, _, _, kind, _, _ in rows if kind == "capital")
