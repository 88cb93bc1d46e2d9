"""Where the content of indirect speech ends, and whether it is a clause at all."""

from __future__ import annotations

from saksama.language.tree import Tree
from saksama.statements.finite import NOMINAL, predicated
from saksama.statements.page import Page

_CLAUSES = ("ccomp", "xcomp", "parataxis", "advcl")
_PREDICATES = ("VERB", "AUX", "ADJ")
_SUBORDINATE = frozenset(
    {"jika", "bila", "apabila", "karena", "selain", "meski", "meskipun", "walau", "agar", "demi"}
)
_BREAKS = frozenset({",", '"', "”"})


def end_of(page: Page, start: int, limit: int) -> int:
    """One past the last word of the content that begins at a word, within ``[start, limit)``."""
    limit = _inside_quote(page, start, limit)
    for at in range(start + 1, limit):
        word = page.words[at]
        if word == "," and leaves(page, at + 1, limit):
            return at
        if word in ("dan", "serta", "seraya", "sambil", "sembari") and _cue_follows(page, at + 1, limit):
            return at
        if (
            page.words[at - 1] in _BREAKS
            and page.verb(at, "active")
            and "bahwa" in page.words[at + 1 : at + 3]
        ):
            return at
        if word in ('"', "“", "”") and page.words[at - 1] in (",", ".", ":") and _is_speech(page, at):
            return at
    return limit


def _inside_quote(page: Page, start: int, limit: int) -> int:
    """Content that begins inside a quotation ends with it at the latest."""
    quote = page.quote_at(page.starts[start])
    if quote and quote.left < page.starts[start]:
        return min(limit, page.index_at(quote.end))
    return limit


def _is_speech(page: Page, at: int) -> bool:
    quote = page.quote_at(page.starts[at])
    return quote is not None and quote.left == page.starts[at] and page.text[quote.start].isupper()


def leaves(page: Page, at: int, limit: int) -> bool:
    """Whether what follows a comma belongs to the sentence around: a cue, a carrier, a new speaker."""
    if at >= limit:
        return True
    word = page.words[at]
    if page.inverted(at) is not None or word in page.speech.carriers["always"]:
        return True
    if word in page.speech.carriers["like"] and at + 1 < limit:
        following = page.words[at + 1 : at + 4]
        return any(w in page.speech.carriers["with_like"] | page.speech.carriers["always"] for w in following)
    if word in page.speech.carriers["active"] or word in page.speech.words["remarks"]:
        return True
    return word in page.speech.words["joints"] and _cue_ahead(page, at + 1, limit)


def _cue_follows(page: Page, at: int, limit: int) -> bool:
    while at < limit and page.words[at] in page.speech.words["between"]:
        at += 1
    return (
        at < limit
        and page.verb(at, "active") is not None
        and page.words[at] not in page.speech.words["ensuring"]
    )


def _cue_ahead(page: Page, at: int, limit: int) -> bool:
    """An active cue before the next comma: "…, sementara Blinken menyoroti bahwa …"."""
    for index in range(at, min(limit, at + 12)):
        if page.words[index] in (",", "bahwa", "yang"):
            return False
        ensures = page.words[index] in page.speech.words["ensuring"]
        if page.verb(index, "active") and not (ensures or page.blocked(index)):
            return True
    return False


def is_clause(page: Page, start: int, end: int) -> bool:
    """Whether words ``[start, end)`` hold a predicate of their own, not only a noun phrase."""
    if end - start < 2:
        return False
    shut = False  # inside a relative or purpose clause of a noun phrase
    for at in range(start, end):
        word = page.words[at]
        if word in NOMINAL and at > start:
            shut = True
        elif word == ",":
            shut = False
        elif word in page.speech.words["finite"]:
            if not shut or _after_relative(page, at, start):
                return True
            break
        elif page.tokens[at].upos in ("VERB",) and not shut:
            return True
    return rooted(page, start, end)


def _after_relative(page: Page, at: int, start: int) -> bool:
    """A finite word in a relative clause is none of the main clause: "yang telah gugur"."""
    return (
        page.words[at - 1] not in NOMINAL
        and page.words[at] in ("adalah", "merupakan", "ialah")
        and at > start
    )


def goes_on(page: Page, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the sentence is one around its cue: "Indonesia, kata N, memutuskan …"."""
    if right[0] >= right[1] or leaves(page, *right):
        return False
    if not (is_clause(page, *right) or predicated(page, *right)):
        bare = page.tokens[right[0]].upos in ("ADJ", "ADV") and right[1] - right[0] > 2
        return (
            bare and page.words[right[0]] not in page.speech.words["adjuncts"] and not is_clause(page, *left)
        )
    return opens(page, *left) or not is_clause(page, *left)


def opens(page: Page, first: int, last: int) -> bool:
    """Whether words are no part of the main clause: an adjunct, an if-clause, a mere "namun"."""
    lists = page.speech.words
    if page.words[first] in lists["adjuncts"] | _SUBORDINATE:
        return True
    return lists["linking"].issuperset(page.words[first:last])


def complement(page: Page, cue: int, words: tuple[int, int], with_subject: bool) -> bool:
    """Whether the tree sees a clause, not an object, below the cue and in the words behind it."""
    first = page.bounds(cue)[0]
    start, end = words
    tree = page.tree(page.owner[cue])
    for child in tree.children(cue - first, *_CLAUSES):
        if not start - first <= child < end - first:
            continue
        own = tree.children(child, "nsubj", "csubj", "cop")
        if tree.is_dep(child, "advcl") and not (own and _leftmost(tree, child) == start - first):
            continue
        if (
            own
            or _is_told(page, tree, child, first)
            or (not with_subject and tree.tokens[child].upos in _PREDICATES)
        ):
            return True
    return False


def _is_told(page: Page, tree: Tree, child: int, first: int) -> bool:
    """A clause whose subject the parser took for an object: "Y dapat menimbulkan Z"."""
    return tree.is_dep(child, "ccomp") and any(
        page.words[first + below] in page.speech.words["finite"] for below in tree.children(child, "advmod")
    )


def subject_of_clause(page: Page, cue: int, start: int) -> bool:
    """Whether the word right behind the cue is the subject of the clause reported, not the cue's object."""
    first = page.bounds(cue)[0]
    tree = page.tree(page.owner[cue])
    for child in tree.children(cue - first, *_CLAUSES):
        if child > start - first and any(
            tree.subtree(own)[0] == start - first for own in tree.children(child, "nsubj", "csubj")
        ):
            return True
    return False


def _leftmost(tree: Tree, index: int) -> int:
    return tree.subtree(index)[0]


def _aside(tree: Tree, node: int) -> bool:
    """Whether a clause only tells more of a noun, or when, why and whether."""
    return tree.is_dep(node, "acl") or (tree.is_dep(node, "advcl") and bool(tree.children(node, "mark")))


def rooted(page: Page, start: int, end: int) -> bool:
    """Whether the tree sees a predicate with its subject in the words, outside their relative clauses."""
    first = page.bounds(start)[0]
    tree = page.tree(page.owner[start])
    inside = range(start - first, min(end - first, len(tree.tokens)))
    for at in inside:
        if not any(own in inside for own in tree.children(at, "nsubj", "csubj")):
            continue
        chain = [at, *tree.ancestors(at)]
        out = next((place for place, node in enumerate(chain) if node not in inside), len(chain))
        if not any(_aside(tree, node) for node in chain[:out]):
            return True
    return False
