"""From a draft to an `Article`: headline, date, outlet, boilerplate, in one address space."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from saksama.errors import EmptyInput, NoArticle, TooLarge, WrongLanguage
from saksama.records import Article, Boilerplate, PublishedBasis, Span
from saksama.sources import boilerplate, dates
from saksama.sources.byline import Byline, byline_of
from saksama.sources.dateline import Dateline, dateline
from saksama.sources.decode import tidy
from saksama.sources.identity import article_id, clean_url, host_name
from saksama.sources.moments import moment
from saksama.sources.options import Draft, Note, SourceOptions
from saksama.sources.tongue import foreign

_LONGEST_TITLE = 180
_STOP = re.compile(r"[^\W\d_]{4}\.\s")  # a sentence ends inside
_FEWEST_LETTERS, _SAMPLE = 40, 1000
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, how that is known, and where the text says it."""

    value: str | None
    basis: PublishedBasis
    byline: Byline | None = None
    printed: str | None = None

    @property
    def moment(self) -> str | None:
        """The hour of it in universal time, where it is told."""
        return moment(self.printed) if self.value else None


def assemble(draft: Draft, options: SourceOptions) -> tuple[Article, tuple[Note, ...]]:
    """The article of a draft and what is odd about it.

    Raises `EmptyInput`, `NoArticle` (a headline alone), `TooLarge` or `WrongLanguage`.
    """
    where = draft.path or ""
    text, title = _address_space(draft, options.language)
    _admit(text, title, where, options)
    dating, notes = _published(draft, text, title, options)
    url = clean_url(draft.url)
    line = dating.byline
    bylines = (Boilerplate(line.start, line.end, "byline"),) if line else ()
    article = Article(
        id=article_id(url, draft.key or draft.path, text),
        url=url,
        path=draft.path,
        outlet=draft.outlet or None,
        language=options.language,
        published=dating.value,
        published_basis=dating.basis,
        published_evidence=(),
        text=text,
        title=title,
        boilerplate=bylines,
        moment=dating.moment,
    )
    article = _with_marks(article, dating)
    return article, notes


def _with_marks(article: Article, dating: Dating) -> Article:
    """The article with its boilerplate, dateline, outlet and the evidence of its date."""
    marked = boilerplate.mark(article)
    lines = list(boilerplate.body_lines(article.text, article.title.end if article.title else 0))
    others = tuple(b for b in marked if b.reason != "dateline")
    opening = boilerplate.opening_dateline(article.text, lines, others, article.language)
    named = opening.outlet if opening else None
    line = dating.byline
    agrees = line is not None and line.value is not None and line.value == dating.value
    shown = (article.evidence(line.date.start, line.date.end),) if line and agrees else ()
    if dating.basis == "unknown" and (day := _day_of(article, opening)):
        article = replace(article, published=day.value, published_basis="text")
        shown = (article.evidence(day.start, day.end),)
    return replace(
        article,
        boilerplate=marked,
        published_evidence=shown,
        outlet=article.outlet or named or host_name(article.url),
        dateline=opening.place if opening else None,
    )


def _day_of(article: Article, opening: Dateline | None) -> dates.Printed | None:
    """The day that a dateline gives, a byline too: "PYONGYANG, 19 Juni 2024 – "."""
    if opening is None or opening.date is None:
        return None
    start, end = opening.date.start, opening.date.end
    found = next(iter(dates.find(article.text[start:end], article.language)), None)
    return replace(found, start=start, end=end) if found and found.value else None


def _address_space(draft: Draft, language: str) -> tuple[str, Span | None]:
    body = tidy(draft.text)
    title = " ".join(tidy(draft.title or "").split())
    if title:
        return f"{title}\n\n{body}", Span(0, len(title))
    return body, None if draft.body_only else headline_of(body, language)


def headline_of(text: str, language: str) -> Span | None:
    """The first line if it stands alone, is short and ends without a full stop."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0:
        return None
    line = text[start:end].rstrip()
    ending = line.rstrip("\"”’')]")
    alone = (
        len(line) <= _LONGEST_TITLE and not ending.endswith((".", ",", ";", ":")) and line[:1] not in "-•*"
    )
    if not alone or not _is_wordy(line) or _STOP.search(line):
        return None
    return None if dateline(text, start, language, first=True) else Span(start, start + len(line))


def _is_wordy(line: str) -> bool:
    """At least two words and no date, such as a headline has."""
    return len(line.split()) >= 2 and sum(char.isalpha() for char in line) >= 0.5 * len(line)


def _admit(text: str, title: Span | None, where: str, options: SourceOptions) -> None:
    if len(text) > options.max_chars:
        raise TooLarge(where, f"more than {options.max_chars:,} characters in one article")
    body = text[title.end :] if title else text
    if not any(char.isalnum() for char in text):
        raise EmptyInput(where, "there is no text in it")
    if len(_LETTER.findall(body[:_SAMPLE])) < _FEWEST_LETTERS:
        raise NoArticle(
            where, "a headline alone, without an article" if title else "too short for an article"
        )
    if tongue := foreign(text, options.language):
        raise WrongLanguage(where, f"the article is in {tongue}, which cannot be read yet")


def _published(
    draft: Draft, text: str, title: Span | None, options: SourceOptions
) -> tuple[Dating, tuple[Note, ...]]:
    """The date, surest first: from the caller, from the page, from a byline."""
    notes: list[Note] = []
    where = draft.path or draft.url or ""
    byline = byline_of(text, title, options.language)
    if draft.given and (value := dates.given(draft.given, options.language)):
        return Dating(value, "given", byline, draft.given), ()
    if draft.given:
        notes.append(
            Note(where, f"the given date {_shown(draft.given)} cannot be read or does not exist; ignored")
        )
    page = dates.published(draft.date, options.language) if draft.date else None
    if page and page.value:
        return Dating(page.value, "page", byline, draft.date), tuple(notes)
    if page:
        notes.append(Note(where, f"the published date {_shown(draft.date)} does not exist; ignored"))
    if byline and byline.value:
        return Dating(byline.value, "text", byline, text[byline.start : byline.end]), tuple(notes)
    if byline:
        printed = text[byline.date.start : byline.date.end]
        notes.append(Note(where, f"the published date {_shown(printed)} does not exist; ignored"))
    return Dating(None, "unknown", byline), tuple(notes)


def _shown(text: str | None) -> str:
    return repr(" ".join((text or "").split())[:40])
