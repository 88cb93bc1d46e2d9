"""Groups of states without a list: "negara-negara Barat", "57 negara", "masyarakat internasional"."""

from __future__ import annotations

from saksama.events.scene import Phrase, Scene
from saksama.records import Participant

MULTI = Participant("MULTI", "MULTI", "GOV")
_WEST = "Barat"


def is_several(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase itself stands for an unnamed group of states."""
    words, head = scene.page.words, phrase.head
    word = scene.low[head]
    behind = scene.low[head + 1] if head + 1 < phrase.last else ""
    if word in words.plural_states or (word in words.worlds and behind in words.regions):
        return True
    if word in words.state_heads and _counted(scene, phrase.first, head):
        return behind in words.regions or (word == "negara" and behind not in words.inner_states)
    return head == phrase.first and _is_west(scene, head)


def are_many(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is about several states or their leaders, whoever they are."""
    head = phrase.head
    counted = scene.low[head] in scene.page.words.state_heads and _counted(scene, phrase.first, head)
    return counted or is_several(scene, phrase)


def owned_by_several(scene: Scene, phrase: Phrase) -> bool:
    """ "sanksi *Barat*", "serangan *Barat*": what the phrase names is theirs."""
    behind = phrase.head + 1
    return behind < phrase.last and _is_west(scene, behind) and scene.tokens[phrase.head].upos == "NOUN"


def _is_west(scene: Scene, index: int) -> bool:
    """The West by that name, and not a direction ("Jawa Barat", "barat daya")."""
    before = scene.tokens[index - 1].upos if index else ""
    return scene.tokens[index].text == _WEST and index not in scene.named and before != "PROPN"


def _counted(scene: Scene, first: int, head: int) -> bool:
    """Whether many are spoken of; "kedua negara" are two that were named."""
    words = scene.page.words
    return any(
        scene.low[index] in words.many
        or (scene.tokens[index].upos == "NUM" and scene.low[index] not in words.few)
        for index in range(first, head)
    )
