"""The list of words that report speech."""

import re

import pytest

from saksama.errors import DataError
from saksama.language import speech as room
from saksama.language.speech import speech


@pytest.mark.parametrize(
    ("form", "kind", "lemma"),
    [
        ("mengatakan", "active", "kata"),
        ("ujar", "after", "ujar"),
        ("tegaskan", "short", "tegas"),
        ("disebut", "passive", "sebut"),
        ("menunjukkan", "active", None),
        ("kata", "active", None),
    ],
)
def test_forms(form: str, kind: str, lemma: str | None) -> None:
    verb = speech().verb(form, kind)  # type: ignore[arg-type]
    assert (verb.lemma if verb else None) == lemma


@pytest.mark.parametrize(
    ("form", "stance"), [("mengklaim", "claims"), ("membantah", "denies"), ("kata", "neutral")]
)
def test_stance_for_the_event_stage(form: str, stance: str) -> None:
    assert speech().by_form[form][0].stance == stance


def test_every_example_holds_a_form_of_its_verb() -> None:
    for form, (verb, _) in speech().by_form.items():
        siblings = [other for other, (same, _) in speech().by_form.items() if same is verb]
        words = re.findall(r"[a-z]+", verb.example.lower())
        assert any(word in (other, f"{other}nya") for other in siblings for word in words), form


@pytest.mark.parametrize(
    "entry",
    [
        {"lemma": "x", "takes": ["bahwa"], "stance": "neutral"},
        {"lemma": "x", "takes": ["noun"], "stance": "neutral", "example": "X."},
        {"lemma": "x", "takes": ["bahwa"], "stance": "sure", "example": "X."},
    ],
)
def test_a_broken_entry_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(DataError):
        room._verb("id", entry)
