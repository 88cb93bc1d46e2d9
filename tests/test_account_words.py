"""The account's words: both languages say the same, and every event can be told."""

import string

import pytest
from accounts import ONE, Page, account, happening

from saksama.account.names import Names
from saksama.account.phrases import Teller
from saksama.account.quads import QUADS
from saksama.account.words import LANGUAGES, words
from saksama.errors import UsageError

STATUSES = ("occurred", "planned", "alleged", "possible", "hypothetical", "denied")


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_words() -> None:
    one, other = (words(language) for language in LANGUAGES)
    for part in ("labels", "severity", "kind", "reason", "slot", "status", "sector", "events", "types"):
        assert set(getattr(one, part)) == set(getattr(other, part)), part
    for kind in one.events:
        assert set(one.events[kind]) == set(other.events[kind]), kind


def test_labels_have_the_same_slots_in_both_languages() -> None:
    one, other = (words(language).labels for language in LANGUAGES)
    for label, text in one.items():
        pairs = zip(text, other[label], strict=True) if isinstance(text, list) else [(text, other[label])]
        assert all(slots(a) == slots(b) for a, b in pairs), label


def test_every_type_has_a_quarter_and_words() -> None:
    kinds = {kind for kinds in QUADS.values() for kind in kinds}
    for language in LANGUAGES:
        assert set(words(language).events) == set(words(language).types) == kinds


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
def test_every_event_reads_as_a_sentence_in_every_status(language: str, status: str) -> None:
    said = words(language)
    teller = Teller(Names(account(), said), said, {})
    page = Page("satu", ONE)
    for kind, modes in said.events.items():
        for mode in modes:
            for recipients in ((), None):
                more = {} if recipients is None else {"recipients": recipients}
                event = happening(
                    "e", kind, page, "mengunjungi", "mengunjungi", mode=mode, status=status, **more
                )
                sentence = teller.tell(event)
                assert "Arda" in sentence
                assert not set("{}|") & set(sentence)
                assert (said.status[status]["label"] == "") == (status == "occurred")


@pytest.mark.parametrize("status", STATUSES[1:])
def test_what_did_not_happen_is_worded_otherwise_than_what_did(status: str) -> None:
    for language in LANGUAGES:
        said = words(language)
        assert (
            said.status[status]["phrase"] != said.status["occurred"]["phrase"] or said.status[status]["label"]
        )


def test_both_languages_hear_the_same_words_of_the_text() -> None:
    one, other = (words(language).triggers for language in LANGUAGES)
    assert {k: [w.stems for w in v] for k, v in one.items()} == {
        k: [w.stems for w in v] for k, v in other.items()
    }
    assert all(set(w.shapes) == {"mutual", "toward", "alone"} for v in one.values() for w in v)


def test_the_words_of_the_text_choose_the_phrase() -> None:
    page = Page("satu", ONE)
    event = happening("e", "ACCUSE", page, "dituduh", "dituduh")
    assert words("id").phrase(event).past == "menuduh {to}"
    assert words("en").phrase(event).bare == "accuse {to}"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError):
        words("fr")
