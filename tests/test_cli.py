"""The command line: what it writes where, and that nobody ever sees a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from accounts import account

from saksama import library
from saksama.cli import main
from saksama.cli.output import reader_language, write_whole
from saksama.errors import OutputError, UsageError
from saksama.records import Account, Skipped


class Asked:
    """Stands in for the library: remembers what it was asked and gives the hand-made account."""

    def __init__(self, answer: Account | BaseException) -> None:
        self.answer = answer
        self.paths: list[str] = []
        self.options: dict[str, Any] = {}

    def __call__(self, paths: list[str], **options: Any) -> Account:
        self.paths, self.options = paths, options
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    stand_in = Asked(account())
    monkeypatch.setattr(library, "brief", stand_in)
    return stand_in


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)


def test_brief_shows_the_account_and_warns_on_standard_error(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief", "a.txt", "b.txt", "--lang", "en") == 0
    shown = capsys.readouterr()
    assert asked.paths == ["a.txt", "b.txt"]
    assert "WHAT THE ARTICLES TELL" in shown.out
    assert shown.err == "saksama: not read: rusakmerah.txt: no text in it\n"


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!DOCTYPE html>"), ("a.md", "# "), ("a.json", "{"), ("a.txt", "Presiden")]
)
def test_the_suffix_chooses_the_face(asked: Asked, tmp_path: Path, name: str, start: str) -> None:
    assert run("brief", "x", "-o", str(tmp_path / name)) == 0
    assert (tmp_path / name).read_text("utf-8").lstrip().startswith(start)
    assert os.listdir(tmp_path) == [name]


def test_format_wins_over_the_suffix(asked: Asked, tmp_path: Path) -> None:
    assert run("brief", "x", "--format", "json", "-o", str(tmp_path / "a.html")) == 0
    assert json.loads((tmp_path / "a.html").read_text("utf-8"))["schema"] == "saksama.account/1"


def test_options_reach_the_library(asked: Asked) -> None:
    assert (
        run(
            "brief", "x", "--published", "a=b.txt=2024-06-19", "--published", "c.txt=2024", "--processes", "2"
        )
        == 0
    )
    assert asked.options["published"] == {"a=b.txt": "2024-06-19", "c.txt": "2024"}
    assert asked.options["processes"] == 2


def test_read_gives_its_date_to_its_file(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "a.txt", "--published", "2024-06", "--lang", "id") == 0
    assert asked.options["published"] == {"a.txt": "2024-06"}
    assert "[P: mengunjungi]" in capsys.readouterr().out


def test_read_as_json_is_an_account(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", "a.txt", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "saksama.account/1"


def test_nothing_read_is_exit_code_2(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("articles", "events", "checks", "statements", "stories", "mentions", "times", "quantities")
    empty = dict.fromkeys((*names, "actors", "not_checked", "readings"), ())
    from dataclasses import replace

    asked.answer = replace(account(), **empty, skipped=(Skipped("a\x1b[2J.txt", "no\u202e text"),))
    assert run("brief", "a.txt", "--lang", "en") == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "saksama: not read: a.txt: no text\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["unknown"],
        ["brief", "x", "--lang", "fr"],
        ["brief", "x", "--format", "pdf"],
        ["brief", "x", "--processes", "0"],
        ["brief", "x", "--published", "2024-06-19"],
        ["brief", "x", "--published", "a.txt=yesterday"],
        ["brief", "x", "--published", "a.txt=2024-02-31"],
        ["brief", "x", "-o", "no/such/folder/a.html"],
        ["brief", "x", "-o", "."],
        ["read", "x", "--format", "html"],
        ["read", "x", "--published", "31 Februari"],
    ],
)
def test_a_wrong_call_is_one_clear_line(
    asked: Asked, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("saksama: ")
    assert [line for line in shown.splitlines() if "not read" not in line] == [shown.splitlines()[-1]]
    assert "Traceback" not in shown


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UsageError("no such \x1b[31mthing"), 2, "saksama: no such thing"),
        (OutputError("a.html: disk full"), 2, "saksama: a.html: disk full"),
        (KeyboardInterrupt(), 130, "saksama: stopped"),
        (
            RuntimeError("bad\nluck"),
            1,
            "saksama: internal error: RuntimeError: bad luck (run with",
        ),
        (RecursionError(), 1, "saksama: internal error: RecursionError (run with"),
    ],
)
def test_no_traceback_reaches_a_user(
    asked: Asked, capsys: pytest.CaptureFixture[str], error: BaseException, code: int, line: str
) -> None:
    asked.answer = error
    assert run("brief", "x") == code
    shown = capsys.readouterr().err
    assert shown.startswith(line)
    assert shown.count("\n") == 1


def test_a_debugger_gets_the_traceback(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKSAMA_DEBUG", "1")
    asked.answer = RuntimeError("bad luck")
    with pytest.raises(RuntimeError):
        main(["brief", "x"])


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    assert "Commands:" in capsys.readouterr().out


def test_schema_is_the_published_one(capsys: pytest.CaptureFixture[str]) -> None:
    from saksama.account.as_json import schema

    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from saksama import __version__

    assert run("--version") == 0
    assert capsys.readouterr().out == f"saksama {__version__}\n"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
    ],
)
def test_the_locale_chooses_the_language(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert reader_language() == language


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.html"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match=r"a\.html: No space left on device"):
        write_whole(target, "new")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.html"]


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    target.write_text("old")
    target.chmod(0o640)
    write_whole(target, "new")
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_a_pipe_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"
    write_whole(Path(os.devnull), "gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with pytest.raises(OutputError, match=r"/dev/full: No space left on device"):
        write_whole(Path("/dev/full"), "x")


def test_a_reader_who_goes_away_is_no_error() -> None:
    script = "import sys; from saksama.cli import main; main(['schema'])"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f'"{sys.executable}" -c "{script}" | head -c 1 >/dev/null'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_the_command_line_starts_without_the_model() -> None:
    heavy = "spacy thinc trafilatura numpy jinja2 lxml"
    script = (
        "import sys; from saksama.cli import main\n"
        "try: main(['--version'])\nexcept SystemExit: pass\n"
        f"sys.exit(bool(set(sys.modules) & set('{heavy}'.split())))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_a_name_that_no_file_can_have_is_refused_in_a_line(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief", "a.txt", "-o", "x" * 400 + ".html") == 2
    assert "File name too long" in capsys.readouterr().err
    assert asked.paths == []


def test_a_dash_is_standard_output(
    asked: Asked, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("brief", "a.txt", "-o", "-", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "saksama.account/1"
    assert not (tmp_path / "-").exists()
