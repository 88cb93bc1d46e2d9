"""An event as a plain sentence; what did not happen is never told as if it had."""

from __future__ import annotations

from saksama.account.clean import line
from saksama.account.names import Names
from saksama.account.words import Words
from saksama.language.spell import spell
from saksama.records import Event

_UNCOUNTED = ("CONSULT", "SUPPORT", "ACCUSE", "REJECT")


class Teller:
    """Tells the events of one account in one language."""

    def __init__(self, names: Names, words: Words, quantities: dict[str, str]) -> None:
        self.names = names
        self.words = words
        self._quantities = quantities  # id to the words of the text

    def tell(self, event: Event) -> str:
        """ "Putin (Rusia) mengunjungi Korea Utara", in the form that its status asks for."""
        who = self.names.parties(event.actors) or self.words.say("unnamed")
        states = {party.acts_for for party in event.actors}
        whom = self.names.parties(event.recipients, at_home=states.pop() if len(states) == 1 else "")
        phrase = self.words.phrase(event).to(whom)
        said = self.words.status[event.status]["phrase"].format(who=who, past=phrase.past, bare=phrase.bare)
        claim = self.names.parties(event.claimed_by)
        parts = [said, self._place(event), self._amounts(event)]
        if claim:
            parts.append(", " + self.words.say("by", by=claim))
        text = "".join(parts)
        return text[:1].upper() + text[1:]

    def status(self, event: Event) -> str:
        """The word for the status, "" for what the articles tell as having happened."""
        return self.words.status[event.status]["label"]

    def day(self, edtf: str | None) -> str:
        """A date in words, "" where there is none."""
        return spell(edtf, self.words.language) if edtf else ""

    def _place(self, event: Event) -> str:
        if event.where is None:
            return ""
        place, code = line(event.where.name), event.where.country or ""
        if event.where.lat is None and code:  # a state as a whole: needless beside its own name
            if code in {p.code for p in (*event.actors, *event.recipients)}:
                return ""
            place = self.names.of(code)
        return " " + self.words.say("at", place=place)

    def _amounts(self, event: Event) -> str:
        """What was counted; of words alone nothing is, the figures belong to what they are about."""
        if event.type in _UNCOUNTED:
            return ""
        told = dict.fromkeys(self._quantities[q] for q in event.quantities if q in self._quantities)
        return f" ({'; '.join(told)})" if told else ""
