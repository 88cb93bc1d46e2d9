"""Time expressions, quantities, and the date of an article that bears none."""

from saksama.times.dating import date_article
from saksama.times.find import Timex, find_times
from saksama.times.stage import annotate

__all__ = ["Timex", "annotate", "date_article", "find_times"]
