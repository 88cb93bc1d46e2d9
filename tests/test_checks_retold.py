"""Two kindred texts, sentence by sentence: which fact the later one changed, and what is no change."""

import pytest
from builders import found, read

from saksama.checks import conflict
from saksama.records import Reading, Story
from saksama.store import MemoryDesk

ROOM = """Rapat tahunan koperasi nelayan berlangsung di Surabaya, Senin (3/6/2024), dan dihadiri 45 anggota.
Ketua koperasi Darmono Wiryawan mengatakan hasil tangkapan turun karena angin barat datang lebih awal.
Bendahara Ratna Kusumawati menjelaskan iuran dipakai untuk membeli mesin pendingin bagi gudang ikan.
Para nelayan meminta pemerintah daerah mengeruk muara yang dangkal sejak musim hujan lalu.
Rapat ditutup dengan makan bersama di balai desa dan pembagian bibit bakau kepada warga pesisir."""


def severities(*dated: tuple[str, str]) -> list[tuple[str | None, str]]:
    """What is found in texts of the given days."""
    from saksama import stories
    from saksama.pipeline import read_articles
    from saksama.sources import from_text
    from saksama.store import MemoryDesk

    desk = MemoryDesk()
    for reading in read_articles([from_text(text, published=day) for text, day in dated]):
        stories.add(desk, reading)
    return [(check.slot, check.severity) for check in found(conflict, desk)]


def changed(old: str, new: str, later: str = ROOM) -> list[tuple[str | None, str]]:
    assert old in later
    desk = read(ROOM, later.replace(old, new), published="2024-06-04")
    return [(check.slot, check.severity) for check in found(conflict, desk)]


@pytest.mark.parametrize(
    ("old", "new", "slot"),
    [
        ("45 anggota", "95 anggota", "number"),
        ("Senin (3/6/2024)", "Kamis (23/5/2024)", "when"),
        ("di Surabaya", "di Makassar", "where"),
        ("Ketua koperasi Darmono Wiryawan", "Ketua koperasi Ratna Kusumawati", "who"),
    ],
)
def test_a_fact_changed_in_a_copy(old: str, new: str, slot: str) -> None:
    assert changed(old, new) == [(slot, "conflict")]


def test_a_fact_changed_in_a_lightly_rewritten_copy() -> None:
    later = ROOM.replace("berlangsung", "digelar").replace("mengatakan", "menyatakan")
    later = later.replace("Para nelayan meminta", "Kaum nelayan mendesak")
    assert changed("45 anggota", "95 anggota", later) == [("number", "conflict")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("berlangsung", "digelar"),
        ("45 anggota", "sekitar 45 anggota"),
        ("Darmono Wiryawan", "Darmono"),
        ("Darmono Wiryawan", "Darmono Wiriawan"),
        ("dihadiri", "diikuti"),
    ],
)
def test_other_words_are_no_other_fact(old: str, new: str) -> None:
    assert changed(old, new) == []


def test_a_toll_that_grows_is_no_conflict_the_next_day() -> None:
    text = ROOM.replace("dihadiri 45 anggota", "menewaskan 4 anggota")
    later = text.replace("4 anggota", "9 anggota")
    assert severities((text, "2024-06-04"), (later, "2024-06-05")) == []
    assert severities((text, "2024-06-04"), (later, "2024-06-04")) == [("number", "caution")]
    assert severities((later, "2024-06-04"), (text, "2024-06-05")) == [("number", "conflict")]


NOTE = """Kedutaan di Jakarta menerbitkan catatan tentang pertemuan dua pemerintah itu pada Senin.
Menurut catatan tersebut, {one} mengecam {other} karena menutup jalur pelayaran tanpa pemberitahuan.
Beberapa kapal dagang terpaksa memutar melewati perairan yang lebih dalam selama dua pekan.
Para pengamat menilai sengketa itu dapat diselesaikan lewat perundingan di tingkat menteri."""


def test_who_did_it_to_whom_turned_round() -> None:
    texts = [NOTE.format(one="Jepang", other="Rusia"), NOTE.format(one="Rusia", other="Jepang")]
    (check,) = found(conflict, read(*texts, published="2024-06-04"))
    assert (check.slot, check.severity) == ("direction", "conflict")


def test_a_verb_that_goes_both_ways_has_no_direction() -> None:
    note = NOTE.replace("mengecam {other} karena", "menemui {other} setelah")
    texts = [note.format(one="Jepang", other="Rusia"), note.format(one="Rusia", other="Jepang")]
    assert found(conflict, read(*texts, published="2024-06-04")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jepang mengecam Rusia", "Jepang dikecam Rusia"),
        ("Jepang dikecam Rusia", "Rusia dikecam Jepang"),
        ("Jepang dan Korea Selatan mengecam Rusia", "Rusia dan Korea Selatan mengecam Jepang"),
    ],
)
def test_a_deed_turned_by_voice_or_beside_others(one: str, other: str) -> None:
    texts = [NOTE.replace("{one} mengecam {other}", deed) for deed in (one, other)]
    assert [c.slot for c in found(conflict, read(*texts, published="2024-06-04"))] == ["direction"]


@pytest.mark.parametrize("other", ["Rusia dikecam Jepang", "Rusia dikecam oleh Jepang"])
def test_the_other_voice_is_the_same_deed(other: str) -> None:
    texts = [NOTE.replace("{one} mengecam {other}", deed) for deed in ("Jepang mengecam Rusia", other)]
    assert found(conflict, read(*texts, published="2024-06-04")) == []


def test_somebody_named_twice_takes_another_place() -> None:
    text = ROOM.replace("mengatakan hasil", "mengatakan kepada Ratna Kusumawati bahwa hasil")
    later = text.replace("Ketua koperasi Darmono Wiryawan", "Ketua koperasi Ratna Kusumawati")
    assert [c.slot for c in found(conflict, read(text, later, published="2024-06-04"))] == ["who"]


def test_two_people_whom_the_text_knows_are_two_however_alike() -> None:
    text = ROOM.replace("Ratna Kusumawati", "Wardono Hidayat")
    later = text.replace("Ketua koperasi Darmono Wiryawan", "Ketua koperasi Wardono Hidayat")
    assert [c.slot for c in found(conflict, read(text, later, published="2024-06-04"))] == ["who"]


PAST = """Museum kereta itu dibuka kembali sejak 2014 setelah direnovasi oleh pemerintah kota.
Pameran kedua dibuka Wali Kota Darmono Wiryawan bersama Kepala Museum Ratna Kusumawati di aula utama.
Pengelola dihukum selama 4 tahun karena menjual koleksi kuno kepada pedagang dari luar daerah.
Pengunjung datang paling ramai sepanjang Juni 2019 ketika kereta uap dijalankan lagi untuk umum.
Harga tiket tetap murah supaya anak-anak sekolah dapat belajar sejarah perkeretaapian nasional."""


@pytest.mark.parametrize(
    ("old", "new", "slot"),
    [
        ("sejak 2014", "sejak 2015", "when"),
        ("Juni 2019", "Juli 2019", "when"),
        ("4 tahun", "7 tahun", "when"),
        ("4 tahun", "4,5 tahun", "when"),
        ("Pameran kedua", "Pameran ketiga", "number"),
        ("Pameran kedua", "Pameran ke-4", "number"),
    ],
)
def test_background_years_spans_and_ordinals(old: str, new: str, slot: str) -> None:
    desk = read(PAST, PAST.replace(old, new), published="2024-06-04")
    assert [(c.slot, c.severity) for c in found(conflict, desk)] == [(slot, "conflict")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sejak 2014", "pada 2014"),
        ("4 tahun", "empat tahun"),
        ("Pameran kedua", "Pameran ke-2"),
        ("Juni 2019", "bulan Juni 2019"),
    ],
)
def test_the_same_time_or_rank_in_other_words(old: str, new: str) -> None:
    assert found(conflict, read(PAST, PAST.replace(old, new), published="2024-06-04")) == []


def test_two_people_who_changed_places() -> None:
    later = PAST.replace("Darmono Wiryawan", "X").replace("Ratna Kusumawati", "Darmono Wiryawan")
    later = later.replace("Wali Kota X", "Wali Kota Ratna Kusumawati")
    assert [c.slot for c in found(conflict, read(PAST, later, published="2024-06-04"))] == ["who"]


def test_two_people_in_another_order_keep_their_places() -> None:
    text = PAST.replace(
        "Wali Kota Darmono Wiryawan bersama Kepala Museum Ratna", "Darmono Wiryawan dan Ratna"
    )
    later = text.replace("Darmono Wiryawan dan Ratna Kusumawati", "Ratna Kusumawati dan Darmono Wiryawan")
    assert found(conflict, read(text, later, published="2024-06-04")) == []


def test_each_report_tells_its_own_day() -> None:
    days = (("2024-06-03", "Senin (3/6/2024)"), ("2024-06-06", "Kamis (6/6/2024)"))
    assert severities(*((ROOM.replace("Senin (3/6/2024)", told), day) for day, told in days)) == []


HAWKS = """{lead} Para nelayan menerima ganti rugi jaring dari perusahaan tambang pasir laut.
{told} Pembayaran akan dimulai bulan depan melalui koperasi desa pesisir."""


def spoken(*told: str) -> list[tuple[str | None, str]]:
    leads = (
        "Sengketa jaring nelayan Pulau Seribu dengan perusahaan tambang pasir laut selesai.",
        "Nelayan Pulau Seribu mencapai kata sepakat dengan perusahaan tambang pasir laut.",
    )
    texts = [HAWKS.format(lead=lead, told=t) for lead, t in zip(leads, told, strict=True)]
    pages = read(*texts, published="2024-06-04").readings()
    return [(c.slot, c.severity) for c in found(conflict, one_story_of(*pages))]


def one_story_of(*pages: Reading) -> MemoryDesk:
    desk = MemoryDesk()
    for page in pages:
        desk.put(page, {}, ())
    ids = tuple(page.article.id for page in pages)
    desk.put_story(Story(ids[0], "Cerita", ids, ()))
    return desk


IN_SURABAYA = "Menteri Darmono Wiryawan mengumumkan kesepakatan itu di Surabaya, Senin (3/6/2024)."


def test_one_announcement_in_two_places() -> None:
    other = "Kesepakatan itu diumumkan Menteri Darmono Wiryawan di Makassar, Senin (3/6/2024)."
    assert spoken(IN_SURABAYA, other) == [("where", "conflict")]


@pytest.mark.parametrize(
    "other",
    [
        "Kesepakatan itu diumumkan Menteri Darmono Wiryawan di Makassar, Selasa (4/6/2024).",
        "Kesepakatan itu diumumkan Menteri Ratna Kusumawati di Makassar, Senin (3/6/2024).",
        "Kesepakatan itu diumumkan Menteri Darmono Wiryawan di Malang, Senin (3/6/2024).",
        'Menteri Darmono Wiryawan mengatakan, "Harga beras naik," di Makassar, Senin (3/6/2024).',
    ],
)
def test_other_announcements_may_be_elsewhere(other: str) -> None:
    assert spoken(IN_SURABAYA, other) == []
