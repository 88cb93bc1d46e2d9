"""The drafts of a page: what the rules find in each sentence, and what the judge adds."""

from __future__ import annotations

from dataclasses import replace

from saksama.events.arguments import Site
from saksama.events.at_home import at_home
from saksama.events.claims import refuted, with_claims
from saksama.events.compose import compose
from saksama.events.drafts import Draft
from saksama.events.judge import Sheet, Verdict, named, verdicts
from saksama.events.lexicon import Entry
from saksama.events.manner import mode_of
from saksama.events.rumours import is_debunked
from saksama.events.scene import Page, Scene
from saksama.events.scope import status_of
from saksama.events.sieve import is_backed, is_done_by_others, is_event, is_object, without_doubles
from saksama.events.triggers import Trigger, find_triggers, fitting, has_trigger

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
_AIMED = frozenset({"ACCUSE", "AID", "SANCTION", "SUPPORT", "THREATEN"})
_LEAD = 1  # sentences behind the first
_ALONE, _FIRM, _STRICT = 0.65, 0.75, 0.85  # chances
_SPOKEN_OF = ("alleged", "denied")
_PROMISED = frozenset({"AGREE", "CONCEDE", "THREATEN"})  # what they hold is to come, they are not


def drafts_of(page: Page) -> list[tuple[Scene, list[Draft]]]:
    """Each sentence with its events, those of the rules first."""
    sheets = sheets_of(page)
    found = [(sheet.scene, list(sheet.kept)) for sheet in sheets]
    for number, verdict in verdicts(sheets):
        scene, kept = found[number]
        if sheets[number].silent or verdict.site.first in sheets[number].inner:
            continue
        draft = at_home(scene, _draft(scene, verdict), sheets[number].named)
        if (
            verdict.chance >= _least(scene, draft)
            and _is_new(draft, kept)
            and _is_allowed(scene, draft, kept)
        ):
            found[number] = scene, without_doubles([*kept, draft])
    done = [
        (scene, [at_home(scene, draft, sheet.named) for draft in kept])
        for sheet, (scene, kept) in zip(sheets, found, strict=True)
    ]
    return refuted(page, done)


def sheets_of(page: Page) -> list[Sheet]:
    """The sentences with what the rules make of them."""
    debunked = is_debunked(page)
    sheets = []
    for sentence, low in zip(page.reading.sentences, page.low, strict=True):
        scene = Scene(page, sentence, low)
        silent = scene.sporty or (debunked and sentence.is_title)
        triggers = find_triggers(scene) if has_trigger(low) and not silent else []
        drafts = [with_claims(scene, draft) for draft in compose(scene, list(triggers))]
        kept = without_doubles([draft for draft in drafts if is_event(draft)])
        own = {draft.site.first for draft in drafts}
        inner = frozenset(choice[0].site.first for choice in triggers) - own
        sheets.append(Sheet(scene, drafts, kept, inner, silent, named(scene)))
    return sheets


def _draft(scene: Scene, verdict: Verdict) -> Draft:
    """A verdict as a draft; whoever alone asserts it is named by the rules."""
    kind = verdict.type
    mutual = kind in _MUTUAL
    entry = Entry(f"judge: {kind}", kind, None, "plain", (), (), mutual, "actor", "")
    trigger = Trigger(entry, verdict.site)
    mode = mode_of(scene, trigger, verdict.actors)
    draft = Draft(trigger, kind, mode, verdict.actors, verdict.recipients, verdict.status)
    claimed = with_claims(scene, draft)
    if claimed.status in _SPOKEN_OF:
        return claimed
    if verdict.status == "occurred" and kind not in _PROMISED and status_of(scene, verdict.site) == "planned":
        return replace(claimed, status="planned")
    return replace(claimed, status=verdict.status)


def _least(scene: Scene, draft: Draft) -> float:
    """How sure the judge must be; less in the headline and the lead, which tell the news."""
    parties = {p.acts_for for p in (*draft.actors, *draft.recipients)}
    leads = scene.sentence.index <= _LEAD
    least = 0.0 if leads else _FIRM
    if leads and (len(parties) == 1 or not draft.actors):
        least = _ALONE
    aimless = draft.type in _AIMED and not draft.recipients
    unknown = not leads and not any(fitting(scene, draft.site.first))
    return _STRICT if aimless or unknown else least


def _is_allowed(scene: Scene, draft: Draft, kept: list[Draft]) -> bool:
    """Whether what the judge adds agrees with the conventions and with the verb's own subject."""
    inner = is_done_by_others(scene, draft) or is_object(scene, draft, kept)
    return is_backed(draft, kept) and not inner


def _is_new(draft: Draft, kept: list[Draft]) -> bool:
    """Whether no rule has coded these words."""
    return all(_apart(draft.site, other.site) for other in kept)


def _apart(one: Site, other: Site) -> bool:
    """Whether neither stands in the other, its light verb counted in."""
    return one.first >= max(other.last, other.verb_last) or min(other.first, other.verb) >= one.last
