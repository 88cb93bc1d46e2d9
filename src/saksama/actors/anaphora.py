"""Pronouns and noun phrases that stand for somebody named before.

Few rules, each sure of itself: where two readings are possible, the mention has no actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.actors.antecedents import Antecedents
from saksama.actors.candidates import Asked
from saksama.actors.first_person import FirstPerson
from saksama.actors.localities import is_place
from saksama.actors.page import Page
from saksama.actors.pairs import Pairs
from saksama.actors.ranking import Ranker, ranker
from saksama.actors.sides import Sides
from saksama.actors.singles import Singles
from saksama.actors.sites import OPEN, Answer, Sites
from saksama.actors.there import place_meant
from saksama.records import Label, Mention

if TYPE_CHECKING:
    from saksama.actors.base import Base

_NOUN = re.compile(r"(?:pe|per|ke)\w{3,}an")
_SPEAKER = "speaker"
_HONOURED = 4  # tokens from a pronoun to the name in brackets, with bracket and honorifics
_QUOTES = ('"', "”", "“", "'", "’")


class Anaphora:
    """Walks an article once and resolves what points back."""

    def __init__(self, page: Page, base: Base, sides: Sides, ranking: Ranker | None = None) -> None:
        self._page, self._words = page, base.words
        self._sites = Sites(page, base, sides)
        self._singles, self._pairs = Singles(self._sites), Pairs(self._sites)
        self._antecedents = Antecedents(self._sites, ranking or ranker())

    def resolve(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of pronouns, of -nya and of phrases such as "kedua negara"."""
        self._sites.begin(mentions)
        taken = {index for m in mentions for index in range(*self._page.cover(m.start, m.end))}
        made: list[Mention] = []
        end = 0
        firsts = self._words.anaphora.firsts | self._words.pronouns.keys()
        for index, word in enumerate(self._page.lower):
            if not (word in firsts or word.endswith("nya")):
                continue
            self._sites.advance(index)
            if index >= end and index not in taken and (found := self._pointing(index)):
                mention, end = found
                made.append(mention)
        self._sites.advance(len(self._page.tokens))
        return [*made, *self._first_person(taken)]

    def _first_person(self, taken: set[int]) -> Iterator[Mention]:
        """ "saya", "kami": last, since their speaker may be a pronoun behind the quotation."""
        speakers = FirstPerson(self._sites)
        for index, word in enumerate(self._page.lower):
            if self._words.pronouns.get(word) == _SPEAKER and index not in taken:
                answer = speakers.of(index)
                if answer.actors:
                    yield self._mention((index, index + 1), "PRO", answer)

    def _pointing(self, index: int) -> tuple[Mention, int] | None:
        """The mention that begins at a token, and the token after it."""
        lower = self._page.lower
        if match := self._words.anaphora.longest(lower, index, self._page.stop(index)):
            last, wanted = match
            two = wanted.count == 2
            answer = (
                self._pairs.pair((index, last), wanted.kind)
                if two
                else self._singles.single(index, wanted.kind)
            )
            return self._mention((index, last), "NOM", answer), self._past_determiner(last)
        kind = self._words.pronouns.get(lower[index])
        if kind and kind != _SPEAKER:
            return self._mention((index, index + 1), "PRO", self._pronoun(index, kind)), index + 1
        if lower[index].endswith("nya") and (mention := self._clitic(index, lower[index][:-3])):
            return mention, index + 1
        return None

    def _pronoun(self, index: int, kind: str) -> Answer:
        if kind == "plural":
            return self._pairs.plural(index)
        if kind == "there":
            return place_meant(self._sites, index)
        return self._singles.side(index) if kind == "side" else self._person(index)

    def _past_determiner(self, last: int) -> int:
        """Behind "negara tersebut" in "kedua pemimpin negara tersebut"."""
        stop = self._page.stop(last - 1)
        more = self._words.anaphora.longest(self._page.lower, last, stop) if last < stop else None
        return more[0] if more else last

    def _person(self, index: int) -> Answer:
        """ "ia", "dia": the name in brackets behind it; beside a verb of speech who goes on speaking."""
        if named := self._in_brackets(index):
            return named
        lower, page = self._page.lower, self._page
        if index > page.begin(index) and lower[index - 1] in self._words.speech_hosts:
            return self._singles.speaker(index)
        says = next((word for word in lower[index + 1 : index + 3] if word not in self._words.particles), "")
        rule = self._singles.speaker(index) if says in self._words.speech_verbs else OPEN
        rule = rule if rule.actors else self._singles.person(index)
        return rule if rule.actors else self._antecedents.of(Asked(index, "ia"))

    def _in_brackets(self, index: int) -> Answer | None:
        """ "beliau (Bu Anna)": a quotation made clear."""
        near = self._sites.next_named()[:1]
        opened = index + 1 < self._page.stop(index) and self._page.tokens[index + 1].text == "("
        if opened and near and near[0].kind == "person" and near[0].token <= index + _HONOURED:
            return Answer(near[0].actors, "pronoun: named in brackets behind it")
        return None

    def _clitic(self, index: int, host: str) -> Mention | None:
        """The -nya of a word, where it stands for somebody."""
        host = host.rstrip("-")
        if host in self._words.speech_hosts and self._is_cue(index, host):
            return self._mention((index, index + 1), "PRO", self._singles.speaker(index))
        if self._page.lower[index] in self._words.not_possessed or not host:
            return None
        upos = self._page.tokens[index].upos
        kind = "object" if upos in ("VERB", "ADP", "AUX") else "own"
        rule = self._owner(index) if kind == "own" else OPEN
        answer = rule if rule.actors else self._antecedents.of(Asked(index, kind, host))
        if not answer.actors:
            return None
        mention = self._mention((index, index + 1), "PRO", answer)
        acts = upos == "NOUN" and (host in self._words.possessed or _NOUN.fullmatch(host) is not None)
        return mention if acts else replace(mention, clitic=True)

    def _owner(self, index: int) -> Answer:
        """By rule; a place by rule is too often that of the dateline."""
        rule = self._singles.owner(index)
        return OPEN if any(is_place(actor) for actor in rule.actors) else rule

    def _is_cue(self, index: int, host: str) -> bool:
        """ "nilainya", "pesannya" are nouns but right behind a quotation; "katanya" never is."""
        if host not in self._words.doubtful_hosts:
            return True
        before = [token.text for token in self._page.tokens[max(0, index - 2) : index]]
        return any(text in _QUOTES for text in before)

    def _mention(self, span: tuple[int, int], label: Label, answer: Answer) -> Mention:
        """The mention over a span of tokens; of a word with -nya, the clitic alone."""
        page, (first, last) = self._page, span
        end = page.tokens[last - 1].end
        clitic = label == "PRO" and page.lower[first] not in self._words.pronouns
        start = end - 3 if clitic else page.tokens[first].start
        many = len(answer.actors) > 1
        one = answer.actors[0] if len(answer.actors) == 1 else None
        place = one if one and is_place(one) else None
        if answer.actors:
            self._sites.add(span, answer.actors, clitic)
        return Mention(
            page.article.id, start, end, page.text[start:end], label, None if place else one,
            answer.reason or "open: nobody named before for sure",
            members=answer.actors if many else (), sentence=page.sentences[page.sentence[first]].index,
            place=place,
        )  # fmt: skip
