"""The ClaimReview objects of a JSON document, wherever they lie in it, references resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from saksama.sources.claimreview.documents import Document

_SCHEMA = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)", re.I)
Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """One ClaimReview: its properties, where it stands, and the document's objects by ``@id``."""

    where: str
    fields: Found
    by_id: Mapping[str, Found]

    def resolved(self, value: Any) -> Any:
        """An object that only names another by ``@id``, as that other; all else as it is."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(_text(value.get("@id")), value)
        return value

    def objects(self, value: Any) -> list[Any]:
        """One value or a list of them, as a flat list without nothings."""
        values = value if isinstance(value, list) else [value]
        return [self.resolved(item) for item in values if item is not None]


def reviews_in(document: Document) -> Iterator[Node]:
    """The ClaimReviews of a document in its order; a lone one bears the document's own name."""
    objects = list(_objects(document.value))
    by_id = {_text(item.get("@id")): item for item in objects if len(item) > 1 and "@id" in item}
    found = [item for item in objects if is_a(item, "ClaimReview")]
    for number, item in enumerate(found, start=1):
        where = document.where if len(found) == 1 else f"{document.where} (review {number})"
        yield Node(where, _plain(item), by_id)


def is_a(item: Found, kind: str) -> bool:
    """Whether an object is of a schema.org type, alone or among others."""
    kinds = item.get("@type", item.get("type"))
    return any(_text(k) == kind for k in (kinds if isinstance(kinds, list) else [kinds]))


def _objects(value: Any) -> Iterator[Found]:
    """Every object in a value, outer before inner, in order; by hand, since depth is the sender's choice."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend(reversed(item.values()))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _plain(item: Found) -> dict[str, Any]:
    """Property names without their prefix."""
    return {_text(key): value for key, value in item.items()}


def _text(value: Any) -> str:
    return _SCHEMA.sub("", value) if isinstance(value, str) else ""
