"""One article held against the rest: what of an account concerns it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from saksama import edtf
from saksama.records import (
    Account,
    Article,
    Change,
    Check,
    ClaimReview,
    Event,
    Evidence,
    NotChecked,
    Record,
    Story,
)

SCHEMA = "saksama.check/1"
_GRAVITY = ("impossible", "conflict", "caution")


@dataclass(frozen=True, slots=True)
class Dealt(Record):
    """A published fact-check on a claim of the article, which `carries` it or itself `deals` with it."""

    review: ClaimReview
    stance: Literal["carries", "deals"]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Kinship(Record):
    """An article of one text with this one; `after`: whether it came later, None where nothing tells."""

    article: str
    kind: Literal["copy", "update", "rewrite"]
    shared: float
    after: bool | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Shared(Record):
    """An event of the article that `others` tell too, in so many `texts` that share no origin with it.

    `disputed` where a finding says that the tellings do not fit.
    """

    event: Event
    others: tuple[str, ...]
    texts: int
    disputed: bool


@dataclass(frozen=True, slots=True)
class Against:
    """What an article was held against: `beside` articles out of all `on_desk`; `known_as` is its id there,
    None where it is not on the desk, `replaces` the version there that it would follow."""

    beside: int
    on_desk: int
    known_as: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What the desk says about one article; `account` is of it and of all that it was held against."""

    account: Account
    article: Article
    against: Against
    story: Story | None
    findings: tuple[Check, ...]
    dealt: tuple[Dealt, ...]
    kin: tuple[Kinship, ...]
    confirmed: tuple[Shared, ...]
    alone: tuple[Event, ...]
    not_checked: tuple[NotChecked, ...]

    def to_dict(self) -> dict[str, Any]:
        """``saksama.check/1``; `articles` are those that anything here points to."""
        story = self.story
        lists = ("findings", "dealt", "kin", "confirmed", "alone", "not_checked")
        told = {name: [item.to_dict() for item in getattr(self, name)] for name in lists}
        named = {
            self.article.id,
            *(k.article for k in self.kin),
            *(a for s in self.confirmed for a in s.others),
        }
        named |= {e.article for check in self.findings for e in check.evidence}
        return {
            "schema": SCHEMA,
            "version": self.account.version,
            "knowledge_until": self.account.knowledge_until,
            "article": self.article.id,
            "known_as": self.against.known_as,
            "replaces": self.against.replaces,
            "held_against": self.against.beside,
            "on_desk": self.against.on_desk,
            "story": {"id": story.id, "title": story.title, "articles": list(story.articles)}
            if story
            else None,
            **told,
            "articles": [_about(a) for a in self.account.articles if a.id in named],
        }


def _about(article: Article) -> dict[str, Any]:
    names = ("id", "url", "path", "outlet", "published", "published_basis")
    return {**{name: getattr(article, name) for name in names}, "headline": article.headline}


def held(account: Account, identity: str, against: Against, dealt: tuple[Dealt, ...]) -> Held:
    """What of an account concerns one of its articles."""
    article = next(a for a in account.articles if a.id == identity)
    mine = [c for c in account.checks if any(e.article == identity for e in c.evidence)]
    disputed = {event for check in mine if check.severity != "caution" for event in check.events}
    own = [event for event in account.events if identity in event.articles]
    shared = [_shared(event, identity, disputed) for event in own if len(event.articles) > 1]
    alone = [event for event in own if len(event.articles) == 1 and event.id not in disputed]
    return Held(
        account=account,
        article=article,
        against=against,
        story=next((s for s in account.stories if identity in s.articles), None),
        findings=tuple(
            sorted((c for c in mine if c.kind != "known-claim"), key=lambda c: _GRAVITY.index(c.severity))
        ),
        dealt=dealt,
        kin=kin_of(account, article),
        confirmed=tuple(sorted(shared, key=_weight)),
        alone=tuple(sorted(alone, key=lambda event: (event.background, event.status != "occurred"))),
        not_checked=tuple(item for item in account.not_checked if item.article in (None, identity)),
    )


def _shared(event: Event, identity: str, disputed: set[str]) -> Shared:
    others = tuple(article for article in event.articles if article != identity)
    return Shared(event, others, event.distinct_texts - 1, event.id in disputed)


def _weight(shared: Shared) -> tuple[bool, bool, int]:
    """What happened before what is planned or said, what is told most first; history last."""
    return shared.event.background, shared.event.status != "occurred", -shared.texts


def kin_of(account: Account, article: Article) -> tuple[Kinship, ...]:
    """The relatives of an article, those it may come from first; their days tell, where they are known."""
    articles = {one.id: one for one in account.articles}
    found = []
    for edge in (edge for story in account.stories for edge in story.lineage):
        if article.id in (edge.from_, edge.to):
            made = edge.to == article.id
            other = articles[edge.from_ if made else edge.to]
            after = _after(other, article, not made)
            straight = made != (after is True)
            changes = edge.changes if straight else tuple(_turned(c) for c in edge.changes)
            found.append(Kinship(other.id, edge.kind, edge.shared, after, changes))
    return tuple(
        sorted(found, key=lambda kin: (kin.after is True, kin.after is None, -kin.shared, kin.article))
    )


def _after(other: Article, article: Article, added_after: bool) -> bool | None:
    """By their days; of two versions of one page by the order of adding. Of one day nobody knows."""
    if other.dated and article.dated:
        if edtf.before(article.published, other.published):
            return True
        if edtf.before(other.published, article.published):
            return False
    return added_after if article.url and article.url == other.url else None


def _turned(change: Change) -> Change:
    return Change(change.slot, change.to, change.from_)
