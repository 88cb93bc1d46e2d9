"""One article as the finders of statements see it: its words in a row, trees, mentions, quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from saksama.actors import MentionIndex
from saksama.language.speech import Speech, Verb, speech
from saksama.language.tree import Tree
from saksama.records import Reading, Sentence, Token
from saksama.statements.quotes import Quote, find_quotes

_NYA = "nya"
_THUS = "demikian"
_COMMAS = frozenset({",", '"', "”", "“"})
_IF = frozenset({"jika", "bila", "apabila", "kalau", "seandainya", "andaikata"})
_BACK = 15  # words from a denied proof to the cue
_LONGEST = 300  # words of a sentence; more would take time that grows with its square


@cache
def closing_cue(language: str = "id") -> re.Pattern[str]:
    """The end of a quotation by its cue: "…, kata", or with a mark askew, "…, ”kata"."""
    forms = sorted(form for form, (_, kinds) in speech(language).by_form.items() if "after" in kinds)
    return re.compile(rf"[,?!.] [\"“”]?(?=(?:{'|'.join(forms)})(?:nya)?\b)")


@cache
def _triggers(language: str = "id") -> frozenset[str]:
    """All forms of cues, those that take a speaker behind also with *-nya*."""
    found = speech(language)
    after = {form for form, (_, kinds) in found.by_form.items() if "after" in kinds} | found.according
    return frozenset({*found.by_form, *after, *(form + _NYA for form in after), _THUS})


class Page:
    """The words of all sentences in a row (`tokens`, `words` in lower case), with what lies over them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.speech: Speech = speech()
        self.tokens: list[Token] = []
        self.owner: list[int] = []  # for each word, the place of its sentence in `sentences`
        self.first: list[int] = []  # for each sentence, its first word
        self.sentences: tuple[Sentence, ...] = reading.sentences
        for place, sentence in enumerate(self.sentences):
            self.first.append(len(self.tokens))
            self.tokens += sentence.tokens
            self.owner += [place] * len(sentence.tokens)
        self.words = [token.text.lower() for token in self.tokens]
        self.starts = [token.start for token in self.tokens]
        self.mentions = MentionIndex(reading)
        self.quotes = find_quotes(reading.article, closing_cue())
        self._lefts = [quote.left for quote in self.quotes]
        self._trees: dict[int, Tree] = {}

    def tree(self, place: int) -> Tree:
        if place not in self._trees:
            self._trees[place] = Tree(self.sentences[place])
        return self._trees[place]

    def bounds(self, index: int) -> tuple[int, int]:
        """First word and one past the last of the sentence that holds a word."""
        return self.sentence_words(self.owner[index])

    def sentence_words(self, place: int) -> tuple[int, int]:
        last = place + 1
        return self.first[place], self.first[last] if last < len(self.first) else len(self.tokens)

    def index_at(self, offset: int) -> int:
        """The first word that begins at or after a character offset."""
        return bisect_left(self.starts, offset)

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that covers a character offset, marks included."""
        found = bisect_right(self._lefts, offset) - 1
        return self.quotes[found] if found >= 0 and offset < self.quotes[found].right else None

    def cues(self) -> list[int]:
        """The words that may be cues, in text order."""
        triggers = _triggers()
        found = (index for index, word in enumerate(self.words) if word in triggers)
        return [index for index in found if self.readable(index)]

    def readable(self, index: int) -> bool:
        """Whether the word stands in a sentence, not in a table or list without an end."""
        first, last = self.bounds(index)
        return last - first <= _LONGEST

    def verb(self, index: int, *kinds: str) -> Verb | None:
        """The cue verb that a word is, if it is a form of one of these kinds."""
        return self.speech.verb(self.words[index], *kinds)  # type: ignore[arg-type]

    def inverted(self, index: int) -> bool | None:
        """Whether a word is a cue whose speaker follows (kata, menurut): True if it carries it (-nya)."""
        word = self.words[index]
        if self._inverted(word) or (word == _THUS and self._thus(index)):
            return False
        return True if word.endswith(_NYA) and self._inverted(word[: -len(_NYA)]) else None

    def _inverted(self, word: str) -> bool:
        return word in self.speech.according or self.speech.verb(word, "after") is not None

    def _thus(self, index: int) -> bool:
        """The form "…, demikian Kementerian X": a comma or mark before, a name or its statement behind."""
        if index == 0 or index + 1 >= len(self.words) or self.words[index - 1] not in _COMMAS:
            return False
        token = self.tokens[index + 1]
        mention = self.mentions.at(token.start, token.end)
        named = mention is not None and mention.start == token.start and mention.label != "PRO"
        return named or self.words[index + 1] in self.speech.words["shells"]

    def blocked(self, index: int) -> bool:
        """Whether the cue is denied, planned, asked for, doubted or only supposed: "belum mengatakan"."""
        first = self.bounds(index)[0]
        if self._not_found(index) or (self.words[first] in _IF and "," not in self.words[first:index]):
            return True
        low = max(first, index - 5)
        for at in range(index - 1, low - 1, -1):
            if self.words[at] in self.speech.words["blockers"]:
                return True
            if self.words[at] not in self.speech.words["between"]:
                return False
        return False

    def _not_found(self, index: int) -> bool:
        """ "Tidak ditemukan bukti bahwa X mengatakan …", "tidak ada negara yang mengatakan …"."""
        first = self.bounds(index)[0]
        before = self.words[max(first, index - _BACK) : index]
        lists = self.speech.words
        at = next((i for i, word in enumerate(before) if word in lists["unfound"]), len(before))
        denied = at > 0 and before[at - 1 : at] in (["tidak"], ["tak"])
        return denied and ("yang" in before[at:] or not lists["proofs"].isdisjoint(before[at:]))

    def is_verb(self, index: int) -> bool:
        """A verb in small letters: the tagger takes many a rare name for a verb; not "pihak berwenang"."""
        token = self.tokens[index]
        attribute = self.words[index] in self.speech.words["attributes"]
        return token.upos == "VERB" and not token.text[0].isupper() and not attribute

    def same_paragraph(self, start: int, end: int) -> bool:
        return "\n" not in self.text[start:end]
