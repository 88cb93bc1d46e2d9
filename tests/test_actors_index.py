from dataclasses import replace

import pytest
from trees import reading

from saksama.actors import MentionIndex
from saksama.records import Mention

ROWS = """
Presiden NOUN 4 nsubj
Laut PROPN 1 flat B-LOC
Anna PROPN 1 flat B-PER
tiba VERB 0 ROOT
"""


@pytest.fixture
def index() -> MentionIndex:
    made = reading(ROWS)
    text = made.article.text
    spans = [(0, 13, "NOM", "local:anna"), (9, 13, "LOC", "LAU"), (14, 18, "PER", "local:anna")]
    mentions = tuple(Mention("a1", s, e, text[s:e], label, actor, "") for s, e, label, actor in spans)
    return MentionIndex(replace(made, mentions=mentions))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 8, "Presiden Laut"), (9, 13, "Laut"), (14, 18, "Anna"), (0, 23, "Presiden Laut"), (19, 23, None)],
)
def test_the_mention_whose_head_lies_in_the_span_comes_first(index, start, end, text):
    found = index.at(start, end)
    assert (found.text if found else None) == text


def test_mentions_inside_a_span_come_in_text_order(index):
    assert [m.text for m in index.within(0, 18)] == ["Presiden Laut", "Laut", "Anna"]
    assert [m.text for m in index.within(9, 17)] == ["Laut"]
