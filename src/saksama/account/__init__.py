"""The account: put together from the desk, shown as terminal, Markdown, HTML or JSON."""

from saksama.account.build import SCHEMA, build

__all__ = ["SCHEMA", "build"]
