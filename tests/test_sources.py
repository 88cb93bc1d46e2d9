"""Files, pages and piles to articles: what is read, what is skipped and why."""

import gzip
import io
import json
import os
import re
import sys

import pytest

from saksama.errors import EmptyInput, NoArticle, TooLarge, UsageError, WrongLanguage
from saksama.records import Article, Skipped
from saksama.sources import Note, SourceOptions, expand, from_html, from_text, load, load_all

STORY = (
    "Presiden meresmikan jembatan baru di Kabupaten Sikka pada Senin. "
    "Jembatan itu menghubungkan dua desa yang selama ini terpisah oleh sungai.\n"
    "Warga mengatakan mereka senang karena perjalanan ke pasar menjadi lebih singkat."
)
PAGE = """<!doctype html><html lang="id"><head><meta charset="{meta}">
<title>Jembatan Sikka Diresmikan - Kabarkita.id</title>
<meta property="og:title" content="Jembatan Sikka Diresmikan – Kabarkita.id">
<meta property="og:site_name" content="Kabarkita.id">
<meta property="article:published_time" content="2024-03-05T08:00:00+07:00">
<link rel="canonical" href="https://www.kabarkita.id/daerah/jembatan-sikka?utm_source=x">
</head><body><nav><a href="/">Beranda</a><a href="/politik">Politik</a></nav>
<article><h1>Jembatan Sikka Diresmikan</h1>{body}</article><footer>© Kabarkita.id</footer></body></html>"""
BODY = "".join(f"<p>{line}</p>" for line in (STORY * 2).split("\n"))


def one(tmp_path, content, name="artikel.txt", **options):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(load(str(path), SourceOptions(**options)))


def article(tmp_path, content, name="artikel.txt", **options):
    (found,) = one(tmp_path, content, name, **options)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Jembatan Sikka Akhirnya Diresmikan\n\n{STORY}", "Jembatan Sikka Akhirnya Diresmikan"),
        (f"Mengapa Jembatan Itu Penting?\n{STORY}", "Mengapa Jembatan Itu Penting?"),
        (f"\n  Warga: “Kami Senang”\n{STORY}", "Warga: “Kami Senang”"),
        (STORY, ""),
        (STORY.split("\n", maxsplit=1)[0], ""),
        (f"19 November, 2024\n{STORY}", ""),
        (f"KABARKITA.ID, MAUMERE – {STORY}", ""),
    ],
)
def test_the_headline_is_a_first_line_that_stands_alone(tmp_path, text, headline):
    assert article(tmp_path, text).headline == headline


def test_a_given_title_is_set_above_the_text_as_given():
    found = from_text("  Satu.\r\n" + STORY, title=" Judul \n Dua Baris ")
    assert found.text == "Judul Dua Baris\n\n  Satu.\n" + STORY
    assert found.headline == "Judul Dua Baris"


@pytest.mark.parametrize(
    ("line", "value", "shown"),
    [
        ("19 November, 2024", "2024-11-19", "19 November, 2024"),
        ("Rabu, 19 Juni 2024 | 10:15 WIB", "2024-06-19", "Rabu, 19 Juni 2024"),
        ("Oleh Rina Marlina - 12/05/2024", "2024-05-12", "12/05/2024"),
        ("Kabarkita.id – Jum'at, 3 Mei 2024, 07.30 WIB", "2024-05-03", "Jum'at, 3 Mei 2024"),
        ("Diterbitkan 3 Agu 2024", "2024-08-03", "3 Agu 2024"),
        ("Maumere, 5 Maret 2024", "2024-03-05", "5 Maret 2024"),
    ],
)
def test_a_byline_gives_the_date_and_is_no_story(tmp_path, line, value, shown):
    found = article(tmp_path, f"Jembatan Sikka Diresmikan\n\n{line}\n1.204\n{STORY}")
    assert (found.published, found.published_basis) == (value, "text")
    assert [e.text for e in found.published_evidence] == [shown]
    reasons = [(found.text[b.start : b.end], b.reason) for b in found.boilerplate]
    assert reasons == [(line, "byline"), ("1.204", "counter")]


@pytest.mark.parametrize(
    "line",
    [
        "Pertemuan itu berlangsung pada Senin, 4 September 2023.",
        "Jembatan Lama Runtuh pada 11 Januari 2023",
        "“Kami Ingat 11 Januari 2023”",
        "Pada 5 Maret 2024 presiden tiba di Maumere",
    ],
)
def test_a_date_in_the_body_is_no_publication_date(tmp_path, line):
    found = article(tmp_path, f"Jembatan Sikka Diresmikan\n\n{line}\n{STORY}")
    assert (found.published, found.published_basis, found.published_evidence) == (None, "unknown", ())


def test_a_day_that_does_not_exist_is_told_and_ignored(tmp_path):
    found, note = one(tmp_path, f"Jembatan Sikka Diresmikan\n\n31 Februari 2024\n{STORY}")
    assert (found.published, found.published_basis) == (None, "unknown")
    assert isinstance(note, Note)
    assert "'31 Februari 2024' does not exist" in note.text


def test_the_given_date_wins(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"Jembatan Sikka Diresmikan\n\n19 November, 2024\n{STORY}", encoding="utf-8")
    for key in (str(path), "a.txt"):
        ((found,), skipped) = load_all([str(path)], {key: "2024-06-18/2024-06-19"})
        assert (found.published, found.published_basis, skipped) == ("2024-06-18/2024-06-19", "given", [])


def test_a_given_date_must_exist_and_find_its_article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    with pytest.raises(UsageError, match="no such date"):
        load_all([str(path)], {"a.txt": "31 Februari 2024"})
    with pytest.raises(UsageError):
        from_text(STORY, published="kemarin")
    assert load_all([str(path)], {"b.txt": "2024"})[1][0].path == "b.txt"
    assert from_text(STORY, published="19 Juni 2024").published == "2024-06-19"


ENGLISH = (
    "The president opened the bridge on Monday and said that it would be of use to all of the people. " * 3
)
JAVANESE = (
    "Bupati ngresmekake pasar anyar ing kutha iki dina Senin. Warga padha seneng amarga saiki ora kudu lunga "
    "adoh kanggo dodolan. Pasar iku wis suwe ditunggu dening wong akeh lan bakal dibukak saben dina."
)
SUNDANESE = (
    "Bupati ngaresmikeun pasar anyar di ieu kota dina poé Senén. Warga ngarasa bungah kusabab ayeuna teu "
    "kudu jauh-jauh pikeun dagang. Éta pasar geus lila ditungguan ku warga anu daragang di sisi jalan."
)
MALAY = (
    "Perdana Menteri berkata kerajaan akan membina pasar baharu kerana penduduk memerlukannya. Beliau "
    "memberitahu bahawa syarikat tempatan dipilih manakala kerja bermula pada Ogos. Pengerusi majlis "
    "menyokong cadangan itu."
)


@pytest.mark.parametrize(
    ("text", "name"),
    [(ENGLISH, "English"), (JAVANESE, "Javanese"), (SUNDANESE, "Sundanese"), (MALAY, "Malay")],
)
def test_other_languages_are_skipped_by_name(tmp_path, text, name):
    (skipped,) = one(tmp_path, text)
    assert isinstance(skipped, Skipped)
    assert f"is in {name}" in skipped.reason


def test_an_indonesian_article_may_quote_another_language(tmp_path):
    assert article(tmp_path, f"{STORY} {STORY}\n{ENGLISH}\n{ENGLISH}")
    assert article(
        tmp_path, f"{STORY}\n“Matur nuwun kabeh sing wis rawuh lan ndonga kanggo kula,” kata warga."
    )


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b"  \n\t\n", "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "a.txt", "binary"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "a.html", "binary"),
        (b"\x00\x01\x02\x03" * 400, "a.txt", "binary"),
        (b"Jembatan Sikka Diresmikan\n", "a.txt", "headline alone|too short"),
        (b"a" * 10_000_000, "a.txt", "characters"),
        (("Kata orang. " * 900_000).encode(), "a.txt", "characters"),
        (b"<html><body><p>Hai</p></body></html>", "a.html", "without an article"),
        (b"<html><body>" + b"<p>Hai, kata warga.</p>" * 400_000, "a.html", "more than 5 MB"),
        (b"{bukan json\n", "a.jsonl", "JSON"),
        (b'["a", "b"]\n', "a.jsonl", "JSON object"),
        (b'{"title": "Judul", "text": ""}\n', "a.jsonl", "no text"),
        (b"\x1f\x8b\x08rusak", "a.txt.gz", "cannot be read"),
    ],
)
def test_what_cannot_be_read_gives_one_clear_line(tmp_path, content, name, reason):
    (skipped,) = one(tmp_path, content, name)
    assert isinstance(skipped, Skipped)
    assert re.search(reason, skipped.reason), skipped.reason
    assert "\n" not in skipped.reason


def test_missing_paths_and_folders_without_articles(tmp_path):
    (tmp_path / "kosong").mkdir()
    found = [next(load(path)) for path in expand([str(tmp_path / "tiada"), str(tmp_path / "kosong"), "a\0b"])]
    assert [item.reason.split()[0] for item in found] == ["no", "no", "no"]


def test_folders_are_read_through_in_order_and_once(tmp_path):
    for name in ("b/2.txt", "a/1.txt", "b/3.html", "b/.x.txt", "b/4.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    found = list(expand([str(tmp_path), str(tmp_path / "a" / "1.txt")]))
    assert [path[-7:] for path in found] == ["a/1.txt", "b/2.txt", "/3.html"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path, encoding):
    text = f"“Kafé Éstu” Dibuka – Warga Senang…\n{STORY}"
    assert article(tmp_path, text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("meta", "encoding"), [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("x-tiada", "cp1252")]
)
def test_a_wrong_meta_charset_does_no_harm(tmp_path, meta, encoding):
    body = BODY.replace("Warga", "“Kafé” warga")
    found = article(tmp_path, PAGE.format(meta=meta, body=body).encode(encoding), "a.html")
    assert "“Kafé” warga" in found.text


def test_control_characters_and_escape_sequences_become_blanks_of_equal_length():
    found = from_text("Satu\x00dua \x1b[31mmerah\x1b[0m\r\ntiga\x85empat " + STORY)
    assert found.text.startswith("Satu dua      merah    \ntiga\nempat ")


def test_a_page_with_its_metadata(tmp_path):
    found = article(tmp_path, PAGE.format(meta="utf-8", body=BODY), "a.html")
    assert found.headline == "Jembatan Sikka Diresmikan"
    assert found.text.startswith("Jembatan Sikka Diresmikan\n\nPresiden meresmikan")
    assert (found.published, found.published_basis) == ("2024-03-05", "page")
    assert (found.outlet, found.url) == ("Kabarkita.id", "https://www.kabarkita.id/daerah/jembatan-sikka")
    assert found.id == from_text(STORY, url="http://kabarkita.id/daerah/jembatan-sikka/#atas").id


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 30_000 + f"<p>{STORY}</p>",
        f"<html><body><p>{STORY}<p>{STORY}<b><i><div>" + "<span>" * 5000,
        "<" * 50_000,
        "<!--" + "x" * 100_000,
        "<p " + 'a="b" ' * 20_000 + f">{STORY}",
    ],
)
def test_broken_pages_neither_crash_nor_hang(tmp_path, html):
    (found,) = one(tmp_path, html, "a.html")
    assert isinstance(found, Article | Skipped)


def test_a_front_page_has_no_article(tmp_path):
    links = "".join(
        f'<li><a href="/{n}">Warga Desa {n} Antre Air Bersih Sejak Pagi Hari</a></li>' for n in range(60)
    )
    (found,) = one(tmp_path, f"<html><body><h1>Kabarkita</h1><ul>{links}</ul></body></html>", "a.html")
    assert isinstance(found, Skipped)
    with pytest.raises(NoArticle):
        from_html(f"<html><body><ul>{links}</ul></body></html>".encode())


def pile(tmp_path, *items, name="pile.jsonl"):
    lines = "\n".join(json.dumps(item) for item in items).encode()
    return one(tmp_path, gzip.compress(lines) if name.endswith(".gz") else lines, name)


@pytest.mark.parametrize("name", ["pile.jsonl", "pile.jsonl.gz"])
def test_a_pile_has_an_article_a_line(tmp_path, name):
    url = "https://www.kabarkita.id/a/?utm_medium=x&id=3#k"
    found = pile(
        tmp_path,
        {
            "url": url,
            "date": "Selasa, 19 Mei 2026 01:05 WIB",
            "title": "Judul Satu",
            "text": STORY,
            "src": "x",
        },
        {"url": None, "date": None, "title": None, "text": STORY},
        name=name,
    )
    assert [(a.published, a.published_basis, a.headline) for a in found] == [
        ("2026-05-19", "page", "Judul Satu"),
        (None, "unknown", ""),
    ]
    assert found[0].outlet == "kabarkita.id"
    assert [len(found[0].id), found[1].id, found[1].path[-5:]] == [12, "pile-2", f"{name}:2"[-5:]]


def test_what_day_a_slashed_date_means_is_told_by_its_pile(tmp_path):
    dated = [
        {"date": date, "title": "Judul Satu", "text": STORY}
        for date in ("8/7/2025 15:04", "10/20/2025 11:25")
    ]
    assert [a.published for a in pile(tmp_path, *dated)] == ["2025-08-07", "2025-10-20"]
    assert pile(tmp_path, dated[0])[0].published == "2025-07-08"
    hint = {**dated[0], "text": STORY + " Pasar dibuka Kamis (7/8/2025)."}
    assert pile(tmp_path, hint)[0].published == "2025-08-07"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (STORY, "text"),
        (PAGE.format(meta="utf-8", body=BODY), "page"),
        (json.dumps({"title": "Judul Satu", "text": STORY}), "pile"),
    ],
)
def test_standard_input_is_looked_at(monkeypatch, content, kind):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(content.encode()))))
    (found,) = load("-")
    titles = {"text": "", "page": "Jembatan Sikka Diresmikan", "pile": "Judul Satu"}
    assert found.headline == titles[kind]


@pytest.mark.parametrize(
    ("opening", "outlet", "place"),
    [
        ("KABARKITA.ID, MAUMERE – ", "KABARKITA.ID", "MAUMERE"),
        ("Maumere (ANTARA) - ", "ANTARA", "Maumere"),
        ("Maumere, NTT (ANTARA News) - ", "ANTARA News", "Maumere, NTT"),
        ("MAUMERE, KABARKITA.com — ", "KABARKITA.com", "MAUMERE"),
        ("TEMPO.CO, Jakarta - ", "TEMPO.CO", "Jakarta"),
        ("KABARKITA, JAKARTA – ", "KABARKITA", "JAKARTA"),
        ("Kabar Kita, Jakarta - ", "Kabar Kita", "Jakarta"),
        ("MAUMERE, Kabar Kita – ", "Kabar Kita", "MAUMERE"),
        ("Jakarta (Kabar Kita) – ", "Kabar Kita", "Jakarta"),
        ("JAKARTA, KABAR KITA — ", "KABAR KITA", "JAKARTA"),
        ("KabarNews - ", "KabarNews", None),
        ("jpnn.com - MAUMERE - ", "jpnn.com", "MAUMERE"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia", "Jakarta"),
        ("Jakarta - ", None, "Jakarta"),
    ],
)
def test_datelines_give_outlet_and_place(opening, outlet, place):
    found = from_text(opening + STORY)
    assert (found.outlet, found.dateline) == (outlet, place)
    assert [found.text[b.start : b.end] for b in found.boilerplate] == [opening.strip()]


@pytest.mark.parametrize(
    "opening", ["Prabowo - Gibran menang. ", "Kim Jong Un - pemimpin itu - hadir. ", "Rusia-"]
)
def test_a_dash_makes_no_dateline(opening):
    found = from_text(opening + STORY)
    assert (found.outlet, found.dateline, found.boilerplate) == (None, None, ())


@pytest.mark.parametrize(
    ("text", "error"),
    [("", EmptyInput), ("\n \n", EmptyInput), (ENGLISH, WrongLanguage), ("a b " * 10**6, TooLarge)],
)
def test_from_text_raises_what_load_skips(text, error):
    with pytest.raises(error):
        from_text(text)


def test_a_list_of_links_is_no_article(tmp_path):
    links = "".join(f'<a href="/{n}">Berita nomor {n} tentang harga beras hari ini.</a> ' for n in range(60))
    (found,) = one(tmp_path, f"<html><body><div>{links}</div></body></html>", "depan.html")
    assert isinstance(found, Skipped)
    assert found.reason == "a page without an article"


def test_links_inside_an_article_and_one_that_never_closes_leave_it_an_article(tmp_path):
    linked = BODY.replace("jembatan baru", '<a href="/x">jembatan baru</a>')
    article(tmp_path, PAGE.format(meta="utf-8", body=linked), "a.html")
    article(tmp_path, PAGE.format(meta="utf-8", body='<a href="/x">' + BODY), "b.html")


@pytest.mark.parametrize("odd", ["&#27;[31m", "&#x1b;", "\x1b[2J", "&#7;", "&#0;"])
def test_control_characters_of_a_page_do_not_lose_the_article(tmp_path, odd):
    page = PAGE.format(meta="utf-8", body=BODY.replace("Kabupaten", f"{odd} Kabupaten"))
    text = article(tmp_path, page, "a.html").text
    assert "Kabupaten Sikka" in text
    assert not re.search("[\x00-\x08\x0e-\x1f]", text)


def test_characters_by_number_stay(tmp_path):
    page = PAGE.format(meta="utf-8", body=BODY.replace("Warga mengatakan", "&#8220;Warga&#x201d; &#128;"))
    assert "“Warga”" in article(tmp_path, page, "a.html").text


@pytest.mark.parametrize("tag", ["div", "li", "p><x-y"])
def test_tags_beyond_all_measure_do_not_stop_a_page(tmp_path, tag):
    page = f"<html><body><article>{f'<{tag}>' * 50_000}<p>{STORY}</p></article></body></html>"
    assert "jembatan baru" in article(tmp_path, page, "dalam.html").text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_pile_in_wide_characters(tmp_path, encoding):
    lines = "\n".join(json.dumps({"title": f"Jembatan {n}", "text": STORY * (n + 1)}) for n in range(3))
    found = one(tmp_path, lines.encode(encoding), "tumpukan.jsonl")
    assert [a.headline for a in found] == ["Jembatan 0", "Jembatan 1", "Jembatan 2"]


def test_an_empty_pile_is_named(tmp_path):
    (found,) = one(tmp_path, "\n \n", "kosong.jsonl")
    assert isinstance(found, Skipped)
    assert found.reason == "the file is empty"


def test_a_pile_that_breaks_off_keeps_what_came_before(tmp_path):
    lines = "\n".join(json.dumps({"title": f"Nomor {n}", "text": f"{STORY} {n * n}"}) for n in range(400))
    found = one(tmp_path, gzip.compress(lines.encode())[:-40], "putus.jsonl.gz")
    assert isinstance(found[-1], Skipped)
    assert found[-1].reason.startswith("cannot be read")
    assert sum(isinstance(item, Article) for item in found) > 100


def test_a_folder_that_is_closed_and_links_to_nowhere_are_named(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "putus.txt").symlink_to("tidak-ada")
    (tmp_path / "lingkar.txt").symlink_to("lingkar.txt")
    closed = tmp_path / "tertutup"
    closed.mkdir()
    opened = os.scandir

    def scandir(path):
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(closed))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    articles, skipped = load_all([str(tmp_path)])
    assert len(articles) == 1
    assert {(os.path.basename(s.path), s.reason) for s in skipped} == {
        ("putus.txt", "a link that leads nowhere"),
        ("lingkar.txt", "cannot be read: Too many levels of symbolic links"),
        ("tertutup", "cannot be read: Permission denied"),
    }


def test_a_pile_on_standard_input_may_be_longer_than_a_page(monkeypatch):
    lines = [json.dumps({"title": f"Nomor {n}", "text": f"{STORY} {n}"}) for n in range(9)]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    assert len(list(load("-", SourceOptions(max_bytes=1000)))) == 9


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("PYONGYANG, 19 Juni 2024 – ", "2024-06-19"),
        ("Jakarta, 3/5/2024 - ", "2024-05-03"),
        ("Bandung (7 Januari 2025) -- ", "2025-01-07"),
        ("Jakarta, 31 Februari 2024 - ", None),
        ("Jakarta - ", None),
    ],
)
def test_a_dateline_gives_its_day(opening, published):
    body = "Menteri Luar Negeri Kenya bertemu rekannya dari Uganda di Nairobi guna membahas batas negara."
    article = from_text(opening + body, title="Menlu Kenya Bertemu Menlu Uganda")
    assert article.published == published
    assert [b.reason for b in article.boilerplate] == ["dateline"]
    if published:
        assert article.published_basis == "text"
        assert article.published_evidence[0].text in opening
