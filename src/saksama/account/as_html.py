"""The account as one HTML file: no network, no script but its own, everything escaped."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from saksama.account import svg_graph, svg_timeline
from saksama.account.bodies import Triggers, body
from saksama.account.clean import clean, line, safe_url
from saksama.account.compose import view
from saksama.account.marks import Mark, Marks
from saksama.account.names import Names
from saksama.account.piles import dated, file_name, headline
from saksama.account.quads import LABELS
from saksama.account.relations import Web, web
from saksama.account.words import Words, words
from saksama.records import Account, Article

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class _Text:
    """One article in full."""

    number: int
    facts: str
    url: str | None
    body: Markup


def render(account: Account, language: str) -> str:
    """The whole page."""
    said = words(language)
    shown, marks = view(account, language), Marks(account)
    style, script = _asset("page.css"), _asset("page.js")
    relations = web(account.events)
    drawn = {relation.quad for relation in relations.relations}
    numbers = {event.id: number for number, event in enumerate(account.events, start=1)}
    triggers = _triggers(account, numbers)
    headlines = {marks.number[a.id]: headline(a, said) for a in account.articles}

    def of(mark: Mark) -> str:
        return headlines[mark.article]

    return _template().render(
        view=shown,
        version=account.version,
        say=said.say,
        headline=of,
        anchor=svg_timeline.anchor,
        events=lambda ids: " ".join(str(numbers[i]) for i in ids if i in numbers),
        policy=_policy(style, script),
        style=Markup(style),  # ours: nothing from a page is in it
        script=Markup(script),
        timeline=svg_timeline.draw(shown.dated, language),
        graph=svg_graph.draw(relations, Names(account, said), said),
        graph_cut=_cut(relations, said),
        quads=[(quad, said.say(label)) for quad, label in LABELS.items() if quad in drawn],
        articles=[_text(article, marks, said, triggers.get(article.id, {})) for article in account.articles],
    )


def _triggers(account: Account, numbers: dict[str, int]) -> dict[str, dict[tuple[int, int], list[int]]]:
    """Of each article, the words that made events, with the numbers of those events."""
    found: dict[str, dict[tuple[int, int], list[int]]] = {}
    for event in account.events:
        for said in event.triggers:
            spans = found.setdefault(said.article, {})
            spans.setdefault((said.start, said.end), []).append(numbers[event.id])
    return found


def _text(article: Article, marks: Marks, said: Words, triggers: Triggers) -> _Text:
    day, basis = dated(article, said)
    facts = (line(article.outlet or ""), f"{day} ({basis})" if basis else day, file_name(article))
    shown = " · ".join(fact for fact in facts if fact)
    number = marks.number[article.id]
    return _Text(number, shown, safe_url(article.url), body(article, marks, said.language, triggers))


def _cut(relations: Web, said: Words) -> str:
    drawn = len(relations.relations)
    return said.say("graph_cut", n=drawn, all=relations.total) if drawn < relations.total else ""


def _policy(style: str, script: str) -> str:
    """Nothing but our own style and script, named by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=8)
def _asset(name: str) -> str:
    return files("saksama.account").joinpath(f"html/{name}").read_text("utf-8").strip()


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        loader=DictLoader({"page": _asset("page.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finished,
    )
    return environment.get_template("page")


def _finished(value: Any) -> Any:
    """The last door: no text that a template shows can steer a screen."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
