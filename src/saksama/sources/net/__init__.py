"""The only room that opens connections: a client that goes nowhere inside and takes no more than it may.

`Client.get` fetches one address, `Robots` tells what a host lets us fetch, `States` is what is remembered
between two visits. What came is parsed elsewhere (`sources.feeds`, `sources.page`), in a process that can
be ended (`sources.confine`).
"""

from saksama.sources.net.answer import Answer, Limits
from saksama.sources.net.client import Client, origins
from saksama.sources.net.robots import Robots, Verdict
from saksama.sources.net.state import NEVER, FetchState, MemoryStates, States

__all__ = [
    "NEVER",
    "Answer",
    "Client",
    "FetchState",
    "Limits",
    "MemoryStates",
    "Robots",
    "States",
    "Verdict",
    "origins",
]
