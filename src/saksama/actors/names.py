"""Which stretches of text are names: the model's view united with the knowledge base's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.actors.found import LABELS, Found, span, sure
from saksama.actors.gazetteer import Hit
from saksama.actors.model_names import YOUNGER, model_names
from saksama.actors.name_repairs import borders, employers, joined, repaired, voted
from saksama.actors.page import Page
from saksama.actors.quiet_places import known_places, without_namesakes
from saksama.actors.short_forms import with_abbreviations
from saksama.records import Label

if TYPE_CHECKING:
    from saksama.actors.base import Base
    from saksama.actors.knowledge import Alias

_OF_STATES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})  # every state has such bodies
_FEW = 2  # words of a body's name
_HEADLINE = 4  # so many tokens with a state among them are a headline and no person


def find_names(page: Page, base: Base) -> list[Found]:
    """All names of the article in text order, none overlapping another."""
    hits = [found for hit in base.gazetteer.find(page.text) if (found := _from_hit(hit, page, base))]
    model = model_names(page, base)
    parted = borders(model)
    labelled = voted(_united(model, hits, page, base), page, parted)
    whole = without_namesakes(_of_others(labelled, page, base), page, base)
    plain = _of_elsewhere([name for name in whole if not _of_money(name, page, base)], page, base)
    names = with_abbreviations(plain, page)
    names = employers(joined([*names, *repaired(names, page)], page, parted), page, base)
    return sorted([*names, *known_places(names, page, base)], key=lambda name: name.start)


def _of_elsewhere(names: list[Found], page: Page, base: Base) -> list[Found]:
    """A body of ours called by what it is, "Kementerian Kesehatan", is theirs where the text is of others."""
    home = base.words.home
    generic = {name.start for name in names if _is_generic(name, page, base)}
    if not generic:
        return names
    sides = Counter(_country(name, page, base) for name in names if name.start not in generic)
    abroad = sum(count for side, count in sides.items() if side not in (home, None))
    if abroad <= sides[home]:
        return names
    return [replace(name, aliases=()) if name.start in generic else name for name in names]


def _is_generic(name: Found, page: Page, base: Base) -> bool:
    """A public body of the home country whose name would fit another's as well."""
    if name.label != "ORG" or not name.aliases or name.last - name.first < _FEW:
        return False
    ours = base.side(name.aliases[0].actor) == base.words.home
    words = page.lower[name.first : min(name.last + 1, page.stop(name.first))]
    named = not base.words.home_words.isdisjoint(words)
    return ours and not named and base.words.body_sector(words) in _OF_STATES


def _country(name: Found, page: Page, base: Base) -> str | None:
    if name.aliases and name.label != "PER":
        return base.side(name.aliases[0].actor)
    return base.country_of_place(page.text[name.start : name.end]) if name.label == "LOC" else None


def _of_money(name: Found, page: Page, base: Base) -> bool:
    """ "dolar AS": the state's money, not the state."""
    before = page.lower[name.first - 1] if name.first > page.begin(name.first) else ""
    return name.label == "LOC" and before in base.words.currencies


def _from_hit(hit: Hit, page: Page, base: Base) -> Found | None:
    """None where the hit lies outside the sentences, or runs over the start or the end of one."""
    first, last = page.cover(hit.start, hit.end)
    inside = first < last and page.tokens[first].start <= hit.start < page.tokens[first].end
    if not inside or page.sentence[first] != page.sentence[last - 1]:
        return None
    return Found(hit.start, hit.end, first, last, LABELS[base.kind(hit.aliases[0].actor)], hit.aliases)


def _united(model: Sequence[Found], hits: Sequence[Found], page: Page, base: Base) -> list[Found]:
    starts = [hit.start for hit in hits]
    names: list[Found] = []
    used: set[int] = set()
    for name in sorted(model, key=lambda n: n.start):
        low = bisect_left(starts, name.start)
        low -= 1 if low and hits[low - 1].end > name.start else 0
        over = [hit for hit in hits[low : bisect_left(starts, name.end)] if hit.end > name.start]
        used.update(hit.start for hit in over)
        names.extend(_decided(name, over, page, base))
    names.extend(_supported([hit for hit in hits if hit.start not in used], names))
    return _without_overlap(names)


def _decided(name: Found, over: list[Found], page: Page, base: Base) -> list[Found]:
    """What to make of a name of the model and the hits that overlap it."""
    if not over:
        return [name]
    first = over[0]
    if first.start <= name.start and first.end >= name.end:
        return [_agreed(name, first, base)]
    if any(hit.start < name.start or hit.end > name.end for hit in over):
        return [hit for hit in over if sure(hit)] or [name]
    if name.label == "PER":
        return _person(name, over, page, base)
    if _is_bearer(name, first, page, base):
        return [first, span(page, first.last, name.last, "PER")]
    return _place(name, over, page, base) if name.label == "LOC" else _body(name, over, page, base)


def _is_bearer(name: Found, state: Found, page: Page, base: Base) -> bool:
    """ "Menteri *Jepang Ryutaro Hashimoto*", taken for one place or body: a title's state and its bearer."""
    rest = page.tokens[state.last : name.last]
    begins = state.start == name.start and state.label == "LOC" and sure(state) and len(rest) > 1
    plain = all(token.upos == "PROPN" and token.text.isalpha() for token in rest)
    return begins and plain and any(base.title_ends(page, name.first, back) for back in (1, 2, 3))


def _agreed(name: Found, hit: Found, base: Base) -> Found:
    """Hit and name are one: a doubtful alias needs the model's consent, a sure one does not."""
    same = (name.start, name.end) == (hit.start, hit.end)
    fitting = tuple(a for a in hit.aliases if not a.ambiguous or not same or _consents(name.label, a, base))
    if not fitting:
        return name
    return replace(hit, aliases=fitting, label=LABELS[base.kind(fitting[0].actor)])


def _consents(label: Label, alias: Alias, base: Base) -> bool:
    kind = base.kind(alias.actor)
    return kind == {"PER": "person", "ORG": "organisation"}.get(label, "state") or (
        kind == "state" and label == "ORG" and alias.kind != "metonym"
    )


def _person(name: Found, over: list[Found], page: Page, base: Base) -> list[Found]:
    people = [hit for hit in over if hit.label == "PER" and sure(hit)]
    if len(people) > 1:
        return people
    if people and not YOUNGER & set(page.lower[name.first : name.last]):
        hit = people[0]
        long = hit.last - hit.first > 1
        if hit.start == name.start and not long and _shouted(name, hit, page, base):
            return [hit]
        if hit.start == name.start and long:
            return [replace(name, aliases=hit.aliases)]
        if over[0] is not hit and over[0].start == name.start:
            return [h for h in over if sure(h)]
    other = over[-1].label != "PER" and sure(over[-1]) and over[-1].end == name.end
    if not people and (other or name.last - name.first >= _HEADLINE):
        return [hit for hit in over if sure(hit)]
    return _without_state(name, over[0], page, base)


def _shouted(name: Found, hit: Found, page: Page, base: Base) -> bool:
    """ "Jokowi Singgung 'Drakor'": a well-known name and words of a headline, not a longer name."""
    rest = page.tokens[hit.last : name.last]
    verb = page.lower[hit.last]
    plain = verb in base.words.headline_verbs or verb in base.words.speech_verbs or verb.endswith("kan")
    return plain or any(token.upos in ("VERB", "PUNCT", "ADV", "ADP") for token in rest) or len(rest) > 2


def _without_state(name: Found, hit: Found, page: Page, base: Base) -> list[Found]:
    """ "Rusia Ivan Petrov" behind a title is a state and a name."""
    titled = any(base.title_ends(page, name.first, back) for back in (1, 2, 3))
    if titled and hit.start == name.start and hit.label != "PER" and hit.last < name.last:
        return [*([hit] if sure(hit) else []), span(page, hit.last, name.last, "PER")]
    return [name]


def _body(name: Found, over: list[Found], page: Page, base: Base) -> list[Found]:
    """An organisation's own name wins at its start; a state or body at its end tells whose it is."""
    first, last = over[0], over[-1]
    if len(over) > 1 and sum(hit.last - hit.first for hit in over if sure(hit)) == name.last - name.first:
        return over  # "China Xi Jinping": several names in a row
    if first.start == name.start and base.kind(first.aliases[0].actor) == "organisation":
        return [first, *(hit for hit in over[1:] if sure(hit))]
    if first.start > name.start and base.titles.longest(page.lower, name.first, first.first):
        return [hit for hit in over if sure(hit)] or [name]
    return [replace(name, inner=last.aliases if last.end == name.end else ())]


def _place(name: Found, over: list[Found], page: Page, base: Base) -> list[Found]:
    """A state with no more than "negara" before it is the state; "Semenanjung Korea" is a place."""
    covered = {index for hit in over for index in range(hit.first, hit.last)}
    rest = [page.lower[index] for index in range(name.first, name.last) if index not in covered]
    people = any(hit.label == "PER" and sure(hit) for hit in over)
    if people or all(word in base.words.generic_places for word in rest):
        return [hit for hit in over if sure(hit)] or [name]
    return [replace(name, inner=over[-1].aliases if over[-1].end == name.end else ())]


def _supported(hits: list[Found], names: Iterable[Found]) -> Iterator[Found]:
    """Hits that the model did not see: sure ones, and doubtful ones whose actor is named elsewhere."""
    plain = [hit for hit in hits if sure(hit)]
    known = {alias.actor for name in (*plain, *names) for alias in name.aliases if not alias.ambiguous}
    yield from plain
    for hit in hits:
        fitting = tuple(a for a in hit.aliases if a.actor in known and a.kind not in ("metonym",))
        if fitting and not sure(hit):
            yield replace(hit, aliases=fitting)


def _without_overlap(names: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _of_others(names: list[Found], page: Page, base: Base) -> list[Found]:
    """ "Komisi Pemilihan Umum Irak" is no body of ours, though its name begins like one."""
    merged: list[Found] = []
    for name in names:
        last = merged[-1] if merged else None
        if last and last.label == "ORG" and last.aliases and last.last == name.first and name.label == "LOC":
            sides = {base.side(last.aliases[0].actor), _country(name, page, base)}
            if len(sides) == 2 and all(s and base.kind(s) == "state" for s in sides):
                whole = span(page, last.first, name.last, "ORG")
                merged[-1] = replace(whole, inner=name.aliases)
                continue
        merged.append(name)
    return merged
