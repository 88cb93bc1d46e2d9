"""What must hold of every account, whatever was read: `broken` names the laws that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from saksama.account import as_json
from saksama.records import Account

UNIQUE = ("articles", "actors", "times", "quantities", "events", "statements", "stories", "checks")


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(as_json.schema())


def broken(account: Account) -> list[str]:
    plain = account.to_dict()
    return [
        *(f"schema: {error.json_path}: {error.message}" for error in _validator().iter_errors(plain)),
        *_spans(plain),
        *_twice(plain),
        *_nowhere(plain),
        *_boilerplate(plain),
        *_events(plain),
    ]


def _pieces(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a span in an article, anywhere in the account."""
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _pieces(item)


def _spans(plain: dict[str, Any]) -> Iterator[str]:
    texts = {article["id"]: article["text"] for article in plain["articles"]}
    for piece in _pieces(plain):
        start, end = piece["start"], piece["end"]
        if not 0 <= start < end or texts[piece["article"]][start:end] != piece["text"]:
            yield f"not in its article: {piece}"
    for article in plain["articles"]:
        for span in (*article["boilerplate"], *filter(None, [article["title"]])):
            if not 0 <= span["start"] < span["end"] <= len(article["text"]):
                yield f"no span: {span}"


def _twice(plain: dict[str, Any]) -> Iterator[str]:
    for kind in UNIQUE:
        counts = Counter(record["id"] for record in plain[kind])
        yield from (f"{kind}: {identity} twice" for identity, n in counts.items() if n > 1)


def _nowhere(plain: dict[str, Any]) -> Iterator[str]:
    """What is referred to and does not exist."""
    known = {kind: {record["id"] for record in plain[kind]} for kind in UNIQUE}
    for kind, identity in _references(plain):
        if identity not in known[kind]:
            yield f"{kind}: {identity} is nowhere"


def _references(plain: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for record in (*plain["mentions"], *plain["statements"]):
        if actor := record.get("actor") or record.get("speaker"):
            yield "actors", actor
    for event in plain["events"]:
        for party in (*event["actors"], *event["recipients"], *event["claimed_by"]):
            yield "actors", party["actor"]
            if party["acts_for"] and not party["acts_for"].startswith("MULTI"):
                yield "actors", party["acts_for"]
        yield from (("quantities", key) for key in event["quantities"])
        yield from (("articles", key) for key in event["articles"])
    for check in plain["checks"]:
        yield from (("events", key) for key in check["events"])
    for story in plain["stories"]:
        yield from (("articles", key) for key in story["articles"])
        yield from (("articles", edge[end]) for edge in story["lineage"] for end in ("from", "to"))


def _boilerplate(plain: dict[str, Any]) -> Iterator[str]:
    """Records that come from what is no part of the story."""
    struck = {a["id"]: [(b["start"], b["end"]) for b in a["boilerplate"]] for a in plain["articles"]}
    for kind in ("mentions", "times", "quantities"):
        for record in plain[kind]:
            if any(start <= record["start"] < end for start, end in struck[record["article"]]):
                yield f"{kind} from boilerplate: {record}"
    for trigger in (t for event in plain["events"] for t in event["triggers"]):
        if any(start <= trigger["start"] < end for start, end in struck[trigger["article"]]):
            yield f"event from boilerplate: {trigger}"


def _events(plain: dict[str, Any]) -> Iterator[str]:
    for event in plain["events"]:
        told = {trigger["article"] for trigger in event["triggers"]}
        if len(event["triggers"]) != len(event["evidence"]) or told != set(event["articles"]):
            yield f"triggers and evidence differ: {event}"
        if not 1 <= event["distinct_texts"] <= len(event["articles"]):
            yield f"distinct texts: {event}"
        tied = [tie["mention"] for tie in event["ties"] if tie["to"] < tie["mention"] and tie["reasons"]]
        if tied != list(range(1, len(event["evidence"]))):
            yield f"not every mention but the first has its reason: {event}"
    in_stories = [key for story in plain["stories"] for key in story["articles"]]
    if sorted(in_stories) != sorted(article["id"] for article in plain["articles"]):
        yield "not every article stands in just one story"
