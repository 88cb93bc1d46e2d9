"""Headlines that say more than the text."""

import pytest
from builders import Page, found, one_story

from saksama.checks import headline
from saksama.records import Check

BODY = [
    "Tiga kepala negara mengecam/VERB perjanjian itu di Tokyo .",
    "Mereka khawatir/ADJ pada dampak kawasan .",
    "Perundingan berlanjut/VERB hingga malam .",
    "Juru bicara menolak/VERB berkomentar .",
    "Pasar saham menguat/VERB tipis .",
]


def checks(title: str, *lines: str, body: list[str] = BODY) -> list[Check]:
    text = "\n".join([title, *body, *lines])
    return found(headline, one_story(Page("a", text, titled=True)))


def test_an_all_that_the_text_does_not_bear_out() -> None:
    (check,) = checks("Seluruh/DET Negara Kecam/VERB Perjanjian")
    assert (check.kind, check.severity) == ("headline", "caution")
    assert "Seluruh Negara" in check.explanation.id
    title, weaker = check.evidence
    assert title.text.startswith("Seluruh Negara")
    assert "negara" in weaker.text


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Seluruh/DET Negara Kecam/VERB Perjanjian", "Semua negara anggota setuju/VERB kemudian ."),
        ("Seluruh/DET Dana Cair/VERB Besok", ""),
        ("Tiga/NUM Negara Kecam/VERB Perjanjian", ""),
        ("Negara Kecam/VERB Seluruh/DET Perjanjian", ""),
    ],
)
def test_quiet_about_other_quantities(title: str, more: str) -> None:
    assert checks(title, *filter(None, [more])) == []


def test_a_question_that_is_never_taken_up() -> None:
    (check,) = checks("Perjanjian Diteken/VERB , Langgar/VERB Sanksi ?")
    assert check.severity == "caution"
    assert "Langgar" in check.explanation.id
    assert check.evidence[0].text == "Langgar Sanksi?"


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Perjanjian Diteken/VERB , Langgar/VERB Sanksi ?", "Pakar menilai/VERB pelanggaran sanksi jelas ."),
        ("Perjanjian Diteken/VERB , Langgar/VERB Sanksi ?", "Itu melanggar/VERB hukum ."),
        ("Mengapa/ADV Perjanjian Langgar/VERB Sanksi ?", ""),
        ("Berapa/PRON Sanksi Dilanggar/VERB ?", ""),
        ("Siapa/PRON Langgar/VERB Sanksi ?", ""),
        ("Perjanjian Langgar/VERB Sanksi", ""),
        ("Apakah/PART Benar/ADJ Akan/AUX ?", ""),
        ("Perundingan Berlanjut/VERB ?", ""),
        ("Langgar/VERB Sanksi ? Ini/PRON Kata/VERB Pakar", ""),
        ("?", ""),
        ("? ? ?", ""),
    ],
)
def test_quiet_about_other_questions(title: str, more: str) -> None:
    assert checks(title, *filter(None, [more])) == []


def test_a_caption_is_no_answer() -> None:
    assert checks("Perjanjian Diteken/VERB , Langgar/VERB Sanksi ?", body=BODY[:3]) == []


def test_no_headline_no_check() -> None:
    assert found(headline, one_story(Page("a", "\n".join(["Langgar Sanksi ?", *BODY])))) == []


@pytest.mark.parametrize("mark", ["?", "", "??", "?!", "?”"])
def test_a_headline_of_any_length_takes_no_time(mark: str) -> None:
    import time

    page = Page("a", "\n".join(["Langgar/VERB " + "sanksi " * 30_000 + ".", *BODY]), titled=True)
    text = page.reading.article.text
    start = time.perf_counter()
    headline._asked(page.reading, [s for s in page.reading.sentences if s.is_title])
    assert len(text) > 200_000
    assert time.perf_counter() - start < 1


TRIAL = [
    "Hakim memutus/VERB perkara dermaga itu hari ini .",
    "Sidang berjalan/VERB tiga jam .",
    "Pengacara hadir/VERB sejak pagi .",
    "Warga menunggu/VERB di halaman .",
    "Putusan dibacakan/VERB siang hari .",
]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Dewan Naikkan/VERB Tarif Dermaga Lama", "Dewan memangkas/VERB tarif dermaga lama itu separuh ."),
        ("Dewan Tolak/VERB Tarif Dermaga", "Dewan menyetujui/VERB tarif dermaga yang baru ."),
        ("Jaksa Tetapkan/VERB Tersangka Dermaga", "Jaksa belum menetapkan/VERB tersangka perkara dermaga ."),
        ("Dermaga Lama Sudah Dibongkar/VERB", "Dermaga lama itu akan dibongkar/VERB bulan depan ."),
    ],
)
def test_a_headline_that_turns_the_sense(title: str, line: str) -> None:
    (check,) = checks(title, line, body=TRIAL)
    assert (check.kind, check.severity) == ("headline", "caution")
    assert check.evidence[1].text.split()[0] == line.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Dewan Naikkan/VERB Tarif Dermaga Lama", ["Dewan menaikkan/VERB tarif dermaga lama ."]),
        (
            "Dewan Naikkan/VERB Tarif Dermaga Lama",
            ["Dewan memangkas/VERB tarif dermaga lama .", "Tarif dinaikkan/VERB kemudian ."],
        ),
        ("Dewan Naikkan/VERB Tarif Dermaga Lama ?", ["Dewan memangkas/VERB tarif dermaga lama ."]),
        ("Dewan Naikkan/VERB Tarif Dermaga Lama", ["Dewan memangkas/VERB pajak warga ."]),
        (
            "Jaksa Bantah/VERB Tetapkan/VERB Tersangka Dermaga",
            ["Jaksa belum menetapkan/VERB tersangka dermaga ."],
        ),
        (
            "Jaksa Tetapkan/VERB Tersangka Dermaga",
            [
                "Jaksa menetapkan/VERB tersangka dermaga .",
                "Jaksa belum menetapkan/VERB tersangka dermaga lain .",
            ],
        ),
        (
            "Jaksa Tetapkan/VERB Tersangka Dermaga",
            ["Jika jaksa tidak menetapkan/VERB tersangka dermaga , habis ."],
        ),
        ("Dermaga Lama Dibongkar/VERB", ["Dermaga lama itu akan dibongkar/VERB bulan depan ."]),
    ],
)
def test_quiet_where_the_text_bears_the_headline_out(title: str, lines: list[str]) -> None:
    assert not checks(title, *lines, body=TRIAL)


def term(title: str, told: str) -> list[Check]:
    body = [TRIAL[0], f"Hakim menghukum/VERB mandor itu {told} penjara .", *TRIAL[1:]]
    page = Page("a", "\n".join([f"Mandor Dermaga Dihukum/VERB {title}", *body]), titled=True)
    page.time(title, None, type="DURATION", value=f"P{title.split(maxsplit=1)[0]}Y")
    page.time(told, None, type="DURATION", value=f"P{told.split(maxsplit=1)[0]}Y")
    return found(headline, one_story(page))


def test_a_term_of_prison_that_the_text_gives_otherwise() -> None:
    (check,) = term("4 tahun", "7 tahun")
    assert "4 tahun" in check.explanation.id
    assert "7 tahun" in check.explanation.id
    assert not term("4 Tahun", "4 tahun")


def test_people_are_not_held_against_what_the_headline_counts_beside_them() -> None:
    body = ["Komplotan itu menyewa/VERB 4 mobil lalu menggadaikan/VERB mobil itu .", *TRIAL]
    title = "Komplotan Gadaikan/VERB 4 Mobil , Seret/VERB 6 Orang Jadi Tersangka"
    page = Page("a", "\n".join([title, *body]), titled=True)
    page.quantity("4 Mobil", 4, "mobil").quantity("6 Orang", 6, "orang").quantity("4 mobil", 4, "mobil")
    assert not found(headline, one_story(page))
