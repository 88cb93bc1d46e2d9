"""From a draft to an `Article`: headline, date, outlet, boilerplate, in one address space."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from saksama.errors import EmptyInput, NoArticle, TooLarge, WrongLanguage
from saksama.language.wordlists import words
from saksama.records import Article, Boilerplate, PublishedBasis, Span
from saksama.sources import boilerplate, dates
from saksama.sources.decode import tidy
from saksama.sources.identity import article_id, clean_url, host_name
from saksama.sources.options import Draft, Note, SourceOptions
from saksama.sources.tongue import foreign

_LONGEST_TITLE = 180
_FEWEST_LETTERS, _SAMPLE = 40, 1000
_LETTER = re.compile(r"[^\W\d_]")
_NAME_WORDS = 6
_BYLINE = 110
_NO_BYLINE = '"“”?!'
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d+")
_APART = re.compile(r"[|,–—•·:/)-]\s*\n|\n\s*[|,–—•·:/(-]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?")


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, how that is known, and the byline if the text says it."""

    value: str | None
    basis: PublishedBasis
    byline: Span | None = None
    date: Span | None = None


def assemble(draft: Draft, options: SourceOptions) -> tuple[Article, tuple[Note, ...]]:
    """The article of a draft and what is odd about it.

    Raises `EmptyInput`, `NoArticle` (a headline alone), `TooLarge` or `WrongLanguage`.
    """
    where = draft.path or ""
    text, title = _address_space(draft)
    _admit(text, title, where, options)
    dating, notes = _published(draft, text, title, options)
    url = clean_url(draft.url)
    bylines = (Boilerplate(dating.byline.start, dating.byline.end, "byline"),) if dating.byline else ()
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
    shown = (article.evidence(dating.date.start, dating.date.end),) if dating.date else ()
    return replace(
        article,
        boilerplate=marked,
        published_evidence=shown,
        outlet=article.outlet or named or host_name(article.url),
        dateline=opening.place if opening else None,
    )


def _address_space(draft: Draft) -> tuple[str, Span | None]:
    body = tidy(draft.text)
    title = " ".join(tidy(draft.title or "").split())
    if title:
        return f"{title}\n\n{body}", Span(0, len(title))
    return body, None if draft.body_only else headline_of(body)


def headline_of(text: str) -> Span | None:
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
    return Span(start, start + len(line)) if alone and _is_wordy(line) else None


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
    byline = _byline(text, title, options.language)
    span = byline.byline if byline else None
    if draft.given and (value := dates.given(draft.given, options.language)):
        return Dating(value, "given", span), ()
    if draft.given:
        notes.append(
            Note(where, f"the given date {_shown(draft.given)} cannot be read or does not exist; ignored")
        )
    page = dates.published(draft.date, options.language) if draft.date else None
    if page and page.value:
        return Dating(page.value, "page", span), tuple(notes)
    if page:
        notes.append(Note(where, f"the published date {_shown(draft.date)} does not exist; ignored"))
    if byline and byline.date and byline.value is None:
        printed = text[byline.date.start : byline.date.end]
        notes.append(Note(where, f"the published date {_shown(printed)} does not exist; ignored"))
    if byline and byline.value:
        return byline, tuple(notes)
    return Dating(None, "unknown", span), tuple(notes)


def _shown(text: str | None) -> str:
    return repr(" ".join((text or "").split())[:40])


def _byline(text: str, title: Span | None, language: str) -> Dating | None:
    """The first line near the top that holds a date and nothing but what stands on bylines."""
    start = title.end if title else 0
    late: Dating | None = None
    for line in boilerplate.body_lines(text[: start + 4000], start):
        if line.number >= 8:
            break
        if line.end - line.start > _BYLINE or any(mark in text[line.start : line.end] for mark in _NO_BYLINE):
            continue
        found = dates.find(text[line.start : line.end], language)
        if len(found) not in (1, 2) or not _is_byline(text[line.start : line.end], found, language):
            continue
        first = found[0]
        basis: PublishedBasis = "text" if first.value else "unknown"
        date = Span(line.start + first.start, line.start + first.end)
        dating = Dating(first.value, basis, Span(line.start, line.end), date)
        if not words(language, "bylines", "update").intersection(
            text[line.start : date.start].lower().split()
        ):
            return dating
        late = late or dating
    return late


def _is_byline(line: str, found: list[dates.Printed], language: str) -> bool:
    """Whether a line without its dates holds only furniture and a few names, set apart from the date.

    "Oleh Rina Marlina - 12/05/2024" is one; "Waduk Meluap pada 3 Mei 2024" is a headline.
    """
    rest = line
    for item in reversed(found):
        rest = f"{rest[: item.start]}\n{rest[item.end :]}"
    rest = _CLOCK.sub(" ", rest)
    furniture = words(language, "bylines", "furniture")
    all_words = _TOKEN.findall(rest)
    names = [word for word in all_words if word.lower().rstrip(".") not in furniture]
    if len(names) > _NAME_WORDS or not all(name[0].isupper() or _is_domain(name) for name in names):
        return False
    titled = bool(all_words) and all_words[0].lower() in furniture
    return not names or titled or bool(_APART.search(rest))


@lru_cache(maxsize=4096)
def _is_domain(word: str) -> bool:
    return "." in word.rstrip(".") or word.isdigit() or (word.islower() and word.endswith(("com", "id")))
