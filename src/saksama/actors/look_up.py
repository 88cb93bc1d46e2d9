"""What somebody asks the record book: a person, a state, an organisation or an office, by name.

Names are compared without case, accents and marks. A name that stands for nobody is answered with
near ones, never with a guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from saksama import edtf
from saksama.actors.entries import Found
from saksama.actors.gazetteer import spaced
from saksama.actors.knowledge import Knowledge
from saksama.actors.no_offices import MAIN
from saksama.actors.record_book import RecordBook
from saksama.actors.record_gaps import all_missing
from saksama.errors import UsageError
from saksama.records import Actor

_LINKS = frozenset("dari untuk di bagi of for the s".split())
_LEADING = ("supreme_leader", "head_of_state", "head_of_government")
_NEAR = 72  # per cent of the letters
_NEAR_COUNT = 6


def key(name: str) -> str:
    """A name as it is compared: small, bare letters, one blank for every mark."""
    return " ".join(spaced(name).lower().split())


class LookUp:
    """Answers queries; one for a call."""

    def __init__(self, known: Knowledge, on: str | None = None) -> None:
        if on is not None and edtf.parse(on) is None:
            raise UsageError(f"{on!r} is no date (2024-06-19, 2024-06 or 2024)")
        self._known, self._on, self._book = known, on, RecordBook(known, on)

    def find(self, query: str) -> Found:
        """Whom or what the query names; with near names where it is nobody."""
        asked = key(query)
        if not asked:
            raise UsageError("nothing to look up: name a person, an office, a state or an organisation")
        people, sides = self._actors(query.strip(), asked)
        offices = () if people or sides else self._offices(asked)
        if not (people or sides or offices):
            people = self._titled(asked) or self._by_words(asked)
        elif people and not sides:
            people = tuple(dict.fromkeys((*people, *self._by_words(asked))))
        return replace(
            self._empty(query),
            people=tuple(map(self._book.person, people)),
            sides=tuple(map(self._book.side, sides)),
            offices=tuple(self._book.office(role, for_) for role, for_ in offices),
            suggestions=() if people or sides or offices else self._near(asked),
        )

    def gaps(self, query: str | None) -> Found:
        """What the records lack, of one state or organisation or of all."""
        if query is None:
            return replace(self._empty(""), missing=tuple(all_missing(self._book)), asked_gaps=True)
        _, sides = self._actors(query.strip(), key(query))
        if not sides:
            return replace(self._empty(query), suggestions=self._near(key(query)))
        own = {side.id for side in sides}
        missing = tuple(each for each in all_missing(self._book) if each.for_ in own)
        return replace(self._empty(query), missing=missing, asked_gaps=True)

    def _empty(self, query: str) -> Found:
        return Found(query.strip(), self._on, self._known.known_until)

    def _actors(self, query: str, asked: str) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """The people, and the states and organisations, of exactly this id or name."""
        exact = self._known.actor(query) or self._known.actor(query.upper())
        ids = [exact.id] if exact else self._names.get(asked, [])
        actors = [actor for each in ids if (actor := self._known.actor(each))]
        people = tuple(actor for actor in actors if actor.kind == "person")
        return people, tuple(actor for actor in actors if actor.kind != "person")

    def _by_words(self, asked: str) -> tuple[Actor, ...]:
        """People in whose name all the words stand, in any order."""
        words = set(asked.split())
        people = (actor for actor in self._known.actors() if actor.kind == "person")
        return tuple(actor for actor in people if words <= set(key(actor.name).split()))

    def _titled(self, asked: str) -> tuple[Actor, ...]:
        """ "Presiden Vladimir Putin": the person behind a title."""
        for _, rest in self._parted(asked):
            people, _ = self._actors(rest, rest) if rest else ((), ())
            if found := people or (self._by_words(rest) if rest else ()):
                return found
        return ()

    def _offices(self, asked: str) -> tuple[tuple[str, str], ...]:
        """The offices, role and whose, that the words name; all states' where they name none."""
        for title, rest in self._parted(asked):
            if not rest:
                return tuple(self._of_title(title))
            _, sides = self._actors(rest, rest)
            for side in sides:
                if found := tuple(self._of_side(title, side)):
                    return found
        return ()

    def _of_title(self, title: str) -> Iterator[tuple[str, str]]:
        """An office named alone: "Panglima TNI" is one, "menteri pertahanan" every state's."""
        own = [(o.role, o.for_) for o in self._known.offices() if title in (key(o.title_id), key(o.title))]
        roles = self._titles[title]
        every = [(role, for_) for for_, role in self._book.records if role in roles]
        yield from sorted(dict.fromkeys(own or every), key=lambda found: (found[1], found[0]))

    def _of_side(self, title: str, side: Actor) -> Iterator[tuple[str, str]]:
        """The office of that title there; of a body also that of the state that it serves."""
        for for_ in dict.fromkeys((side.id, side.acts_for or side.id)):
            roles = self._book.roles.get(for_, [])
            records = (office for role in roles for office in self._book.records[for_, role])
            own = [o.role for o in records if title in (key(o.title_id), key(o.title))]
            wanted = own or [role for role in self._wanted(title) if role in roles or self._lists(role, for_)]
            if wanted:
                yield from ((role, for_) for role in dict.fromkeys(wanted))
                return

    def _wanted(self, title: str) -> tuple[str, ...]:
        roles = tuple(self._titles[title])
        return (*roles, *_LEADING) if "leader" in roles else roles

    def _lists(self, role: str, for_: str) -> bool:
        """Whether a state would list the office even without a record."""
        return role in MAIN and self._book.is_state(for_)

    def _parted(self, asked: str) -> Iterator[tuple[str, str]]:
        """The words as a title and the rest, the longest title first, at the start or at the end."""
        words = asked.replace("defense", "defence").split()
        for length in range(len(words), 0, -1):
            for title, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
                if " ".join(title) in self._titles:
                    yield " ".join(title), " ".join(_unlinked(rest))

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Every name of every actor, in the order of the tables."""
        found: dict[str, dict[str, None]] = {}
        for surface, aliases in self._known.aliases.items():
            found.setdefault(key(surface), {}).update(dict.fromkeys(alias.actor for alias in aliases))
        for actor in self._known.actors():
            found.setdefault(key(self._known.name_en(actor.id) or actor.name), {})[actor.id] = None
        return {name: list(actors) for name, actors in found.items()}

    @cached_property
    def _titles(self) -> dict[str, list[str]]:
        """Titles in Indonesian and English with their roles."""
        found: dict[str, dict[str, None]] = {}
        for title, word in self._known.titles.items():
            found.setdefault(key(title), {})[word.role] = None
        for office in self._known.offices():
            for title in (office.title_id, office.title, office.role.replace("_", " ")):
                found.setdefault(key(title), {})[office.role] = None
        for title, role in (("prime minister", "head_of_government"), ("president", "head_of_state")):
            found[title] = {role: None}
        return {title.replace("defense", "defence"): list(roles) for title, roles in found.items() if title}

    def _near(self, asked: str) -> tuple[str, ...]:
        """Names like the one asked for, the nearest first, as they are written in the tables."""
        from rapidfuzz import fuzz, process

        written = {key(s): (s, aliases) for s, aliases in self._known.aliases.items() if len(s) > 3}
        title, rest = next(((title, rest) for title, rest in self._parted(asked) if rest), ("", asked))
        near = process.extract(
            rest, list(written), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3 * _NEAR_COUNT
        )
        found: dict[str, str] = {}
        for name, _, _ in near:
            surface, aliases = written[name]
            found.setdefault(aliases[0].actor, f"{title} {surface}".strip())
        return tuple(dict.fromkeys((*found.values(), *self._titles_with(asked))))[:_NEAR_COUNT]

    def _titles_with(self, asked: str) -> Iterator[str]:
        """The titles on record that hold all the words, as the press writes them."""
        words = set(asked.split())
        for office in self._known.offices():
            yield from (t for t in (office.title_id, office.title) if words <= set(key(t).split()))


def _unlinked(words: list[str]) -> list[str]:
    """Without "dari", "of" and their like at either end."""
    first, last = 0, len(words)
    while first < last and words[first] in _LINKS:
        first += 1
    while last > first and words[last - 1] in _LINKS:
        last -= 1
    return words[first:last]
