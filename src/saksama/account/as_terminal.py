"""The account on a screen: what is told, what does not fit, when, who said what, the articles.

Each list is cut to what a screen can hold unless all is asked for; in a pipe it is plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from saksama.account.compose import view
from saksama.account.marks import Mark
from saksama.account.sheet import FAINT, HEADING, LIT, MARK, SEVERITY, STATUS, Sheet, styled
from saksama.account.view import Finding, Moment, Pile, Piled, Saying, Side, View, Voice
from saksama.account.words import Words, words
from saksama.records import Account

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_MOMENTS, _UNDATED, _VOICES, _SAYINGS, _ARTICLES, _CAUTIONS, _REASONS = 20, 10, 10, 3, 40, 12, 12
_CHANGES, _SLIPS = 5, 3
_MARKS = 4  # marks behind one line
_DAY = 19  # columns of the date; a longer one takes a line of its own

Item = TypeVar("Item")


def render(account: Account, language: str, console: Console, *, everything: bool = False) -> None:
    """Print the account on `console`; `everything` shows each list to its end."""
    _Screen(view(account, language), words(language), Sheet(console), everything).show()


class _Screen:
    def __init__(self, shown: View, said: Words, sheet: Sheet, everything: bool) -> None:
        self._view, self._words, self._sheet, self._all = shown, said, sheet, everything

    def show(self) -> None:
        self._sheet.put(styled((self._view.title, HEADING)))
        self._sheet.put(styled((f"{self._view.facts} · {self._view.tally}", FAINT)))
        self._lead()
        self._findings()
        self._timeline()
        self._voices()
        self._articles()
        self._rest()

    def _say(self, label: str, **slots: object) -> str:
        return self._words.say(label, **slots)

    def _lead(self) -> None:
        self._sheet.heading(self._say("lead"))
        for moment in self._view.lead:
            self._sheet.hang(styled(("•", "")), self._told(moment), 2)
        if not self._view.lead:
            empty = "lead_none" if self._view.headlines else "lead_nothing"
            self._sheet.put(styled((self._say(empty), FAINT)))
        for headline, mark in self._view.headlines:
            self._sheet.hang(styled(("•", "")), styled((headline, "")) + _marks([mark]), 2)

    def _told(self, moment: Moment, with_day: bool = True) -> Text:
        """A line of the lead or of the timeline, its status in front."""
        text = styled()
        if moment.label:
            text.append(f"[{moment.label}] ", STATUS[moment.status])
        text.append(moment.sentence)
        if with_day and moment.day:
            text.append(f", {moment.day}")
        if moment.background:
            text.append(f" ({self._say('background')})", FAINT)
        if with_day or moment.articles > 1:
            text.append(f" — {moment.tellings}", FAINT)
        if moment.doubts:
            numbers = self._words.listed([str(number) for number in moment.doubts])
            told = self._say("disputed", n=len(moment.doubts), list=numbers)
            text.append(f" ⚠ {told}", SEVERITY["conflict"])
        return text + _marks(moment.marks)

    def _findings(self) -> None:
        shown = self._view
        self._sheet.heading(self._say("findings"))
        for finding in shown.findings:
            self._finding(finding)
        if not shown.findings:
            label = "no_findings_hard" if shown.cautions or shown.slips else "no_findings"
            self._sheet.put(styled((self._say(label), "")))
            self._unchecked(limit=4)
        if shown.cautions:
            self._cut(shown.cautions, _CAUTIONS, self._finding)
        if shown.slips:
            self._slips()

    def _finding(self, finding: Finding) -> None:
        head = styled((f"{finding.number} ", HEADING))
        body = styled((finding.label.upper(), SEVERITY[finding.severity]), (f" · {finding.title} — ", FAINT))
        body.append(finding.explanation)
        self._sheet.hang(head, body, 3)
        if len(finding.sides) == 2 and self._sheet.paired:
            self._sheet.pair(_side(finding.sides[0]), _side(finding.sides[1]), 5)
        else:
            for side in finding.sides:
                self._sheet.hang(None, _side(side), 5)

    def _slips(self) -> None:
        """All on one line; what their explanations begin with is said once."""
        slips = self._view.slips if self._all else self._view.slips[:_SLIPS]
        marks = [side.mark for finding in slips for side in finding.sides]
        told = [finding.explanation for finding in slips]
        opening = "".join(told[0].partition(": ")[:2])
        shared = opening if all(each.startswith(opening) for each in told) else ""
        text = styled((f"{self._say('slips')}: ", SEVERITY["caution"]))
        text.append(shared + "; ".join(each[len(shared) :].rstrip(".") for each in told) + ".")
        text.append_text(_marks(marks))
        if len(slips) < len(self._view.slips):
            text.append(f" {self._say('more_plain', n=len(self._view.slips) - len(slips))}", FAINT)
        self._sheet.hang(styled(("·", "")), text, 3)

    def _timeline(self) -> None:
        if not self._view.dated and not self._view.undated:
            return
        self._sheet.heading(self._say("timeline"))
        self._cut(self._view.dated, _MOMENTS, self._moment)
        if self._view.undated:
            self._sheet.put(styled((self._say("undated"), FAINT)))
            self._cut(self._view.undated, _UNDATED, self._moment)

    def _moment(self, moment: Moment) -> None:
        if len(moment.day) > _DAY - 2:
            self._sheet.put(styled((moment.day, HEADING)))
            self._sheet.hang(None, self._told(moment, with_day=False), _DAY)
        elif moment.day:
            self._sheet.hang(styled((moment.day, HEADING)), self._told(moment, with_day=False), _DAY)
        else:
            self._sheet.hang(styled(("•", "")), self._told(moment, with_day=False), 2)

    def _voices(self) -> None:
        if self._view.voices:
            self._sheet.heading(self._say("voices"))
            self._cut(self._view.voices, _VOICES, self._voice)

    def _voice(self, voice: Voice) -> None:
        role = f" ({voice.role})" if voice.role else ""
        self._sheet.put(styled((voice.name, HEADING), (role, FAINT)))
        self._cut(voice.sayings, _SAYINGS, self._saying, indent=2)

    def _saying(self, saying: Saying) -> None:
        text = styled((f"“{saying.text}”" if saying.direct else saying.text, ""))
        if not saying.direct:
            text.append(f" ({self._say('indirect')})", FAINT)
        if saying.via:
            text.append(f" ({saying.via})", FAINT)
        self._sheet.hang(None, text + _marks(saying.marks), 2)

    def _articles(self) -> None:
        if not self._view.piles:
            return
        self._sheet.heading(self._say("articles"))
        left = len(self._view.piles) if self._all else _ARTICLES
        for at, pile in enumerate(self._view.piles):
            if left <= 0:
                hidden = sum(len(rest.articles) for rest in self._view.piles[at:])
                self._sheet.put(styled((self._say("more", n=hidden), FAINT)))
                break
            left -= 0 if self._all else len(pile.articles)
            self._pile(at, pile)

    def _pile(self, at: int, pile: Pile) -> None:
        if len(self._view.piles) > 1:
            count = self._say("articles_count", n=len(pile.articles))
            name = pile.title if pile.single else self._say("story", n=at + 1)
            self._sheet.put(styled((f"{name} ({count})", FAINT)))
        self._cut(pile.articles, _ARTICLES, self._article)

    def _article(self, article: Piled) -> None:
        basis = f" ({article.basis})" if article.basis else ""
        facts = [article.outlet, article.day + basis]
        indent = len(str(article.number)) + 3
        self._sheet.hang(_mark(str(article.number)), styled((article.headline, HEADING)), indent)
        self._sheet.hang(None, styled((" · ".join(part for part in facts if part), FAINT)), indent)
        for kin in article.kin:
            self._sheet.hang(None, styled((kin.text, "")), indent)
            self._cut(kin.changes, _CHANGES, self._change)

    def _change(self, change: str) -> None:
        self._sheet.hang(None, styled((change, LIT)), 8)

    def _rest(self) -> None:
        for label, lines in (("skipped", self._view.skipped), ("notes", self._view.notes)):
            if lines:
                self._sheet.heading(self._say(label))
                self._cut(lines, _REASONS, self._reason)
        self._sheet.put()
        if self._view.findings:
            self._unchecked(limit=_REASONS)
        for line in (self._say("how_to_read"), self._view.knowledge):
            self._sheet.put(styled((line, FAINT)))

    def _unchecked(self, limit: int) -> None:
        reasons = self._view.not_checked
        shown = reasons if self._all or len(reasons) <= limit else reasons[:limit]
        if reasons:
            told = "; ".join(shown) + ("" if shown == reasons else " …")
            self._sheet.put(styled((f"{self._say('not_checked')}: {told}.", FAINT)))

    def _reason(self, reason: str) -> None:
        self._sheet.hang(styled(("•", FAINT)), styled((reason, FAINT)), 2)

    def _cut(self, items: Sequence[Item], limit: int, show: Callable[[Item], None], indent: int = 0) -> None:
        """Show up to `limit` items and say how many are left; one too many is shown instead."""
        end = len(items) if self._all or len(items) <= limit + 1 else limit
        for item in items[:end]:
            show(item)
        if end < len(items):
            self._sheet.hang(None, styled((self._say("more", n=len(items) - end), FAINT)), indent)


def _side(side: Side) -> Text:
    text = _mark(side.mark.label)
    text.append(f" {side.source}: " if side.source else " ", FAINT)
    quoted = any("“" in piece.text or "”" in piece.text for piece in side.pieces)
    text.append("" if quoted else "“")
    for piece in side.pieces:
        text.append(piece.text, LIT if piece.lit else None)
    text.append("" if quoted else "”")
    return text


def _mark(label: str) -> Text:
    return styled((f"[{label}]", MARK))


def _marks(marks: Sequence[Mark]) -> Text:
    """ " [1:2] [3:4] +2" """
    text = styled()
    for mark in marks[:_MARKS]:
        text.append(" ")
        text.append_text(_mark(mark.label))
    if len(marks) > _MARKS:
        text.append(f" +{len(marks) - _MARKS}", FAINT)
    return text
