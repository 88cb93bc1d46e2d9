"""Times of the day, feast days and the Muslim calendar."""

from __future__ import annotations

from datetime import date, timedelta

from saksama import edtf
from saksama.times.days import day_part, weekday
from saksama.times.figures import number
from saksama.times.grammar import Match
from saksama.times.sense import Now, Sense
from saksama.times.spans import shifted

_AFTERNOON = ("AF", "NI")


def clock(match: Match, now: Now) -> Sense | None:
    """ "pukul 10.30 WIB", "jam 7 malam", "22.02 WITA": a time; its day is set by the sentence."""
    row = match.row
    found = [i for i in range(match.first, match.last) if row.letters[i] in "td"]
    if found:
        pieces = row.words[found[0]].replace(":", ".").split(".")
        hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    else:
        words = [i for i in range(match.first, match.last) if row.letters[i] == "w"]
        amount = number([row.words[i] for i in words], [row.values[i] for i in words])
        if amount is None or amount != int(amount):
            return None
        hour, minute = int(amount), 0
    if day_part(match) in _AFTERNOON and hour < 12 and not match.has("l"):
        hour += 12
    return Sense("TIME", f"T{hour:02d}:{minute:02d}") if hour <= 24 else None


def part_of_day(match: Match, now: Now) -> Sense | None:
    """ "tadi malam", "Kamis pagi WIB", "sore hari ini", "dini hari", "semalam"."""
    if match.has("W"):
        return weekday(match, now)
    part = "NI" if match.has("4") else day_part(match)
    if not match.has("IjiEO4L"):
        return Sense("TIME", f"XXXX-XX-XXT{part}", reason="which day is not said")
    if match.has("EO"):
        step = int(match.value("EO") or 0)
    else:
        step = -1 if match.has("4") or (part == "NI" and match.has("j") and not match.has("l")) else 0
    day = shifted("D", step, now)
    value = f"{day.value}T{part}"
    if day.interval and match.has("j4") and part == "NI":
        both = edtf.through(day.interval, now.published.isoformat() if now.published else None)
        return Sense("TIME", value, both, "published", reason="last night or early today")
    return Sense("TIME", value, day.interval, day.anchor)


def feast(match: Match, now: Now) -> Sense | None:
    """ "hari raya Natal", "Tahun Baru 2025", "Idul Adha 1447 H"."""
    if any(1300 <= year <= 1600 for year in match.figures("y")):
        return hijri(match, now)
    years = [year for year in match.figures("y") if 1900 <= year <= 2100]
    fixed = match.value("V") if not match.has("0") else ("moving" if match.has("V") else "01-01")
    if fixed is None or str(fixed).startswith("moving"):
        return Sense("DATE", None, f"{years[0]:04d}" if years else None, "absolute" if years else "none")
    month, day = (int(part) for part in str(fixed).split("-"))
    if years:
        value = date(years[0], month, day).isoformat()
        return Sense("DATE", value, value, "absolute")
    return Sense("DATE", f"XXXX-{month:02d}-{day:02d}", reason="the year is not said")


def hijri(match: Match, now: Now) -> Sense | None:
    """ "1447 H", "10 Dzulhijjah 1447 H": the year's span within days; the sighted months are not known."""
    years = [year for year in match.figures("yn") if 1300 <= year <= 1600] if match.has("yn") else []
    if not years:
        return Sense("DATE", None, reason="a Muslim date without a year") if match.has("!") else None
    first = _hijri_new_year(years[0])
    last = _hijri_new_year(years[0] + 1)
    leeway = timedelta(days=2)
    span = edtf.interval(first - leeway, last + leeway)
    return Sense("DATE", None, span, "absolute", reason="a year of the Muslim calendar, within two days")


def _hijri_new_year(year: int) -> date:
    """The first day of a Muslim year in the tabular calendar (11 leap years in 30)."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30
    return date(622, 7, 19) + timedelta(days=days)
