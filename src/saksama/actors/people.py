"""Which person a name stands for: known, introduced by the text, or named before."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from saksama.actors.found import Found, Title
from saksama.actors.nicknames import nicknames
from saksama.actors.page import Page, name_words

if TYPE_CHECKING:
    from saksama.actors.base import Base

_PRIVATE = frozenset({"COP", "MIL", "EDU", "CVL", "MED", "BUS"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name stands for and why."""

    actor: str
    reason: str


@dataclass(slots=True)
class _Person:
    """A person of the article: id, the fullest name as words, and where the text names them."""

    id: str
    name: str
    words: tuple[str, ...]
    starts: list[int]
    other: list[tuple[str, ...]] = field(default_factory=list)

    def bears(self, words: Sequence[str]) -> bool:
        """Whether the words are part of the name, or another name that the text gives the person."""
        return _within(words, self.words) or any(_within(words, name) for name in self.other)


class People:
    """Resolves the PER names of one article; ask `identities` and `locals` afterwards."""

    def __init__(self, page: Page, titles: Sequence[Title], base: Base) -> None:
        self._page, self._base = page, base
        self._titles = {title.person.start: title for title in titles if title.person}
        self._people: dict[str, _Person] = {}
        self._by_word: dict[str, dict[str, _Person]] = {}
        self.identities: dict[int, Identity] = {}

    def resolve(self, names: Sequence[Found]) -> dict[int, Identity]:
        """Identities by the start of each PER name: full names first, then what abbreviates them."""
        people = [name for name in names if name.label == "PER"]
        known_as = nicknames(people, self._page, self._base)
        plain = [name for name in people if name.start not in known_as]
        later = [name for name in plain if not self._known(name)]
        short = [name for name in later if not self._full(name)]
        called = [name for name in people if name.start in known_as]
        for name in called:
            self._nickname(name, known_as[name.start])
        for name in (*short, *called):
            if name.start not in self.identities:
                self._short(name)
        return self.identities

    def _nickname(self, name: Found, of: int) -> None:
        """Another name of the person whose name begins at `of`."""
        who = self.identities.get(of)
        if who is None:
            return
        words = name_words(self._surface(name))
        self._settle(name, who.actor, "another name of the person before it, by the text")
        self._people[who.actor].other.append(words)
        for word in words:
            self._by_word.setdefault(word, {})[who.actor] = self._people[who.actor]

    @cached_property
    def locals(self) -> dict[str, str]:
        """Names of the people whom only the text knows, by id."""
        return {p.id: p.name for p in self._people.values() if p.id.startswith("local:")}

    def _known(self, name: Found) -> bool:
        """A name of two words or more that the knowledge base has for one person only."""
        candidates = self._candidates(name)
        words = name_words(self._surface(name))
        if len(candidates) != 1 or len(words) < 2 or self._namesake(name, candidates[0]):
            return False
        if any(alias.ambiguous for alias in name.aliases) and not self._holds(name, candidates):
            return False
        self._settle(name, candidates[0], "full name in the knowledge base")
        return True

    def _full(self, name: Found) -> bool:
        """A name of two words or more: the person who has these words in a row, or a new one."""
        words = name_words(self._surface(name))
        if len(words) < 2:
            return False
        alike = [person for person in self._sharing(words).values() if len(person.words) > 1]
        same = [p for p in alike if _within(words, p.words) or _within(p.words, words)]
        same = same or [p for p in alike if _shortened(words, p.words) or _shortened(p.words, words)]
        holder = self._holds(name, self._candidates(name)) or self._misspelt(name, words)
        if len(same) == 1:
            self._settle(name, same[0].id, "same name in this article")
        elif holder:
            self._settle(name, holder, "holder of the title, or nearly the name, in the knowledge base")
        else:
            self._settle(name, self._new_id(words), "person introduced by the text")
        return True

    def _short(self, name: Found) -> None:
        """One word: someone in the article who bears it, else a well-known short form."""
        words = name_words(self._surface(name))
        candidates = self._candidates(name)
        bearers = [p for p in self._sharing(words).values() if p.bears(words)]
        bearers.extend(p for c in candidates if (p := self._people.get(c)) and p not in bearers)
        holder = self._holds(name, candidates)
        sure = len(candidates) == 1 and not any(alias.ambiguous for alias in name.aliases)
        if holder and (not bearers or any(p.id == holder for p in bearers)):
            self._settle(name, holder, "holder of the title in the knowledge base")
        elif bearers:
            meant = self._nearest(self._likely(bearers, candidates), name.start)
            self._settle(name, meant.id, "short form of a name in this article")
        elif sure and not self._namesake(name, candidates[0]):
            self._settle(name, candidates[0], "well-known short name")
        elif words:
            self._settle(name, self._new_id(words), "person introduced by the text")

    def _misspelt(self, name: Found, words: Sequence[str]) -> str | None:
        """The known person of the same last name whose full name differs by a slip of the pen."""
        from rapidfuzz.distance import DamerauLevenshtein

        sure = (a for a in self._base.knowledge.aliases.get(words[-1].capitalize(), ()) if not a.ambiguous)
        for alias in sure:
            known = self._base.actor(alias.actor)
            near = known and DamerauLevenshtein.distance(" ".join(words), " ".join(name_words(known.name)))
            if known and known.kind == "person" and near == 1:
                return known.id
        return None

    def _candidates(self, name: Found) -> tuple[str, ...]:
        actors = dict.fromkeys(alias.actor for alias in name.aliases)
        return tuple(actor for actor in actors if self._base.kind(actor) == "person")

    def _namesake(self, name: Found, actor: str) -> bool:
        """ "Budi Santoso (45)", "dokter Budi Santoso": more likely another bearer of the name."""
        title, known = self._titles.get(name.start), self._base.actor(actor)
        if title and title.kind == "office":
            return False
        tokens = self._page.tokens[name.last : name.last + 3]
        aged = (
            len(tokens) == 3 and tokens[0].text == "(" and tokens[1].text.isdigit() and tokens[2].text == ")"
        )
        home = known is not None and known.country == self._base.words.home
        return aged or (
            home and title is not None and title.kind == "occupation" and title.sector in _PRIVATE
        )

    def _holds(self, name: Found, candidates: Sequence[str]) -> str | None:
        """The one candidate who ever held the office that the text gives the name."""
        title = self._titles.get(name.start)
        if title is None or not title.role:
            return None
        of = self._base.side(title.of.aliases[0].actor) if title.of and title.of.aliases else None
        words = name_words(self._surface(name))
        holders = {
            person
            for for_, person, whole in self._base.bearers.get(title.role, ())
            if of in (None, for_) and (person in candidates or _alike(words, whole, of is not None))
        }
        return holders.pop() if len(holders) == 1 else None

    def _new_id(self, words: Sequence[str]) -> str:
        """An id of the text's own; a namesake of somebody known gets another one."""
        plain = local_id(words)
        return f"{plain}-2" if self._base.actor(plain) else plain

    def _likely(self, bearers: Sequence[_Person], candidates: Sequence[str]) -> Sequence[_Person]:
        """Those whom the press calls so for short, else those to whom the article gives a title."""
        called = [p for p in bearers if p.id in candidates]
        titled = [p for p in bearers if any(start in self._titles for start in p.starts)]
        return called or titled or bearers

    def _nearest(self, bearers: Sequence[_Person], start: int) -> _Person:
        """The bearer named last before `start`; before all of them, the one named first."""
        before = [p for p in bearers if p.starts[0] < start]
        if before:
            return max(before, key=lambda p: p.starts[bisect_left(p.starts, start) - 1])
        return min(bearers, key=lambda p: p.starts[0])

    def _sharing(self, words: Sequence[str]) -> dict[str, _Person]:
        """The people of the article who have one of the words in their name."""
        found: dict[str, _Person] = {}
        for word in words:
            found.update(self._by_word.get(word, {}))
        return found

    def _settle(self, name: Found, actor: str, reason: str) -> None:
        surface = self._surface(name)
        person = self._people.get(actor)
        if person is None:
            known = self._base.actor(actor)
            full = known.name if known else surface
            person = self._people[actor] = _Person(actor, full, name_words(full), [])
        elif actor.startswith("local:") and len(name_words(surface)) > len(person.words):
            person.name, person.words = surface, name_words(surface)
        for word in person.words:
            self._by_word.setdefault(word, {})[actor] = person
        insort(person.starts, name.start)
        self.identities[name.start] = Identity(actor, reason)

    def _surface(self, name: Found) -> str:
        return self._page.text[name.start : name.end]


def local_id(words: Sequence[str]) -> str:
    """An id that the text's own spelling gives: ``local:yury-ushakov``."""
    return "local:" + "-".join(words)


def _alike(words: Sequence[str], whole: Sequence[str], state: bool) -> bool:
    """Whether a bearer of the right office is meant: part of the name, or a slip of the pen in it."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(words) > 1 and DamerauLevenshtein.distance(" ".join(words), " ".join(whole), score_cutoff=2) <= 2:
        return True
    return (len(words) > 1 or state) and _within(words, whole)


def _shortened(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `part` leaves out or abbreviates middle words: "Anna S. Petrova", "Anna Petrova"."""
    if len(part) < 2 or part[0] != whole[0] or part[-1] != whole[-1]:
        return False
    rest = iter(whole)
    return all(any(w == word or (len(word) == 1 and w.startswith(word)) for w in rest) for word in part)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of `part` stand in a row in `whole`."""
    size = len(part)
    return 0 < size <= len(whole) and any(
        tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1)
    )
