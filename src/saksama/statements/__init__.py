"""Who said what: direct and indirect speech with speaker, cue, content and carrier."""

from __future__ import annotations

from dataclasses import replace

from saksama.records import Reading, Statement
from saksama.statements.carriers import Carrier, find_carriers
from saksama.statements.direct import find_direct
from saksama.statements.found import Found
from saksama.statements.headlines import find_headlines
from saksama.statements.indirect import find_indirect
from saksama.statements.page import Page
from saksama.statements.resolve import resolved
from saksama.statements.speakers import Speaker

__all__ = ["annotate"]


def annotate(reading: Reading) -> Reading:
    """Fill `statements` of a reading that has its sentences and mentions; in text order."""
    page = Page(reading)
    direct = find_direct(page)
    found = resolved(page, [*direct, *find_indirect(page, direct), *find_headlines(page)])
    carriers = find_carriers(page)
    made: list[Statement] = []
    for one in found:
        carrier = _carrier_of(page, one, carriers)
        for speaker in one.speakers:
            made.append(_statement(page, one, speaker, carrier, len(made) + 1))
    return replace(reading, statements=tuple(made))


def _carrier_of(page: Page, one: Found, carriers: tuple[Carrier, ...]) -> Carrier | None:
    """The carrier named in a sentence of the content or its cue, or in a "Demikian dilansir …" behind."""
    sentences = {one.sentence}
    if one.cue:
        sentences.add(page.owner[min(page.index_at(one.cue[0]), len(page.owner) - 1)])
    last = max(sentences) + 1
    if last < len(page.first) and page.words[page.first[last]] in page.speech.carriers["like"]:
        sentences.add(last)  # "Demikian dilansir AFP."
    inside = (c for c in carriers if c.sentence in sentences)
    return next((c for c in inside if not (one.start <= c.left and c.right <= one.end)), None)


def _statement(page: Page, one: Found, speaker: Speaker, carrier: Carrier | None, number: int) -> Statement:
    article = page.reading.article
    return Statement(
        id=f"{article.id}:s{number}",
        article=article.id,
        speaker=speaker.actor,
        speaker_text=article.evidence(speaker.start, speaker.end),
        speaker_reason=speaker.reason,
        via=page.text[carrier.start : carrier.end] if carrier else None,
        cue=article.evidence(*one.cue) if one.cue else None,
        direct=one.direct,
        content=article.evidence(one.start, one.end),
        sentence=one.sentence,
        via_evidence=article.evidence(carrier.start, carrier.end) if carrier else None,
    )
