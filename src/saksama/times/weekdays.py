"""Weekdays and parts of the day: which day a bare name means as news tells it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from saksama.times.grammar import Match
from saksama.times.sense import Now, Sense

_STALE: Final = 2  # days back from which on a day that the text has written is the likelier one


def weekday(match: Match, now: Now) -> Sense | None:
    """ "Rabu", "Senin pekan lalu", "Jumat mendatang": the nearest such day as news tells it."""
    days = [int(value) for value in match.values("W")]
    name = days[0]
    part = day_part(match)
    unknown = f"XXXX-WXX-{name + 1}" + (f"T{part}" if part else "")
    if len(days) > 1:
        return Sense("DATE", f"XXXX-WXX-{days[0] + 1}/XXXX-WXX-{days[1] + 1}", reason="a span of weekdays")
    written = [day for day in now.near if day.weekday() == name]
    if match.has("T") and len(written) == 1:
        return on_day(match, written[0], "the day of that name that the text has written")
    if now.published is None or match.has("T"):
        return Sense("TIME" if part else "DATE", unknown, weekday=name, reason="no date to reckon from")
    day, reason = _nearest(match, now.published, written, now)
    return on_day(match, day, reason)


def on_day(match: Match, day: date, reason: str) -> Sense:
    """The day, or the part of it that the expression names."""
    value, part = day.isoformat(), day_part(match)
    if part:
        return Sense("TIME", f"{value}T{part}", value, "published", day.weekday(), reason=reason)
    return Sense("DATE", value, value, "published", day.weekday(), reason=reason)


def eve(match: Match, now: Now) -> Sense | None:
    """ "malam Minggu": the night that leads to the day, so that of the day before."""
    name = (int(match.value("W") or 0) - 1) % 7
    if match.value("H") != "NI":
        return None
    if now.published is None:
        return Sense("TIME", f"XXXX-WXX-{name + 1}TNI", reason="no date to reckon from")
    back = (now.published.weekday() - name) % 7
    day = now.published + timedelta(days=(7 - back) % 7 if now.future else -back)
    return Sense(
        "TIME", f"{day.isoformat()}TNI", day.isoformat(), "published", reason="the night before that day"
    )


def _nearest(match: Match, published: date, written: list[date], now: Now) -> tuple[date, str]:
    name = int(match.value("W") or 0)
    monday = published - timedelta(days=published.weekday())
    if match.has("UI"):
        weeks = -1 if match.has("LE") else 1 if match.has("D") else 0
        return monday + timedelta(days=name + 7 * weeks), "that day of the week named"
    back = (published.weekday() - name) % 7
    if match.has("L"):
        return published - timedelta(days=back or 7), "the last one before publication"
    if match.has("DOi"):
        return published + timedelta(days=(7 - back) % 7 or 7), "the next one after publication"
    if now.future and back:
        return published + timedelta(days=7 - back), "the words near tell of what is to come"
    if back >= _STALE and len(written) == 1 and not match.has("Ej"):
        return written[0], "the day of that name that the text has written"
    return published - timedelta(days=back), "the last one up to publication"


def day_part(match: Match) -> str:
    """TIMEX3's letters for the part of the day in the expression, or nothing.

    The small hours ("dini hari") are told as morning: the night of a date is the one that follows it.
    """
    return "MO" if match.has("l") else str(match.value("H") or "")
