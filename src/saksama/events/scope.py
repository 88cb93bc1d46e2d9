"""Whether a clause says that something happened, or only that it may, might or should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from saksama.events.arguments import Site
from saksama.events.scene import Scene
from saksama.language.speech import speech
from saksama.language.wordlists import broken, wordlist
from saksama.records import Status

_SETS = ("ended", "conditional", "purpose", "moves", "means", "naming", "goals", "hopes", "skip")
_REACH = 8
_JOINTS = frozenset({"dan", "serta", "atau"})
_VERBAL = ("me", "ber", "di")
_NOUN_REACH = 3
_GONE = frozenset(
    {"lalu", "kemarin", "silam", "telah", "sudah", "hasil", "usai", "seusai", "setelah", "tersebut"}
)
_HIGHEST = 5
_ORDER: tuple[Status, ...] = ("denied", "hypothetical", "possible", "planned", "alleged")
_COMPLEMENT = frozenset({"xcomp", "ccomp", "obj", "advcl", "acl", "obl", "csubj", "conj", "compound", "nmod"})


@dataclass(frozen=True, slots=True)
class Scopes:
    """The lists of ``status.yaml``: word to the status it gives."""

    before: Mapping[str, Status]
    above: Mapping[str, Status]
    nouns: Mapping[str, Status]
    after: frozenset[str]
    ended: frozenset[str]
    conditional: frozenset[str]
    purpose: frozenset[str]
    moves: frozenset[str]
    means: frozenset[str]
    naming: frozenset[str]
    goals: frozenset[str]
    hopes: frozenset[str]
    skip: frozenset[str]


@cache
def scopes(language: str = "id") -> Scopes:
    """Load and check the list once. Raises `DataError` if it names a status that there is not."""
    content = wordlist(language, "status")
    try:
        before, above, nouns = (_by_word(language, content[key]) for key in ("before", "above", "nouns"))
        after = frozenset(content["after"]["planned"].split())
        sets = (frozenset(content[key].split()) for key in _SETS)
        return Scopes(before, above, nouns, after, *sets)
    except (KeyError, AttributeError, TypeError) as error:
        broken(language, "status", f"{type(error).__name__} at {error}")


def _by_word(language: str, lists: Mapping[str, str]) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for status in _ORDER:
        for word in lists.get(status, "").split():
            found.setdefault(word, status)
    if unknown := lists.keys() - set(_ORDER):
        broken(language, "status", f"{sorted(unknown)} are no status")
    return found


def status_of(scene: Scene, site: Site) -> Status:
    """What the sentence itself makes of the act at `site`, before speakers are asked."""
    if scene.asks(site.first):
        return "hypothetical"
    found = set(_before(scene, site.verb)) | set(_shared(scene, site.verb)) | set(_above(scene, site))
    if found == {"planned"} and _performs(scene, site.verb):
        return "occurred"
    if site.noun:
        found |= set(_around_noun(scene, site))
    if _conditional(scene, site.verb):
        found.add("hypothetical")
    if scene.low[0] in scopes().hopes:
        found.add("possible")
    return next((status for status in _ORDER if status in found), "occurred")


def _before(scene: Scene, verb: int) -> Iterator[Status]:
    """The words between the subject and the verb: "tidak akan", "berencana untuk", "dapat"."""
    lists = scopes()
    for index in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
        word = scene.low[index]
        if index in scene.named or (scene.ends(index) and word not in lists.purpose):
            return
        if (status := lists.before.get(word)) is not None:
            if not _negated(scene, index):
                yield status
        elif word in lists.nouns and index not in scene.named:
            yield lists.nouns[word]
            return
        elif word in lists.naming:
            if not lists.goals.isdisjoint(scene.bare[max(0, index - _REACH) : index]):
                yield "planned"
            return
        elif word in lists.purpose:
            if not any(scene.low[i] in lists.means for i in range(index)):
                yield "planned"
            if word == "sebelum":
                return
        elif word in _JOINTS or (
            index + 1 < verb and scene.low[index + 1] in _JOINTS and word.startswith(_VERBAL)
        ):
            continue
        elif word not in lists.skip and scene.tokens[index].upos not in ("ADV", "AUX", "PART"):
            return


def _shared(scene: Scene, verb: int) -> Iterator[Status]:
    """What the first of several verbs has for all: "*akan* mencabut sanksi dan memulangkan X"."""
    at = verb
    while scene.tree.is_dep(at, "conj") and (first := scene.tree.head(at)) < at:
        fresh = scene.low[at - 1] not in _JOINTS and scene.low[at - 1] != ","
        if fresh or scene.tree.children(at, "nsubj", "advmod"):
            return
        yield from (status for status in _before(scene, first) if status in ("planned", "possible"))
        at = first


def is_mere_purpose(scene: Scene, site: Site) -> bool:
    """ "senjata untuk menyerang X": what something is good for, not what anybody is about to do."""
    lists = scopes()
    start = min(site.verb, site.first)
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if scene.low[index] in lists.purpose:
            return not any(scene.low[i] in lists.moves | lists.means for i in range(index + 1))
        if index in scene.phrase_at or scene.ends(index):
            return False
    return False


def _performs(scene: Scene, verb: int) -> bool:
    """ "saya ingin berterima kasih", "kami hendak memprotes": said and thereby done."""
    before = scene.low[max(0, verb - 2) : verb]
    return (
        len(before) > 1 and before[0] in ("saya", "kami", "aku") and before[1] in ("ingin", "mau", "hendak")
    )


def _negated(scene: Scene, index: int) -> bool:
    """ "tidak gagal", "bukan tidak mungkin": let the outer word speak."""
    return (
        index > 0
        and scene.low[index] in ("gagal", "batal")
        and scene.low[index - 1] in ("tidak", "tak", "bukan")
    )


def _above(scene: Scene, site: Site) -> Iterator[Status]:
    """The verbs in whose complement the clause stands."""
    lists, at = scopes(), site.verb
    start = site.verb
    for above in _governors(scene, at):
        if above >= start:
            return
        word = scene.low[above]
        if (status := lists.above.get(word)) is not None and not _parted(scene, above, start):
            yield status
        if (
            word in ("ada", "terjadi", "terbukti")
            and not _parted(scene, above, start)
            and above
            and scene.low[above - 1] in ("tidak", "belum", "tak")
        ):
            yield "denied"


def _governors(scene: Scene, at: int) -> Iterator[int]:
    """The heads above, and the verbs to the left in the same clause: the tree may have missed them."""
    seen: set[int] = set()
    for steps, above in enumerate(scene.tree.ancestors(at)):
        if steps >= _HIGHEST or scene.tokens[at].dep.partition(":")[0] not in _COMPLEMENT:
            break
        seen.add(above)
        yield above
        at = above
    for index in range(at - 1, -1, -1):
        if scene.ends(index) or scene.low[index] == ",":
            return
        if index not in seen and scene.low[index] in scopes().above:
            yield index


def _parted(scene: Scene, above: int, below: int) -> bool:
    """Whether a clause ends between the two, so that the tree must be wrong."""
    return any(scene.ends(index) and scene.low[index] != ":" for index in range(above + 1, below))


def _around_noun(scene: Scene, site: Site) -> Iterator[Status]:
    lists = scopes()
    for index in range(site.first - 1, max(-1, site.first - 1 - _NOUN_REACH), -1):
        word = scene.bare[index]
        if word in lists.nouns:
            yield lists.nouns[word]
        if scene.ends(index) or scene.tokens[index].upos == "VERB":
            break
    number = scene.phrase_at.get(site.first)
    stop = min(len(scene.low), (scene.phrases[number].last if number is not None else site.last) + _REACH)
    for index in range(site.last, stop):
        if scene.low[index] in lists.after or scene.low[index : index + 3] == ["yang", "akan", "datang"]:
            yield "planned"
        if scene.low[index] in lists.ended:
            yield "denied"
        if scene.verbal(index) and index > site.last:
            if scene.low[index] in scene.page.words.presented:
                yield from _before(scene, index)
            elif (
                scene.low[index - 1] == "akan" and site.verb_voice == "none" and not _past(scene, site, index)
            ):
                yield "planned"  # "perundingan AS-China pekan ini akan membawa kemajuan"
            return
        if scene.ends(index):
            return


def _past(scene: Scene, site: Site, stop: int) -> bool:
    return not _GONE.isdisjoint(scene.low[max(0, site.first - 2) : stop])


def _conditional(scene: Scene, verb: int) -> bool:
    """Inside an if-clause, or in the main clause behind one that opens the sentence."""
    lists = scopes()
    for index in range(verb - 1, -1, -1):
        if scene.low[index] in lists.conditional:
            return not _reports(scene, index)
        if scene.low[index] == ",":
            break
    first = next((i for i, token in enumerate(scene.tokens) if token.upos != "PUNCT"), 0)
    return scene.low[first] in lists.conditional


def _reports(scene: Scene, index: int) -> bool:
    """ "informasi jika …", "mengatakan jika …": *jika* for *bahwa*."""
    if not index:
        return False
    return scene.low[index - 1] in ("informasi", "kabar", "klaim") or scene.low[index - 1] in speech().by_form
