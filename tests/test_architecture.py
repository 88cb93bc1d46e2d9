"""Imports go one way, rooms stay apart, files and functions stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "saksama"
LAYERS = (
    {"errors", "records", "edtf", "workers"},
    {"language"},
    {"actors", "store"},
    {"sources", "times", "statements", "events", "stories", "checks"},
    {"pipeline", "account", "watch"},
    {"library"},
    {"cli"},
)
ROOT = {"__init__", "__main__"}
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 260
LONGEST_FUNCTION = 40


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The rooms that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "saksama" and len(parts) > 1 and parts[1] != "__version__":
                yield parts[1]


def layer(name: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if name in rooms)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    own = room(path)
    if own in ROOT:
        return
    for other in imported(path):
        assert other == own or layer(other) < layer(own), f"{path} imports {other}"


def test_every_room_has_its_layer() -> None:
    assert {room(path) for path in FILES} - ROOT == set().union(*LAYERS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_is_huge(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            doc = ast.get_docstring(node, clean=False)
            length = node.end_lineno - node.lineno + 1 - (doc.count("\n") + 1 if doc else 0)
            assert length <= LONGEST_FUNCTION, f"{path.name}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_but_the_watch_reads_the_clock(path: Path) -> None:
    if path == SOURCE / "watch" / "clock.py":
        return
    text = path.read_text("utf-8")
    for call in ("date.today(", "datetime.now(", "utcnow(", "time.time("):
        assert call not in text


NETWORK = set(
    "socket socketserver ssl select selectors asyncio http urllib.request urllib3 requests httpcore httpx"
    " aiohttp certifi ftplib smtplib poplib imaplib telnetlib xmlrpc".split()
)


def modules(path: Path) -> Iterator[str]:
    """The modules outside of Saksama that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_one_room_alone_opens_connections(path: Path) -> None:
    opened = {name for name in modules(path) if name in NETWORK or name.partition(".")[0] in NETWORK}
    assert not opened or path.is_relative_to(SOURCE / "sources" / "net"), opened


@pytest.mark.parametrize("folder", ["sources/feeds", "sources/confine"])
def test_what_parses_foreign_bytes_knows_no_network(folder: str) -> None:
    for path in (SOURCE / folder).rglob("*.py"):
        assert not any(name.startswith("saksama.sources.net") for name in modules(path)), path
