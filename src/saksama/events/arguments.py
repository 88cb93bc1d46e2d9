"""Who stands in which slot of a trigger: subject, object, prepositions, the clause that follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from saksama.events.parties import Party, party_of
from saksama.events.scene import Phrase, Scene
from saksama.records import Participant

_LIST_MARKS = (",", "dan")
_DIRECT_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_CLIMB = frozenset({"xcomp", "conj", "advcl", "ccomp", "parataxis"})
_HIGHEST = 4
_LONGEST_LIST = 5
_VERB_PREFIXES = ("me", "di", "ber", "ter")
_PARTING = frozenset({",", "dan", "serta", "yang"})
_NEVER_RECIPIENT = frozenset({"menurut", "tentang", "mengenai", "soal", "melalui", "lewat", "sejak", "hingga"})


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
    """Looks the slots of one site up; each slot gives the participants that stand in it."""

    def __init__(self, scene: Scene, site: Site) -> None:
        self.scene, self.site = scene, site

    def find(self, slot: str) -> tuple[Participant, ...]:
        """The participants in a slot of the lexicon, () where there are none."""
        name, owner_too = slot.removesuffix("~"), slot.endswith("~")
        parties = tuple(self._parties(name))
        owned = (lambda p: p.tool) if name in ("subj", "agent") else (lambda p: owner_too)
        kept = [p for p in parties if not p.owned or owned(p)]
        return tuple(dict.fromkeys(member for p in kept for member in p.members))

    def _parties(self, name: str) -> Iterator[Party]:
        special = {
            "subj": self._subject, "target": self._subject, "obj": self._object, "agent": self._agent, "own": self._own,
            "comp": self._complement, "any": self._any, "victim": self._victim, "speaker": self._speaker,
            "near": self._near,
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
        """A phrase and those that it is coordinated with."""
        for index in coordinated(self.scene, number):
            if party := party_of(self.scene, self._phrase(index)):
                yield party

    def _marked(self, preposition: str) -> Iterator[Party]:
        for number in self._behind(self.near_end):
            if self.scene.phrases[number].preposition == preposition:
                found = tuple(self._group(number))
                if found:
                    yield from found
                    return

    def _object(self) -> Iterator[Party]:
        for number in self._behind(self.near_end):
            phrase = self._phrase(number)
            near = phrase.first <= self.site.last + 2 and "," not in self.scene.low[self.site.last : phrase.first]
            if not phrase.preposition and near:
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
        for number in self._behind(self.far_end):
            phrase = self._phrase(number)
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


def coordinated(scene: Scene, number: int) -> tuple[int, ...]:
    """The phrase and those in one list with it: "A, B dan C"; a mere comma is an apposition."""
    found, pending = [number], []
    previous = scene.phrases[number]
    for index in range(number + 1, len(scene.phrases)):
        phrase = scene.phrases[index]
        if phrase.aside:
            continue
        if phrase.preposition or phrase.joint not in _LIST_MARKS or phrase.first - previous.last > 2:
            break
        pending.append(index)
        if phrase.joint == "dan":
            found.extend(pending)
            pending = []
        previous = phrase
    return tuple(found)


def clause_end(scene: Scene, start: int, with_complements: bool) -> int:
    """The token at which the clause that runs at `start` ends."""
    words = scene.page.words
    for index in range(start, len(scene.tokens)):
        if scene.ends(index) or _new_clause(scene, index):
            return index
        if with_complements or index in scene.named:
            continue
        if scene.low[index] in words.relative or scene.low[index] in words.opens - words.prepositions:
            return index
        if scene.verbal(index):
            return index
    return len(scene.tokens)


def _new_clause(scene: Scene, index: int) -> bool:
    """A comma in front of a verb or a relative clause."""
    if scene.low[index] != "," or index + 1 >= len(scene.tokens) or index + 1 in scene.named:
        return False
    word = scene.low[index + 1]
    verb = scene.verbal(index + 1) and word.startswith(_VERB_PREFIXES)
    return verb or scene.tokens[index + 1].upos in ("SCONJ", "ADV") or word in scene.page.words.relative


def subject_of(scene: Scene, verb: int) -> int | None:
    """The number of the phrase that is the verb's subject: by the tree, else by position."""
    direct = _direct(scene, verb)
    if direct is not None and party_of(scene, scene.phrases[direct]):
        return direct
    near = _by_position(scene, verb)
    return near if near is not None else _by_tree(scene, verb)


def _direct(scene: Scene, verb: int) -> int | None:
    """The phrase of the subject that the tree hangs on the verb itself."""
    for child in scene.tree.children(verb, *_DIRECT_SUBJECTS):
        if child < verb and child in scene.phrase_at and not _crosses(scene, child, verb):
            return scene.phrase_at[child]
    return None


def _crosses(scene: Scene, child: int, verb: int) -> bool:
    """Whether the end of another clause lies between: the tree must be wrong."""
    return any(scene.ends(index) for index in range(child, verb))


def _by_tree(scene: Scene, verb: int) -> int | None:
    """The subject that a verb above shares with this one."""
    tree, at = scene.tree, verb
    for _ in range(_HIGHEST):
        if tree.is_root(at) or scene.tokens[at].dep.partition(":")[0] not in _CLIMB:
            return None
        at = tree.head(at)
        if (found := _direct(scene, at)) is not None:
            return found
    return None


def _by_position(scene: Scene, verb: int) -> int | None:
    """The nearest phrase to the left that has no preposition and is no other verb's object."""
    index, parted, verbs = verb - 1, False, False
    while index >= 0 and not (scene.ends(index) and not _listed(scene, index)):
        number = scene.phrase_at.get(index)
        if number is None:
            if scene.low[index] in scene.page.words.relative and not verbs:
                return scene.phrase_at.get(index - 1)
            parted = parted or scene.low[index] in _PARTING
            verbs = verbs or scene.verbal(index)
            index -= 1
            continue
        phrase = scene.phrases[number]
        marked = _preposition(scene, number) or phrase.aside or scene.bare[phrase.head] == "menurut"
        free = not (marked or _is_day(scene, phrase) or _listed(scene, phrase.first - 1))
        if free and not (_is_object(scene, phrase) and (parted or party_of(scene, phrase) is None)):
            return _list_head(scene, number)
        index = phrase.first - 1
    return None


def _listed(scene: Scene, index: int) -> bool:
    """ ", termasuk X,": a remark that ends no clause."""
    return scene.low[index] == "termasuk" and index > 0 and scene.low[index - 1] == ","


def _preposition(scene: Scene, number: int) -> str:
    """The preposition of a phrase, or of the list that it stands in: "antara Israel dan *Palestina*"."""
    phrase = scene.phrases[number]
    if phrase.preposition == "dari" and scene.low[phrase.first] in ("pihak", "kubu", "kalangan"):
        return ""
    while not phrase.preposition and phrase.joint == "dan" and number and scene.phrases[number - 1].last == phrase.first - 1:
        number -= 1
        phrase = scene.phrases[number]
    return phrase.preposition


def _is_object(scene: Scene, phrase: Phrase) -> bool:
    return phrase.first > 0 and scene.verbal(phrase.first - 1)


def _list_head(scene: Scene, number: int) -> int:
    """The first phrase of the list that ends with this one: "*Rusia* dan Korea Utara"."""
    for first in range(max(0, number - _LONGEST_LIST), number):
        if not scene.phrases[first].preposition and number in coordinated(scene, first):
            return first
    return number


def _is_day(scene: Scene, phrase: Phrase) -> bool:
    return scene.bare[phrase.head] in scene.page.words.days
