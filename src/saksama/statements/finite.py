"""What shows in the words alone that a clause follows a cue, not a noun phrase."""

from __future__ import annotations

from saksama.statements.page import Page

NOMINAL = frozenset(
    {
        "yang",
        "untuk",
        "dalam",
        "agar",
        "guna",
        "dengan",
        "demi",
        "sebagai",
        "soal",
        "terkait",
        "tentang",
        "karena",
    }
)
_THIS = frozenset({"itu", "ini", "tersebut"})
_CAUSES = frozenset({"membuat", "menyebabkan", "membiarkan", "mengakibatkan"})
_WEIGHED = frozenset({"penting", "mendesak", "tepat", "sulit", "mudah", "mustahil", "berat", "cukup"})
_MARKS = frozenset({'"', "“", "”"})
_REACH = 15  # words of a clause's subject
_THAN = frozenset({"dari", "daripada", "dibanding", "dibandingkan"})


def is_finite(page: Page, start: int, end: int) -> bool:
    """Whether a word like "telah" or "tidak" tells the clause's predicate, before or behind a "yang …"."""
    behind: int | None = None  # the verb of a relative clause
    for at in range(start, min(end, start + _REACH)):
        word = page.words[at]
        if word == "yang" and behind is None:
            behind = _relative(page, at, end)
            if behind is None:
                return False
        elif word in NOMINAL or word == ",":
            if behind is None or word not in ("dalam", "dengan", "untuk"):
                return False
        elif behind is None:
            if word in page.speech.words["finite"]:
                return _holds(page, at, start)
            if _weighs(page, at):
                return True
        elif at > behind and _tells(page, at, behind):
            return True
    return False


def _relative(page: Page, at: int, end: int) -> int | None:
    """The verb of the clause that a "yang" opens, if no clause of its own hangs on it."""
    verb = next((i for i in range(at + 1, min(end, at + 5)) if page.is_verb(i)), None)
    if verb is None or page.words[verb] in _CAUSES or page.verb(verb, "active"):
        return None
    return verb


def _holds(page: Page, at: int, start: int) -> bool:
    """Whether a word like "akan" is the clause's: not in "mengumumkan proyek itu dan akan …"."""
    if at > start and page.words[at - 1] in ("dan", "serta", "lalu", "kemudian"):
        return False
    return page.words[at + 1 : at + 2] != ["langsung"]  # "dampak tidak langsung" is a noun phrase


def _tells(page: Page, at: int, behind: int) -> bool:
    """The predicate behind a relative clause: "kapal yang disita berlayar lagi", "… dapat berlayar"."""
    if page.words[at] in page.speech.words["finite"]:
        return at > behind + page.words[behind].startswith("me") and _holds(page, at, behind)
    affixed = page.words[at].startswith(("ber", "me", "di", "ter"))
    return affixed and page.is_verb(at) and page.words[at - 1] not in NOMINAL


def predicated(page: Page, start: int, end: int) -> bool:
    """Whether a predicate stands behind the demonstrative that ends a phrase: "langkah itu provokatif"."""
    for at in range(start + 1, min(end - 1, start + _REACH)):
        if page.words[at] in NOMINAL or page.tokens[at].upos == "PUNCT":
            return False
        if page.words[at] in _THIS:
            behind = page.words[at + 1]
            shut = behind in NOMINAL or behind in page.speech.words["stops"] | page.speech.words["adjuncts"]
            return not shut and (page.tokens[at + 1].upos in ("ADJ", "NOUN", "ADV") or behind in _MARKS)
    return False


def _weighs(page: Page, at: int) -> bool:
    """ "… penting untuk …", "… lebih kuat daripada …"."""
    following = page.words[at + 1 : at + 3]
    if page.words[at] in _WEIGHED:
        return following[:1] == ["untuk"]
    return page.words[at] == "lebih" and not _THAN.isdisjoint(following[1:])
