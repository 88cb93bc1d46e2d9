"""Run every measure that has data and print one table beside the floors.

    .venv/bin/python -m evaluation [--data ../shared/data] [--only NAME] [--write] [--errors FOLDER]

A measure below its floor makes the exit code 1; `--write` raises the floors to what was reached;
`--errors` writes a page a room with its mistakes by kind, each with its sentence. The sentences are the
data sets' own: keep those pages out of the repository.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
ROOMS = (
    *("language", "times", "statements", "events", "articles", "examples"),
    *("coreference", "news", "claims", "stories", "kinship", "merging", "planted", "planted_hand"),
)
SLACK = 0.005  # a change of the platform's arithmetic moves a measure by less


def measure(data: Path, only: str = "") -> dict[str, float]:
    """Every measure whose data is there, by name, a share from 0 to 1."""
    found: dict[str, float] = {}
    for room in ROOMS:
        if only in room:
            found.update(import_module(f"evaluation.{room}").measure(data))
    return found


def write_errors(data: Path, only: str, folder: Path) -> None:
    """A page of mistakes for each room that can tell them."""
    folder.mkdir(parents=True, exist_ok=True)
    for room in ROOMS:
        tell = getattr(import_module(f"evaluation.{room}"), "errors", None)
        if only in room and tell:
            (folder / f"{room}.md").write_text("\n".join(tell(data)) + "\n", encoding="utf-8")
            print(folder / f"{room}.md")


def floors() -> dict[str, float]:
    """What has been reached, by name."""
    read: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    return read


def below(found: dict[str, float], least: dict[str, float]) -> list[str]:
    """The measures that fell below their floor."""
    return [name for name, floor in least.items() if name in found and found[name] < floor - SLACK]


def _table(found: dict[str, float], least: dict[str, float]) -> str:
    rows = [f"{'measure':<42} {'reached':>8} {'floor':>8}"]
    for name, value in sorted(found.items()):
        floor = f"{least[name]:8.3f}" if name in least else "       –"
        mark = "  BELOW ITS FLOOR" if name in below(found, least) else ""
        rows.append(f"{name:<42} {value:8.3f} {floor}{mark}")
    return "\n".join(rows)


def _raise_floors(found: dict[str, float], least: dict[str, float]) -> None:
    """Floors go up, never down by themselves: lowering one is a change that somebody makes by hand."""
    raised = {name: max(round(value, 3), least.get(name, 0.0)) for name, value in found.items()}
    FLOORS.write_text(json.dumps({**least, **raised}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", default="", help="rooms whose name holds this")
    parser.add_argument("--write", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--errors", type=Path, help="write pages of mistakes into this folder and stop")
    args = parser.parse_args()
    if args.errors:
        write_errors(args.data, args.only, args.errors)
        return 0
    least = floors()
    found = measure(args.data, args.only)
    print(_table(found, least))
    if args.write:
        _raise_floors(found, least)
    return 1 if below(found, least) else 0


if __name__ == "__main__":
    sys.exit(main())
