"""One use, one function: the one door for the command line, the API and the web.

`brief` opens a desk in memory, adds the articles in one canonical order and gives the account of all
of it; `read` does so with one article. The same articles give the same account, whatever the order of
the paths or the number of processes. `look_up` and `gaps` ask the office records.

`open_desk` opens a desk that stays; `add` reads, places and checks what is not on it yet, `account_of`
gives the account of a part of it.

`search`, `stories`, `show` and `check` ask it; `add_factchecks` and `factchecks` are of published
fact-checks; `watch` keeps what feeds lead to.
"""

from saksama.library.brief import brief, read
from saksama.library.desk import Added, Placed, account_of, add, add_articles, beside, open_desk, part_of
from saksama.library.factchecks import AddedReviews, add_factchecks, factchecks
from saksama.library.find import NotThere, actor_of, find
from saksama.library.held import check, check_article
from saksama.library.knowledge import gaps, look_up
from saksama.library.look import search, show, stories
from saksama.library.order import canonical, rename
from saksama.library.reading import ALONE, BATCH, Progress
from saksama.library.select import selected
from saksama.library.watching import watch

__all__ = [
    "ALONE",
    "BATCH",
    "Added",
    "AddedReviews",
    "NotThere",
    "Placed",
    "Progress",
    "account_of",
    "actor_of",
    "add",
    "add_articles",
    "add_factchecks",
    "beside",
    "brief",
    "canonical",
    "check",
    "check_article",
    "factchecks",
    "find",
    "gaps",
    "look_up",
    "open_desk",
    "part_of",
    "read",
    "rename",
    "search",
    "selected",
    "show",
    "stories",
    "watch",
]
