"""The span F1 on the development documents, where those are at hand."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"


@pytest.mark.skipif(not (DATA / "times").is_dir(), reason="the shared time data is not at hand")
def test_span_f1_holds() -> None:
    spec = importlib.util.spec_from_file_location("measure_times", ROOT / "evaluation" / "times.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.measure(DATA)["times.indotimex-dev.span_f1"] >= 0.95
