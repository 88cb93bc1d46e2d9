import pytest
from test_actors_resolve import found, read

MEET = "[Putin PER] bertemu/VERB [Kim Jong Un PER] .\n"
TIES = "hubungan [Rusia LOC] dan [Korea Utara LOC] membaik/VERB .\n"
SAID = "[Anna Petrova PER] mengatakan/VERB hal itu .\n"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (SAID + "Ia/PRON pergi/VERB .", "Ia", "local:anna-petrova"),
        (SAID + "“ Kami siap ,” ujarnya/VERB .", "nya", "local:anna-petrova"),
        (SAID + "Menurutnya , itu mustahil .", "nya", "local:anna-petrova"),
        (SAID + "“ Kami siap ,” kata/VERB dia/PRON .", "dia", "local:anna-petrova"),
        (SAID + "[Rusia LOC] diam .\nPihaknya siap/VERB .", "Pihaknya", "local:anna-petrova"),
        ("dua orang bertemu/VERB [Putin PER] dan [Kim Jong Un PER] .\nIa/PRON pergi/VERB .", "Ia", None),
        ("orang pergi/VERB .\nIa/PRON tiba/VERB .", "Ia", None),
        (
            "[Putin PER] tiba/VERB di [Korea Utara LOC] .\nKunjungan ke negara itu singkat .",
            "negara itu",
            "PRK",
        ),
        ("[Rusia LOC] mengecam/VERB [Ukraina LOC] .\nSikap negara itu keras .", "negara itu", None),
        ("[Presiden Rusia LOC] dingin .\nDia/PRON pergi/VERB .", "Dia", None),
    ],
)
def test_one_who_was_named_before(text, word, actor):
    mention = found(read(text), word)
    assert (mention.actor, mention.members) == (actor, ())
    assert mention.reason


@pytest.mark.parametrize(
    ("text", "word", "members"),
    [
        (TIES + "Kunjungan itu penting bagi kedua negara .", "kedua negara", {"RUS", "PRK"}),
        (MEET + "Hubungan kedua negara erat .", "kedua negara", {"RUS", "PRK"}),
        (MEET + "Lalu kedua pemimpin pergi/VERB .", "kedua pemimpin", {"Q7747", "Q56226"}),
        ("kemarin kedua pemimpin , [Putin PER] dan [Trump PER] , tiba/VERB .", "kedua pemimpin",
         {"Q7747", "Q22686"}),
        (TIES + "Sikap mereka jelas .", "mereka", {"RUS", "PRK"}),
        ("[Rusia LOC] , [China LOC] , [Jepang LOC] .\nSikap kedua negara jelas .", "kedua negara", set()),
        ("[Rusia LOC] diam .\nSikap kedua negara jelas .", "kedua negara", set()),
    ],
)  # fmt: skip
def test_two_who_were_named_before(text, word, members):
    mention = found(read(text), word)
    assert set(mention.members) == members
    assert mention.actor is None


def test_what_stands_in_a_quotation_is_no_antecedent_outside_it():
    text = "[Anna Petrova PER] mengatakan/VERB , “ [Putin PER] akan datang ” .\nIa/PRON pergi/VERB ."
    assert found(read(text), "Ia").actor == "local:anna-petrova"


def test_a_noun_with_nya_is_no_speaker():
    assert "nya" not in [m.text for m in read(SAID + "Barang itu mahal nilainya .").mentions]


def test_joined_possessive():
    assert found(read("[AS LOC] dan sekutunya menolak/VERB ."), "nya").actor == "USA"
