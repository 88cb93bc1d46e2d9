"""Who may be meant by a pronoun, and what speaks for each: the features that `ranking` weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.actors.sites import Site, Sites

if TYPE_CHECKING:
    from saksama.actors.lexicon import Lexicon
    from saksama.actors.page import Page

_REACH = 5  # sentences back
_MANY = 40  # sites looked at
_FAR = 3  # sentences; all beyond counts alike
_BY = frozenset({"dalam", "lewat", "melalui"})
_JOINTS = (["dan"], ["serta"], ["beserta"], ["bersama"])
_OFTEN = 4  # times named; more counts alike


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun that asks for its antecedent: its token, its class, the word that -nya hangs on.

    The classes are "ia" (dia, beliau, dirinya), "own" (istrinya) and "object" (menemuinya).
    """

    index: int
    pronoun: str
    host: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may be meant: the last place that names them, and how often they were named so far."""

    site: Site
    count: int
    topic: bool


class Candidates:
    """Candidates of one article, nearest first, with their features."""

    def __init__(self, sites: Sites) -> None:
        self._sites = sites
        self._page: Page = sites.page
        self._words: Lexicon = sites.base.words

    def of(self, asked: Asked) -> list[Candidate]:
        """Everybody named in the sentences before, and whom the article names most."""
        found: dict[tuple[str, ...], Candidate] = {}
        topic = self._sites.topic
        oldest = self._page.sentence[asked.index] - _REACH
        for site in reversed(self._sites.past[-_MANY:]):
            if site.sentence < oldest:
                break
            fits = site.kind == "person" or (asked.host and site.kind != "kin")
            if fits and site.last <= asked.index and site.actors not in found:
                found[site.actors] = self._made(site)
        if topic and topic not in found:
            found[topic] = self._made(self._sites.latest[topic])
        return list(found.values())

    def _made(self, site: Site) -> Candidate:
        return Candidate(site, self._sites.count[site.actors], site.actors == self._sites.topic)

    def open(self, asked: Asked, among: list[Candidate]) -> list[str]:
        """What speaks for nobody in particular."""
        people = sum(c.site.kind == "person" for c in among)
        near = sum(c.site.kind == "person" and self._back(asked, c) < _FAR - 1 for c in among)
        features = ["open", f"open people={min(people, 3)}", f"open near={min(near, 3)}"]
        if asked.host:
            features.extend(f"open {feature}" for feature in self._of_host(asked))
        return features

    def _of_host(self, asked: Asked) -> Iterator[str]:
        """What the word with -nya is, and what stands around it."""
        page, index = self._page, asked.index
        yield f"host {page.tokens[index].upos}"
        if index == page.begin(index):
            yield "host begins"
        elif page.lower[index - 1] in _BY:
            yield "host behind dalam"
        last = index + 1 == page.stop(index)
        behind = None if last else page.tokens[index + 1]
        if behind and behind.upos in ("NOUN", "PROPN") and page.head(index + 1) == index:
            yield "host has its owner behind"
        if behind and behind.text in (",", ".", ")"):
            yield "host ends"
        elif behind:
            yield f"host then {behind.upos}"
        yield from (f"host like {kind}" for kind in self._host_kinds(asked.host))

    def _host_kinds(self, host: str) -> Iterator[str]:
        for affix in ("ter", "ber", "se", "di", "me", "ke", "pe"):
            if host.startswith(affix):
                yield affix
        named = [kind for kind, words in self._words.hosts.items() if host in words]
        yield from named or ["other"]
        if host in self._words.kin:
            yield "kin"

    def features(self, asked: Asked, candidate: Candidate, rank: int) -> list[str]:
        """What speaks for and against a candidate; `rank` counts those of its kind that are nearer."""
        site, page = candidate.site, self._page
        back = min(self._back(asked, candidate), _FAR)
        features = [
            f"kind {site.kind}",
            f"{self._person(site)} back={back}",
            f"{self._person(site)} rank={min(rank, 3)}",
            f"times {min(candidate.count, _OFTEN)}",
            *self._place(site, back),
            *self._clause(asked, site),
        ]
        if candidate.topic:
            much = "main" if 2 * candidate.count > self._sites.people else "first"
            features += [f"topic {much}", f"topic {much} back={back}"]
        if not site.named:
            features.append("last a pronoun")
        if page.sentences[site.sentence].is_title:
            features.append("in the headline")
        if (site.token in page.quoted) != (asked.index in page.quoted):
            features.append("quoted" if site.token in page.quoted else "not quoted")
        if asked.host:
            features += [f"{self._person(site)} host {kind}" for kind in self._host_kinds(asked.host)]
        return features

    def _person(self, site: Site) -> str:
        return "person" if site.kind == "person" else "other"

    def _place(self, site: Site, back: int) -> Iterator[str]:
        near = "here" if back == 0 else "before" if back == 1 else "far"
        if site.subject:
            yield f"subject {near}"
        if site.speaker:
            yield f"speaker {near}"
        if site.token == self._page.begin(site.token):
            yield f"begins {near}"
        dep = self._page.tokens[site.token].dep.partition(":")[0]
        if dep in ("nmod", "obl", "obj", "appos", "conj"):
            yield f"as {dep}"
        if site.clitic:
            yield "as -nya"

    def _clause(self, asked: Asked, site: Site) -> Iterator[str]:
        """How the two stand to each other in one tree."""
        page, index = self._page, asked.index
        if site.sentence != page.sentence[index]:
            if page.sentences[site.sentence].paragraph == page.sentences[page.sentence[index]].paragraph:
                yield "same paragraph"
            if site.subject and page.tokens[index].dep.startswith("nsubj"):
                yield "both subjects"
            return
        head = page.head(index)
        if page.head(site.token) == head or site.token == head:
            yield "same head"
        if site.subject and page.head(site.token) == index:
            yield "subject of the host"
        between = page.lower[site.last : index]
        if not between:
            yield "right before"
        if between in _JOINTS:
            yield "joined to it"
        if "," in between:
            yield "behind a comma"

    def _back(self, asked: Asked, candidate: Candidate) -> int:
        return self._page.sentence[asked.index] - candidate.site.sentence
