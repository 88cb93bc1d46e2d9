"""What `import saksama` gives, and what it costs."""

import subprocess
import sys

import pytest

import saksama

HEAVY = ("spacy", "thinc", "numpy", "trafilatura", "yaml", "rich", "typer", "saksama.library")


def loaded_after(code: str) -> set[str]:
    """The modules that a fresh process holds after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    )
    return set(done.stdout.split())


def test_importing_is_cheap() -> None:
    assert not loaded_after("import saksama") & set(HEAVY)


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        ("from saksama import brief, read", {"spacy", "trafilatura", "typer", "rich"}),
        ("import saksama.records, saksama.pipeline, saksama.edtf", {"spacy", "typer", "rich"}),
        ("from saksama import brief; brief([])", {"typer", "rich"}),
    ],
)
def test_what_is_not_used_is_not_loaded(code: str, heavy: set[str]) -> None:
    assert not loaded_after(code) & heavy


def test_everything_promised_is_there() -> None:
    assert set(saksama.__all__) == {"__version__", "brief", "language", "read"}
    for name in saksama.__all__:
        assert getattr(saksama, name) is not None
    assert callable(saksama.brief)
    assert callable(saksama.read)
    assert callable(saksama.language.load)


def test_a_name_that_is_not_there_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="saksama"):
        saksama.tiada  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert saksama.__version__ == version("saksama")


def test_the_language_is_loaded_once_and_reads() -> None:
    nlp = saksama.language.load("id")
    assert nlp is saksama.language.load("id")
    doc = nlp("Presiden Rusia Vladimir Putin tiba di Pyongyang.")
    assert doc.text == "Presiden Rusia Vladimir Putin tiba di Pyongyang."
    assert any(entity.label_ == "PER" for entity in doc.ents)
    assert nlp.lang == "id"


def test_a_language_that_is_not_there_says_so() -> None:
    from saksama.errors import UnknownLanguage

    with pytest.raises(UnknownLanguage):
        saksama.language.load("xx")


def test_all_functions_are_documented() -> None:
    for function in (saksama.brief, saksama.read, saksama.language.load):
        assert function.__doc__
