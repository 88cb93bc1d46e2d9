"""Where in a sentence the words of the lexicon stand, and whether they tell an event there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.events.arguments import Site
from saksama.events.lexicon import Entry, Form, lexicon
from saksama.events.regions import clause_end
from saksama.events.scene import Scene
from saksama.events.scope import scopes
from saksama.events.words import bare

_OBJECT_REACH = 7
_LIGHT_REACH = 4
_PREDICATE_REACH = 12
_VERBAL = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PROPN", "X"})
_ASKING = frozenset({"apa", "bagaimana", "mengapa", "kenapa", "kapan", "siapa", "mana", "berapa"})
_NO_EVENT_BEFORE = frozenset({"pasca", "anti", "pra", "korban", "sejarah", "isu"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry of the lexicon at its site; `received` where a light verb turns the roles round."""

    entry: Entry
    site: Site
    received: bool = False


def has_trigger(low: list[str]) -> bool:
    """Whether a sentence with these lower-case words is worth a closer look."""
    forms = lexicon().forms
    return not forms.keys().isdisjoint(low) or any(
        bare(word) in forms for word in low if word.endswith("nya")
    )


def find_triggers(scene: Scene) -> list[tuple[Trigger, ...]]:
    """What each word of a sentence may tell, in text order; no token belongs to two."""
    found: list[tuple[Trigger, ...]] = []
    forms, taken = lexicon().forms, -1
    for index, (low, plain) in enumerate(zip(scene.low, scene.bare, strict=True)):
        if index > taken and (low in forms or plain in forms) and (triggers := tuple(fitting(scene, index))):
            found.append(triggers)
            taken = triggers[0].site.last - 1
    return found


def fitting(scene: Scene, index: int) -> Iterator[Trigger]:
    """The entries that fit at a token; of phrases only the longest."""
    forms, longest = lexicon().forms, 0
    for form in forms.get(scene.low[index]) or forms.get(scene.bare[index], ()):
        last = index + 1 + len(form.rest)
        if len(form.rest) < longest or tuple(scene.bare[index + 1 : last]) != tuple(
            bare(word) for word in form.rest
        ):
            continue
        trigger = _noun(scene, form, index, last) if form.voice == "noun" else _verb(scene, form, index, last)
        if trigger and _fits(scene, trigger):
            longest = len(form.rest)
            yield trigger


def _verb(scene: Scene, form: Form, index: int, last: int) -> Trigger | None:
    if (scene.tokens[index].upos not in _VERBAL and not scene.verbal(index)) or (
        index in scene.named and scene.tokens[index].text[0].isupper()
    ):
        return None
    if form.bare and not (scene.sentence.is_title and index > 0):
        return None
    return Trigger(form.entry, Site(index, last, index, last, form.voice, False, form.voice))


def _noun(scene: Scene, form: Form, index: int, last: int) -> Trigger | None:
    if _anaphoric(scene, index, last) or (index and scene.low[index - 1] in _NO_EVENT_BEFORE):
        return None
    if scene.asks(index) and not _ASKING.isdisjoint(scene.low[:index]):
        return None  # "Apa hasil pertemuan X dan Y?" points to what is told elsewhere
    words = scene.page.words
    light = form.entry.light or words.light | words.receiving
    for verb in range(index - 1, max(-1, index - 1 - _LIGHT_REACH), -1):
        word = scene.low[verb]
        if word in light or (word in words.receiving and form.entry.receive):
            received = form.entry.receive and word in words.receiving
            voice = "passive" if word.startswith("di") else "active"
            return Trigger(form.entry, Site(index, last, verb, verb + 1, "active", True, voice), received)
        if scene.ends(verb) or word in words.prepositions | words.opens | words.relative:
            break
        if scene.verbal(verb) and word not in scopes().skip:
            break
    if (verb_behind := _predicate(scene, last, light | words.presented)) is not None:
        site = Site(index, last, index, verb_behind + 1, "passive", True, "passive")
        return Trigger(form.entry, site)
    if form.entry.alone and not _pronominal(scene, index, last):
        return Trigger(form.entry, Site(index, last, _governor(scene, index), last, "active", True, "none"))
    return None


def _governor(scene: Scene, index: int) -> int:
    """The verb to the left on which an event noun depends: "*tewas* dalam serangan"."""
    for verb in range(index - 1, max(-1, index - 1 - _LIGHT_REACH), -1):
        if scene.verbal(verb):
            return verb
    return index


def _predicate(scene: Scene, last: int, verbs: frozenset[str]) -> int | None:
    """A passive or presenting verb behind the noun whose subject the noun is."""
    for verb in range(last, min(len(scene.tokens), last + _PREDICATE_REACH)):
        word = scene.low[verb]
        if scene.ends(verb):
            return None
        if scene.verbal(verb):
            passive = word.startswith("di") or word in scene.page.words.presented
            return verb if word in verbs and passive else None
    return None


def _anaphoric(scene: Scene, index: int, last: int) -> bool:
    """ "serangan itu", "kunjungan kenegaraan tersebut": no event of its own."""
    number = scene.phrase_at.get(index)
    if number is None:
        return last < len(scene.low) and scene.low[last] in scene.page.words.anaphoric
    phrase = scene.phrases[number]
    return any(scene.low[at] in scene.page.words.anaphoric for at in range(last, min(phrase.last, last + 2)))


def _pronominal(scene: Scene, index: int, last: int) -> bool:
    """ "pertemuan mereka", "invasinya": what was told before."""
    following = scene.low[last] if last < len(scene.low) else ""
    return scene.low[last - 1].endswith("nya") or following in ("mereka", "keduanya", "dia", "ia")


def _fits(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words around are such as the entry asks for."""
    entry, site = trigger.entry, trigger.site
    if entry.void and not entry.void.isdisjoint(scene.wordset):
        return False
    end = clause_end(scene, site.last, True)
    right = {word for at in range(site.last, end) for word in (scene.low[at], scene.bare[at])}
    if entry.with_ and entry.with_.isdisjoint(right):
        return False
    if entry.subject and entry.subject.isdisjoint(_before(scene, site)):
        return False
    if entry.without and not entry.without.isdisjoint(right):
        return False
    return not entry.object or not entry.object.isdisjoint(
        right if entry.object_right else _object(scene, site, end)
    )


def _object(scene: Scene, site: Site, end: int) -> set[str]:
    """The words of the object; before the verb where it is passive, and where a relative clause begins."""
    found: set[str] = set()
    for at in range(site.last, min(end, site.last + _OBJECT_REACH)):
        if scene.low[at] in scene.page.words.prepositions and scene.low[at] != "dari":
            break
        found.update((scene.low[at], scene.bare[at]))
    if site.voice == "passive" or (site.first and scene.low[site.first - 1] == "yang"):
        found.update(_before(scene, site))
    return found


def _before(scene: Scene, site: Site) -> Iterator[str]:
    for at in range(site.first - 1, max(-1, site.first - 1 - _OBJECT_REACH - 2), -1):
        if scene.ends(at):
            return
        yield from (scene.low[at], scene.bare[at])
