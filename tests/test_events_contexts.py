"""What an event is about: by its own words, its paragraph, what its kind tells, and the article's subject."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from itertools import accumulate

import pytest
from builders import Page as Made

from saksama.errors import DataError
from saksama.events import contexts as module
from saksama.events.contexts import subjects, with_contexts
from saksama.events.plover import CONTEXTS
from saksama.events.scene import Page
from saksama.language.wordlists import wordlist


def contexts(text: str, kind: str = "AGREE", actors: str = "AAA", recipients: str = "BBB", **more) -> tuple:
    """The contexts of an event on the word "berjanji"; a line is a sentence, "~" opens a paragraph."""
    page = more.pop("page", {})
    made = (
        Made("a", text.replace("~", ""), **page).event(kind, "berjanji", actors, recipients, **more).reading
    )
    parts = accumulate(line.startswith("~") for line in text.splitlines())
    sentences = tuple(replace(s, paragraph=n) for s, n in zip(made.sentences, parts, strict=True))
    (event,) = with_contexts(Page(replace(made, sentences=sentences)), made.events)
    return event.contexts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A berjanji/VERB membeli gandum B .", ()),
        ("A berjanji/VERB membantu korban gempa di B .", ("disasters",)),
        ("A berjanji/VERB memberi suaka kepada jurnalis B .", ("asylum",)),
        ("A berjanji/VERB membuka kedutaan besarnya di B .", ("diplomatic",)),
        ("A berjanji/VERB menurunkan suku bunga .", ("economic",)),
        ("A berjanji/VERB menindak kartel narkoba dan perampok .", ("illegal_drugs",)),
        ("A berjanji/VERB meredam darurat militer .", ("political_institutions", "pro_autocracy")),
        ("A berjanji/VERB menjaga suku bangsa dan minoritas .", ("religion_ethnicity",)),
        ("A berjanji/VERB menjaga iklim investasi .", ("economic",)),
        ("A berjanji/VERB menjual minyak goreng .", ()),
        ("A berjanji/VERB menghapus sanksi dan melindungi wilayah .", ()),
    ],
)
def test_a_strong_word_or_two_weak_ones(text, expected):
    assert contexts(text) == expected


def test_the_paragraph_adds_to_what_the_sentence_hints():
    hint = "A berjanji/VERB membahas hukuman itu .\n"
    assert contexts(hint) == ()
    assert contexts(hint + "Para hakim menunggu .") == ("legal",)
    assert contexts(hint + "~Para hakim menunggu .") == ()


def test_the_article_s_subject_bears_out_its_paragraph_and_never_tells_alone():
    told = "Korupsi di A\n~A berjanji/VERB banyak .\n{}\n~Suap itu besar .\n~Suap itu lama ."
    titled = {"titled": True}
    assert contexts(told.format("Soal korupsi juga ."), page=titled) == ("corruption",)
    assert contexts(told.format("Soal lain juga ."), page=titled) == ()


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("COERCE", "cyber", ("cyber",)),
        ("COERCE", "misinformation", ("misinformation",)),
        ("SANCTION", "convict", ("legal",)),
        ("CONSULT", "visit", ("diplomatic",)),
        ("ASSAULT", None, ("military",)),
        ("MOBILIZE", "police", ()),
    ],
)
def test_what_a_kind_of_event_tells_without_a_word(kind, mode, expected):
    assert contexts("A berjanji/VERB .", kind, mode=mode) == expected


def test_force_within_a_state_or_by_a_group_is_not_military():
    assert contexts("A berjanji/VERB .", "ASSAULT", "AAA", "AAA") == ()
    assert contexts("A berjanji/VERB .", "ASSAULT", "NSA-X", "AAA") == ()


def test_three_at_most_the_clearest_first():
    text = "A berjanji/VERB soal gempa , banjir , suaka , nikel , vaksin ."
    assert contexts(text) == ("disasters", "health", "asylum")


def test_the_list_knows_just_plover_s_contexts():
    assert len(CONTEXTS) == 37
    told = {c for found in subjects().phrases.values() for _, by in found for c in by}
    assert told == set(CONTEXTS)


@pytest.mark.parametrize(
    "fault",
    [
        {"implied": {"COERCE/cyber": "computers"}},
        {"implied": {"HACK/cyber": "cyber"}},
        {"contexts": {"military": {"strong": "tentara"}}},
        {"contexts": {c: {"strong": "sama, sama"} for c in CONTEXTS}},
    ],
)
def test_a_broken_list_is_refused(fault, monkeypatch):
    content = {**deepcopy(wordlist("id", "plover/contexts")), **fault}
    monkeypatch.setattr(module, "wordlist", lambda language, name: content)
    with pytest.raises(DataError):
        module.subjects.__wrapped__("id")
