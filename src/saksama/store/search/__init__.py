"""Full-text search: articles, statements and events, by the lemmas of their words.

    search(desk, Query("serangan pelabuhan", since="2026-03", actor="RUS"))

Words must all be there, in any form; words in quotation marks stand together. A hit shows a piece of the
original text and where the words stand in it.
"""

from saksama.store.search.find import search
from saksama.store.search.query import Hit, HitKind, Query

__all__ = ["Hit", "HitKind", "Query", "search"]
