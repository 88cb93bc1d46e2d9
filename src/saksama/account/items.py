"""Findings, events and kinship of an account as lines of a card, each with its sentences."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.account.card import Item, Quote, Source
from saksama.account.cited import Cited
from saksama.account.clean import line, shorten
from saksama.account.findings import findings
from saksama.account.held import Kinship
from saksama.account.marks import Marks
from saksama.account.names import Names
from saksama.account.phrases import Teller
from saksama.account.view import Finding
from saksama.account.words import Words
from saksama.records import Account, Change, Event, Reason, Span

_CHANGES = 6
_ORDER = {True: "after", False: "before", None: "unknown"}
_SHOWN = frozenset({"parties", "when", "where", "words", "text", "story"})  # reasons told in words
_FACT = 80  # characters of a changed fact


class Items:
    """The lines of one account; `own` is the article that the card is about, if it is about one."""

    def __init__(
        self, account: Account, said: Words, own: str | None = None, everything: bool = False
    ) -> None:
        quantities = {quantity.id: line(quantity.text) for quantity in account.quantities}
        self.words, self._account, self._own, self._all = said, account, own, everything
        self.cited = Cited(account.articles, said, own)
        self.names = Names(account, said)
        self.teller = Teller(self.names, said, quantities)

    def findings(self) -> list[Item]:
        """All checks of the account, the gravest first."""
        found = findings(self._account, Marks(self._account), self.words)
        return [self._finding(finding) for finding in found]

    def _finding(self, finding: Finding) -> Item:
        quotes = []
        for side in finding.sides:
            identity = self._account.articles[side.mark.article - 1].id
            own = identity == self._own
            source = Source(self.words.say("this_article")) if own else self.cited.source(identity)
            quotes.append(Quote(side.pieces, source, own))
        quotes.sort(key=lambda quote: not quote.own)
        return Item(finding.explanation, finding.title, finding.severity, quotes=tuple(quotes))

    def event(self, event: Event, articles: Iterable[str] = (), *, with_day: bool = True) -> Item:
        """What happened, with the first sentence in which each of some articles tells it."""
        day = self.teller.day(event.when) if with_day else ""
        back = f" ({self.words.say('background')})" if event.background else ""
        label = self.teller.status(event)
        text = self.teller.tell(event) + (f", {day}" if day else "") + back
        quotes = tuple(self.quote(event, article) for article in articles)
        return Item(text, f"[{label}]" if label else "", event.status, quotes=quotes)

    def quote(self, event: Event, article: str) -> Quote:
        """The first sentence in which an article tells an event, its words lit."""
        pairs = zip(event.triggers, event.evidence, strict=True)
        trigger, sentence = next(pair for pair in pairs if pair[1].article == article)
        return self.cited.quote(sentence, [Span(trigger.start, trigger.end)])

    def tie(self, event: Event, article: str) -> str:
        """Why an article's first mention of an event is one with the others'; "" for the first of all."""
        first = next(n for n, sentence in enumerate(event.evidence) if sentence.article == article)
        tie = next((tie for tie in event.ties if tie.mention == first), None)
        told = [self._reason(reason) for reason in tie.reasons if reason.slot in _SHOWN] if tie else []
        return self.words.say("one_because", list="; ".join(told)) if told else ""

    def _reason(self, reason: Reason) -> str:
        said = {"value": shorten(reason.value, _FACT), "of": shorten(reason.of or "", _FACT)}
        return self.words.say(f"tie_{reason.slot}_{reason.how}", **said)

    def kin(self, kin: Kinship) -> Item:
        """Of which text, and which facts were changed."""
        say = self.words.say
        label = f"kin_{kin.kind}_{_ORDER[kin.after]}"
        changes = [self.change(change) for change in kin.changes]
        end = len(changes) if self._all else _CHANGES
        left = [say("more_plain", n=len(changes) - end)] if len(changes) > end else []
        if not changes and kin.kind != "rewrite":
            left = [say("kin_same")]
        return Item(
            say(label, title=self.cited.name(kin.article)),
            faint=say("shared", share=f"{kin.shared:.0%}"),
            source=self.cited.source(kin.article),
            facts=(*changes[:end], *left),
        )

    def change(self, change: Change) -> str:
        """ "how many: “300” → “450”" """
        old, new = shorten(change.from_.text, _FACT), shorten(change.to.text, _FACT)
        slot = self.words.slot.get(change.slot, line(change.slot))
        return self.words.say("change", slot=slot, old=old, new=new)
