"""Expressions that lean on another day: "pekan lalu", "kini", "hari itu", "akhir tahun"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from saksama import edtf
from saksama.times.grammar import Match
from saksama.times.sense import Anchor, Now, Sense, add_months, part_of, week_of

UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_IN_YEARS: Final = {"DE": 10, "CE": 100}
_MOST: Final = 5000  # units beyond which nothing is reckoned
_EDGE: Final = {"Y": 2, "M": 5}  # months, days at a turn within which "akhir" or "awal" can be of either side


def deictic(match: Match, now: Now) -> Sense | None:
    """ "kini", "saat ini", "kemarin", "lusa", "keesokan harinya"."""
    if match.has("NS"):
        return replace(shifted("D", 0, now), value="PRESENT_REF")
    if match.has("EO") and not match.has("`"):
        return shifted("D", int(match.value("EO") or 0), now)
    step = -1 if match.has("E") else 1
    base = now.context()
    return _on(base + timedelta(days=step), "context") if base else Sense("DATE", UNKNOWN["D"])


def _on(day: date, anchor: Anchor) -> Sense:
    return Sense("DATE", day.isoformat(), day.isoformat(), anchor)


def unit(match: Match, now: Now) -> Sense | None:
    """ "pekan lalu", "bulan depan", "akhir tahun ini", "hari itu", "akhir pekan"."""
    name = str(match.value("rbuU"))
    part = str(match.value("P") or "")
    if match.has("T"):
        return same(name, now)
    if match.has("B&"):
        return _with_part(shifted(name, -1 if match.has("B") else 1, now, "context"), name, part)
    if not match.has("LIDEi"):
        return _turn(name, part, now)
    step = -1 if match.has("LE") else 1 if match.has("Di") else 0
    if name == "D" and match.has("LD"):
        return Sense("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    if name == "W" and part == "end" and match.has("i"):
        step = 0  # the weekend to come is that of this week
    return _with_part(shifted(name, step, now), name, part)


def _with_part(sense: Sense, name: str, part: str) -> Sense:
    """The part of a stretch; the end of a week is its Saturday and Sunday."""
    bounds = edtf.parse(sense.interval)
    if not part or not sense.interval or bounds is None or bounds.latest is None:
        return sense
    if name == "W" and part == "end":
        weekend = edtf.interval(bounds.latest - timedelta(days=1), bounds.latest)
        return replace(sense, value=f"{sense.value}-WE", interval=weekend)
    return replace(sense, interval=part_of(sense.interval, part))


def _turn(name: str, part: str, now: Now) -> Sense:
    """ "akhir tahun", "awal bulan": those of publication, away from the turn and if no other is told of."""
    unknown = Sense("DATE", UNKNOWN[name] + ("-WE" if name == "W" and part == "end" else ""))
    unknown = replace(unknown, reason="which one is not said")
    day = now.published
    if day is None or name not in _EDGE:
        return unknown
    told = now.context(name)
    if told and (told.year != day.year or (name == "M" and told.month != day.month)):
        return unknown
    place, last = (day.month, 12) if name == "Y" else (day.day, 31)
    near_start, near_end = place <= _EDGE[name], place > last - _EDGE[name]
    if (part == "end" and near_start) or (part == "start" and near_end):
        return unknown
    return replace(_with_part(shifted(name, 0, now), name, part), reason="the one of publication")


def same(name: str, now: Now) -> Sense:
    """ "hari itu", "tahun yang sama": the one that the text has just named."""
    base = now.context(name)
    if base is None or name == "W":
        return Sense("DATE", UNKNOWN[name], reason="leans on the text")
    value, interval = _step(name, 0, base)
    return Sense("DATE", value, interval, "context")


def shifted(name: str, step: int, now: Now, anchor: Anchor = "published") -> Sense:
    """The day, week, month, year … so many steps from publication, or from what was just named."""
    base = now.published if anchor == "published" else now.context(name)
    unknown = Sense("DATE", UNKNOWN.get(name), reason="no date to reckon from")
    if base is None or abs(step) > _MOST:
        return unknown
    try:
        value, interval = _step(name, step, base)
    except (OverflowError, ValueError):
        return unknown
    return Sense("DATE", value, interval, anchor)


def _step(name: str, step: int, base: date) -> tuple[str, str]:
    if name == "D":
        day = (base + timedelta(days=step)).isoformat()
        return day, day
    if name == "W":
        monday, sunday = week_of(base + timedelta(weeks=step))
        year, week, _ = monday.isocalendar()
        return f"{year:04d}-W{week:02d}", edtf.interval(monday, sunday)
    if name == "M":
        year, month = add_months(base, step)
        return f"{year:04d}-{month:02d}", f"{year:04d}-{month:02d}"
    year = base.year + step * _IN_YEARS.get(name, 1)
    if not 1 <= year <= 9999:
        raise ValueError(year)
    if name == "Y":
        return f"{year:04d}", f"{year:04d}"
    digits = 3 if name == "DE" else 2
    return f"{year:04d}"[:digits], f"{year:04d}"[:digits] + "X" * (4 - digits)


def vague(match: Match, now: Now) -> Sense | None:
    """ "baru-baru ini", "beberapa waktu lalu", "masa depan", "hari yang sama", "musim dingin"."""
    if match.has("'"):
        return replace(shifted("D", 0, now), value="PRESENT_REF")
    if match.has("7"):
        return _season(match)
    if match.has("6"):
        return _period(match, now)
    if match.has("8"):
        return same(str(match.value("rbuU")), now)
    return Sense("DATE", "FUTURE_REF" if match.has("D") else "PAST_REF")


def _period(match: Match, now: Now) -> Sense:
    """ "periode yang sama tahun lalu": a stretch that the text has named, of the year that is said."""
    years = match.figures("y")
    if years:
        return Sense("DATE", f"{years[0]:04d}", f"{years[0]:04d}", "absolute", reason="a part of that year")
    if match.has("u"):
        return replace(shifted("Y", -1 if match.has("L") else 0, now), reason="a part of that year")
    return Sense("DATE", None, reason="leans on the text")


def _season(match: Match) -> Sense:
    code, years = match.value("R") or "none", match.figures("y")
    if code == "none":
        return Sense("DATE", None, reason="a season without a year")
    if not years:
        return Sense("DATE", f"XXXX-{code}", reason="a season without a year")
    return Sense("DATE", f"{years[0]:04d}-{code}", reason="where on the globe is not said")
