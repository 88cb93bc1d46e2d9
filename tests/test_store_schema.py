"""The schema moves forwards by itself, whole or not at all, and is told in docs/desk.md."""

import gzip
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from builders import Page

from saksama import stories
from saksama.errors import DeskError
from saksama.records import Bilingual, Check
from saksama.store import FileDesk
from saksama.store.file import migrate
from saksama.store.search import Query, search

DOCS = (Path(__file__).parents[1] / "docs" / "desk.md").read_text("utf-8")
DESKS = Path(__file__).parent / "desks"
INSIDE = re.compile(r"sqlite_|\w+_words_(data|idx|docsize|config)$")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    FileDesk(tmp_path / "desk.sqlite", write=True).close()
    return tmp_path / "desk.sqlite"


def test_every_table_and_view_is_documented(empty: Path) -> None:
    with FileDesk(empty) as desk:
        names = desk.sql.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    shown = [name for (name,) in names if not INSIDE.match(name)]
    assert len(shown) > 20
    assert [name for name in shown if f"`{name}`" not in DOCS] == []


@pytest.mark.parametrize("sql", re.findall(r"```sql\n(.*?)```", DOCS, re.S)[0].split(";\n"))
def test_the_documented_sql_runs(empty: Path, sql: str) -> None:
    with FileDesk(empty) as desk:
        assert desk.sql.rows(sql) == []


def test_columns_that_refer_to_another_table_say_so(empty: Path) -> None:
    with FileDesk(empty) as desk:
        for table, column in (("articles", "story"), ("statements", "speaker"), ("participants", "acts_for")):
            assert column in [row[3] for row in desk.sql.rows(f"PRAGMA foreign_key_list({table})")]
        assert desk.sql.rows("PRAGMA journal_mode") == [("wal",)]
        assert desk.sql.rows("PRAGMA synchronous") == [(2,)]


@pytest.mark.parametrize("version", range(1, migrate.newest() + 1))
def test_a_desk_of_every_version_is_taken_to_ours(version: int, tmp_path: Path) -> None:
    packed = DESKS / f"{version:04}.sqlite.gz"
    assert packed.exists(), "keep a desk of each schema: see tests/desks/README.md"
    path = tmp_path / "desk.sqlite"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    with FileDesk(path, write=True) as desk:
        assert desk.sql.rows("PRAGMA user_version") == [(migrate.newest(),)]
        assert len(desk.readings()) == len(desk.article_ids()) == 3
        assert [event.articles for event in desk.events()]
        assert {article for story in desk.stories() for article in story.articles} == set(desk.article_ids())
        assert {hit.kind for hit in search(desk, Query("pelabuhan"))} == {"article", "statement", "event"}
        assert desk.sql.rows("PRAGMA integrity_check") == [("ok",)]


def _with(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    known = migrate.schemas()
    monkeypatch.setattr(migrate, "schemas", lambda: (*known, sql))


@pytest.mark.parametrize("write", [True, False])
def test_a_new_version_comes_by_itself(empty: Path, monkeypatch: pytest.MonkeyPatch, write: bool) -> None:
    _with(monkeypatch, "CREATE TABLE news (id);\nINSERT INTO news VALUES (1);\n")
    for _ in range(2):
        with FileDesk(empty, write=write) as desk:
            assert desk.sql.rows("SELECT id FROM news") == [(1,)]


def test_a_step_that_fails_leaves_the_desk_as_it_was(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        _with(broken, "CREATE TABLE news (id);\nINSERT INTO nowhere VALUES (1);\n")
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            FileDesk(empty, write=True)
    with FileDesk(empty, write=True) as desk:
        assert desk.sql.rows("SELECT name FROM sqlite_master WHERE name = 'news'") == []


def test_a_reader_of_an_older_version_comes_too_late(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        _with(later, "CREATE TABLE news (id);\n")
        FileDesk(empty, write=True).close()
    with pytest.raises(DeskError, match=r"newer Saksama \(schema 2, this one knows 1\)"):
        FileDesk(empty)


def test_the_views_answer_the_common_questions(empty: Path) -> None:
    page = Page("a", "Kapal [Rusia LOC] serang/VERB pelabuhan .", "2026-03-05").mention("Rusia", "RUS", "LOC")
    page = page.event("ASSAULT", "serang", "RUS", "UKR", when="2026-03-04").statement("pelabuhan", "Kapal")
    talks = Page("b", "[Iran LOC] bertemu/VERB [India LOC] .", "2026-03-06")
    talks = talks.event("CONSULT", "bertemu", "IRN IND", reciprocal=True, when="2026-03-06")
    found = Check("c1", "when", "when", "conflict", Bilingual("beda", "differs"), (), (page.find("serang"),))
    with FileDesk(empty, write=True) as desk:
        for reading in (page.reading, talks.reading):
            stories.add(desk, reading)
        desk.put_checks("a", [found, replace(found, severity="caution")])
        assert desk.sql.rows("SELECT published, speaker, said, article FROM who_said_what") == [
            ("2026-03-05", "Kapal", "pelabuhan", "a")
        ]
        pairs = "SELECT day, actor, recipient, type, articles FROM events_by_pair_and_day ORDER BY 1, 2"
        assert desk.sql.rows(pairs) == [
            ("2026-03-04", "RUS", "UKR", "ASSAULT", 1),
            ("2026-03-06", "IND", "IRN", "CONSULT", 1),
            ("2026-03-06", "IRN", "IND", "CONSULT", 1),
        ]
        conflicts = "SELECT story, kind, explanation_en, articles FROM open_conflicts"
        assert desk.sql.rows(conflicts) == [("a", "when", "differs", "a")]
