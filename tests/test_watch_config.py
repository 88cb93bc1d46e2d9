"""FEEDS.toml: what it may say, and what it is told where it says something else."""

import re
from pathlib import Path

import pytest

from saksama.errors import MissingInput, UsageError
from saksama.watch import AlertRule, load_config
from saksama.watch.load import KEYS, read_config

DOCS = Path(__file__).parents[1] / "docs" / "watch.md"
FULL = """
contact = "redaksi@kabar.example"
interval = "30m"
delay = "5s"
max_mb = 2
allow = ["http://127.0.0.1:8000"]

[[feeds]]
url = "https://kabar.example/rss"
name = "Kabar"
outlet = "Kabar Lembata"
interval = "90s"
text = "feed"
most = 5
seconds = "10s"
redirects = 0
allow = []

[[pages]]
url = "https://lain.example/indeks"

[[alerts]]
on = ["conflict"]
to = "command"
command = ["notify-send", "Saksama"]
seconds = "5s"
feeds = ["Kabar"]

[[alerts]]
to = "json"
"""


def test_all_settings_are_read():
    config = read_config(FULL)
    feed, page = config.sources
    assert (feed.name, feed.outlet, feed.kind, feed.text) == ("Kabar", "Kabar Lembata", "feed", "feed")
    assert (feed.interval, feed.most, feed.allow) == (90.0, 5, frozenset())
    assert (feed.limits.seconds, feed.limits.redirects, feed.limits.body_bytes) == (10.0, 0, 2_000_000)
    assert (page.name, page.kind, page.text, page.interval) == (page.url, "page", "page", 1800.0)
    assert page.allow == {"http://127.0.0.1:8000"}
    assert (config.delay, config.contact) == (5.0, "redaksi@kabar.example")
    command, as_json = config.alerts
    assert (command.on, command.command, command.seconds) == ({"conflict"}, ("notify-send", "Saksama"), 5.0)
    assert as_json.on == {"new-story", "conflict", "surge"}


def test_without_alerts_all_go_to_lines():
    assert read_config('[[feeds]]\nurl = "http://a.example/"').alerts == (AlertRule(),)


FEED = '[[feeds]]\nurl = "http://a.example/"\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "names no"),
        ("a = = 1", None, "line 1"),
        ("feeds = 3", 1, "tables headed"),
        ("feeds = [3]", 1, "tables headed"),
        ('[[feeds]]\nname = "x"', 1, "has no 'url'"),
        ('\n[[feeds]]\n# u\nurl = "ftp://a.example"', 4, "only http and https"),
        ('[[feeds]]\nurl = "http://u:p@a.example"', 2, "password"),
        (FEED + 'intervall = "3m"', 3, "did you mean 'interval'"),
        (FEED + 'interval = "3 menit"', 3, "span of time"),
        (FEED + 'interval = "5s"', 3, 'from "1m" to "7d"'),
        (FEED + "interval = 300", 3, "span of time"),
        (FEED + "most = 0", 3, "from 1 to 500"),
        (FEED + "most = true", 3, "whole number"),
        (FEED + 'name = ""', 3, "a text of"),
        (FEED + 'text = "x"', 3, "'page' or 'feed'"),
        (FEED + 'allow = "http://127.0.0.1"', 3, "list of texts"),
        (FEED + 'allow = ["http://127.0.0.1/feed"]', 3, "has a path"),
        (FEED + FEED, 4, "is there already"),
        (FEED + '[[pages]]\nurl = "http://a.example/"', 4, "is there already"),
        (FEED + '[[pages]]\nurl = "http://b.example/"\ntext = "feed"', 5, "no such setting"),
        (FEED + '[[alerts]]\non = ["gempa"]', 4, "'new-story', 'conflict', 'surge'"),
        (FEED + '[[alerts]]\nto = "command"', 3, "needs it"),
        (FEED + '[[alerts]]\ncommand = ["x"]', 4, 'needs to = "command"'),
        (FEED + '[[alerts]]\nto = "command"\ncommand = "rm -rf x"', 5, "program and its arguments"),
        (FEED + '[[alerts]]\nfeeds = ["lain"]', 4, "no feed or page is named 'lain'"),
        ('contact = "a (b)"\n' + FEED, 1, "e-mail address"),
        ('\ndelay = "0s"\n' + FEED, 2, 'from "1s" to "1m"'),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_key(text, line, says):
    with pytest.raises(UsageError) as wrong:
        read_config(text)
    message = str(wrong.value)
    assert message.startswith(f"FEEDS.toml:{line}: " if line else "FEEDS.toml: ")
    assert says in message
    assert "\n" not in message


def test_files(tmp_path):
    path = tmp_path / "umpan.toml"
    with pytest.raises(MissingInput):
        load_config(str(path))
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="not UTF-8"):
        load_config(str(path))
    path.write_text(FULL)
    assert len(load_config(str(path)).sources) == 2


@pytest.mark.parametrize("key", sorted({key for keys in KEYS.values() for key in keys}))
def test_every_key_is_documented(key):
    assert re.search(rf"^\| `{key}`|`\[\[{key}\]\]`", DOCS.read_text("utf-8"), re.M)


def test_the_example_of_the_docs_is_valid():
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.S)
    assert len(read_config(example).sources) >= 2
