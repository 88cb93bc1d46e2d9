"""What an office is called where, in both languages."""

from __future__ import annotations

from functools import cache

from saksama.actors.tables import table
from saksama.records import Bilingual


def title_of(role: str, for_: str) -> Bilingual:
    """The title of a role in a state or organisation; the role's own words where none is listed."""
    titles, plain = _titles(), role.replace("_", " ")
    return titles.get((role, for_)) or titles.get((role, "*")) or Bilingual(plain, plain)


@cache
def _titles() -> dict[tuple[str, str], Bilingual]:
    rows = table("roles.tsv", ("role", "for", "sector", "title_id", "title_en"))
    return {(role, for_): Bilingual(own, english) for role, for_, _, own, english in rows}
