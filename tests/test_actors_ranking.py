"""The learnt ranking: its table, its arithmetic, and that it reads a long article in linear time."""

import pytest

from saksama.actors import ranking
from saksama.actors.candidates import Asked
from saksama.actors.ranking import Weighted, ranker
from saksama.errors import DataError

TABLE = "# own\npronoun\tfeature\tweight\nia\tnear\t1.5\n"


def test_the_greatest_sum_wins_and_says_how_sure_it_is():
    weighted = Weighted({("ia", "near"): 2.0, ("ia", "far"): -1.0, ("own", "far"): 9.0})
    assert weighted.choose(Asked(0, "ia"), [["open"], ["far"], ["near"]], ()) == (
        2,
        pytest.approx(0.844, abs=1e-3),
    )


def test_a_class_without_weights_leaves_all_open():
    assert Weighted({}).choose(Asked(0, "ia"), [["open"], ["near"]], ()) == (0, 0.5)


def test_the_table_that_ships_has_each_class():
    assert set(ranker()._weights) == {"ia", "own", "object"}


@pytest.mark.parametrize("broken", ["", "a\tb\tc\n", TABLE + "ia\tfar\n", TABLE + "ia\tfar\tmuch\n"])
def test_a_broken_table_is_told(broken, tmp_path, monkeypatch):
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "antecedents.tsv").write_text(broken, "utf-8")
    monkeypatch.setattr(ranking, "files", lambda package: tmp_path)
    with pytest.raises(DataError):
        ranker.__wrapped__("id")


def test_a_language_without_a_table_is_told():
    with pytest.raises(DataError):
        ranker.__wrapped__("xx")
