"""The hour of a printed date: "Selasa, 19 Mei 2026 01:05 WIB", "2024-09-03T10:00:00+07:00"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from saksama.sources import dates

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?(?![\d:])")
_CLOCK = re.compile(
    r"[\s,|@-]{0,5}(?:pukul\s)?(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?(?:\s?(WIB|WITA|WIT|AM|PM)\b)?", re.I
)
_ZONES = {"wib": 7, "wita": 8, "wit": 9}
_USUAL = 7  # hours ahead of universal time, where a page names no zone: most papers print Jakarta's


def moment(text: str | None, language: str = "id") -> str | None:
    """The moment in universal time to the minute, ``2024-09-03T03:00Z``; None where no hour is told.

    Midnight is how pages write a mere day, so it tells no hour.
    """
    if not text:
        return None
    try:
        found = _iso(text) or _printed(text, language)
    except ValueError:  # 25:70, +99:00
        return None
    return (
        found.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if found and (found.hour or found.minute) else None
    )


def _iso(text: str) -> datetime | None:
    found = _ISO.search(text)
    if found is None:
        return None
    zone = (found[3] or f"+{_USUAL:02}:00").replace("Z", "+00:00")
    return datetime.fromisoformat(f"{found[1]}T{found[2]}{zone}")


def _printed(text: str, language: str) -> datetime | None:
    day = next(iter(dates.find(text, language)), None)
    clock = _CLOCK.match(text, day.end) if day and day.value else None
    if day is None or day.value is None or clock is None:
        return None
    said = (clock[3] or "").lower()
    hour = int(clock[1]) % 12 + 12 * (said == "pm") if said in ("am", "pm") else int(clock[1])
    zone = timezone(timedelta(hours=_ZONES.get(said, _USUAL)))
    return datetime.fromisoformat(day.value).replace(hour=hour, minute=int(clock[2]), tzinfo=zone)
