"""What the desk says about one article, as a page to paste into a note: the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from saksama.account.card import Card, Item, Section, Source
from saksama.account.clean import line, safe_url, shorten
from saksama.account.held import Dealt, Held, Shared
from saksama.account.items import Items
from saksama.account.piles import dated, headline
from saksama.account.words import Words, words
from saksama.language.spell import spell
from saksama.records import Event

_CONFIRMED, _TELLERS, _ALONE, _KIN, _CAUTIONS = 6, 2, 4, 4, 6
_CLAIM = 240  # characters


def card(held: Held, language: str, *, everything: bool = False) -> Card:
    """The page in ``id`` or ``en``; each list cut to what a note can hold unless `everything`."""
    return _Page(held, words(language), everything).card()


class _Page:
    def __init__(self, held: Held, said: Words, everything: bool) -> None:
        self._held, self._words, self._all = held, said, everything
        own = replace(held.account, checks=held.findings)
        self._items = Items(own, said, held.article.id, everything)
        self._findings = self._items.findings()

    def _say(self, label: str, **slots: object) -> str:
        return self._words.say(label, **slots)

    def card(self) -> Card:
        article = self._held.article
        day, basis = dated(article, self._words)
        about = ", ".join(
            part for part in (line(article.outlet or ""), f"{day} ({basis})" if basis else day) if part
        )
        url = safe_url(article.url)
        return Card(
            title=headline(article, self._words),
            facts=(about, self._place(), self._short()),
            links=(url,) if url else (),
            sections=tuple(section for section in self._sections() if section.items or section.note),
            closing=(
                self._say("knowledge", day=spell(self._held.account.knowledge_until, self._words.language)),
                self._say("made_by", version=self._held.account.version),
            ),
        )

    def _place(self) -> str:
        """Whether it is on the desk, and against what it was held."""
        against, story = self._held.against, self._held.story
        if against.known_as:
            parts = [self._say("held_on_desk", id=against.known_as)]
        elif against.replaces:
            parts = [self._say("held_version", id=against.replaces)]
        else:
            parts = [self._say("held_new")]
        if story and len(story.articles) > 1:
            parts.append(self._say("held_story", title=line(story.title), id=story.id))
        parts.append(self._say("held_against", n=against.beside, all=against.on_desk))
        return "; ".join(parts) + "."

    def _short(self) -> str:
        """All of it in one line."""
        held = self._held
        counts = [
            *((f"held_{s}", sum(f.severity == s for f in held.findings)) for s in ("impossible", "conflict")),
            ("held_dealt", sum(one.stance == "carries" for one in held.dealt)),
            ("held_kin_before", sum(kin.after is False for kin in held.kin)),
            ("held_kin_after", sum(kin.after is True for kin in held.kin)),
            ("held_kin_unknown", sum(kin.after is None for kin in held.kin)),
            ("held_caution", sum(f.severity == "caution" for f in held.findings)),
        ]
        told = [self._say(f"{label}_count", n=count) for label, count in counts if count]
        if all(finding.severity == "caution" for finding in held.findings):
            told.insert(0, self._say("held_nothing"))
        confirmed = sum(1 for shared in held.confirmed if shared.texts)
        own = (event for event in held.account.events if held.article.id in event.articles)
        events = sum(1 for _ in own)
        told += [self._say("held_confirmed_count", n=confirmed, all=events)] if events else []
        return self._say("held_short", list="; ".join(told))

    def _sections(self) -> Iterator[Section]:
        for severity in ("impossible", "conflict"):
            found = tuple(item for item in self._findings if item.tone == severity)
            yield Section(self._say(f"held_{severity}"), found)
        yield Section(self._say("held_dealt"), tuple(map(self._dealt, self._held.dealt)))
        yield self._cut("held_kin", [self._items.kin(kin) for kin in self._held.kin], _KIN)
        cautions = [item for item in self._findings if item.tone == "caution"]
        yield self._cut("held_caution", cautions, _CAUTIONS)
        fresh = [shared for shared in self._held.confirmed if shared.texts]
        yield self._cut("held_confirmed", [self._shared(shared) for shared in fresh], _CONFIRMED)
        echoed = [shared for shared in self._held.confirmed if not shared.texts]
        copied = ((one.event, self._say("also_copied", n=len(one.others))) for one in echoed)
        yield self._cut("held_echoed", self._own_words(copied), _ALONE)
        yield self._cut("held_alone", self._own_words((event, "") for event in self._held.alone), _ALONE)
        yield Section(self._say("not_checked"), tuple(self._unchecked()))

    def _cut(self, label: str, items: Sequence[Item], most: int) -> Section:
        """Up to `most` items, and how many are left; one too many is shown instead."""
        end = len(items) if self._all or len(items) <= most + 1 else most
        left = len(items) - end
        return Section(self._say(label), tuple(items[:end]), self._say("card_more", n=left) if left else "")

    def _dealt(self, dealt: Dealt) -> Item:
        review = dealt.review
        day = spell(review.published, self._words.language) if review.published else ""
        source = ", ".join(part for part in (line(review.publisher or ""), day) if part)
        rating = line(review.rating.text) or self._say("unrated")
        return Item(
            self._say(f"held_{dealt.stance}", claim=shorten(review.claim, _CLAIM)),
            self._say("rated", rating=rating),
            "caution",
            source=Source(source or self._say("unknown_source"), safe_url(review.url)),
            quotes=tuple(map(self._items.cited.quote, dealt.evidence)),
        )

    def _shared(self, shared: Shared) -> Item:
        say, event = self._say, shared.event
        told = say("also_told", n=len(shared.others), texts=say("texts_count", n=shared.texts))
        shown = shared.others if self._all else shared.others[:_TELLERS]
        faint = f"{told}{say('also_disputed') if shared.disputed else ''}"
        return replace(self._items.event(event, (self._held.article.id, *shown)), faint=faint)

    def _own_words(self, told: Iterable[tuple[Event, str]]) -> list[Item]:
        """The sentences themselves, each once: nobody else vouches for what they were taken for."""
        found: dict[str, Item] = {}
        for event, faint in told:
            quote = replace(self._items.quote(event, self._held.article.id), source=None)
            found.setdefault("".join(p.text for p in quote.pieces), Item("", faint=faint, quotes=(quote,)))
        return list(found.values())

    def _unchecked(self) -> Iterator[Item]:
        """One line for each reason."""
        kinds: dict[str, list[str]] = {}
        for item in self._held.not_checked:
            named = kinds.setdefault(item.reason, [])
            if (name := self._words.kind.get(item.kind, line(item.kind))) not in named:
                named.append(name)
        for reason, named in kinds.items():
            told = self._words.reason.get(reason, line(reason))
            yield Item(f"{self._words.listed(named)} – {told}")
