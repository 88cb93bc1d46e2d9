"""How far a link reaches that stands in running text: "Baca juga: Harga Beras NaikMenteri itu …".

Pages come flattened into one line, with the linked headline glued to the story or parted from it by
a blank alone. The end is looked for by what is surest first; where only the way of writing tells, the
link is taken to be short rather than to eat a sentence of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from saksama.language.wordlists import broken, wordlist, words

_REACH = 240
_WHOLE = 200
_SHORTEST = 12
_REST = 40  # what is shorter behind a joined word is no sentence
_QUOTES = {'"': '"', "“": '””"', "‘": "’", "'": "'"}
_BEHIND_QUOTE = re.compile(r"['\"’”]?\s?(?::|(?:di sini|berikut ini)\s?:?|!)?", re.I)
_GOES_ON = re.compile(r"\s[a-z]")
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ\d)!?%’”])(?=[A-Z“\"][a-zA-Z“\"])|(?<=\S[\"'])(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})"
)
_WIDE = re.compile(r"[ \u00a0]{2,}(?=[A-Z“\"])|\u00a0(?=[A-Z“\"])")
_ASKED = re.compile(r"[?!](?=\s+[A-Z“\"])")
_SPOKEN = re.compile(r"\s(?=[“\"][A-Z][^”\"\n]{30})")
_SENTENCE = re.compile(r"[a-z\d)”\"’%]\.(?:\s+[A-Z“\"]|\s*\Z)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SMALL_FIRST = re.compile(r"(?:detik|i|e|k)[A-Z]")
_CAMEL = re.compile(r"[A-Z][a-z]{0,6}[A-Z]|[a-z]{1,5}[A-Z]")
_FEW_WORDS = 7
_STRIPPED = ",.:;\"'”“()!?"


@dataclass(frozen=True, slots=True)
class Ends:
    """What a language's headlines and sentences are told apart by."""

    following: re.Pattern[str]
    joined: frozenset[str]
    openers: frozenset[str]
    roles: frozenset[str]
    small: frozenset[str]
    leading: frozenset[str]


@cache
def ends(language: str) -> Ends:
    """The lists of a language, compiled once."""
    content = wordlist(language, "boilerplate")
    try:
        following = re.compile(content["next"].replace("| ", "|"), re.IGNORECASE)
    except (KeyError, AttributeError, TypeError, re.error) as error:
        broken(language, "boilerplate", f"'next' is not as expected: {error}")
    names = ("joined", "openers", "roles", "small", "leading")
    lists = (words(language, "boilerplate", name) for name in names)
    return Ends(following, *lists)


def link_end(text: str, start: int, language: str) -> int:
    """Where the headline that begins at `start` ends, at most 240 characters on."""
    known = ends(language)
    limit = _limit(text, start, known)
    if limit <= start:
        return start
    if text[start] in _QUOTES and (end := _quoted(text, start, limit)):
        return end
    sentence = _SENTENCE.search(text, start, limit)
    last = sentence.start() + 1 if sentence else limit
    whole = not sentence and limit - start <= _WHOLE  # nothing but the headline stands before the limit
    certain = [end for end in _certain(text, start, last, known) if end]
    if certain and not (whole and limit - min(certain) < _REST):
        return min(certain)
    if whole:
        return limit
    return _title_end(text, (start, last), known) or last


def _limit(text: str, start: int, known: Ends) -> int:
    newline = text.find("\n", start, start + _REACH)
    limit = newline if newline >= 0 else min(len(text), start + _REACH)
    following = known.following.search(text, min(start + _SHORTEST, limit), limit)
    return following.start() if following else limit


def _certain(text: str, start: int, last: int, known: Ends) -> Iterator[int | None]:
    """Ends that the print shows: a capital glued to what is before, a wide gap, a question mark."""
    yield _glued(text, start, last, known)
    for pattern in (_WIDE, _SPOKEN, _ASKED):
        found = pattern.search(text, start + _SHORTEST, last)
        yield found and (found.end() if pattern is _ASKED else found.start())


def _quoted(text: str, start: int, limit: int) -> int | None:
    """Behind the mark that closes a quoted headline, and the "di sini:" that may follow it."""
    closers = _QUOTES[text[start]]
    for at in range(start + 1, limit):
        if text[at] not in closers or (text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum()):
            continue
        inner = text[at] == "'" and text[at + 1 : at + 2] == " " and "'" in text[at + 1 : limit]
        if not inner and not text[at - 1].isspace():
            tail = _BEHIND_QUOTE.match(text, at + 1)
            end = tail.end() if tail else at + 1
            return None if _GOES_ON.match(text, end, limit) else end
    return None


def _glued(text: str, start: int, last: int, known: Ends) -> int | None:
    """A capital right behind a small letter, where it is no name like "YouTube"."""
    for found in _GLUED.finditer(text, start + _SHORTEST, last):
        at = found.start()
        word = _WORD.match(text, max(text.rfind(" ", start, at) + 1, start))
        if text[at - 1] in ")!?%’”\"'" or word is None or not _is_joined(word[0], known):
            return at
    return None


def _is_joined(word: str, known: Ends) -> bool:
    """Whether a word with a capital inside is a name: known, or like "iPhone" and "detikJatim"."""
    return any(word.startswith(name) for name in known.joined) or bool(_SMALL_FIRST.match(word))


def _title_end(text: str, bounds: tuple[int, int], known: Ends) -> int | None:
    """Where words stop being written as in a headline: a capitalised opener, or a small verb."""
    found = list(re.compile(r"\S+").finditer(text, *bounds))
    plain = [word[0].strip(_STRIPPED) for word in found]
    for index in range(3, len(found) - 1):
        if plain[index] in known.openers and _opens(found, plain, index, known):
            return found[index - 1].end()
    titled = sum(word[:1].isupper() for word in plain[:6]) >= min(4, len(plain))
    start = _after_capitals(plain, known) if titled else _first_capital(plain, known)
    return found[start - 1].end() if start else None


def _after_capitals(plain: list[str], known: Ends) -> int | None:
    """In a headline with capitals: the word that opens the sentence in which small words begin."""
    for index in range(4, len(plain)):
        word = plain[index]
        if word[:1].islower() and word not in known.small and not _CAMEL.match(word):
            return _story_start(plain, index, known)
    return None


def _first_capital(plain: list[str], known: Ends) -> int | None:
    """In a headline in small letters: the first capital late in it that no name accounts for."""
    for index in range(_FEW_WORDS, len(plain)):
        before = plain[index - 1]
        if plain[index][:1].isupper() and before[:1].islower() and before not in known.leading:
            return index
    return None


def _opens(found: list[re.Match[str]], plain: list[str], index: int, known: Ends) -> bool:
    """Whether an opener begins a sentence here: nothing leads up to it, and small words follow."""
    if found[index - 1][0].endswith((":", ",")) or plain[index - 1] in known.small:
        return False
    following = plain[index + 1]
    return found[index][0].endswith(",") or (following[:1].islower() and following not in known.small)


def _story_start(plain: list[str], index: int, known: Ends) -> int:
    """The word that opens the sentence whose first small word is at `index`."""
    at = index - 1
    while at > 4 and not plain[at][:1].isupper():
        at -= 1
    for back in range(at, max(3, at - 7), -1):
        if plain[back] in known.roles:
            return back
        if not plain[back][:1].isupper():
            break
    return at
