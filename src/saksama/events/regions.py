"""How far a list of phrases and a clause reach."""

from __future__ import annotations

from saksama.events.scene import Scene

_LIST_MARKS = (",", "dan")
_VERB_PREFIXES = ("me", "di", "ber", "ter")


def coordinated(scene: Scene, number: int) -> tuple[int, ...]:
    """The phrase and those in one list with it: "A, B dan C"; a mere comma is an apposition."""
    found, pending = [number], []
    previous = scene.phrases[number]
    for index in range(number + 1, len(scene.phrases)):
        phrase = scene.phrases[index]
        if phrase.aside:
            continue
        if phrase.preposition or phrase.joint not in _LIST_MARKS or phrase.first - previous.last > 2:
            break
        pending.append(index)
        if phrase.joint == "dan":
            found.extend(pending)
            pending = []
        previous = phrase
    return tuple(found)


def clause_end(scene: Scene, start: int, with_complements: bool) -> int:
    """The token at which the clause that runs at `start` ends."""
    words = scene.page.words
    for index in range(start, len(scene.tokens)):
        if scene.ends(index) or _new_clause(scene, index):
            return index
        if with_complements or index in scene.named:
            continue
        if scene.low[index] in words.relative or scene.low[index] in words.opens - words.prepositions:
            return index
        if scene.verbal(index):
            return index
    return len(scene.tokens)


def _new_clause(scene: Scene, index: int) -> bool:
    """A comma in front of a verb or a relative clause."""
    if scene.low[index] != "," or index + 1 >= len(scene.tokens) or index + 1 in scene.named:
        return False
    word = scene.low[index + 1]
    verb = scene.verbal(index + 1) and word.startswith(_VERB_PREFIXES)
    return verb or scene.tokens[index + 1].upos in ("SCONJ", "ADV") or word in scene.page.words.relative
