"""The political parties behind a phrase: states, forces, organisations, and who acts for them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from saksama.actors import participants
from saksama.actors.base import base
from saksama.actors.roles import host_of
from saksama.events.scene import Phrase, Scene
from saksama.events.several import MULTI, is_several, owned_by_several
from saksama.events.words import group_heads
from saksama.records import Mention, Participant

_PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "OPP", "REB", "SPY", "ELI", "PTY"})


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands in a phrase. `owned`: only as the owner of what the phrase names; `tool`: of a tool;
    `hidden`: inside what was taken for one name.
    """

    members: tuple[Participant, ...]
    owned: bool = False
    tool: bool = False
    person: bool = False
    hidden: bool = False


def party_of(scene: Scene, phrase: Phrase) -> Party | None:
    """The party of a phrase, None where it names nobody who could take part."""
    mention = _headed(scene, phrase.head)
    named = _named(scene, phrase, mention) if mention is not None else None
    if named is None and is_several(scene, phrase):
        return Party((MULTI,))
    return named if mention is not None else _described(scene, phrase)


def _named(scene: Scene, phrase: Phrase, mention: Mention) -> Party | None:
    """The party of a phrase whose head is a mention."""
    words, noun = scene.page.words, scene.bare[phrase.head]
    if (hidden := _hidden(scene, mention, noun)) is not None:
        return hidden
    found = _members(scene, mention)
    if not found or (noun in words.private and not mention.acts_for):
        return None
    owned = not mention.actor and not mention.members
    return Party(found, owned=owned, person=mention.label in ("PER", "PRO"))


def _described(scene: Scene, phrase: Phrase) -> Party | None:
    """The party of a phrase whose head is a common noun: people of a state, or whose thing it is."""
    words, noun = scene.page.words, scene.bare[phrase.head]
    sector = _sector(scene, phrase)
    owner = _owner(scene, phrase.head + 1, phrase.last)
    if sector is not None:
        return _group(scene, phrase.head, owner or _behind(scene, phrase), sector)
    if not owner and noun in words.sites:
        owner = _behind(scene, phrase)
    if not owner and owned_by_several(scene, phrase):
        owner = (MULTI,)
    if not owner or noun in words.private:
        return None
    return Party(owner, owned=True, tool=noun in words.tools)


def _sector(scene: Scene, phrase: Phrase) -> str | None:
    """The sector of people called by what they are: officers, forces, crowds; None for the rest."""
    noun, known = scene.bare[phrase.head], base()
    if (group := known.words.groups.longest(scene.bare, phrase.head, phrase.last)) is not None:
        return group[1] or "GOV"
    if noun in scene.page.words.rebels:
        return "REB"
    if noun in scene.page.words.crowds:
        return "CVL"
    if (title := known.titles.longest(scene.low, phrase.head, phrase.last)) is not None:
        return title[1].sector
    job = known.words.occupations.longest(scene.low, phrase.head, phrase.last)
    return job[1] if job and job[1] in _PUBLIC else None


def _group(scene: Scene, head: int, owner: tuple[Participant, ...], sector: str) -> Party | None:
    """People without a name: of their owner's state, else of the sole one; a crowd may stay without."""
    if sector == "BUS":
        return None
    if acting := _acting(owner, sector):
        return Party(acting)
    state = scene.page.sole_state
    if state is not None and sector in _PUBLIC:
        return Party((Participant(state, state, sector),))
    at_home = scene.bare[head] in scene.page.words.locals
    return Party((Participant("", "", sector),)) if at_home else None


def _hidden(scene: Scene, mention: Mention, noun: str) -> Party | None:
    """ "Jet Turki", "Demonstran Irak" at the head of a sentence, taken for a name: the state inside it."""
    words = scene.page.words
    common = noun in words.tools or noun in words.crowds or noun in group_heads()
    if not common or (mention.actor and not mention.actor.startswith("local:")):
        return None
    rest = mention.text.partition(" ")[2]
    hit = next(base().gazetteer.find(rest), None) if rest else None
    if hit is None or (state := base().side(hit.aliases[0].actor)) is None:
        return None
    owner = (Participant(state, state, "GOV"),)
    return (
        Party(owner, owned=True, tool=True, hidden=True)
        if noun in words.tools
        else Party(_acting(owner, group_heads().get(noun, "CVL")))
    )


def _headed(scene: Scene, head: int) -> Mention | None:
    """The mention that the head begins, or that is named or meant as a whole ("kedua *negara*")."""
    token = scene.tokens[head]
    mention = scene.page.index.at(token.start, token.end)
    if mention is None:
        return None
    whole = mention.label in ("PER", "ORG", "LOC") or mention.members
    return mention if whole or mention.start >= token.start else None


def _owner(scene: Scene, first: int, last: int) -> tuple[Participant, ...]:
    """The party named first between two tokens."""
    for index in range(first, last):
        if index not in scene.named:
            continue
        token = scene.tokens[index]
        mention = scene.page.index.at(token.start, token.end)
        if mention and not _harmed(scene, mention) and (found := _members(scene, mention)):
            return found
    return ()


def _harmed(scene: Scene, mention: Mention) -> bool:
    """ "korban X", "korban serangan X": X did the harm, unless it is a mere place ("korban Lutsk")."""
    first, words = scene.tree.at(mention.start), scene.page.words
    if not first or (mention.label == "LOC" and not mention.actor):
        return False
    return scene.bare[first - 1] in words.victims or (
        first > 1 and scene.bare[first - 1] in words.harms and scene.bare[first - 2] in words.victims
    )


def _behind(scene: Scene, phrase: Phrase) -> tuple[Participant, ...]:
    """The place behind people: "pengunjuk rasa di Baghdad", "pemberontak di Pantai Gading"."""
    if phrase.last + 1 >= len(scene.tokens) or scene.low[phrase.last] not in ("di", "dari", "asal"):
        return ()
    number = scene.phrase_at.get(phrase.last + 1)
    if number is None:
        return ()
    behind = scene.phrases[number]
    return _owner(scene, behind.first, behind.last)


def _members(scene: Scene, mention: Mention) -> tuple[Participant, ...]:
    """The participants of a mention; a mere place stands for its state, an officer for the sole one named."""
    page = scene.page
    found = participants(page.reading, mention, page.reading.article.published)
    if not found:
        host = host_of(mention)
        return (host,) if host else ()
    state = page.sole_state
    if state is None:
        return found
    return tuple(replace(p, acts_for=state) if not p.acts_for and p.sector in _PUBLIC else p for p in found)


def _acting(owner: tuple[Participant, ...], sector: str) -> tuple[Participant, ...]:
    """People of a state who are not its organs: the state stands for them, in their sector."""
    return tuple(Participant(p.acts_for, p.acts_for, sector) for p in owner if p.acts_for)
