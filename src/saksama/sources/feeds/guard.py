"""What stands before the parser of feeds: one decoding, and no definitions.

The bytes are decoded here and the parser gets what was looked at, so no encoding can hide a definition.
"""

from __future__ import annotations

import re

from saksama.errors import InputError, TooLarge, Unsafe
from saksama.sources.decode import as_utf8, decode, tidy

MOST_BYTES = 5_000_000
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]{0,300}\?>")
_ENCODING = re.compile(rb"<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']")
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]|127)(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f]|7f)(?![0-9a-f]));?", re.I
)
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_DOCTYPE = re.compile(r"<!DOCTYPE\s{1,50}([A-Za-z:]{1,20})", re.I)
_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF|[a-z]{1,10}:feed|channel)\b", re.I)
_HEAD = 4000
_PROLOG = re.compile(r"<(\?|!--)")


def looks_like_feed(raw: bytes) -> bool:
    """Whether some bytes begin as RSS, Atom or JSON Feed does, well-meant or not."""
    try:
        head = decode(raw[:_HEAD], "")
    except (InputError, ValueError, LookupError):
        return False
    head = head.lstrip("\ufeff \t\r\n\0")
    if head.startswith("{"):
        return "jsonfeed.org/version" in head.replace("\\/", "/")
    while prolog := _PROLOG.match(head):
        end = head.find("?>" if prolog[1] == "?" else "-->", prolog.end())
        if end < 0:
            return False
        head = head[end:].partition(">")[2].lstrip()
    doctype = _DOCTYPE.match(head)
    return doctype[1].lower() != "html" if doctype else bool(_ROOT.match(head))


def safe_text(raw: bytes, where: str, charset: str | None) -> str:
    """The text of a feed without its declaration, control characters gone.

    Raises an `InputError`: `Unsafe` for definitions, `TooLarge`, and as `decode`.
    """
    if len(raw) > MOST_BYTES:
        raise TooLarge(where, f"a feed of more than {MOST_BYTES // 1_000_000} MB")
    declared = _ENCODING.search(raw[:400])
    named = charset or (declared[1].decode("ascii").lower() if declared else None)
    text = _NO_CHARACTER.sub(" ", _CONTROL.sub(" ", tidy(decode(as_utf8(raw, named), where))))
    found = _DECLARATION.match(text)
    text = text[found.end() :] if found else text
    _refuse_definitions(text, where)
    return text


def _refuse_definitions(text: str, where: str) -> None:
    """Comments and marked text may hold anything; outside of them ``<!`` begins a definition."""
    at = 0
    while (at := text.find("<!", at)) >= 0:
        for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>")):
            if text.startswith(opening, at):
                end = text.find(closing, at + len(opening))
                if end < 0:
                    raise Unsafe(where, "a feed that breaks off in a comment or in marked text")
                at = end + len(closing)
                break
        else:
            raise Unsafe(where, "a feed with definitions (DOCTYPE or ENTITY), which are not taken")
