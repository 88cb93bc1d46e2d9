"""Stops, crowds, full disks: the desk loses at most the article in hand, and says in a line what is wrong."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from benchmarks.synthesis import reading

from saksama import stories
from saksama.errors import DeskBusy, DeskError
from saksama.library import add, open_desk
from saksama.records import Reading, Story
from saksama.store import FileDesk
from saksama.store.search import Query, search
from saksama.stories.merge import as_event, event_key

ARTICLES, KILLS, READERS, STORY = 10_000, 20, 2, 10
FORK = multiprocessing.get_context("fork")


def texts(number: int) -> Reading:
    return reading(number, words=30)


def place(desk: FileDesk, number: int) -> None:
    """What adding writes, without the reckoning: ten articles a story, one event that they share."""
    made = texts(number)
    first = made.article.id if number % STORY == 0 else f"a{number - number % STORY:06}"
    with desk.transaction():
        if desk.has_article(made.article.id):
            return
        desk.put(made, {"x": 1.0}, (f"t:{number % 100}", f"s:{number // STORY}"))
        story = desk.story(first) or Story(first, made.article.headline, (), ())
        desk.put_story(Story(first, story.title, (*story.articles, made.article.id), ()))
        for mention in made.events[:1]:
            desk.put_event(as_event(mention), [event_key(mention)])
        desk.put_version(made.article.id, made.article.id, None)


def place_all(desk: FileDesk, numbers: range) -> None:
    for number in numbers:
        place(desk, number)


def write(path: Path, count: int, sure: Any) -> None:
    """Go on where the desk ends; `sure` counts what is known to be kept."""
    with FileDesk(path, write=True) as desk:
        for number in range(len(desk.article_ids()), count):
            place(desk, number)
            sure.value = number + 1


def read(path: Path, seed: int, done: Any, told: Any) -> None:
    """Search until told to stop; what a reader sees is always whole."""
    rng, rounds = Random(seed), 0
    try:
        while not done.is_set():
            with FileDesk(path) as desk:
                for _ in range(20):
                    _look(desk, rng)
                    rounds += 1
                    time.sleep(0.05)
        told.put(rounds)
    except BaseException as error:
        told.put(f"{type(error).__name__}: {error}")
        raise


def _look(desk: FileDesk, rng: Random) -> None:
    with desk.snapshot():
        [(count,)] = desk.sql.rows("SELECT count(*) FROM articles")
        assert desk.sql.rows("SELECT count(*) FROM readings") == [(count,)]
        assert desk.sql.rows("SELECT count(*) FROM story_articles") == [(count,)]
    words = texts(rng.randrange(ARTICLES)).article.text.split()
    search(desk, Query(f"telusur {rng.choice(words)}", limit=3))
    search(desk, Query(rng.choice(words[:5]) + " rapat", limit=3))
    if count:
        assert desk.story_of(f"a{rng.randrange(count):06}")


@contextmanager
def crowd(path: Path) -> Iterator[Any]:
    """Readers at work, and at the end what each of them has to tell."""
    done, told = FORK.Event(), FORK.Queue()
    readers = [FORK.Process(target=read, args=(path, seed, done, told)) for seed in range(READERS)]
    for process in readers:
        process.start()
    try:
        yield told
    finally:
        done.set()
        for process in readers:
            process.join(30)
        assert not any(process.is_alive() for process in readers)


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed program leaves the same there as on a slow disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.slow
def test_ten_thousand_articles_survive_twenty_kills_while_readers_search(quick: Path) -> None:
    path, rng = quick / "desk.sqlite", Random(7)
    sure = FORK.RawValue("q", 0)  # without a lock, which a killed writer would never give back
    FileDesk(path, write=True).close()
    stops = sorted(rng.sample(range(100, ARTICLES - 100), KILLS))
    with crowd(path) as told:
        for stop in [*stops, ARTICLES]:
            writer = FORK.Process(target=write, args=(path, ARTICLES, sure))
            writer.start()
            if stop < ARTICLES:
                _kill_at(writer, sure, stop + rng.random())
                with FileDesk(path) as desk:
                    assert 0 <= len(desk.article_ids()) - sure.value <= 1  # at most the one in hand is unsure
            writer.join(300)
        assert writer.exitcode == 0
    rounds = [told.get(timeout=5) for _ in range(READERS)]
    assert all(isinstance(count, int) and count > 20 for count in rounds), rounds
    with FileDesk(path) as desk:
        whole(desk, ARTICLES)


def _kill_at(writer: Any, sure: Any, moment: float) -> None:
    """Kill when so many articles are sure, at any point of the work on the next."""
    number, part = int(moment), moment % 1
    until = time.monotonic() + 300
    while sure.value < number and writer.is_alive() and time.monotonic() < until:
        time.sleep(0.0005)
    time.sleep(part * 0.005)
    os.kill(writer.pid, signal.SIGKILL)
    writer.join(30)


def whole(desk: FileDesk, count: int) -> None:
    """Nothing lost, nothing double, the file as SQLite wants it."""
    assert desk.sql.rows("PRAGMA integrity_check") == [("ok",)]
    assert desk.sql.rows("PRAGMA foreign_key_check") == []
    assert desk.article_ids() == tuple(f"a{number:06}" for number in range(count))
    members = [article for story in desk.stories() for article in story.articles]
    assert members == list(desk.article_ids())
    events = [texts(number).events[:1] for number in range(0, count, 97)]
    assert [desk.events_of([f"a{n:06}"])[0].mentions for n in range(0, count, 97)] == events
    for table in ("article_words", "statement_words", "event_words"):
        [(rows,)] = desk.sql.rows(f"SELECT count(*) FROM {table}_docsize")
        kept = {"article_words": "readings", "statement_words": "statements", "event_words": "event_mentions"}
        assert desk.sql.rows(f"SELECT count(*) FROM {kept[table]}") == [(rows,)]
    assert desk.reading("a000042") == texts(42)


def test_a_second_writer_waits_and_then_gets_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with FileDesk(path, write=True) as one, FileDesk(path, write=True, wait=0.2) as other:
        place(one, 0)
        place(other, 1)
        place(one, 2)
        with one.transaction():
            with pytest.raises(DeskBusy, match=r"another program has been writing to it for 0\.2 s"):
                place(other, 3)
            assert len(other.article_ids()) == 3
        place(other, 3)
        assert one.article_ids() == other.article_ids() == tuple(f"a{n:06}" for n in range(4))
        assert one.story_of("a000003") == other.story_of("a000003")


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    FileDesk(path, write=True).close()

    def every_second(first: int) -> None:
        with FileDesk(path, write=True) as desk:
            for number in range(first, 40, 2):
                with desk.transaction():
                    stories.add(desk, texts(number))

    writers = [FORK.Process(target=every_second, args=(first,)) for first in (0, 1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with FileDesk(path) as desk:
        assert sorted(desk.article_ids()) == [f"a{n:06}" for n in range(40)]
        assert sorted(a for s in desk.stories() for a in s.articles) == sorted(desk.article_ids())
        assert desk.sql.rows("PRAGMA integrity_check") == [("ok",)]


def test_many_programs_may_open_a_new_desk_at_once(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    starters = [FORK.Process(target=lambda: FileDesk(path, write=True).close()) for _ in range(6)]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join(30)
    assert [starter.exitcode for starter in starters] == [0] * 6


def test_a_full_disk_costs_the_article_in_hand_and_no_other(tmp_path: Path) -> None:
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        place(desk, 0)
        [(pages,)] = desk.sql.rows("PRAGMA page_count")
        desk.sql.run(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(
            DeskError, match=r"desk\.sqlite: the disk is full; all that was added before is kept"
        ):
            place_all(desk, range(1, 500))
        count = len(desk.article_ids())
        assert 0 < count < 500
        desk.sql.run("PRAGMA max_page_count = 1000000")
        for number in range(count, 30):
            place(desk, number)
        assert desk.sql.rows("PRAGMA integrity_check") == [("ok",)]
        assert len(desk.article_ids()) == max(count, 30)


def _limited(path: Path, told: Any) -> None:
    """In a process of its own: no file may grow beyond a size, as on a disk without room."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with FileDesk(path, write=True) as desk:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        try:
            for number in range(1, 500):
                place(desk, number)
        except DeskError as error:
            told.put(str(error))
    told.put("no error")


def test_a_file_that_cannot_grow_stays_whole(tmp_path: Path) -> None:
    path, told = tmp_path / "desk.sqlite", FORK.Queue()
    with FileDesk(path, write=True) as desk:
        place(desk, 0)
    process = FORK.Process(target=_limited, args=(path, told))
    process.start()
    line = told.get(timeout=60)
    process.join(30)
    assert "all that was added before is kept" in line
    with FileDesk(path, write=True) as desk:
        count = len(desk.article_ids())
        assert 1 < count < 500
        place(desk, count)
        assert desk.sql.rows("PRAGMA integrity_check") == [("ok",)]
        assert desk.sql.rows("SELECT count(*) FROM story_articles") == [(count + 1,)]


def _made(path: Path, sql: str) -> Path:
    raw = sqlite3.connect(path)
    raw.executescript(sql)
    raw.close()
    return path


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"Warga membawa kupon untuk membeli beras.\n" * 50, "is no desk of Saksama"),
        ("CREATE TABLE pasar (harga)", "is no desk of Saksama"),
        ("PRAGMA user_version = 3", "is no desk of Saksama"),
        (
            "PRAGMA application_id = 1396788051; PRAGMA user_version = 999",
            r"newer Saksama \(schema 999, .*update",
        ),
    ],
)
def test_what_is_no_desk_of_ours_is_told_and_left_alone(
    tmp_path: Path, content: bytes | str, line: str, write: bool
) -> None:
    path = tmp_path / "desk.sqlite"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        _made(path, content)
    before = path.read_bytes()
    with pytest.raises(DeskError, match=line) as caught:
        FileDesk(path, write=write)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_damaged_desk_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with FileDesk(path, write=True) as desk:
        for number in range(30):
            place(desk, number)
    held = bytearray(path.read_bytes())
    for page in range(2, len(held) // 4096):
        held[page * 4096 : page * 4096 + 2000] = b"\xff" * 2000
    path.write_bytes(held)
    with pytest.raises(DeskError, match="is damaged"), FileDesk(path) as desk:
        desk.readings()


def _as_nobody(folder: Path, told: Any) -> None:
    """In a process of its own, without root's rights: what each way of opening says."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    for name, write in (
        ("closed/desk", True),
        ("closed/desk", False),
        ("closed/new", True),
        ("open/desk", True),
    ):
        try:
            with FileDesk(folder / f"{name}.sqlite", write=write) as desk:
                found = desk.article_ids()
                if write:
                    place(desk, 1)
            told.put(found)
        except DeskError as error:
            told.put(error.reason)


def test_what_may_not_be_written_is_told_and_still_read() -> None:
    told = FORK.Queue()
    with TemporaryDirectory() as name:
        folder = Path(name)
        for place_of in ("closed", "open"):
            with FileDesk(folder / place_of / "desk.sqlite", write=True) as desk:
                place(desk, 0)
            (folder / place_of / "desk.sqlite").chmod(0o444)
        folder.chmod(0o755)
        (folder / "open").chmod(0o777)
        (folder / "closed").chmod(0o555)
        process = FORK.Process(target=_as_nobody, args=(folder, told))
        process.start()
        lines = [told.get(timeout=60) for _ in range(4)]
        process.join(30)
        (folder / "closed").chmod(0o755)
    assert lines == [
        "may not be written to",
        ("a000000",),
        "cannot be opened: no such folder, or it may not be read or written",
        "may not be written to",
    ]


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with FileDesk(path, write=True) as desk:
        place(desk, 0)
    with FileDesk(path) as desk, pytest.raises(DeskError, match="may not be written to"):
        place(desk, 1)


@pytest.mark.parametrize("where", ["nowhere/desk.sqlite", "a folder"])
def test_a_desk_that_is_not_there_is_told(tmp_path: Path, where: str) -> None:
    (tmp_path / "a folder").mkdir()
    for write in (False, True) if where == "a folder" else (False,):
        with pytest.raises(DeskError, match=r"there is no desk here yet|is a folder"):
            FileDesk(tmp_path / where, write=write)


def test_a_name_that_is_no_text_does_not_stop_the_rest(tmp_path: Path) -> None:
    text = (
        "Pemerintah kota menggelar pasar murah di lapangan kecamatan sejak Selasa pagi bagi warga setempat.\n"
    )
    odd = os.fsencode(tmp_path) + b"/pasar-\xff.txt"
    with open(odd, "w", encoding="utf-8") as file:
        file.write(text)
    with open_desk(tmp_path / "desk.sqlite", write=True) as desk:
        [placed] = add(tmp_path, desk).placed
        assert desk.reading(placed.article).article.text == text
        assert len(add(tmp_path, desk).same) == 1
