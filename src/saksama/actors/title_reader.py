"""Title words and what they are a title of: "Menteri Luar Negeri (Menlu) Amerika Serikat (AS)"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from saksama.actors.chiefs import Chiefs
from saksama.actors.excuses import ORDINAL
from saksama.actors.found import Found, NameMap, Title
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

_LINKS = frozenset({"dari", "untuk", "di", "bagi"})
_BRANCHES = frozenset(
    {"wilayah", "daerah", "cabang", "perwakilan", "provinsi", "kabupaten", "kota", "regional"}
)
_GLUE = frozenset({"dan", "bidang", "urusan", "serta", "&", "/"})
_LONGEST_BRACKET = 6
_LONGEST_PORTFOLIO = 8
_PRIVATE = frozenset({"PTY", "BUS", "NGO", "EDU", "MED", "CVL"})
_HEADS = frozenset({"head_of_state", "head_of_government", "leader"})


class TitleReader:
    """Reads the title that begins at a token."""

    def __init__(self, page: Page, names: NameMap, base: Base) -> None:
        self._page, self._names, self._base = page, names, base
        self._chiefs = Chiefs(page, names, base)

    def read(self, index: int) -> Title | None:
        """The title whose words begin at `index`, with its complement."""
        lower, stop = self._page.lower, self._page.stop(index)
        if served := self._chiefs.title(index):
            return served
        if lower[index] in self._base.words.deputies and index + 1 < stop and index + 1 not in self._names.at:
            return self._of_deputy(index)
        if office := self._base.titles.longest(lower, index, stop):
            last, entry = office
            title = Title(index, last, last, "office", entry.role, entry.sector, None, None, "")
        elif aide := self._base.words.aides.longest(lower, index, stop):
            title = Title(index, aide[0], aide[0], "aide", "", aide[1], None, None, "")
        elif job := self._base.words.occupations.longest(lower, index, stop):
            title = Title(index, job[0], job[0], "occupation", "", job[1], None, None, "")
        else:
            return None
        return self._completed(title)

    def _completed(self, title: Title) -> Title:
        return self._of_branch(self._sober(self._whole(title)))

    def _of_branch(self, title: Title) -> Title:
        """ "Ketua KPU *Jawa Barat*, X", "Koordinator BGN *wilayah Bali*, X": X heads a branch."""
        at = title.end
        stop = self._page.stop(title.first)
        if title.of is None or title.of.label != "ORG" or at >= stop:
            return title
        place = self._names.by_first.get(at + (self._page.lower[at] in _BRANCHES))
        if place is None or place.label == "PER" or not self._is_local(place):
            return title
        comma = place.last < stop and self._page.tokens[place.last].text == ","
        person = self._names.by_first.get(place.last + comma)
        named = person is not None and person.label == "PER" and person.first < stop
        return replace(title, end=place.last, role="") if named else title

    def _is_local(self, name: Found) -> bool:
        """Whether it is a place inside a state."""
        if name.aliases:
            return False
        return (
            name.label == "LOC"
            or self._base.country_of_place(self._page.text[name.start : name.end]) is not None
        )

    def _sober(self, title: Title) -> Title:
        """The president of a party holds no office of state; the director of an agency serves it."""
        of = title.of
        body = self._base.actor(of.aliases[0].actor) if of and of.aliases else None
        if (
            of is None
            or body is None
            or body.kind != "organisation"
            or of is self._names.at.get(title.last - 1)
        ):
            return title
        if body.sector in _PRIVATE:
            return replace(title, role="", sector=body.sector, kind="occupation")
        if title.kind == "occupation":
            return replace(title, sector=body.sector)
        ours = title.role in _HEADS and body.country is not None and of.aliases[0].kind != "metonym"
        return replace(title, role="") if ours else title

    def _whole(self, title: Title) -> Title:
        name = self._names.at.get(title.last - 1)
        if name:  # "Ketua DPR" with "DPR AS", "juru bicara Kremlin": the complement is part of the title
            return replace(title, of=name, end=self._past_qualifiers(self._past_brackets(name.last)))
        return self._with_complement(title)

    def _of_deputy(self, index: int) -> Title | None:
        """ "Wakil Ketua MK" is not the head; unless the list knows the deputy's own office."""
        own = self._base.titles.longest(self._page.lower, index, self._page.stop(index))
        if own:
            last, entry = own
            return self._completed(
                Title(index, last, last, "office", entry.role, entry.sector, None, None, "")
            )
        head = self.read(index + 1)
        return replace(head, first=index, role="", kind="occupation") if head else None

    def _with_complement(self, title: Title) -> Title:
        at = self._past_brackets(title.last)
        at = self._past_qualifiers(at)
        linked = (
            title.kind != "office" and at < self._page.stop(title.first) and self._page.lower[at] in _LINKS
        )
        at += linked
        far = self._past_portfolio(at) if title.kind == "office" else self._past_field(at)
        name = self._names.by_first.get(far)
        if linked and (name is None or (name.label == "PER" and title.kind != "aide")):
            return title
        if far != at:
            if name is None:
                return title
            title = replace(title, role="")
        if name is None or (name.label == "PER" and title.kind != "aide"):
            return replace(title, end=far if name else title.last)
        return replace(title, of=name, end=self._past_qualifiers(self._past_brackets(name.last)))

    def _past_brackets(self, at: int) -> int:
        """Behind "(AS)" or "(Menlu)" at `at`; `at` itself where there is none."""
        stop = min(self._page.stop(at - 1), at + _LONGEST_BRACKET)
        if at < stop and self._page.tokens[at].text == "(":
            for index in range(at + 1, stop):
                if self._page.tokens[index].text == ")":
                    return index + 1
        return at

    def _past_qualifiers(self, at: int) -> int:
        """Behind "ke-47", "terpilih", "interim"."""
        stop = self._page.stop(at - 1)
        while at < stop and (
            self._page.lower[at] in self._base.words.excuses_after or ORDINAL.fullmatch(self._page.lower[at])
        ):
            at += 1
        return at

    def _past_portfolio(self, at: int) -> int:
        """Behind capitalised words that are no name: "Menteri *Koordinator Bidang Pangan* X"."""
        stop = min(self._page.stop(at - 1), at + _LONGEST_PORTFOLIO)
        index = at
        while index < stop and index not in self._names.at:
            if self._page.lower[index] in self._base.words.honorifics:
                break
            if not (self._page.tokens[index].text[0].isupper() or self._page.lower[index] in _GLUE):
                break
            index += 1
        return index if index < stop else at

    def _past_field(self, at: int) -> int:
        """Behind the field of an occupation: "pengamat *mata uang* X", "Direktur *Keuangan* X"."""
        stop = min(self._page.stop(at - 1), at + _LONGEST_PORTFOLIO)
        index = at
        while (
            index < stop
            and index not in self._names.at
            and self._page.lower[index] not in self._base.words.honorifics
        ):
            token = self._page.tokens[index]
            if token.upos not in ("NOUN", "PROPN", "ADJ") and self._page.lower[index] not in _GLUE:
                break
            index += 1
        return index if index < stop and index in self._names.by_first else at
