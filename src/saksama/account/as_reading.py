"""One article as Saksama reads it: each sentence with its marks, and below it what they were taken for.

Boilerplate is struck out with its reason; what no sentence covers is shown as not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from saksama.account.clean import line, shorten
from saksama.account.layers import Layer, Layers, bracketed, segments
from saksama.account.names import Names
from saksama.account.notes import Notes
from saksama.account.piles import dated, file_name, headline
from saksama.account.sheet import FAINT, HEADING, MARK, STATUS, Sheet, styled
from saksama.account.words import Words, reason_of, words
from saksama.records import Account, Boilerplate, Reading, Sentence

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLE = {
    "mention": "cyan",
    "time": "green",
    "quantity": "yellow",
    "event": "bold red",
    "cue": "underline",
    "statement": "italic",
    "boilerplate": "strike dim",
}
_SHORT = {
    "id": {"time": "W", "quantity": "J", "event": "P", "cue": "K", "statement": "U", "boilerplate": "X"},
    "en": {"time": "T", "quantity": "Q", "event": "E", "cue": "C", "statement": "S", "boilerplate": "X"},
}
_INDENT = 5


def render(account: Account, language: str, console: Console) -> None:
    """Print every article of the account as it was read."""
    said = words(language)
    sheet = Sheet(console)
    for reading in account.readings:
        _Article(account, reading, said, sheet).show()


class _Article:
    def __init__(self, account: Account, reading: Reading, said: Words, sheet: Sheet) -> None:
        self._reading, self._words, self._sheet = reading, said, sheet
        self._notes = Notes(reading, Names(account, said), said)
        self._layers = Layers(_layers(reading, _SHORT[said.language]))
        self._plain = not sheet.console.color_system or sheet.console.no_color

    def show(self) -> None:
        article = self._reading.article
        day, basis = dated(article, self._words)
        self._sheet.put()
        self._sheet.put(styled((headline(article, self._words), HEADING)))
        facts = (line(article.outlet or ""), f"{day} ({basis})" if basis else day, file_name(article))
        self._sheet.put(styled((" · ".join(fact for fact in facts if fact), FAINT)))
        self._sheet.put(self._legend())
        self._sheet.put()
        at = 0
        for part in _parts(self._reading):
            self._left_out(at, part.start)
            if isinstance(part, Sentence):
                self._sentence(part)
            else:
                self._boilerplate(part)
            at = max(at, part.end)
        self._left_out(at, len(article.text))

    def _legend(self) -> Text:
        text = styled()
        short = _SHORT[self._words.language] | {"mention": "PER/ORG/LOC/PRO/NOM"}
        for kind in ("mention", "time", "quantity", "event", "statement", "boilerplate"):
            name = self._words.say(kind)
            text.append(
                f"{short[kind]} {name}" if self._plain else name, None if self._plain else STYLE[kind]
            )
            text.append("  ")
        return text

    def _sentence(self, sentence: Sentence) -> None:
        over = self._layers.over(sentence.start, sentence.end)
        row = segments(self._reading.article.text, sentence.start, sentence.end, over)
        body = styled()
        if self._plain:
            body.append(bracketed(row))
        else:
            for segment in row:
                body.append(segment.text, " ".join(STYLE[layer.kind] for layer in segment.layers) or None)
        if sentence.is_title:
            body.stylize("bold")
        self._sheet.hang(styled((f"{sentence.index + 1:>3}", MARK)), body, _INDENT)
        for kind, text, status in self._notes.of(sentence):
            note = styled((f"{self._words.say(kind)} ", FAINT), (text, STATUS.get(status, "") or FAINT))
            self._sheet.hang(None, note, _INDENT + 2)

    def _boilerplate(self, struck: Boilerplate) -> None:
        text = line(self._reading.article.text[struck.start : struck.end])
        reason = f" ({reason_of(struck.reason, self._words.language)})"
        shown = f"~~{text}~~" if self._plain else text
        self._sheet.hang(
            styled(("  ×", FAINT)), styled((shown, STYLE["boilerplate"]), (reason, FAINT)), _INDENT
        )

    def _left_out(self, start: int, end: int) -> None:
        if text := shorten(self._reading.article.text[start:end], 300):
            self._sheet.hang(styled(("  ?", FAINT)), styled((text, FAINT)), _INDENT)


def _parts(reading: Reading) -> Iterator[Sentence | Boilerplate]:
    """Sentences and what is struck out between them, in the order of the text."""
    end = 0
    parts: list[Sentence | Boilerplate] = [*reading.sentences, *reading.article.boilerplate]
    for part in sorted(parts, key=lambda p: (p.start, -p.end)):
        if isinstance(part, Sentence) or part.end > end:
            yield part
            end = max(end, part.end)


def _layers(reading: Reading, short: dict[str, str]) -> Iterator[Layer]:
    for mention in reading.mentions:
        yield Layer(mention.start, mention.end, "mention", mention.label)
    for time in reading.times:
        yield Layer(time.start, time.end, "time", short["time"])
    for quantity in reading.quantities:
        yield Layer(quantity.start, quantity.end, "quantity", short["quantity"])
    for event in reading.events:
        yield Layer(event.trigger.start, event.trigger.end, "event", short["event"])
    for statement in reading.statements:
        yield Layer(statement.content.start, statement.content.end, "statement", short["statement"])
        if statement.cue:
            yield Layer(statement.cue.start, statement.cue.end, "cue", short["cue"])
    for struck in reading.article.boilerplate:
        yield Layer(struck.start, struck.end, "boilerplate", short["boilerplate"])
