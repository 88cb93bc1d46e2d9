"""Who said what: the forms of direct and indirect speech in invented sentences.

Square brackets in a text mark a name, braces a pronoun; words get a rough part of speech, no tree.
"""

import re
import time
from itertools import pairwise

import pytest
from trees import reading as by_hand

from saksama.records import Article, Mention, Reading, Sentence, Span, Token
from saksama.statements import annotate

_WORD = re.compile(r"\w+(?:[-.]\w+)*|[^\w\s]")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+|\n+")
_SMALL = {
    "di": "ADP",
    "dari": "ADP",
    "dan": "CCONJ",
    "bahwa": "SCONJ",
    "ia": "PRON",
    "yang": "PRON",
    "siap": "ADJ",
}


def _upos(word: str) -> str:
    if not word[0].isalnum():
        return "PUNCT"
    if word.lower() in _SMALL:
        return _SMALL[word.lower()]
    verb = re.match(r"(?:me[mnlry]|ber|di)[a-z]{3}", word)
    return "PROPN" if word[0].isupper() else "VERB" if verb else "NOUN"


def flat(marked: str, title: bool = False) -> Reading:
    """A reading whose words hang on nothing; `title` makes the first sentence the headline."""
    text, mentions = "", []
    for part in re.split(r"(\[[^]]*\]|\{[^}]*\})", marked):
        bare = part.strip("[]{}") if part[:1] in ("[", "{") else part
        if bare is not part:
            label, actor = ("PRO", "Q-ia") if part[0] == "{" else ("PER", f"Q-{bare.split()[-1]}")
            mentions.append(Mention("a", len(text), len(text) + len(bare), bare, label, actor, "test"))
        text += bare
    sentences = []
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    for first, last in pairwise(starts):
        found = [
            Token(m.start(), m.end(), m[0], m[0].lower(), _upos(m[0]), 0, "dep")
            for m in _WORD.finditer(text, first, last)
        ]
        if found:
            head = title and not sentences
            sentences.append(
                Sentence(len(sentences), 0, found[0].start, found[-1].end, head, tuple(found), ())
            )
    span = Span(0, sentences[0].end) if title else None
    article = Article("a", None, None, None, "id", None, "unknown", (), text, span, ())
    return Reading(article, tuple(sentences), tuple(mentions))


def said(reading: Reading) -> list[tuple[str, str, str]]:
    """Kind, speaker and content of each statement."""
    found = annotate(reading).statements
    return [
        ("direct" if s.direct else "indirect", s.speaker_text.text, s.content.text)
        for s in found
        if s.speaker_text
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“Kapal kami sudah kembali,” kata [Rahim].", "Rahim", "Kapal kami sudah kembali"),
        ('"Kapal sudah kembali", ujar Menteri Laut [Rahim] di Bandung.', "Rahim", "Kapal sudah kembali"),
        ("“Mundur!” seru seorang pejabat senior.", "seorang pejabat senior", "Mundur!"),
        ("“Ia tiba. Awaknya sehat,” tutur Menteri Laut, [Dewi], kemarin.", "Dewi", "Ia tiba. Awaknya sehat"),
        ("[Rahim] mengatakan, “Kapal kami sudah kembali.”", "Rahim", "Kapal kami sudah kembali."),
        ("[Rahim] menulis di laman resminya: “Kapal sudah kembali.”", "Rahim", "Kapal sudah kembali."),
        ("“Kapal kami,” kata [Rahim], “sudah kembali.”", "Rahim", "Kapal kami,” kata Rahim, “sudah kembali."),
        ("“Kapal kami sudah kembali,” [Rahim] menegaskan.", "Rahim", "Kapal kami sudah kembali"),
    ],
)  # fmt: skip
def test_direct(text: str, speaker: str, content: str) -> None:
    assert said(flat(text)) == [("direct", speaker, content)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("[Rahim] mengatakan bahwa kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        (
            "[Rahim] mengatakan kepada wartawan di Bandung bahwa kapal itu kembali.",
            "Rahim",
            "kapal itu kembali",
        ),
        ("[Rahim] menegaskan, kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("Menurut [Rahim], kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("Kapal itu sudah kembali, kata [Rahim] kemarin.", "Rahim", "Kapal itu sudah kembali"),
        ("Kapal itu, kata [Rahim], sudah kembali.", "Rahim", "Kapal itu, kata Rahim, sudah kembali"),
        (
            "[Rahim] menyebut blokade itu sebagai tindakan perang.",
            "Rahim",
            "blokade itu sebagai tindakan perang",
        ),
        ("[Rahim] menilai langkah itu provokatif.", "Rahim", "langkah itu provokatif"),
        ("[Rahim] menyebut blokade itu “perang baru”.", "Rahim", "blokade itu “perang baru”"),
        ("[Rahim] menuding tetangganya telah menembak kapal.", "Rahim", "tetangganya telah menembak kapal"),
        (
            "[Rahim] mengatakan bahwa kapal itu “benar-benar” kembali.",
            "Rahim",
            "kapal itu “benar-benar” kembali",
        ),
    ],
)
def test_indirect(text: str, speaker: str, content: str) -> None:
    assert said(flat(text)) == [("indirect", speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "[Rahim] mengecam serangan itu.",
        "[Rahim] menyatakan dukungannya kepada nelayan yang telah kembali.",
        "[Rahim] mengungkap bagaimana kapal itu telah kembali.",
        "[Rahim] belum mengatakan bahwa kapal itu sudah kembali.",
        "[Rahim] akan menjelaskan bahwa kapal itu sudah kembali.",
        "Data itu menunjukkan bahwa kapal sudah kembali.",
        "Penandatanganan itu menegaskan bahwa kapal sudah kembali.",
        "Menurut rencana, kapal itu akan kembali besok.",
        "[Rahim] membaca “Kabar Pagi” di beranda.",
        "Dilansir Kantor Berita Bahari, kapal itu sudah kembali.",
        "Kapal itu disebut sudah kembali.",
        "“Kabar Pagi” terbit lagi.",
        "Tidak ditemukan bukti bahwa [Dewi] pernah mengatakan bahwa kota itu akan ditutup.",
        "Realisme adalah teori yang menyatakan bahwa negara tidak akan bersatu.",
    ],
)
def test_no_statement(text: str) -> None:
    assert said(flat(text)) == []


def test_two_speakers_in_one_sentence() -> None:
    text = "[Rahim] mengatakan bahwa kapal itu kembali, sementara [Dewi] menegaskan bahwa awaknya hilang."
    expected = [("indirect", "Rahim", "kapal itu kembali"), ("indirect", "Dewi", "awaknya hilang")]
    assert said(flat(text)) == expected


def test_speech_within_speech_gives_one_record_a_level() -> None:
    text = "[Rahim] mengatakan bahwa [Dewi] menegaskan bahwa kapal itu hilang."
    assert [(speaker, content) for _, speaker, content in said(flat(text))] == [
        ("Rahim", "Dewi menegaskan bahwa kapal itu hilang"),
        ("Dewi", "kapal itu hilang"),
    ]


def test_nya_and_a_quotation_without_cue_have_the_speaker_before() -> None:
    text = (
        "“Kapal kami sudah kembali,” kata [Rahim]. “Awaknya sehat,” ujarnya. “Besok mereka pulang ke rumah.”"
    )
    found = annotate(flat(text)).statements
    assert [s.speaker for s in found] == ["Q-Rahim"] * 3
    assert [s.cue.text if s.cue else None for s in found] == ["kata", "ujar", None]
    assert found[1].speaker_text is not None
    assert found[1].speaker_text.text == "nya"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Dilansir dari Warta Bahari, [Rahim] mengatakan bahwa kapal itu kembali.", "Warta Bahari"),
        ("[Rahim] mengatakan bahwa kapal itu kembali, seperti dilaporkan Warta Bahari.", "Warta Bahari"),
        ("“Kapal itu kembali,” kata [Rahim], dikutip Senin.", None),
        (
            "Seperti yang dilansir dari sumber terpercaya, {ia} menyatakan, “Kapal itu kembali.”",
            "sumber terpercaya",
        ),
    ],
)
def test_a_carrier_is_kept_apart_from_the_speaker(text: str, via: str | None) -> None:
    (statement,) = annotate(flat(text)).statements
    assert statement.via == via
    assert (statement.via_evidence.text if statement.via_evidence else None) == via
    assert statement.content.text.lower().endswith(("kapal itu kembali", "kapal itu kembali."))


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("[Rahim]: Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("[Rahim] soal Blokade: Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("[Rahim] Sebut Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("Profil: Kapal yang Sudah Kembali", None),
        ("[Rahim] Ungkap Alasan Blokade", None),
    ],
)
def test_headlines(title: str, content: str | None) -> None:
    found = said(flat(f"{title}\nCuaca cerah.", title=True))
    assert found == ([("indirect", "Rahim", content)] if content else [])


CLAUSE = """
Rahim PROPN 2 nsubj B-PER
menilai VERB 0 ROOT
kapal NOUN 6 nsubj
itu DET 3 det
tidak ADV 6 advmod
kembali VERB 2 ccomp
. PUNCT 2 punct
"""
NOUN_PHRASE = """
Rahim PROPN 2 nsubj B-PER
menilai VERB 0 ROOT
kinerja NOUN 2 obj
kapal NOUN 3 nmod
itu DET 4 det
. PUNCT 2 punct
"""
TITLED = """
Sekretaris NOUN 6 nsubj
Jenderal NOUN 1 flat
, PUNCT 4 punct
Rahim PROPN 1 appos B-PER
, PUNCT 1 punct
mengklaim VERB 0 ROOT
kapal NOUN 9 nsubj
telah ADV 9 advmod
kembali VERB 6 ccomp
. PUNCT 6 punct
"""
TWO = """
Rahim PROPN 4 nsubj B-PER
dan CCONJ 3 cc
Dewi PROPN 1 conj B-PER
mengatakan VERB 0 ROOT
bahwa SCONJ 8 mark
kapal NOUN 8 nsubj
sudah ADV 8 advmod
kembali VERB 4 ccomp
. PUNCT 4 punct
"""
AIDE = """
Ajudan NOUN 3 nsubj
Rahim PROPN 1 nmod B-PER
mengatakan VERB 0 ROOT
bahwa SCONJ 7 mark
kapal NOUN 7 nsubj
sudah ADV 7 advmod
kembali VERB 3 ccomp
. PUNCT 3 punct
"""


def named(rows: str) -> Reading:
    """A reading by hand whose names are mentions."""
    made = by_hand(rows)
    mentions = []
    for sentence in made.sentences:
        for name in sentence.names:
            first, last = sentence.tokens[name.first], sentence.tokens[name.last - 1]
            text = made.article.text[first.start : last.end]
            mentions.append(Mention("a1", first.start, last.end, text, "PER", f"Q-{text}", "test"))
    return Reading(made.article, made.sentences, tuple(mentions))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (CLAUSE, [("indirect", "Rahim", "kapal itu tidak kembali")]),
        (NOUN_PHRASE, []),
        (TITLED, [("indirect", "Rahim", "kapal telah kembali")]),
        (TWO, [("indirect", "Rahim", "kapal sudah kembali"), ("indirect", "Dewi", "kapal sudah kembali")]),
        (AIDE, [("indirect", "Ajudan Rahim", "kapal sudah kembali")]),
    ],
)
def test_the_tree_gives_subject_and_clause(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(named(rows)) == expected


def test_offsets_and_order() -> None:
    made = flat(
        "“Kapal kami kembali,” kata [Rahim]. Menurut [Dewi], kapal itu hilang. Awaknya telah pulang, ujarnya."
    )
    found = annotate(made).statements
    assert [s.id for s in found] == ["a:s1", "a:s2", "a:s3"]
    assert [s.content.start for s in found] == sorted(s.content.start for s in found)
    for s in found:
        for piece in (s.content, s.cue, s.speaker_text):
            assert piece is not None
            assert made.article.text[piece.start : piece.end] == piece.text


def test_a_text_without_an_end_takes_no_time() -> None:
    made = flat("[Rahim] mengatakan bahwa kapal itu kembali, kata [Dewi], “mundur”, " * 3000)
    started = time.perf_counter()
    annotate(made)
    assert time.perf_counter() - started < 3


def test_reading_twice_changes_nothing() -> None:
    once = annotate(flat("“Kapal kami kembali,” kata [Rahim]."))
    assert annotate(once) == once


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Namun, kata {dia}, aturan itu tetap berlaku.", "aturan itu tetap berlaku"),
        ("Selain itu, lanjut {dia}, warga mengungsi ke bukit.", "warga mengungsi ke bukit"),
        ("Oleh karena itu, ujar [Tari Melati], jembatan itu ditutup.", "jembatan itu ditutup"),
        ("Pada hari Senin, kata [Tari Melati], jembatan itu ditutup.", "jembatan itu ditutup"),
        (
            "Warga, kata [Tari Melati], mengungsi ke bukit.",
            "Warga, kata Tari Melati, mengungsi ke bukit",
        ),
        (
            "Jika sungai meluap, kata [Tari Melati], warga mengungsi.",
            "Jika sungai meluap, kata Tari Melati, warga mengungsi",
        ),
    ],
)
def test_a_cue_between_commas_is_no_part_of_the_clause_behind_it(text: str, content: str) -> None:
    assert [found for *_, found in said(flat(text))] == [content]
