"""Names, places and pronouns of one article that are the same, beyond what the older rules know."""

import pytest
from test_actors_resolve import base, found, read
from trees import marked

from saksama.actors.base import base as known
from saksama.actors.index import MentionIndex
from saksama.actors.resolve import resolve

SAID = "[Anna Petrova PER] mengatakan/VERB hal itu .\n"


class Last:
    """A ranker that is sure of the nearest candidate."""

    def choose(self, asked, options, among):
        return 1, 1.0


class Nobody:
    def choose(self, asked, options, among):
        return 0, 1.0


def place(reading, text):
    return [mention.place for mention in reading.mentions if mention.text == text]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("rombongan tiba/VERB di [Solo LOC] .\n[Kota Solo LOC] ramai/VERB .", "Solo", "Kota Solo"),
        ("[Desa Sari LOC] sepi/VERB .\nWarga [Sari LOC] pergi/VERB .", "Desa Sari", "Sari"),
    ],
)
def test_a_place_is_one_place_all_through_the_article(text, one, other):
    reading = read(text)
    assert place(reading, one) == place(reading, other) != [None]
    assert found(reading, one).actor is None


def test_two_kinds_of_place_with_one_name_stay_two():
    reading = read("[Kota Sari LOC] ramai/VERB .\n[Kabupaten Sari LOC] sepi/VERB .")
    assert place(reading, "Kota Sari") != place(reading, "Kabupaten Sari")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("[Badan Cuaca Daerah ORG] ( BCD ) diam .\n[BCD ORG] pergi/VERB .", "BCD"),
        ("[Badan Cuaca Daerah ORG] ( disingkat BCD ) diam .\nBCD/PROPN pergi/VERB .", "BCD"),
        ("BCD/PROPN ( [Badan Cuaca Daerah ORG] ) diam .", "BCD"),
        ("[Forum Tani Maju ORG] diam .\n[Forum Tani ORG] pergi/VERB .", "Forum Tani"),
    ],
)
def test_a_body_named_for_short(text, short):
    reading = read(text)
    full = next(m for m in reading.mentions if m.label == "ORG")
    assert {m.actor for m in reading.mentions if m.text in (full.text, short)} == {full.actor}


def test_an_abbreviation_whose_letters_do_not_fit_is_another_body():
    reading = read("[Badan Cuaca Daerah ORG] ( KLM ) diam .\n[KLM ORG] pergi/VERB .")
    assert found(reading, "KLM").actor != found(reading, "Badan Cuaca Daerah").actor


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "[Kementerian Kesehatan ORG] diam .\n[Israel LOC] menyerang/VERB [Gaza LOC] .",
            "local:kementerian-kesehatan",
        ),
        ("[Kementerian Kesehatan ORG] diam .\nrapat digelar/VERB di [Jakarta LOC] .", "IDN-MOH"),
        ("[Kementerian Kesehatan ORG] RI diam .\n[Israel LOC] menyerang/VERB [Gaza LOC] .", "IDN-MOH"),
    ],
)
def test_a_body_called_by_what_it_is_belongs_to_those_whom_the_text_is_about(text, body):
    reading = resolve(marked(text), known())
    assert next(m.actor for m in reading.mentions if m.text.startswith("Kementerian")) == body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Anna Petrova PER] , yang akrab disapa [Nura PER] , tiba/VERB .\n[Nura PER] pergi/VERB .", "Nura"),
        ("[Anna Petrova PER] alias [Nura Sari PER] tiba/VERB .", "Nura Sari"),
        ("[Alexandra Petrova PER] atau [Alex PER] tiba/VERB .", "Alex"),
        ("[Anna Sari Petrova PER] tiba/VERB .\n[Anna Petrova PER] pergi/VERB .", "Anna Petrova"),
        ("[Anna Sari Petrova PER] tiba/VERB .\n[Anna S. Petrova PER] pergi/VERB .", "Anna S. Petrova"),
        ("[Anna Petrova PER] tiba/VERB .\n[Anna-lah PER] yang pergi/VERB .", "Anna-lah"),
    ],
)
def test_another_name_of_one_person(text, name):
    reading = read(text)
    assert {m.actor for m in reading.mentions if m.label == "PER"} == {found(reading, name).actor}


@pytest.mark.parametrize(
    "text",
    [
        "[Anna Petrova PER] atau [Budi PER] tiba/VERB .",
        "[Anna Petrova PER] tiba/VERB .\n[Anna Sari PER] pergi/VERB .",
        "[Anna Petrova PER] memanggil/VERB [Budi PER] .",
    ],
)
def test_names_of_two_people(text):
    assert len({m.actor for m in read(text).mentions if m.label == "PER"}) == 2


def test_a_name_in_pieces_is_one_name_and_a_degree_is_none():
    reading = read("[Anna PER] [Petrova PER] , M. [D. PER] , tiba/VERB .")
    assert [m.text for m in reading.mentions if m.label == "PER"] == ["Anna Petrova"]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("“ Saya/PRON siap , ” kata/VERB [Anna Petrova PER] .", "Saya", "local:anna-petrova"),
        (SAID + "“ Saya/PRON siap , ” ujarnya/VERB .", "Saya", "local:anna-petrova"),
        ("[Anna Petrova PER] mengatakan/VERB , “ kami/PRON siap . ”", "kami", "local:anna-petrova"),
        ("Saya/PRON lelah , kata/VERB [Anna Petrova PER] .", "Saya", "local:anna-petrova"),
    ],
)
def test_the_first_person_is_who_is_quoted(text, word, actor):
    assert found(read(text), word).actor == actor


def test_the_first_person_without_a_speaker_stays_open():
    assert "Saya" not in [
        m.text for m in read("“ Saya/PRON siap . ”\n[Anna Petrova PER] pergi/VERB .").mentions
    ]


def test_there_is_the_place_named_last_and_of_two_the_one_that_lies_in_the_other():
    reading = read("rombongan tiba/VERB di [Solo LOC] , [Jawa Tengah LOC] .\nDi sana/PRON hujan .")
    assert place(reading, "sana") == place(reading, "Solo")


def test_no_place_is_among_those_whom_a_plural_means():
    reading = read("[Solo LOC] dan [Sari LOC] ramai/VERB .\nMereka/PRON pergi/VERB .")
    assert (found(reading, "Mereka").actor, found(reading, "Mereka").members) == (None, ())


CLITIC = SAID + "lalu orang mencuri/VERB sepedanya/NOUN ."


@pytest.mark.parametrize(("ranker", "actor"), [(Last(), "local:anna-petrova"), (Nobody(), None)])
def test_where_no_rule_answers_the_ranking_does(ranker, actor):
    reading = resolve(marked(CLITIC), base(), ranker)
    assert [m.actor for m in reading.mentions if m.text == "nya"] == ([actor] if actor else [])


def test_the_owner_of_a_thing_does_not_stand_for_the_thing():
    reading = resolve(marked(CLITIC), base(), Last())
    (owner,) = (m for m in reading.mentions if m.text == "nya")
    assert owner.clitic
    assert MentionIndex(reading).at(owner.start, owner.end) is None


@pytest.mark.parametrize("word", ["hanya", "akhirnya", "sebelumnya", "lainnya", "seharusnya"])
def test_a_word_that_ends_so_by_itself_has_no_owner(word):
    reading = resolve(marked(SAID + f"{word}/NOUN orang pergi/VERB ."), base(), Last())
    assert "nya" not in [m.text for m in reading.mentions]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[Budi PER] bertemu/VERB [Ivan PER] .\nSaya menemui/VERB beliau/PRON ( Bu [Anna PER] ) .", "beliau"),
        (
            "[Anna PER] mengatakan/VERB hal itu .\nwarga dibawa/VERB menemui [Ivan PER] .\nIa/PRON juga "
            "mengatakan/VERB , hujan turun .",
            "Ia",
        ),
    ],
)
def test_brackets_and_speech_tell_whom_a_pronoun_means(text, word):
    assert found(read(text), word).actor == "local:anna"


def test_nobody_of_the_dateline_owns_anything():
    text = "[Solo LOC] , [Koran Kita ORG] - polisi menangkap/VERB [Anna Petrova PER] di kediamannya/NOUN ."
    owners = {m.actor for m in read(text).mentions if m.text == "nya"}
    assert owners <= {"local:anna-petrova"}
