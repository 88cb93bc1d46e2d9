"""Make `people.tsv` and `offices.tsv` of the actors' knowledge out of facts that others can check.

The office files (Wikidata, CC0) give rows; `offices_select.tsv` says which position is which role of
which body, `offices_drop.tsv` which rows are wrong, `offices_supplement*.txt` what is missing, and
`offices_people.txt` how the press writes the names. Run from the repository's root::

    python -m training.offices ../shared/data/offices
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.office_people import Names, Person, write_people

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "saksama" / "actors" / "data"
FIRST_YEAR = "2000"
UNSOURCED_UNTIL = "2025-09-30"
SOURCES = {
    "w": "wikidata",
    "f": "factbook-2026-01-22",
    "l": "leaders-2026-08-22",
    "p": "press-2026",
    "u": "unsourced",
}
SOURCE_UNTIL = {"factbook-2026-01-22": "2026-01-22", "leaders-2026-08-22": "2026-08-22"}
HEADS = {"Prime Minister", "Premier", "Chancellor", "Sultan and Prime Minister"}
LEADERS = "leaders-2026-08-22"
WRONG_LEADERS = {("SAU", "head_of_state"), ("BRN", "head_of_state")}  # the file repeats the premier


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


def from_files(folder: Path, names: Names) -> list[Term]:
    """The selected rows of the office files; an open one is known until the file was frozen."""
    frozen = {r["file"]: r["frozen at"] for r in rows(folder / "INDEX.tsv")}
    drop = {(r["file"], r["position"], r["person"], r["start"]) for r in rows(HERE / "offices_drop.tsv")}
    wanted = {(r["file"], r["position"]): r for r in rows(HERE / "offices_select.tsv")}
    terms = []
    for file, until in frozen.items():
        for row in rows(folder / f"{file}.csv", ","):
            names.see(row["person"], row["personID"])
            choice = wanted.get((file, row["position"]))
            if choice is None or not _taken(row, choice["rows"]):
                continue
            if (file, row["position"], row["personID"], row["start"]) in drop:
                continue
            names.add(row["person"], row["personID"])
            known = "" if row["end"] else until
            terms.append(
                Term(
                    row["personID"],
                    choice["role"],
                    choice["for"],
                    row["start"],
                    row["end"],
                    "wikidata",
                    known=known,
                )
            )
    return terms


def _taken(row: dict[str, str], which: str) -> bool:
    if row["end"] and row["end"] < FIRST_YEAR:
        return False
    return which == "*" or row["personID"] in which.removeprefix("id:").split(",")


def _after(end: str) -> str:
    return end or "9999"


def joined(terms: list[Term]) -> list[Term]:
    """Consecutive or nested records of one person in one office as one ("Abe II", "Abe III")."""
    out: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.body, t.role, t.person, t.start, _after(t.end))):
        last = out[-1] if out else None
        if last and _same(last, term) and term.start <= _after(last.end):
            if _after(term.end) > _after(last.end):
                out[-1] = replace(last, end=term.end, known=term.known)
        else:
            out.append(term)
    return out


def _same(a: Term, b: Term) -> bool:
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
        old = [t for t in out if _same(t, new) and _touch(t, new)]
        if not new.start:
            if not old:
                raise SystemExit(f"nothing to patch: {new}")
            out[out.index(old[-1])] = _patch(old[-1], new)
            continue
        for term in old:
            out.remove(term)
        out.append(new)
    return out


def _touch(old: Term, new: Term) -> bool:
    if not new.start:
        return True
    return old.start < _after(new.end) and new.start < _after(old.end)


def _patch(old: Term, new: Term) -> Term:
    end = new.end or old.end
    source = new.end_source or (old.start_source if not new.start_source else new.start_source)
    known = "" if end else new.known or old.known
    title = new.title or old.title
    return replace(
        old, end=end, end_source=source if source != old.start_source else "", known=known, title=title
    )


def with_leaders(terms: list[Term], folder: Path, names: Names) -> list[Term]:
    """Heads of ASEAN and the G20 on 22 August 2026: they confirm, add, and close predecessors."""
    codes = {r["alpha2"]: r["id"] for r in rows(DATA / "states.tsv")}
    codes |= {"EU": "IGO-EU", "AU_AF": "IGO-AU"}
    for row in rows(folder / f"{LEADERS}.csv", ","):
        body = codes[row["ISO"]]
        for side in ("HoG", "HoS"):
            name = row["Head of Government" if side == "HoG" else "Head of State"]
            role = _leader_role(row, side, body)
            if name and role and (body, role) not in WRONG_LEADERS:
                person = names.find(name, body if len(body) == 3 else "")
                since = row[f"{side} Since"]
                terms = _lead(terms, Term(person, role, body, since, "", LEADERS, known="2026-08-22"))
    return terms


def _leader_role(row: dict[str, str], side: str, body: str) -> str:
    if body.startswith("IGO"):
        return "commission_president" if side == "HoG" else "council_president"
    if side == "HoS":
        return "head_of_state"
    return "head_of_government" if row["HoG Title"] in HEADS else ""


def _lead(terms: list[Term], new: Term) -> list[Term]:
    office = [t for t in terms if (t.role, t.body) == (new.role, new.body)]
    mine = [t for t in office if t.person == new.person and not t.end]
    out = list(terms)
    if mine:
        out[out.index(mine[-1])] = replace(mine[-1], known=new.known, end_source="")
    elif new.start:
        out.append(new)
    for old in office:
        if not old.end and old.person != new.person and new.start:
            source = "" if old.start_source == LEADERS else LEADERS
            out[out.index(old)] = replace(old, end=new.start, end_source=source, known="")
    return out


def finished(terms: list[Term]) -> list[dict[str, str]]:
    """The rows of `offices.tsv`, in a fixed order."""
    titles = {(r["role"], r["for"]): r for r in rows(DATA / "roles.tsv")}
    out = []
    for t in sorted(terms, key=lambda t: (t.body, t.role, t.start, _after(t.end), t.person)):
        kind = titles.get((t.role, t.body)) or titles[t.role, "*"]
        own = [x.strip() for x in t.title.split(";")] if t.title else [kind["title_id"], kind["title_en"]]
        source = t.start_source + (f"/{t.end_source}" if t.end_source not in ("", t.start_source) else "")
        known = "" if t.end else t.known or SOURCE_UNTIL.get(t.start_source, UNSOURCED_UNTIL)
        out.append({"person": t.person, "role": t.role, "title_id": own[0], "title_en": own[1], "for": t.body}
                   | {"from": t.start, "to": t.end, "known_until": known, "source": source})  # fmt: skip
    return out


def write(table: list[dict[str, str]], path: Path, header: str) -> None:
    """A TSV with its header of origin and licence."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(header)
        writer = csv.DictWriter(
            out, list(table[0]), delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE
        )
        writer.writeheader()
        writer.writerows(table)


OFFICES_HEADER = """\
# Who held which office: made by training/offices.py, not by hand. Facts from Wikidata (CC0), The World
# Factbook (public domain), leaders of ASEAN and the G20 on 2026-08-22 (CC BY-SA 4.0), own knowledge.
# from, to: EDTF at the precision that is known. source: of the start, then "/" of the end if another.
# known_until: of an open record, the last day for which it is known to hold. Selection: Apache-2.0.
"""


def main(folder: Path) -> None:
    names = Names(rows(DATA / "states.tsv"), HERE / "offices_people.txt")
    terms = joined(from_files(folder, names))
    terms = patched(terms, supplement(names))
    terms = with_leaders(terms, folder, names)
    people: list[Person] = names.people([(t.person, t.body) for t in terms])
    write(finished(terms), DATA / "offices.tsv", OFFICES_HEADER)
    write_people(people, DATA / "people.tsv")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/offices"))
