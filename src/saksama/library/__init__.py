"""One use, one function: the one door for the command line, the API and the web.

`brief` opens a desk in memory, adds the articles in one canonical order and gives the account of all
of it; `read` does so with one article. The same articles give the same account, whatever the order of
the paths or the number of processes. `look_up` and `gaps` ask the office records.

`open_desk` opens a desk that stays; `add` reads, places and checks what is not on it yet, `account_of`
gives the account of a part of it.
"""

from saksama.library.brief import brief, read
from saksama.library.desk import Added, Placed, account_of, add, add_articles, beside, open_desk, part_of
from saksama.library.knowledge import gaps, look_up
from saksama.library.order import canonical, rename
from saksama.library.reading import ALONE, BATCH, Progress

__all__ = [
    "ALONE",
    "BATCH",
    "Added",
    "Placed",
    "Progress",
    "account_of",
    "add",
    "add_articles",
    "beside",
    "brief",
    "canonical",
    "gaps",
    "look_up",
    "open_desk",
    "part_of",
    "read",
    "rename",
]
