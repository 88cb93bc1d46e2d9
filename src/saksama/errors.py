"""Every error that Saksama raises on purpose.

    SaksamaError
    ├── InputError            something the caller named cannot be read
    │   ├── MissingInput      the path does not exist
    │   ├── EmptyInput        there is no text in it
    │   ├── NotText           bytes that are no text in any encoding we know
    │   ├── NoArticle         a page without an article
    │   ├── WrongLanguage     an article in a language that cannot be read yet
    │   ├── TooLarge          more than the limit that keeps one page from stopping the rest
    │   ├── TooHeavy          parsing it took more time or memory than one page may take, or broke the parser
    │   ├── Unsafe            an address or a document that is not taken, because of what it could do
    │   └── Unreachable       a host that does not answer, or that answers with an error
    ├── UsageError            an option or argument that cannot mean anything
    ├── UnknownLanguage       no such language in `saksama.language`
    ├── DataError             a word list or a knowledge file of ours is broken
    ├── DeskError             the desk is none, is damaged or newer, or cannot be read or written
    │   └── DeskBusy          another program has been writing to it for too long
    └── OutputError           the account cannot be written where it was asked for

Each message is one line, fit to be shown to a user as it is.
"""


class SaksamaError(Exception):
    """Base class: catch it to catch them all."""


class InputError(SaksamaError):
    """Something the caller named cannot be read; `path` names it, `reason` says why in one line."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class MissingInput(InputError):
    """The path does not exist."""


class EmptyInput(InputError):
    """There is no text in it."""


class NotText(InputError):
    """Bytes that are no text in any encoding we know."""


class NoArticle(InputError):
    """A page without an article."""


class WrongLanguage(InputError):
    """An article in a language that cannot be read yet."""


class TooLarge(InputError):
    """More than the limit that keeps one page from stopping the rest."""


class TooHeavy(InputError):
    """Parsing it took more time or memory than one page may take, or broke the parser."""


class Unsafe(InputError):
    """An address or a document that is not taken, because of what it could do."""


class Unreachable(InputError):
    """A host that does not answer, or that answers with an error."""


class UsageError(SaksamaError):
    """An option or argument that cannot mean anything."""


class UnknownLanguage(SaksamaError):
    """No such language in `saksama.language`."""


class DataError(SaksamaError):
    """A word list or a knowledge file of ours is broken."""


class DeskError(SaksamaError):
    """The desk is none, is damaged or newer, or cannot be read or written; `path` names it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["DeskError"], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class DeskBusy(DeskError):
    """Another program has been writing to it for too long."""


class OutputError(SaksamaError):
    """The account cannot be written where it was asked for."""
