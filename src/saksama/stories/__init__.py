"""What articles tell together: stories, lineage, and one event out of many mentions."""

from __future__ import annotations

from dataclasses import replace

from saksama.records import Lineage, Reading, Story
from saksama.store import Desk
from saksama.stories.lineage import lineage
from saksama.stories.merge import merge_events
from saksama.stories.place import place
from saksama.stories.profile import cosine
from saksama.stories.tellings import counted

__all__ = ["add", "counted"]

RELATIVES = 12  # members of a story that are looked at closely: whose words are nearest


def add(desk: Desk, reading: Reading) -> None:
    """Place one reading on the desk: its story, its kinship to the members, its events."""
    story = place(desk, reading)
    edges = _kin(desk, story, reading)
    if edges:
        desk.put_story(replace(story, lineage=(*story.lineage, *edges)))
    merge_events(desk, reading)


def _kin(desk: Desk, story: Story, reading: Reading) -> list[Lineage]:
    """The closest relative that came before, so that a chain of copies is told as a chain."""
    own = desk.terms(reading.article.id)
    others = [article for article in story.articles if article != reading.article.id]
    others.sort(key=lambda article: (-round(cosine(own, desk.terms(article)), 9), desk.number(article)))
    near = sorted(others[:RELATIVES], key=desk.number)
    edges = [edge for other in near if (edge := lineage(desk.reading(other), reading))]
    rank = {"copy": 0, "update": 1, "rewrite": 2}
    return sorted(edges, key=lambda edge: (rank[edge.kind], -edge.shared, edge.from_))[:1]
