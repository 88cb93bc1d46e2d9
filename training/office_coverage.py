"""What the office records leave open, for a person to read: holes since 2000 and terms that overlap.

Looked at are head of state, head of government, foreign and defence minister of every state of
`offices_reviewed.tsv`, and every other office between its first record and its last. That file also
holds what has been looked at and stays, with the reason; the rest is printed as new::

    PYTHONPATH=src python -m training.office_coverage [CODE ...]     # all, or some states or bodies
    PYTHONPATH=src python -m training.office_coverage --rows         # new ones as rows for the file
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from saksama import edtf
from saksama.actors.knowledge import gaps_and_overlaps, load
from saksama.records import Office
from training.office_terms import HERE, rows

ROLES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
SINCE = date(2000, 1, 1)
_LONGEST_HOLE = 31  # days; shorter ones are handovers and interims
_LONGEST_OVERLAP = 14  # days
_ACTING = "acting_"
_SEVERAL = ("deputy_", "mfa_spokesperson", "spokesperson")  # offices that several hold at once
_OPEN = ".."
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Finding:
    """A hole or an overlap: kind "hole" or "overlap", the office, first and last day as EDTF or "..".

    `last` is empty for an overlap, whose `first` names the two persons.
    """

    kind: str
    body: str
    role: str
    first: str
    last: str


def found() -> list[Finding]:
    """All holes and overlaps of the records that ship, in order."""
    offices: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in load().offices():
        offices[office.for_, office.role.removeprefix(_ACTING)].append(office)
    expected = {(state, role) for state in states() for role in ROLES}
    for key in expected:
        offices[key]
    out: list[Finding] = []
    for (body, role), held in sorted(offices.items()):
        whole = (body, role) in expected
        out += (Finding("hole", body, role, *hole) for hole in _holes(held, whole))
    return out + list(_overlaps())


def states() -> list[str]:
    """The codes of the states whose offices are looked at from 2000."""
    text = (HERE / "offices_states.txt").read_text("utf-8")
    return " ".join(line for line in text.splitlines() if not line.startswith("#")).split()


def reviewed() -> dict[Finding, str]:
    """What has been looked at, with the reason why it stays."""
    columns = ("kind", "body", "role", "from", "to")
    table = rows(HERE / "offices_reviewed.tsv")
    return {Finding(*(row[column] or "" for column in columns)): row["reason"] for row in table}


def _holes(held: Iterable[Office], whole: bool) -> Iterator[tuple[str, str]]:
    """First and last day of each stretch that no record can cover; of all time since 2000 if `whole`."""
    spans = sorted(_span(office) for office in held)
    start = SINCE if whole else max(SINCE, spans[0][0])
    for first, last in spans:
        if (first - start).days > _LONGEST_HOLE:
            yield start.isoformat(), (first - _DAY).isoformat()
        start = max(start, last if last == date.max else last + _DAY)
    if whole and start != date.max:
        yield start.isoformat(), _OPEN


def _span(office: Office) -> tuple[date, date]:
    """The widest stretch that a term may cover; an open one goes on."""
    start, end = edtf.parse(office.from_), edtf.parse(office.to)
    first = start.earliest if start and start.earliest else date.min
    return first, end.latest if end and end.latest else date.max


def _overlaps() -> Iterator[Finding]:
    known = load()
    listed = [office for office in known.offices() if not office.role.startswith(_SEVERAL)]
    for kind, one, two, _ in gaps_and_overlaps(listed, _LONGEST_OVERLAP):
        if kind == "overlap" and (one.to is None or one.to > SINCE.isoformat()):
            yield Finding("overlap", one.for_, one.role, f"{one.person} {two.person}", "")


def _line(finding: Finding, reason: str) -> str:
    if finding.kind == "hole":
        return f"  {finding.role}: {finding.first} to {finding.last}: {reason}"
    names = (known.name for part in finding.first.split() if (known := load().actor(part)))
    return f"  {finding.role}: {' and '.join(names)} at once: {reason}"


def main(asked: list[str]) -> None:
    seen = reviewed()
    findings = found()
    if asked == ["--rows"]:
        for new in findings:
            if new not in seen:
                print("\t".join((new.kind, new.body, new.role, new.first, new.last, "")))
        return
    body = ""
    for finding in findings:
        if asked and finding.body not in asked:
            continue
        if finding.body != body:
            body = finding.body
            print(body, load().name_en(body) or "")
        print(_line(finding, seen.get(finding, "NEW: not looked at yet")))
    whole = len(states()) * len(ROLES)
    open_ = {
        (f.body, f.role) for f in findings if f.kind == "hole" and f.role in ROLES and f.body in states()
    }
    print(f"{whole - len(open_)} of {whole} offices of states have no hole since 2000")


if __name__ == "__main__":
    main(sys.argv[1:])
