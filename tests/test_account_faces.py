"""All faces of one hostile account: harmless, complete, each line with its source."""

import json
import re
from html.parser import HTMLParser
from io import StringIO

import pytest
from accounts import ESCAPE, account
from jsonschema import Draft202012Validator
from rich.console import Console

from saksama.account import as_html, as_json, as_markdown, as_reading, as_terminal

LANGUAGES = ("id", "en")
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
VOID = {"meta", "link", "input", "br"}


def screen(language: str, width: int = 100, *, colour: bool = False, everything: bool = False) -> str:
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    as_terminal.render(account(), language, console, everything=everything)
    return page.getvalue()


def reading(*, colour: bool = False) -> str:
    page = StringIO()
    console = Console(
        file=page, width=100, force_terminal=colour, color_system="standard" if colour else None
    )
    as_reading.render(account(), "id", console)
    return page.getvalue()


class Page(HTMLParser):
    """Collects tags, ids and links, and insists that every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(params=LANGUAGES)
def html(request: pytest.FixtureRequest) -> str:
    return as_html.render(account(), request.param)


def test_json_obeys_the_schema_and_keeps_the_text_as_it_was() -> None:
    plain = account().to_dict()
    Draft202012Validator(as_json.schema()).validate(plain)
    assert ESCAPE in plain["articles"][0]["text"]


def test_json_cannot_steer_a_screen_and_reads_back_unchanged() -> None:
    shown = as_json.render(account())
    assert not UNSAFE.search(shown)
    assert json.loads(shown) == account().to_dict()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_faces_hold_no_unsafe_character(language: str) -> None:
    for face in (
        screen(language),
        as_markdown.render(account(), language),
        as_html.render(account(), language),
    ):
        assert not UNSAFE.search(face)
    assert not UNSAFE.search(reading())


def test_colours_are_ours_alone() -> None:
    for shown in (screen("id", colour=True), reading(colour=True)):
        bare = re.sub("\x1b\\[[0-9;]*m", "", shown)
        assert not UNSAFE.search(bare)
        assert "[bold red]tebal" in reading()


def test_a_pipe_gets_no_colours_and_no_line_beyond_the_width() -> None:
    for width in (40, 80, 120):
        shown = screen("id", width)
        assert "\x1b" not in shown
        assert max(len(row) for row in shown.splitlines() if "<script>" not in row) <= width
        assert all(row == row.rstrip() for row in shown.splitlines())


def test_the_terminal_shows_first_things_first() -> None:
    shown = screen("en")
    order = [
        "WHAT THE ARTICLES TELL",
        "WHAT DOES NOT FIT",
        "TIMELINE",
        "WHO SAID WHAT",
        "ARTICLES",
        "NOT READ",
    ]
    places = [shown.index(f"\n{heading}\n") for heading in order]
    assert places == sorted(places)
    assert shown.index("CONFLICT") < shown.index("CAUTION")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_did_not_happen_carries_its_label(language: str) -> None:
    shown = screen(language)
    labels = {"id": ("[klaim] Arda disebut", "[rencana] Arda"), "en": ("[alleged] Arda", "[planned] Arda")}
    assert all(label in shown for label in labels[language])


def test_two_columns_on_a_wide_screen_only() -> None:
    wide = re.sub("\x1b\\[[0-9;]*m", "", screen("id", 120, colour=True))
    assert any("[1:3]" in row and "[2:3]" in row for row in wide.splitlines())
    assert not any("[1:3]" in row and "[2:3]" in row for row in screen("id", 120).splitlines())


def test_html_is_well_formed_with_one_script_and_no_way_out(html: str) -> None:
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert [tag for tag, _ in page.tags].count("script") == 1
    for tag, given in page.tags:
        assert not [name for name in given if name.startswith("on") or name == "style"]
        for name in ("src", "href", "action"):
            address = given.get(name)
            assert address is None or address.startswith(("#", "https://warta.example/", "data:,")), (
                tag,
                address,
            )


def test_html_links_lead_to_something_and_outward_ones_are_careful(html: str) -> None:
    page = Page(html)
    for tag, given in page.tags:
        address = given.get("href") or ""
        if tag == "a" and address.startswith("#"):
            assert address[1:] in page.ids, address
        elif tag == "a":
            assert given["rel"] == "noopener noreferrer"


def test_html_policy_names_the_hashes_of_what_is_there(html: str) -> None:
    from base64 import b64encode
    from hashlib import sha256

    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        assert inner
        digest = b64encode(sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1].replace("&#43;", "+")


def test_every_line_of_the_html_has_a_source(html: str) -> None:
    for part in ("lead", "timeline", "voices"):
        section = re.search(rf'<section id="{part}".*?</section>', html, re.S)
        assert section
        for item in re.findall(r'<li class="line.*?</li>', section[0], re.S):
            assert 'class="src"' in item, item


def test_boilerplate_is_struck_out_with_its_reason() -> None:
    html = as_html.render(account(), "en")
    assert '<s title="link to another article">Baca Juga: [bold red]' in html
    assert "~~Baca Juga:" in reading()


def test_markdown_shows_words_as_words() -> None:
    pytest.importorskip("markdown_it")
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").render(as_markdown.render(account(), "id"))
    assert "<script" not in html
    assert "<b>" not in html
    assert "<code>" not in html
    assert re.findall(r'href="([^"]*)"', html) == ["https://warta.example/satu"]
    assert html.count("<h1>") == 1


def test_markdown_footnotes_are_all_there() -> None:
    text = as_markdown.render(account(), "en")
    told = set(re.findall(r"(\[\^[\d-]+\])(?!:)", text))
    noted = set(re.findall(r"^(\[\^[\d-]+\]):", text, re.M))
    assert told == noted != set()


def test_an_account_without_events_tells_its_headlines() -> None:
    from dataclasses import replace

    bare = replace(account(), events=(), checks=(), statements=())
    page = StringIO()
    as_terminal.render(bare, "en", Console(file=page, width=100))
    assert "The largest stories" in page.getvalue()
    assert "No conflict found." in page.getvalue()
    assert 'id="graph"' not in as_html.render(bare, "en")
    assert as_markdown.render(bare, "id")


def test_an_empty_account_has_faces_too() -> None:
    from dataclasses import replace

    names = ("articles", "events", "checks", "statements", "stories", "mentions", "times", "quantities")
    empty = replace(account(), **dict.fromkeys((*names, "actors", "not_checked", "readings"), ()))
    for face in (as_html.render(empty, "id"), as_markdown.render(empty, "id"), as_json.render(empty)):
        assert "rusak" in face
