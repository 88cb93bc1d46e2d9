"""Tenures out of the office files, and the hand-written supplement laid over them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.office_people import Names

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "saksama" / "actors" / "data"
SOURCES = {
    "w": "wikidata",
    "f": "factbook-2026-01-22",
    "l": "leaders-2026-08-22",
    "p": "press-2026",
    "u": "unsourced",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One tenure, before the titles are added; `known` is the last day vouched for."""

    person: str
    role: str
    body: str
    start: str
    end: str
    start_source: str
    end_source: str = ""
    known: str = ""
    title: str = ""


def rows(path: Path, delimiter: str = "\t") -> list[dict[str, str]]:
    """The rows of a table, without its comment lines."""
    lines = (x for x in path.read_text("utf-8").splitlines() if x and not x.startswith("#"))
    return list(csv.DictReader(lines, delimiter=delimiter))


def after(end: str) -> str:
    return end or "9999"


def joined(terms: list[Term]) -> list[Term]:
    """Consecutive or nested records of one person in one office as one ("Abe II", "Abe III")."""
    out: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.body, t.role, t.person, t.start, after(t.end))):
        last = out[-1] if out else None
        if last and same(last, term) and term.start <= after(last.end):
            if after(term.end) > after(last.end):
                out[-1] = replace(last, end=term.end, known=term.known)
        else:
            out.append(term)
    return out


def same(a: Term, b: Term) -> bool:
    return (a.person, a.role, a.body) == (b.person, b.role, b.body)


def supplement(names: Names) -> Iterator[Term]:
    """The hand-written terms, in order; an empty start means: patch the record that is there."""
    for path in sorted(HERE.glob("offices_supplement*.txt")):
        body = role = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("@"):
                body, role = line[1:].split()
            elif line.strip() and not line.startswith("#"):
                yield _written(line, body, role, names)


def _written(line: str, body: str, role: str, names: Names) -> Term:
    cells = [cell.strip() for cell in line.split("|")] + [""] * 5
    name, start, end, source, known, title = cells[:6]
    first, _, second = source.partition("/")
    first_source = SOURCES.get(first, "")
    end_source = SOURCES[second or first] if source and (end or second) else ""
    country = body if len(body) == 3 else ""
    person = names.find(name, country)
    return Term(person, role, body, start, end, first_source, end_source, known, title)


def patched(terms: list[Term], extra: Iterator[Term]) -> list[Term]:
    """The terms with the supplement laid over them."""
    out = list(terms)
    for new in extra:
        old = [t for t in out if same(t, new) and _touch(t, new)]
        if not new.start:
            if not old:
                raise SystemExit(f"nothing to patch: {new}")
            last = max(old, key=lambda t: t.start)
            out[out.index(last)] = _patch(last, new)
            continue
        for term in old:
            out.remove(term)
        out.append(new)
    return out


def _touch(old: Term, new: Term) -> bool:
    if not new.start:
        return True
    return old.start < after(new.end) and new.start < after(old.end)


def _patch(old: Term, new: Term) -> Term:
    end = new.end or old.end
    source = new.end_source or (old.start_source if not new.start_source else new.start_source)
    known = "" if end else new.known or old.known
    if new.known and not end and not new.end_source:
        source = "unsourced"  # that it still held after the file was frozen
    title = new.title or old.title
    return replace(
        old, end=end, end_source=source if source != old.start_source else "", known=known, title=title
    )
