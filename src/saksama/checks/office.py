"""Titles against the record of who held which office.

The day is that of an event in the same sentence; without one, the day of publication, and then never
more than a caution. Silent within two weeks of a handover, after the end of what is known, and
wherever another day named nearby makes the title right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksama import edtf
from saksama.actors.knowledge import Knowledge, held, load
from saksama.checks.case import Case, events_in, finding, quoted
from saksama.checks.wording import Day, name, say
from saksama.language.wordlists import words
from saksama.records import Bilingual, Check, NotChecked, Office, Reading, Severity, TitleClaim

KIND = "office"
HANDOVER_DAYS = 14
LONG_AGO_DAYS = 5 * 365  # an office left so long ago is told as history, unless its holder speaks
LEAD = 2  # sentences of the body that tell the news itself
NOW_DAYS = 31
NEARBY = 2  # sentences before and after, in which another day may make the title right


@dataclass(frozen=True, slots=True)
class _Claim:
    """A title that can be tested: on which day, and whether the text itself gives that day."""

    claim: TitleClaim
    day: str
    own_day: bool
    events: tuple[str, ...]


def find(case: Case) -> Iterator[Check | NotChecked]:
    known = load()
    for reading in case.readings:
        told: set[tuple[str, str, str]] = set()
        for claim in reading.titles:
            key = (claim.person, claim.role, claim.for_)
            if claim.excused or key in told or known.actor(claim.person) is None:
                continue
            dated = _dated(case, reading, claim)
            check = (_test(known, reading, dated) or _other(known, reading, dated)) if dated else None
            if check is not None:
                told.add(key)
                yield check
        if not reading.article.dated and any(not claim.excused for claim in reading.titles):
            yield NotChecked(KIND, reading.article.id, "undated")


def _dated(case: Case, reading: Reading, claim: TitleClaim) -> _Claim | None:
    """The event's own day in the sentence of the claim, or the day of publication."""
    for event in events_in(reading, claim.sentence):
        people = {p.actor for p in (*event.actors, *event.recipients)}
        if claim.person in people and event.when and edtf.precision(event.when) == "day":
            return _Claim(claim, event.when, True, (case.event_of(event).id,))
    if reading.article.dated and reading.article.published:
        return _Claim(claim, reading.article.published, False, ())
    return None


def _test(known: Knowledge, reading: Reading, dated: _Claim) -> Check | None:
    claim = dated.claim
    records = _records(known, claim)
    if edtf.before(known.known_until, dated.day):
        return None  # who left may have come back since
    if not records or any(_may_hold(record, dated.day) for record in records):
        return None
    if any(_may_hold(record, day) for day in _days_nearby(reading, claim) for record in records):
        return None
    if not dated.own_day and _told_as_past(reading, claim, records, dated.day):
        return None
    nearest = min(records, key=lambda record: _distance(record, dated.day))
    return _check(known, reading, dated, nearest)


def _told_as_past(reading: Reading, claim: TitleClaim, records: list[Office], day: str) -> bool:
    """A former rule by its own words, or one so long ago that only who speaks now is put in the present."""
    sentence = next((s for s in reading.sentences if s.index == claim.sentence), None)
    past = words(reading.article.language, "checks", "past_rule")
    if sentence and any(t.text.lower() in past for t in sentence.tokens):
        return True
    long_ago = min(_distance(record, day) for record in records) > LONG_AGO_DAYS
    return long_ago and not _in_the_present(reading, claim, day)


def _in_the_present(reading: Reading, claim: TitleClaim, day: str) -> bool:
    """Whether the sentence is of the article's own days: its news, a date of now, a saying."""
    opening = [s.index for s in reading.sentences][: LEAD + 1]
    spoken = any(s.speaker == claim.person and s.sentence == claim.sentence for s in reading.statements)
    now = any(
        (apart := edtf.days_apart(t.interval, day)) is not None and apart <= NOW_DAYS
        for t in reading.times
        if t.sentence == claim.sentence and edtf.precision(t.interval) == "day"
    )
    return claim.sentence in opening or spoken or now or _beside_holder(reading, claim, day)


def _beside_holder(reading: Reading, claim: TitleClaim, day: str) -> bool:
    """Whether the sentence names somebody else in an office that he holds that day."""
    return any(
        other.person != claim.person
        and any(o.person == other.person for o in load().holders(other.role, other.for_, day))
        for other in reading.titles
        if other.sentence == claim.sentence and not other.excused
    )


def _other(known: Knowledge, reading: Reading, dated: _Claim) -> Check | None:
    """Somebody under the title of an office that he never held, that day held another, and it another held.

    Never more than a caution: an acting minister may be lacking in the record.
    """
    claim, day = dated.claim, dated.day
    if _records(known, claim) or edtf.before(known.known_until, day):
        return None
    holders = known.holders(claim.role, claim.for_, day)
    if len(holders) != 1 or holders.possible or not _single(claim.role):
        return None
    own = [
        office
        for office in known.offices_of(claim.person)
        if office.for_ == claim.for_ and held(office, day).answer == "yes"
    ]
    (holder,) = holders
    person, bearer = known.actor(claim.person), known.actor(holder.person)
    if not own or person is None or bearer is None or _any_handover(holder, day):
        return None
    message = say(
        "office-other-holder",
        day=Day(day),
        title=Bilingual(holder.title_id or holder.title, holder.title),
        for_=name(reading, claim.for_),
        holder=bearer.name,
        person=person.name,
        own=Bilingual(own[0].title_id or own[0].title, own[0].title),
    )
    sentence = next((s for s in reading.sentences if s.index == claim.sentence), None)
    evidence = (quoted(reading, sentence) if sentence else claim.evidence,)
    return finding(KIND, "caution", message, evidence, slot="office", events=dated.events)


def _single(role: str) -> bool:
    """An office of the state that one person holds: a ministry or the head of one."""
    return role in ("head_of_state", "head_of_government", "vice_president") or (
        role.endswith("_minister") and not role.startswith("deputy")
    )


def _any_handover(record: Office, day: str) -> bool:
    """Whether the holder came into office so lately that the one before may be meant."""
    start, on = edtf.parse(record.from_), edtf.parse(day)
    return start is None or on is None or start.widen(HANDOVER_DAYS).overlaps(on)


def _records(known: Knowledge, claim: TitleClaim) -> list[Office]:
    """The person's records of that office, if the knowledge base knows any."""
    return [
        office
        for office in known.offices_of(claim.person)
        if office.role == claim.role and office.for_ == claim.for_ and (office.from_ or office.to)
    ]


def _may_hold(record: Office, day: str) -> bool:
    """Whether the office may have been held on the day: in the term, near its ends, or not known."""
    start, end, on = edtf.parse(record.from_), edtf.parse(record.to), edtf.parse(day)
    if on is None:
        return True
    term = edtf.Bounds(start.earliest if start else None, end.latest if end else None)
    return term.widen(HANDOVER_DAYS).overlaps(on)


def _distance(record: Office, day: str) -> int:
    term = edtf.parse(f"{record.from_ or '..'}/{record.to or '..'}")
    on = edtf.parse(day)
    return term.gap(on) if term and on else 0


def _days_nearby(reading: Reading, claim: TitleClaim) -> list[str]:
    return [
        time.interval
        for time in reading.times
        if time.interval and time.type in ("DATE", "TIME") and abs(time.sentence - claim.sentence) <= NEARBY
    ]


def _check(known: Knowledge, reading: Reading, dated: _Claim, record: Office) -> Check:
    claim = dated.claim
    person = known.actor(claim.person)
    message = say(
        "office-not-held" if dated.own_day else "office-not-held-published",
        day=Day(dated.day),
        person=person.name if person else claim.evidence.text,
        title=Bilingual(record.title_id or record.title, record.title),
        for_=name(reading, claim.for_),
        record=_record(record, person.name if person else "", held(record, dated.day).sourced),
    )
    sure = dated.own_day and reading.article.dated and held(record, dated.day).sourced
    severity: Severity = "impossible" if sure else "caution"
    sentence = next((s for s in reading.sentences if s.index == claim.sentence), None)
    evidence = (quoted(reading, sentence) if sentence else claim.evidence,)
    return finding(KIND, severity, message, evidence, slot="office", events=dated.events)


def _record(record: Office, person: str, sourced: bool) -> Bilingual:
    if record.from_ and record.to:
        told = say("office-record", person=person, from_=Day(record.from_), to=Day(record.to))
    elif record.to:
        told = say("office-record-until", person=person, to=Day(record.to))
    else:
        told = say("office-record-since", person=person, from_=Day(record.from_ or ""))
    return told if sourced else say("office-unsourced", record=told)
