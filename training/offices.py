"""Make `people.tsv` and `offices.tsv` of the actors' knowledge out of facts that others can check.

The office files (Wikidata, CC0) give rows; `offices_select.tsv` says which position is which role of
which body, `offices_drop.tsv` which rows are wrong, `offices_supplement*.txt` what is missing,
`offices_chains_*.txt` who followed whom, `offices_titles.tsv` which titles go with the person, and
`offices_people.txt` how the press writes the names. Run from the repository's root::

    python -m training.offices ../shared/data/offices
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from training.office_chains import with_chains
from training.office_leaders import with_leaders
from training.office_people import Names, write_people
from training.office_terms import DATA, HERE, Term, after, joined, patched, rows, supplement

FIRST_YEAR = "2000"
UNSOURCED_UNTIL = "2025-09-30"
SOURCE_UNTIL = {"factbook-2026-01-22": "2026-01-22", "leaders-2026-08-22": "2026-08-22"}


def from_files(folder: Path, names: Names) -> list[Term]:
    """The selected rows of the office files; an open one is known until the file was frozen."""
    frozen = {r["file"]: r["frozen at"] for r in rows(folder / "INDEX.tsv")}
    drop = {(r["file"], r["position"], r["person"], r["start"]) for r in rows(HERE / "offices_drop.tsv")}
    wanted = {(r["file"], r["position"]): r for r in rows(HERE / "offices_select.tsv")}
    country = {file: row["for"] for (file, _), row in wanted.items() if len(row["for"]) == 3}
    terms = []
    for file, until in frozen.items():
        for row in rows(folder / f"{file}.csv", ","):
            names.see(row["person"], row["personID"], country.get(file, ""))
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


def finished(terms: list[Term], names: Names) -> list[dict[str, str]]:
    """The rows of `offices.tsv`, in a fixed order."""
    titles = {(r["role"], r["for"]): r for r in rows(DATA / "roles.tsv")}
    own = {(names.find(r["person"], ""), r["role"]): r for r in rows(HERE / "offices_titles.tsv")}
    out = []
    for t in sorted(terms, key=lambda t: (t.body, t.role, t.start, after(t.end), t.person)):
        kind = own.get((t.person, t.role)) or titles.get((t.role, t.body)) or titles[t.role, "*"]
        written = [x.strip() for x in t.title.split(";")]
        title, english = written if t.title else (kind["title_id"], kind["title_en"])
        source = t.start_source + (f"/{t.end_source}" if t.end_source not in ("", t.start_source) else "")
        known = "" if t.end else t.known or SOURCE_UNTIL.get(t.start_source, UNSOURCED_UNTIL)
        out.append({"person": t.person, "role": t.role, "title_id": title, "title_en": english, "for": t.body}
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
    terms = with_chains(terms, names)
    people = names.people([(t.person, t.body) for t in terms])
    write(finished(terms, names), DATA / "offices.tsv", OFFICES_HEADER)
    write_people(people, DATA / "people.tsv")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/offices"))
