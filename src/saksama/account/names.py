"""How people, states and organisations are called in an account."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.account.clean import line
from saksama.account.words import Words
from saksama.records import Account, Participant

_MULTI = "MULTI"


class Names:
    """The names of one account's actors in one language."""

    def __init__(self, account: Account, words: Words) -> None:
        self._words = words
        self._known = {actor.id: line(actor.name) for actor in account.actors}
        self._country = {actor.id: actor.country for actor in account.actors}
        self._body = {actor.id: actor.kind != "person" for actor in account.actors}
        if words.language != "id":
            self._known |= _foreign(self._known, words.language)

    def of(self, identity: str) -> str:
        """The name of an actor, or of the state or organisation behind a code."""
        if identity == _MULTI:
            return self._words.say("several_states")
        if identity not in self._known:
            self._known[identity] = _listed(identity, self._words.language)
        return self._known[identity]

    def home(self, identity: str) -> str:
        """The state of an actor, "" where it is not known or the actor is one itself."""
        country = self._country.get(identity)
        return self.of(country) if country and country != identity else ""

    def body(self, participant: Participant) -> str:
        """A state or organisation that acts for itself: "Rusia", "militer Rusia"."""
        name = self.of(participant.actor)
        name = f"the {name}" if participant.actor in self._words.definite else name
        pattern = self._words.sector.get(participant.sector)
        return pattern.format(of=name) if pattern and len(participant.actor) == 3 else name

    def parties(self, participants: Iterable[Participant], *, at_home: str = "") -> str:
        """Participants in a row, those of one state together: "Putin dan Lavrov (Rusia)".

        People of the state `at_home` stand without it.
        """
        groups: dict[str, list[Participant]] = {}
        for participant in participants:
            groups.setdefault(participant.acts_for or participant.actor, []).append(participant)
        told = [self._group(group, at_home) for group in groups.values()]
        crowded = len(told) > 1 and any(len(group) > 1 for group in groups.values())
        return self._words.listed(told, "also" if crowded else "and")

    def _group(self, group: list[Participant], at_home: str) -> str:
        persons = [p for p in group if p.actor != p.acts_for]
        if not persons:
            return self.body(group[0])
        names = list(dict.fromkeys(self.of(p.actor) for p in persons))
        behind = persons[0].acts_for
        state = self.of(behind) if behind and behind != at_home else ""
        told = self._words.listed(names)
        return f"{told} ({state})" if state and state not in told else told


def _foreign(known: dict[str, str], language: str) -> dict[str, str]:
    """Names of states and organisations in English, as far as they are known."""
    from saksama.actors.knowledge import load

    knowledge = load()
    names = {identity: knowledge.name_en(identity) for identity in known} if language == "en" else {}
    return {identity: line(name) for identity, name in names.items() if name}


def _listed(identity: str, language: str) -> str:
    """The name of what the account does not list, as the state behind a person; else its id, bare."""
    from saksama.actors.knowledge import load

    knowledge = load()
    known = knowledge.actor(identity)
    name = knowledge.name_en(identity) if language == "en" else None
    return line(name or (known.name if known else identity.rpartition(":")[2].replace("_", " ")))
