"""When, where and how many: the expressions that belong to one draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from saksama import edtf
from saksama.actors.base import base
from saksama.actors.knowledge import load
from saksama.actors.places import places
from saksama.events.arguments import Arguments, Site
from saksama.events.drafts import Draft
from saksama.events.regions import clause_end
from saksama.events.scene import Scene
from saksama.events.scope import scopes
from saksama.language.speech import speech
from saksama.records import Place, TimeExpression

_BASIS = {"absolute": "stated", "published": "anchored", "context": "context"}
_SPEECH = frozenset(
    [
        "kata",
        "ujar",
        "ucap",
        "tutur",
        "ungkap",
        "jelas",
        "tegas",
        "menurut",
        "demikian",
        "lansir",
        "dilansir",
        "dikutip",
        "imbuh",
    ]
)
_WHERE_IT_HAPPENS = frozenset(
    {"AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT"}
)
_PLACE_PREPOSITIONS = ("di", "ke", "dari")
_LONG_AGO = 2
_COMMAS = 2
_SINCE = frozenset({"sejak", "semenjak"})


class When(NamedTuple):
    """An EDTF date, what fixed it, and whether it lies years before the article."""

    date: str | None
    basis: str | None
    background: bool


def when_of(scene: Scene, draft: Draft, others: Sequence[Draft]) -> When:
    """The nearest date in the draft's clause; a date that another act stands nearer to is not its own."""
    times = [t for t in _in_sentence(scene) if _belongs(scene, draft, t, others)]
    if not times:
        return When(None, None, False)
    best = min(times, key=lambda t: _distance(scene, draft, t))
    published = scene.page.reading.article.published if scene.page.reading.article.dated else None
    if draft.status == "occurred" and edtf.before(published, best.interval):
        return When(None, None, False)
    return When(_from_then_on(scene, best), _BASIS.get(best.anchor), _long_ago(scene, best))


def _in_sentence(scene: Scene) -> list[TimeExpression]:
    return [
        time
        for time in scene.page.times.get(scene.sentence.index, ())
        if time.type in ("DATE", "TIME") and time.interval and time.anchor in _BASIS
    ]


def _belongs(scene: Scene, draft: Draft, time: TimeExpression, others: Sequence[Draft]) -> bool:
    """Not behind a verb of speech of its own, not across the end of a clause, not nearer to another act."""
    at = scene.tree.at(time.start)
    if at is None or _names_a_year(scene, at, time):
        return False
    first, last = sorted((at, draft.site.first))
    between = range(first + 1, last)
    if any(_speaks(scene, i) for i in between if i != draft.site.verb):
        return False
    parted = any(scene.ends(i) for i in between if i != at - 1 or scene.low[i] not in _SINCE)
    if parted and not _opens(scene, at):
        return False
    distance = _distance(scene, draft, time)
    return all(_distance(scene, other, time) >= distance for other in others if other is not draft)


def _from_then_on(scene: Scene, time: TimeExpression) -> str | None:
    """ "sejak Oktober 2023" is the beginning of an act that goes on."""
    at = scene.tree.at(time.start)
    open_ended = at and scene.low[at - 1] in _SINCE and time.interval and "/" not in time.interval
    return f"{time.interval}/.." if open_ended else time.interval


def _speaks(scene: Scene, index: int) -> bool:
    word = scene.low[index]
    return index not in scene.named and (word in _SPEECH or word in speech().by_form)


def _names_a_year(scene: Scene, at: int, time: TimeExpression) -> bool:
    """ "Pilpres 2029", "Piala Dunia 2026": the year is part of a name, not a date."""
    bare_year = edtf.precision(time.interval) == "year" and scene.tokens[at].upos == "NUM"
    return (
        bare_year
        and at > 0
        and at not in scene.named
        and scene.low[at - 1] != "tahun"
        and (scene.tokens[at - 1].upos in ("NOUN", "PROPN"))
    )


def _opens(scene: Scene, at: int) -> bool:
    """A date at the head of the sentence holds for all of it."""
    return at <= 1


def _distance(scene: Scene, draft: Draft, time: TimeExpression) -> int:
    at = scene.tree.at(time.start) or 0
    steps = abs(at - draft.site.first)
    # A date usually follows its verb; in front of it stands the subject.
    return steps if at > draft.site.first else steps + 1


def _long_ago(scene: Scene, time: TimeExpression) -> bool:
    bounds, published = edtf.parse(time.interval), edtf.parse(scene.page.reading.article.published)
    if bounds is None or bounds.latest is None:
        return False
    if published is None or (now := published.earliest or published.latest) is None:
        return False
    return bounds.latest.year <= now.year - _LONG_AGO


def where_of(scene: Scene, draft: Draft) -> Place | None:
    """The place of a phrase with *di*, *ke* or *dari* in the draft's clause, if it is on the map."""
    site = draft.site
    end = clause_end(scene, max(site.last, site.verb_last if site.noun else site.last), False)
    within = [n for n, p in enumerate(scene.phrases) if site.first < p.first < end]
    if draft.type not in _WHERE_IT_HAPPENS:
        within = [n for n in within if not _of_strife(scene, site, n)]
    for preposition in _PLACE_PREPOSITIONS:
        places = (_nearest(scene, n) for n in within if scene.phrases[n].preposition == preposition)
        if found := next((place for place in places if place), None):
            return found
    return _nearest(scene, within[0]) if within and _acts_on_place(scene, draft, within[0]) else None


def _of_strife(scene: Scene, site: Site, number: int) -> bool:
    """ "menjanjikan dukungan dalam *perang di Ukraina*": the place of the war, not of the promise."""
    before = scene.phrases[number - 1] if number else None
    if before is None or before.last + 1 != scene.phrases[number].first or before.head < site.last:
        return False
    return scene.bare[before.head] in scene.page.words.strife


def _acts_on_place(scene: Scene, draft: Draft, number: int) -> bool:
    """ "menyerang kota Lutsk", "mengunjungi Hanoi": what it acts on is where it happens."""
    phrase = scene.phrases[number]
    fitting = not draft.site.noun and (draft.type == "ASSAULT" or draft.mode == "visit")
    if not fitting or phrase.preposition or draft.site.voice == "passive":
        return False  # "diserang Rusia" tells by whom
    return scene.bare[phrase.head] in base().words.generic_places or _place(scene, phrase.head) is not None


def _nearest(scene: Scene, number: int) -> Place | None:
    """The place of a phrase or, where that is no point, of the ones behind its commas: "di Hotel X, Doha"."""
    found = None
    for phrase in scene.phrases[number : number + 1 + _COMMAS]:
        if phrase is not scene.phrases[number] and (phrase.joint != "," or phrase.preposition):
            break
        place = next((p for i in range(phrase.first, phrase.last) if (p := _place(scene, i))), None)
        if place and place.lat is not None:
            return place
        found = found or place
    return found


def day_told(scene: Scene) -> When:
    """The first day of a sentence that is all about one event."""
    for time in _in_sentence(scene):
        if edtf.precision(time.interval) in ("day", "interval"):
            return When(time.interval, _BASIS.get(time.anchor), _long_ago(scene, time))
    return When(None, None, False)


def place_told(scene: Scene) -> Place | None:
    """The place of a sentence that is all about one event, if it is on the map."""
    within = (n for n, p in enumerate(scene.phrases) if p.preposition == "di")
    return next((place for number in within if (place := _nearest(scene, number))), None)


def _place(scene: Scene, head: int) -> Place | None:
    """The one place of that name, or a state as a whole, which has no point on the map."""
    token = scene.tokens[head]
    mention = scene.page.index.at(token.start, token.end)
    if mention is None or mention.label != "LOC":
        return None
    if places().named(mention.text):
        doubtful = places().vague(mention.text)
        return places().told(mention.text, _states(scene) if doubtful else ())
    state = load().actor(mention.actor or mention.acts_for or "")
    return Place(state.name, state.id, None, None) if state and state.kind == "state" else None


def _states(scene: Scene) -> set[str]:
    """The states that the article names, and those of the people and bodies in it."""
    return {code for m in scene.page.reading.mentions for code in (m.actor, m.acts_for) if code}


def quantities_of(scene: Scene, draft: Draft, others: Sequence[Draft]) -> tuple[str, ...]:
    """The quantities in the draft's clause that no other act stands nearer to."""
    reach = Arguments(scene, draft.site).far_end
    found: list[str] = []
    for quantity in scene.page.quantities.get(scene.sentence.index, ()):
        at = scene.tree.at(quantity.start)
        if at is None or at >= reach or (at < draft.site.first and _parted(scene, at, draft.site.verb)):
            continue
        nearest = min(others, key=lambda d: (abs(at - d.site.first), d.site.first))
        if nearest is draft:
            found.append(quantity.id)
    return tuple(found)


def _parted(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb, the end of a clause or "yaitu" lies between."""
    naming = scopes().naming
    return any(scene.ends(i) or scene.verbal(i) or scene.low[i] in naming for i in range(first, last))
