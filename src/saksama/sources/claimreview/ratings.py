"""A rating as given to what it amounts to: by its words, else by its place on its own scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from saksama.errors import DataError
from saksama.records import Rating, RatingKind
from saksama.sources.claimreview.nodes import Node
from saksama.sources.claimreview.values import words

_WORD = re.compile(r"\w+")
_LONGEST = 200  # characters of a rating that are kept
_MOST_WORDS = 4  # of a phrase
_ENDS = (0.2, 0.45, 0.55, 0.8)  # of the way from worst to best


def rating_of(node: Node) -> Rating:
    """The rating of a review; `kind` is None where it cannot be told."""
    rated = node.objects(node.fields.get("reviewRating"))
    told = [text for item in rated for text in words(node, item, ("alternateName", "name"), _LONGEST)]
    numbers = [_number(item) for item in rated if isinstance(item, dict)]
    kinds = [(text, *kind_of(text)) for text in told]
    for text, kind, reason in kinds:
        if kind:
            return Rating(text, kind, reason)
    for text, kind, reason in filter(None, numbers):
        if kind or not kinds:
            return Rating(told[0] if told else text, kind, reason)
    return Rating(*kinds[0]) if kinds else Rating("", None, "no rating")


def kind_of(text: str) -> tuple[RatingKind | None, str]:
    """What the words of a rating amount to, and which words said so; the longest phrase decides."""
    found = list(_found(_WORD.findall(text.lower())))
    if turned := next((phrase for phrase, kind in found if kind is None), None):
        return None, f"negated: {turned}"
    most = max((phrase.count(" ") for phrase, _ in found), default=0)
    best = {kind: phrase for phrase, kind in reversed(found) if phrase.count(" ") == most}
    if len(best) == 1:
        kind, phrase = best.popitem()
        return kind, f"word: {phrase}"
    several = ", ".join(sorted(best.values()))
    return None, f"words of several kinds: {several}" if best else "no word that we know"


def _found(said: list[str]) -> Iterator[tuple[str, RatingKind | None]]:
    """The listed phrases from left to right, none inside another; one behind a "not" has no kind."""
    phrases, negators = _phrases()
    at = 0
    while at < len(said):
        lengths = (n for n in range(_MOST_WORDS, 0, -1) if " ".join(said[at : at + n]) in phrases)
        length = next(lengths, 0)
        phrase = " ".join(said[at : at + length])
        if length and at and said[at - 1] in negators:
            yield f"{said[at - 1]} {phrase}", None
        elif length:
            yield phrase, phrases[phrase]
        at += length or 1


def _number(rated: dict[str, Any]) -> tuple[str, RatingKind | None, str] | None:
    """A number with its scale: the text, the kind, the reason; nothing where there is no number."""
    value, best, worst = (_float(rated.get(f"{key}")) for key in ("ratingValue", "bestRating", "worstRating"))
    if value is None:
        return None
    if best is None or worst is None or best == worst:
        return f"{value:g}", None, "a number without its scale"
    part = (value - worst) / (best - worst)
    told = f"{value:g} ({worst:g}–{best:g})"
    if not 0 <= part <= 1:
        return told, None, "a number beyond its scale"
    kinds: tuple[RatingKind | None, ...] = ("false", "misleading", "mixed", None, "true")
    kind = kinds[sum(part > end for end in _ENDS)]
    return told, kind, f"{value:g} on a scale from {worst:g} (worst) to {best:g} (best)"


def _float(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value if not isinstance(value, str) else value.strip()[:40].replace(",", "."))
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < 1e6 else None


@cache
def _phrases() -> tuple[dict[str, RatingKind], frozenset[str]]:
    """Phrase to kind, and the words that turn a phrase round; `DataError` if the list is broken."""
    import yaml

    content = yaml.safe_load(files("saksama.sources.claimreview").joinpath("ratings.yaml").read_text("utf-8"))
    kinds, negators = content.get("kinds"), content.get("negators")
    if not isinstance(kinds, dict) or set(kinds) != set(get_args(RatingKind)) or not negators:
        raise DataError("sources/claimreview/ratings.yaml: kinds or negators are not as expected")
    found: dict[str, RatingKind] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            if found.setdefault(phrase, kind) != kind:
                raise DataError(f"sources/claimreview/ratings.yaml: {phrase!r} has two kinds")
    return found, frozenset(negators.split())
