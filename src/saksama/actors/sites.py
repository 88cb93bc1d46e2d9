"""Places of an article that name somebody, for what points back to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from saksama.actors.localities import is_place
from saksama.actors.page import Page
from saksama.actors.sides import Sides
from saksama.records import Mention

if TYPE_CHECKING:
    from saksama.actors.base import Base

_NEAR = 8  # sites
_MANY = 60  # sites of one sentence; more are a list, where nothing points back for sure
_CUE_REACH = 6  # tokens
_DATELINE = 10  # tokens
_DASHES = frozenset({"-", "--", "–", "—"})
_DEEP = 4  # steps up the tree


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
    top: int
    clitic: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Who it is and why; no actors where that is open."""

    actors: tuple[str, ...]
    reason: str


OPEN = Answer((), "")


class Sites:
    """The sites of one article up to where the walk stands; `coming` lie ahead, the next one last."""

    def __init__(self, page: Page, base: Base, sides: Sides) -> None:
        self.page, self.base, self.sides = page, base, sides
        self.past: list[Site] = []
        self.coming: list[Site] = []
        self.count: Counter[tuple[str, ...]] = Counter()
        self.latest: dict[tuple[str, ...], Site] = {}
        self.topic: tuple[str, ...] = ()
        self.people = 0

    def begin(self, mentions: Iterable[Mention]) -> None:
        """Take the mentions that have an actor, but for those of the dateline; all lie ahead."""
        sites = (self._site(m) for m in mentions if m.actor or m.place)
        start, end = self._dateline()
        plain = (site for site in sites if not start <= site.token < end)
        self.coming = sorted(plain, key=lambda s: -s.token)

    def _dateline(self) -> tuple[int, int]:
        """The tokens of "JAKARTA, KOMPAS.com - " at the head of the text; the paper did none of it."""
        page = self.page
        first = next((n for n, sentence in enumerate(page.sentences) if not sentence.is_title), None)
        if first is None:
            return 0, 0
        start, stop = page.first[first], page.first[first + 1]
        reach = range(start, min(stop, start + _DATELINE))
        return start, next((index for index in reach if page.tokens[index].text in _DASHES), start)

    def advance(self, index: int) -> None:
        """Walk on to a token."""
        while self.coming and self.coming[-1].token <= index:
            self._pass(self.coming.pop())

    def _pass(self, site: Site) -> None:
        """Put a site behind us; the topic is the person named most so far."""
        self.past.append(site)
        self.latest[site.actors] = site
        self.count[site.actors] += 1
        self.people += site.kind == "person"
        if site.kind == "person" and self.count[site.actors] >= self.count[self.topic]:
            self.topic = site.actors

    def add(self, span: tuple[int, int], actors: tuple[str, ...], clitic: bool = False) -> None:
        """Put what was resolved just now among the sites: a pronoun is one too, "ujarnya" a speaker."""
        kind = "plural" if len(actors) > 1 else self.kind(actors[0])
        site = self._made(span, actors, kind, False)
        cue = clitic and self.page.lower[span[0]].removesuffix("nya") in self.base.words.speech_hosts
        self._pass(replace(site, clitic=clitic, speaker=cue or site.speaker))

    def _site(self, mention: Mention) -> Site:
        actor = mention.actor or mention.place or ""
        span = self.page.cover(mention.start, mention.end)
        # "Putra Presiden X mengatakan, dirinya": X is not the one who speaks.
        kind = "kin" if span[0] in self.sides.kin else self.kind(actor)
        return self._made(span, (actor,), kind, mention.label != "NOM")

    def _made(self, span: tuple[int, int], actors: tuple[str, ...], kind: str, named: bool) -> Site:
        first, last = span
        head = self._top(first, last)
        # "Staf khusus Presiden X, Y, mengatakan": X does not speak, and is the subject of nothing.
        served = first in self.sides.served and kind == "person"
        subject = self.page.tokens[head].dep.startswith("nsubj") or first == self.page.begin(first)
        speaker = not served and self._speaks(first, last, head)
        return Site(
            first, last, self.page.sentence[first], actors, kind, subject and not served, speaker, named, head
        )  # fmt: skip

    def kind(self, actor: str) -> str:
        if is_place(actor):
            return "place"
        return "person" if self.sides.is_person(actor) else self.base.kind(actor)

    def _top(self, first: int, last: int) -> int:
        """The head of the whole phrase: the title of "Presiden X", where the parser hangs names."""
        at = first
        for _ in range(last - first + _DEEP):
            token, head = self.page.tokens[at], self.page.head(at)
            inside = first <= head < last
            if head == at or not (inside or token.dep.partition(":")[0] in ("flat", "appos")):
                break
            at = head
        return at

    def _speaks(self, first: int, last: int, head: int) -> bool:
        """Whether it is the subject of a verb of speech, or stands right beside one."""
        lower, begin, stop = self.page.lower, self.page.begin(first), self.page.stop(first)
        verbs = self.base.words.speech_verbs
        behind = last + (last < stop and lower[last] == ",")  # "Juru bicara X, Anna, mengatakan"
        beside = self._behind_cue(first, begin) or (behind < stop and lower[behind] in verbs)
        subject = self.page.tokens[head].dep.startswith("nsubj")
        return beside or (subject and lower[self.page.head(head)] in verbs)

    def _behind_cue(self, first: int, begin: int) -> bool:
        """ "kata X", "menurut X", "ujar pengamat mata uang X"."""
        for index in range(first - 1, max(begin, first - _CUE_REACH) - 1, -1):
            if self.page.lower[index] in self.base.words.speech_hosts:
                return True
            if self.page.tokens[index].upos not in ("NOUN", "PROPN", "ADJ"):
                return False
        return False

    def before(self, index: int) -> list[Site]:
        """Sites of the same sentence that stand before a token, on its side of quotation marks."""
        return self.of(self.page.sentence[index], index)

    def of(self, number: int, index: int) -> list[Site]:
        """Sites of a sentence that stand before a token; in a quotation only for what is in one too."""
        found: list[Site] = []
        for site in reversed(self.past):
            if site.sentence < number or len(found) > _MANY:
                break
            if site.sentence == number and site.last <= index and self._level(site.token, index):
                found.append(site)
        return found[::-1]

    def at(self, token: int) -> Site | None:
        """The site whose phrase covers the token; the outermost."""
        near = [site for site in self.past[-_NEAR:] if site.token <= token < site.last]
        return max(near, key=lambda site: site.last - site.token, default=None)

    def last_plural(self, index: int) -> tuple[str, ...]:
        """The group meant right before, in this sentence or the one before it."""
        number = self.page.sentence[index]
        near = [s for s in self.past[-_NEAR:] if number - s.sentence <= 1 and s.kind == "plural"]
        return near[-1].actors if near else ()

    def next_named(self) -> list[Site]:
        """The names right ahead, in text order."""
        return sorted((s for s in self.coming[-_NEAR:] if s.named), key=lambda s: s.token)

    def _level(self, one: int, other: int) -> bool:
        return one not in self.page.quoted or other in self.page.quoted


def persons(sites: Iterable[Site]) -> list[Site]:
    """The sites of one person each."""
    return [site for site in sites if site.kind == "person" and len(site.actors) == 1]


def distinct(sites: Iterable[Site]) -> list[str]:
    """The actors of some sites, each once, in order."""
    return list(dict.fromkeys(actor for site in sites for actor in site.actors))


def only(sites: Sequence[Site], reason: str) -> Answer:
    """The one actor of the sites, if it is one."""
    actors = distinct(sites)
    return Answer(tuple(actors), reason) if len(actors) == 1 else OPEN
