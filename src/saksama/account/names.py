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

    def party(self, participant: Participant) -> str:
        """A participant: "Putin (Rusia)", "Rusia", "militer Rusia"."""
        name = self.of(participant.actor)
        if participant.actor == participant.acts_for:
            name = f"the {name}" if participant.actor in self._words.definite else name
            pattern = self._words.sector.get(participant.sector)
            return pattern.format(of=name) if pattern and len(participant.actor) == 3 else name
        behind = self.of(participant.acts_for) if participant.acts_for else ""
        return name if not behind or behind in name else f"{name} ({behind})"

    def parties(self, participants: Iterable[Participant]) -> str:
        """Participants in a row, those of one state together: "Putin dan Lavrov (Rusia)"."""
        groups: dict[str, list[Participant]] = {}
        for participant in participants:
            groups.setdefault(participant.acts_for or participant.actor, []).append(participant)
        return self._words.listed([self._group(group) for group in groups.values()])

    def _group(self, group: list[Participant]) -> str:
        persons = [p for p in group if p.actor != p.acts_for]
        if len(persons) < 2:
            return self.party((persons or group)[0])
        names = list(dict.fromkeys(self.of(p.actor) for p in persons))
        behind = self.of(persons[0].acts_for)
        return f"{self._words.listed(names)} ({behind})" if behind else self._words.listed(names)


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
