"""The HTML account in a real browser, opened from the disk, without a network."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from accounts import account

from saksama.account.as_html import render

FLAGS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}

pytestmark = pytest.mark.browser


def missing(what: str) -> None:
    if os.environ.get("SAKSAMA_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what} is missing and SAKSAMA_REQUIRE_BROWSER=1 asks for it")
    pytest.skip(f"{what} is missing: the browser tests are left out")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing("Chromium")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / "account.html"
    path.write_text(render(account(), "id"), encoding="utf-8")
    return path.as_uri()


class Tab:
    """A page with everything that it complained about or asked the network for."""

    def __init__(self, browser: Any, address: str, **settings: Any) -> None:
        self.context = browser.new_context(**{"viewport": DESKTOP} | settings)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("a dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)

    def seen(self, selector: str) -> bool:
        """Whether the first such element lies within what the reader sees."""
        return bool(
            self.page.eval_on_selector(
                selector,
                "e => { const r = e.getBoundingClientRect(); const t = document.elementFromPoint("
                "r.left + 3, r.top + 3); return !!t && (t === e || e.contains(t)); }",
            )
        )


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Tab]:
    opened = Tab(browser, address)
    yield opened
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    opened.context.close()


def test_a_click_on_a_line_lights_up_its_sentence(tab: Tab) -> None:
    tab.page.locator("#timeline .moment").first.click()
    lit = tab.page.locator(".s.on")
    assert lit.count() == 1
    assert lit.inner_text().startswith("Presiden Arda mengunjungi Borneo")
    assert tab.seen(".s.on")
    assert tab.page.url.endswith("#a1s2")


def test_both_sides_of_a_finding_can_be_read(tab: Tab) -> None:
    tab.page.locator("#findings .finding .src").nth(1).click()
    assert tab.page.locator(".s.on").inner_text() == "Ia membawa sekitar 900 ton beras."
    chips = tab.page.locator("#chips .src")
    assert chips.all_inner_texts() == ["1:3", "2:3"]
    chips.first.click()
    assert "1.200 ton" in tab.page.locator(".s.on").inner_text()


def test_the_keyboard_opens_and_closes(tab: Tab) -> None:
    source = tab.page.locator("#lead .src").first
    source.focus()
    tab.page.keyboard.press("Enter")
    assert tab.seen(".s.on")
    assert tab.page.evaluate("document.activeElement.id") == "a1s2"
    tab.page.keyboard.press("Escape")
    assert tab.page.locator(".s.on").count() == 0
    assert tab.page.evaluate("document.activeElement.className") == "src"


def test_the_back_button_goes_back(tab: Tab) -> None:
    sources = tab.page.locator("#timeline .src")
    sources.nth(0).click()
    sources.nth(1).click()
    tab.page.go_back()
    tab.page.wait_for_function("document.querySelector('.s.on')?.id === 'a1s2'")


def test_an_address_leads_to_its_sentence(browser: Any, address: str) -> None:
    opened = Tab(browser, f"{address}#a2s3")
    assert opened.page.locator(".s.on").inner_text() == "Ia membawa sekitar 900 ton beras."
    assert opened.seen(".s.on")
    opened.context.close()


def test_the_filter_leaves_the_lines_with_its_words(tab: Tab) -> None:
    tab.page.fill("#filter", "900 TON")
    assert tab.page.locator("#timeline .line:visible").count() == 0
    assert tab.page.locator("#findings .line:visible").count() == 1
    tab.page.fill("#filter", "tak ada di mana pun")
    assert tab.page.locator("#nomatch").is_visible()
    tab.page.fill("#filter", "")
    assert tab.page.locator("#timeline .line:visible").count() == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(browser: Any, address: str, scheme: str) -> None:
    phone = Tab(browser, address, viewport=PHONE, color_scheme=scheme, has_touch=True)
    wide = "document.documentElement.scrollWidth"
    assert phone.page.evaluate(wide) == PHONE["width"]
    phone.page.locator("#timeline .moment").first.tap()
    assert phone.seen(".s.on")
    assert phone.seen(".line.current")
    assert phone.page.evaluate(wide) == PHONE["width"]
    assert phone.complaints == []
    phone.context.close()


def test_without_script_every_link_still_leads_to_its_sentence(browser: Any, address: str) -> None:
    bare = Tab(browser, address, java_script_enabled=False)
    bare.page.locator("#timeline .src").first.click()
    target = bare.page.locator("#a1s2")
    box = target.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < DESKTOP["height"]
    assert not bare.page.locator("#filter").is_visible()
    bare.context.close()


def test_print_holds_the_articles_and_no_panel(browser: Any, address: str) -> None:
    opened = Tab(browser, address)
    opened.page.locator("#timeline .moment").first.click()
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#texts article:visible").count() == 2
    assert not opened.page.locator("#bar").is_visible()
    assert opened.page.evaluate("getComputedStyle(document.getElementById('texts')).position") == "static"
    assert opened.page.pdf(format="A4").startswith(b"%PDF")
    opened.context.close()


def test_text_has_enough_contrast(browser: Any, address: str) -> None:
    """WCAG AA, 4.5 to 1, for the colours of text on paper in both schemes."""
    script = """() => {
      const style = getComputedStyle(document.documentElement);
      const light = (hex) => {
        const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
          .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const of = (name) => light(style.getPropertyValue("--" + name).trim());
      const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const inks = ["ink", "soft", "link", "impossible", "conflict", "caution"];
      return [...inks.map((ink) => ratio(of(ink), of("paper"))), ratio(of("markink"), of("mark"))];
    }"""
    for scheme in ("light", "dark"):
        opened = Tab(browser, address, color_scheme=scheme)
        assert min(opened.page.evaluate(script)) >= 4.5
        opened.context.close()


def test_the_words_that_made_the_event_stand_out_in_the_lit_sentence(tab: Tab) -> None:
    tab.page.locator("#timeline .line .src").first.click()
    made = tab.page.locator("#texts .s.on b.made")
    assert made.count() == 1
    assert int(made.evaluate("b => getComputedStyle(b).fontWeight")) >= 600
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("b.made").count() == 0
