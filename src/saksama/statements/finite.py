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
    finite = page.speech.words["finite"]
    related = False
    for at in range(start, min(end, start + _REACH)):
        word = page.words[at]
        if word == "yang" and not related:
            at_verb = next((i for i in range(at + 1, min(end, at + 5)) if page.is_verb(i)), None)
            if at_verb is None or page.words[at_verb] in _CAUSES or page.verb(at_verb, "active"):
                return False
            related = True
            behind = at_verb
        elif word in NOMINAL or word == ",":
            if not (related and word in ("dalam", "dengan", "untuk")):
                return False
        elif word in finite and (not related or at > behind + page.words[behind].startswith("me")):
            if page.words[at - 1] in ("dan", "serta", "lalu", "kemudian") and at > start:
                return False  # the cue's own subject goes on: "mengumumkan proyek itu dan akan …"
            return page.words[at + 1 : at + 2] != ["langsung"]  # "dampak tidak langsung" is a noun phrase
        elif not related and _weighs(page, at):
            return True
    return False


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
