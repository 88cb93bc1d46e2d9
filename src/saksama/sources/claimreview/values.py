"""Texts and addresses out of properties of any shape: strings, objects, lists of either."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from saksama.sources.claimreview.nodes import Node
from saksama.sources.decode import tidy
from saksama.sources.identity import clean_url

_TAG = re.compile(r"<[^<>]{0,500}>")
_LONGEST_URL = 2000
_MOST = 50  # addresses of one property


def words(node: Node, value: Any, keys: tuple[str, ...], longest: int) -> Iterator[str]:
    """The texts in a property: strings, ``@value``s, or the first filled of `keys` of an object."""
    for item in node.objects(value):
        told = _named(item, keys) if isinstance(item, dict) else item
        if isinstance(told, str) and (text := _clean(told, longest)):
            yield text


def _named(item: dict[str, Any], keys: tuple[str, ...]) -> Any:
    for key in ("@value", *keys):
        told = item.get(key)
        told = told[0] if isinstance(told, list) and told else told
        if isinstance(told, str) and told.strip():
            return told
    return None


def addresses(node: Node, values: list[Any]) -> list[str]:
    """The web addresses in some properties, as strings or as objects that have one."""
    found: list[str] = []
    for item in (item for value in values for item in node.objects(value)):
        own = item.get("url") or item.get("@id") or item.get("contentUrl") if isinstance(item, dict) else item
        for text in own if isinstance(own, list) else [own]:
            if isinstance(text, str) and len(text) < _LONGEST_URL and (url := clean_url(tidy(text))):
                found.append(url)
    return found[:_MOST]


def first(found: Iterable[str]) -> str | None:
    return next(iter(found), None)


def _clean(text: str, longest: int) -> str:
    """Plain words on one line: pages put markup and entities, twice escaped even, into their JSON."""
    text = text[: 20 * longest]
    plain = html.unescape(html.unescape(text)) if "&" in text else text
    plain = " ".join(tidy(_TAG.sub(" ", plain)).split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"
