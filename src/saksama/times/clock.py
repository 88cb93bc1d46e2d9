"""Times of the clock and parts of the day."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from saksama import edtf
from saksama.times.figures import number
from saksama.times.grammar import Match
from saksama.times.sense import Now, Sense
from saksama.times.spans import shifted
from saksama.times.weekdays import day_part, eve, weekday

_NO_HOURS: Final = range(0)


def clock(match: Match, now: Now) -> Sense | None:
    """ "pukul 10.30 WIB", "jam 7 malam", "19.00-21.00 WIB": a time, whose day the sentence gives."""
    row = match.row
    places = [i for i in range(match.first, match.last) if row.letters[i] in "td"]
    times = [_time(row.words[place]) for place in places]
    if not places:
        spread = [i for i in range(match.first, match.last) if row.letters[i] == "w"]
        amount = number([row.words[i] for i in spread], [row.values[i] for i in spread])
        times = [[f"{int(amount):02d}", "00"]] if amount is not None and amount == int(amount) else []
    told = [_of_the_day(match, time) for time in times]
    if not told or any(int(time[0]) > 24 for time in told):
        return None
    return Sense("TIME", "/".join("T" + ":".join(time) for time in told))


def _time(word: str) -> list[str]:
    """Hours, minutes and, where they are told, seconds."""
    pieces = [f"{int(piece):02d}" for piece in word.replace(":", ".").split(".")]
    return pieces if len(pieces) > 1 else [*pieces, "00"]


def _of_the_day(match: Match, time: list[str]) -> list[str]:
    """The time on a clock of 24 hours, by the part of the day behind it."""
    part = next((word for word in match.words if word in match.row.lexicon.afternoon), "")
    if int(time[0]) in match.row.lexicon.afternoon.get(part, _NO_HOURS):
        return [f"{int(time[0]) + 12:02d}", *time[1:]]
    return time


def part_of_day(match: Match, now: Now) -> Sense | None:
    """ "tadi malam", "Kamis pagi WIB", "sore hari ini", "dini hari", "semalam", "malam Minggu"."""
    if match.letters == "HW":
        return eve(match, now)
    if match.has("W"):
        return weekday(match, now)
    part = "NI" if match.has("4") else day_part(match)
    if match.has("T`"):
        return _that_day(part, now)
    day = shifted("D", _steps(match, part), now) if match.has("IjiEO4L") else None
    if day is None or day.interval is None:
        return Sense("TIME", f"XXXX-XX-XXT{part}", reason=day.reason if day else "which day is not said")
    if match.has("j4") and part == "NI":
        both = edtf.through(day.interval, now.published.isoformat() if now.published else None)
        value = f"{day.value}T{part}"
        return Sense("TIME", value, both, "published", reason="last night or early today")
    return Sense("TIME", f"{day.value}T{part}", day.interval, day.anchor)


def _steps(match: Match, part: str) -> int:
    """Days from publication to the day of "besok pagi", "tadi malam", "malam ini"."""
    if match.has("EO"):
        return int(match.value("EO") or 0)
    return -1 if match.has("4L") or (part == "NI" and match.has("j")) else 0


def _that_day(part: str, now: Now) -> Sense:
    """ "malam itu", "pagi harinya": of the day that the text has just named."""
    day = now.context()
    unknown = Sense("TIME", f"XXXX-XX-XXT{part}", reason="leans on the text")
    if day is None:
        return unknown
    return replace(unknown, value=f"{day}T{part}", interval=day.isoformat(), anchor="context", reason="")
