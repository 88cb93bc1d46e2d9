"""Which articles tell one happening: an article joins the story whose members it is most like.

Words alone chain a whole topic together, so the focus of two articles (lead events, people, places,
days) raises or lowers what their words say. A story's id is that of its first article.
"""

from __future__ import annotations

from dataclasses import replace

from saksama import edtf
from saksama.records import Reading, Story
from saksama.store import Desk
from saksama.stories.profile import Focus, cosine, focus, keys, terms

THRESHOLD = 0.38
CANDIDATES = 40
MEMBERS = 12  # of a long story, so many of the latest are compared
NEAREST = 4  # pairs of members that tell how near two stories are
WINDOW = 12  # days between two articles of one story, at most
SAME_EVENT = 0.12
OTHER_HAPPENING = 0.3  # taken off where people, places or days of the lead exclude one another


def place(desk: Desk, reading: Reading) -> Story:
    """Put the reading on the desk and into a story, a new one if none is near enough.

    Where the new article shows that two stories are one, they become one under the older id.
    """
    own_terms = terms(reading)
    own_keys = keys(own_terms)
    near = [a for a in desk.candidates(own_keys, CANDIDATES) if a != reading.article.id]
    desk.put(reading, own_terms, own_keys)
    story = Story(reading.article.id, story_title(reading), (reading.article.id,), ())
    desk.put_story(story)
    while (best := _best(desk, story, near)) is not None:
        story = _united(desk, story, best)
    return story


def _united(desk: Desk, one: Story, other: Story) -> Story:
    """Both stories as one; the one whose first article was added first keeps its id and title."""
    first, second = sorted((one, other), key=lambda s: desk.number(s.articles[0]))
    desk.drop_story(second.id)
    story = replace(
        first,
        articles=tuple(sorted((*first.articles, *second.articles), key=desk.number)),
        lineage=(*first.lineage, *second.lineage),
    )
    desk.put_story(story)
    return story


def _best(desk: Desk, story: Story, near: list[str]) -> Story | None:
    """The story most like this one on average, if it is like enough."""
    others = {s.id: s for article in near if (s := desk.story_of(article)) and s.id != story.id}
    scored = [(_average(desk, story, other), other) for other in others.values()]
    enough = [found for found in scored if found[0] >= THRESHOLD]
    return min(enough, key=lambda found: (-found[0], found[1].id), default=(0.0, None))[1]


def _average(desk: Desk, one: Story, other: Story) -> float:
    """The mean likeness of the nearest pairs of (the latest) members.

    A visit or a summit has many occasions, so an article need not be like all that was told of it; but
    one near article alone is not enough where there are more.
    """
    ours, theirs = ([desk.reading(a) for a in s.articles[-MEMBERS:]] for s in (one, other))
    if min((_days_apart(a, b) for a in ours for b in theirs if _dated(a, b)), default=0) > WINDOW:
        return 0.0
    scores = sorted((likeness(desk, a, b) for a in ours for b in theirs), reverse=True)[:NEAREST]
    return sum(scores) / len(scores)


def likeness(desk: Desk, one: Reading, other: Reading) -> float:
    """How much two articles on the desk tell one happening; about 0 to 1."""
    if _days_apart(one, other) > WINDOW:
        return 0.0
    words = cosine(desk.terms(one.article.id), desk.terms(other.article.id))
    return words + _focus_likeness(focus(one), focus(other))


def _dated(*readings: Reading) -> bool:
    return all(reading.article.dated for reading in readings)


def _days_apart(one: Reading, other: Reading) -> int:
    return edtf.days_apart(one.article.published, other.article.published) or 0


def _focus_likeness(one: Focus, other: Focus) -> float:
    shared = (one.events & other.told) | (other.events & one.told)
    score = SAME_EVENT * min(len(shared), 2)
    if _excluded(one, other):
        score -= OTHER_HAPPENING
    return score


def _excluded(one: Focus, other: Focus) -> bool:
    """Whether two leads cannot be one happening: other people met, elsewhere, or on days far apart."""
    if one.people - other.named and other.people - one.named:
        return True
    if one.places and other.places and not one.places & other.places and _third_country(one, other):
        return True
    gaps = [edtf.days_apart(a, b) or 0 for a in one.days for b in other.days]
    return bool(gaps) and min(gaps) > WINDOW


def _third_country(one: Focus, other: Focus) -> bool:
    """One of the places belongs to no party: who hosts whom is what tellings get wrong, this is not."""
    return not (one.places | other.places) <= (one.parties | other.parties)


def story_title(reading: Reading) -> str:
    """The headline, or the first sentence cut to a line."""
    if reading.article.title:
        return reading.article.headline
    if not reading.sentences:
        return reading.article.id
    first = reading.sentences[0]
    text = " ".join(reading.article.text[first.start : first.end].split())
    return text if len(text) <= 100 else text[:99].rsplit(" ", 1)[0] + "…"
