"""Readings of several articles by hand: marked text (see `tests.trees.marked`) with records on its words.

Page("a", "[Putin PER] tiba/VERB di [Pyongyang LOC] .", published="2024-06-19")
    .event("CONSULT", "tiba", "RUS", "PRK", mode="visit")
    .reading
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import trees

from saksama import stories
from saksama.checks.case import Case
from saksama.records import (
    Check,
    EventMention,
    Evidence,
    Mention,
    NotChecked,
    Participant,
    Place,
    Quantity,
    Reading,
    Record,
    Statement,
    Story,
    TimeExpression,
    TitleClaim,
)
from saksama.store import MemoryDesk

DOHA = Place("Doha", "QAT", 25.29, 51.53)
CAIRO = Place("Kairo", "EGY", 30.04, 31.24)
JAKARTA = Place("Jakarta", "IDN", -6.21, 106.85)
DEPOK = Place("Depok", "IDN", -6.40, 106.82)
SURABAYA = Place("Surabaya", "IDN", -7.25, 112.75)


def party(name: str) -> Participant:
    """ "RUS" is the state, "RUS:Q7747" a person who acts for it."""
    acts_for, _, person = name.partition(":")
    return Participant(person or acts_for, acts_for, "GOV")


def parties(names: str) -> tuple[Participant, ...]:
    return tuple(party(name) for name in names.split())


class Page:
    """One article in the making; each method adds a record on words of the text and gives itself back."""

    def __init__(self, identity: str, text: str, published: str | None = None, titled: bool = False) -> None:
        made = trees.marked(text, published, titled)
        self.reading: Reading = replace(made, article=replace(made.article, id=identity))

    def find(self, words: str) -> Evidence:
        start = self.reading.article.text.index(words)
        return self.reading.article.evidence(start, start + len(words))

    def mention(self, words: str, actor: str | None, label: str = "PER") -> Page:
        at = self.find(words)
        made = Mention(*_span(at), label, actor, "by hand", sentence=self._sentence(at))  # type: ignore[arg-type]
        return self._more(mentions=made)

    def time(self, words: str, interval: str | None, **more: Any) -> Page:
        """A DATE, absolute unless `anchor` says otherwise; its value is the interval unless given."""
        at = self.find(words)
        facts = {"anchor": "absolute", "type": "DATE", "value": interval} | more
        key = f"{at.article}:t{at.start}"
        made = TimeExpression(
            key,
            *_span(at),
            interval=interval,
            sentence=self._sentence(at),
            **facts,  # type: ignore[arg-type]
        )
        return self._more(times=made)

    def quantity(self, words: str, value: float, unit: str | None, comparator: str = "=") -> Page:
        at = self.find(words)
        key = f"{at.article}:q{at.start}"
        made = Quantity(key, *_span(at), value, comparator, unit, self._sentence(at))  # type: ignore[arg-type]
        return self._more(quantities=made)

    def title(self, words: str, person: str, role: str, for_: str, excused: str = "") -> Page:
        at = self.find(words)
        made = TitleClaim(at.article, person, role, for_, role, at, self._sentence(at), excused)
        return self._more(titles=made)

    def statement(self, content: str, speaker: str | None = None, via: str | None = None) -> Page:
        """Somebody's words; `speaker` and `via` as written."""
        said = self.find(content)
        made = Statement(
            f"{said.article}:s{said.start}",
            said.article,
            None,
            self.find(speaker) if speaker else None,
            "by hand",
            via,
            None,
            False,
            said,
            self._sentence(said),
            self.find(via) if via else None,
        )
        return self._more(statements=made)

    def event(self, kind: str, trigger: str, actors: str, recipients: str = "", **more: Any) -> Page:
        """An event on its trigger; occurred, undated and nowhere unless `more` says otherwise."""
        at = self.find(trigger)
        index = self._sentence(at)
        whole = self.reading.sentences[index]
        facts: dict[str, Any] = {
            "mode": None,
            "reciprocal": False,
            "status": "occurred",
            "claimed_by": (),
            "when": None,
            "when_basis": "stated" if more.get("when") else None,
            "where": None,
            "quantities": (),
            "background": False,
        }
        made = EventMention(
            id=f"{at.article}:e{at.start}",
            article=at.article,
            sentence=index,
            type=kind,
            actors=parties(actors),
            recipients=parties(recipients),
            trigger=at,
            evidence=self.reading.article.evidence(whole.start, whole.end),
            **(facts | more),
        )
        return self._more(events=made)

    def _sentence(self, at: Evidence) -> int:
        return next(s.index for s in self.reading.sentences if s.start <= at.start < s.end)

    def _more(self, **records: Record) -> Page:
        for name, record in records.items():
            both = (*getattr(self.reading, name), record)
            self.reading = replace(self.reading, **{name: both})  # type: ignore[arg-type]
        return self


def _span(at: Evidence) -> tuple[str, int, int, str]:
    return at.article, at.start, at.end, at.text


def readings(*pages: Page) -> list[Reading]:
    return [page.reading for page in pages]


def desk_of(*pages: Page) -> MemoryDesk:
    """A desk to which the pages were added one by one, as `brief` does it."""
    desk = MemoryDesk()
    for page in pages:
        stories.add(desk, page.reading)
    return desk


def one_story(*pages: Page, lineage: bool = False) -> MemoryDesk:
    """A desk with all pages in one story by decree, their events merged; with `lineage`, kinship too."""
    from saksama.stories.lineage import lineage as kin
    from saksama.stories.merge import merge_events

    desk = MemoryDesk()
    for page in pages:
        desk.put(page.reading, {}, ())
    ids = tuple(page.reading.article.id for page in pages)
    first, *rest = readings(*pages)
    edges = tuple(edge for other in rest if lineage and (edge := kin(first, other)))
    desk.put_story(Story(ids[0], "Cerita", ids, edges))
    for page in pages:
        merge_events(desk, page.reading)
    return desk


def case_of(desk: MemoryDesk) -> Case:
    return Case(desk, stories.counted(desk))


def found(kind: Any, desk: MemoryDesk) -> list[Check]:
    """What a check (a module with `find`) raises on a desk, without the notes of what it did not check."""
    checks = [item for item in kind.find(case_of(desk)) if not isinstance(item, NotChecked)]
    for check in checks:
        assert check.evidence, "every finding shows its evidence"
        for evidence in check.evidence:
            text = desk.reading(evidence.article).article.text
            assert text[evidence.start : evidence.end] == evidence.text
        assert "{" not in check.explanation.id + check.explanation.en
    return checks


def read(*texts: str, published: str | None = None, title: str | None = None) -> MemoryDesk:
    """A desk with texts read by the real pipeline, all of one day."""
    from saksama.pipeline import read_articles
    from saksama.sources import from_text

    articles = [from_text(text, title=title, published=published) for text in texts]
    desk = MemoryDesk()
    for reading in read_articles(articles):
        stories.add(desk, reading)
    return desk
