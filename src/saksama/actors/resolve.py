"""The order in which one article's actors are resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.actors.anaphora import Anaphora
from saksama.actors.bodies import Bodies, Body
from saksama.actors.found import Title
from saksama.actors.mentions import Namer
from saksama.actors.names import find_names
from saksama.actors.page import Page
from saksama.actors.people import People
from saksama.actors.ranking import Ranker
from saksama.actors.sides import Sides
from saksama.actors.titles import find_titles
from saksama.records import Actor, Reading, TitleClaim

if TYPE_CHECKING:
    from saksama.actors.base import Base


def resolve(reading: Reading, base: Base, ranker: Ranker | None = None) -> Reading:
    """Names first, then titles, people, sides, groups, and last what points back to them."""
    page = Page(reading)
    names = find_names(page, base)
    titles, names = find_titles(page, names, base)
    people = People(page, titles, base)
    people.resolve(names)
    sides = Sides(base, page, people)
    sides.read(names, titles)
    bodies = Bodies(page, base, sides.domestic).resolve(names)
    mentions = list(Namer(page, base, sides).mentions(names, titles, bodies))
    pointing = Anaphora(page, base, sides, ranker).resolve(mentions)
    actors = [*_people(people.locals, sides, base), *_bodies(bodies)]
    return replace(
        reading,
        mentions=tuple(sorted([*mentions, *pointing], key=lambda m: (m.start, -m.end))),
        titles=tuple(_claims(page, titles, sides, base)),
        actors=tuple(sorted(actors, key=lambda actor: actor.id)),
    )


def _people(names: Mapping[str, str], sides: Sides, base: Base) -> Iterator[Actor]:
    """People whom only the text knows; without a public office they act for nobody."""
    for actor, name in names.items():
        side = sides.by_person.get(actor) or sides.out_of_office.get(actor)
        acts_for, sector = (side.acts_for, side.sector) if side else ("", "")
        country = acts_for if acts_for and base.kind(acts_for) == "state" else None
        yield Actor(actor, name, "person", country, None, acts_for=acts_for, sector=sector or "CVL")


def _bodies(bodies: Mapping[int, Body]) -> Iterator[Actor]:
    for body in {body.id: body for body in bodies.values()}.values():
        yield Actor(
            body.id,
            body.name,
            "organisation",
            body.acts_for,
            None,
            acts_for=body.acts_for,
            sector=body.sector,
        )


def _claims(page: Page, titles: Sequence[Title], sides: Sides, base: Base) -> Iterator[TitleClaim]:
    """Titles of public office whose bearer and state are both known."""
    for title in titles:
        who = sides.identity(title.person.start) if title.person else None
        if title.person is None or who is None or not title.role:
            continue
        for_ = sides.of_title(title, who.actor)
        if for_ and base.fits(title.role, title.sector, for_):
            ends = [(page.tokens[title.first].start, page.tokens[title.end - 1].end)]
            ends.append((title.person.start, title.person.end))
            yield TitleClaim(
                article=page.article.id,
                person=who.actor,
                role=title.role,
                for_=for_,
                title=page.slice(title.first, title.end),
                evidence=page.article.evidence(min(s for s, _ in ends), max(e for _, e in ends)),
                sentence=page.sentences[page.sentence[title.first]].index,
                excused=title.excused,
            )
