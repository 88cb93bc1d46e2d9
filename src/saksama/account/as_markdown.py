"""The account as Markdown (CommonMark with GitHub's footnotes), in the same order as the other faces.

Every line has its sources as footnotes, whose text is the sentence; all words from a page are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from saksama.account.clean import line, shorten
from saksama.account.compose import view
from saksama.account.marks import Mark, Marks
from saksama.account.view import Finding, Moment, Piece, Piled, Saying, View, Voice
from saksama.account.words import Words, words
from saksama.records import Account

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^$&]")
_LIST = re.compile(r"^(\d+(?=[.)])|(?=[-+]))")  # what would begin a list at the start of a line
_SENTENCE = 500  # characters of a footnote


def render(account: Account, language: str) -> str:
    """The whole account, ending in a line break."""
    page = _Page(account, view(account, language), words(language))
    return "\n".join(page.lines()).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no emphasis, link, code, HTML, heading, list or table in it."""
    bare = _SPECIAL.sub(r"\\\g<0>", line(text)).replace("://", ":\\//")
    return _LIST.sub(r"\1\\", bare)


class _Page:
    def __init__(self, account: Account, shown: View, said: Words) -> None:
        self._account, self._view, self._words = account, shown, said
        self._marks = Marks(account)
        self._noted: dict[str, Mark] = {}

    def lines(self) -> Iterator[str]:
        yield f"# {escaped(self._view.title)}"
        yield ""
        yield escaped(f"{self._view.facts} · {self._view.tally}")
        yield from self._lead()
        yield from self._findings()
        yield from self._timeline()
        yield from self._voices()
        yield from self._articles()
        yield from self._rest()
        yield from self._footnotes()

    def _heading(self, label: str, level: int = 2) -> list[str]:
        return ["", f"{'#' * level} {escaped(self._words.say(label))}", ""]

    def _lead(self) -> Iterator[str]:
        yield from self._heading("lead")
        for moment in self._view.lead:
            yield f"- {self._told(moment)}"
        if not self._view.lead:
            yield escaped(self._words.say("lead_none" if self._view.headlines else "lead_nothing"))
            yield ""
        for headline, mark in self._view.headlines:
            yield f"- {escaped(headline)}{self._notes([mark])}"

    def _told(self, moment: Moment, lead: bool = True) -> str:
        say = self._words.say
        parts = [f"**{escaped(moment.label)}:** " if moment.label else "", escaped(moment.sentence)]
        if lead and moment.day:
            parts.append(f", {escaped(moment.day)}")
        if moment.background:
            parts.append(f" ({say('background')})")
        if lead or moment.articles > 1:
            parts.append(f" — {escaped(moment.tellings)}")
        parts += [f" (**{say('disputed', n=1, list=number)}**)" for number in moment.doubts]
        return "".join(parts) + self._notes(moment.marks)

    def _findings(self) -> Iterator[str]:
        shown = self._view
        yield from self._heading("findings")
        if not shown.findings:
            milder = shown.cautions or shown.slips
            yield escaped(self._words.say("no_findings_hard" if milder else "no_findings"))
            yield ""
        for finding in (*shown.findings, *shown.cautions):
            yield from self._finding(finding)
        if shown.slips:
            yield f"**{escaped(self._words.say('slips'))}:**"
            yield ""
            yield from (
                f"- {escaped(f.explanation)}{self._notes(side.mark for side in f.sides)}" for f in shown.slips
            )
            yield ""
        if shown.not_checked:
            yield f"**{escaped(self._words.say('not_checked'))}:**"
            yield ""
            yield from (f"- {escaped(text)}" for text in shown.not_checked)

    def _finding(self, finding: Finding) -> Iterator[str]:
        label = f"{finding.number}\\. **{escaped(finding.label.upper())}** · {escaped(finding.title)}"
        yield f"{label} — {escaped(finding.explanation)}"
        yield ""
        for side in finding.sides:
            told = "".join(map(inline, side.pieces))
            source = f" — {escaped(side.source)}" if side.source else ""
            yield f"> {told.strip()}{source}{self._notes([side.mark])}"
            yield ""

    def _timeline(self) -> Iterator[str]:
        if self._view.dated or self._view.undated:
            yield from self._heading("timeline")
        for moment in self._view.dated:
            yield f"- **{escaped(moment.day)}** {self._told(moment, lead=False)}"
        if self._view.undated:
            yield from self._heading("undated", 3)
            yield from (f"- {self._told(moment, lead=False)}" for moment in self._view.undated)

    def _voices(self) -> Iterator[str]:
        if self._view.voices:
            yield from self._heading("voices")
        for voice in self._view.voices:
            yield from self._voice(voice)

    def _voice(self, voice: Voice) -> Iterator[str]:
        role = f" ({escaped(voice.role)})" if voice.role else ""
        yield f"- **{escaped(voice.name)}**{role}"
        yield from (f"  - {self._saying(saying)}" for saying in voice.sayings)

    def _saying(self, saying: Saying) -> str:
        text = f"“{escaped(saying.text)}”" if saying.direct else escaped(saying.text)
        indirect = "" if saying.direct else f" ({self._words.say('indirect')})"
        via = f" ({escaped(saying.via)})" if saying.via else ""
        return f"{text}{indirect}{via}{self._notes(saying.marks)}"

    def _articles(self) -> Iterator[str]:
        yield from self._heading("articles")
        for number, pile in enumerate(self._view.piles, start=1):
            if len(self._view.piles) > 1:
                story = "" if pile.single else f"{self._words.say('story', n=number)}: "
                yield from ["", f"### {escaped(story + pile.title)}", ""]
            for article in pile.articles:
                yield from self._article(article)

    def _article(self, article: Piled) -> Iterator[str]:
        basis = f"{article.day} ({article.basis})" if article.basis else article.day
        facts = " · ".join(escaped(fact) for fact in (article.outlet, basis, article.path) if fact)
        address = f" · <{article.url}>" if article.url else ""
        yield f"- \\[{article.number}\\] **{escaped(article.headline)}** — {facts}{address}"
        for kin in article.kin:
            yield f"  - {escaped(kin.text)}"
            yield from (f"    - {escaped(change)}" for change in kin.changes)

    def _rest(self) -> Iterator[str]:
        for label, lines in (("skipped", self._view.skipped), ("notes", self._view.notes)):
            if lines:
                yield from self._heading(label)
                yield from (f"- {escaped(text)}" for text in lines)
        yield ""
        yield f"*{escaped(self._view.knowledge)}* *{escaped(self._view.colophon)}*"

    def _notes(self, marks: Iterable[Mark]) -> str:
        """References to the footnotes of some sources."""
        told = list(marks)
        self._noted |= {_key(mark): mark for mark in told}
        return "".join(f"[^{_key(mark)}]" for mark in told)

    def _footnotes(self) -> Iterator[str]:
        """One for each sentence that something points to, in the order of the articles."""
        yield ""
        for mark in sorted(self._noted.values(), key=lambda m: (m.article, m.sentence)):
            article = self._account.articles[mark.article - 1]
            span = self._marks.sentences[article.id][mark.sentence - 1]
            sentence = shorten(article.text[span.start : span.end], _SENTENCE)
            yield f"[^{_key(mark)}]: \\[{mark.label}\\] “{escaped(sentence)}”"
            yield ""


def _key(mark: Mark) -> str:
    return f"{mark.article}-{mark.sentence}"


def inline(piece: Piece) -> str:
    """A stretch of a sentence, bold where it is lit."""
    return _lit(piece.text) if piece.lit else _inner(piece.text)


def _lit(text: str) -> str:
    """Bold, its blanks outside: Markdown wants the marks at the words."""
    bare = _inner(text)
    words_only = bare.strip()
    if not words_only:
        return bare
    left, right = bare[: len(bare) - len(bare.lstrip())], bare[len(bare.rstrip()) :]
    return f"{left}**{words_only}**{right}"


def _inner(text: str) -> str:
    """Escaped, with the blanks at its ends, for it stands inside a sentence."""
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{left}{escaped(text)}{right}" if text.strip() else text
