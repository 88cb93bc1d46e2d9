"""A small but complete account, made by hand, with strings that a hostile page could hold."""

from __future__ import annotations

from dataclasses import fields, replace

from saksama import __version__
from saksama.records import (
    Account,
    Actor,
    Article,
    Bilingual,
    Boilerplate,
    Change,
    Check,
    Event,
    EventMention,
    Evidence,
    Lineage,
    Mention,
    NotChecked,
    Participant,
    Place,
    Quantity,
    Reading,
    Sentence,
    Skipped,
    Span,
    Statement,
    Story,
    TimeExpression,
    TitleClaim,
    Token,
)

SCRIPT = "<script>alert('x')</script>"
ESCAPE = "\x1b[31mmerah\x1b[0m\x1b]0;judul\x07"
BIDI = "\u202eKAYNIMRET\u202c\u2066\u200b"
MARKUP = "[bold red]tebal[/] | *bintang* `kode` <b>b</b> [tautan](javascript:alert(1))"

ONE = f"""Presiden Arda Kunjungi Borneo {SCRIPT}

Presiden Arda mengunjungi Borneo pada Rabu, 19 Juni 2024. {ESCAPE}Ia membawa lebih dari 1.200 ton beras.
“Kami datang sebagai sahabat,” kata Presiden Arda di Borneo.
Baca Juga: {MARKUP}
Arda dituduh mengirim 40 kapal ke Cendana {BIDI}."""
TWO = f"""Pemimpin Borneo Kunjungi Arda

Pemimpin Borneo mengunjungi Arda pada Kamis, 20 Juni 2024. Ia membawa sekitar 900 ton beras.
Kedua negara akan menandatangani perjanjian bulan depan, menurut sumber tepercaya. {MARKUP}"""


class Page:
    """An article whose pieces are found by their words."""

    def __init__(self, identity: str, text: str, **more: object) -> None:
        title = Span(0, text.index("\n"))
        cut = text.find("Baca Juga")
        end = text.find("\n", cut)
        struck = (Boilerplate(cut, end, "related"),) if cut > 0 else ()
        facts = {"url": None, "path": f"{identity}.txt", "outlet": None, "published": None} | more
        self.article = Article(
            id=identity,
            language="id",
            published_basis="text" if facts["published"] else "unknown",
            published_evidence=(),
            text=text,
            title=title,
            boilerplate=struck,
            **facts,
        )

    def find(self, words: str) -> Evidence:
        start = self.article.text.index(words)
        return self.article.evidence(start, start + len(words))

    def sentence(self, words: str) -> Evidence:
        at = self.article.text.index(words)
        span = next(s for s in self.sentences() if s.start <= at < s.end)
        return self.article.evidence(span.start, span.end)

    def sentences(self) -> tuple[Sentence, ...]:
        """Cut at line breaks and full stops, each with one token: enough for the faces."""
        text, found, start = self.article.text, [], 0
        for at, mark in enumerate(text):
            last = at == len(text) - 1
            if mark == "\n" or text[at : at + 2] == ". " or last:
                end = at + 1 if mark != "\n" else at
                bare = text[start:end]
                first = start + len(bare) - len(bare.lstrip())
                struck = any(b.start <= first < b.end for b in self.article.boilerplate)
                if bare.strip() and not struck:
                    token = Token(first, end, text[first:end], "x", "X", 0, "root")
                    found.append(Sentence(len(found), 0, first, end, first == 0, (token,), ()))
                start = at + 1
        return tuple(found)


def party(actor: str, acts_for: str, sector: str = "GOV") -> Participant:
    return Participant(actor, acts_for, sector)


def happening(identity: str, kind: str, page: Page, words: str, trigger: str, **more: object) -> Event:
    facts = {
        "mode": None,
        "contexts": (),
        "actors": (party("AAA", "AAA"),),
        "recipients": (party("BBB", "BBB"),),
        "reciprocal": False,
        "status": "occurred",
        "claimed_by": (),
        "when": None,
        "when_basis": None,
        "where": None,
        "quantities": (),
        "background": False,
        "articles": (page.article.id,),
        "distinct_texts": 1,
    }
    return Event(
        id=identity,
        type=kind,
        triggers=(page.find(trigger),),
        evidence=(page.sentence(words),),
        **(facts | more),
    )


def account() -> Account:
    """Two articles, five events, a conflict, two cautions, a statement, a copy, a skipped file."""
    one = Page(
        "satu", ONE, url="https://warta.example/satu", outlet=f"Warta {ESCAPE}", published="2024-06-19"
    )
    two = Page("dua", TWO, url="javascript:alert(1)", outlet="Kabar <b>tebal</b>")
    empty = Account(
        schema="saksama.account/1",
        version=__version__,
        knowledge_until="2026-08-22",
        articles=(one.article, two.article),
        skipped=(Skipped(f"rusak{ESCAPE}.txt", "no text in it"),),
        actors=_actors(),
        mentions=_mentions(one, two),
        times=_times(one, two),
        quantities=_quantities(one, two),
        events=_events(one, two),
        statements=_statements(one),
        stories=(_story(one, two),),
        checks=_checks(one, two),
        not_checked=(NotChecked("office", "dua", f"the article has no date {ESCAPE}"),),
    )
    return replace(empty, readings=tuple(_reading(page, empty) for page in (one, two)))


def _reading(page: Page, whole: Account) -> Reading:
    own = page.article.id
    return Reading(
        page.article,
        page.sentences(),
        mentions=tuple(m for m in whole.mentions if m.article == own),
        titles=_titles(page),
        times=tuple(t for t in whole.times if t.article == own),
        quantities=tuple(q for q in whole.quantities if q.article == own),
        statements=tuple(s for s in whole.statements if s.article == own),
        events=tuple(_told(event) for event in whole.events if own in event.articles),
    )


def _told(event: Event) -> EventMention:
    """The mention behind an event that is told once."""
    shared = {f.name for f in fields(EventMention)} & {f.name for f in fields(Event)} - {"evidence"}
    facts = {name: getattr(event, name) for name in shared}
    first = event.evidence[0]
    return EventMention(**facts, article=first.article, sentence=0, trigger=event.triggers[0], evidence=first)


def _titles(page: Page) -> tuple[TitleClaim, ...]:
    at = page.sentence("mengunjungi")
    return (TitleClaim(page.article.id, "Q1", "president", "AAA", "Presiden", at, 1),)


def _actors() -> tuple[Actor, ...]:
    return (
        Actor("AAA", "Arda", "state", "AAA", None),
        Actor("BBB", f"Borneo {SCRIPT}", "state", "BBB", None),
        Actor("CCC", "Cendana", "state", "CCC", None),
        Actor("Q1", f"Presiden{ESCAPE} Arda", "person", "AAA", "Q1"),
    )


def _mentions(one: Page, two: Page) -> tuple[Mention, ...]:
    spans = (
        (one, "Presiden Arda mengunjungi", "Presiden Arda", "Q1"),
        (two, "Pemimpin Borneo meng", "Borneo", "BBB"),
    )
    found = []
    for page, context, words, actor in spans:
        start = page.article.text.index(words, page.article.text.index(context))
        found.append(
            Mention(page.article.id, start, start + len(words), words, "PER", actor, f"known name {ESCAPE}")
        )
    return tuple(found)


def _times(one: Page, two: Page) -> tuple[TimeExpression, ...]:
    days = (("t1", one, "Rabu, 19 Juni 2024", "2024-06-19"), ("t2", two, "Kamis, 20 Juni 2024", "2024-06-20"))
    return tuple(
        TimeExpression(key, (e := page.find(words)).article, e.start, e.end, e.text, "DATE", day)
        for key, page, words, day in days
    )


def _quantities(one: Page, two: Page) -> tuple[Quantity, ...]:
    amounts = (
        ("q1", one, "lebih dari 1.200 ton beras", 1200.0, ">"),
        ("q2", two, "sekitar 900 ton beras", 900.0, "~"),
    )
    return tuple(
        Quantity(key, (e := page.find(words)).article, e.start, e.end, e.text, value, sign, "ton")
        for key, page, words, value, sign in amounts
    )


def _events(one: Page, two: Page) -> tuple[Event, ...]:
    visit = {"mode": "visit", "when_basis": "stated"}
    return (
        happening("e1", "CONSULT", one, "mengunjungi", "mengunjungi", **visit, when="2024-06-19",
                  actors=(party("Q1", "AAA"),), where=Place(f"Borneo {SCRIPT}", "BBB", 1.0, 110.0)),
        happening("e2", "CONSULT", two, "mengunjungi", "mengunjungi", **visit, when="2024-06-20",
                  actors=(party("BBB", "BBB"),), recipients=(party("AAA", "AAA"),)),
        happening("e3", "AID", one, "lebih dari", "membawa", quantities=("q1",)),
        happening("e4", "AID", one, "dituduh", "mengirim", status="alleged",
                  recipients=(party("CCC", "CCC"),), claimed_by=(party("BBB", "BBB"),)),
        happening("e5", "AGREE", two, "menandatangani", "menandatangani", status="planned", reciprocal=True,
                  actors=(party("AAA", "AAA"), party("BBB", "BBB")), recipients=(), background=True),
    )  # fmt: skip


def _statements(one: Page) -> tuple[Statement, ...]:
    said = one.find("Kami datang sebagai sahabat,")
    who, cue = one.find("Presiden Arda di"), one.find("kata")
    speaker = one.article.evidence(who.start, who.end - 3)
    return (
        Statement("s1", "satu", "Q1", speaker, "right of the cue", f"Antara {ESCAPE}", cue, True, said),
        Statement(
            "s2", "satu", None, None, "", None, None, False, one.find("Ia membawa lebih dari 1.200 ton beras")
        ),
    )


def _story(one: Page, two: Page) -> Story:
    change = Change("number", one.find("1.200 ton"), two.find("900 ton"))
    lineage = Lineage("satu", "dua", "copy", 0.83, (change,))
    return Story("story:1", f"Presiden Arda Kunjungi Borneo {SCRIPT}{ESCAPE}", ("satu", "dua"), (lineage,))


def _checks(one: Page, two: Page) -> tuple[Check, ...]:
    twice = Bilingual(f"Angkanya beda {SCRIPT}{ESCAPE}.", f"The figures differ {SCRIPT}{ESCAPE}.")
    turned = Bilingual("Siapa mengunjungi siapa?", "Who visited whom?")
    unnamed = Bilingual("Sumbernya tidak disebut namanya.", "The source is not named.")
    return (
        Check("c1", "conflict", "number", "conflict", twice, ("e3",),
              (one.sentence("lebih"), two.sentence("sekitar"))),
        Check("c2", "conflict", "direction", "caution", turned, ("e1", "e2"),
              (one.sentence("mengunjungi"), two.sentence("mengunjungi"))),
        Check("c3", "sourcing", None, "caution", unnamed, (), (two.find("sumber tepercaya"),)),
    )  # fmt: skip
