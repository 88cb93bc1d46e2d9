"""Amounts of time: durations, so long ago or later, and what comes back ("setiap dua tahun")."""

from __future__ import annotations

from typing import Final

from saksama.times.figures import number
from saksama.times.grammar import Match
from saksama.times.lexicon import Value
from saksama.times.sense import Now, Sense
from saksama.times.spans import UNKNOWN, shifted
from saksama.times.weekdays import day_part

_IN_YEARS: Final = {"DE": 10, "CE": 100}
Piece = tuple[
    float | None, str
]  # an amount, unknown if `None`, of an ISO 8601 unit; "T" before those of the clock


def count(match: Match, now: Now) -> Sense | None:
    """ "24 tahun", "dua hari kemudian", "tiga pekan lalu", "sehari", "1 menit 30 detik", "2x24 jam"."""
    pieces = _pieces(match)
    value = _range(match) or _duration(pieces)
    if value is None:
        return None
    if not match.has("LKBg"):
        return Sense("DURATION", value, reason="about" if match.has("~+^") else "")
    amount, name = pieces[0]
    exact = amount is not None and len(pieces) == 1 and amount == int(amount)
    if match.has("KB"):
        return _from_then(match, now, int(amount) if amount and exact else None, name)
    past = match.has("L")
    if not exact or amount is None:
        return Sense("DATE", "PAST_REF" if past else "FUTURE_REF")
    if name.startswith("T"):
        return Sense("TIME", "PAST_REF" if past else "FUTURE_REF", reason="less than a day away")
    return shifted(name, -int(amount) if past else int(amount), now)


def _from_then(match: Match, now: Now, amount: int | None, name: str) -> Sense:
    """ "dua hari kemudian", "setahun sebelumnya": from the day, month or year just named."""
    if name.startswith("T"):
        return Sense("TIME", "XXXX-XX-XX", reason="some hours from a time in the text")
    if amount is None:
        return Sense("DATE", UNKNOWN[name], reason="so many days are not said")
    return shifted(name, -amount if match.has("B") else amount, now, "context")


def _pieces(match: Match) -> list[Piece]:
    """The amounts with their units."""
    row, found = match.row, []
    words: list[str] = []
    values: list[Value] = []
    for index in range(match.first, match.last):
        letter = row.letters[index]
        if letter == "s":
            return [_one(str(row.values[index]))]
        if letter == '"':
            return [(None, str(row.values[index]))]
        if (
            letter in "dnywv"
            and row.letters[index - 1] != "("
            and not (words and "(" in row.letters[match.first : index])
        ):
            words.append(row.words[index])
            values.append(row.values[index])
        elif letter in "rbuUaJh" and words:
            name = ("T" if letter in "Jh" else "") + str(row.values[index])
            found.append((_amount(match, index, words, values), name))
            words, values = [], []
    return found


def _amount(match: Match, unit: int, words: list[str], values: list[Value]) -> float | None:
    between = match.row.letters[match.first : unit]
    if "o" in between:  # 2x24 jam
        product = [number([word], [value]) for word, value in zip(words, values, strict=True)]
        return product[0] * product[1] if len(product) == 2 and product[0] and product[1] else None
    return None if "-" in between or "=" in between else number(words, values)


def _range(match: Match) -> str | None:
    """ "20-30 menit", "5 hingga 7 tahun": two durations with a slash between them."""
    row, letters = match.row, match.letters
    dash = max(letters.find("-"), letters.find("="))
    units = [i for i in range(match.first, match.last) if row.letters[i] in "rbuUaJh"]
    if dash < 1 or len(units) != 1 or letters[0] == '"':
        return None
    ends = []
    for first, last in ((match.first, match.first + dash), (match.first + dash + 1, units[0])):
        spread = [i for i in range(first, last) if row.letters[i] in "dnywv"]
        ends.append(
            number([row.words[i] for i in spread], [row.values[i] for i in spread]) if spread else None
        )
    if None in ends:
        return None
    clock = "T" if row.letters[units[0]] in "Jh" else ""
    name = clock + str(row.values[units[0]])
    return "/".join(_duration([(end, name)]) or "" for end in ends)


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
        if name[0] == "T" and not clock:
            text, clock = text + "T", True
        if amount is None:
            text += "X" + name.removeprefix("T")
        else:
            times = _IN_YEARS.get(name, 1)
            text += f"{amount * times:.10g}" + ("Y" if name in _IN_YEARS else name[-1])
    return text


def every(match: Match, now: Now) -> Sense | None:
    """ "tiap Jumat", "setiap hari", "setiap dua tahun", "tiap 17 Agustus", "dua kali seminggu"."""
    days = [int(value) + 1 for value in match.values("W")]
    if days and match.letters.startswith("cHW"):
        return Sense("SET", f"XXXX-WXX-{(days[0] - 2) % 7 + 1}TNI", reason="the night before that day")
    if days:
        part = f"T{day_part(match)}" if day_part(match) else ""
        return Sense("SET", ",".join(f"XXXX-WXX-{day}{part}" for day in days))
    return _every_date(match) or _every_unit(match)


def _every_date(match: Match) -> Sense | None:
    month, numbers = match.value("M"), match.figures("d")
    if month is not None:
        day = f"-{numbers[0]:02d}" if numbers else ""
        return Sense("SET", f"XXXX-{int(month):02d}{day}")
    if match.has("A"):
        return Sense("SET", f"XXXX-XX-{numbers[0]:02d}") if numbers else None
    if match.has("t"):
        word = next(match.row.words[i] for i in range(match.first, match.last) if match.row.letters[i] == "t")
        return Sense("SET", f"XXXX-XX-XXT{word.replace('.', ':')}")
    if match.has("H"):
        return Sense("SET", f"XXXX-XX-XXT{day_part(match)}")
    return None


def _every_unit(match: Match) -> Sense | None:
    if match.has("P") and match.value("U") == "W":
        return Sense("SET", "XXXX-WXX-WE" if match.value("P") == "end" else "P1W")
    pieces = [piece for piece in _pieces(match) if piece[1]]
    if not pieces:
        letter = next((i for i in range(match.first, match.last) if match.row.letters[i] in "rbuUaJh"), None)
        if letter is None:
            return None
        pieces = [(1.0, ("T" if match.row.letters[letter] in "Jh" else "") + str(match.row.values[letter]))]
    return Sense("SET", _duration(pieces))
