"""From an account to what is shown of it: `view` puts the parts together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from saksama.account.clean import line
from saksama.account.findings import findings
from saksama.account.marks import Mark, Marks
from saksama.account.moments import Moments
from saksama.account.names import Names
from saksama.account.phrases import Teller
from saksama.account.piles import piles
from saksama.account.skips import not_read, odd
from saksama.account.view import Finding, View
from saksama.account.voices import voices
from saksama.account.words import Words, words
from saksama.language.spell import spell
from saksama.records import Account, NotChecked, Story

_HEADLINES = 3
_MANY_STORIES, _MAIN_SHARE = 5, 0.1  # above so many stories, the main one must hold this share


def view(account: Account, language: str) -> View:
    """All that a face shows of an account, in ``id`` or ``en``."""
    said = words(language)
    marks, names = Marks(account), Names(account, said)
    quantities = {quantity.id: line(quantity.text) for quantity in account.quantities}
    found = findings(account, marks, said)
    moments = Moments(account, marks, Teller(names, said, quantities), _doubts(account, found))
    hard = tuple(finding for finding in found if finding.severity != "caution")
    slips = tuple(finding for finding in found if finding.slip)
    lead = moments.lead()
    return View(
        language=language,
        title=_title(account, said),
        facts=_facts(account, said),
        tally=_tally(found, said),
        lead=lead,
        headlines=() if lead else tuple(_headlines(account, marks)),
        findings=hard,
        cautions=tuple(f for f in found if f.severity == "caution" and not f.slip),
        slips=slips,
        dated=moments.dated(),
        undated=moments.undated(),
        voices=voices(account, marks, names, said),
        piles=piles(account, marks, said),
        skipped=not_read(account, language),
        notes=odd(account, language),
        not_checked=tuple(_unchecked(account.not_checked, marks, said)),
        knowledge=said.say("knowledge", day=spell(account.knowledge_until, language)),
        colophon=said.say("made_by", version=account.version),
    )


def largest(account: Account) -> list[Story]:
    """The stories, those of most articles first."""
    return sorted(account.stories, key=lambda story: -len(story.articles))


def _title(account: Account, said: Words) -> str:
    """The main story's; a pile without one is only counted."""
    stories = largest(account)
    if not stories:
        return said.say("account")
    main = len(stories[0].articles) / len(account.articles)
    if len(stories) > _MANY_STORIES and main < _MAIN_SHARE:
        return said.say("pile", n=len(account.articles))
    return line(stories[0].title) or said.say("account")


def _facts(account: Account, said: Words) -> str:
    counts = {
        "articles_count": len(account.articles),
        "stories_count": len(account.stories),
        "events_count": len(account.events),
    }
    return " · ".join(said.say(label, n=count) for label, count in counts.items())


def _tally(found: tuple[Finding, ...], said: Words) -> str:
    """ "10 temuan: 3 bertentangan, 7 hati-hati" """
    counts = Counter(finding.label for finding in found)
    kinds = ", ".join(f"{counts[label]} {label}" for label in said.severity.values() if counts[label])
    total = said.say("findings_count", n=len(found))
    return f"{total}: {kinds}" if kinds else total


def _headlines(account: Account, marks: Marks) -> list[tuple[str, Mark]]:
    articles = {article.id: article for article in account.articles}
    first = [articles[story.articles[0]] for story in largest(account)[:_HEADLINES] if story.articles]
    return [
        (line(story.title), marks.of(article.evidence(0, 0)))
        for story, article in zip(largest(account), first, strict=False)
    ]


def _doubts(account: Account, found: tuple[Finding, ...]) -> dict[str, tuple[int, ...]]:
    """Event id to the numbers of the findings that dispute it."""
    number = {finding.id: finding.number for finding in found if not finding.slip}
    doubts: dict[str, tuple[int, ...]] = {}
    for check in account.checks:
        for event in check.events:
            if check.id in number:
                doubts[event] = (*doubts.get(event, ()), number[check.id])
    return doubts


def _unchecked(items: tuple[NotChecked, ...], marks: Marks, said: Words) -> Iterator[str]:
    """One line for each reason: which checks, and in which articles where it is not in all."""
    where: dict[tuple[str, str], set[int]] = {}
    for item in items:
        numbers = where.setdefault((item.reason, item.kind), set())
        if item.article in marks.number:
            numbers.add(marks.number[item.article])
    kinds: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for (reason, kind), numbers in where.items():
        kinds.setdefault((reason, tuple(sorted(numbers))), []).append(said.kind.get(kind, line(kind)))
    for (reason, articles), named in kinds.items():
        yield f"{said.listed(named)} – {said.reason.get(reason, line(reason))}{_of(articles)}"


def _of(articles: tuple[int, ...]) -> str:
    shown = "".join(f" [{number}]" for number in articles[:8])
    return f"{shown} …" if len(articles) > 8 else shown
