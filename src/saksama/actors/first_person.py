"""Who says "saya" and "kami": the one whose words are quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from saksama.actors.sites import OPEN, Answer, Site, Sites

_NEAR = 12  # tokens between a quotation and the name of its speaker
_END = frozenset({".", "!", "?"})


class FirstPerson:
    """Answers once the whole article has been walked: the speaker often stands behind the quotation."""

    def __init__(self, sites: Sites) -> None:
        self._page = sites.page
        quoted = sites.page.quoted
        speakers = (s for s in sites.past if s.speaker and s.kind == "person" and s.token not in quoted)
        self._speakers = sorted(speakers, key=lambda site: site.token)
        self._at = [site.token for site in self._speakers]
        self._firsts = [index for index in sorted(quoted) if index - 1 not in quoted]
        self._lasts = [index + 1 for index in sorted(quoted) if index + 1 not in quoted]

    def of(self, index: int) -> Answer:
        """The speaker beside the quotation, or the only one of its paragraph; open without quotation."""
        if index not in self._page.quoted:
            return self._unmarked(index)
        first, last = self._quotation(index)
        beside = next(self._beside(first, last), None)
        if beside is not None:
            return Answer(beside.actors, "first person: who speaks beside the quotation")
        here = {site.actors for site in self._of_paragraph(index)}
        if len(here) != 1:
            return OPEN
        return Answer(here.pop(), "first person: the only speaker of the paragraph")

    def _quotation(self, index: int) -> tuple[int, int]:
        number = bisect_right(self._firsts, index) - 1
        return self._firsts[number], self._lasts[number]

    def _beside(self, first: int, last: int) -> Iterator[Site]:
        """Behind the quotation before the next one begins, then in front of it in the same sentence."""
        page = self._page
        low, high = bisect_left(self._at, last), bisect_left(self._at, last + _NEAR)
        for site in self._speakers[low:high]:
            if page.quoted.isdisjoint(range(last, site.token)) and self._same_paragraph(site.token, first):
                yield site
        low = bisect_left(self._at, first - _NEAR)
        for site in reversed(self._speakers[low : bisect_right(self._at, first)]):
            between = page.tokens[site.last : first]
            if self._same_paragraph(site.token, first) and not any(t.text in _END for t in between):
                yield site

    def _of_paragraph(self, index: int) -> Iterator[Site]:
        low, high = bisect_left(self._at, index - 4 * _NEAR), bisect_left(self._at, index + 4 * _NEAR)
        yield from (s for s in self._speakers[low:high] if self._same_paragraph(s.token, index))

    def _same_paragraph(self, one: int, other: int) -> bool:
        page = self._page
        paragraphs = {page.sentences[page.sentence[at]].paragraph for at in (one, other)}
        return len(paragraphs) == 1

    def _unmarked(self, index: int) -> Answer:
        """Quotation marks were lost: "Saya lelah, kata Anna"."""
        low = bisect_right(self._at, index)
        for site in self._speakers[low : low + 1]:
            if site.token < self._page.stop(index):
                return Answer(site.actors, "first person: who speaks behind it in the sentence")
        return OPEN
