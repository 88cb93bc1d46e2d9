"""Write `docs/accuracy.md` from what is measured: `python -m evaluation.accuracy [--data ../shared/data]`.

One table of every measure beside its aim and floor, and the number of mistakes of each kind. The sentences of
the mistakes are the data sets' own and stay out; `python -m evaluation --errors FOLDER` writes them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from evaluation.__main__ import ROOMS, floors, measure

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
MEASURES = Path(__file__).with_name("measures.tsv")
_KIND = re.compile(r"## (?P<kind>.+): (?P<count>\d+)$")
_SHOWN = 12  # kinds of mistakes of one data set
_HEAD = """# How well it reads

Written by `python -m evaluation.accuracy` on the development parts that `data.md` names; the test parts were
not at hand. Shares from 0 to 1. A measure below its floor fails `make test`, or `make evaluate` if it takes
minutes.
"""


def described() -> dict[str, tuple[str, str]]:
    """For each measure what it is and the aim, which may be empty, in the order to show them."""
    rows = (line.split("\t") for line in MEASURES.read_text("utf-8").splitlines() if line[:1] != "#")
    return {name: (what, aim[0] if aim else "") for name, what, *aim in rows}


def page(found: dict[str, float], mistakes: Iterable[str]) -> str:
    """The whole page as Markdown."""
    least = floors()
    lines = [_HEAD, "| what | reached | aim | floor |", "|---|---|---|---|"]
    for name, (what, aim) in described().items():
        if name in found:
            lines.append(f"| {what} | {found[name]:.3f} | {aim or '–'} | {least.get(name, 0):.3f} |")
    return "\n".join([*lines, "", "# Mistakes by kind", *_counted(mistakes)]) + "\n"


def _counted(mistakes: Iterable[str]) -> Iterator[str]:
    """The headings of the pages of mistakes, without their sentences."""
    shown = 0
    for line in mistakes:
        if line.startswith("# "):
            shown = 0
            yield from ("", f"## {line[2:]}", "", "| kind | how many |", "|---|---|")
        elif (found := _KIND.match(line)) and shown < _SHOWN:
            shown += 1
            yield f"| {found['kind']} | {found['count']} |"


def _mistakes(data: Path) -> Iterator[str]:
    for room in ROOMS:
        if tell := getattr(import_module(f"evaluation.{room}"), "errors", None):
            yield from tell(data)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.accuracy", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    PAGE.write_text(page(measure(data), _mistakes(data)), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
