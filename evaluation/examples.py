"""The faults planted in `examples/`: found or not, and what was raised beside them.

The tables of `examples/README.md` are the gold. A finding counts when every side that the table
names stands in its evidence, or in that of the events it is about; severities above the planted
one, and every `conflict` or `impossible` that is not planted, count against precision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import saksama
import saksama.records
from saksama.records import Account, Check

HERE = Path(__file__).parents[1] / "examples"
RANK = {"": 0, "caution": 1, "conflict": 2, "impossible": 3}


@dataclass(frozen=True, slots=True)
class Side:
    """One row of the table of what is planted."""

    number: int
    check: str
    slot: str
    severity: str
    file: str
    words: str


@dataclass(frozen=True, slots=True)
class Raised:
    """What the accounts of all example folders say, and which findings were planted."""

    accounts: dict[str, Account]
    found: dict[int, bool]
    wrong: tuple[Check, ...]


def measure(data: Path) -> dict[str, float]:
    """Shares from 0 to 1; `data` is not used, because the examples are in the repository."""
    del data
    raised = raise_all()
    grave = [c for a in raised.accounts.values() for c in a.checks if c.severity != "caution"]
    return {
        "examples.planted.recall": sum(raised.found.values()) / len(raised.found),
        "examples.grave.precision": 1 - len(raised.wrong) / len(grave) if grave else 1.0,
        "examples.quiet.share": _quiet(raised.accounts),
        "examples.not_happened.share": _not_happened(raised.accounts),
    }


def raise_all() -> Raised:
    """The account of each folder, held against what is planted there."""
    folders = sorted(path.name for path in HERE.iterdir() if path.is_dir())
    accounts = {folder: saksama.brief([HERE / folder]) for folder in folders}
    sides = [Side(int(no), *rest) for no, *rest in rows("What is planted")]
    planted = {no: list(group) for no, group in groupby(sides, key=lambda side: side.number)}
    found = {no: _found(accounts, group) for no, group in planted.items()}
    wrong = [
        check
        for folder, account in accounts.items()
        for check in account.checks
        if check.severity != "caution" and not _planted(account, check, folder, planted)
    ]
    return Raised(accounts, found, tuple(wrong))


def rows(heading: str) -> Iterator[list[str]]:
    """The cells of the table below a heading of `examples/README.md`."""
    section = (HERE / "README.md").read_text("utf-8").partition(f"## {heading}")[2].partition("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")]
    for line in table[2:]:
        yield [cell.strip().strip("`") for cell in line.strip("|").split("|")]


def _found(accounts: dict[str, Account], group: list[Side]) -> bool:
    account = accounts[group[0].file.partition("/")[0]]
    if group[0].check in ("copy", "rewrite"):
        return _kin(account, group)
    return any(_matches(account, check, group) for check in account.checks)


def _matches(account: Account, check: Check, group: list[Side]) -> bool:
    first = group[0]
    if check.kind != first.check or (first.slot and check.slot != first.slot):
        return False
    if RANK[check.severity] > RANK[first.severity]:
        return False
    named = [e for event in account.events if event.id in check.events for e in event.evidence]
    told = (*check.evidence, *named)
    return all(any(_holds(account, e.article, e.text, side) for e in told) for side in group)


def _holds(account: Account, article: str, text: str, side: Side) -> bool:
    """The words stand in the evidence, or the evidence lies inside the words."""
    plain, words = " ".join(text.split()), " ".join(side.words.split())
    return _file(account, article) == side.file and (words in plain or plain in words)


def _file(account: Account, article: str) -> str:
    path = next(a.path for a in account.articles if a.id == article) or ""
    return "/".join(Path(path.partition("#")[0].partition(":")[0]).parts[-2:])


def _kin(account: Account, group: list[Side]) -> bool:
    """An edge between the two files; of texts of one day, nothing tells which came first."""
    files = [side.file for side in group]
    dates = {_file(account, a.id): a.published for a in account.articles}
    for story in account.stories:
        for edge in story.lineage:
            told = [_file(account, edge.from_), _file(account, edge.to)]
            same_day = dates[told[0]] == dates[told[1]]
            if edge.kind == group[0].check and (told == files or (same_day and set(told) == set(files))):
                return True
    return False


def _planted(account: Account, check: Check, folder: str, planted: dict[int, list[Side]]) -> bool:
    groups = [group for group in planted.values() if group[0].file.startswith(folder)]
    return any(_matches(account, check, group) for group in groups)


def _quiet(accounts: dict[str, Account]) -> float:
    """Share of the traps that no check fell into, but for cautions about sources."""
    traps = [(Side(0, "", "", "", file, words)) for file, words, _ in rows("What must stay quiet")]
    return sum(not _fallen(accounts[trap.file.partition("/")[0]], trap) for trap in traps) / len(traps)


def _fallen(account: Account, trap: Side) -> bool:
    return any(
        _holds(account, e.article, e.text, trap)
        for check in account.checks
        if check.kind != "sourcing"
        for e in check.evidence
    )


def _not_happened(accounts: dict[str, Account]) -> float:
    """Share of the passages told as not real in which no event is given as having happened."""
    passages = [
        Side(0, status, "", "", file, words)
        for status, file, words in rows("What did not happen, in the text's own words")
    ]
    return sum(not _told_as_real(accounts, passage) for passage in passages) / len(passages)


def _told_as_real(accounts: dict[str, Account], passage: Side) -> bool:
    """Whether a trigger inside the passage has status `occurred`, but for the speech act that opens it."""
    account = accounts[passage.file.partition("/")[0]]
    speech = {"ACCUSE", "REJECT", "REQUEST", "THREATEN"}
    return any(
        event.status == "occurred" and event.type not in speech and _inside(account, trigger, passage)
        for event in account.events
        for trigger in event.triggers
    )


def _inside(account: Account, trigger: saksama.records.Evidence, passage: Side) -> bool:
    if _file(account, trigger.article) != passage.file:
        return False
    text = next(a.text for a in account.articles if a.id == trigger.article)
    start = " ".join(text.split()).find(passage.words)
    offset = len(" ".join(text[: trigger.start].split()))
    return 0 <= start <= offset < start + len(passage.words)
