"""Pronouns and noun phrases that stand for somebody named before.

Few rules, each sure of itself: where two readings are possible, the mention has no actor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from saksama.actors.page import Page
from saksama.actors.pairs import Pairs
from saksama.actors.sides import Sides
from saksama.actors.singles import Singles
from saksama.actors.sites import Answer, Sites
from saksama.records import Label, Mention

if TYPE_CHECKING:
    from saksama.actors.base import Base

_NOUN = re.compile(r"(?:pe|per|ke)\w{3,}an")
_QUOTES = ('"', "”", "“", "'", "’")


class Anaphora:
    """Walks an article once and resolves what points back."""

    def __init__(self, page: Page, base: Base, sides: Sides) -> None:
        self._page, self._words = page, base.words
        self._sites = Sites(page, base, sides)
        self._singles, self._pairs = Singles(self._sites), Pairs(self._sites)

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
        return made

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
        if kind := self._words.pronouns.get(lower[index]):
            answers = {
                "person": self._singles.person,
                "plural": self._pairs.plural,
                "side": self._singles.side,
            }
            return self._mention((index, index + 1), "PRO", answers[kind](index)), index + 1
        if lower[index].endswith("nya") and (mention := self._clitic(index, lower[index][:-3])):
            return mention, index + 1
        return None

    def _past_determiner(self, last: int) -> int:
        """Behind "negara tersebut" in "kedua pemimpin negara tersebut"."""
        stop = self._page.stop(last - 1)
        more = self._words.anaphora.longest(self._page.lower, last, stop) if last < stop else None
        return more[0] if more else last

    def _clitic(self, index: int, host: str) -> Mention | None:
        if host in self._words.speech_hosts and self._is_cue(index, host):
            return self._mention((index, index + 1), "PRO", self._singles.speaker(index))
        noun = self._page.tokens[index].upos == "NOUN" and (
            host in self._words.possessed or _NOUN.fullmatch(host) is not None
        )
        if noun and self._page.lower[index] not in self._words.not_possessed:
            answer = self._singles.owner(index)
            return self._mention((index, index + 1), "PRO", answer) if answer.actors else None
        return None

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
        if answer.actors:
            self._sites.add(span, answer.actors)
        return Mention(
            page.article.id, start, end, page.text[start:end], label,
            answer.actors[0] if len(answer.actors) == 1 else None,
            answer.reason or "open: nobody named before for sure",
            members=answer.actors if many else (), sentence=page.sentences[page.sentence[first]].index,
        )  # fmt: skip
