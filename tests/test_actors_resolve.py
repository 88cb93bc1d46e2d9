from functools import cache

import pytest
from known import Small
from trees import marked

from saksama.actors.base import Base
from saksama.actors.resolve import resolve
from saksama.records import Mention, Reading


@cache
def base() -> Base:
    return Base(Small())  # type: ignore[arg-type]


def read(text: str, published: str | None = None, titled: bool = False) -> Reading:
    return resolve(marked(text, published, titled), base())


def found(reading: Reading, text: str) -> Mention:
    return next(mention for mention in reading.mentions if mention.text == text)


def claims(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(c.person, c.role, c.for_, c.excused) for c in reading.titles]


@pytest.mark.parametrize(
    ("text", "person", "role", "for_", "excused"),
    [
        ("Presiden [Rusia LOC] [Vladimir Putin PER] tiba/VERB", "Q7747", "head_of_state", "RUS", ""),
        ("Menhan [Rusia LOC] , [Sergei Shoigu PER] , tiba/VERB", "Q963", "defence_minister", "RUS", ""),
        ("Menteri Pertahanan ( Menhan ) [Rusia LOC] [Sergei Shoigu PER] tiba/VERB", "Q963",
         "defence_minister", "RUS", ""),
        ("Sekretaris Jenderal [NATO ORG] , [Jens Stoltenberg PER] , tiba/VERB", "Q57643",
         "secretary_general", "IGO-NATO", ""),
        ("[Kim Jong Un PER] , pemimpin [Korea Utara LOC] , tiba/VERB", "Q56226", "leader", "PRK", ""),
        ("[Anna Petrova PER] ( Menlu [Rusia LOC] ) tiba/VERB", "local:anna-petrova", "foreign_minister",
         "RUS", ""),
        ("Presiden [Joko Widodo PER] tiba/VERB", "Q57", "head_of_state", "IDN", ""),
        ("Presiden [AS LOC] ke-47 [Donald Trump PER] tiba/VERB", "Q22686", "head_of_state", "USA", "ke-47"),
        ("mantan Presiden [AS LOC] [Donald Trump PER] tiba/VERB", "Q22686", "head_of_state", "USA", "mantan"),
        ("Presiden terpilih [AS LOC] [Trump PER] tiba/VERB", "Q22686", "head_of_state", "USA", "terpilih"),
        ("putra Presiden [Joko Widodo PER] tiba/VERB", "Q57", "head_of_state", "IDN", "putra"),
        ("Presiden [Joko Widodo PER] saat itu tiba/VERB", "Q57", "head_of_state", "IDN", "saat itu"),
    ],
)  # fmt: skip
def test_a_title_with_a_name_is_a_claim(text, person, role, for_, excused):
    assert claims(read(text)) == [(person, role, for_, excused)]


@pytest.mark.parametrize(
    "text",
    [
        "Presiden [Rusia LOC] bertemu/VERB [Kim Jong Un PER]",
        "Presiden [Rusia LOC] , [Kim Jong Un PER] , dan lain-lain tiba/VERB",
        "Presiden [FIFA ORG] [Anna Petrova PER] tiba/VERB",
        "Wakil Menteri Keuangan [Anna Petrova PER] tiba/VERB",
    ],
)
def test_what_is_no_claim(text):
    assert claims(read(text)) == []


def test_the_mention_of_a_name_leaves_the_title_out():
    reading = read("Presiden [Rusia Vladimir Putin PER] tiba/VERB")
    assert found(reading, "Vladimir Putin").actor == "Q7747"
    assert found(reading, "Vladimir Putin").acts_for == "RUS"
    assert found(reading, "Presiden Rusia").actor == "Q7747"


def test_every_mention_slices_back_to_its_text():
    reading = read("“ Menlu [Rusia LOC] [Anna Petrova PER] tiba/VERB ,” ujarnya .\nDia/PRON pergi/VERB .")
    assert reading.mentions
    assert all(reading.article.text[m.start : m.end] == m.text for m in reading.mentions)
    assert all(reading.sentences[m.sentence].start <= m.start for m in reading.mentions)


@pytest.mark.parametrize(
    ("text", "published", "actor"),
    [
        ("Presiden [Rusia LOC] tiba/VERB", None, "RUS"),
        ("Presiden [Rusia LOC] tiba/VERB", "2020-01-01", "Q7747"),
        ("Menhan [Rusia LOC] tiba/VERB\n[Sergei Shoigu PER] , Menhan [Rusia LOC] , pergi/VERB", None, "Q963"),
        ("Menhan [Rusia LOC] tiba/VERB", "2025-01-01", "RUS"),
    ],
)
def test_a_title_alone_is_the_person_it_must_mean_or_else_the_state(text, published, actor):
    assert found(read(text, published), text.split()[0] + " Rusia").actor == actor


def test_an_aide_acts_for_whom_the_chief_acts_for():
    reading = read("[Yuri Belov PER] , ajudan [Putin PER] , tiba/VERB\n[Belov PER] pergi/VERB")
    (actor,) = [a for a in reading.actors if a.kind == "person"]
    assert (actor.id, actor.name, actor.acts_for, actor.sector) == (
        "local:yuri-belov",
        "Yuri Belov",
        "RUS",
        "GOV",
    )
    assert found(reading, "Belov").actor == "local:yuri-belov"


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("[Jordan PER] tiba/VERB", "Jordan", "local:jordan"),
        ("[Jordan LOC] menolak/VERB", "Jordan", "JOR"),
        ("as roda patah/VERB di [Amerika LOC]", "Amerika", "USA"),
        ("[Moskow LOC] menolak/VERB", "Moskow", "RUS"),
        ("rombongan tiba/VERB di [Moskow LOC]", "Moskow", None),
        ("[Kim PER] tiba/VERB", "Kim", "local:kim"),
        ("[Kim PER] tiba/VERB\n[Kim Jong-un PER] pergi/VERB", "Kim", "Q56226"),
        ("saksi [Budi Hartono PER] ( 45 ) pergi/VERB", "Budi Hartono", "local:budi-hartono"),
        ("[Budi Hartono PER] pergi/VERB", "Budi Hartono", "Q58"),
        ("[Lara Trump PER] tiba/VERB\n[Trump PER] pergi/VERB", "Trump", "local:lara-trump"),
        ("[Putin PER] tiba/VERB", "Putin", "Q7747"),
        ("[Semenanjung Rusia LOC] dingin", "Semenanjung Rusia", None),
    ],
)
def test_who_a_name_is(text, name, actor):
    assert found(read(text), name).actor == actor


def test_as_in_small_letters_is_no_state():
    assert read("as roda patah/VERB").mentions == ()


def test_a_headline_takes_its_names_from_the_body():
    text = "[Belov Temui Putin PER]\n[Yuri Belov PER] bertemu/VERB [Putin PER]"
    reading = read(text, titled=True)
    assert [(m.text, m.actor) for m in reading.mentions if m.sentence == 0] == [
        ("Belov", "local:yuri-belov"),
        ("Putin", "Q7747"),
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "actor", "sector"),
    [
        ("pemerintah [AS LOC] menolak/VERB", "pemerintah AS", "USA", "GOV"),
        ("pejabat senior [NATO ORG] menolak/VERB", "pejabat senior NATO", "IGO-NATO", "GOV"),
        ("rezim [Pyongyang LOC] menolak/VERB", "rezim Pyongyang", "PRK", "GOV"),
        ("pemberontak [Ukraina LOC] menolak/VERB", "pemberontak Ukraina", "UKR", "REB"),
    ],
)
def test_a_group_acts_for_the_name_behind_it(text, phrase, actor, sector):
    mention = found(read(text), phrase)
    assert (mention.label, mention.actor, mention.sector) == ("NOM", actor, sector)


def test_a_parade_is_no_army():
    assert "militer China" not in [m.text for m in read("parade militer [China LOC] digelar/VERB").mentions]


def test_a_body_and_its_abbreviation_are_one():
    reading = read("[Badan Laut Dalam ORG] ( [BLD ORG] ) menolak/VERB\n[BLD ORG] pergi/VERB")
    assert {m.actor for m in reading.mentions} == {"local:badan-laut-dalam"}


def test_reading_twice_changes_nothing():
    reading = read("Menlu [Rusia LOC] [Anna Petrova PER] tiba/VERB\nIa/PRON pergi/VERB")
    assert resolve(reading, base()) == reading


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Menhan [Rusia LOC] Sergei/PROPN Shoygu/PROPN tiba/VERB", "Sergei Shoygu", "Q963"),
        ("Presiden [Barak Obamo PER] tiba/VERB", "Barak Obamo", "local:barak-obamo"),
        ("Presiden [Donald Trumpp PER] tiba/VERB", "Donald Trumpp", "Q22686"),
        ("Menhan [Rusia LOC] Ivan/PROPN Bondar/PROPN tiba/VERB", "Ivan Bondar", "local:ivan-bondar"),
    ],
)
def test_names_that_the_model_missed_or_the_writer_misspelt(text, name, actor):
    assert found(read(text), name).actor == actor


def test_a_list_of_titles_gives_each_bearer_one():
    text = "hadir Menkeu [Anna Petrova PER] , Menhan [Ivan Bondar PER] , dan Menlu [Yuri Belov PER]"
    assert [c[0] for c in claims(read("di [Rusia LOC] " + text))] == []
    text = text.replace("Menkeu", "Menlu [Rusia LOC]").replace("Menhan", "Menhan [Rusia LOC]")
    assert {(c[0], c[1]) for c in claims(read(text))} == {
        ("local:anna-petrova", "foreign_minister"),
        ("local:ivan-bondar", "defence_minister"),
    }


def test_who_follows_kin_is_not_the_speaker():
    text = "[Ivan Bondar PER] tiba/VERB .\nPutra Presiden [Joko Widodo PER] itu mengatakan/VERB dirinya ."
    assert found(read(text), "dirinya").actor == "local:ivan-bondar"
