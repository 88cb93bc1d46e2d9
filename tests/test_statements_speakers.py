"""Who speaks where no name stands beside the cue, and who carries the report."""

import pytest
from spoken import flat

from saksama.statements import annotate


def test_nya_and_a_quotation_without_cue_have_the_speaker_before() -> None:
    text = (
        "“Kapal kami sudah kembali,” kata [Rahim]. “Awaknya sehat,” ujarnya.\n“Besok mereka pulang ke rumah.”"
    )
    found = annotate(flat(text)).statements
    assert [s.speaker for s in found] == ["Q-Rahim"] * 3
    assert [s.cue.text if s.cue else None for s in found] == ["kata", "ujar", None]
    assert found[1].speaker_text is not None
    assert found[1].speaker_text.text == "nya"


def test_what_is_said_around_a_cue_in_one_paragraph_is_whole() -> None:
    (found,) = annotate(flat("“Kapal sudah kembali,” kata [Rahim]. “Awaknya sehat semua.”")).statements
    assert found.content.text == "Kapal sudah kembali,” kata Rahim. “Awaknya sehat semua."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Awaknya sehat,” ujar mantan nakhoda itu.", "Q-Rahim"),
        ("“Awaknya sehat,” ujar sang duta.", "Q-Rahim"),
        ("“Awaknya sehat,” ujar seorang nakhoda.", None),
        ("“Awaknya sehat,” ujar kepala urusan laut di Bandung [Dewi].", "Q-Dewi"),
        ("“Awaknya sehat,” ujar ketua nelayan di Bandung.", None),
        ("[Dewi] datang. Warga pulang. Hari hujan. Malam tiba. “Awaknya sehat,” imbuhnya.", "Q-Rahim"),
        ("[Dewi] datang. Warga pulang. Hari hujan. Malam tiba. “Awaknya sehat,” katanya.", None),
        ("Cuaca cerah. Warga pulang. Hari hujan. Malam tiba. “Awaknya sehat,” katanya.", "Q-Rahim"),
    ],
)
def test_who_goes_on_speaking(text: str, speaker: str | None) -> None:
    found = annotate(flat(f"“Kapal kami kembali,” kata [Rahim]. {text}")).statements
    assert [s.speaker for s in found] == ["Q-Rahim", speaker]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Dilansir dari Warta Bahari, [Rahim] mengatakan bahwa kapal itu kembali.", "Warta Bahari"),
        ("[Rahim] mengatakan bahwa kapal itu kembali, seperti dilaporkan Warta Bahari.", "Warta Bahari"),
        ("“Kapal itu kembali,” kata [Rahim], dikutip Senin.", None),
        ("“Kapal itu kembali,” kata [Rahim] kepada wartabahari.com.", "wartabahari.com"),
        ("“Kapal itu kembali,” kata [Rahim] kepada nelayan.", None),
        ("“Kapal itu kembali,” kata [Rahim]. Demikian dilansir Warta Bahari.", "Warta Bahari"),
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
    ("between", "speaker"),
    [("tidak lelah", "Q-Rahim"), ("mengecam blokade itu", "Q-ia"), ("mencemooh para nelayan", "Q-ia")],
)
def test_who_is_only_talked_about_does_not_speak(between: str, speaker: str) -> None:
    """The reading takes the pronoun for Sari, of whom Rahim was telling."""
    text = f"[Rahim] mengatakan bahwa [Sari ia] kembali. [Sari ia] {between}. “Awaknya sehat,” kata {{dia}}."
    assert [s.speaker for s in annotate(flat(text)).statements] == ["Q-Rahim", speaker]
