"""EDTF dates in words, in the languages of the account."""

from __future__ import annotations

LANGUAGES = ("id", "en")

_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_PHRASES = {
    "id": {
        "until": "hingga {}",
        "since": "sejak {}",
        "both": "{}–{}",
        "unknown": "tidak diketahui",
        "s": "{}-an",
    },
    "en": {"until": "until {}", "since": "since {}", "both": "{}–{}", "unknown": "unknown", "s": "{}s"},
}


def spell(edtf: str | None, language: str) -> str:
    """A date for reading: "19 Juni 2024", "June 2024", "sejak 4 September 2023", "2014–2024"."""
    phrases = _PHRASES[language]
    if not edtf:
        return phrases["unknown"]
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(start, language)
    if start in ("", ".."):
        return (
            phrases["until"].format(_single(end, language)) if end not in ("", "..") else phrases["unknown"]
        )
    if end in ("", ".."):
        return phrases["since"].format(_single(start, language))
    return phrases["both"].format(_shorter(start, end, language), _single(end, language))


def weekday(number: int, language: str) -> str:
    """0 is Monday."""
    return _WEEKDAYS[language][number]


def months(language: str) -> list[str]:
    """The names of the twelve months."""
    return list(_MONTHS[language])


def _single(date: str, language: str) -> str:
    date = date.partition("T")[0].rstrip("?~%")
    if date.endswith("X"):
        return _PHRASES[language]["s"].format(date.replace("X", "0"))
    year, *rest = date.split("-")
    parts = [year]
    if rest:
        parts.insert(0, _MONTHS[language][int(rest[0]) - 1])
    if len(rest) == 2:
        parts.insert(0, str(int(rest[1])))
    return " ".join(parts)


def _shorter(start: str, end: str, language: str) -> str:
    """The first day of a range without the month or year that the last day repeats."""
    words, last = _single(start, language).split(), _single(end, language).split()
    while len(words) > 1 and len(words) == len(last) and words[-1] == last[-1]:
        words, last = words[:-1], last[:-1]
    return " ".join(words)
