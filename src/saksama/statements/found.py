"""What the finders hand to `annotate`: statements whose pronouns are not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.statements.page import Page
from saksama.statements.quotes import Quote
from saksama.statements.speakers import Speaker

_LATEST = 20  # statements back that a pronoun may reach
_MOST = 100  # words of content; more is a page whose sentences could not be told apart


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in the making: content and cue in characters, `speakers` empty where none is named."""

    start: int
    end: int
    direct: bool
    cue: tuple[int, int] | None
    speakers: tuple[Speaker, ...]
    sentence: int

    @property
    def last(self) -> int:
        """Where content, cue and speaker all have ended."""
        ends = [self.end, *(speaker.end for speaker in self.speakers)]
        return max([*ends, self.cue[1]] if self.cue else ends)


def outermost(kept: list[Found]) -> list[Found]:
    """The latest statements that are not inside another's content, in text order."""
    found: list[Found] = []
    for one in kept[-_LATEST:]:
        if not found or one.end > found[-1].end:
            found.append(one)
    return found


def trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """A span without white space, commas and stray marks at its ends, nor the sentence's full stop."""
    text = page.text
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-"):
        end -= 1
    return start, end


def make(
    page: Page, cue: tuple[int, int], words: tuple[int, int], speakers: tuple[Speaker, ...]
) -> Found | None:
    """A statement out of the words of its content, whole in marks or not; None if nothing is left."""
    first, last = words
    if last - first < 1 or not speakers:
        return None
    start, end = trimmed(page, page.starts[first], page.tokens[last - 1].end)
    if start >= end:
        return None
    start, end, direct = _unquoted(page, start, end)
    if not direct and not 1 <= page.text.count(" ", start, end) <= _MOST:
        return None
    return Found(start, end, direct, cue, speakers, page.owner[first])


def _unquoted(page: Page, start: int, end: int) -> tuple[int, int, bool]:
    """Content that stands in marks as a whole is direct; its marks are no part of it."""
    quote: Quote | None = page.quote_at(start)
    if quote and quote.left == start and quote.right >= end:
        return quote.start, quote.end, True
    return start, end, False
