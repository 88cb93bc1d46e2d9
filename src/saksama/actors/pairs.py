"""Whom a plural means: "mereka", "keduanya", "kedua negara"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksama.actors.sites import OPEN, Answer, Site, Sites, distinct, persons

_REACH = 4  # sentences, this one among them
_APPOSITION = 3  # tokens: "negara tersebut ,"
_JOINTS = frozenset({"dan", ",", "serta", "maupun", "&"})


class Pairs:
    """Answers for several actors, from the sites before and right behind."""

    def __init__(self, sites: Sites) -> None:
        self._sites, self._page = sites, sites.page
        self._meant: dict[str, tuple[str, ...]] = {}

    def plural(self, index: int) -> Answer:
        """The one group named in this sentence, or else in the one before."""
        for number in (self._page.sentence[index], self._page.sentence[index] - 1):
            sites = [site for site in self._sites.of(number, index) if site.kind != "place"]
            pairs = [site.actors for site in sites if len(site.actors) > 1] + self._coordinated(sites)
            if len({frozenset(pair) for pair in pairs}) == 1:
                return Answer(pairs[0], "plural pronoun: the group named before")
            people = distinct(persons(sites))
            if not pairs and len(people) == 2 and self._page.lower[index - 1] == "antara":
                return Answer(tuple(people), "plural pronoun: between the two people of the sentence")
            if sites:
                break
        return OPEN

    def _coordinated(self, sites: Sequence[Site]) -> list[tuple[str, ...]]:
        """Groups "A dan B" of one kind, in text order."""
        groups: list[list[Site]] = []
        for site in sites:
            last = groups[-1][-1] if groups else None
            alike = last and (last.kind == "person") == (site.kind == "person")
            if last and alike and self._joined(last.last, site.token):
                groups[-1].append(site)
            elif not last or site.token >= last.last:
                groups.append([site])
        return [tuple(distinct(group)) for group in groups if len(distinct(group)) > 1]

    def _joined(self, first: int, last: int) -> bool:
        between = [self._page.lower[i] for i in range(first, last) if i not in self._sites.sides.title_tokens]
        return bool(between) and all(word in _JOINTS for word in between)

    def pair(self, span: tuple[int, int], kind: str) -> Answer:
        """Exactly two: those named right behind, or in this sentence and those before, nearest first."""
        if behind := self._behind(span[1]):
            return Answer(behind, "the two named right behind")
        pair = self._sites.last_plural(span[0])
        if kind == "any" and len(pair) == 2:
            return Answer(pair, "the two meant right before")
        for wanted in ("leader", "state") if kind == "any" else (kind,):
            answer = self._two(span[0], wanted)
            if answer.actors:
                self._meant[wanted] = answer.actors
                return answer
        return OPEN

    def _behind(self, last: int) -> tuple[str, ...]:
        """ "kedua pemimpin (negara tersebut), A dan B,": the apposition that names them."""
        near, lower = self._sites.next_named(), self._page.lower
        if len(near) < 2:
            return ()
        between = lower[last : near[0].token]
        near_by = len(between) <= _APPOSITION and between[-1:] in ([","], ["("])
        both = "dan" in lower[near[0].last : near[1].token] and self._joined(near[0].last, near[1].token)
        return near[0].actors + near[1].actors if near_by and both else ()

    def _two(self, index: int, wanted: str) -> Answer:
        seen: dict[str, None] = {}
        for back in range(_REACH):
            number = self._page.sentence[index] - back
            sites = self._sites.of(number, index)
            here = dict.fromkeys(actor for site in sites for actor in self._as(site, wanted))
            if len(here) == 2 and not seen:
                return Answer(tuple(here), f"the two {wanted}s of one sentence")
            seen = {**here, **seen}
            if len(seen) > 2:
                break
        if known := self._meant.get(wanted):
            return Answer(known, f"the two {wanted}s meant before")
        if len(seen) == 2:
            return Answer(tuple(seen), f"the only two {wanted}s of the sentences before")
        return self._ever(wanted)

    def _ever(self, wanted: str) -> Answer:
        """The two of the whole article so far, if there are no more."""
        seen: dict[str, None] = {}
        for site in self._sites.past:
            seen.update(dict.fromkeys(self._as(site, wanted)))
            if len(seen) > 2:
                return OPEN
        return Answer(tuple(seen), f"the only two {wanted}s so far") if len(seen) == 2 else OPEN

    def _as(self, site: Site, wanted: str) -> Iterator[str]:
        """The actors of a site as persons, or as the states for which they act."""
        for actor in site.actors:
            if wanted != "state":
                leader = wanted == "person" or self._sites.sides.leads(actor)
                if leader and self._sites.kind(actor) == "person":
                    yield actor
                continue
            side = (
                self._sites.sides.of_person(actor)
                if self._sites.kind(actor) == "person"
                else self._sites.base.side(actor)
            )
            if side and self._sites.base.kind(side) == wanted:
                yield side
