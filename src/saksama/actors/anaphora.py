"""Pronouns and noun phrases that stand for somebody named before.

Few rules, each sure of itself: where two readings are possible, the mention has no actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.actors.page import Page
from saksama.actors.sides import Sides
from saksama.records import Label, Mention

if TYPE_CHECKING:
    from saksama.actors.base import Base

_REACH = 2  # sentences back
_SPEECH_REACH = 4
_NOUN = re.compile(r"(?:pe|per|ke)\w{3,}an")
_JOINTS = frozenset({"dan", ",", "serta", "maupun", "&"})
_NAMES = ("flat", "appos", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Site:
    """A place that names actors: its head token, who stands there, and whether it is a subject."""

    token: int
    last: int
    sentence: int
    actors: tuple[str, ...]
    kind: str
    subject: bool
    speaker: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Answer:
    actors: tuple[str, ...]
    reason: str


_OPEN = Answer((), "")


class Anaphora:
    """Walks an article once and resolves what points back."""

    def __init__(self, page: Page, base: Base, sides: Sides) -> None:
        self._page, self._base, self._sides = page, base, sides
        self._words = base.words
        self._sites: list[Site] = []
        self._heads: dict[int, Site] = {}

    def resolve(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of pronouns, of -nya and of phrases such as "kedua negara"."""
        pending = sorted((self._site(m) for m in mentions if m.actor), key=lambda s: s.token)
        taken = {index for m in mentions for index in range(*self._page.cover(m.start, m.end))}
        made: list[Mention] = []
        at = 0
        for index in range(len(self._page.tokens)):
            while at < len(pending) and pending[at].token <= index:
                self._add(pending[at])
                at += 1
            if index not in taken and (mention := self._pointing(index)):
                made.append(mention)
        return made

    def _add(self, site: Site) -> None:
        self._sites.append(site)
        self._heads[site.token] = site

    def _site(self, mention: Mention) -> Site:
        first, last = self._page.cover(mention.start, mention.end)
        actor = mention.actor or ""
        kind = self._kind(actor)
        named = mention.label != "NOM"
        return self._made(first, last, (actor,), kind, named)

    def _made(self, first: int, last: int, actors: tuple[str, ...], kind: str, named: bool = False) -> Site:
        head = self._top(first, last)
        return Site(
            first, last, self._page.sentence[first], actors, kind,
            self._page.tokens[head].dep.startswith("nsubj") or first == self._page.begin(first),
            self._speaks(first, last, head), named,
        )  # fmt: skip

    def _kind(self, actor: str) -> str:
        return "person" if self._sides.is_person(actor) else self._base.kind(actor)

    def _top(self, first: int, last: int) -> int:
        """The head of the whole phrase: the title of "Presiden X", where the parser hangs names."""
        at = first
        for _ in range(last - first + _SPEECH_REACH):
            token, head = self._page.tokens[at], self._page.head(at)
            inside = first <= head < last
            if head == at or not (inside or token.dep.partition(":")[0] in ("flat", "appos")):
                break
            at = head
        return at

    def _speaks(self, first: int, last: int, head: int) -> bool:
        """Whether it is the subject of a verb of speech, or stands right beside one."""
        lower, begin, stop = self._page.lower, self._page.begin(first), self._page.stop(first)
        verbs = self._words.speech_verbs
        beside = (first > begin and lower[first - 1] in verbs) or (last < stop and lower[last] in verbs)
        return beside or (self._page.tokens[head].dep.startswith("nsubj") and lower[self._page.head(head)] in verbs)

    def _pointing(self, index: int) -> Mention | None:
        lower = self._page.lower
        word = lower[index]
        if match := self._words.anaphora.longest(lower, index, self._page.stop(index)):
            last, wanted = match
            answer = self._pair(index, wanted.kind) if wanted.count == 2 else self._single(index, wanted.kind)
            return self._mention(index, last, "NOM", answer, wanted.kind)
        if kind := self._words.pronouns.get(word):
            answers = {"person": self._person, "plural": self._plural, "side": self._side}
            return self._mention(index, index + 1, "PRO", answers[kind](index), kind)
        if word.endswith("nya") and len(word) > 5:
            return self._clitic(index, word[:-3])
        return None

    def _clitic(self, index: int, host: str) -> Mention | None:
        if host in self._words.speech_hosts and not self._is_object(index):
            return self._mention(index, index + 1, "PRO", self._speaker(index), "person", clitic=True)
        noun = self._page.tokens[index].upos == "NOUN" and (
            host in self._words.possessed or _NOUN.fullmatch(host) is not None
        )
        if noun and self._page.lower[index] not in self._words.not_possessed:
            answer = self._owner(index)
            return self._mention(index, index + 1, "PRO", answer, "any", clitic=True) if answer.actors else None
        return None

    def _is_object(self, index: int) -> bool:
        """"jelasnya" as an adverb, "tambahnya" as a noun: only a cue next to a mark or a clause speaks."""
        return self._page.tokens[index].dep.startswith(("obj", "nmod", "amod"))

    # Who it is.

    def _person(self, index: int) -> Answer:
        if self._page.lower[index - 1] in self._words.speech_hosts and index > self._page.begin(index):
            return self._speaker(index)
        here = self._persons(self._before(index))
        subjects = _distinct(site for site in here if site.subject)
        if len(subjects) == 1:
            return Answer(tuple(subjects), "pronoun: subject earlier in the sentence")
        if here:
            return self._only(here, "pronoun: only person earlier in the sentence")
        return self._person_back(index)

    def _person_back(self, index: int) -> Answer:
        for back in range(1, _REACH + 1):
            persons = self._persons(self._outside(self._page.sentence[index] - back, index))
            subjects = [site for site in persons if site.subject]
            if len(_distinct(subjects)) == 1:
                return Answer(tuple(_distinct(subjects)), "pronoun: last person in subject position")
            if persons:
                return self._only(subjects or persons, "pronoun: only person in the sentence before")
        return _OPEN

    def _only(self, sites: Sequence[Site], reason: str) -> Answer:
        actors = _distinct(sites)
        return Answer(tuple(actors), reason) if len(actors) == 1 else _OPEN

    def _speaker(self, index: int) -> Answer:
        """Who goes on speaking: the last speaker or, failing one, the last person in subject position."""
        for back in range(_SPEECH_REACH + 1):
            number = self._page.sentence[index] - back
            sites = self._before(index) if back == 0 else self._outside(number, index)
            persons = self._persons(sites)
            speakers = _distinct(site for site in persons if site.speaker)
            if speakers:
                return Answer((speakers[-1],), "speech cue: last speaker")
            subjects = _distinct(site for site in persons if site.subject)
            if len(subjects) == 1:
                return Answer(tuple(subjects), "speech cue: last person in subject position")
            if len(_distinct(persons)) > 1:
                return _OPEN
        return _OPEN

    def _side(self, index: int) -> Answer:
        person = self._person(index).actors or self._speaker(index).actors
        side = self._sides.of_person(person[0]) if person else None
        actor = side or (person[0] if person else None)
        return Answer((actor,), "the side of the one who speaks") if actor else _OPEN

    def _owner(self, index: int) -> Answer:
        """The subject that owns: of the verb above, of the noun a relative clause hangs on."""
        before = self._heads_at(index - 2) if self._page.lower[index - 1] in _JOINTS - {","} else None
        if before:
            return Answer(before.actors, "possessive: joined to the name before it")
        branch = index
        for _ in range(_SPEECH_REACH * 2):
            head = self._page.head(branch)
            if head == branch:
                break
            if site := self._subject_of(head, branch, index):
                return Answer(site.actors, "possessive: subject of the clause")
            relative = self._page.tokens[branch].dep.startswith("acl") and self._covering(head)
            if relative:
                return Answer(relative.actors, "possessive: the name that the clause describes")
            branch = head
        return _OPEN

    def _subject_of(self, verb: int, branch: int, index: int) -> Site | None:
        offset = self._page.begin(verb)
        for child in self._page.tree(self._page.sentence[verb]).children(verb - offset, "nsubj"):
            at = child + offset
            if at != branch and at < index:
                return self._covering(at)
        return None

    def _covering(self, token: int) -> Site | None:
        """The site whose phrase the token heads."""
        if site := self._heads.get(token):
            return site
        return next((s for s in reversed(self._sites[-8:]) if s.token <= token < s.last), None)

    def _heads_at(self, token: int) -> Site | None:
        return next((s for s in reversed(self._sites[-4:]) if s.token <= token < s.last), None)

    def _single(self, index: int, kind: str) -> Answer:
        if kind == "person":
            return self._person(index)
        for back in range(_REACH + 1):
            number = self._page.sentence[index] - back
            sites = self._before(index) if back == 0 else self._outside(number, index)
            fitting = [site for site in sites if site.kind == kind and site.named and not self._in_title(site)]
            if fitting:
                return self._only(fitting, f"only {kind} named right before")
        return _OPEN

    def _in_title(self, site: Site) -> bool:
        return site.token in self._sides.complements

    def _plural(self, index: int) -> Answer:
        for number in (self._page.sentence[index], self._page.sentence[index] - 1):
            sites = [s for s in self._outside(number, index) if s.token < index]
            pairs = [site.actors for site in sites if len(site.actors) > 1] + self._coordinated(sites)
            if len({frozenset(pair) for pair in pairs}) == 1:
                return Answer(pairs[0], "plural pronoun: the group named before")
            if pairs or any(site.subject for site in sites):
                return _OPEN
        return _OPEN

    def _coordinated(self, sites: Sequence[Site]) -> list[tuple[str, ...]]:
        """Groups "A dan B" of one kind, in text order."""
        groups: list[list[Site]] = []
        for site in sites:
            last = groups[-1][-1] if groups else None
            if last and last.kind == site.kind and self._joined(last.last, site.token):
                groups[-1].append(site)
            elif not last or site.token >= last.last:
                groups.append([site])
        return [tuple(_distinct(group)) for group in groups if len(_distinct(group)) > 1]

    def _joined(self, first: int, last: int) -> bool:
        between = self._page.lower[first:last]
        words = [w for i, w in enumerate(between, first) if i not in self._sides.title_tokens]
        return bool(words) and all(word in _JOINTS for word in words) and "dan" in words + ["dan"] * (len(words) > 1)

    def _pair(self, index: int, kind: str) -> Answer:
        """Exactly two: what this sentence and those before it name, nearest first."""
        for wanted in (("person", "state") if kind == "any" else (kind,)):
            seen: dict[str, None] = {}
            for back in range(_REACH + 2):
                number = self._page.sentence[index] - back
                sites = [s for s in self._outside(number, index) if s.token < index]
                here = dict.fromkeys(actor for site in sites for actor in self._as(site, wanted))
                merged = {**seen, **here}
                if len(merged) == 2:
                    return Answer(tuple(merged), f"the two {wanted}s named before")
                if len(merged) > 2:
                    break
                seen = merged
        return _OPEN

    def _as(self, site: Site, wanted: str) -> Iterator[str]:
        """The actors of a site as persons, or as the states for which they act."""
        for actor in site.actors:
            if wanted == "person":
                if self._kind(actor) == "person":
                    yield actor
                continue
            side = self._sides.of_person(actor) if self._kind(actor) == "person" else self._base.side(actor)
            if side and self._base.kind(side) == wanted:
                yield side

    # Where to look.

    def _before(self, index: int) -> list[Site]:
        """Sites of the same sentence that stand before, on the same side of quotation marks."""
        return [s for s in self._in(self._page.sentence[index]) if s.last <= index and self._level(s.token, index)]

    def _outside(self, number: int, index: int) -> list[Site]:
        return [s for s in self._in(number) if self._level(s.token, index)]

    def _in(self, number: int) -> list[Site]:
        found = []
        for site in reversed(self._sites):
            if site.sentence < number:
                break
            if site.sentence == number:
                found.append(site)
        return found[::-1]

    def _level(self, one: int, other: int) -> bool:
        return one not in self._page.quoted or other in self._page.quoted

    def _persons(self, sites: Iterable[Site]) -> list[Site]:
        return [site for site in sites if site.kind == "person" and len(site.actors) == 1]

    def _mention(
        self, first: int, last: int, label: Label, answer: Answer, kind: str, clitic: bool = False
    ) -> Mention:
        tokens, page = self._page.tokens, self._page
        start, end = tokens[first].start, tokens[last - 1].end
        start = end - 3 if clitic else start
        many = len(answer.actors) > 1
        actor = answer.actors[0] if len(answer.actors) == 1 else None
        if answer.actors:
            site_kind = self._kind(answer.actors[0])
            self._add(self._made(first, last, answer.actors, "plural" if many else site_kind))
        return Mention(
            page.article.id, start, end, page.text[start:end], label, actor,
            answer.reason or f"{kind}: nobody before it for sure",
            members=answer.actors if many else (), sentence=page.sentences[page.sentence[first]].index,
        )  # fmt: skip


def _distinct(sites: Iterable[Site]) -> list[str]:
    return list(dict.fromkeys(actor for site in sites for actor in site.actors))
