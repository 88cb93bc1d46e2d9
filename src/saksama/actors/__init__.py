"""Who is who inside one article: mentions, the titles that the text gives people, new people."""

from __future__ import annotations

from saksama.actors.index import MentionIndex
from saksama.actors.roles import host_of, name_of, participants
from saksama.records import Reading

__all__ = ["MentionIndex", "annotate", "host_of", "name_of", "participants"]


def annotate(reading: Reading) -> Reading:
    """Fill `mentions`, `titles` and `actors` of a reading that has its sentences."""
    from saksama.actors.base import base
    from saksama.actors.resolve import resolve

    return resolve(reading, base())
