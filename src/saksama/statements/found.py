"""What the finders hand to `annotate`: statements whose pronouns are not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.statements.page import Page
from saksama.statements.speakers import Speaker


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


def trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """A span without white space, commas and stray marks at its ends, nor the sentence's full stop."""
    text = page.text
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-"):
        end -= 1
    return start, end
