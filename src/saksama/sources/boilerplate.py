"""What on a page is no part of the story, each piece with its reason.

The patterns are the language's data (`boilerplate.yaml`); here is only how they are applied: whole
lines, pieces of lines, links with the headline that follows them. Every pattern looks at bounded
stretches, so the time grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from saksama.language.wordlists import broken, wordlist
from saksama.records import Article, Boilerplate
from saksama.sources.dateline import Dateline, dateline
from saksama.sources.links import link_end

_SCOPES = ("line", "top", "run", "inline", "end", "last", "link")
TOP_LINES = 8
_LONGEST_LINE = 400
_BEHIND = r"(?:(?<=[.!?…”\"’'\]])|(?<=[.!?…”\"’'\]]\s)|(?m:^))"
_TAIL = 90  # characters at the end of a line in which an `end` rule is looked for


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of the list; `needs` are strings of which one must occur in the lowered text."""

    reason: str
    scope: str
    source: str
    flags: int
    needs: tuple[str, ...]
    example: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first needs it: few texts need many."""
        return _compiled(self.source, self.flags)


@cache
def _compiled(source: str, flags: int) -> re.Pattern[str]:
    return re.compile(source, flags)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends; `number` counts those that are not blank."""

    start: int
    end: int
    number: int


@cache
def rules(language: str) -> dict[str, tuple[Rule, ...]]:
    """The rules of a language by scope, compiled once."""
    content = wordlist(language, "boilerplate")
    try:
        made = [_rule(item, content["reasons"]) for item in content["rules"]]
    except (KeyError, TypeError, AttributeError) as error:
        broken(language, "boilerplate", f"a rule is not as expected: {error}")
    return {scope: tuple(rule for rule in made if rule.scope == scope) for scope in _SCOPES}


def _rule(item: dict[str, Any], reasons: dict[str, Any]) -> Rule:
    if item["reason"] not in reasons or item["scope"] not in _SCOPES:
        raise KeyError(f"{item['reason']}/{item['scope']}")
    pattern = item["pattern"]
    if item["scope"] in ("end", "last"):
        pattern = rf"{_BEHIND}(?:{pattern})\Z"
    flags = 0 if item.get("case") == "keep" else re.IGNORECASE
    needs = tuple(need.lower() for need in item.get("needs", ()))
    return Rule(item["reason"], item["scope"], pattern, flags, needs, item["example"])


def mark(article: Article) -> tuple[Boilerplate, ...]:
    """All boilerplate of an article, in order, no two overlapping; those it has already are kept."""
    text, low = article.text, article.text.lower()
    ruled = {
        scope: tuple(rule for rule in group if _may_occur(rule, low))
        for scope, group in rules(article.language).items()
    }
    lines = list(body_lines(text, article.title.end if article.title else 0))
    found = [*article.boilerplate, *_inline(article, ruled), *_whole_lines(text, lines, ruled, article)]
    opening = opening_dateline(text, lines, merge(text, found), article.language)
    if opening:
        found.append(Boilerplate(opening.start, opening.end, "dateline"))
    found += _neighbours(text, lines, ruled["run"], merge(text, found))
    return merge(text, found)


def _may_occur(rule: Rule, low: str) -> bool:
    if not rule.needs:
        return True
    for need in rule.needs:  # noqa: SIM110 -- a plain loop is twice as fast as any()
        if need in low:
            return True
    return False


def body_lines(text: str, start: int) -> Iterator[Line]:
    """The lines from `start` on that are not blank."""
    number = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if bare := line.strip():
            begin = start + line.index(bare[0])
            yield Line(begin, begin + len(bare), number)
            number += 1
        start = end + 1


def _whole_lines(
    text: str, lines: list[Line], ruled: dict[str, tuple[Rule, ...]], article: Article
) -> Iterator[Boilerplate]:
    headline = article.headline.casefold()
    for line in lines:
        for rule in ruled["end"] if line is not lines[-1] else ruled["end"] + ruled["last"]:
            if found := rule.pattern.search(text, max(line.start, line.end - _TAIL), line.end):
                yield Boilerplate(found.start(), found.end(), rule.reason)
        if line.end - line.start > _LONGEST_LINE:
            continue
        if headline and text[line.start : line.end].casefold() == headline:
            yield Boilerplate(line.start, line.end, "headline")
            continue
        usable = ruled["line"] + ruled["top"] if line.number < TOP_LINES else ruled["line"]
        for rule in usable:
            if rule.pattern.fullmatch(text, line.start, line.end):
                yield Boilerplate(line.start, line.end, rule.reason)
                break


def _inline(article: Article, ruled: dict[str, tuple[Rule, ...]]) -> Iterator[Boilerplate]:
    """Pieces of lines; of a pattern with a group ``mark`` that group alone."""
    text = article.text
    start = article.title.end if article.title else 0
    for rule in ruled["inline"] + ruled["link"]:
        group: int | str = "mark" if "mark" in rule.pattern.groupindex else 0
        for found in rule.pattern.finditer(text, start):
            end = found.end(group)
            if rule.scope == "link":
                end = link_end(text, end, article.language)
            if end > found.start(group):
                yield Boilerplate(found.start(group), end, rule.reason)


def _neighbours(
    text: str, lines: list[Line], run: tuple[Rule, ...], marked: tuple[Boilerplate, ...]
) -> Iterator[Boilerplate]:
    """Lines that are boilerplate only beside boilerplate: the "Like" under "Like emoji"."""
    covered = _covered(lines, marked)
    kinds = [_fits(text, line, run) if not done else None for line, done in zip(lines, covered, strict=True)]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = order.step
        for at in order:
            reason = kinds[at]
            if reason and not covered[at] and covered[at - step]:
                covered[at] = True
                yield Boilerplate(lines[at].start, lines[at].end, reason)


def _covered(lines: list[Line], marked: tuple[Boilerplate, ...]) -> list[bool]:
    """For each line whether a mark holds all of it; both are in order, so one pass does."""
    covered: list[bool] = []
    at = 0
    for line in lines:
        while at < len(marked) and marked[at].end < line.end:
            at += 1
        covered.append(at < len(marked) and marked[at].start <= line.start)
    return covered


def _fits(text: str, line: Line, run: tuple[Rule, ...]) -> str | None:
    if line.end - line.start > 60:
        return None
    return next((r.reason for r in run if r.pattern.fullmatch(text, line.start, line.end)), None)


def opening_dateline(
    text: str, lines: list[Line], marked: tuple[Boilerplate, ...], language: str
) -> Dateline | None:
    """The dateline of the first lines of the story that are not boilerplate."""
    seen = 0
    for line in lines[: TOP_LINES + 4]:
        if any(m.start <= line.start < m.end for m in marked):
            continue
        if found := dateline(text, line.start, language, first=seen == 0):
            return found if found.end < line.end else None
        seen += 1
        if seen == 3:
            break
    return None


def merge(text: str, found: list[Boilerplate]) -> tuple[Boilerplate, ...]:
    """In order and without overlap, the longer one winning, white space at the ends left out."""
    kept: list[Boilerplate] = []
    for item in sorted(found, key=lambda b: (b.start, -b.end, b.reason)):
        start = max(item.start, kept[-1].end) if kept else item.start
        piece = text[start : item.end]
        bare = piece.strip()
        if bare:
            start += piece.index(bare[0])
            kept.append(Boilerplate(start, start + len(bare), item.reason))
    return tuple(kept)
