"""Who vouches for an act: what only an interested party asserts is alleged, and claimed by it."""

from __future__ import annotations

from dataclasses import replace

from saksama.actors import participants
from saksama.events.arguments import Arguments, Site
from saksama.events.compose import COOPERATIVE, YIELDING
from saksama.events.drafts import Draft
from saksama.events.rumours import is_rumoured
from saksama.events.scene import Page, Scene
from saksama.events.scope import scopes
from saksama.events.words import event_words
from saksama.language.speech import speech
from saksama.records import Participant, Statement

_NEUTRAL = ("IGO-UN", "NGO-", "IGO-ICRC")
_NEAR = 4  # tokens
_SPEAKERS = frozenset({"kami", "kita", "saya", "aku"})


def with_claims(scene: Scene, draft: Draft) -> Draft:
    """The draft with its claimants, `alleged` where nobody but they assert it."""
    statement = innermost(scene.page, scene.tokens[draft.site.first].start)
    speakers = speakers_of(scene.page, statement) if statement else ()
    draft = _own_words(scene, draft, speakers)
    if draft.status in ("occurred", "planned") and is_rumoured(scene, draft.site.first):
        # whoever reports the rumour does not claim it, and whoever takes it apart denies it
        return replace(draft, status="denied" if scene.page.tests_rumour else "alleged")
    if draft.status == "alleged":
        claimants = draft.claimed_by or _alleging(scene, draft.site) or speakers
        return replace(draft, claimed_by=_merged(claimants, speakers))
    if draft.status == "occurred" and scene.page.tests_rumour:
        return replace(draft, status="alleged", claimed_by=speakers)
    if statement is None or not speakers or draft.status != "occurred" or _taken_for_granted(scene, draft):
        return draft
    if _doubtful(draft, statement, speakers):
        return replace(draft, status="alleged", claimed_by=speakers)
    return draft


def refuted(page: Page, found: list[tuple[Scene, list[Draft]]]) -> list[tuple[Scene, list[Draft]]]:
    """The drafts of a page that takes a rumour apart: its headline tells the rumour, and so does whatever
    repeats it; what else it tells stays alleged, since the page does not say whose word it is.
    """
    if not page.tests_rumour:
        return found
    rumours = [d for scene, drafts in found for d in drafts if d.status == "denied" or _is_headline(scene, d)]
    told = {(d.type, p.acts_for) for d in rumours for p in d.actors}
    return [
        (scene, [_denied(d) if _is_headline(scene, d) or _repeats(d, told) else d for d in drafts])
        for scene, drafts in found
    ]


def _is_headline(scene: Scene, draft: Draft) -> bool:
    """Whether the headline tells it; a noun in it ("dukung *serangan* X") is taken for granted."""
    told = draft.status in ("occurred", "planned", "alleged") and not draft.site.noun
    return scene.sentence.is_title and told


def _repeats(draft: Draft, told: set[tuple[str, str]]) -> bool:
    return draft.status == "alleged" and any((draft.type, p.acts_for) in told for p in draft.actors)


def _denied(draft: Draft) -> Draft:
    return replace(draft, status="denied", claimed_by=())


def innermost(page: Page, offset: int) -> Statement | None:
    """The shortest statement whose content covers the offset."""
    around = [s for s in page.reading.statements if s.content.start <= offset < s.content.end]
    return min(around, key=lambda s: s.content.end - s.content.start, default=None)


def speakers_of(page: Page, statement: Statement) -> tuple[Participant, ...]:
    """The speaker as participants; () for one whom nobody knows."""
    text = statement.speaker_text
    if text is None or statement.speaker is None:
        return ()
    mention = page.index.at(text.start, text.end)
    return participants(page.reading, mention, page.reading.article.published) if mention else ()


def _own_words(scene: Scene, draft: Draft, speakers: tuple[Participant, ...]) -> Draft:
    """ "Kami mengecam …": the speaker is the actor."""
    if draft.actors or not speakers or draft.site.noun:
        return draft
    words = scene.page.words
    for index in range(draft.site.first - 1, max(-1, draft.site.first - 1 - _NEAR), -1):
        if scene.ends(index) or scene.low[index] in words.opens | words.relative | {"mereka"}:
            return draft
        if scene.low[index] in _SPEAKERS:
            return replace(draft, actors=speakers)
    return draft


def _doubtful(draft: Draft, statement: Statement, speakers: tuple[Participant, ...]) -> bool:
    """Whether the verb keeps its distance, or the speakers, no neutral source, tell of what others did."""
    if _stance(statement) == "claims":
        return True
    sides = {p.acts_for for p in speakers if p.acts_for and p.sector not in event_words().private_sectors}
    # A host tells of the visit, who got help of the help: nobody's misdeed, so both sides may confirm it.
    told_by = draft.actors + (draft.recipients if draft.type in COOPERATIVE | YIELDING else ())
    own = {p.acts_for for p in told_by}
    if not sides or sides & own:
        return False
    return not any(side.startswith(_NEUTRAL) for side in sides)


def _taken_for_granted(scene: Scene, draft: Draft) -> bool:
    """ "kunjungan X ke Y *menandai* …": what is said of a visit presupposes it. Not of a misdeed: there a
    party may slip its charge in.
    """
    if not draft.site.noun or draft.type not in COOPERATIVE | YIELDING:
        return False
    words, site = scene.page.words, draft.site
    if site.first and scene.low[site.first - 1] in words.quantifiers:
        return False
    for index in range(site.last, len(scene.tokens)):
        if scene.ends(index) or scene.low[index] in words.relative | scopes().before.keys():
            return False
        if scene.low[index] in words.telling:
            return True
        if scene.verbal(index):
            return False
    return False


def _stance(statement: Statement) -> str:
    if statement.cue is None:
        return "neutral"
    found = speech().by_form.get(statement.cue.text.lower().removesuffix("nya"))
    return found[0].stance if found else "neutral"


def _alleging(scene: Scene, site: Site) -> tuple[Participant, ...]:
    """The subject of a verb of claiming to the left, or the agent of its passive."""
    for index in range(site.verb - 1, -1, -1):
        word = scene.low[index]
        found = speech().by_form.get(word)
        if found and found[0].stance == "claims":
            voice = "passive" if word.startswith("di") else "active"
            claim = Site(index, index + 1, index, index + 1, voice, False, voice)
            return Arguments(scene, claim).find("agent" if voice == "passive" else "subj")
    return ()


def _merged(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return tuple(dict.fromkeys((*one, *other)))
