"""Whom one pronoun means where no plain rule says so: the learnt ranking of candidates."""

from __future__ import annotations

from saksama.actors.candidates import Asked, Candidate, Candidates
from saksama.actors.ranking import Ranker
from saksama.actors.sites import OPEN, Answer, Sites

_SURE = 0.5  # below that a pronoun stays open
_NAMES = {"ia": "pronoun", "own": "possessive", "object": "object -nya"}


class Antecedents:
    """Answers for pronouns of one article; the sites must stand where the pronoun does."""

    def __init__(self, sites: Sites, ranker: Ranker) -> None:
        self._candidates, self._ranker, self._page = Candidates(sites), ranker, sites.page

    def of(self, asked: Asked) -> Answer:
        """Whom it means; nobody where "open" weighs more than each, or nothing weighs enough."""
        among = self._candidates.of(asked)
        if not among:
            return OPEN
        options = [self._candidates.open(asked, among)]
        ranks = {True: 0, False: 0}
        for candidate in among:
            person = candidate.site.kind == "person"
            options.append(self._candidates.features(asked, candidate, ranks[person]))
            ranks[person] += 1
        best, share = self._ranker.choose(asked, options, among)
        if best == 0 or share < _SURE:
            return OPEN
        return Answer(among[best - 1].site.actors, self._reason(asked, among[best - 1]))

    def _reason(self, asked: Asked, candidate: Candidate) -> str:
        """What weighed, in words: where the candidate was named last, and how often before."""
        site = candidate.site
        back = self._page.sentence[asked.index] - site.sentence
        where = {0: "in this sentence", 1: "in the sentence before"}.get(back, f"{back} sentences before")
        what = "speaker" if site.speaker else "subject" if site.subject else "named"
        topic = ", whom the article names most" if candidate.topic else ""
        return f"{_NAMES[asked.pronoun]}: {what} {where}{topic}"
