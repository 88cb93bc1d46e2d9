"""The desk that stays: what is added is read once, a page keeps its versions, a part has its account."""

import json
from pathlib import Path

import pytest

import saksama
from saksama import library
from saksama.errors import DeskError, UsageError
from saksama.library import account_of, add, add_articles, beside, open_desk, part_of
from saksama.pipeline import read_articles
from saksama.records import Reading
from saksama.sources import from_text
from saksama.store import FileDesk, MemoryDesk

PYONGYANG = Path(__file__).parents[1] / "examples" / "pyongyang"
PASAR = (
    "Pemerintah kota menggelar pasar murah di lapangan kecamatan sejak Selasa pagi.\n\n"
    "Sebanyak 300 warga membawa kupon untuk membeli beras dan minyak goreng dengan harga terjangkau.\n\n"
    "Camat setempat mengatakan kegiatan itu akan diulang pada akhir bulan di dua kelurahan lain.\n\n"
    "Panitia menyediakan 2.000 paket bahan pokok yang dijual dengan separuh harga di pasar biasa.\n\n"
    "Antrean mengular sejak pagi karena setiap keluarga hanya boleh membeli satu paket saja.\n\n"
    "Petugas keamanan berjaga di pintu masuk lapangan agar pembeli tidak saling berdesakan.\n"
)
JEMBATAN = (
    "Jembatan gantung di hulu sungai putus diterjang banjir pada Minggu malam.\n\n"
    "Petugas memasang tali pengaman agar anak sekolah dapat menyeberang dengan perahu karet.\n\n"
    "Kepala desa berharap jembatan darurat berdiri sebelum musim tanam tiba.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "pasar.txt").write_text(f"Pasar Murah Digelar di Kecamatan\n\n{PASAR}", "utf-8")
    (made / "jembatan.txt").write_text(f"Jembatan Gantung di Hulu Sungai Putus\n\n{JEMBATAN}", "utf-8")
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def everything(file: Path) -> list[object]:
    """All rows of all tables."""
    with open_desk(file) as desk:
        names = [n for (n,) in desk.sql.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [(name, desk.sql.rows(f'SELECT * FROM "{name}"')) for name in sorted(names)]


def test_a_desk_gives_the_account_that_brief_gives(file: Path) -> None:
    with open_desk(file, write=True) as desk:
        added = add(PYONGYANG, desk)
        assert len(added.placed) == len(desk.article_ids()) > 10
    with open_desk(file) as desk:
        told = account_of(desk).to_dict()
    brief = saksama.brief(PYONGYANG).to_dict()
    brief["skipped"] = []  # what was skipped is told when it is added
    assert json.dumps(told) == json.dumps(brief)


def test_adding_the_same_again_changes_nothing(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(file, write=True) as desk:
        first = add(folder, desk)
        assert [p.article for p in first.placed] == ["jembatan", "pasar"]
        assert all(p.new_story and p.before is None for p in first.placed)
    before = everything(file)
    monkeypatch.setattr("saksama.language.analyse", lambda _: pytest.fail("read again"))
    with open_desk(file, write=True) as desk:
        again = add([folder, folder / "pasar.txt"], desk)
        assert (again.placed, again.known, len(again.same)) == ((), (), 2)
    assert everything(file) == before


def test_a_text_that_comes_in_other_bytes_is_known(folder: Path, file: Path) -> None:
    with open_desk(file, write=True) as desk:
        add(folder, desk)
        text = (folder / "pasar.txt").read_text("utf-8")
        (folder / "pasar.txt").write_bytes(text.replace("\n", "\r\n").encode())
        again = add(folder, desk)
        assert (again.placed, again.known) == ((), ("pasar",))
        assert add(folder, desk).known == ()


def test_a_changed_page_is_a_new_version_that_tells_what_changed(file: Path) -> None:
    url = "https://kabar.example/pasar-murah"
    old = from_text(PASAR, title="Pasar Murah Digelar", url=url, published="2026-05-05")
    new = from_text(PASAR.replace("300", "450"), title="Pasar Murah Digelar", url=url, published="2026-05-05")
    with open_desk(file, write=True) as desk:
        first = add_articles([old], desk).placed[0]
        second = add_articles([new], desk).placed[0]
        assert (second.before, second.story) == (first.article, first.story)
        assert second.article.startswith(f"{first.article}-")
        assert [v[0] for v in desk.versions(old.id)] == [first.article, second.article]
        assert set(add_articles([old, new], desk).known) == {first.article, second.article}
        [edge] = account_of(desk).stories[0].lineage
    assert (edge.kind, edge.from_, edge.to) == ("update", first.article, second.article)
    assert [(c.slot, c.from_.text, c.to.text) for c in edge.changes] == [("number", "300 warga", "450 warga")]


def test_a_page_with_nothing_in_common_is_still_its_new_version(file: Path) -> None:
    url = "https://kabar.example/terkini"
    with open_desk(file, write=True) as desk:
        add_articles([from_text(PASAR, url=url)], desk)
        [second] = add_articles([from_text(JEMBATAN, url=url)], desk).placed
        assert second.before
        edges = [edge for story in desk.stories() for edge in story.lineage]
        assert [(e.kind, e.shared, e.changes) for e in edges] == [("update", 0.0, ())]


def test_files_of_one_name_are_versions_only_if_they_are_kin(
    folder: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    (other / "pasar.txt").write_text(JEMBATAN, "utf-8")
    (other / "jembatan.txt").write_text(JEMBATAN + "\nWarga bergotong royong memperbaikinya.\n", "utf-8")
    with open_desk(file, write=True) as desk:
        add(folder, desk)
        placed = {p.article.partition("-")[0]: p.before for p in add(other, desk).placed}
    assert placed == {"pasar": None, "jembatan": "jembatan"}


def test_versions_are_told_by_brief_too(folder: Path, tmp_path: Path, file: Path) -> None:
    other = tmp_path / "baru"
    other.mkdir()
    text = (folder / "pasar.txt").read_text("utf-8")
    (other / "pasar.txt").write_text(text.replace("300", "450"), "utf-8")
    account = saksama.brief([folder, other])
    [edge] = [edge for story in account.stories for edge in story.lineage]
    assert edge.kind == "update"
    with open_desk(file, write=True) as desk:
        add([folder, other], desk)
        assert account_of(desk) == account


def test_what_gives_no_article_is_told_each_time(folder: Path, file: Path) -> None:
    (folder / "kosong.txt").write_text("", "utf-8")
    with open_desk(file, write=True) as desk:
        for _ in range(2):
            assert [Path(s.path).name for s in add(folder, desk).skipped] == ["kosong.txt"]


def test_a_fault_in_one_article_keeps_the_others_and_is_tried_again(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_one(reading: Reading) -> Reading:
        if reading.article.id == "pasar":
            raise ValueError("sobek")
        return reading

    with open_desk(file, write=True) as desk:
        with monkeypatch.context() as broken:
            broken.setattr("saksama.pipeline.per_article", lambda: (fails_on_one,))
            added = add(folder, desk)
        assert [p.article for p in added.placed] == ["jembatan"]
        assert "sobek" in added.skipped[0].reason
        assert [p.article for p in add(folder, desk).placed] == ["pasar"]


def test_a_stop_between_an_article_and_its_findings_is_made_up_for(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(file, write=True) as desk:
        with monkeypatch.context() as stopped:
            stopped.setattr("saksama.library.placing.check_touched", lambda _: ())
            add(folder, desk)
        assert desk.unchecked() == ("jembatan", "pasar")
        add([], desk)
        assert desk.unchecked() == ()


def test_findings_are_kept_by_story_and_told_once(file: Path, tmp_path: Path) -> None:
    text = tmp_path / "tanggal.txt"
    text.write_text(
        f"Rapat Warga\n\nRapat berlangsung pada Senin, 31 Februari 2026, di balai desa.\n\n{PASAR}"
    )
    with open_desk(file, write=True) as desk:
        added = add(text, desk, published={"tanggal.txt": "2026-03-01"})
        [check] = [c for c in added.checks if c.kind == "calendar"]
        assert check in desk.checks("tanggal")
        assert desk.checks_of("tanggal") == desk.checks("tanggal")
        more = from_text(
            PASAR, title="Pasar Murah Digelar", url="https://kabar.example/p", published="2026-03-01"
        )
        assert check not in add_articles([more], desk).checks


def test_only_the_latest_of_a_long_story_are_checked_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("saksama.library.placing.RECENT", 1)
    wrong = "Rapat berlangsung pada Senin, 31 Februari 2026, di balai desa.\n\n"
    with open_desk(file, write=True) as desk:
        for number, text in enumerate((wrong + PASAR, PASAR, PASAR.replace("separuh", "sepertiga"))):
            url = f"https://kabar.example/{number}"
            add_articles([from_text(text, url=url, published="2026-03-01")], desk)
        [story] = desk.stories()
        assert [c.kind for c in desk.checks(story.id)] == ["calendar"]
        assert desk.unchecked() == ()


def test_a_part_is_clipped_to_its_articles(file: Path) -> None:
    with open_desk(file, write=True) as desk:
        add(PYONGYANG, desk)
        whole = account_of(desk)
        story = max(whole.stories, key=lambda s: len(s.articles))
        some = story.articles[1:4]
        part = account_of(desk, some)
        told = part_of(desk, some)
    assert {a.id for a in part.articles} == set(some)
    assert [s.articles for s in part.stories] == [tuple(a for a in story.articles if a in some)]
    assert all(set(event.articles) <= set(some) for event in part.events)
    ids = {event.id for event in whole.events if set(event.articles) & set(some)}
    assert {event.id for event in told.events()} == ids
    mentions = [m.id for event in told.events() for m in event.mentions]
    assert sorted(mentions) == sorted(m.id for r in told.readings() for m in r.events)


def test_what_is_not_on_the_desk_is_judged_by_what_lies_beside_it(file: Path) -> None:
    with open_desk(file, write=True) as desk:
        add(PYONGYANG, desk)
        add_articles([from_text(JEMBATAN, url="https://kabar.example/j")], desk)
        copied = desk.reading(desk.article_ids()[0]).article
        [reading] = read_articles([library.rename(copied, "salinan")])
        around = beside(desk, reading)
        count = len(desk.article_ids())
        held = part_of(desk, around)
        saksama.stories.add(held, reading)  # type: ignore[attr-defined]
        story = held.story_of("salinan")
        assert copied.id in around
        assert story is not None
        assert [(e.from_, e.kind) for e in story.lineage if e.to == "salinan"] == [(copied.id, "copy")]
        assert len(desk.article_ids()) == count


def test_the_desk_lies_where_the_user_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("SAKSAMA_DESK", raising=False)
    with open_desk(write=True) as desk:
        assert desk.path == tmp_path / "data" / "saksama" / "desk.sqlite"
    monkeypatch.setenv("SAKSAMA_DESK", str(tmp_path / "mine.sqlite"))
    with pytest.raises(DeskError, match=r"mine\.sqlite: there is no desk here yet"):
        open_desk()


def test_a_date_that_cannot_be_is_refused(folder: Path, file: Path) -> None:
    with open_desk(file, write=True) as desk, pytest.raises(UsageError, match="no such date"):
        add(folder, desk, published={"pasar.txt": "besok"})


def test_fact_checks_are_asked_of_the_whole_desk_in_a_part(file: Path) -> None:
    from saksama.records import ClaimReview, Rating

    review = ClaimReview(
        "r", None, "Jembatan putus", None, None, (), None, None, Rating("Salah", "false", ""), "id"
    )
    with FileDesk(file, write=True) as desk:
        add_articles([from_text(JEMBATAN)], desk)
        desk.put_review(review, ["k:a"])
        part = part_of(desk, desk.article_ids())
        assert isinstance(part, MemoryDesk)
        assert part.reviews_by(["k:a"]) == (review,)
        assert part.review_count() == 1
