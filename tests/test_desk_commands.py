"""The commands of the desk, end to end on one small desk: what they say, and their exit codes."""

import json
from pathlib import Path

import pytest
from sites import Reply, Site, page, rss

from saksama.cli import main

PYONGYANG = Path(__file__).parents[1] / "examples" / "pyongyang"
NUMBERS = PYONGYANG / "harianmerbabu-stoltenberg.html"
Out = pytest.CaptureFixture[str]
REVIEW = {
    "@type": "ClaimReview",
    "url": "https://cekfakta.example/kontainer",
    "datePublished": "2024-07-02",
    "claimReviewed": "=Korea Utara mengirim 11.000 kontainer amunisi ke Rusia",
    "author": {"name": "Cek Fakta"},
    "reviewRating": {"alternateName": "Belum terbukti"},
}


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the articles of an example on it."""
    file = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    assert run("add", str(PYONGYANG), "--desk", str(file)) == 0
    return file


@pytest.fixture(autouse=True)
def desk(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAKSAMA_DESK", str(made))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return made


def told(capsys: Out, *arguments: str) -> str:
    """What a call that goes well prints."""
    assert run(*arguments) == 0
    return " ".join(capsys.readouterr().out.split())


def plain(capsys: Out, *arguments: str) -> dict[str, object]:
    assert run(*arguments, "--format", "json") == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys: Out, *arguments: str) -> str:
    """The one line of a wrong call."""
    assert run(*arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("saksama: ")
    assert shown.err.count("\n") == 1
    return shown.err


def test_adding_again_changes_nothing_and_says_so(capsys: Out) -> None:
    assert told(capsys, "add", str(PYONGYANG)) == "0 new, 11 files as they were"


def test_what_is_added_is_counted_and_what_is_not_read_is_named(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "kosong.txt").write_text("")
    file = str(tmp_path / "desk.sqlite")
    assert run("add", str(NUMBERS), str(tmp_path / "kosong.txt"), "--desk", file) == 0
    shown = capsys.readouterr()
    assert shown.out == "1 new, 1 not read, 1 new story\n"
    assert shown.err.startswith(f"saksama: not read: {tmp_path / 'kosong.txt'}: ")
    assert run("add", str(tmp_path / "none.txt"), "--desk", file) == 2


def test_addresses_and_feeds_are_added_local_ones_only_if_named(tmp_path: Path, capsys: Out) -> None:
    file = ("--desk", str(tmp_path / "desk.sqlite"))
    with Site() as site:
        site.pages["/a"] = Reply(page("Pasar Ikan Lewoleba Dibuka"))
        site.pages["/feed"] = Reply(rss(site.url("/a")))
        assert run("add", site.url("/feed"), *file) == 2
        assert "loopback" in capsys.readouterr().err
        assert "1 new" in told(capsys, "add", site.url("/feed"), "--allow", site.origin, *file)
        assert "0 new, 1 known already" in told(capsys, "add", site.url("/a"), "--allow", site.origin, *file)


def test_search_finds_by_words_actor_day_and_kind(capsys: Out) -> None:
    shown = told(capsys, "search", "mengirim", "kontainer", "--actor", "Amerika Serikat")
    assert "ARTICLES" in shown
    assert "“Washington menuduh Korea Utara telah mengirim lebih dari 11.000 kontainer amunisi" in shown
    found = plain(capsys, "search", "kontainer", "--kind", "event", "--from", "2024-06", "--to", "2024-06-30")
    hits = found["hits"]
    assert isinstance(hits, list)
    assert {hit["kind"] for hit in hits} == {"event"}
    assert "Nothing on the desk holds" in told(capsys, "search", "kontainer", "--to", "2001")


def test_the_rows_of_a_search_are_no_formulas(tmp_path: Path, capsys: Out) -> None:
    assert run("search", "kontainer", "-o", str(tmp_path / "hits.tsv")) == 0
    rows = (tmp_path / "hits.tsv").read_text("utf-8").splitlines()
    assert rows[0].startswith("kind\tid\tarticle")
    assert all(row.count("\t") == rows[0].count("\t") for row in rows)


def test_stories_are_listed_the_newest_first(capsys: Out) -> None:
    found = plain(capsys, "stories")["stories"]
    assert isinstance(found, list)
    assert [s["last"] for s in found] == sorted((s["last"] for s in found), reverse=True)
    largest = max(found, key=lambda story: story["articles"])
    assert largest["texts"] < largest["articles"]
    assert largest["conflicts"] >= 1
    assert plain(capsys, "stories", "--least", str(largest["articles"]))["total"] == 1
    assert plain(capsys, "stories", "--to", "2001")["total"] == 0
    assert "story:" in told(capsys, "stories", "--limit", "1")


def test_show_knows_what_an_id_is(capsys: Out) -> None:
    stories = plain(capsys, "stories")["stories"]
    assert isinstance(stories, list)
    story = max(stories, key=lambda each: each["articles"])["id"]
    one = plain(capsys, "show", story)
    assert one["kind"] == "story"
    account = one["account"]
    assert isinstance(account, dict)
    event = next(e for e in account["events"] if len(e["articles"]) > 1)
    article = account["articles"][0]
    asked = {
        f"article:{story}": "article",
        event["id"]: "event",
        "PRK": "actor",
        "Korea Utara": "actor",
        "Kim Jong Un": "actor",
        article["url"]: "article",
        account["articles"][1]["text"].split("\n")[0]: "article",
    }
    for what, kind in asked.items():
        assert plain(capsys, "show", what)["kind"] == kind, what
    assert "WHO TELLS IT" in told(capsys, "show", event["id"])
    assert "WHAT IT SAYS" in told(capsys, "show", "Kim Jong Un", "--lang", "en")
    assert "ARTICLES" in told(capsys, "show", story)
    assert run("show", f"article:{story}", "--format", "markdown") == 0
    assert capsys.readouterr().out.startswith("## ")


def test_a_wrong_id_names_what_is_near(capsys: Out) -> None:
    stories = plain(capsys, "stories")["stories"]
    assert isinstance(stories, list)
    identity = stories[0]["id"]
    assert identity in refused(capsys, "show", identity[:-1] + "x")
    assert identity in refused(capsys, "brief", "--story", identity[:5])
    assert "Kim Yo Jong" in refused(capsys, "show", "Kim Jong")


def test_brief_of_a_part_of_the_desk(capsys: Out) -> None:
    found = plain(capsys, "brief", "--actor", "Kim Jong Un", "--from", "2024-06-19", "--to", "2024-06-19")
    articles = found["articles"]
    assert isinstance(articles, list)
    assert articles
    assert {a["published"] for a in articles if a["published_basis"] != "inferred"} == {"2024-06-19"}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["brief"], "name articles (PATH), or a part of the desk"),
        (["brief", "a.txt", "--story", "x"], "a.txt: files go with no --desk, --story"),
        (["brief", "--actor", "Putin", "--published", "a=2024"], "--published is for files"),
        (["brief", "--actor", "PRK", "--from", "kemarin"], "no such date: 'kemarin'"),
        (["stories", "--from", "2024-07", "--to", "2024-01"], "nothing lies between 2024-07 and 2024-01"),
        (["brief", "--from", "1990", "--to", "1991"], "no article on the desk fits"),
        (["search", "yang"], "words of nearly every article"),
        (["search", "x", "--type", "VISIT"], "no such type of event: VISIT (one of ACCUSE"),
        (["search", "x", "-o", "x.html"], "search shows terminal, json or tsv"),
        (["show", " "], "nothing to look for"),
        (["check", "no-such-article"], "nothing on the desk is called"),
        (["check", str(PYONGYANG / "arsip-lawatan.jsonl")], " articles in it; check takes one"),
    ],
)
def test_a_wrong_call_is_one_clear_line(arguments: list[str], line: str, capsys: Out) -> None:
    assert line in refused(capsys, *arguments)


@pytest.mark.parametrize(
    "command", [["stories"], ["search", "x"], ["show", "x"], ["check", "x"], ["factchecks"]]
)
def test_without_a_desk_one_line_says_how_to_begin(command: list[str], tmp_path: Path, capsys: Out) -> None:
    told = refused(capsys, *command, "--desk", str(tmp_path / "none.sqlite"))
    assert told.endswith("there is no desk here yet; begin with: saksama add PATH...\n")
    (tmp_path / "page.html").write_text("<html>")
    assert "is no desk of Saksama" in refused(capsys, *command, "--desk", str(tmp_path / "page.html"))


def test_check_holds_an_article_against_the_desk_without_writing(
    tmp_path: Path, desk: Path, capsys: Out
) -> None:
    copied = tmp_path / "salinan.html"
    text = NUMBERS.read_text("utf-8").replace("11.000 kontainer", "25.000 kontainer")
    copied.write_text(text.replace("harianmerbabu.example", "salin.example"), "utf-8")
    before = desk.read_bytes()
    found = plain(capsys, "check", str(copied))
    assert desk.read_bytes() == before
    assert found["known_as"] is None
    [kin] = [k for k in found["kin"] if k["kind"] == "copy"]  # type: ignore[attr-defined]
    assert ("lebih dari 25.000 kontainer" in str(kin["changes"])) or ("25.000" in str(kin["changes"]))
    conflicts = [f for f in found["findings"] if f["severity"] == "conflict"]  # type: ignore[attr-defined]
    assert any(f["slot"] == "number" for f in conflicts)
    assert all(any(e["article"] == found["article"] for e in f["evidence"]) for f in conflicts)


def test_the_note_of_a_check_names_its_sources_the_gravest_first(capsys: Out) -> None:
    shown = told(capsys, "check", str(NUMBERS))
    headings = ("WHAT OTHERS TELL OTHERWISE", "WITH CARE", "WHAT OTHERS TELL TOO", "NOT CHECKED")
    assert [shown.index(h) for h in headings] == sorted(shown.index(h) for h in headings)
    assert "This article: “Washington menuduh" in shown
    assert "TITIKSIMPANG.EXAMPLE, 19 June 2024, titiksimpang-menhan.html: “Amerika Serikat menuduh" in shown
    assert "On the desk as" in shown
    said = told(capsys, "check", str(NUMBERS), "--lang", "id", "--format", "markdown")
    assert "### Yang diceritakan lain oleh pihak lain" in said
    assert "](<https://" in said


def test_factchecks_are_added_listed_and_matched(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "review.json").write_text(json.dumps([REVIEW, {"@type": "ClaimReview"}]), "utf-8")
    file = ("--desk", str(tmp_path / "desk.sqlite"))
    assert run("add", str(NUMBERS), *file) == 0
    capsys.readouterr()
    assert run("factchecks", "add", str(tmp_path / "review.json"), *file) == 0
    shown = capsys.readouterr()
    assert shown.out == "1 new fact-check\n"
    assert "a ClaimReview without a claim" in shown.err
    assert told(capsys, "factchecks", "add", str(tmp_path / "review.json"), *file) == (
        "0 new fact-checks, 1 known already"
    )
    assert "Rated “Belum terbukti” — Cek Fakta, 2 July 2024" in told(capsys, "factchecks", *file)
    assert run("factchecks", "--format", "tsv", *file) == 0
    assert "\t'=Korea Utara mengirim" in capsys.readouterr().out
    assert "PUBLISHED FACT-CHECKS" in told(capsys, "check", str(NUMBERS), *file)
    assert plain(capsys, "factchecks", "--from", "2025", *file)["total"] == 0


def test_watch_keeps_what_feeds_lead_to(tmp_path: Path, capsys: Out) -> None:
    file = ("--desk", str(tmp_path / "desk.sqlite"))
    with Site() as site:
        site.pages["/a"] = Reply(page("Pasar Ikan Lewoleba Dibuka"))
        site.pages["/feed"] = Reply(rss(site.url("/a")))
        feeds = tmp_path / "feeds.toml"
        feeds.write_text(
            f'[[feeds]]\nurl = "{site.url("/feed")}"\nname = "Lokal"\nallow = ["{site.origin}"]\n'
        )
        assert run("watch", str(feeds), "--once", "--json", *file) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [line["schema"] for line in lines] == ["saksama.alert/1", "saksama.round/1"]
        assert lines[0]["kind"] == "new-story"
        assert lines[1]["new"] == 1
        assert "0 new articles" in told(capsys, "watch", str(feeds), "--once", *file)
    assert plain(capsys, "stories", *file)["total"] == 1


def test_a_new_version_is_told_as_such(tmp_path: Path, desk: Path, capsys: Out) -> None:
    changed = tmp_path / NUMBERS.name
    changed.write_text(NUMBERS.read_text("utf-8").replace("11.000 kontainer", "12.500 kontainer"), "utf-8")
    before = desk.read_bytes()
    assert "a new version of" in told(capsys, "check", str(changed))
    assert desk.read_bytes() == before
    copied = tmp_path / "copy.sqlite"
    copied.write_bytes(before)
    line = told(capsys, "add", str(changed), "--desk", str(copied))
    assert line.startswith("0 new, 1 new version")
    shown = told(capsys, "show", str(plain(capsys, "check", str(changed))["article"]), "--desk", str(copied))
    assert "“lebih dari 11.000 kontainer” → “lebih dari 12.500 kontainer”" in shown
