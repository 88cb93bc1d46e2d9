"""Work in several processes survives the loss of one and leaves none behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from saksama.workers import spread


def test_results_come_in_order():
    assert list(spread(str, range(20), 2)) == [str(n) for n in range(20)]


def killed_once(item):
    """Item 3 kills the process that does it, unless that is the one which asked."""
    if item[0] == 3 and os.getpid() != item[1]:
        os.kill(os.getpid(), signal.SIGKILL)
    return item[0] * 2


def test_what_a_killed_process_leaves_is_done_all_the_same():
    given = [(n, os.getpid()) for n in range(12)]
    assert list(spread(killed_once, given, 2)) == [n * 2 for n in range(12)]


def test_an_error_of_the_work_itself_is_not_hidden():
    with pytest.raises(ValueError, match="invalid literal"):
        list(spread(int, ["1", "x"], 2))


SLOW = """
import os, sys, time
from saksama.workers import spread
def work(n):
    os.write(1, b"%d\\n" % os.getpid())  # one write: two processes share the pipe
    time.sleep(30)
try:
    list(spread(work, range(4), 2))
except KeyboardInterrupt:
    sys.exit(130)
"""


def gone(process):
    for _ in range(100):
        try:
            if ") Z" in Path(f"/proc/{process}/stat").read_text():  # dead, and nobody has asked yet
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_no_process_outlives_its_parent():
    parent = subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    children = [int(parent.stdout.readline()) for _ in range(2)]
    parent.kill()
    parent.wait()
    assert all(gone(child) for child in children)
