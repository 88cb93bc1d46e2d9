"""Run every measure that has data and print one table beside the floors.

    .venv/bin/python -m evaluation [--data ../shared/data] [--only NAME] [--write]

A measure below its floor makes the exit code 1; `--write` raises the floors to what was reached.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
ROOMS = ("language", "times", "statements", "events", "examples", "news")
SLACK = 0.005  # a change of the platform's arithmetic moves a measure by less


def measure(data: Path, only: str = "") -> dict[str, float]:
    """Every measure whose data is there, by name, a share from 0 to 1."""
    found: dict[str, float] = {}
    for room in ROOMS:
        if only in room:
            found.update(import_module(f"evaluation.{room}").measure(data))
    return found


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
    args = parser.parse_args()
    least = floors()
    found = measure(args.data, args.only)
    print(_table(found, least))
    if args.write:
        _raise_floors(found, least)
    return 1 if below(found, least) else 0


if __name__ == "__main__":
    sys.exit(main())
