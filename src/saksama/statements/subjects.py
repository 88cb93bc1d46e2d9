"""The words of a cue's subject, from the tree."""

from __future__ import annotations

from saksama.statements.page import Page

_UP = ("conj", "xcomp", "advcl", "parataxis", "ccomp")


def subject(page: Page, index: int) -> tuple[int, int] | None:
    """The words of the subject's phrase without its relative clause, from the tree."""
    first, _ = page.bounds(index)
    tree = page.tree(page.owner[index])
    verb = index - first
    for _ in range(4):
        below = tree.children(verb, "nsubj")
        left = [child for child in below if child < index - first and _names(page, first + child)]
        if left:
            return _joined(page, first, left, index)
        if page.words[first + verb] in page.speech.words["ensuring"]:
            return None
        if tree.is_dep(verb, "acl") and tree.head(verb) < verb:
            if tree.tokens[tree.head(verb)].upos == "VERB":
                return None
            return _noun_phrase(page, first, tree.head(verb), index)
        if not tree.is_dep(verb, *_UP) or tree.head(verb) > index - first:
            return None
        verb = tree.head(verb)
    return None


def _names(page: Page, index: int) -> bool:
    """Not the "yang" of a clause, nor an adverb that the parser takes for a subject ("mulanya")."""
    return page.words[index] != "yang" and page.words[index] not in page.speech.words["between"]


def _joined(page: Page, first: int, heads: list[int], cue: int) -> tuple[int, int] | None:
    """The nearest subject, and with it one that an "and" joins to it ("A dan B mengatakan")."""
    span = _noun_phrase(page, first, heads[-1], cue)
    if len(heads) > 1 and span:
        joint = span[0] if page.words[span[0]] in ("dan", "serta") else span[0] - 1
        other = _noun_phrase(page, first, heads[-2], cue)
        if other and other[1] == joint and page.words[joint] in ("dan", "serta"):
            return other[0], span[1]
    return span


def _noun_phrase(page: Page, first: int, head: int, cue: int) -> tuple[int, int] | None:
    """From the left edge of the head's phrase to its relative clause, its verb or the cue."""
    tree = page.tree(page.owner[cue])
    below = set(tree.subtree(head))
    left = head
    while left - 1 in below and not _opens_clause(page, first + left - 1):
        left -= 1
    right = head + 1
    while first + right < cue and right in below and not _ends_phrase(page, first + right):
        right += 1
    return first + left, first + right


def _opens_clause(page: Page, index: int) -> bool:
    return page.words[index] in (",", ":", ";", '"', "“", "”", "(", ")", "-", "–", "—") or page.is_verb(index)


def _ends_phrase(page: Page, index: int) -> bool:
    word = page.words[index]
    return word in ("yang", "pada", "dalam", '"', "“", "saat", "ketika", "usai", "seusai") or page.is_verb(
        index
    )
