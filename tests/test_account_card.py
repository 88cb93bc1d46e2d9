"""Cards: on a screen no word is broken, in Markdown nothing of a page is markup."""

from io import StringIO

from accounts import ESCAPE, MARKUP, SCRIPT
from rich.console import Console

from saksama.account import as_card
from saksama.account.card import Card, Item, Quote, Section, Source
from saksama.account.view import Piece

URL = "https://kabar.example/dunia/2026/05/05/" + "sebuah-alamat-yang-sangat-panjang-" * 4
CARD = Card(
    title="Judul *tebal* [bold red]x[/]",
    facts=("Kabar, 5 Mei 2026",),
    links=(URL,),
    sections=(
        Section(
            "Yang tidak cocok",
            (
                Item(
                    "Angkanya berbeda.",
                    "jumlah",
                    "conflict",
                    faint="2 teks",
                    source=Source("Kabar", URL),
                    quotes=(
                        Quote((Piece("Ada "), Piece("300", lit=True), Piece(" orang.")), Source("Warta")),
                    ),
                    facts=("jumlah: “300” → “450”",),
                ),
                Item(
                    "", faint="tak langsung", quotes=(Quote((Piece(SCRIPT + MARKUP),), Source("Warta", URL)),)
                ),
            ),
            "… dan 2 lagi",
        ),
    ),
    closing=("Selesai.",),
)


def screen(width: int) -> str:
    page = StringIO()
    as_card.render(CARD, Console(file=page, width=width, color_system=None, highlight=False))
    return page.getvalue()


def test_a_screen_breaks_lines_between_words_alone() -> None:
    shown = screen(40)
    assert URL in shown
    assert f"<{URL}>" in shown
    assert max(len(row) for row in shown.splitlines() if "https" not in row and "<script>" not in row) <= 40
    assert "“Ada 300 orang.”" in shown
    assert "[bold red]x[/]" in shown


def test_markdown_holds_no_markup_of_a_page() -> None:
    text = as_card.markdown(CARD)
    assert "Ada **300** orang." in text
    assert f"[Kabar](<{URL}>)" in text
    assert "- **jumlah** — Angkanya berbeda. — 2 teks" in text
    assert "<script>" not in text
    assert "[tautan](" not in text
    assert "\\*tebal\\*" in text
    assert ESCAPE not in text
    assert text.endswith("*Selesai.*\n")
