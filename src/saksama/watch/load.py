"""FEEDS.toml to a `WatchConfig`, every key tested; docs/watch.md tells what each means."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, cast

from saksama.errors import MissingInput, UsageError
from saksama.sources.net import Limits
from saksama.watch import values
from saksama.watch.config import ALERTS, AlertRule, Source, WatchConfig
from saksama.watch.table import Place, Table, places

_COMMON = ("interval", "text", "most", "allow", "max_mb", "seconds", "redirects")
KEYS = {
    "": ("contact", "delay", *_COMMON, "feeds", "pages", "alerts"),
    "feeds": ("url", "name", "outlet", *_COMMON),
    "pages": ("url", "name", "outlet", *(key for key in _COMMON if key != "text")),
    "alerts": ("on", "to", "command", "seconds", "feeds"),
}
_LARGEST_FILE = 1_000_000


def load_config(path: str) -> WatchConfig:
    """The settings in a file. Raises `UsageError` with file, line and key, `MissingInput` without a file."""
    try:
        with open(path, "rb") as file:
            raw = file.read(_LARGEST_FILE + 1)
        text = raw.decode("utf-8")
    except OSError as error:
        raise MissingInput(path, f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8") from None
    if len(raw) > _LARGEST_FILE:
        raise UsageError(f"{path}: more than 1 MB")
    return read_config(text, Path(path).name)


def read_config(text: str, file: str = "FEEDS.toml") -> WatchConfig:
    """The settings in a text; `file` names it in errors. Raises `UsageError`."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{file}: {error}") from None
    top = Table(content, file, places(text))
    top.only(KEYS[""])
    usual = _common(top, Source("", ""))
    sources = tuple(
        _source(table, usual, kind) for kind in ("feed", "page") for table in _tables(top, f"{kind}s")
    )
    if not sources:
        top.wrong("", "names no [[feeds]] and no [[pages]]")
    _no_doubles(top, sources)
    rules = tuple(_rule(table, {source.name for source in sources}) for table in _tables(top, "alerts"))
    return WatchConfig(
        sources,
        rules or (AlertRule(),),
        delay=top.get("delay", values.span(1, 60), 3.0),
        contact=top.get("contact", values.contact, None),
    )


def _tables(top: Table, name: str) -> Iterator[Table]:
    found = top.values.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        top.wrong(name, f"wanted: tables headed [[{name}]]")
    for number, item in enumerate(found):
        table = Table(item, top.file, top.lines, name, number)
        table.only(KEYS[name])
        yield table


def _source(table: Table, usual: Source, kind: str) -> Source:
    url = table.need("url", values.address)
    named = replace(
        usual,
        url=url,
        kind=cast(Literal["feed", "page"], kind),
        name=table.get("name", values.words, url),
        outlet=table.get("outlet", values.words, None),
        text="page" if kind == "page" else usual.text,
    )
    return _common(table, named)


def _common(table: Table, usual: Source) -> Source:
    """What may stand above all tables, for every feed, and again in a feed's own."""
    limits = usual.limits
    size = table.get("max_mb", values.whole(1, 5), limits.body_bytes // 1_000_000) * 1_000_000
    seconds = table.get("seconds", values.span(1, 300), limits.seconds)
    redirects = table.get("redirects", values.whole(0, 10), limits.redirects)
    text = str(table.get("text", values.one_of("page", "feed"), usual.text))
    return replace(
        usual,
        interval=table.get("interval", values.span(60, 7 * 86_400), usual.interval),
        text=cast(Literal["page", "feed"], text),
        most=table.get("most", values.whole(1, 500), usual.most),
        allow=table.get("allow", values.places, usual.allow),
        limits=Limits(seconds, min(seconds, limits.read_seconds), size, size, redirects),
    )


def _rule(table: Table, names: set[str]) -> AlertRule:
    to = table.get("to", values.one_of("lines", "json", "command"), "lines")
    command = table.get("command", values.command, ())
    if (to == "command") != bool(command):
        table.wrong("command", 'needs to = "command"' if command else 'to = "command" needs it')
    feeds = frozenset(table.get("feeds", values.strings, ()))
    if unknown := sorted(feeds - names):
        table.wrong("feeds", f"no feed or page is named {unknown[0]!r}")
    return AlertRule(
        on=table.get("on", values.some_of(*ALERTS), frozenset(ALERTS)),
        to=cast(Literal["lines", "json", "command"], to),
        command=command,
        seconds=table.get("seconds", values.span(1, 300), 10.0),
        feeds=feeds,
    )


def _no_doubles(top: Table, sources: tuple[Source, ...]) -> None:
    lines: dict[Place, int] = top.lines
    for key in ("url", "name"):
        seen: set[str] = set()
        counts = {"feed": 0, "page": 0}
        for source in sources:
            number = counts[source.kind]
            counts[source.kind] += 1
            value = str(getattr(source, key))
            if value in seen:
                table = Table({}, top.file, lines, f"{source.kind}s", number)
                table.wrong(key, f"{value!r} is there already")
            seen.add(value)
