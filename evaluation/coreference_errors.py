"""The errors of coreference by kind, each with the words around it: what to mend first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from evaluation.coreference import Aligned, Span

_AROUND = 60  # characters to either side
_SHOWN = 40  # of each kind
_SPEECH = frozenset("saya aku ku mu kami kita anda kamu kau gue gua".split())

Error = tuple[str, str]  # kind, the line that shows it


def page(documents: Iterable[Aligned]) -> Iterator[str]:
    """A heading with the number of each kind, the most frequent first, and lines below."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, document in enumerate(documents):
        for kind, line in _errors(document):
            found[kind].append(f"{number}: {line}")
    yield "# coin-dev"
    for kind, lines in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"## {kind}: {len(lines)}"
        step = max(1, len(lines) // _SHOWN)
        yield from lines[::step][:_SHOWN]
        yield ""


def _errors(document: Aligned) -> Iterator[Error]:
    gold = {span: number for number, spans in enumerate(document.gold) for span in spans}
    ours = {span: number for number, spans in enumerate(document.ours) for span in spans}
    for span in sorted(gold):
        if span not in ours:
            yield _unlinked(document, span)
    yield from ((kind, line) for span in sorted(ours) for kind, line in _wrong(document, span, gold, ours))
    yield from _split(document, gold, ours)


def _unlinked(document: Aligned, span: Span) -> Error:
    kind, _ = document.document.gold[span]
    text = document.document.text[slice(*span)].lower()
    mention = document.mentions.get(span)
    if text.startswith("yang ") or " yang " in text:
        return "relative clause", _shown(document, span)
    if kind == "pronoun":
        what = "first or second person" if text in _SPEECH else f"pronoun {text[:12]!r}"
        return f"{what}, {'left open' if mention else 'not seen'}", _shown(document, span)
    if mention is None:
        return "name not seen", _shown(document, span)
    return "name alone in its cluster", f"{_shown(document, span)} ({mention.actor}, {mention.reason})"


def _wrong(document: Aligned, span: Span, gold: dict[Span, int], ours: dict[Span, int]) -> Iterator[Error]:
    mention = document.mentions[span]
    shown = f"{_shown(document, span)} ({mention.actor}, {mention.reason})"
    if span not in gold:
        kind = "pronoun" if mention.label == "PRO" else f"name ({mention.label})"
        return (yield f"no such {kind} in the gold", shown)
    if mention.label != "PRO":
        return
    peers = [other for other in document.ours[ours[span]] if document.mentions[other].label != "PRO"]
    meant = Counter(gold[other] for other in peers if other in gold)
    if meant and meant.most_common(1)[0][0] != gold[span]:
        yield "pronoun to a wrong antecedent", shown


def _split(document: Aligned, gold: dict[Span, int], ours: dict[Span, int]) -> Iterator[Error]:
    names = [span for span in ours if document.mentions[span].label != "PRO"]
    by_gold, by_ours = defaultdict(set), defaultdict(set)
    for span in names:
        if span in gold:
            by_gold[gold[span]].add(ours[span])
            by_ours[ours[span]].add(gold[span])
    for number, clusters in by_gold.items():
        if len(clusters) > 1:
            yield "one name split", _names(document, document.gold[number])
    for number, clusters in by_ours.items():
        if len(clusters) > 1:
            yield "several names merged", _names(document, document.ours[number])


def _names(document: Aligned, spans: Iterable[Span]) -> str:
    words = {document.document.text[slice(*span)] for span in spans if span in document.mentions}
    return " | ".join(sorted(words))


def _shown(document: Aligned, span: Span) -> str:
    text, (start, end) = document.document.text, span
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"…{before}[{text[start:end]}]{after}…"
