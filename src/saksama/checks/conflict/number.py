"""How many: two texts of one story count the same thing and arrive at figures that exclude each other.

The thing is the same where the unit, the word beside it (or the verb that governs it) and two more
content words of the sentences agree. Money, percentages and measures are left alone: they change with
the market and the day. A later, larger toll is an update.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice

from saksama import edtf
from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.conflict.aligned import likeness
from saksama.checks.conflict.figures import overlapping
from saksama.checks.conflict.shared import Passage, details
from saksama.checks.conflict.telling import reasons
from saksama.checks.wording import say
from saksama.language.stem import related
from saksama.language.tree import Tree
from saksama.language.wordlists import wordlist, words
from saksama.records import Check, Quantity, Reading, Sentence, Severity

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
MOST = 100  # counts of an article that are held against those of others
ALIKE = 0.25  # of the weight of both sentences' words outside of facts
STRIPPED = 60  # words without a mark: a page that lost its points, and those of its figures
TELLING = 10  # a figure from which its return in a text is no chance
COMMON_WORDS = 2  # content words of the two sentences, beyond unit and neighbour


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity in its sentence, with the lemmas that tell what is counted."""

    reading: Reading
    sentence: Sentence
    quantity: Quantity
    unit: str
    beside: str
    verb: str
    content: frozenset[str]
    subject: frozenset[str]


def find(case: Case) -> Iterator[Check]:
    for story in case.desk.stories():
        by_unit: dict[str, list[Count]] = {}
        copied = {frozenset((e.from_, e.to)) for e in story.lineage if e.kind == "copy"}
        for article in story.articles:
            for count in islice(_counts(case.desk.reading(article)), MOST):
                by_unit.setdefault(count.unit, []).append(count)
        for counts in by_unit.values():
            yield from _of_one_unit(case, counts, copied)


def _of_one_unit(case: Case, counts: list[Count], copied: set[frozenset[str]]) -> Iterator[Check]:
    """At most one finding for each pair of articles; a copy is held against its source elsewhere."""
    told = set(copied)
    for one, other in combinations(counts, 2):
        pair = frozenset((one.reading.article.id, other.reading.article.id))
        if len(pair) != 2 or pair in told or not _disagree(one, other):
            continue
        if not (_has_both(one, other, counts) or _has_both(other, one, counts)):
            told.add(pair)
            yield _check(case, one, other)


def _has_both(one: Count, other: Count, counts: list[Count]) -> bool:
    """Whether the one text gives the other's figure too, so that it counts two things by that unit."""
    value = other.quantity.value
    return any(
        count.reading is one.reading
        and count.quantity.value == value
        and (value >= TELLING or count.beside == other.beside or count.verb == other.verb)
        for count in counts
    )


def _counts(reading: Reading) -> Iterator[Count]:
    language = reading.article.language
    measures = _passed_over(language)
    for quantity in reading.quantities:
        sentence = sentence_at(reading, quantity.start)
        if sentence is None or sentence.is_title or not quantity.unit or quantity.unit.isupper():
            continue
        count = _count(reading, sentence, quantity)
        stripped = len(sentence.tokens) > STRIPPED and all(t.upos != "PUNCT" for t in sentence.tokens)
        if count is not None and count.unit not in measures and not stripped:
            yield count


@lru_cache(maxsize=4)
def _passed_over(language: str) -> frozenset[str]:
    """Units that measure rather than count."""
    lists = wordlist(language, "quantities")
    measures = {word.lower() for unit, spelt in lists["measures"].items() for word in (unit, *spelt.split())}
    return words(language, "checks", "measures") | measures | {*lists["percent"], "percent"}


def _count(reading: Reading, sentence: Sentence, quantity: Quantity) -> Count | None:
    tree = Tree(sentence)
    inside = tree.between(quantity.start, quantity.end)
    if not inside:
        return None
    last = inside[-1]
    if _of_another(tree, inside, reading.article.language):
        return None
    beside = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    content = frozenset(t.lemma.lower() for t in sentence.tokens if t.upos in CONTENT)
    return Count(
        reading,
        sentence,
        quantity,
        unit=(quantity.unit or "").lower(),
        beside=beside.lemma.lower() if beside and beside.upos in ("NOUN", "PROPN", "ADJ", "VERB") else "",
        verb=next((sentence.tokens[i].lemma.lower() for i in tree.ancestors(last) if _verbal(tree, i)), ""),
        content=content,
        subject=_subject(tree, last, (quantity.unit or "").lower()),
    )


def _of_another(tree: Tree, inside: range, language: str) -> bool:
    """The rest of some ("empat sektor lainnya"), or the whole of some ("lima dari sembilan sektor")."""
    rest = words(language, "checks", "rest")
    if any(
        tree.tokens[i].text.lower() in rest
        for i in (inside[-1] + 1, inside[0] - 1)
        if 0 <= i < len(tree.tokens)
    ):
        return True
    before = tree.tokens[max(0, inside[0] - 2) : inside[0]]
    return [t.upos == "NUM" or t.text.lower() for t in before] == [True, "dari"]


def _subject(tree: Tree, last: int, unit: str) -> frozenset[str]:
    """What grows or falls to the figure, where the subject names the unit: "jumlah transaksi kartu"."""
    for above in (i for i in tree.ancestors(last) if _verbal(tree, i)):
        below = [j for i in tree.children(above, "nsubj") for j in tree.subtree(i)]
        if below:
            named = {tree.tokens[i].lemma.lower() for i in below if tree.tokens[i].upos in ("NOUN", "PROPN")}
            return frozenset(named) if unit in named and last not in below else frozenset()
    return frozenset()


def _verbal(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "VERB"


def _disagree(one: Count, other: Count) -> bool:
    if one.unit != other.unit or not _one_thing(one, other):
        return False
    if _agreeing(one, other) or _agreeing(other, one) or _other_day(one, other) or _other_reality(one, other):
        return False
    return not _update(one, other)


def _one_thing(one: Count, other: Count) -> bool:
    named = {one.unit, one.beside, one.verb}
    if one.subject - other.subject and other.subject - one.subject:
        return False
    same = (one.beside and one.beside == other.beside) or (one.verb and one.verb == other.verb)
    if one.verb and other.verb and not related(one.verb, other.verb):
        return False
    if not same or len((one.content & other.content) - named) < COMMON_WORDS:
        return False
    return likeness((one.reading, one.sentence), (other.reading, other.sentence)) >= ALIKE


def _agreeing(one: Count, other: Count) -> bool:
    """Whether the other sentence has a figure of the unit that agrees: it lists several, or a part."""
    return any(
        overlapping(one.quantity, quantity)
        for quantity in other.reading.quantities
        if quantity.sentence == other.sentence.index and quantity.unit == one.quantity.unit
    )


def _other_day(one: Count, other: Count) -> bool:
    """Both sentences name days, and the days do not meet: two counts on two days."""
    days, others = _days(one), _days(other)
    return bool(days and others) and not any(edtf.overlap(a, b) for a in days for b in others)


def _days(count: Count) -> list[str]:
    return [t.interval for t in count.reading.times if t.sentence == count.sentence.index and t.interval]


def _other_reality(one: Count, other: Count) -> bool:
    """What is planned or feared in one text, and done in the other, may differ."""
    statuses = [
        {event.status == "occurred" for event in c.reading.events if event.sentence == c.sentence.index}
        for c in (one, other)
    ]
    return {False} in statuses and any(True in told for told in statuses)


def _update(one: Count, other: Count) -> bool:
    """A toll that a later article gives higher."""
    if not _is_toll(one, other) and not _so_far(one, other):
        return False
    published = [c.reading.article.published if c.reading.article.dated else None for c in (one, other)]
    if None in published:
        return True
    first, last = (one, other) if str(published[0]) <= str(published[1]) else (other, one)
    return last.quantity.value >= first.quantity.value and published[0] != published[1]


def _so_far(one: Count, other: Count) -> bool:
    """Both count what has been done up to their day, which grows."""
    done = words(one.reading.article.language, "checks", "so_far")
    return all(any(t.text.lower() in done for t in count.sentence.tokens) for count in (one, other))


def _is_toll(one: Count, other: Count) -> bool:
    tolls = words(one.reading.article.language, "checks", "tolls")
    return bool({one.verb, one.beside, *one.content} & tolls and {other.verb, *other.content} & tolls)


def _severity(one: Count, other: Count) -> Severity:
    """Certain where both days are known; tolls of one day may be those of two hours or two villages."""
    articles = one.reading.article, other.reading.article
    if not all(article.dated for article in articles):
        return "caution"
    same_day = articles[0].published == articles[1].published
    return "caution" if same_day and _is_toll(one, other) else "conflict"


def _check(case: Case, one: Count, other: Count) -> Check:
    shared = details(
        Passage(one.reading, (one.sentence,)), Passage(other.reading, (other.sentence,)), frozenset()
    )
    common = shared or sorted((one.content & other.content) - {one.unit})
    message = say(
        "conflict-number",
        one=f"“{one.quantity.text}”",
        other=f"“{other.quantity.text}”",
        shared=reasons(common),
    )
    evidence = (quoted(one.reading, one.sentence), quoted(other.reading, other.sentence))
    events = _events(case, one, other)
    return finding("conflict", _severity(one, other), message, evidence, slot="number", events=events)


def _events(case: Case, *counts: Count) -> tuple[str, ...]:
    found = {
        case.event_of(event).id: None
        for count in counts
        for event in count.reading.events
        if count.quantity.id in event.quantities
    }
    return tuple(found)
