"""The one door: `brief` and `read`."""

import json
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import saksama
from saksama import pipeline, records
from saksama.errors import EmptyInput, InputError, NoArticle, SaksamaError, UsageError, WrongLanguage
from saksama.library import canonical
from saksama.records import Account, Article, Reading
from saksama.sources import from_text

LAWATAN = (
    "Menteri Luar Negeri Vietnam bertemu Perdana Menteri Laos di Vientiane pada Senin (3/2/2025).\n\n"
    "Dalam pertemuan itu keduanya membahas pembangunan jalan raya sepanjang 120 kilometer.\n\n"
    "“Kami sepakat mempercepat pekerjaan itu,” kata menteri tersebut kepada wartawan.\n"
)
PASAR = (
    "Pemerintah kota menggelar pasar murah di lapangan kecamatan sejak Selasa pagi.\n\n"
    "Warga membawa kupon untuk membeli beras dan minyak goreng dengan harga terjangkau.\n"
)
ENGLISH = (
    "The foreign ministers of the two countries met on Monday to discuss the new road between their "
    "capitals, and they said that the work would begin before the end of the year if the money is there.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lawatan.txt").write_text(f"Vietnam dan Laos Bahas Jalan Raya\n\n{LAWATAN}", "utf-8")
    (tmp_path / "pasar.txt").write_text(f"Pasar Murah Digelar di Kecamatan\n\n{PASAR}", "utf-8")
    return tmp_path


def reasons(account: Account) -> dict[str, str]:
    return {Path(item.path).name: item.reason for item in account.skipped}


def test_a_folder_gives_an_account_of_its_articles(folder: Path) -> None:
    account = saksama.brief([folder])
    assert [article.id for article in account.articles] == ["lawatan", "pasar"]
    assert account.skipped == ()
    assert account.schema == "saksama.account/1"
    assert account.version == saksama.__version__
    assert [e.type for e in account.events].count("CONSULT") >= 1
    assert {s.articles for s in account.stories} == {("lawatan",), ("pasar",)}
    json.dumps(account.to_dict())


def test_one_path_may_be_given_bare(folder: Path) -> None:
    assert saksama.brief(folder) == saksama.brief(str(folder)) == saksama.brief([folder])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("kosong.txt", b"", "empty"),
        ("sela.txt", b" \n\n \n", "empty"),
        ("gambar.txt", bytes(range(256)) * 40, ""),
        ("english.txt", ENGLISH.encode() * 3, "English"),
        ("judul.txt", b"Menteri Tiba di Doha", "too short"),
        ("polos.html", b"<html><body></body></html>", ""),
        ("rusak.jsonl", b"{tidak\n", "JSON"),
    ],
)
def test_a_bad_file_is_skipped_with_a_line_and_the_rest_goes_on(
    folder: Path, name: str, content: bytes, reason: str
) -> None:
    (folder / name).write_bytes(content)
    account = saksama.brief([folder])
    assert len(account.articles) == 2
    (skipped,) = account.skipped
    assert Path(skipped.path.partition(":")[0]).name == name
    assert reason in skipped.reason
    assert "\n" not in skipped.reason


def test_a_missing_path_is_skipped(folder: Path) -> None:
    account = saksama.brief([folder / "tiada.txt", folder, folder / "tiada"])
    assert len(account.articles) == 2
    assert reasons(account) == {"tiada.txt": "no such file or folder", "tiada": "no such file or folder"}


@pytest.mark.parametrize("paths", [[], ["tiada.txt"]])
def test_all_skipped_is_an_empty_account(paths: list[str]) -> None:
    account = saksama.brief(paths)
    assert account.articles == account.events == account.checks == account.stories == ()
    assert len(account.skipped) == len(paths)
    assert json.loads(json.dumps(account.to_dict()))["articles"] == []


@pytest.mark.parametrize("key", ["lawatan.txt", "{folder}/lawatan.txt", "{folder}/./lawatan.txt"])
def test_a_published_date_may_be_given(folder: Path, key: str) -> None:
    account = saksama.brief([folder], published={key.format(folder=folder): "2025-02-04"})
    dated = {a.id: (a.published, a.published_basis) for a in account.articles}
    assert dated["lawatan"] == ("2025-02-04", "given")
    assert dated["pasar"][1] != "given"


def test_a_date_for_nothing_is_told(folder: Path) -> None:
    account = saksama.brief([folder], published={"tiada.txt": "2025-02-04"})
    assert "no such article" in reasons(account)["tiada.txt"]


@pytest.mark.parametrize("date", ["besok", "2025-02-30", ""])
def test_a_date_that_cannot_be_is_an_error_of_use(folder: Path, date: str) -> None:
    with pytest.raises(UsageError):
        saksama.brief([folder], published={"lawatan.txt": date})


def test_progress_is_told_step_by_step(folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    saksama.brief([folder], progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(name for name, _, _ in told)) == ["load", "read", "place"]
    for step in ("load", "read", "place"):
        assert [(d, n) for name, d, n in told if name == step][-1] == (2, 2)


def test_the_same_article_again_changes_nothing_but_skipped(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "z-lagi"
    other.mkdir()
    (other / "lawatan.txt").write_bytes((folder / "lawatan.txt").read_bytes())
    once = saksama.brief([folder / "lawatan.txt", folder / "pasar.txt"]).to_dict()
    twice = saksama.brief([folder, folder / "lawatan.txt"]).to_dict()
    assert len(twice["skipped"]) == 1
    assert "read once" in twice["skipped"][0]["reason"]
    assert {**twice, "skipped": []} == once


def test_two_texts_under_one_name_are_two_articles(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    (other / "pasar.txt").write_text(f"Pasar Murah Digelar Lagi\n\n{LAWATAN}{PASAR}", "utf-8")
    account = saksama.brief([folder])
    ids = [article.id for article in account.articles]
    assert len(ids) == len(set(ids)) == 3
    assert all(e.article in ids for c in account.checks for e in c.evidence)


def test_the_canonical_order_does_not_depend_on_the_given_one() -> None:
    articles = [from_text(LAWATAN, path=f"{n}.txt", published=d) for n, d in
                (("b", "2025-02-04"), ("a", "2025-02-04"), ("c", "2025-01-01"), ("d", None))]  # fmt: skip
    kept, doubles = canonical(articles)
    assert [a.path for a in kept] == ["c.txt", "a.txt", "b.txt", "d.txt"]
    assert doubles == []
    assert canonical(articles[::-1]) == (kept, doubles)


def test_read_puts_title_and_text_in_one_address_space() -> None:
    account = saksama.read(LAWATAN, title="Vietnam dan Laos Bahas Jalan Raya", published="2025-02-04")
    (article,) = account.articles
    assert article.text == f"Vietnam dan Laos Bahas Jalan Raya\n\n{LAWATAN}"
    assert article.headline == "Vietnam dan Laos Bahas Jalan Raya"
    assert (article.published, article.published_basis) == ("2025-02-04", "given")
    assert any(e.when == "2025-02-03" for e in account.events)


def test_read_without_title_or_date() -> None:
    (article,) = saksama.read(PASAR).articles
    assert article.text == PASAR
    assert article.title is None
    assert article.published_basis in ("unknown", "inferred")


def test_read_takes_the_url_for_the_id() -> None:
    one, two = (
        saksama.read(PASAR, url=f"https://www.warta.example/pasar{tail}").articles[0]
        for tail in ("", "/?utm_source=x#atas")
    )
    assert one.id == two.id
    assert one.outlet == "warta.example"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyInput),
        (" \n ", EmptyInput),
        ("Menteri tiba.", NoArticle),
        (ENGLISH * 3, WrongLanguage),
    ],
)
def test_read_says_what_is_wrong(text: str, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        saksama.read(text)
    assert isinstance(raised.value, SaksamaError)
    assert "\n" not in str(raised.value)


def test_read_refuses_a_date_that_cannot_be() -> None:
    with pytest.raises(UsageError):
        saksama.read(PASAR, published="31 Februari 2025")


def every(record: Any) -> list[Any]:
    """A record and all records inside it."""
    if isinstance(record, tuple | list):
        return [found for item in record for found in every(item)]
    if is_dataclass(record):
        return [record, *(r for f in fields(record) for r in every(getattr(record, f.name)))]
    return []


def test_records_are_frozen_and_hashable_by_value() -> None:
    account = saksama.read(LAWATAN, title="Vietnam dan Laos Bahas Jalan Raya")
    kinds = {type(record): record for record in every(account)}
    assert {Account, Article, records.Event, records.Statement, records.Sentence} <= set(kinds)
    for kind, record in kinds.items():
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            setattr(record, fields(kind)[0].name, None)
        with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
            record.another = 1
        assert hash(record) == hash(record)


def test_reading_twice_gives_equal_accounts() -> None:
    assert saksama.read(LAWATAN) == saksama.read(LAWATAN)


def test_a_fault_in_one_article_costs_only_that_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_on_the_second(reading: Reading) -> Reading:
        if "Bima" in reading.article.text:
            raise IndexError("list index\nout of range")
        return reading

    monkeypatch.setattr(pipeline, "per_article", lambda: (fails_on_the_second,))
    for name, place in (("satu", "Ambon"), ("dua", "Bima")):
        text = f"Menteri tiba di {place}\n\nMenteri itu tiba pada Senin pagi. Ia menemui warga di pasar."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    account = saksama.brief([tmp_path])
    assert [article.id for article in account.articles] == ["satu"]
    (skipped,) = account.skipped
    assert skipped.path.endswith("dua.txt")
    assert skipped.reason == "a fault in Saksama, please report it: IndexError list index out of range"
