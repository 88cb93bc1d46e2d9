"""Write tokenised sentences the way news is printed.

The corpora put blanks between all tokens ("kota - kota", "( 16 / 5 )"). A model trained on that would
see other words in use than in training, so blanks are restored and hyphenated words joined.
"""

from __future__ import annotations

import re
from dataclasses import replace

from training.sentence import Sentence, merge

_NO_BLANK_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}”’»›]+|\.\.\.|…|'s)$")
_NO_BLANK_AFTER = re.compile(r"^[(\[{“‘«‹$#]+$")
_STRAIGHT = {'"', "''", "``", "'"}
_BOUND_FIRST = {
    "anti", "antar", "ber", "co", "di", "e", "eks", "inter", "ke", "k", "men", "mem", "meng", "me",
    "multi", "non", "pasca", "pe", "pra", "pro", "se", "semi", "sub", "super", "ter", "ultra", "wakil",
}  # fmt: skip
_BOUND_LAST = {"an", "nya", "ku", "mu", "lah", "kah", "kan", "i", "pop"}


def printed(sentence: Sentence) -> Sentence:
    """The sentence with the blanks of print, for corpora that do not record blanks."""
    spaces, opened = [], dict.fromkeys(_STRAIGHT, False)
    words = sentence.words
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        glued = bool(_NO_BLANK_AFTER.match(word)) or bool(_NO_BLANK_BEFORE.match(following))
        if word in opened:
            opened[word] = not opened[word]
            glued = opened[word] or glued
        if opened.get(following):
            glued = True
        spaces.append(not glued)
    return replace(sentence, spaces=tuple(spaces))


def hyphens_joined(sentence: Sentence) -> Sentence:
    """Join "kota - kota", "ke - 7", "1990 - an" and, inside one name, "Zeta - Jones"."""
    groups: list[tuple[int, int]] = []
    for index in range(1, len(sentence.words) - 1):
        if sentence.words[index] != "-" or (groups and groups[-1][1] > index - 1):
            continue
        if _belongs(sentence, index):
            groups.append((index - 1, index + 2))
    return merge(sentence, groups) if groups else sentence


def _belongs(sentence: Sentence, index: int) -> bool:
    left, right = sentence.words[index - 1].lower(), sentence.words[index + 1].lower()
    if not (left[-1].isalnum() and right[0].isalnum()):
        return False
    if left in _BOUND_FIRST or right in _BOUND_LAST or _doubled(left, right):
        return True
    names = sentence.entities or ()
    return any(start < index < end - 1 for start, end, _ in names)


def _doubled(left: str, right: str) -> bool:
    """Reduplication, with or without affixes: kota-kota, berlari-lari, surat-suratnya, sayur-mayur."""
    stem = right[: max(3, len(right) - 3)]
    return left.isalpha() and (left == right or left.endswith(stem) or right.startswith(left))
