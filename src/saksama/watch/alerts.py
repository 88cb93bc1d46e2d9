"""Alerts: what is worth a word, and where it goes – a line, a line of JSON, a command."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from saksama.records import Record
from saksama.sources.decode import tidy
from saksama.watch.config import AlertRule
from saksama.watch.kept import Fetched, Kept, Out
from saksama.watch.surge import Surge, crossed

_WORDS = {"new-story": "NEW STORY", "conflict": "CONFLICT", "surge": "SURGE"}


@dataclass(frozen=True, slots=True)
class Alert(Record):
    """Something that a reader wants to hear at once. `kind` is ``new-story``, ``conflict`` or ``surge``."""

    kind: str
    story: str | None
    title: str
    article: str
    url: str
    feed: str
    at: str
    text: str  # what it is about, in one line
    check: str | None = None
    surge: Surge | None = None

    @property
    def line(self) -> str:
        return f"{_WORDS[self.kind]} · {self.title} · {self.text} [{self.url}]"


def alerts_of(kept: Kept, fetched: Fetched, today: str) -> Iterator[Alert]:
    """The alerts that an article gives; `today` is the day in Jakarta, since only today can surge."""
    if not kept.is_new:
        return
    about = (kept.story, _plain(kept.title), kept.article, fetched.url, fetched.feed, fetched.fetched_at)
    if kept.is_new_story:
        outlet = _plain(fetched.article.outlet or fetched.feed)
        yield Alert("new-story", *about, text=f"first told by {outlet}")
    for check in kept.conflicts:
        yield Alert("conflict", *about, text=_plain(check.explanation.en), check=check.id)
    found = crossed(kept.days, today) if kept.day == today else None
    if found:
        text = f"{found.count} texts today, usually {found.usual:g} a day"
        yield Alert("surge", *about, text=text, surge=found)


def send(alerts: Iterable[Alert], rules: Iterable[AlertRule], out: Out) -> None:
    """Each alert to each rule that wants it. A command that fails costs a line and nothing else."""
    for alert in alerts:
        for rule in rules:
            if alert.kind not in rule.on or (rule.feeds and alert.feed not in rule.feeds):
                continue
            if rule.to == "lines":
                out(alert.line)
            elif rule.to == "json":
                out(_json(alert))
            elif problem := _run(rule, alert):
                out(f"the alert command {rule.command[0]!r} {problem}")


def _run(rule: AlertRule, alert: Alert) -> str | None:
    """The command with the alert as JSON on its standard input, without a shell; why it failed, if it did."""
    try:
        done = subprocess.run(
            list(rule.command),
            input=_json(alert).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=rule.seconds,
            check=False,
            process_group=0,
        )
    except subprocess.TimeoutExpired:
        return f"took more than {rule.seconds:g} seconds"
    except (OSError, ValueError) as error:
        return f"cannot be run: {getattr(error, 'strerror', None) or error}"
    return f"ended with {done.returncode}" if done.returncode else None


def _json(alert: Alert) -> str:
    return json.dumps({"schema": "saksama.alert/1", **alert.to_dict()}, ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(tidy(text).split())
