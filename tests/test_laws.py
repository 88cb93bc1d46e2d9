"""Laws that hold of every account: offsets, references, schema; order, processes, hash seed."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lawful import broken

import saksama
from saksama.account import as_json
from saksama.errors import SaksamaError
from saksama.records import Account

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"

PEOPLE = [
    "Presiden Rusia Vladimir Putin",
    "Menlu Retno Marsudi",
    "Jokowi",
    "Kim Jong Un",
    "ia",
    "Budi Hartono",
]
BODIES = [
    "Korea Utara",
    "NATO",
    "Pakta Pertahanan Atlantik Utara",
    "Gedung Putih",
    "AS",
    "kedua negara",
    "PBB",
]
DEEDS = [
    "bertemu", "mengunjungi", "akan mengunjungi", "menuduh", "membantah menyerang", "diserang oleh",
    "menandatangani perjanjian dengan", "mengirim 11.000 kontainer amunisi ke", "tidak mengecam",
]  # fmt: skip
DAYS = [
    "Rabu (19/6/2024)", "Senin, 4 September 2023", "pekan lalu", "31 Februari 2025", "bulan depan",
    "Selasa (19/6)", "dalam 24 tahun terakhir", "pukul 10.30 WIB", "kemarin",
]  # fmt: skip
SAID = ["“{}”, kata {}.", "Menurut {1}, {0}.", "{1} mengatakan bahwa {0}.", "{}, ujar {} kepada Reuters."]
ODD = [
    "Baca Juga: Jalan Tol Dibuka", "***", "(CC-01)", "Loading...", "“”", "...", "İstanbul", "Ａ１",
    "é", "e\u0301", "ﬁ", "ß", "?", "😀👨\u200d👩\u200d👧",
    "\u202e", "\u0000", "\u200b", "\ud800", "\x1b[31m", "\u2028", "\t", "\u00a0",
    "Rp1,5 triliun", "S.H.", "No. 3", "(", "((((", "100%", "1e309", "9" * 400, "-", "—", "-- AFP",
    "JAKARTA –", "Bahas Serangan?",
]  # fmt: skip

clause = st.builds(
    "{} {} {} di {} {}".format,
    st.sampled_from(PEOPLE + BODIES),
    st.sampled_from(DEEDS),
    st.sampled_from(BODIES + PEOPLE),
    st.sampled_from(["Pyongyang", "Doha", "Jakarta", "sana"]),
    st.sampled_from(["pada " + day for day in DAYS] + [""]),
)
said = st.builds(str.format, st.sampled_from(SAID), clause, st.sampled_from([*PEOPLE, "sumber terpercaya"]))
sentence = st.one_of(clause.map(lambda words: words + "."), said, st.sampled_from(ODD))
article = st.builds(
    lambda parts, gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=False)),
    st.lists(sentence, min_size=2, max_size=9),
    st.lists(st.sampled_from([" ", "\n", "\n\n", "\r\n", ""]), min_size=9, max_size=9),
)
MODEST = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def account_of(text: str, title: str | None, published: str | None) -> Account | None:
    try:
        return saksama.read(text, title=title, published=published)
    except SaksamaError:
        return None


@MODEST
@given(article, st.none() | clause | st.sampled_from(ODD), st.sampled_from([None, "2024-06-20", "2025-02"]))
def test_every_reading_keeps_the_laws(text: str, title: str | None, published: str | None) -> None:
    account = account_of(text, title, published)
    assert account is None or broken(account) == []


@MODEST
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    opening = (
        "Menteri itu mengatakan bahwa pertemuan kedua negara akan digelar di kota tersebut pekan depan. "
    )
    for whole in (text, opening + text, text + opening):
        account = account_of(whole, None, None)
        if account is not None:
            assert broken(account) == []
            as_json.render(account).encode("utf-8")


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thirty short articles: the examples, and variations on them with facts changed."""
    folder = tmp_path_factory.mktemp("pile")
    for source in sorted(EXAMPLES.rglob("*.*")):
        if source.suffix in (".txt", ".html", ".jsonl"):
            (folder / source.name).write_bytes(source.read_bytes())
        if source.suffix == ".txt":
            text = source.read_text("utf-8")
            changed = text.replace("Rabu", "Kamis").replace("Putin", "Lavrov").replace("11.", "12.")
            (folder / f"ubahan-{source.name}").write_text(changed, "utf-8")
            (folder / f"pendek-{source.name}").write_text(text[: len(text) // 2], "utf-8")
    return folder


SCRIPT = """
import json, sys, saksama
from saksama.account import as_json
paths, processes = json.loads(sys.argv[1])
sys.stdout.write(as_json.render(saksama.brief(paths, processes=processes)))
"""


def printed(paths: list[str], processes: int = 1, seed: str = "0") -> str:
    """The account as another process prints it."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps([paths, processes])],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def account(pile: Path) -> Account:
    return saksama.brief([pile], processes=1)


@pytest.fixture(scope="module")
def whole(account: Account) -> str:
    return as_json.render(account)


def test_the_account_of_a_pile_keeps_the_laws(account: Account) -> None:
    assert len(account.articles) >= 20
    assert broken(account) == []


@pytest.mark.slow
def test_order_processes_and_hash_seed_change_nothing(pile: Path, whole: str) -> None:
    paths = sorted(str(path) for path in pile.iterdir())
    shuffled = random.Random(7).sample(paths, len(paths))
    assert printed(shuffled, processes=2, seed="1") == whole
    assert printed(paths[::-1], processes=1, seed="2") == whole


@pytest.mark.slow
def test_paths_told_twice_change_nothing(pile: Path, whole: str) -> None:
    assert as_json.render(saksama.brief([*sorted(pile.iterdir()), pile], processes=1)) == whole


def test_one_article_is_read_the_same_alone_and_in_a_pile(pile: Path, account: Account) -> None:
    path = pile / "wartacendana-putin-tiba.txt"
    alone, among = saksama.brief([path]).to_dict(), account.to_dict()
    (article,) = alone["articles"]
    for kind in ("mentions", "times", "quantities", "statements"):
        assert alone[kind] == [item for item in among[kind] if item["article"] == article["id"]]
