"""The articles, story by story, with their dates and how one was made from another."""

from __future__ import annotations

from saksama.account.clean import line, safe_url, shorten
from saksama.account.marks import Marks
from saksama.account.view import Kin, Pile, Piled
from saksama.account.words import Words
from saksama.language.spell import spell
from saksama.records import Account, Article, Change, Lineage

_FACT = 60  # characters of a changed fact


def piles(account: Account, marks: Marks, words: Words) -> tuple[Pile, ...]:
    """One pile for each story, the largest first; stories of one article share the last."""
    articles = {article.id: article for article in account.articles}
    found, told = [], set[str]()
    for story in sorted(account.stories, key=lambda story: -len(story.articles)):
        if len(story.articles) < 2:
            continue
        kin = _kin(story.lineage, marks, words)
        members = tuple(_piled(articles[key], kin.get(key, ()), marks, words) for key in story.articles)
        found.append(Pile(line(story.title), members))
        told.update(story.articles)
    alone = tuple(_piled(a, (), marks, words) for a in account.articles if a.id not in told)
    if alone:
        found.append(Pile(words.say("single_stories", n=len(alone)), alone, single=True))
    return tuple(found)


def dated(article: Article, words: Words) -> tuple[str, str]:
    """When an article was published, and how that is known."""
    basis = words.say(f"basis_{article.published_basis}")
    if not article.published:
        return words.say("unknown_date"), ""
    if article.published_basis != "inferred":
        return spell(article.published, words.language), basis
    return within(article.published, words), basis


def within(date: str, words: Words) -> str:
    """A date in words; of an interval that it lies somewhere in it."""
    start, slash, end = date.partition("/")
    if slash and end in ("", ".."):
        return words.say("not_before", day=spell(start, words.language))
    if slash and start in ("", ".."):
        return words.say("not_after", day=spell(end, words.language))
    if slash:
        first, last = spell(start, words.language), spell(end, words.language)
        return words.say("between", first=first, last=last)
    return spell(date, words.language)


def headline(article: Article, words: Words) -> str:
    """The headline, or the first words of an article without one."""
    return line(article.headline) or shorten(article.text[:400], 90) or words.say("untitled")


def file_name(article: Article) -> str:
    """The name of the file without its folders: an account is passed on, a disk's layout need not be."""
    return line((article.path or "").replace("\\", "/").rstrip("/").rpartition("/")[2])


def _piled(article: Article, kin: tuple[Kin, ...], marks: Marks, words: Words) -> Piled:
    day, basis = dated(article, words)
    return Piled(
        number=marks.number[article.id],
        id=article.id,
        headline=headline(article, words),
        outlet=line(article.outlet or ""),
        day=day,
        basis=basis,
        url=safe_url(article.url),
        path=file_name(article),
        kin=kin,
    )


def _kin(lineage: tuple[Lineage, ...], marks: Marks, words: Words) -> dict[str, tuple[Kin, ...]]:
    found: dict[str, tuple[Kin, ...]] = {}
    for edge in lineage:
        number = marks.number[edge.from_]
        share = f"{edge.shared:.0%}"
        text = f"{words.say(edge.kind, of=f'[{number}]')} ({words.say('shared', share=share)})"
        changes = tuple(_change(change, words) for change in edge.changes)
        found[edge.to] = (*found.get(edge.to, ()), Kin(text, number, changes))
    return found


def _change(change: Change, words: Words) -> str:
    old, new = shorten(change.from_.text, _FACT), shorten(change.to.text, _FACT)
    return words.say("change", slot=words.slot.get(change.slot, line(change.slot)), old=old, new=new)
