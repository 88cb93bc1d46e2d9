"""A card of an event says why those who tell it tell one happening."""

import pytest
from builders import Page, one_story

from saksama.account.items import Items
from saksama.account.words import LANGUAGES, words
from saksama.library.brief import account

DAY = "2024-06-19"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_teller_but_the_first_has_its_reasons(language: str) -> None:
    pages = [
        Page(name, "Putin tiba/VERB kemarin .")
        .event("CONSULT", "tiba", "RUS", "PRK", when=DAY)
        .time("kemarin", DAY)
        for name in "ab"
    ]
    told = account(one_story(*pages))
    items = Items(told, words(language))
    (event,) = told.events
    assert items.tie(event, "a") == ""
    assert f"{DAY} (kemarin)" in items.tie(event, "b")
    assert items.tie(event, "b").startswith(words(language).say("one_because", list=""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slot", ["parties", "when", "where", "words", "text", "story"])
def test_every_reason_has_words(language: str, slot: str) -> None:
    assert any(label.startswith(f"tie_{slot}_") for label in words(language).labels)
