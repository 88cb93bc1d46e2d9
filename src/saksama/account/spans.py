"""What is marked inside a sentence: amounts, times, names and event words, by what a check is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from saksama.account.clean import clean
from saksama.account.view import Piece
from saksama.records import Account, Article, Span

_BEARING = {  # by slot of a check: the spans that tell its sides apart
    "number": frozenset({"quantity"}),
    "when": frozenset({"time"}),
    "where": frozenset({"LOC"}),
    "who": frozenset({"PER", "ORG", "trigger"}),
    "direction": frozenset({"PER", "LOC"}),
}


class Spans:
    """All marked spans of an account, by article: start, end, kind and the actor of a name."""

    def __init__(self, account: Account) -> None:
        found: dict[str, list[tuple[int, int, str, str]]] = {article.id: [] for article in account.articles}
        for quantity in account.quantities:
            found[quantity.article].append((quantity.start, quantity.end, "quantity", ""))
        for time in account.times:
            found[time.article].append((time.start, time.end, "time", ""))
        for mention in account.mentions:
            found[mention.article].append((mention.start, mention.end, mention.label, mention.actor or ""))
        for event in account.events:
            for trigger in event.triggers:
                found[trigger.article].append((trigger.start, trigger.end, "trigger", ""))
        self._spans = {article: sorted(spans) for article, spans in found.items()}

    def within(self, article: str, whole: Span, slot: str | None, actors: frozenset[str]) -> list[Span]:
        """The spans inside `whole` that bear on a slot; of names only those of `actors`, if any."""
        wanted = _BEARING.get(slot or "", frozenset())
        spans = self._spans[article]
        at, inside = bisect_left(spans, (whole.start, 0, "", "")), []
        while at < len(spans) and spans[at][0] < whole.end:
            start, end, kind, actor = spans[at]
            asked = not actors or not kind.isupper() or actor in actors
            if kind in wanted and end <= whole.end and asked:
                inside.append(Span(start, end))
            at += 1
        return inside


def pieces(article: Article, whole: Span, lit: Iterable[Span]) -> tuple[Piece, ...]:
    """The text of `whole` in clean pieces, those in `lit` marked; overlapping marks become one."""
    parts, at = [], whole.start
    for span in sorted(lit, key=lambda s: (s.start, -s.end)):
        start, end = max(span.start, at), min(span.end, whole.end)
        if start >= end:
            continue
        parts += [Piece(_flat(article.text[at:start])), Piece(_flat(article.text[start:end]), lit=True)]
        at = end
    parts.append(Piece(_flat(article.text[at : whole.end])))
    return tuple(piece for piece in parts if piece.text)


def _flat(text: str) -> str:
    """Clean, line breaks as blanks, blanks at the ends kept: pieces are put together again."""
    return clean(text).replace("\n", " ").replace("\t", " ")
