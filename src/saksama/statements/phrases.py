"""Where the phrase of the speaker lies: before an active cue, after an inverted one."""

from __future__ import annotations

from saksama.statements.page import Page
from saksama.statements.speakers import Speaker, clitic, in_phrase
from saksama.statements.subjects import subject

_NOBODY = (["ada", "yang"], ["banyak", "yang"])  # "ada yang mengatakan" names nobody
_BESIDE = frozenset({"seraya", "sambil", "sembari", "dengan"})
_INSIDE = frozenset({"di", "dari", "untuk", "bidang", "urusan", "pada", "terkait"})
_THIS = frozenset({"itu", "ini", "tersebut", "yang"})
_ASIDE = frozenset({"(", ")", ","})
_TITLE = 12  # words of a title behind its preposition
_MEANS = frozenset({"dalam", "melalui", "lewat"})
_LONGEST = 30  # words of a speaker's phrase with all its titles
_TITLES_END = frozenset({".", "!", "?", ":", ";", '"', "“", "”", "–", "—", "-", "…"})


def after(page: Page, index: int, limit: int) -> tuple[Speaker, ...]:
    """The speakers of the phrase that begins at a word: after "kata" or "menurut"."""
    end = _end_after(page, index, limit)
    found = in_phrase(page, index, end, "name after the cue") if end > index else ()
    return _named_later(page, found, (index, end), limit) or found


def _called(page: Page, span: tuple[int, int], cue: int) -> tuple[Speaker, ...]:
    """The name told in the relative clause: "seorang nelayan di Bandung yang bernama Dewi mengatakan"."""
    at = next((at + 1 for at in range(span[1], cue - 1) if page.words[at] == "bernama"), None)
    if at is None:
        return ()
    mention = page.mentions.at(page.tokens[at].start, page.tokens[at].end)
    if mention is None or mention.label != "PER" or mention.start != page.tokens[at].start:
        return ()
    return in_phrase(page, at, page.index_at(mention.end), "name told of the subject")


def _named_later(
    page: Page, found: tuple[Speaker, ...], phrase: tuple[int, int], limit: int
) -> tuple[Speaker, ...]:
    """The name that ends a long title: "direktur urusan pasar di Bank Niaga Dewi Lestari"."""
    first, end = phrase
    if len(found) != 1 or found[0].pronoun or page.words[first] not in page.speech.words["persons"]:
        return ()
    if end >= limit or page.words[end] not in _INSIDE or found[0].end > page.tokens[end].start:
        return ()
    if any(m.label == "PER" for m in page.mentions.within(found[0].start, found[0].end)):
        return ()
    for at in range(end + 1, min(limit, end + _TITLE)):
        stops = page.tokens[at].upos == "PUNCT" and page.words[at] not in _ASIDE
        if stops or page.is_verb(at) or page.words[at] in _THIS:
            return ()
        mention = page.mentions.at(page.tokens[at].start, page.tokens[at].end)
        if mention and mention.label == "PER" and mention.start == page.tokens[at].start:
            behind = page.index_at(mention.end)
            titled = any(
                m.label == "NOM" and m.end + 1 == mention.start
                for m in page.mentions.within(found[0].end, mention.start)
            )
            ends = behind >= limit or page.tokens[behind].upos == "PUNCT" or _breaks(page, behind)
            return in_phrase(page, at, behind, "name behind the title") if ends and not titled else ()
    return ()


def end_after(page: Page, index: int, limit: int) -> int:
    """One past the last word of the speaker's phrase that begins at a word."""
    return _end_after(page, index, limit)


def _end_after(page: Page, index: int, limit: int) -> int:
    """Up to a preposition, a verb or a full stop; over commas and brackets while only titles have come."""
    named, inside = False, False
    limit = min(limit, index + _LONGEST)
    for at in range(index, limit):
        word, token = page.words[at], page.tokens[at]
        inside = inside and word != ")"
        if inside or (at > index and word == ")"):
            continue
        if word in (",", "("):
            if named or not _title_goes_on(page, at + 1, limit):
                return at
            inside = word == "("
        elif _breaks(page, at) or (at > index and _is_predicate(page, at)):
            return at
        mention = page.mentions.at(token.start, token.end)
        named = named or (mention is not None and mention.label in ("PER", "PRO"))
    return limit


def _is_predicate(page: Page, at: int) -> bool:
    """A verb, or a word like "harus" before one; not the "Tengah" of a name."""
    token = page.tokens[at]
    finite = page.words[at] in page.speech.words["finite"] and token.text.islower()
    return finite or token.upos == "AUX" or page.is_verb(at)


def _breaks(page: Page, at: int) -> bool:
    word = page.words[at]
    return word in _TITLES_END or (word in page.speech.words["stops"] and not _in_name(page, at))


def _in_name(page: Page, index: int) -> bool:
    """A preposition inside a name: "Organisasi untuk Kerja Sama", "Dokter tanpa Batas"."""
    around = page.tokens[index - 1 : index + 2]
    return page.words[index] == "untuk" and all(token.text[0].isupper() for token in (around[0], around[-1]))


def _title_goes_on(page: Page, index: int, limit: int) -> bool:
    """Whether a name still comes behind the comma: "Menteri Luar Negeri AS, Antony Blinken"."""
    for at in range(index, min(index + 8, limit)):
        token, word = page.tokens[at], page.words[at]
        if word in _TITLES_END or word in page.speech.words["stops"] or page.is_verb(at):
            return False
        mention = page.mentions.at(token.start, token.end)
        if mention and mention.label == "PER":
            behind = page.index_at(mention.end)
            return behind >= limit or page.tokens[behind].upos == "PUNCT" or _breaks(page, behind)
    return False


def before(page: Page, index: int) -> tuple[Speaker, ...]:
    """The speakers of the subject of an active cue: by the tree, else by what stands before it."""
    if shared := _beside(page, index):
        return shared
    if not page.readable(index):
        return ()
    if page.words[max(0, index - 2) : index] in _NOBODY:
        return ()
    span = (
        _set_off(page, index) or subject(page, index) or _just_before(page, index)
    )  # the parser is right four times in five
    if span and page.tokens[index].upos == "ADJ" and not _adjoins(page, span[1], index):
        return ()  # "membuat para nelayan khawatir": not the subject of the sentence
    if span and (inner := _before_adjunct(page, span[0])):
        span = inner
    found = in_phrase(page, *span, "subject of the cue") if span else ()
    later = _called(page, span, index) or _named_later(page, found, span, index) if span else ()
    return later or found


def _joined_cue(page: Page, index: int, first: int) -> tuple[Speaker, ...]:
    """The speaker of the cue before, which an "and" joins to this one: "X mengatakan P dan menegaskan Q"."""
    ensures = page.words[index] in page.speech.words["ensuring"]
    if index - 1 <= first or page.words[index - 1] not in ("dan", "serta") or ensures:
        return ()
    if page.tree(page.owner[index]).children(index - first, "nsubj"):
        return ()
    cues = (at for at in range(index - 2, first, -1) if page.verb(at, "active"))
    cue = next(cues, None)
    return () if cue is None or page.blocked(cue) or page.words[cue - 1] == "yang" else before(page, cue)


def _before_adjunct(page: Page, index: int) -> tuple[int, int] | None:
    """The name before "dalam sambutan", which the parser takes for the subject."""
    at = index if page.words[index] in _MEANS else index - 1
    if at < 1 or page.words[at] not in _MEANS:
        return None
    token = page.tokens[at - 1]
    mention = page.mentions.at(token.start, token.end)
    if mention is None or mention.label not in ("PER", "ORG", "LOC") or mention.end != token.end:
        return None
    return page.index_at(mention.start), at


def _set_off(page: Page, index: int) -> tuple[int, int] | None:
    """The name between commas right before the cue: "setelah direktur itu, Dewi, mengatakan"."""
    first = page.bounds(index)[0]
    if index - 2 <= first or page.words[index - 1] != ",":
        return None
    token = page.tokens[index - 2]
    mention = page.mentions.at(token.start, token.end)
    if mention is None or mention.label != "PER" or mention.end != token.end:
        return None
    start = page.index_at(mention.start)
    return (start, index - 1) if start > first and page.words[start - 1] == "," else None


def _adjoins(page: Page, end: int, index: int) -> bool:
    """Whether nothing but adverbs stands between a subject and its cue."""
    return page.speech.words["between"].issuperset(page.words[end:index])


def _beside(page: Page, index: int) -> tuple[Speaker, ...]:
    """The speaker of the inverted cue before: "…, kata X sembari menekankan bahwa …"."""
    first, limit = page.bounds(index)
    at = index - 1
    while at > first and page.words[at] in page.speech.words["between"] - _BESIDE:
        at -= 1
    if at <= first or page.words[at] not in _BESIDE:
        return _joined_cue(page, index, first)
    for cue in range(at - 1, max(first, at - _LONGEST), -1):
        own = page.inverted(cue)
        if own is not None and page.words[cue - 1] in (",", '"', "”"):
            return of_inverted(page, cue, own, limit)
        if page.verb(cue, "active") and page.words[cue - 1] not in ("yang", *_BESIDE):
            return before(page, cue)
    return ()


def _just_before(page: Page, index: int) -> tuple[int, int] | None:
    """The name or pronoun that ends right before the cue, where the tree has no subject."""
    first, _ = page.bounds(index)
    at = index - 1
    while at > first and page.words[at] in page.speech.words["between"]:
        at -= 1
    if at > first and page.words[at] == ",":
        return _apposed(page, first, at)
    if at < first or page.words[at] == "yang":
        return None
    token = page.tokens[at]
    mention = page.mentions.at(token.start, token.end)
    if mention is None or mention.end != token.end or mention.label == "NOM":
        return None
    return page.index_at(mention.start), at + 1


def _apposed(page: Page, first: int, comma: int) -> tuple[int, int] | None:
    """The name before what is told of it: "Dewi Lestari, ketua nelayan di Bandung, mengatakan"."""
    for at in range(comma - 1, max(first, comma - _LONGEST), -1):
        if page.is_verb(at) or page.words[at] in _TITLES_END:
            return None
        if page.words[at] != "," or at - 1 < first:
            continue
        token = page.tokens[at - 1]
        mention = page.mentions.at(token.start, token.end)
        if mention and mention.label == "PER" and mention.end == token.end:
            return page.index_at(mention.start), at
        return None
    return None


def of_inverted(page: Page, index: int, own: bool, limit: int) -> tuple[Speaker, ...]:
    """The speakers of an inverted cue: its own *-nya*, or the phrase behind it."""
    return (clitic(page, index),) if own else after(page, index + 1, limit)
