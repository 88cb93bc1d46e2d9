"""Which articles tell one happening: an article joins the story it is, on average, most like.

Words alone chain a whole topic together, so the focus of two articles (lead events, people, places,
days) raises or lowers what their words say. A story's id is that of its first article.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from saksama import edtf
from saksama.records import Reading, Story
from saksama.store import Desk
from saksama.stories.profile import Focus, cosine, focus, keys, terms

THRESHOLD = 0.34
CANDIDATES = 40
MEMBERS = 12  # of a long story, so many of the latest are compared
WINDOW = 12  # days between two articles of one story, at most
SAME_EVENT = 0.12
OTHER_HAPPENING = 0.3  # taken off where people, places or days of the lead exclude one another


@dataclass(frozen=True, slots=True)
class _Scored:
    story: Story
    score: float


def place(desk: Desk, reading: Reading) -> Story:
    """Put the reading on the desk and into a story, a new one if none is near enough."""
    own_terms = terms(reading)
    own_keys = keys(own_terms)
    near = [a for a in desk.candidates(own_keys, CANDIDATES) if a != reading.article.id]
    desk.put(reading, own_terms, own_keys)
    best = _best(desk, reading, near)
    if best is None:
        story = Story(reading.article.id, story_title(reading), (reading.article.id,), ())
    else:
        story = replace(best.story, articles=(*best.story.articles, reading.article.id))
    desk.put_story(story)
    return story


def _best(desk: Desk, reading: Reading, near: list[str]) -> _Scored | None:
    stories = {story.id: story for article in near if (story := desk.story_of(article))}
    scored = [_Scored(story, _likeness(desk, reading, story)) for story in stories.values()]
    enough = [s for s in scored if s.score >= THRESHOLD]
    return min(enough, key=lambda s: (-s.score, s.story.id), default=None)


def _likeness(desk: Desk, reading: Reading, story: Story) -> float:
    members = [desk.reading(article) for article in story.articles[-MEMBERS:]]
    return sum(likeness(desk, reading, member) for member in members) / len(members)


def likeness(desk: Desk, one: Reading, other: Reading) -> float:
    """How much two articles on the desk tell one happening; about 0 to 1."""
    if _days_apart(one, other) > WINDOW:
        return 0.0
    words = cosine(desk.terms(one.article.id), desk.terms(other.article.id))
    return words + _focus_likeness(focus(one), focus(other))


def _days_apart(one: Reading, other: Reading) -> int:
    return edtf.days_apart(one.article.published, other.article.published) or 0


def _focus_likeness(one: Focus, other: Focus) -> float:
    shared = len(one.events & other.events)
    score = SAME_EVENT * min(shared, 2)
    if _excluded(one, other):
        score -= OTHER_HAPPENING
    return score


def _excluded(one: Focus, other: Focus) -> bool:
    """Whether two leads cannot be one happening: other people met, or on days far apart."""
    if one.people and other.people and not (one.people <= other.people or other.people <= one.people):
        return True
    gaps = [edtf.days_apart(a, b) or 0 for a in one.days for b in other.days]
    return bool(gaps) and min(gaps) > WINDOW


def story_title(reading: Reading) -> str:
    """The headline, or the first sentence cut to a line."""
    if reading.article.title:
        return reading.article.headline
    if not reading.sentences:
        return reading.article.id
    first = reading.sentences[0]
    text = " ".join(reading.article.text[first.start : first.end].split())
    return text if len(text) <= 100 else text[:99].rsplit(" ", 1)[0] + "…"
