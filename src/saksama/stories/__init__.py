"""What articles tell together: stories, lineage, and one event out of many mentions."""

from __future__ import annotations

from dataclasses import replace

from saksama.records import Lineage, Reading, Story
from saksama.store import Desk
from saksama.stories.lineage import lineage, new_version
from saksama.stories.merge import event_key, merge_events, retold
from saksama.stories.place import CANDIDATES, MEMBERS, place
from saksama.stories.profile import cosine, sought, terms
from saksama.stories.tellings import counted

__all__ = ["add", "counted", "kindred", "looked_at", "retold"]

RELATIVES = 12  # members of a story that are looked at closely: whose words are nearest


def add(desk: Desk, reading: Reading, before: str | None = None) -> None:
    """Place one reading on the desk: its story, its kinship to the members, its events.

    `before` is the article of which it is a new version: then that is its kinship, whatever they share.
    """
    story = place(desk, reading)
    edges = [new_version(desk.reading(before), reading)] if before else _kin(desk, story, reading)
    if edges:
        desk.put_story(replace(story, lineage=(*story.lineage, *edges)))
    merge_events(desk, reading)


def looked_at(desk: Desk, reading: Reading, most: int) -> tuple[str, ...]:
    """Ids of what a reading would be compared with: its like, their stories, who tells its events.

    Of each story the latest members count, of those that tell its events the latest `most`.
    """
    like = desk.candidates(sought(terms(reading), reading.article.published), CANDIDATES)
    found = {member for a in like if (s := desk.story_of(a)) for member in s.articles[-MEMBERS:]}
    telling = {a for event in desk.events_by(map(event_key, reading.events)) for a in event.articles}
    found |= set(sorted(telling, key=desk.number)[-most:])
    return tuple(sorted(found.union(like), key=desk.number))


def kindred(old: Reading, new: Reading) -> bool:
    """Whether one text was made from the other."""
    return lineage(old, new) is not None


def _kin(desk: Desk, story: Story, reading: Reading) -> list[Lineage]:
    """The closest relative that came before, so that a chain of copies is told as a chain."""
    own = desk.terms(reading.article.id)
    others = [article for article in story.articles if article != reading.article.id]
    others.sort(key=lambda article: (-round(cosine(own, desk.terms(article)), 9), desk.number(article)))
    near = sorted(others[:RELATIVES], key=desk.number)
    edges = [edge for other in near if (edge := lineage(desk.reading(other), reading))]
    rank = {"copy": 0, "update": 1, "rewrite": 2}
    return sorted(edges, key=lambda edge: (rank[edge.kind], -edge.shared, edge.from_))[:1]
