"""One ClaimReview object to a record: every property may have any shape, or be missing."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from saksama import edtf
from saksama.records import ClaimReview
from saksama.sources.claimreview.nodes import Node
from saksama.sources.claimreview.ratings import rating_of
from saksama.sources.claimreview.values import addresses, first, words
from saksama.sources.dates import given
from saksama.sources.identity import host_name, normal_url

_LONGEST_CLAIM, _LONGEST_NAME = 2000, 200
_MOST = 50  # names of one property
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]{0,20})?\Z", re.I)
_LANGUAGE_NAMES = {"indonesian": "id", "bahasa indonesia": "id", "indonesia": "id", "english": "en"}
_CLAIM = ("claimReviewed", "name", "headline", "text", "description", "alternateName")
_SEEN = ("appearance", "firstAppearance", "url", "sameAs")


def review_of(node: Node) -> tuple[ClaimReview | None, list[str]]:
    """The record, or None where no claim is stated; and what was odd, each in one line."""
    fields, items = node.fields, node.objects(node.fields.get("itemReviewed"))
    claim = first(words(node, fields.get("claimReviewed"), _CLAIM, _LONGEST_CLAIM)) or first(
        text for item in items for text in words(node, item, _CLAIM, _LONGEST_CLAIM)
    )
    if not claim:
        return None, ["a ClaimReview without a claim"]
    url = first(addresses(node, [fields.get(key) for key in ("url", "mainEntityOfPage", "@id")]))
    faults: list[str] = []
    return ClaimReview(
        id=_identity(url, claim),
        url=url,
        claim=claim,
        claimant=_names(node, [_get(item, "author", "creator") for item in items]),
        claimed=_date(node, [_get(item, "datePublished", "dateCreated") for item in items], faults),
        appearances=tuple(dict.fromkeys(addresses(node, [_get(i, key) for i in items for key in _SEEN]))),
        publisher=_names(node, [fields.get(key) for key in ("author", "publisher")], only=True)
        or host_name(url),
        published=_date(node, [fields.get(key) for key in ("datePublished", "dateCreated")], faults),
        rating=rating_of(node),
        language=_language(node, fields.get("inLanguage")),
    ), faults


def _get(item: Any, *keys: str) -> Any:
    """The first filled of an object's properties; nothing of what is no object."""
    return next((item[key] for key in keys if item.get(key)), None) if isinstance(item, dict) else None


def _names(node: Node, values: list[Any], only: bool = False) -> str | None:
    """The names in some properties, in a row; with `only` just those of the first that has any."""
    found: list[str] = []
    for value in values:
        found += words(node, value, ("name", "legalName", "alternateName"), _LONGEST_NAME)
        if only and found:
            break
    return ", ".join(list(dict.fromkeys(found))[:_MOST]) or None


def _date(node: Node, values: list[Any], faults: list[str]) -> str | None:
    """The first date that exists, in EDTF to the day; one that cannot be is told."""
    for text in (text for value in values for text in words(node, value, (), _LONGEST_NAME)):
        day = text[:10] if edtf.parse(text[:10]) else given(text, "id")
        if day:
            return day
        faults.append(f"no such date: {text[:40]!r}; the review is read without it")
    return None


def _language(node: Node, value: Any) -> str | None:
    told = first(words(node, value, ("alternateName", "name"), _LONGEST_NAME))
    if not told:
        return None
    found = _LANGUAGE.match(told)
    return _LANGUAGE_NAMES.get(told.lower()) or (found[1].lower() if found else None)


def _identity(url: str | None, claim: str) -> str:
    """Sixteen hex digits of address and claim: one page may deal with several claims."""
    told = f"{normal_url(url) if url else ''}\0{claim.casefold()}"
    return hashlib.sha256(told.encode("utf-8", errors="replace")).hexdigest()[:16]
