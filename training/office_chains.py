"""Chains of holders: one line for all who held an office, each until the next one's first day.

    @BEL head_of_government
    1999-07-12 Guy Verhofstadt > 2008-03-20 Yves Leterme > 2014 - > 2014-10-11 Charles Michel

"-" is a hole: nobody, somebody acting, or not known. "(a)" behind a name is an acting head; an acting
minister is a hole. A last day without a name closes the chain; "~2024-12-31" behind the last name is the
last day vouched for. All of it is unsourced, and a chain only fills holes: who is in the other files in
that office and that time stays as told there, unless the file ends before the chain does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.office_people import Names
from training.office_terms import HERE, SOURCES, Term, after, same

_LINK = re.compile(r"(?P<day>\d{4}(?:-\d\d){0,2})(?:\s+(?P<name>[^~]*?))?(?:\s*~(?P<known>[\d-]+))?")
_ACTING = " (a)"
_NOBODY = "-"


def with_chains(terms: list[Term], names: Names) -> list[Term]:
    """The terms with those of the chains that are not among them."""
    out = list(terms)
    for new in _chains(names):
        told = max((old for old in out if same(old, new) and _meet(old, new)), key=_start, default=None)
        if told is None:
            out.append(new)
        elif not told.end:
            out[out.index(told)] = _carried_on(told, new)
    return out


def _start(term: Term) -> str:
    return term.start


def _carried_on(open_: Term, new: Term) -> Term:
    """An open term, with an end or a longer life that lie after what its own source tells."""
    later = (new.end or new.known) > open_.known
    if not open_.known or not later:
        return open_
    return replace(open_, end=new.end, end_source=SOURCES["u"], known="" if new.end else new.known)


def _chains(names: Names) -> Iterator[Term]:
    for path in sorted(HERE.glob("offices_chains_*.txt")):
        yield from _of_file(path, names)


def _of_file(path: Path, names: Names) -> Iterator[Term]:
    body = role = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@"):
            body, role = line[1:].split()
        elif line.strip() and not line.startswith("#"):
            try:
                yield from _of_line(line, body, role, names)
            except ValueError as error:
                raise SystemExit(f"{path.name}: {body} {role}: {error}") from error


def _of_line(line: str, body: str, role: str, names: Names) -> Iterator[Term]:
    links = [_link(part.strip()) for part in line.split(">")]
    days = [day for day, _, _ in links]
    if days != sorted(days):
        raise ValueError(f"out of order: {line[:60]}")
    for (start, name, known), end in zip(links, [*days[1:], ""], strict=True):
        acting = name.endswith(_ACTING)
        if name in ("", _NOBODY) or (acting and not role.startswith("head_of_")):
            continue
        person = names.find(name.removesuffix(_ACTING), body if len(body) == 3 else "")
        office = f"acting_{role}" if acting else role
        source = SOURCES["u"]
        yield Term(person, office, body, start, end, source, source if end else "", known)


def _link(text: str) -> tuple[str, str, str]:
    found = _LINK.fullmatch(text)
    if not found:
        raise ValueError(f"not a link of a chain: {text}")
    return found["day"], (found["name"] or "").strip(), found["known"] or ""


def _meet(old: Term, new: Term) -> bool:
    """Whether two terms of one person can be the same: they share more than a border."""
    return old.start < after(new.end) and new.start < after(old.end)
