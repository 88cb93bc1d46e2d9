"""Who stands in which slot of a trigger: subject, object, prepositions, the clause that follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from saksama.events.parties import Party, party_of
from saksama.events.regions import clause_end, coordinated
from saksama.events.scene import Phrase, Scene
from saksama.events.several import are_many
from saksama.events.subjects import subject_of
from saksama.records import Participant

_PLACES = frozenset({"di", "ke", "dari"})
_NEVER_RECIPIENT = frozenset(
    {"menurut", "tentang", "mengenai", "soal", "melalui", "lewat", "sejak", "hingga", "sebagai", "seperti"}
)

_CAUSES, _CAUSE_REACH = frozenset({"akibat", "karena", "lantaran"}), 8
_EXAMPLES, _TO_EXAMPLES = frozenset({"seperti", "termasuk", "yakni", "yaitu", "misalnya"}), 4
_AMONG = frozenset({",", "antara", "lain"})
_GIVEN = frozenset({"kepada", "terhadap"})


@dataclass(frozen=True, slots=True)
class Site:
    """Where a trigger stands: its tokens ``[first, last)``, its governing verb and its voice."""

    first: int
    last: int
    verb: int
    verb_last: int
    voice: str
    noun: bool
    verb_voice: str


class Arguments:
    """Looks the slots of one site up; each slot gives the participants that stand in it.

    `wide`: prepositions count in the whole complement ("berjanji memperdalam hubungan *dengan* X").
    """

    def __init__(self, scene: Scene, site: Site, wide: bool = False) -> None:
        self.scene, self.site, self.wide = scene, site, wide

    def find(self, slot: str) -> tuple[Participant, ...]:
        """The participants in a slot of the lexicon, () where there are none."""
        name, owner_too = slot.removesuffix("~"), slot.endswith("~")
        parties = tuple(self._parties(name))
        owned = (lambda p: p.tool) if name in ("subj", "agent") else (lambda p: owner_too)
        kept = [p for p in parties if not p.owned or owned(p)]
        return tuple(dict.fromkeys(member for p in kept for member in p.members))

    def _parties(self, name: str) -> Iterator[Party]:
        special = {
            "subj": self._subject, "target": self._subject, "obj": self._object, "agent": self._agent,
            "own": self._own,
            "comp": self._complement, "any": self._any, "victim": self._victim, "speaker": self._speaker,
            "near": self._near, "cause": self._cause,
        }  # fmt: skip
        if name in special:
            yield from special[name]()
        else:
            yield from self._marked(name)

    @cached_property
    def near_end(self) -> int:
        """Where the trigger's own clause ends."""
        return clause_end(self.scene, max(self.site.last, self.site.verb_last), False)

    @cached_property
    def far_end(self) -> int:
        """Where the clause ends with all complements in it."""
        return clause_end(self.scene, max(self.site.last, self.site.verb_last), True)

    def _behind(self, end: int) -> Iterator[int]:
        start = self.site.last
        for number, phrase in enumerate(self.scene.phrases):
            if start < phrase.last and phrase.first < end and not phrase.aside:
                yield number

    def _phrase(self, number: int) -> Phrase:
        """A phrase without what the trigger itself takes of it: "memanggil duta besar *China*"."""
        phrase, last = self.scene.phrases[number], self.site.last
        own = "" if phrase.first - 1 < last and phrase.first > self.site.first else phrase.preposition
        if phrase.first < last < phrase.last:
            return Phrase(last, phrase.last, "", "", False, self.scene.head(last, phrase.last))
        return replace(phrase, preposition=own)

    def _group(self, number: int) -> Iterator[Party]:
        """A phrase and those that it is coordinated with; those listed behind a group stand for it."""
        for index in coordinated(self.scene, number):
            if listed := self._listed(index):
                yield from listed
            elif party := party_of(self.scene, self._phrase(index)):
                yield party

    def _listed(self, number: int) -> tuple[Party, ...]:
        """ "beberapa negara *seperti A, B dan C*", "*termasuk A*": who the group is."""
        if number + 1 >= len(self.scene.phrases) or not are_many(self.scene, self.scene.phrases[number]):
            return ()
        behind, last = self.scene.phrases[number + 1], self.scene.phrases[number].last
        between = [word for word in self.scene.low[last : behind.first] if word not in _AMONG]
        if len(between) > 1 or not _EXAMPLES.issuperset(between) or behind.first - last > _TO_EXAMPLES:
            return ()
        found = (party_of(self.scene, self.scene.phrases[i]) for i in coordinated(self.scene, number + 1))
        return tuple(party for party in found if party)

    def _marked(self, preposition: str) -> Iterator[Party]:
        for number in self._behind(self.far_end if self.wide else self.near_end):
            if self.scene.phrases[number].preposition == preposition:
                found = tuple(self._group(number)) or tuple(self._region(number))
                if any(member.acts_for for party in found for member in party.members):
                    yield from found
                    return

    def _region(self, number: int) -> Iterator[Party]:
        """The wider place behind one that nobody knows: "ke kota Lutsk, *Ukraina* barat"."""
        if self.scene.phrases[number].preposition in _PLACES and number + 1 < len(self.scene.phrases):
            wider = self.scene.phrases[number + 1]
            if wider.joint == "," and not wider.preposition and (party := party_of(self.scene, wider)):
                yield replace(party, owned=True)

    def _object(self) -> Iterator[Party]:
        for number in self._behind(self.near_end):
            phrase = self._phrase(number)
            near = (
                phrase.first <= self.site.last + 2
                and "," not in self.scene.low[self.site.last : phrase.first]
            )
            if not phrase.preposition and near:
                yield from self._group(number)
            return

    def _cause(self) -> Iterator[Party]:
        """What drove people to it, which stands behind the clause: "mengungsi akibat *serangan X*"."""
        for number, phrase in enumerate(self.scene.phrases):
            distance = phrase.first - self.site.last
            if 0 <= distance <= _CAUSE_REACH and phrase.preposition in _CAUSES:
                yield from self._group(number)
                return

    def _agent(self) -> Iterator[Party]:
        marked = tuple(self._marked("oleh"))
        yield from marked or self._object()

    def _own(self) -> Iterator[Party]:
        number = self.scene.phrase_at.get(self.site.first)
        if number is None:
            return
        phrase = self.scene.phrases[number]
        if phrase.head == self.site.first and (whole := party_of(self.scene, phrase)) and whole.hidden:
            yield Party(whole.members)
        elif self.site.last < phrase.last:
            if party := party_of(self.scene, self._phrase(number)):
                yield party
            for index in coordinated(self.scene, number):
                if index != number and (party := party_of(self.scene, self.scene.phrases[index])):
                    yield party

    def _complement(self) -> Iterator[Party]:
        """The subject of the clause that the verb governs: "menuntut agar *Israel* …"."""
        opened = False
        for index in range(self.site.last, self.far_end):
            opened = opened or self.scene.low[index] in self.scene.page.words.opens
            if opened and self.scene.verbal(index):
                return
            number = self.scene.phrase_at.get(index)
            if opened and number is not None and not self.scene.phrases[number].preposition:
                yield from self._group(number)
                return

    def _any(self) -> Iterator[Party]:
        relative = self.scene.page.words.relative
        unnamed = False
        for number in self._behind(self.far_end):
            phrase = self._phrase(number)
            if unnamed and not relative.isdisjoint(self.scene.low[self.site.last : phrase.first]):
                return  # "kepada negara *yang* mendukung X": a recipient whom nobody names
            unnamed = unnamed or phrase.preposition in _GIVEN
            if phrase.preposition not in _NEVER_RECIPIENT and (found := tuple(self._group(number))):
                yield from (Party(p.members) for p in found)
                return

    def _near(self) -> Iterator[Party]:
        """The party that stands nearest behind, whatever its preposition."""
        yield from self._any()

    def _victim(self) -> Iterator[Party]:
        """The subject of the verb of dying that the event noun depends on."""
        verb = self.site.verb
        if not self.site.noun or verb >= self.site.first:
            return
        subject = subject_of(self.scene, verb)
        if subject is not None:
            yield from self._group(subject)

    def _speaker(self) -> Iterator[Party]:
        """The subject of the verb above: who says that somebody must."""
        for above in self.scene.tree.ancestors(self.site.first):
            subject = subject_of(self.scene, above)
            if subject is not None and above < self.site.first:
                yield from self._group(subject)
                return

    def _subject(self) -> Iterator[Party]:
        subject = subject_of(self.scene, self.site.verb)
        if subject is not None:
            yield from self._group(subject)
