"""Another office before the same person's name, in two tellings of a sentence that is otherwise the same."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checks.conflict.renamed import short_for
from saksama.checks.conflict.replaced import Compared, Replaced, Word
from saksama.language.wordlists import words
from saksama.records import Reading

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]
BETWEEN = 2  # words of rank between an office and a name
LETTERS = 12  # of a word that may be an abbreviation
LONGEST = 8  # words of an office


def offices(both: Compared) -> Iterator[Sides]:
    """Two offices with nothing in common, or one head of two bodies; neither text gives that of the other."""
    known = words(both.pair.new.article.language, "retold", "offices")
    for part in both.replaced:
        if not _borne(both, part):
            continue
        whole = _office(part, known)
        ours, theirs = _bare(whole.one), _bare(whole.other)
        if not (0 < len(ours) <= LONGEST and 0 < len(theirs) <= LONGEST and {ours[0], theirs[0]} <= known):
            continue
        if _other(ours, theirs) and not _told(both, whole):
            yield whole.one, whole.other


def _office(part: Replaced, known: frozenset[str]) -> Replaced:
    """From the word on that begins the office, where the head is the same and what it heads another."""
    begins = bool(part.one and part.other) and {part.one[0].bare, part.other[0].bare} <= known
    before = 0
    while not begins and before < BETWEEN and part.here[0] > before:
        before += 1
        begins = part.old[part.here[0] - before].bare in known
    here, there = part.here, part.there
    return Replaced(part.old, part.new, (here[0] - before, here[1]), (there[0] - before, there[1]))


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
    """Whether two offices are two: none is the other cut short, or has only more to it."""
    if ours[0] == theirs[0]:
        rest = ours[1:], theirs[1:]
        short = [short_for("".join(a)[:LETTERS], " ".join(b)) for a, b in (rest, rest[::-1]) if len(a) == 1]
        return bool(rest[0] and rest[1]) and not set(rest[0]) & set(rest[1]) and not any(short)
    heads = short_for(ours[0], " ".join(theirs)) or short_for(theirs[0], " ".join(ours))
    return not heads and not set(ours) & set(theirs)


def _told(both: Compared, part: Replaced) -> bool:
    """Whether a text gives the office of the other somewhere."""
    one, other = (" ".join(w.text for w in side) for side in (part.one, part.other))
    texts = (" ".join(r.article.text.split()) for r in (both.pair.new, both.pair.old))
    return any(told in text for told, text in zip((one, other), texts, strict=True))
