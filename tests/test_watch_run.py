"""The watch as a whole, in a process of its own: once, for ever, and ended by Ctrl-C."""

import os
import signal
import subprocess
import sys

import pytest
from sites import Reply, Site, page, rss

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals")
PROGRAM = """
import sys, time
from saksama.watch import Kept, MemoryStates, load_config, watch
def keep(fetched):
    print("in hand", flush=True)
    time.sleep(1)
    print("kept", fetched.article.headline, flush=True)
    return Kept(fetched.article.id, None)
done = watch(load_config(sys.argv[1]), keep, MemoryStates(), once=sys.argv[2] == "once",
             out=lambda line: print(line, flush=True))
print("ended with", done.new, flush=True)
"""


@pytest.fixture
def running(tmp_path):
    with Site() as site:
        site.pages["/umpan"] = Reply(rss("/a", "/b"))
        for name in "ab":
            site.pages[f"/{name}"] = Reply(page(f"Pasar Ikan Lewoleba {name.upper()}", f"Berita {name}."))
        config = tmp_path / "FEEDS.toml"
        feed = f'[[feeds]]\nurl = "{site.url("/umpan")}"\n'
        config.write_text(f'allow = ["{site.origin}"]\n{feed}')

        def start(how):
            argv = [sys.executable, "-c", PROGRAM, str(config), how]
            return subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

        yield start


def test_once(running):
    process = running("once")
    out, _ = process.communicate(timeout=300)
    lines = out.splitlines()
    assert process.returncode == 0
    assert lines[-2].endswith("1 feed asked, 0 unchanged, 2 new articles, 0 refused")
    assert lines[-1] == "ended with 2"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_after_the_article_in_hand(running, sent):
    process = running("for ever")
    assert process.stdout.readline() == "in hand\n"
    process.send_signal(sent)
    out, errors = process.communicate(timeout=300)
    assert out.splitlines()[0] == "kept Pasar Ikan Lewoleba A"
    assert out.splitlines()[-1] == "ended with 1"
    assert (process.returncode, errors) == (0, "")
