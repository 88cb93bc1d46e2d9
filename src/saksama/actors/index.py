"""Look-up of an article's mentions by character offset."""

from __future__ import annotations

from bisect import bisect_left

from saksama.records import Mention, Reading


class MentionIndex:
    """The mentions of one reading; build it once per article, look up in logarithmic time.

    The head of an Indonesian name or noun phrase is its first word, so a mention's `start` stands
    for its head. Ask with the span of a phrase's head token: "Presiden Rusia Vladimir Putin" has a
    mention for the title ("Presiden Rusia"), one for the name, both of the same person.
    """

    __slots__ = ("_longest", "_mentions", "_starts")

    def __init__(self, reading: Reading) -> None:
        whole = (mention for mention in reading.mentions if not mention.clitic)
        self._mentions = sorted(whole, key=lambda m: (m.start, -m.end))
        self._starts = [mention.start for mention in self._mentions]
        self._longest = max((m.end - m.start for m in self._mentions), default=0)

    def at(self, start: int, end: int) -> Mention | None:
        """The best mention that overlaps ``[start, end)``: with its head there, then the longest."""
        near = self._overlapping(start, end)
        return max(near, key=lambda m: (start <= m.start < end, m.end - m.start, -m.start), default=None)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """All mentions wholly inside ``[start, end)``, in text order, an outer one before its parts."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(mention for mention in self._mentions[low:high] if mention.end <= end)

    def _overlapping(self, start: int, end: int) -> list[Mention]:
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return [mention for mention in self._mentions[low:high] if mention.end > start]
