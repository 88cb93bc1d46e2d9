"""Who speaks: from the words around a cue to one or more speakers, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.records import Mention
from saksama.statements.page import Page
from saksama.statements.persons import inside_shell, mentions_in, person_in

_AND = frozenset({"dan", "serta", "maupun"})
_IS = frozenset({"adalah", "ialah", "merupakan"})
_THIS = frozenset({"itu", "ini", "tersebut"})
_OFFICE = 2  # words of a title that may have a place behind it
_BESIDE = 40  # characters between a title and its name
_DEFAULT = "noun phrase"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Characters of the name, pronoun or noun phrase; `clitic` marks a *-nya* still to be resolved."""

    start: int
    end: int
    actor: str | None
    reason: str
    pronoun: bool = False


def in_phrase(page: Page, first: int, last: int, place: str) -> tuple[Speaker, ...]:
    """The speakers in the words ``[first, last)`` of a noun phrase; `place` says where it stands."""
    first, last = _trimmed(page, first, last)
    segments = _segments(page, first, last)
    if not segments:
        return ()
    shell = inside_shell(page, *segments[0])
    if shell > segments[0][0]:
        place = f"author of the {page.words[segments[0][0]]}"
        segments[0] = (shell, segments[0][1])
    heads = [segments[0]] if _takes_up(page, *segments[0]) else _conjuncts(page, *segments[0])
    if len(heads) > 1:
        found = [one for part in heads if (one := _one(page, *part, place))]
        return tuple(found)
    named = _apposed(page, segments, place)
    one = named or _one(page, *segments[0], place)
    return (one,) if one else ()


def clitic(page: Page, index: int) -> Speaker:
    """The *-nya* of "katanya", "menurutnya"."""
    token = page.tokens[index]
    start, end = token.end - 3, token.end
    return pronoun(page, start, end)


def pronoun(page: Page, start: int, end: int) -> Speaker:
    mention = page.mentions.at(start, end)
    if mention and mention.label == "PRO" and mention.actor:
        reason = mention.reason if mention.reason.startswith("pronoun") else f"pronoun: {mention.reason}"
        return Speaker(start, end, mention.actor, reason, True)
    return Speaker(start, end, None, "pronoun: unresolved", True)


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    while first < last and page.tokens[first].upos in ("PUNCT", "CCONJ", "SCONJ", "ADP"):
        first += 1
    while last > first and (
        page.tokens[last - 1].upos in ("PUNCT", "CCONJ", "SCONJ", "ADV", "AUX")
        or page.words[last - 1] in ("beberapa", "pun", "juga")
    ):
        last -= 1
    return first, last


def _segments(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """The phrase cut at its commas; brackets and what they hold are left out at the ends."""
    segments, start, depth = [], first, 0
    for index in range(first, last):
        word = page.words[index]
        depth += (word == "(") - (word == ")")
        if word in (",", "–", "—") and depth <= 0:
            segments.append((start, index))
            start = index + 1
    segments.append((start, last))
    return [segment for segment in segments if segment[0] < segment[1]]


def _conjuncts(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """Two speakers out of "A dan B", where each side has an actor of its own to speak."""
    for index in range(first + 1, last - 1):
        if page.words[index] in _AND:
            sides = [(first, index), (index + 1, last)]
            shared = (
                person_in(page, *sides[1])
                and page.tokens[first].upos == "NOUN"
                and not person_in(page, *sides[0])
            )
            if not shared and all(_stands_alone(page, *side) for side in sides):
                return [sides[0], *_conjuncts(page, *sides[1])]
    return [(first, last)]


def _takes_up(page: Page, first: int, last: int) -> bool:
    """One person's description, whatever is joined in it: "bos Kapal dan Pelabuhan itu"."""
    return page.words[first] in page.speech.words["persons"] and page.words[last - 1] in _THIS


def _stands_alone(page: Page, first: int, last: int) -> bool:
    """Whether a side of an "and" can be a speaker: a title shared by "A dan B Ebrahim" is none."""
    inside = mentions_in(page, first, last)
    return any(m.label != "NOM" for m in inside) or (
        page.words[last - 1].endswith("nya") and last - first == 1
    )


def _apposed(page: Page, segments: list[tuple[int, int]], place: str) -> Speaker | None:
    """The name in a segment behind the title: "Sekretaris Jenderal NATO, Jens Stoltenberg"."""
    if len(segments) < 2 or _is_named(page, segments):
        return None
    if page.tokens[segments[0][0]].upos == "PRON":
        return None
    for segment in segments[1:4]:
        person = person_in(page, *segment)
        if person and page.tokens[segment[0]].start == person.start:
            return _as_speaker(person, place)
    return None


def _is_named(page: Page, segments: list[tuple[int, int]]) -> bool:
    """Whether the first segment has its person, not a place taken for one ("Kepala Kantor Bahari, Dewi")."""
    person = person_in(page, *segments[0])
    if person is None or " " in person.text or page.words[segments[0][0]] not in page.speech.words["persons"]:
        return person is not None
    rest = page.words[segments[1][0] : segments[-1][1]]
    return page.index_at(person.start) - segments[0][0] < _OFFICE or not _AND.isdisjoint(rest)


def _one(page: Page, first: int, last: int, place: str) -> Speaker | None:
    """The name in a plain phrase, or the phrase itself."""
    first, last = _trimmed(page, first, last)
    if first >= last:
        return None
    token = page.tokens[first]
    at_head = page.mentions.at(token.start, token.end)
    if at_head and at_head.label == "PRO" and at_head.start == token.start:
        return pronoun(page, at_head.start, at_head.end)
    person = person_in(page, first, last)
    if person:
        return _as_speaker(person, place)
    return _phrase(page, first, last, place)


def _phrase(page: Page, first: int, last: int, place: str) -> Speaker | None:
    head = page.tokens[first]
    if _is_mute(page, first) or _defines(page, first, last) or head.upos in ("VERB", "PUNCT", "ADV", "SCONJ"):
        return None
    if any(page.words[i].startswith(("mem", "men")) and page.is_verb(i) for i in range(first + 1, last)):
        return None
    last = next((i for i in range(first + 1, last) if page.words[i] == "("), last)
    start, end = head.start, page.tokens[last - 1].end
    mention = page.mentions.at(head.start, head.end)
    if mention is None or mention.start > head.start:
        owner = _surname(page, start, end)
        reason = f"{place}; last name of a name in this article" if owner else f"{_DEFAULT}, {place}"
        return Speaker(start, end, owner, reason)
    if mention.actor and (named := _name_beside(page, mention)):
        return _as_speaker(named, place)
    if mention.label in ("ORG", "LOC") and mention.end < end and mention.start == start:
        return Speaker(mention.start, mention.end, mention.actor, f"{place}; {mention.reason}")
    return Speaker(start, max(end, mention.end), mention.actor, f"{place}; {mention.reason}")


def _surname(page: Page, start: int, end: int) -> str | None:
    """The person to whose name the model left out these words: "Rahim Lestari", of which it saw "Rahim"."""
    name = page.text[start:end]
    if not name.istitle() or " " in name:
        return None
    for mention in page.reading.mentions:
        if mention.label == "PER" and page.text[mention.end : mention.end + 1 + len(name)] == f" {name}":
            return mention.actor
    return None


def _name_beside(page: Page, title: Mention) -> Mention | None:
    """The name that a title stands beside ("Kepala Badan Pangan (BP), Dewi"), by their common actor."""
    near = page.mentions.within(title.end, title.end + _BESIDE)
    return next(
        (m for m in near if title.label == "NOM" and m.label == "PER" and m.actor == title.actor), None
    )


def _defines(page: Page, first: int, last: int) -> bool:
    """ "X adalah teori yang menyatakan bahwa …": a definition, and nobody speaks."""
    return not _IS.isdisjoint(page.words[first:last])


def _is_mute(page: Page, first: int) -> bool:
    """Things and acts do not speak: "hal itu menegaskan bahwa", "penandatanganan ini menegaskan bahwa"."""
    word, lists = page.words[first], page.speech.words
    act = word.startswith(("ke", "pe")) and word.endswith("an") and len(word) > 7
    return any(word in lists[key] for key in ("mute", "joints", "stops")) or (
        act and word not in lists["speaking"] and not _capitals(page, first)
    )


def _capitals(page: Page, first: int) -> bool:
    """Whether a name begins here, not just a sentence."""
    return all(token.text[0].isupper() for token in page.tokens[first : first + 2])


def _as_speaker(mention: Mention, place: str) -> Speaker:
    return Speaker(mention.start, mention.end, mention.actor, f"{place}; {mention.reason}")
