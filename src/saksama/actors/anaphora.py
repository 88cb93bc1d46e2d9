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
_QUOTES = ('"', "”", "“", "'", "’")
_NEAR = 8  # sites


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
    """Who it is and why; no actors where that is open."""

    actors: tuple[str, ...]
    reason: str


_OPEN = Answer((), "")


class Anaphora:
    """Walks an article once and resolves what points back."""

    def __init__(self, page: Page, base: Base, sides: Sides) -> None:
        self._page, self._base, self._sides = page, base, sides
        self._words = base.words
        self._sites: list[Site] = []
        self._coming: list[Site] = []
        self._pairs: dict[str, tuple[str, ...]] = {}

    def resolve(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of pronouns, of -nya and of phrases such as "kedua negara"."""
        self._coming = sorted((self._site(m) for m in mentions if m.actor), key=lambda s: -s.token)
        taken = {index for m in mentions for index in range(*self._page.cover(m.start, m.end))}
        made: list[Mention] = []
        end = 0
        firsts = self._words.anaphora.firsts | self._words.pronouns.keys()
        for index, word in enumerate(self._page.lower):
            if not (word in firsts or word.endswith("nya")):
                continue
            while self._coming and self._coming[-1].token <= index:
                self._sites.append(self._coming.pop())
            if index >= end and index not in taken and (found := self._pointing(index)):
                mention, end = found
                made.append(mention)
        return made

    def _site(self, mention: Mention) -> Site:
        actor = mention.actor or ""
        span = self._page.cover(mention.start, mention.end)
        return self._made(span, (actor,), self._kind(actor), mention.label != "NOM")

    def _made(self, span: tuple[int, int], actors: tuple[str, ...], kind: str, named: bool = False) -> Site:
        first, last = span
        head = self._top(first, last)
        subject = self._page.tokens[head].dep.startswith("nsubj") or first == self._page.begin(first)
        speaker = self._speaks(first, last, head)
        return Site(first, last, self._page.sentence[first], actors, kind, subject, speaker, named)

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
        subject = self._page.tokens[head].dep.startswith("nsubj")
        return beside or (subject and lower[self._page.head(head)] in verbs)

    def _pointing(self, index: int) -> tuple[Mention, int] | None:
        """The mention that begins at a token, and the token after it."""
        lower = self._page.lower
        if match := self._words.anaphora.longest(lower, index, self._page.stop(index)):
            last, wanted = match
            two = wanted.count == 2
            answer = self._pair((index, last), wanted.kind) if two else self._single(index, wanted.kind)
            return self._mention((index, last), "NOM", answer), self._past_determiner(last)
        if kind := self._words.pronouns.get(lower[index]):
            answers = {"person": self._person, "plural": self._plural, "side": self._side}
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
            return self._mention((index, index + 1), "PRO", self._speaker(index))
        noun = self._page.tokens[index].upos == "NOUN" and (
            host in self._words.possessed or _NOUN.fullmatch(host) is not None
        )
        if noun and self._page.lower[index] not in self._words.not_possessed:
            answer = self._owner(index)
            return self._mention((index, index + 1), "PRO", answer) if answer.actors else None
        return None

    def _is_cue(self, index: int, host: str) -> bool:
        """ "nilainya", "pesannya" are nouns but right behind a quotation; "katanya" never is."""
        if host not in self._words.doubtful_hosts:
            return True
        before = [token.text for token in self._page.tokens[max(0, index - 2) : index]]
        return any(text in _QUOTES for text in before)

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
        before = self._at(index - 2) if self._page.lower[index - 1] in ("dan", "serta") else None
        if before:
            return Answer(before.actors, "possessive: joined to the name before it")
        branch, offset = index, self._page.begin(index)
        tree = self._page.tree(self._page.sentence[index])
        while (head := self._page.head(branch)) != branch:
            subjects = [c + offset for c in tree.children(head - offset, "nsubj") if c + offset < index]
            if subjects and subjects[0] != branch:
                return self._of_subject(subjects[0], index)
            if self._page.tokens[branch].dep.startswith("acl") and (site := self._at(head)):
                return Answer(site.actors, "possessive: the name that the clause describes")
            if head == branch or self._page.tokens[branch].dep.startswith(("acl", "nsubj")):
                break
            branch = head
        return _OPEN

    def _of_subject(self, subject: int, index: int) -> Answer:
        """The subject if it is a name; the one name that hangs on it: "kunjungan Putin … keinginannya"."""
        if site := self._at(subject):
            return Answer(site.actors, "possessive: subject of the clause")
        below = [s for s in self._before(index) if s.named and self._page.head(s.token) == subject]
        return self._only(below, "possessive: owner of the subject")

    def _at(self, token: int) -> Site | None:
        """The site whose phrase covers the token; the outermost."""
        near = [site for site in self._sites[-_NEAR:] if site.token <= token < site.last]
        return max(near, key=lambda site: site.last - site.token, default=None)

    def _single(self, index: int, kind: str) -> Answer:
        if kind == "person":
            return self._person(index)
        for back in range(_REACH + 1):
            number = self._page.sentence[index] - back
            sites = self._before(index) if back == 0 else self._outside(number, index)
            fitting = [s for s in sites if s.kind == kind and s.named and not self._in_title(s)]
            if fitting:
                return self._only(fitting, f"only {kind} named right before")
        return _OPEN

    def _in_title(self, site: Site) -> bool:
        return site.token in self._sides.complements

    def _plural(self, index: int) -> Answer:
        """The one group named in this sentence, or else in the one before."""
        for number in (self._page.sentence[index], self._page.sentence[index] - 1):
            sites = [s for s in self._outside(number, index) if s.last <= index]
            pairs = [site.actors for site in sites if len(site.actors) > 1] + self._coordinated(sites)
            if len({frozenset(pair) for pair in pairs}) == 1:
                return Answer(pairs[0], "plural pronoun: the group named before")
            people = _distinct(self._persons(sites))
            if not pairs and len(people) == 2 and self._page.lower[index - 1] == "antara":
                return Answer(tuple(people), "plural pronoun: between the two people of the sentence")
            if sites:
                break
        return _OPEN

    def _coordinated(self, sites: Sequence[Site]) -> list[tuple[str, ...]]:
        """Groups "A dan B" of one kind, in text order."""
        groups: list[list[Site]] = []
        for site in sites:
            last = groups[-1][-1] if groups else None
            if (
                last
                and (last.kind == "person") == (site.kind == "person")
                and self._joined(last.last, site.token)
            ):
                groups[-1].append(site)
            elif not last or site.token >= last.last:
                groups.append([site])
        return [tuple(_distinct(group)) for group in groups if len(_distinct(group)) > 1]

    def _joined(self, first: int, last: int) -> bool:
        between = [self._page.lower[i] for i in range(first, last) if i not in self._sides.title_tokens]
        return bool(between) and all(word in _JOINTS for word in between)

    def _pair(self, span: tuple[int, int], kind: str) -> Answer:
        """Exactly two: those named right behind, or in this sentence and those before, nearest first."""
        if behind := self._behind(span[1]):
            return Answer(behind, "the two named right behind")
        if kind == "any" and (pair := self._last_pair(span[0])):
            return Answer(pair, "the two meant right before")
        for wanted in ("leader", "state") if kind == "any" else (kind,):
            answer = self._two(span[0], wanted)
            if answer.actors:
                self._pairs[wanted] = answer.actors
                return answer
        return _OPEN

    def _last_pair(self, index: int) -> tuple[str, ...]:
        number = self._page.sentence[index]
        near = [s for s in self._sites[-_NEAR:] if number - s.sentence <= 1 and s.kind == "plural"]
        return near[-1].actors if near and len(near[-1].actors) == 2 else ()

    def _behind(self, last: int) -> tuple[str, ...]:
        """ "kedua pemimpin, A dan B,": the apposition that names them."""
        at = self._past_determiner(last)
        at += at < self._page.stop(last - 1) and self._page.lower[at] in self._words.determiners
        near = sorted((s for s in self._coming[-_NEAR:] if s.named), key=lambda s: s.token)
        if len(near) < 2 or self._page.lower[at : at + 1] not in ([","], ["("]) or near[0].token != at + 1:
            return ()
        joined = (
            self._joined(near[0].last, near[1].token)
            and "dan" in self._page.lower[near[0].last : near[1].token]
        )
        return near[0].actors + near[1].actors if joined else ()

    def _two(self, index: int, wanted: str) -> Answer:
        seen: dict[str, None] = {}
        for back in range(_REACH + 2):
            number = self._page.sentence[index] - back
            sites = [s for s in self._outside(number, index) if s.last <= index]
            here = dict.fromkeys(actor for site in sites for actor in self._as(site, wanted))
            if len(here) == 2 and not seen:
                return Answer(tuple(here), f"the two {wanted}s of one sentence")
            seen = {**here, **seen}
            if len(seen) > 2:
                break
        if known := self._pairs.get(wanted):
            return Answer(known, f"the two {wanted}s meant before")
        if len(seen) == 2:
            return Answer(tuple(seen), f"the only two {wanted}s of the sentences before")
        sofar = dict.fromkeys(actor for site in self._sites for actor in self._as(site, wanted))
        return Answer(tuple(sofar), f"the only two {wanted}s so far") if len(sofar) == 2 else _OPEN

    def _as(self, site: Site, wanted: str) -> Iterator[str]:
        """The actors of a site as persons, or as the states for which they act."""
        for actor in site.actors:
            if wanted != "state":
                leader = wanted == "person" or self._sides.leads(actor)
                if leader and self._kind(actor) == "person":
                    yield actor
                continue
            side = self._sides.of_person(actor) if self._kind(actor) == "person" else self._base.side(actor)
            if side and self._base.kind(side) == wanted:
                yield side

    # Where to look.

    def _before(self, index: int) -> list[Site]:
        """Sites of the same sentence that stand before, on the same side of quotation marks."""
        return [site for site in self._outside(self._page.sentence[index], index) if site.last <= index]

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

    def _mention(self, span: tuple[int, int], label: Label, answer: Answer) -> Mention:
        """The mention over a span of tokens; of a word with -nya, the clitic alone."""
        page, (first, last) = self._page, span
        end = page.tokens[last - 1].end
        clitic = label == "PRO" and page.lower[first] not in self._words.pronouns
        start = end - 3 if clitic else page.tokens[first].start
        many = len(answer.actors) > 1
        if answer.actors:
            kind = "plural" if many else self._kind(answer.actors[0])
            self._sites.append(self._made(span, answer.actors, kind))
        return Mention(
            page.article.id, start, end, page.text[start:end], label,
            answer.actors[0] if len(answer.actors) == 1 else None,
            answer.reason or "open: nobody named before for sure",
            members=answer.actors if many else (), sentence=page.sentences[page.sentence[first]].index,
        )  # fmt: skip


def _distinct(sites: Iterable[Site]) -> list[str]:
    return list(dict.fromkeys(actor for site in sites for actor in site.actors))
