"""Event coding on PLOVER records: type, role codes and status of the event that covers the trigger.

Beside the public records stand our own sentences (`gold/plover-own.jsonl`, written and coded before the
program saw them; `dev` rows were worked on, `held` ones only measured) and sentences in which words
suggest an event that is not there (`gold/no-events-own.jsonl`): the share of those left quiet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from saksama.records import Article, EventMention, Participant, Reading

_FILE = Path("events") / "plover-id-dev.jsonl"
GOLD = Path(__file__).with_name("gold")
PARTS = ("dev", "held")


def measure(data: Path) -> dict[str, float]:
    """Scores from 0 to 1: on the development records under `data`, and on our own two sets."""
    found: dict[str, float] = {}
    for name, rows in sets(data).items():
        found.update({f"events.{name}.{measure}": score for measure, score in scores(rows).items()})
    for part in PARTS:
        quiet = [not reading.events for reading in read(own("no-events-own", part))]
        if quiet:
            found[f"events.own-{part}.quiet"] = sum(quiet) / len(quiet)
    return found


def sets(data: Path) -> dict[str, list[dict[str, Any]]]:
    """The sets of records that are there, by name."""
    found = {f"own-{part}": own("plover-own", part) for part in PARTS}
    if (data / _FILE).is_file():
        found["plover-dev"] = _rows(data / _FILE)
    return {name: rows for name, rows in found.items() if rows}


def own(name: str, part: str) -> list[dict[str, Any]]:
    """One part of a set of our own sentences."""
    return [row for row in _rows(GOLD / f"{name}.jsonl") if row["part"] == part]


def scores(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Of the event that is best for each record: its type, role codes and status."""
    pairs = list(zip(rows, read(rows), strict=True))
    types = [(row["event"], best(row, found).type if found else "") for row, found in with_events(pairs)]
    accepted = [
        (g if p not in row["also_accepted"] else p, p) for (g, p), (row, _) in zip(types, pairs, strict=True)
    ]
    statuses = [(row["status"], best(row, found).status) for row, found in with_events(pairs) if found]
    return {
        "type_macro_f1": macro(accepted),
        "type_accuracy": sum(g == p for g, p in accepted) / len(accepted),
        "role_code_f1": _roles(pairs),
        "status_macro_f1": macro(statuses),
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(rows: Iterable[dict[str, Any]]) -> Iterator[Reading]:
    """The rows' texts through the whole pipeline."""
    from saksama.pipeline import read_articles

    return read_articles(map(article, rows))


def article(row: dict[str, Any]) -> Article:
    """A row's text as an article of its own without a date."""
    return Article(row["id"], None, None, None, "id", None, "unknown", (), row["text"], None, ())


def with_events(
    pairs: Iterable[tuple[dict[str, Any], Reading]],
) -> Iterator[tuple[dict[str, Any], list[EventMention]]]:
    """Each row with the events whose evidence covers its trigger, in order of nearness to the trigger."""
    for row, reading in pairs:
        start = row["text"].find(row["trigger"])
        end = start + len(row["trigger"])
        yield row, [e for e in reading.events if e.evidence.start <= start and end <= e.evidence.end]


def best(row: dict[str, Any], found: list[EventMention]) -> EventMention:
    """The event whose trigger meets the row's, else the nearest."""
    start = row["text"].find(row["trigger"])
    end = start + len(row["trigger"])
    return min(found, key=lambda e: (max(e.trigger.start - end, start - e.trigger.end, 0), e.trigger.start))


def macro(pairs: Iterable[tuple[str, str]]) -> float:
    """Mean F1 over the classes that the gold has."""
    pairs = list(pairs)
    scores = []
    for label in {gold for gold, _ in pairs}:
        hits = sum(g == p == label for g, p in pairs)
        wanted, given = sum(g == label for g, _ in pairs), sum(p == label for _, p in pairs)
        scores.append(2 * hits / (wanted + given))
    return sum(scores) / len(scores) if scores else 0.0


def _roles(pairs: Iterable[tuple[dict[str, Any], Reading]]) -> float:
    hits = wanted = given = 0
    for row, found in with_events(pairs):
        if not row["roles_scored"]:
            continue
        gold = {(role[:-1], _code(p["code"])) for role in ("actors", "recipients") for p in row[role]}
        event = best(row, found) if found else None
        mine = (
            set(_codes("actor", event.actors)) | set(_codes("recipient", event.recipients))
            if event
            else set()
        )
        hits += len(gold & mine)
        wanted += len(gold)
        given += len(mine)
    return 2 * hits / (wanted + given) if wanted + given else 0.0


def _codes(role: str, members: Iterable[Participant]) -> Iterator[tuple[str, str]]:
    return ((role, _code(p.acts_for)) for p in members)


def _code(code: str) -> str:
    return code.partition("-")[0]
