"""Another office before the same person's name, in two tellings of a sentence that is otherwise the same."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checks.conflict.renamed import short_for
from saksama.checks.conflict.replaced import Compared, Replaced, Word
from saksama.language.wordlists import words
from saksama.records import Reading

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]
BETWEEN = 2  # words of rank between an office and a name
LONGEST = 8  # words of an office


def offices(both: Compared) -> Iterator[Sides]:
    """Two offices with nothing in common, neither of which the other text gives anywhere."""
    for part in both.replaced:
        ours, theirs = _bare(part.one), _bare(part.other)
        if not (0 < len(ours) <= LONGEST and 0 < len(theirs) <= LONGEST) or not _borne(both, part):
            continue
        known = words(both.pair.new.article.language, "retold", "offices")
        if ours[0] in known and theirs[0] in known and _other(ours, theirs) and not _told(both, part):
            yield part.one, part.other


def _bare(side: tuple[Word, ...]) -> list[str]:
    return [word.bare for word in side]


def _borne(both: Compared, part: Replaced) -> bool:
    """Whether a person's name follows at once, or after a rank."""
    after = both.old[part.here[1] : part.here[1] + BETWEEN + 1]
    starts = {m.start for m in both.pair.old.mentions if m.label == "PER"}
    starts |= {w.start for w in after if _named(both.pair.new, w)}
    for number, word in enumerate(after):
        if word.start in starts:
            return all(w.text[0].isupper() for w in after[:number])
    return False


def _named(reading: Reading, word: Word) -> bool:
    """Whether the other text knows a person by a name that begins with the word."""
    return any(
        m.label == "PER" and m.text.split()[0] == word.text for m in reading.mentions if m.text.split()
    )


def _other(ours: list[str], theirs: list[str]) -> bool:
    """Whether two offices are two: they share no word, and none is the other cut short."""
    heads = short_for(ours[0], " ".join(theirs)) or short_for(theirs[0], " ".join(ours))
    return not heads and not set(ours) & set(theirs)


def _told(both: Compared, part: Replaced) -> bool:
    """Whether a text gives the office of the other somewhere."""
    one, other = (" ".join(w.text for w in side) for side in (part.one, part.other))
    texts = (" ".join(r.article.text.split()) for r in (both.pair.new, both.pair.old))
    return any(told in text for told, text in zip((one, other), texts, strict=True))
