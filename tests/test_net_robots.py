"""robots.txt: what may be fetched, how fast, and what a missing or broken file means."""

import time

import pytest

from saksama.errors import Unreachable, Unsafe
from saksama.sources.net import Answer, Robots
from saksama.sources.net.robots import rules_of

FILE = """
# untuk semua
User-agent: *
Disallow: /arsip/
Allow: /arsip/terbuka
Disallow: /*.pdf$
Disallow: /cari?*q=
Crawl-delay: 4

User-agent: lain
User-agent: Saksama/0.1
Disallow: /rahasia
Allow: /rahasia/umum

User-agent: jahat
Disallow: /
"""


@pytest.mark.parametrize(
    ("target", "everybody", "ours"),
    [
        ("/", True, True),
        ("/arsip/2024", False, True),
        ("/arsip/terbuka/1", True, True),
        ("/a/b.pdf", False, True),
        ("/a/b.pdf?x", True, True),
        ("/cari?a=1&q=x", False, True),
        ("/rahasia", True, False),
        ("/rahasia/umum/1", True, True),
        ("/%72ahasia", True, False),
    ],
)
def test_the_longest_rule_decides(target, everybody, ours):
    assert rules_of(FILE, "orang-lain").allows(target) is everybody
    assert rules_of(FILE).allows(target) is ours


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<html>tidak ada</html>", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("Disallow: /", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", True),
        ("User-agent: *\nUser-agent: lain\nDisallow: /a", False),
        ("USER-AGENT : SAKSAMA\r\nDISALLOW : /a", False),
        ("User-agent: *\nDisallow: /*a*a*a*a", True),
        ("User-agent: *\nDisallow: a", True),
        ("User-agent: *\nDisallow: /a$", False),
        ("User-agent: *\nDisallow: /*$", False),
    ],
)
def test_odd_files(text, allowed):
    assert rules_of(text).allows("/a") is allowed


@pytest.mark.parametrize(
    ("value", "delay"), [("3", 3.0), ("0.5", 0.5), ("-1", 0.0), ("inf", 0.0), ("x", 0.0)]
)
def test_the_delay(value, delay):
    assert rules_of(f"User-agent: *\nCrawl-delay: {value}").delay == delay


def test_patterns_from_strangers_take_no_time():
    rules = rules_of("User-agent: *\n" + ("Disallow: /" + "*a" * 400 + "b$\n") * 500)
    start = time.process_time()
    assert rules.allows("/" + "a" * 3900)
    assert time.process_time() - start < 2


class Host:
    """Answers for robots.txt with what it is told."""

    def __init__(self, answer):
        self.answer, self.asked, self.now = answer, [], 0.0

    def get(self, url):
        self.asked.append(url)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def verdicts(self, *urls):
        robots = Robots(lambda: self.now)
        return [robots.verdict(url, self.get) for url in urls]


def answer(status, body=b""):
    return Answer("http://a.example/robots.txt", status, {}, body)


@pytest.mark.parametrize(
    ("given", "allowed", "later"),
    [
        (answer(200, b"User-agent: *\nDisallow: /"), False, False),
        (answer(200, "\ufeffUser-agent: *\nDisallow: /".encode()), False, False),
        (answer(404), True, False),
        (answer(403), True, False),
        (answer(500), False, True),
        (answer(503), False, True),
        (answer(429), False, True),
        (Unreachable("", "x"), False, True),
        (Unsafe("", "x"), True, False),  # the page itself is refused, with the reason
    ],
)
def test_what_an_answer_means(given, allowed, later):
    (verdict,) = Host(given).verdicts("http://a.example/x")
    assert (verdict.allowed, verdict.later) == (allowed, later)


def test_each_host_is_asked_once_a_day():
    host = Host(answer(404))
    robots = Robots(lambda: host.now)
    for now, count in ((0.0, 1), (80_000.0, 1), (90_000.0, 2)):
        host.now = now
        robots.verdict("http://a.example/x", host.get)
        robots.verdict("http://a.example/y", host.get)
        assert len(host.asked) == count
    robots.verdict("http://b.example/y", host.get)
    assert host.asked[-1] == "http://b.example/robots.txt"


def test_a_host_that_could_not_tell_is_asked_again_soon():
    host = Host(answer(500))
    robots = Robots(lambda: host.now)
    robots.verdict("http://a.example/x", host.get)
    host.answer, host.now = answer(404), 601.0
    assert robots.verdict("http://a.example/x", host.get).allowed
