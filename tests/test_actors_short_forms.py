"""An abbreviation that the text introduces means what the text says, even where the world knows another."""

from __future__ import annotations

import pytest

import saksama

TEXT = "{full} ({short}) menggelar rapat di Jakarta. Ketua {short} menolak berkomentar."


@pytest.mark.parametrize(
    ("full", "short"), [("Koalisi Indonesia Maju", "KIM"), ("Indian Oil Corporation", "IOC")]
)
def test_the_text_gives_a_known_abbreviation_another_meaning(full, short):
    account = saksama.read(TEXT.format(full=full, short=short), published="2023-11-20")
    named = {mention.actor for mention in account.mentions if mention.text in (full, short)}
    assert len(named) == 1
    assert next(iter(named)).startswith("local:")


@pytest.mark.parametrize(
    ("full", "short", "actor"),
    [
        ("Perserikatan Bangsa-Bangsa", "PBB", "IGO-UN"),
        ("Badan Pengungsi Palestina PBB", "UNRWA", "IGO-UN-UNRWA"),
    ],
)
def test_a_known_abbreviation_stays_what_it_is(full, short, actor):
    account = saksama.read(TEXT.format(full=full, short=short), published="2023-11-20")
    assert {mention.actor for mention in account.mentions if mention.text == short} == {actor}
