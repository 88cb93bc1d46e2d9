"""Published fact-checks on the desk."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.records import ClaimReview
from saksama.store.file.articles import Base
from saksama.store.file.codec import pack, unpack

_FIELDS = "id url claim claimant claimed publisher published rating rating_kind language record".split()
_PUT = (
    f"INSERT INTO claim_reviews ({', '.join(_FIELDS)}) VALUES (?{', ?' * (len(_FIELDS) - 1)}) "
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{f} = excluded.{f}' for f in _FIELDS[1:])}"
)


class Reviews:
    """Fact-checks by key, in the order of putting."""

    def __init__(self, base: Base) -> None:
        self._sql, self._names = base.connection, base.names

    def put(self, review: ClaimReview, keys: Iterable[str]) -> None:
        self._sql.run(_PUT, _columns(review))
        row = self._sql.row("SELECT number FROM claim_reviews WHERE id = ?", (review.id,))
        number = row[0] if row else 0
        self._sql.run("DELETE FROM claim_review_keys WHERE review = ?", (number,))
        rows = [(key, number) for key in self._names.new_keys(keys)]
        self._sql.run_many("INSERT INTO claim_review_keys (key, review) VALUES (?, ?)", rows)

    def by_keys(self, keys: Iterable[str]) -> tuple[ClaimReview, ...]:
        found: set[int] = set()
        for key in self._names.keys(keys):
            rows = self._sql.rows("SELECT review FROM claim_review_keys WHERE key = ?", (key,))
            found.update(number for (number,) in rows)
        sql = "SELECT record FROM claim_reviews WHERE number = ?"
        rows = [row for number in sorted(found) if (row := self._sql.row(sql, (number,)))]
        return tuple(unpack(ClaimReview, packed) for (packed,) in rows)

    def count(self) -> int:
        row = self._sql.row("SELECT count(*) FROM claim_reviews")
        return int(row[0]) if row else 0


def _columns(review: ClaimReview) -> tuple[object, ...]:
    return (
        review.id,
        review.url,
        review.claim,
        review.claimant,
        review.claimed,
        review.publisher,
        review.published,
        review.rating.text,
        review.rating.kind,
        review.language,
        pack(review),
    )
