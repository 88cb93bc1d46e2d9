"""A sentence told again with its sense reversed: a "not" more or less, or a word in its opposite's place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from saksama.checks.conflict.replaced import Compared, Replaced, Word
from saksama.language.wordlists import wordlist, words

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]


def denied(both: Compared) -> Iterator[Sides]:
    """What is affirmed in one telling and denied in the other, if that is all that turns its sense."""
    found = [part for part in both.replaced if _denies(both, part)]
    turned = list(opposed(both))
    if len(found) == 1 and not turned and not _restated(both, found[0]):
        yield _shown(found[0])


def opposed(both: Compared) -> Iterator[Sides]:
    """A word and its opposite, each the only one that its telling has there."""
    groups = _opposites(both.pair.new.article.language)
    moved = (
        {w.bare for part in both.replaced for w in part.other},
        {w.bare for part in both.replaced for w in part.one},
    )
    for part in both.replaced:
        if not part.single:
            continue
        one, other = part.one[0].bare, part.other[0].bare
        apart = groups.get(other, frozenset()) & {-side for side in groups.get(one, frozenset())}
        if apart and one not in moved[0] and other not in moved[1]:
            yield part.one, part.other


def _denies(both: Compared, part: Replaced) -> bool:
    language = both.pair.new.article.language
    denying, light = (words(language, "retold", key) for key in ("denying", "weightless"))
    ours, theirs = ([w.bare for w in side if w.bare not in light] for side in (part.one, part.other))
    here, there = denying & set(ours), denying & set(theirs)
    if len(here) + len(there) != 1 or max(len(ours), len(theirs)) > 1:
        return False
    left = theirs if here else ours
    stands = bool(part.one) and bool(part.other)
    affirmed = not left or left[0] in words(language, "retold", "affirming")
    after = part.after()
    partly = bool(after) and after[0] in words(language, "retold", "denied_in_part")
    return affirmed and not partly and bool(after) and (stands or len(part.one + part.other) == 1)


def _restated(both: Compared, part: Replaced) -> bool:
    """Whether some other word of content changed right beside, as in "dilarang" for "tidak boleh"."""
    near = (part.here[0] - 1, part.here[1] + 1)
    return any(
        other is not part
        and other.here[0] <= near[1]
        and near[0] <= other.here[1]
        and other.one
        and other.other
        for other in both.replaced
    )


def _shown(part: Replaced) -> Sides:
    """The words replaced, with the word after them, which is what is denied."""
    return (
        part.old[part.here[0] : part.here[1] + 1],
        part.new[part.there[0] : part.there[1] + 1],
    )


@lru_cache(maxsize=4)
def _opposites(language: str) -> dict[str, frozenset[int]]:
    """By word the groups that it is in: those of a pair are a number and its negative."""
    found: dict[str, set[int]] = {}
    for number, pair in enumerate(wordlist(language, "retold")["opposites"], start=1):
        for sign, group in zip((1, -1), pair.split("|"), strict=True):
            for word in group.split():
                found.setdefault(word, set()).add(sign * number)
    return {word: frozenset(groups) for word, groups in found.items()}
