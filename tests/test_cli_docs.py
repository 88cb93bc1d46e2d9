"""The documentation of the command line is its own help text, and the README names every option."""

import os
import re
from pathlib import Path

import pytest
import typer

from saksama.cli.app import app
from saksama.cli.manual import manual

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "cli.md"


def test_docs_are_current() -> None:
    if os.environ.get("SAKSAMA_WRITE_DOCS"):
        DOCS.write_text(manual(), encoding="utf-8")
    assert DOCS.read_text("utf-8") == manual(), (
        "write it anew: SAKSAMA_WRITE_DOCS=1 pytest tests/test_cli_docs.py"
    )


def test_every_command_and_option_is_documented() -> None:
    group = typer.main.get_command(app)
    written = DOCS.read_text("utf-8")
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        assert f"## saksama {name}" in written
        assert command.help, name
        for parameter in command.params:
            assert parameter.help, (name, parameter.name)
            for option in parameter.opts:
                assert option in written or option == parameter.name


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_the_readme_names_no_command_or_option_that_is_not_there(name: str) -> None:
    readme = ROOT / name
    if not readme.exists() or readme.stat().st_size < 500:
        pytest.skip(f"{name} is not written yet")
    told, written = readme.read_text("utf-8"), DOCS.read_text("utf-8")
    for command in re.findall(r"^\s*\$?\s*saksama (\w+)", told, re.M):
        assert f"## saksama {command}" in written, command
    for option in re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", "\n".join(re.findall(r"saksama .*", told))):
        assert option in written, option
