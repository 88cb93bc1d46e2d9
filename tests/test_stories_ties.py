"""Why the mentions of an event are one."""

from builders import DEPOK, JAKARTA, Page, one_story

from saksama.records import Event, Place, Reason
from saksama.stories import counted

DAY = "2024-06-19"
TEXT = "Putin tiba/VERB kemarin .\nLalu pulang/VERB sore hari ."


def told(identity: str, actors: str = "RUS", **more: object) -> Page:
    return Page(identity, TEXT).event("CONSULT", "tiba", actors, "PRK", **more)


def reasons(*pages: Page, lineage: bool = False) -> dict[str, Reason]:
    """What ties the last mention of the one event of some pages, by slot."""
    (event,) = events(*pages, lineage=lineage)
    return {reason.slot: reason for reason in event.ties[-1].reasons}


def events(*pages: Page, lineage: bool = False) -> tuple[Event, ...]:
    return counted(one_story(*pages, lineage=lineage))


def test_a_lone_mention_needs_no_reason() -> None:
    assert events(told("a"))[0].ties == ()


def test_each_later_mention_says_with_which_earlier_one_it_is_one() -> None:
    (event,) = events(told("a"), told("b", when=DAY), told("c", when=DAY))
    assert [(tie.mention, tie.to) for tie in event.ties] == [(1, 0), (2, 1)]


def test_the_words_of_the_day_stand_beside_the_date() -> None:
    dated = told("b", when=DAY).time("kemarin", DAY)
    found = reasons(told("a", when=DAY), dated)
    assert found["when"] == Reason("when", "same", f"{DAY} (kemarin)", DAY)


def test_parties_people_words_and_story() -> None:
    found = reasons(told("a", "RUS:Q1"), told("b", "RUS:Q1"))
    assert found["parties"] == Reason("parties", "same", "RUS → PRK", "RUS → PRK")
    assert found["people"].value == "Q1"
    assert (found["words"].how, found["words"].value) == ("same", "tiba")
    assert found["story"].value == "a"


def test_one_place_in_another_and_near_it() -> None:
    land = Place("Indonesia", "IDN", None, None)
    assert reasons(told("a", where=JAKARTA), told("b", where=land))["where"].how == "inside"
    assert reasons(told("a", where=JAKARTA), told("b", where=DEPOK))["where"].how == "near"


def test_days_that_overlap_and_days_side_by_side() -> None:
    assert reasons(told("a", when="2024-06"), told("b", when=DAY))["when"].how == "inside"
    assert reasons(told("a", when="2024-06-20"), told("b", when=DAY))["when"].how == "near"


def test_fewer_parties_in_one_article() -> None:
    page = told("a").event("CONSULT", "pulang", "RUS")
    found = reasons(page)
    assert found["parties"] == Reason("parties", "part", "RUS", "RUS → PRK")
    assert found["article"].value == "a"


def test_a_copy_is_a_reason() -> None:
    text = "\n".join(
        f"Kalimat nomor {word} tentang {word} panjang sekali ." for word in "satu dua tiga".split()
    )
    pages = [
        Page(name, f"Putin tiba/VERB di sana kemarin sore .\n{text}").event("CONSULT", "tiba", "RUS", "PRK")
        for name in "ab"
    ]
    assert reasons(*pages, lineage=True)["text"].how == "copy"


def test_reasons_are_told_whatever_the_desk() -> None:
    desk = one_story(told("a"), told("b"))
    assert all(event.ties == () for event in desk.events())
    assert counted(desk) == counted(desk)
