"""The subject of a verb: by the tree where it is sure, else by what stands to the left."""

from __future__ import annotations

from saksama.events.parties import party_of
from saksama.events.regions import coordinated
from saksama.events.scene import Phrase, Scene

_DIRECT_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_CLIMB = frozenset({"xcomp", "conj", "advcl", "ccomp", "parataxis"})
_HIGHEST = 4
_LONGEST_LIST = 5
_TOPICS = frozenset({"soal", "terkait"})
_BETWEEN = 2  # adverbs between a topic's subject and its verb
_ONE_OF = frozenset({"seorang", "sosok", "salah", "sebuah", "negara"})
_PARTING = frozenset({",", "dan", "serta", "yang"})


def subject_of(scene: Scene, verb: int) -> int | None:
    """The number of the phrase that is the verb's subject: by the tree, else by position."""
    if (topic := _of_topic(scene, verb)) is not None:
        return topic
    direct = _direct(scene, verb)
    if direct is not None and party_of(scene, scene.phrases[direct]):
        return direct
    near = _by_position(scene, verb)
    return near if near is not None else _by_tree(scene, verb)


def _of_topic(scene: Scene, verb: int) -> int | None:
    """In "X memuji Y soal *RI* mau kirim pasukan" the topic is a clause with a subject of its own."""
    for index in range(verb - 1, max(-1, verb - 2 - _BETWEEN), -1):
        number = scene.phrase_at.get(index)
        if number is not None:
            return number if scene.phrases[number].preposition in _TOPICS else None
        if scene.ends(index) or scene.verbal(index) or scene.low[index] in _PARTING:
            return None
    return None


def _direct(scene: Scene, verb: int) -> int | None:
    """The phrase of the subject that the tree hangs on the verb itself."""
    for child in scene.tree.children(verb, *_DIRECT_SUBJECTS):
        if child < verb and child in scene.phrase_at and not _crosses(scene, child, verb):
            return scene.phrase_at[child]
    return None


def _crosses(scene: Scene, child: int, verb: int) -> bool:
    """Whether the end of another clause lies between: the tree must be wrong."""
    return any(scene.ends(index) for index in range(child, verb))


def _by_tree(scene: Scene, verb: int) -> int | None:
    """The subject that a verb above shares with this one."""
    tree, at = scene.tree, verb
    for _ in range(_HIGHEST):
        if tree.is_root(at) or scene.tokens[at].dep.partition(":")[0] not in _CLIMB:
            return None
        at = tree.head(at)
        if (found := _direct(scene, at)) is not None:
            return found
    return None


def _by_position(scene: Scene, verb: int) -> int | None:
    """The nearest phrase to the left that has no preposition and is no other verb's object."""
    index, parted, verbs = verb - 1, False, False
    while index >= 0 and not (scene.ends(index) and not _listed(scene, index)):
        number = scene.phrase_at.get(index)
        if number is None:
            if scene.low[index] in scene.page.words.relative and not verbs:
                return _described(scene, scene.phrase_at.get(index - 1))
            parted = parted or scene.low[index] in _PARTING
            verbs = verbs or scene.verbal(index)
            index -= 1
            continue
        phrase = scene.phrases[number]
        marked = _preposition(scene, number) or phrase.aside or scene.bare[phrase.head] == "menurut"
        free = not (marked or _is_day(scene, phrase) or _listed(scene, phrase.first - 1))
        if free and not (_is_object(scene, phrase) and (parted or party_of(scene, phrase) is None)):
            return _list_head(scene, number)
        index = phrase.first - 1
    return None


def _described(scene: Scene, number: int | None) -> int | None:
    """Whom a relative clause describes: in "X, seorang pemimpin Y yang …" it is X."""
    if not number or scene.low[scene.phrases[number].first] not in _ONE_OF:
        return number
    before, phrase = scene.phrases[number - 1], scene.phrases[number]
    return number - 1 if phrase.joint == "," and before.last == phrase.first - 1 else number


def _listed(scene: Scene, index: int) -> bool:
    """ ", termasuk X,": a remark that ends no clause."""
    return scene.low[index] == "termasuk" and index > 0 and scene.low[index - 1] == ","


def _preposition(scene: Scene, number: int) -> str:
    """The preposition of a phrase, or of the list that it stands in: "antara Israel dan *Palestina*"."""
    phrase = scene.phrases[number]
    if phrase.preposition == "dari" and scene.low[phrase.first] in ("pihak", "kubu", "kalangan"):
        return ""
    while (
        not phrase.preposition
        and phrase.joint == "dan"
        and number
        and scene.phrases[number - 1].last == phrase.first - 1
    ):
        number -= 1
        phrase = scene.phrases[number]
    return phrase.preposition


def _is_object(scene: Scene, phrase: Phrase) -> bool:
    return phrase.first > 0 and scene.verbal(phrase.first - 1)


def _list_head(scene: Scene, number: int) -> int:
    """The first phrase of the list that ends with this one: "*Rusia* dan Korea Utara"."""
    for first in range(max(0, number - _LONGEST_LIST), number):
        if not scene.phrases[first].preposition and number in coordinated(scene, first):
            return first
    return number


def _is_day(scene: Scene, phrase: Phrase) -> bool:
    return scene.bare[phrase.head] in scene.page.words.days
