"""What a host lets us fetch: robots.txt by RFC 9309, kept per host.

A pattern is matched piece by piece from the left, which takes no more than its length times that of the
path: rules come from strangers, and must not be able to hold us up as regular expressions could.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from saksama.errors import InputError, Unsafe
from saksama.sources.address import parse
from saksama.sources.net.answer import Answer

TOKEN = "saksama"
_LONGEST = 500_000  # bytes that are read of a file
_MOST_RULES, _LONGEST_RULE, _MOST_STARS = 2000, 1000, 20
_KEPT_SECONDS, _DEFERRED_SECONDS = 86_400.0, 600.0
_LINE = re.compile(r"\s*([A-Za-z-]{3,20})\s*:\s*([^#]*)")
_ORDINARY = "/:@!$&'()*+,;=-._~?[]"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an address may be fetched; `delay` is what the host wants between two requests, in seconds.

    `later`: the host could not tell, so it is asked again in some time.
    """

    allowed: bool
    delay: float = 0.0
    later: bool = False

    @property
    def reason(self) -> str:
        """Why it may not be fetched."""
        return "robots.txt cannot be asked" if self.later else "robots.txt does not allow it"


@dataclass(frozen=True, slots=True)
class Rules:
    """Of one group: (pattern, allowed), and the delay."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """The longest pattern that fits decides; among equals the one that allows."""
        target = _spelt(target)
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, target)]
        return max(fitting)[1] if fitting else True


def rules_of(text: str, token: str = TOKEN) -> Rules:
    """The rules for us: of the groups that name us, else of those for everybody."""
    groups: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    ours: set[bool] = set()  # the groups that the lines belong to: for us (True), for all (False)
    opening, named = False, False
    for line in text.splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            ours = ours if opening else set()
            ours |= _meant(value, token)
            opening, named = True, named or True in ours
        elif key in ("allow", "disallow", "crawl-delay"):
            opening = False
            for one in ours:
                groups[one].append((key, value[:_LONGEST_RULE]))
    return _rules(groups[named])


def _meant(agent: str, token: str) -> set[bool]:
    if agent == "*":
        return {False}
    return {True} if agent.partition("/")[0].strip().lower() == token else set()


def _rules(lines: list[tuple[str, str]]) -> Rules:
    patterns = [
        (_spelt(value), key == "allow") for key, value in lines if key != "crawl-delay" and _useful(value)
    ]
    delays = [value for key, value in lines if key == "crawl-delay"]
    return Rules(tuple(patterns[:_MOST_RULES]), max(map(_seconds, delays), default=0.0))


def _useful(pattern: str) -> bool:
    return bool(pattern) and pattern.count("*") <= _MOST_STARS


def _seconds(value: str) -> float:
    try:
        return max(float(value[:12]), 0.0) if value[:1].isdigit() else 0.0
    except ValueError:
        return 0.0


def _spelt(path: str) -> str:
    """One spelling for paths and patterns: what may stand plain does, all else is in percent."""
    return quote(unquote_to_bytes(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe=_ORDINARY + "%")


def _fits(pattern: str, target: str) -> bool:
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    if ends and not others:
        return at == len(target)
    for piece in others[:-1] if ends else others:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not ends or (target.endswith(others[-1]) and len(target) - len(others[-1]) >= at)


class Robots:
    """The files of many hosts; `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[str, tuple[float, Rules | None]] = {}  # until when, and what; None: could not tell

    def verdict(self, url: str, get: Callable[[str], Answer]) -> Verdict:
        """Whether a URL may be fetched; `get` asks the host for its file.

        A host without the file allows, one that fails is asked later. Raises `Unsafe` for
        a URL that is never fetched.
        """
        address = parse(url)
        until, rules = self._known.get(address.origin, (0.0, None))
        if self._clock() >= until:
            rules = _fetched(address.origin, get)
            kept = _KEPT_SECONDS if rules is not None else _DEFERRED_SECONDS
            self._known[address.origin] = (self._clock() + kept, rules)
        if rules is None:
            return Verdict(False, later=True)
        return Verdict(rules.allows(address.target), rules.delay)


def _fetched(origin: str, get: Callable[[str], Answer]) -> Rules | None:
    try:
        answer = get(f"{origin}/robots.txt")
    except Unsafe:
        return Rules()  # what may not be fetched is as good as missing; the page itself tells why
    except InputError:
        return None
    if answer.status >= 500 or answer.status == 429:
        return None
    if answer.status != 200:
        return Rules()
    return rules_of(answer.body[:_LONGEST].decode("utf-8", "replace").removeprefix("\ufeff"))
