"""Expressions that lean on another day: "pekan lalu", "dua hari kemudian", "kini", and durations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from saksama import edtf
from saksama.times.days import day_part
from saksama.times.figures import number
from saksama.times.grammar import Match
from saksama.times.lexicon import Value
from saksama.times.sense import Anchor, Now, Sense, add_months, part_of, week_of

_UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_IN_YEARS: Final = {"DE": 10, "CE": 100}
_MOST: Final = 5000  # units beyond which nothing is reckoned


def deictic(match: Match, now: Now) -> Sense | None:
    """ "kini", "saat ini", "kemarin", "lusa", "keesokan harinya"."""
    if match.has("NS"):
        return replace(shifted("D", 0, now), value="PRESENT_REF")
    if match.has("EO"):
        return shifted("D", int(match.value("EO") or 0), now)
    base = now.context
    return _on(base + timedelta(days=1), "context") if base else Sense("DATE", _UNKNOWN["D"])


def _on(day: date, anchor: Anchor) -> Sense:
    return Sense("DATE", day.isoformat(), day.isoformat(), anchor)


def unit(match: Match, now: Now) -> Sense | None:
    """ "pekan lalu", "bulan depan", "akhir tahun ini", "hari itu", "akhir pekan"."""
    name = str(match.value("rbuU"))
    part = match.value("P")
    if match.has("T"):
        same = now.context if name == "D" else None
        return _on(same, "context") if same else Sense("DATE", _UNKNOWN[name], reason="leans on the text")
    if not match.has("LIDE"):
        return Sense("DATE", _UNKNOWN[name], reason="which one is not said")
    step = -1 if match.has("LE") else 1 if match.has("D") else 0
    if name == "D" and match.has("LD"):
        return Sense("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    sense = shifted(name, step, now)
    if part and sense.interval:
        return Sense("DATE", sense.value, _part(sense.interval, str(part), name), sense.anchor)
    return sense


def _part(interval: str, part: str, name: str) -> str:
    """The part of a stretch; the end of a week is its Saturday and Sunday."""
    bounds = edtf.parse(interval)
    if name == "W" and part == "end" and bounds and bounds.latest:
        return edtf.interval(bounds.latest - timedelta(days=1), bounds.latest)
    return part_of(interval, part)


def shifted(name: str, step: int, now: Now, anchor: Anchor = "published") -> Sense:
    """The day, week, month, year … so many steps from publication, or from the day just named."""
    base = now.published if anchor == "published" else now.context
    unknown = Sense("DATE", _UNKNOWN.get(name), reason="no date to reckon from")
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
    if match.has("8"):
        day = now.context if match.has("r") else None
        return _on(day, "context") if day else Sense("DATE", None, reason="leans on the text")
    if match.has("7"):
        return Sense("DATE", None, reason="a season without a year")
    return Sense("DATE", "FUTURE_REF" if match.has("D") else "PAST_REF")


def count(match: Match, now: Now) -> Sense | None:
    """ "24 tahun", "dua hari kemudian", "tiga pekan lalu", "sehari", "1 menit 30 detik"."""
    pieces = _pieces(match)
    value = _duration(pieces)
    if value is None:
        return None
    if not match.has("LKBg"):
        return Sense("DURATION", value, reason="about" if match.has("~+^") else "")
    past = match.has("LB")
    amount, name = pieces[0]
    far = name in _IN_YEARS and match.has("KB")
    if amount is None or len(pieces) > 1 or amount != int(amount) or far:
        return Sense("DATE", "PAST_REF" if past else "FUTURE_REF")
    step = -int(amount) if past else int(amount)
    if name.startswith("T"):
        return _same_day(match, now)
    return shifted(name, step, now, "context" if match.has("KB") else "published")


def _same_day(match: Match, now: Now) -> Sense:
    """ "dua jam lalu": the day is that of publication, or the day before; no interval is claimed."""
    return Sense("TIME", "PAST_REF" if match.has("LB") else "FUTURE_REF", reason="less than a day away")


Piece = tuple[float | None, str]


def _pieces(match: Match) -> list[Piece]:
    """The amounts with their units: ISO letters, ``T`` before those of the clock."""
    row, found = match.row, []
    words: list[str] = []
    values: list[Value] = []
    for index in range(match.first, match.last):
        letter = row.letters[index]
        if letter == "s":
            return [_one(str(row.values[index]))]
        if letter in "dnywv":
            words.append(row.words[index])
            values.append(row.values[index])
        elif letter in "rbuUaJh" and words:
            amount = None if "-" in row.letters[match.first : index] else number(words, values)
            found.append((amount, ("T" if letter in "Jh" else "") + str(row.values[index])))
            words, values = [], []
    return found


def _one(value: str) -> Piece:
    clock = value.startswith("PT")
    amount, name = value.removeprefix("PT").removeprefix("P")[:-1], value[-1]
    if int(amount) > 1:
        return 1.0, {"10": "DE", "100": "CE"}[amount]
    return 1.0, f"T{name}" if clock else name


def _duration(pieces: list[Piece]) -> str | None:
    """ISO 8601 of the pieces; ``X`` where an amount is not exact."""
    if not pieces:
        return None
    text, clock = "P", False
    for amount, name in pieces:
        times = _IN_YEARS.get(name, 1)
        if name[0] == "T" and not clock:
            text, clock = text + "T", True
        text += "X" if amount is None else f"{amount * times:.10g}"
        text += "Y" if name in _IN_YEARS else name[-1]
    return text


def every(match: Match, now: Now) -> Sense | None:
    """ "tiap Jumat", "setiap hari", "setiap dua tahun"."""
    if (day := match.value("W")) is not None:
        return Sense("SET", f"XXXX-WXX-{int(day) + 1}")
    if (month := match.value("M")) is not None:
        return Sense("SET", f"XXXX-{int(month):02d}")
    if match.has("H"):
        return Sense("SET", f"XXXX-XX-XXT{day_part(match)}")
    pieces = _pieces(match)
    if not pieces:
        letter = next((i for i in range(match.first, match.last) if match.row.letters[i] in "rbuUaJh"), None)
        if letter is None:
            return None
        pieces = [(1.0, ("T" if match.row.letters[letter] in "Jh" else "") + str(match.row.values[letter]))]
    return Sense("SET", _duration(pieces))


def quarter(match: Match, now: Now) -> Sense | None:
    """ "kuartal ketiga 2025", "semester I tahun ini"; alone it has no year."""
    months = int(match.value("C") or 0)
    order = match.value("o") or next(iter(match.figures("d")), None)
    if order is None or not months:
        return Sense("DATE", None, reason="leans on the text")
    last = int(order) * months
    if last > 12:
        return None
    name = f"{'Q' if months == 3 else 'H' if months == 6 else 'T'}{int(order)}"
    years = match.figures("y")
    year = years[0] if years else None
    if year is None and match.has("u") and now.published:
        year = now.published.year + (-1 if match.has("LE") else 1 if match.has("D") else 0)
    if year is None:
        return Sense("DATE", f"XXXX-{name}", reason="the year is not known")
    interval = edtf.through(f"{year:04d}-{last - months + 1:02d}", f"{year:04d}-{last:02d}")
    return Sense("DATE", f"{year:04d}-{name}", interval, "absolute" if years else "published")
