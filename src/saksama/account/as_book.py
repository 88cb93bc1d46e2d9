"""The record book as plain text: what a fact-checker reads and pastes into a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from saksama.account.book_words import BookWords
from saksama.account.clean import cells
from saksama.actors.entries import Found, Missing, OfficeEntry, PersonEntry, SideEntry, Term

_MANY = 6  # people of one name; more are listed one a line
_OPEN = "…"
_WIKIDATA = "https://www.wikidata.org/wiki/"


def as_text(found: Found, words: BookWords) -> str:
    """The whole answer, each entry a paragraph, the sources and the end of knowledge below."""
    book = _Book(found, words)
    return "\n".join(line.rstrip() for line in book.lines()) + "\n"


class _Book:
    def __init__(self, found: Found, words: BookWords) -> None:
        self._found, self._words, self._say = found, words, words.say
        self._sources: dict[str, None] = {}

    def lines(self) -> Iterator[str]:
        found = self._found
        if len(found.people) > _MANY:
            yield from self._crowd(found.people)
        else:
            for person in found.people:
                yield from (*self._person(person), "")
        for side in found.sides:
            yield from (*self._side(side), "")
        for office in found.offices:
            yield from (*self._office(office), "")
        if found.asked_gaps:
            yield from (*self._gaps(found.missing), "")
        yield from (f"{name}: {self._words.source(name)}" for name in sorted(self._sources))
        yield self._say("knowledge", day=found.knowledge_until)

    def _crowd(self, people: Sequence[PersonEntry]) -> Iterator[str]:
        yield self._say("more_people", n=len(people))
        last = ((p, p.terms[-1] if p.terms else None) for p in people)
        rows = [(p.name, p.id, f"{self._title(t, True)}, {_span(t)}" if t else "") for p, t in last]
        yield from (*_columns(rows), "")

    def _person(self, person: PersonEntry) -> Iterator[str]:
        yield person.name
        link = f"{_WIKIDATA}{person.wikidata}" if person.wikidata else ""
        yield from self._facts(
            code=person.id, wikidata=link, country=person.country or "", also="; ".join(person.aliases)
        )
        day = self._found.on
        if not person.terms:
            yield "  " + (self._say("no_offices_on", day=day) if day else self._say("no_offices"))
        else:
            yield "  " + (self._say("offices_on", day=day) if day else self._say("offices"))
            yield from self._terms(person.terms, office=True)
        if person.other_terms:
            yield "  " + self._say("other_terms", n=person.other_terms)

    def _side(self, side: SideEntry) -> Iterator[str]:
        words, day = self._words, self._found.on
        other = side.name.en if words.language == "id" else side.name.id
        own = words.of(side.name)
        yield own if own == other else f"{own} ({other})"
        yield from self._facts(
            code=side.id, wikidata=f"{_WIKIDATA}{side.wikidata}" if side.wikidata else "",
            acts_for=side.acts_for or "", also="; ".join(side.aliases), capital="; ".join(side.capitals),
            metonyms="; ".join(side.metonyms),
        )  # fmt: skip
        if not side.offices:
            yield "  " + self._say("no_offices")
            return
        yield "  " + (self._say("offices_on", day=day) if day else self._say("offices_last"))
        rows = [("office", "holder", "from", "to", "known_until", "source")]
        table = [tuple(map(self._say, rows[0])), *(row for o in side.offices for row in self._summary(o))]
        yield from _columns(table, 4)
        missing = [each for office in side.offices for each in office.missing]
        if missing:
            yield "  " + self._say("missing")
            yield from (f"    {words.of(each.title)}: {self._gap(each)}" for each in missing)

    def _summary(self, office: OfficeEntry) -> Iterator[tuple[str, ...]]:
        """An office as rows of a table: the holders of the day, or the last record."""
        title = self._words.of(office.title)
        sure = [term for term in office.terms if term.answer == "yes"]
        for term in sure if self._found.on else office.terms[-1:]:
            yield (title, term.name, *self._dates(term))
        if self._found.on and not sure:
            yield title, self._answer(office), "", "", "", ""
        elif not office.terms:
            yield title, self._say("no_record"), "", "", "", ""

    def _office(self, office: OfficeEntry) -> Iterator[str]:
        head = f"{self._words.of(office.title)}, {self._words.of(office.for_name)} ({office.for_})"
        if self._found.on is None:
            yield head
            if not office.terms:
                reason = office.reason
                told = self._say("none", reason=self._words.of(reason)) if reason else self._say("no_record")
                yield f"  {told}"
            yield from self._terms(office.terms)
            yield from (f"    ! {self._gap(each)}" for each in office.missing if each.kind != "none")
            return
        yield f"{head}, {self._found.on}: {self._answer(office)}"
        sure = [term for term in office.terms if term.answer == "yes"]
        yield from self._terms(sure)
        beside = [("maybe", term) for term in office.terms if term.answer != "yes"]
        beside += [("before", office.before)] if office.before else []
        beside += [("after", office.after)] if office.after else []
        rows = [(self._say(label), term.name, *self._dates(term)) for label, term in beside]
        head_row = ("", *map(self._say, ("holder", "from", "to", "known_until", "source")))
        yield from _columns([head_row, *rows] if rows else [], 4)

    def _answer(self, office: OfficeEntry) -> str:
        names = list(dict.fromkeys(term.name for term in office.terms if term.answer == "yes"))
        if office.answer == "none" and office.reason:
            return self._say("none", reason=self._words.of(office.reason))
        if office.answer in ("shared", "handover"):
            return self._say(office.answer, names="; ".join(names))
        return names[0] if names else self._say("unknown")

    def _gaps(self, missing: Sequence[Missing]) -> Iterator[str]:
        yield self._say("missing") if missing else self._say("nothing_missing")
        rows = [(each.for_, self._words.of(each.title), self._gap(each)) for each in missing]
        yield from _columns(rows, 2)

    def _gap(self, missing: Missing) -> str:
        earlier, later = (term.name if term else "" for term in (missing.earlier, missing.later))
        slots = {"start": missing.from_, "end": missing.to, "earlier": earlier, "later": later}
        return self._say(f"gap_{missing.kind}", **slots)

    def _facts(self, **facts: str) -> Iterator[str]:
        yield from _columns([(self._say(label), value) for label, value in facts.items() if value], 2)

    def _terms(self, terms: Iterable[Term], *, office: bool = False) -> Iterator[str]:
        rows = [(self._title(t, True) if office else t.name, *self._dates(t)) for t in terms]
        names = ("office" if office else "holder", "from", "to", "known_until", "source")
        yield from _columns([tuple(map(self._say, names)), *rows] if rows else [], 4)

    def _title(self, term: Term, whole: bool = False) -> str:
        maybe = f" ({self._say('maybe')})" if term.answer == "unknown" else ""
        return self._words.of(term.title) + (f", {self._words.of(term.for_name)}{maybe}" if whole else "")

    def _dates(self, term: Term) -> tuple[str, str, str, str]:
        self._sources.update(dict.fromkeys(term.source.split("/")))
        return term.from_ or "?", term.to or _OPEN, term.known_until or "", term.source


def _span(term: Term) -> str:
    return f"{term.from_ or '?'} – {term.to or _OPEN}"


def _columns(rows: Sequence[tuple[str, ...]], indent: int = 0) -> Iterator[str]:
    """Rows with their cells under one another, two blanks between."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield " " * indent + "  ".join(padded).rstrip()
