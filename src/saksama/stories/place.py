"""Which articles tell one happening: an article joins the story that it is nearest to, or opens one.

It is held against stories as a whole and their members (`nearness`), never against single articles alone,
which would chain a whole topic together. The focus of the leads (events, people, places, days) raises or
lowers the score. What joined wrongly is let go again when later articles show it. A story's id is that of
its first article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from saksama import edtf
from saksama.records import Reading, Story
from saksama.store import Desk
from saksama.stories.lineage import lineage
from saksama.stories.nearness import NOTHING, Elsewhere, Own, Whole, nearness
from saksama.stories.profile import WINDOW, Focus, cosine, focus, keys, sought, terms

JOIN = -0.2  # score from which an article joins a story, or two stories become one
LEAVE = -1.0  # score below which a member leaves its story again
CANDIDATES = 40
MEMBERS = 20  # of a long story, so many of the latest are compared
SIDE = 4  # members of the smaller of two stories that are held against the larger
STORIES = 8  # stories that are compared closely: those with the articles most alike in words
ALIKE = 0.08  # likeness in words, below which nothing is compared
TWINS, COPIED = 3, 0.6  # articles most alike in words that may be one text, and how alike they are at least
SAME_EVENT = 1.0
OTHER_HAPPENING = 4.5  # taken off where people, places or days of the lead exclude one another
MOULD = 0.3  # share of the figures of two texts, from which they are two of one daily mould and no copies
LEAST = -20.0  # the score of what lies too far apart in time, and of daily reports

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Near:
    """A new article, and what lies near it: the likeness in words by article, the most alike first."""

    article: str
    alike: Mapping[str, float]


def place(desk: Desk, reading: Reading) -> Story:
    """Put the reading on the desk and into a story, a new one if none is near enough.

    Where the new article shows that two stories are one, they become one under the older id.
    """
    own_terms = terms(reading)
    published = reading.article.published
    found = desk.candidates(sought(own_terms, published), CANDIDATES)
    desk.put(reading, own_terms, keys(own_terms, published))
    own = reading.article.id
    near = _near(desk, own, found)
    story = Story(own, story_title(reading), (own,), ())
    desk.put_story(story)
    if source := _copied(desk, reading, near):
        story = _united(desk, story, source)
    while (best := _best(desk, story, near)) is not None:
        story = _settled(desk, _united(desk, story, best), near)
    return story


def _near(desk: Desk, article: str, found: Sequence[str]) -> Near:
    own = desk.terms(article)
    alike = {a: round(cosine(own, desk.terms(a)), 9) for a in found if a != article}
    kept = sorted((a for a in alike if alike[a] >= ALIKE), key=lambda a: (-alike[a], desk.number(a)))
    return Near(article, {a: alike[a] for a in kept})


def _copied(desk: Desk, reading: Reading, near: Near) -> Story | None:
    """The story of a text that this one is a copy or an update of: they are one, whatever else differs.

    A copy with one fact changed may well be dated or placed elsewhere; that is for the checks to tell.
    """
    for twin in list(near.alike)[:TWINS]:
        edge = lineage(desk.reading(twin), reading) if near.alike[twin] >= COPIED else None
        if edge and edge.kind != "rewrite":
            return desk.story_of(twin)
    return None


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


def _settled(desk: Desk, story: Story, near: Near) -> Story:
    """The story without the member that fits it least, if that fits no longer; it gets a story of its own.

    The first article stays, and so does what is kin to another member.
    """
    kin = {article for edge in story.lineage for article in (edge.from_, edge.to)}
    recent = [a for a in story.articles[-MEMBERS:] if a not in (near.article, story.articles[0], *kin)]
    if len(story.articles) < 4 or not recent:
        return story
    whole = Whole.of([desk.terms(a) for a in story.articles[-MEMBERS:]])
    least = min(recent, key=lambda a: (round(Own.of(desk.terms(a)).like("w", whole.total), 9), a))
    rest = tuple(a for a in story.articles if a != least)
    if likeness(desk, [least], rest, near) >= LEAVE:
        return story
    desk.put_story(replace(story, articles=rest))
    desk.put_story(Story(least, story_title(desk.reading(least)), (least,), ()))
    return replace(story, articles=rest)


def _best(desk: Desk, story: Story, near: Near) -> Story | None:
    """The story nearest to this one, if it is near enough."""
    others: dict[str, Story] = {}
    for article in near.alike:
        other = desk.story_of(article)
        if other and other.id != story.id and len(others) < STORIES:
            others[other.id] = other
    scored = [(likeness(desk, story.articles, other.articles, near), other) for other in others.values()]
    enough = [found for found in scored if found[0] >= JOIN]
    return min(enough, key=lambda found: (-round(found[0], 9), found[1].id), default=(0.0, None))[1]


def likeness(desk: Desk, one: Sequence[str], other: Sequence[str], near: Near | None = None) -> float:
    """How near two groups of articles are: the mean score of the latest of the smaller against the larger.

    0 means as likely one happening as not. What lies near the new article, but in neither group, competes.
    """
    few, many = sorted((one, other), key=len)
    many = many[-MEMBERS:]
    whole = Whole.of([desk.terms(a) for a in many])
    readings = [desk.reading(a) for a in many]
    both = {*one, *other}
    scores = [
        _score(desk, desk.reading(a), whole, readings, _elsewhere(desk, a, both, near)) for a in few[-SIDE:]
    ]
    return sum(scores) / len(scores)


def _elsewhere(desk: Desk, article: str, both: set[str], near: Near | None) -> Elsewhere:
    """What competes for an article; what is still alone does not: it may yet prove to tell the same."""
    if near is None:
        return NOTHING
    own = desk.terms(article)
    outside = [a for a in near.alike if a not in both and _is_grouped(desk, a)]
    if article != near.article:
        alike = [cosine(own, desk.terms(a)) for a in outside]
    else:
        alike = [near.alike[a] for a in outside]
    alike = [value for value in alike if value >= ALIKE]
    return Elsewhere(max(alike, default=0.0), len(alike))


def _is_grouped(desk: Desk, article: str) -> bool:
    story = desk.story_of(article)
    return story is not None and len(story.articles) > 1


def _score(
    desk: Desk, reading: Reading, whole: Whole, members: Sequence[Reading], elsewhere: Elsewhere
) -> float:
    dated = [member for member in members if member.article.dated] or members
    days = min(_days_apart(reading, member) for member in dated)
    if days > WINDOW:
        return LEAST
    own = Own.of(desk.terms(reading.article.id))
    if days and all(_is_template(reading, member) for member in members):
        return LEAST
    mine = focus(reading)
    told = [_focus_likeness(mine, focus(member)) for member in members]
    return nearness(own, whole, days, elsewhere, reading.article.language) + sum(told) / len(told)


def _is_template(one: Reading, other: Reading) -> bool:
    """Whether one headline, but for its figures, stands over texts with other figures."""
    ours, theirs = one.article, other.article
    masked = {_DIGITS.sub("0", article.headline.casefold()) for article in (ours, theirs)}
    if len(masked) > 1 or masked == {""}:
        return False
    mine, others = _figures(ours.text), _figures(theirs.text)
    return len(mine ^ others) > MOULD * len(mine | others)


def _figures(text: str) -> set[str]:
    return set(_DIGITS.findall(text))


def _days_apart(one: Reading, other: Reading) -> int:
    return edtf.days_apart(one.article.published, other.article.published) or 0


def _focus_likeness(one: Focus, other: Focus) -> float:
    """What the same parties did elsewhere, with others or long before is no sign of one happening."""
    if _excluded(one, other):
        return -OTHER_HAPPENING
    shared = (one.events & other.told) | (other.events & one.told)
    return SAME_EVENT * min(len(shared), 2)


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
