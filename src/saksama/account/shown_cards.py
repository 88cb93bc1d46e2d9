"""The cards of a story, an event, an article and an actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from saksama.account.card import Card, Item, Section
from saksama.account.clean import line, safe_url
from saksama.account.compose import view
from saksama.account.held import kin_of
from saksama.account.items import Items
from saksama.account.piles import dated, headline
from saksama.account.shown import Shown
from saksama.account.view import Moment
from saksama.account.words import Words
from saksama.actors.entries import Term
from saksama.language.spell import spell
from saksama.records import Article, Event, Statement

_ARTICLES, _EVENTS, _FINDINGS, _SAYINGS, _TELLERS = 20, 10, 8, 6, 12


@dataclass(slots=True)
class Maker:
    """What all cards are made with."""

    shown: Shown
    words: Words
    everything: bool
    items: Items = field(init=False)

    def __post_init__(self) -> None:
        own = self.shown.id if self.shown.kind == "article" else None
        self.items = Items(self.shown.account, self.words, own, self.everything)

    def say(self, label: str, **slots: object) -> str:
        return self.words.say(label, **slots)

    def cut(self, heading: str, items: Sequence[Item], most: int) -> Section:
        """Up to `most` items, and how many are left."""
        end = len(items) if self.everything or len(items) <= most + 1 else most
        left = len(items) - end
        return Section(heading, tuple(items[:end]), self.say("card_more", n=left) if left else "")

    def article(self, article: Article, facts: Iterable[str] = ()) -> Item:
        """An article in a list: headline, source, id."""
        source = self.items.cited.source(article.id)
        named = tuple(f for f in (*facts, f"article:{article.id}") if f)
        return Item(headline(article, self.words), source=source, facts=named)

    def findings(self, heading: str = "findings") -> Section:
        return self.cut(self.say(heading), self.items.findings(), _FINDINGS)

    def story_line(self) -> str:
        """The story of an article or event."""
        story = self.shown.story
        if story is None:
            return ""
        size = self.say("articles_count", n=len(story.articles))
        return self.say("in_story", title=line(story.title), id=story.id, size=size)

    def card(
        self, title: str, facts: Iterable[str], sections: Iterable[Section], url: str | None = None
    ) -> Card:
        known = self.say("knowledge", day=spell(self.shown.account.knowledge_until, self.words.language))
        return Card(
            title,
            tuple(fact for fact in facts if fact),
            tuple(section for section in sections if section.items or section.note),
            (known,),
            (url,) if url else (),
        )


def story(make: Maker) -> Card:
    """A story: what is told, what does not fit, its articles and their kinship."""
    account, told = make.shown.account, make.shown.story
    assert told is not None
    seen = view(account, make.words.language)
    lead = [make.items.event(event, event.articles[:1]) for event in _events(account.events, seen.lead)]
    articles = [make.article(article, _from(make, article)) for article in account.articles]
    return make.card(
        line(told.title),
        (seen.facts + " · " + seen.tally, f"story:{told.id}"),
        (
            make.cut(make.say("lead"), lead, _EVENTS),
            make.findings(),
            make.cut(make.say("articles"), articles, _ARTICLES),
            Section("", note=make.say("story_whole", id=told.id)),
        ),
    )


def _from(make: Maker, article: Article) -> list[str]:
    """From which text an article was made, and what was changed."""
    kin = [make.items.kin(one) for one in kin_of(make.shown.account, article) if one.after is not True]
    return [text for item in kin for text in (f"{item.text} — {item.faint}", *item.facts)]


def _events(events: Iterable[Event], moments: Iterable[Moment]) -> list[Event]:
    known = {event.id: event for event in events}
    return [known[moment.ids[0]] for moment in moments]


def event(make: Maker) -> Card:
    """An event: each article that tells it with its sentence, and what does not fit."""
    told = make.shown.event()
    item = make.items.event(told)
    tellers = [_teller(make, told, article) for article in told.articles]
    tellings = [
        make.say("articles_count", n=len(told.articles)),
        make.say("distinct_texts", n=told.distinct_texts),
    ]
    kind = f"{told.type}/{told.mode}" if told.mode else told.type
    sides = [(p.actor, make.items.names.of(p.actor)) for p in (*told.actors, *told.recipients)]
    return make.card(
        f"{item.label} {item.text}".strip(),
        (
            ", ".join(tellings),
            " · ".join((kind, *(f"{name} [{identity}]" for identity, name in dict.fromkeys(sides)))),
            make.story_line(),
            told.id,
        ),
        (
            make.cut(make.say("told_in"), tellers, _TELLERS),
            make.findings(),
        ),
    )


def _teller(make: Maker, told: Event, article: str) -> Item:
    """The sentence in which an article tells an event, and why it is the event of the others."""
    return Item("", faint=make.items.tie(told, article), quotes=(make.items.quote(told, article),))


def article(make: Maker) -> Card:
    """An article: where it stands, what it tells and whom it quotes, and what does not fit."""
    account, identity = make.shown.account, make.shown.id
    one = next(a for a in account.articles if a.id == identity)
    day, basis = dated(one, make.words)
    about = [line(one.outlet or ""), f"{day} ({basis})" if basis else day]
    own = [event for event in account.events if identity in event.articles]
    happened = sorted(own, key=lambda e: (e.background, e.status != "occurred"))
    said = [s for s in account.statements if s.article == identity]
    kin = [make.items.kin(each) for each in kin_of(account, one)]
    return make.card(
        headline(one, make.words),
        (", ".join(part for part in about if part), make.story_line(), f"article:{identity}"),
        (
            make.cut(make.say("held_kin"), kin, _EVENTS),
            make.findings(),
            make.cut(make.say("told_here"), [_told(make, e, identity) for e in happened], _EVENTS),
            make.cut(make.say("voices"), [_saying(make, s) for s in said], _SAYINGS),
            Section("", note=make.say("article_whole", id=identity)),
        ),
        safe_url(one.url),
    )


def _told(make: Maker, told: Event, identity: str) -> Item:
    return replace(make.items.event(told, (identity,)), facts=(told.id,))


def _saying(make: Maker, said: Statement) -> Item:
    """Who said what, in the words of the article."""
    known = make.items.names.of(said.speaker) if said.speaker else ""
    name = known or (line(said.speaker_text.text) if said.speaker_text else make.say("unknown_speaker"))
    via = make.say("via", via=line(said.via)) if said.via else ""
    kind = "" if said.direct else make.say("indirect")
    faint = ", ".join(part for part in (kind, via) if part)
    return Item(name, faint=faint, quotes=(make.items.cited.quote(said.content),))


def actor(make: Maker) -> Card:
    """An actor: offices by the record book, what it does and says, and the latest that names it."""
    account, identity = make.shown.account, make.shown.id
    events = sorted(account.events, key=lambda e: e.when or "", reverse=True)
    told = [replace(make.items.event(e, e.articles[:1]), facts=(e.id,)) for e in events]
    said = [_saying(make, s) for s in reversed(account.statements) if s.speaker == identity]
    inside = {mention.article for mention in account.mentions if mention.actor == identity}
    naming = [make.article(a) for a in reversed(account.articles) if a.id in inside]
    count = make.say("articles_count", n=make.shown.articles)
    return make.card(
        make.items.names.of(identity),
        (identity, make.say("named_in", articles=count)),
        (
            make.cut(make.say("offices"), _offices(make), _EVENTS),
            make.cut(make.say("does"), told, _EVENTS),
            make.cut(make.say("says"), [replace(item, text="") for item in said], _SAYINGS),
            make.cut(make.say("latest"), naming, _EVENTS),
        ),
    )


def _offices(make: Maker) -> list[Item]:
    """The records of a person."""
    people = make.shown.known.people if make.shown.known else ()
    return [_term(make, term) for person in people for term in person.terms]


def _term(make: Maker, term: Term) -> Item:
    said = make.words
    title, side = (both.id if said.language == "id" else both.en for both in (term.title, term.for_name))
    start, end = (spell(day, said.language) if day else "…" for day in (term.from_, term.to))
    return Item(f"{title}, {side}", faint=f"{start} – {end} ({term.source})")
