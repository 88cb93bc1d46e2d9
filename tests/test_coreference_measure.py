"""How coreference is measured: running text out of tokens, alignment, errors by kind."""

import pytest
from evaluation.coreference import Document, aligned, detokenised, score
from evaluation.coreference_errors import page

from saksama.records import Mention

TEXT = "Dr. Anna Petrova tiba. Ia lelah, kata Anna."
SPANS = {"Dr. Anna Petrova": "name", "Ia": "pronoun", "Anna.": "name"}


def document() -> Document:
    gold = {}
    for words, kind in SPANS.items():
        start = TEXT.rindex(words)
        gold[start, start + len(words.rstrip("."))] = (kind, 7)
    return Document(TEXT, gold)


def mention(words: str, actor: str | None, label: str = "PER") -> Mention:
    start = TEXT.rindex(words)
    return Mention("a", start, start + len(words), words, label, actor, "by hand")  # type: ignore[arg-type]


OURS = [mention("Anna Petrova", "anna"), mention("Ia", "anna", "PRO"), mention("lelah", "anna", "NOM")]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["istri", "nya", "tiba", "."], "istrinya tiba."),
        (["istri", "-", "nya", ",", "Ani"], "istrinya, Ani"),
        (['"', "Saya", "(", "juga", ")", "lelah", '"', ","], '"Saya (juga) lelah",'),
        (["DPR", "-", "RI", "2009", "–", "2014"], "DPR-RI 2009–2014"),
    ],
)
def test_running_text(tokens, text):
    made, spans = detokenised(tokens)
    assert made == text
    assert [made[slice(*span)] for span in spans if span[0] < span[1]] == [
        token for n, token in enumerate(tokens) if not (token == "-" and tokens[n + 1] == "nya")
    ]


def test_exact_alignment_wants_the_same_characters_and_head_alignment_a_part():
    assert aligned(document(), OURS, by_head=False).gold == aligned(document(), OURS, by_head=True).gold
    assert score([aligned(document(), OURS, by_head=False)]).counts["muc"].recall == 0
    assert score([aligned(document(), OURS, by_head=True)]).counts["muc"].recall == pytest.approx(1 / 2)


def test_clusters_of_one_and_noun_phrases_do_not_count():
    (ours,) = aligned(document(), OURS, by_head=True).ours
    assert len(ours) == 2
    assert aligned(document(), OURS[:1], by_head=True).ours == []


@pytest.mark.parametrize(
    ("ours", "kind"),
    [
        (OURS, "name not seen"),
        ([*OURS[:2], mention("Anna", None)], "name alone in its cluster"),
        ([OURS[0], mention("Anna", "anna"), mention("Ia", None, "PRO")], "pronoun 'ia', left open"),
        ([*OURS[:2], mention("Anna", "anna"), mention("tiba", "anna")], "no such name (PER) in the gold"),
    ],
)
def test_the_errors_by_kind(ours, kind):
    assert any(line.startswith(f"## {kind}") for line in page([aligned(document(), ours, by_head=True)]))
