"""Rounds over feeds on this machine, under a clock that the tests turn."""

import json
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sites import SENTENCES, Reply, Site, page, rss

from saksama.errors import DeskBusy, NoArticle, OutputError
from saksama.records import Bilingual, Check
from saksama.sources.confine import Confined
from saksama.sources.net import NEVER, Client, Limits
from saksama.watch import AlertRule, Kept, MemoryStates, Source, WatchConfig
from saksama.watch.fetch import Fetcher
from saksama.watch.net import Net
from saksama.watch.rounds import Rounds
from saksama.watch.schedule import back_off

TITLE = "Pasar Ikan Lewoleba Diresmikan"


class Hand:
    """A clock that moves when somebody sleeps."""

    def __init__(self):
        self.passed, self.slept = 0.0, []

    def now(self):
        return datetime(2026, 11, 22, 3, 0, tzinfo=UTC) + timedelta(seconds=int(self.passed))

    def seconds(self):
        return self.passed

    def sleep(self, seconds, stop):
        if seconds > 0:
            self.slept.append(seconds)
        self.passed += seconds


class Keeper:
    """A desk that remembers what it was given; `answer` may change what it says."""

    def __init__(self):
        self.given, self.answer = [], lambda fetched, kept: kept

    def __call__(self, fetched):
        known = fetched.article.text in [one.article.text for one in self.given]
        self.given.append(fetched)
        kept = Kept(fetched.article.id, "cerita-1", fetched.article.headline, not known, not known)
        return self.answer(fetched, kept)

    @property
    def titles(self):
        return [fetched.article.headline for fetched in self.given]


@pytest.fixture(scope="module")
def parsers():
    with Confined() as running:
        yield running


@pytest.fixture
def site():
    with Site() as running:
        for name in "abc":
            running.pages[f"/{name}"] = Reply(page(f"{TITLE} {name.upper()}", f"Berita {name} selesai."))
        running.pages["/umpan"] = Reply(rss("/a", "/b"))
        yield running


class Tour:
    """A watch of one feed, round after round."""

    def __init__(self, site, parsers, alerts=(), delay=0.0, **settings):
        source = Source(site.url("/umpan"), "Kabar", allow=site.allow, limits=Limits(seconds=20), **settings)
        self.source, self.clock, self.keep, self.lines = source, Hand(), Keeper(), []
        self.states = MemoryStates()
        config = WatchConfig((source,), tuple(alerts), delay=delay)
        self.net = Net(config, clock=self.clock, base=Client(), parsers=parsers)
        self.rounds = Rounds(
            self.net,
            self.states,
            Fetcher(self.net, self.states, self.keep, self.lines.append),
            self.lines.append,
        )

    def go(self, after=0.0, eager=False):
        self.clock.passed += after
        return self.rounds.go(eager)

    @property
    def state(self):
        return self.states.state(self.source.url)


@pytest.fixture
def tour(site, parsers):
    return Tour(site, parsers)


def test_a_round_brings_what_is_new_and_says_so(site, tour):
    done = tour.go()
    assert tour.keep.titles == [f"{TITLE} A", f"{TITLE} B"]
    assert done.line == "2026-11-22T03:00:00Z: 1 feed asked, 0 unchanged, 2 new articles, 0 refused"
    given = tour.keep.given[0]
    assert (given.feed, given.url, given.fetched_at) == ("Kabar", site.url("/a"), "2026-11-22T03:00:00Z")
    assert given.article.published == "2026-11-22"
    assert given.raw == site.pages["/a"].body


def test_it_is_not_asked_before_its_time_unless_eagerly(site, tour):
    tour.go()
    assert tour.go(after=60).asked == 0
    assert tour.go(eager=True).unchanged == 1
    assert tour.go(after=900).unchanged == 1
    assert site.paths() == ["/umpan", "/a", "/b", "/umpan", "/umpan"]


def test_only_new_entries_are_fetched(site, tour):
    tour.go()
    site.pages["/umpan"] = Reply(rss("/c", "/a", "/b", titles=["Berita 9", "Berita 0", "Berita 1"]))
    assert tour.go(after=900).new == 1
    assert site.paths()[3:] == ["/umpan", "/c"]


def test_conditional_requests_are_made(site, tour):
    def feed(headers):
        same = headers.get("If-None-Match") == '"x"'
        return Reply(status=304) if same else Reply(rss("/a"), headers={"ETag": '"x"'})

    site.pages["/umpan"] = feed
    tour.go()
    assert tour.go(after=900).unchanged == 1
    assert (tour.state.etag, tour.state.failures) == ('"x"', 0)


def test_a_changed_entry_is_fetched_again(site, tour):
    tour.go()
    site.pages["/umpan"] = Reply(rss("/a", "/b", titles=["Berita 0 (diperbarui)", "Berita 1"]))
    site.pages["/a"] = Reply(page(f"{TITLE} A", "Angka kini sudah lengkap."))
    assert tour.go(after=900).new == 1
    assert "Angka kini" in tour.keep.given[-1].article.text
    site.pages["/umpan"] = Reply(rss("/a", "/b", titles=["Berita 0 (lagi)", "Berita 1"]))
    assert tour.go(after=900).new == 0  # the feed says otherwise, the page is the same
    assert site.paths().count("/a") == 3


def test_no_more_than_wanted_a_round_and_nothing_is_lost(site, parsers):
    tour = Tour(site, parsers, most=1)
    done = tour.go()
    assert (done.new, done.waiting) == (1, 1)
    assert tour.go(after=900).new == 1
    assert tour.go(after=900).unchanged == 1


def test_a_stop_ends_after_the_article_in_hand_and_loses_nothing(site, tour):
    def stop(fetched, kept):
        tour.rounds.stop.set()
        return kept

    tour.keep.answer = stop
    assert (tour.go().new, tour.keep.titles) == (1, [f"{TITLE} A"])
    tour.keep.answer = lambda fetched, kept: kept
    tour.rounds.stop.clear()
    assert tour.go(after=900).new == 1
    assert tour.keep.titles == [f"{TITLE} A", f"{TITLE} B"]


def test_robots_are_heeded(site, tour):
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /b\nCrawl-delay: 7")
    done = tour.go()
    assert done.new == 1
    assert [item.reason for item in done.refused] == ["robots.txt does not allow it"]
    assert tour.clock.slept == [7.0]
    assert "/b" not in site.paths()
    assert tour.states.state(site.url("/b")).next_at == NEVER


def test_between_two_requests_to_a_host_there_is_a_pause(site, parsers):
    tour = Tour(site, parsers, delay=3.0)
    place = f"http://kabar.example:{site.port}"
    client = Client(resolver=lambda host, port: ["127.0.0.1"])
    tour.net.pace.asked(f"{place}/x")
    assert tour.net.pace.wait(f"{place}/y") == 3.0
    assert tour.net.pace.wait("http://lain.example/") == 0.0
    assert client.allow == frozenset()


@pytest.mark.parametrize(
    ("reply", "problem", "wait"),
    [
        (Reply(status=503, headers={"Retry-After": "7200"}), "asks us to come back later (503)", 7200),
        (Reply(status=429), "asks for fewer requests (429)", 1800),
        (Reply(status=404), "no such page (404)", 1800),
        (Reply(b"<html><body>bukan umpan</body></html>"), "not a feed that can be read", 1800),
        (
            Reply(b"<!DOCTYPE rss><rss/>"),
            "a feed with definitions (DOCTYPE or ENTITY), which are not taken",
            1800,
        ),
        (
            Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}),
            "redirects to http://127.0.0.1:1/",
            1800,
        ),
    ],
)
def test_a_feed_that_fails_is_asked_later_and_later(site, tour, reply, problem, wait):
    site.pages["/umpan"] = reply
    done = tour.go()
    (failed,) = done.refused if reply.status in (200, 302) else done.failed
    assert failed.reason.startswith(problem)
    assert tour.lines == [f"Kabar: {failed.reason}"]
    assert tour.go(after=wait - 1, eager=True).asked == 0
    assert tour.go(after=1).asked == 1
    assert tour.state.failures == 2
    site.pages["/umpan"] = Reply(rss("/a"))
    assert tour.go(after=20_000).new == 1
    assert (tour.state.failures, tour.state.problem) == (0, None)


def test_a_feed_that_is_gone_is_not_asked_again(site, tour):
    site.pages["/umpan"] = Reply(status=410)
    assert tour.go().refused[0].reason == "gone for good (410)"
    assert tour.go(after=10_000_000).asked == 0


def test_a_page_that_fails_is_tried_again_some_times(site, tour):
    site.pages["/b"] = Reply(status=500)
    assert [item.reason for item in tour.go().failed] == ["answers with an error (500)"]
    for _ in range(3):
        assert len(tour.go(after=90_000).failed) == 1
    assert [item.reason for item in tour.go(after=90_000).refused] == ["answers with an error (500), 5 times"]
    tour.go(after=90_000)
    assert site.paths().count("/b") == 5


def test_a_page_that_comes_back_is_read(site, tour):
    good, site.pages["/b"] = site.pages["/b"], Reply(status=503, headers={"Retry-After": "60"})
    assert tour.go().new == 1
    site.pages["/b"] = good
    assert tour.go(after=1000).new == 1


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(b"<html><body>" + b"<div>" * 1_100_000), "more than 5 MB"),
        (Reply(b"\0" * 1000), "a binary file, not a text"),
        (
            Reply(status=302, headers={"Location": "http://[::1]/"}),
            "redirects to http://[::1]/, which leads to",
        ),
        (Reply(status=404), "no such page (404)"),
    ],
)
def test_hostile_pages_are_refused_with_one_line_and_not_asked_again(site, tour, reply, reason):
    site.pages["/b"] = reply
    (refused,) = tour.go().refused
    assert refused.reason.startswith(reason)
    assert tour.lines == [f"{site.url('/b')}: {refused.reason}"]
    tour.go(after=900)
    assert site.paths().count("/b") == 1


def test_an_article_that_the_desk_refuses_is_told_of(site, tour):
    def refuse(fetched, kept):
        raise NoArticle(fetched.url, "tidak dapat dibaca")

    tour.keep.answer = refuse
    assert [item.reason for item in tour.go().refused] == ["tidak dapat dibaca"] * 2


def test_a_fault_costs_no_article_and_no_round(site, tour):
    def fault(fetched, kept):
        raise KeyError("x")

    tour.keep.answer = fault
    done = tour.go()
    assert [item.reason for item in done.failed] == ["a fault in Saksama, please report it: KeyError 'x'"] * 2
    tour.keep.answer = lambda fetched, kept: replace(kept, is_new=True)
    assert tour.go(after=2000).new == 2


def test_a_desk_that_is_busy_is_tried_again(site, tour):
    def busy(fetched, kept):
        raise DeskBusy("desk.sqlite", "another program writes to it")

    tour.keep.answer = busy
    assert [item.reason for item in tour.go().failed] == ["another program writes to it"] * 2
    tour.keep.answer = lambda fetched, kept: replace(kept, is_new=True)
    assert tour.go(after=2000).new == 2


def test_what_the_desk_cannot_go_on_with_stops_the_watch(site, tour):
    def full(fetched, kept):
        raise OutputError("no space left")

    tour.keep.answer = full
    with pytest.raises(OutputError):
        tour.go()


def test_a_page_of_links_is_followed(site, parsers):
    links = "".join(f'<a href="/2026/11/22/{name}">Berita</a>' for name in "abc")
    site.pages["/umpan"] = Reply(f"<html><body>{links}</body></html>".encode())
    for name in "abc":
        site.pages[f"/2026/11/22/{name}"] = site.pages[f"/{name}"]
    tour = Tour(site, parsers, kind="page", most=2)
    assert (tour.go().new, tour.go(after=900).new, tour.go(after=900).new) == (2, 1, 0)


def test_the_text_may_be_taken_from_the_feed(site, parsers):
    content = "".join(f"<p>{line}</p>" for line in SENTENCES)
    items = [
        {"id": "1", "url": "/a", "title": TITLE, "content_html": content, "date_published": "2026-11-21"},
        {"id": "2", "url": "/b", "title": "Singkat"},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "K", "items": items}
    site.pages["/umpan"] = Reply(json.dumps(feed).encode())
    tour = Tour(site, parsers, text="feed", outlet="Kabar Lembata")
    done = tour.go()
    (given,) = tour.keep.given
    assert (given.article.headline, given.article.outlet) == (TITLE, "Kabar Lembata")
    assert (given.article.published, given.article.url) == ("2026-11-21", site.url("/a"))
    assert [item.reason for item in done.refused] == ["the feed does not carry the text of this entry"]
    assert site.paths() == ["/umpan"]


CHECK = Check("k1", "conflict", "when", "conflict", Bilingual("Tanggal\nberbeda", "Dates\ndiffer"), (), ())


def alarming(fetched, kept):
    past = {f"2026-11-{day}": 1 for day in range(10, 22)}
    return replace(kept, conflicts=(CHECK,), day="2026-11-22", days={**past, "2026-11-22": 5})


def test_alerts_are_lines(site, parsers):
    site.pages["/umpan"] = Reply(rss("/a"))
    tour = Tour(site, parsers, alerts=[AlertRule()])
    tour.keep.answer = alarming
    tour.go()
    assert tour.lines == [
        f"NEW STORY · {TITLE} A · first told by 127.0.0.1 [{site.url('/a')}]",
        f"CONFLICT · {TITLE} A · Dates differ [{site.url('/a')}]",
        f"SURGE · {TITLE} A · 5 texts today, usually 1 a day [{site.url('/a')}]",
    ]


def test_alerts_are_json_for_those_who_want_them(site, parsers):
    site.pages["/umpan"] = Reply(rss("/a"))
    rules = [AlertRule(on=frozenset(("surge",)), to="json"), AlertRule(feeds=frozenset(("Lain",)))]
    tour = Tour(site, parsers, alerts=rules)
    tour.keep.answer = alarming
    tour.go()
    (line,) = tour.lines
    alert = json.loads(line)
    assert (alert["schema"], alert["kind"], alert["story"]) == ("saksama.alert/1", "surge", "cerita-1")
    assert alert["surge"] == {"day": "2026-11-22", "count": 5, "usual": 1, "limit": 5}


def command(*code, seconds=30.0):
    argv = (sys.executable, "-I", "-c", ";".join(code))
    return AlertRule(on=frozenset(("new-story",)), to="command", command=argv, seconds=seconds)


def test_alerts_go_to_a_command_as_json_without_a_shell(site, parsers, tmp_path):
    site.pages["/umpan"] = Reply(rss("/a"))
    site.pages["/a"] = Reply(page("Pasar; $(touch jahat) `id` 'x' Diresmikan"))
    told = tmp_path / "told.json"
    tour = Tour(
        site, parsers, alerts=[command("import sys", f"open({str(told)!r}, 'w').write(sys.stdin.read())")]
    )
    tour.go()
    assert json.loads(told.read_text())["title"] == "Pasar; $(touch jahat) `id` 'x' Diresmikan"
    assert tour.lines == []


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (command("raise SystemExit(3)"), "ended with 3"),
        (command("import time", "time.sleep(60)", seconds=0.5), "took more than 0.5 seconds"),
        (AlertRule(to="command", command=("tidak-ada-program-ini",)), "cannot be run"),
    ],
)
def test_a_command_that_fails_is_one_line(site, parsers, rule, says):
    site.pages["/umpan"] = Reply(rss("/a"))
    tour = Tour(site, parsers, alerts=[rule])
    assert tour.go().new == 1
    (line,) = tour.lines
    assert says in line


@pytest.mark.parametrize(
    ("failures", "wait", "seconds"),
    [(0, None, 900), (1, None, 1800), (9, None, 86_400), (1, 5000, 5000), (99, 5, 86_400)],
)
def test_back_off_doubles_up_to_a_day(failures, wait, seconds):
    assert back_off(900.0, failures, wait) == seconds


def test_what_was_known_gives_no_alerts(site, parsers):
    tour = Tour(site, parsers, alerts=[AlertRule()])
    tour.keep.answer = lambda fetched, kept: replace(alarming(fetched, kept), is_new=False)
    assert tour.go().known == 2
    assert tour.lines == []


def test_two_feeds_that_name_one_article_fetch_it_once(site, parsers):
    tour = Tour(site, parsers)
    site.pages["/lain"] = Reply(rss("/a"))
    other = replace(tour.source, url=site.url("/lain"), name="Lain")
    tour.net.config = replace(tour.net.config, sources=(tour.source, other))
    assert tour.go().new == 2
    assert site.paths().count("/a") == 1


def test_waiting_ends_when_somebody_stops():
    from saksama.watch.clock import Clock

    stop = threading.Event()
    stop.set()
    Clock().sleep(1000, stop)  # returns at once
