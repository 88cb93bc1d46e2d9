"""Whom a pronoun for one, a speech cue or a possessive -nya means."""

from __future__ import annotations

from saksama.actors.sites import OPEN, Answer, Site, Sites, distinct, only, persons

_REACH = 2  # sentences back
_SPEECH_REACH = 4


class Singles:
    """Answers for one actor, from the sites before."""

    def __init__(self, sites: Sites) -> None:
        self._sites, self._page = sites, sites.page
        self._words = sites.base.words

    def person(self, index: int) -> Answer:
        """Whom "ia", "dia", "beliau" means."""
        if self._page.lower[index - 1] in self._words.speech_hosts and index > self._page.begin(index):
            return self.speaker(index)
        here = persons(self._sites.before(index))
        subjects = distinct(site for site in here if site.subject)
        if len(subjects) == 1:
            return Answer(tuple(subjects), "pronoun: subject earlier in the sentence")
        if here:
            return only(here, "pronoun: only person earlier in the sentence")
        return self._person_back(index)

    def _person_back(self, index: int) -> Answer:
        for back in range(1, _REACH + 1):
            people = persons(self._sites.of(self._page.sentence[index] - back, index))
            subjects = [site for site in people if site.subject]
            if len(distinct(subjects)) == 1:
                return Answer(tuple(distinct(subjects)), "pronoun: last person in subject position")
            if people:
                return only(subjects or people, "pronoun: only person in the sentence before")
        return OPEN

    def speaker(self, index: int) -> Answer:
        """Who goes on speaking: the last speaker or, failing one, the last person in subject position."""
        for back in range(_SPEECH_REACH + 1):
            number = self._page.sentence[index] - back
            sites = self._sites.of(number, index)
            people = persons(sites)
            speakers = distinct(_outer([site for site in people if site.speaker]))
            if speakers:
                return Answer((speakers[-1],), "speech cue: last speaker")
            subjects = distinct(site for site in people if site.subject)
            if len(subjects) == 1:
                return Answer(tuple(subjects), "speech cue: last person in subject position")
            if len(distinct(people)) > 1:
                return OPEN
        return OPEN

    def side(self, index: int) -> Answer:
        """The state or body of "pihaknya", or the speaker where it is unknown."""
        person = self.person(index).actors or self.speaker(index).actors
        side = self._sites.sides.of_person(person[0]) if person else None
        actor = side or (person[0] if person else None)
        return Answer((actor,), "the side of the one who speaks") if actor else OPEN

    def owner(self, index: int) -> Answer:
        """The subject that owns: of the verb above, of the noun a relative clause hangs on."""
        before = self._sites.at(index - 2) if self._page.lower[index - 1] in ("dan", "serta") else None
        if before:
            return Answer(before.actors, "possessive: joined to the name before it")
        branch, offset = index, self._page.begin(index)
        tree = self._page.tree(self._page.sentence[index])
        while (head := self._page.head(branch)) != branch:
            subjects = [c + offset for c in tree.children(head - offset, "nsubj") if c + offset < index]
            if subjects and subjects[0] != branch:
                return self._of_subject(subjects[0], index)
            if self._page.tokens[branch].dep.startswith("acl") and (site := self._sites.at(head)):
                return Answer(site.actors, "possessive: the name that the clause describes")
            if head == branch or self._page.tokens[branch].dep.startswith(("acl", "nsubj")):
                break
            branch = head
        return OPEN

    def _of_subject(self, subject: int, index: int) -> Answer:
        """The subject if it is a name; the one name that hangs on it: "kunjungan Putin … keinginannya"."""
        if site := self._sites.at(subject):
            return Answer(site.actors, "possessive: subject of the clause")
        below = [s for s in self._sites.before(index) if s.named and self._page.head(s.token) == subject]
        return only(below, "possessive: owner of the subject")

    def single(self, index: int, kind: str) -> Answer:
        """Whom "negara itu", "aliansi tersebut" means: the only one named right before."""
        if kind == "person":
            return self.person(index)
        for back in range(_REACH + 1):
            number = self._page.sentence[index] - back
            sites = self._sites.of(number, index)
            fitting = [
                s
                for s in sites
                if s.kind == kind and s.named and s.token not in self._sites.sides.complements
            ]
            if fitting:
                return only(fitting, f"only {kind} named right before")
        return OPEN


def _outer(sites: list[Site]) -> list[Site]:
    """Without names inside the description of another: "X, kepala humas *PT Y*, mengatakan" is X."""
    return [
        site
        for site in sites
        if not any(
            one.token <= site.top < one.last and not one.token <= site.token < one.last for one in sites
        )
    ]
