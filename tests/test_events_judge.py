"""The judge of events: its files load or say why not; it finds what the lexicon has no word for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import reduce

import numpy as np
import pytest
from test_events import MODEL, events, told

from saksama.errors import DataError
from saksama.events import annotate, coder
from saksama.events.judge import Sheet, Verdict, cues, encoder, sides, weights, words
from saksama.events.lexicon import lexicon
from saksama.events.plover import TYPES
from saksama.events.scene import Page
from saksama.records import Article, Reading

with_model = pytest.mark.skipif(not MODEL.is_dir(), reason="the language model is not in this checkout")
UNKNOWN = [
    ("Rusia merudal sejumlah gudang di Ukraina pada Selasa malam.", "merudal", ("ASSAULT", "RUS", "UKR")),
    ("Pemerintah Mesir mencibir Etiopia terkait bendungan itu.", "mencibir", ("ACCUSE", "EGY", "ETH")),
    ("Presiden Kolombia mengolok-olok Amerika Serikat.", "mengolok-olok", ("ACCUSE", "COL", "USA")),
    ("Polisi Turki menciduk tiga warga Prancis di Istanbul.", "menciduk", ("COERCE", "TUR", "FRA")),
    ("Presiden Kenya beraudiensi dengan Presiden Uganda.", "beraudiensi", ("CONSULT", "KEN+UGA", "")),
    ("Jepang menyantuni korban gempa di Turki.", "menyantuni", ("AID", "JPN", "TUR")),
    ("Qatar menyuntikkan dana kepada Suriah.", "menyuntikkan", ("AID", "QAT", "SYR")),
    ("Kanada menskors penjualan senjata ke Israel.", "menskors", ("SANCTION", "CAN", "ISR")),
    ("Serbia mementahkan tuntutan Kosovo.", "mementahkan", ("REJECT", "SRB", "XKX")),
]  # fmt: skip
RAID = "Polisi Iran menggerebek rumah warga Jerman di Teheran. Tiga orang dicokok."
MARCH = "Tentara Rusia melintasi perbatasan Ukraina. Tiga desa dibombardir pada Selasa malam."


def article(text: str, identity: str = "a") -> Article:
    return Article(identity, None, None, None, "id", "2024-06-20", "given", (), text, None, ())


def before_events(text: str) -> Reading:
    """A reading as the stage of events gets it."""
    from saksama.language import analyse
    from saksama.pipeline import per_article

    stages = per_article()[: per_article().index(annotate)]
    return reduce(lambda found, stage: stage(found), stages, next(iter(analyse([article(text)]))))


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """The content of a list of cues that a test may change."""
    content = {name.upper(): "mulai" for name in TYPES}
    monkeypatch.setattr(cues, "wordlist", lambda *_: content)
    cues.cues.cache_clear()
    yield content
    cues.cues.cache_clear()


def test_the_cues_know_words_and_phrases():
    known = cues.cues()
    assert {number for several in known.values() for _, number in several} == set(range(len(TYPES)))
    assert any(rest for several in known.values() for rest, _ in several)
    assert cues.cued(["jepang", "merudal", "kota"], ["jepang", "merudal", "kota"], 1) == {
        TYPES.index("assault")
    }
    assert not cues.cued(["jepang"], ["jepang"], 0)


def test_a_phrase_is_a_cue_only_as_a_whole(other_words):
    other_words["AID"] = "ulur tangan; dapur umum"
    assert cues.cued(["ulur", "tangan"], ["ulur", "tangan"], 0) == {TYPES.index("aid")}
    assert not cues.cued(["ulur", "waktu"], ["ulur", "waktu"], 0)
    assert not cues.cued(["ulur"], ["ulur"], 0)


@pytest.mark.parametrize(
    "change", [lambda found: found.pop("AID"), lambda found: found.update(GREET="salam")]
)
def test_cues_of_missing_or_unknown_types_are_refused(other_words, change):
    change(other_words)
    with pytest.raises(DataError, match="plover/cues"):
        cues.cues()


def test_a_missing_file_of_weights_is_told(tmp_path):
    with pytest.raises(DataError, match=r"^none\.npz: the file of the judge is missing$"):
        weights.shipped(tmp_path / "none.npz")


def _flipped(raw: bytes) -> bytes:
    half = len(raw) // 2
    return raw[:half] + bytes(byte ^ 0x5A for byte in raw[half : half + 2000]) + raw[half + 2000 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: b"no weights at all",
        lambda raw: raw[: len(raw) // 2],
        _flipped,
    ],
    ids=["empty", "text", "cut", "flipped"],
)
def test_a_damaged_file_of_weights_is_told(tmp_path, damage):
    path = tmp_path / "judge.npz"
    path.write_bytes(damage(weights._FILE.read_bytes()))
    with pytest.raises(DataError, match=r"^judge\.npz: the file of the judge is damaged$"):
        weights.shipped(path)


@pytest.mark.parametrize("names", [(), ("kind.weight",)])
def test_other_weights_are_told(tmp_path, names):
    path = tmp_path / "judge.npz"
    np.savez(path, **{name: np.zeros(2) for name in names})
    with pytest.raises(DataError, match="not the weights"):
        weights.shipped(path)


def test_a_foreign_archive_is_told(tmp_path):
    path = tmp_path / "judge.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("kind.weight.npy", "no array")
    with pytest.raises(DataError):
        weights.shipped(path)


def test_the_weights_say_what_the_trained_network_says():
    torch = pytest.importorskip("torch", reason="torch, which trains the judge, is not installed")
    from training.judge import Judge

    with np.load(weights._FILE) as held:
        state = {name: held[name].astype(np.float32) for name in held}
    given, pairs = (state[f"{name}.weight"].shape[1] for name in ("told", "pair"))
    trained = Judge(given, pairs)
    trained.load_state_dict({name: torch.tensor(value) for name, value in state.items()})
    trained.eval()
    drawn = np.random.default_rng(7)
    flags, features = ((drawn.random((5, size)) < 0.2).astype(np.float32) for size in (given, pairs))
    vectors, others = (drawn.standard_normal((5, size)).astype(np.float32) for size in (768, 384))
    mine = weights.Weights(state)
    with torch.no_grad():
        expected = [found.softmax(-1) for found in trained.words(torch.tensor(flags), torch.tensor(vectors))]
        trigger = torch.tensor(others[:1]).expand(5, -1)
        kinds = torch.full((5,), 3)
        roles = trained.sides(torch.tensor(features), kinds, trigger, torch.tensor(others)).sigmoid()
    for found, theirs in zip(mine.words(flags, vectors), expected, strict=True):
        np.testing.assert_allclose(found, theirs.numpy(), atol=1e-4)
    np.testing.assert_allclose(mine.sides(features, 3, (others[0], others)), roles.numpy(), atol=1e-4)


@with_model
@pytest.mark.parametrize(("text", "word", "expected"), UNKNOWN)
def test_an_event_whose_verb_the_lexicon_does_not_know(text, word, expected):
    assert word not in lexicon().forms
    assert [(told(event), event.status) for event in events(text)] == [(expected, "occurred")]
    assert events(text)[0].trigger.text == word


@with_model
@pytest.mark.parametrize(
    ("text", "trigger", "actor"), [(RAID, "dicokok", "IRN"), (MARCH, "dibombardir", "RUS")]
)
def test_parties_from_the_sentence_before(text, trigger, actor):
    page = Page(before_events(text))
    sheets = coder.sheets_of(page)
    assert not sheets[1].named
    at = sheets[1].scene.low.index(trigger)
    assert actor in {
        code for one in sides.candidates(sheets, 1, at) for code in one.codes if one.place == "before"
    }
    found = next(event for event in events(text) if event.trigger.text == trigger)
    assert {party.acts_for for party in found.actors} == {actor}
    assert found.evidence.text == text[text.index(". ") + 2 :]


@with_model
@pytest.mark.parametrize(
    ("text", "inside", "expected"),
    [
        ("Iran mengancam akan menyerang Israel.", "menyerang", ("THREATEN", "IRN", "ISR")),
        ("Turki berjanji mengirim bantuan ke Sudan.", "mengirim", ("AGREE", "TUR", "SDN")),
        ("Rusia mengancam akan menutup perbatasan dengan Finlandia.", "menutup", ("THREATEN", "RUS", "FIN")),
        ("India sepakat mengirim beras ke Kenya.", "mengirim", ("AGREE", "IND", "KEN")),
    ],
)
def test_no_verdict_on_what_is_promised_or_threatened(text, inside, expected, monkeypatch):
    reading = before_events(text)
    assert [told(event) for event in annotate(reading).events] == [expected]

    def sure_of_all(sheets: list[Sheet]) -> Iterator[tuple[int, Verdict]]:
        at = sheets[0].scene.low.index(inside)
        parties = tuple(member for one in sheets[0].named for member in one.members)
        site = words.site_of(sheets[0].scene, at)
        yield 0, Verdict(site, "ASSAULT", "occurred", parties[:1], parties[1:], 1.0)

    monkeypatch.setattr(coder, "verdicts", sure_of_all)
    assert [told(event) for event in annotate(reading).events] == [expected]


@with_model
@pytest.mark.parametrize(
    "text", [RAID, "kata " * 300 + "Rusia menyerang Ukraina.", "Warga  \t datang\tkemarin."]
)
def test_every_word_has_its_vector(text):
    sheets = coder.sheets_of(Page(before_events(text)))
    seen = encoder.Seen(sheets)
    seen.look(range(len(sheets)))
    for number, sheet in enumerate(sheets):
        words_of = range(len(sheet.scene.tokens))
        assert seen.of(number, words_of).shape == (len(words_of), 384)
        assert seen.of(number, words_of).any(axis=1).all()
        assert seen.with_heads(number, words_of).shape == (len(words_of), 768)


@with_model
def test_a_missing_encoder_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(encoder, "_FILE", tmp_path / "none.onnx")
    encoder.encoder.cache_clear()
    with pytest.raises(DataError, match=r"^none\.onnx: the file of the judge's encoder is missing$"):
        encoder.encoder()


@with_model
def test_a_damaged_encoder_is_told(tmp_path, monkeypatch):
    damaged = tmp_path / "encoder.onnx"
    damaged.write_bytes(encoder._FILE.read_bytes()[:5000])
    monkeypatch.setattr(encoder, "_FILE", damaged)
    encoder.encoder.cache_clear()
    with pytest.raises(DataError, match=r"^encoder\.onnx: the file of the judge's encoder is damaged$"):
        encoder.encoder()


@with_model
def test_the_same_whatever_else_is_read_with_it():
    from saksama.pipeline import read_articles

    texts = [text for text, _, _ in UNKNOWN] + [RAID, MARCH, SPORT[0]]
    pile = [article(text, f"a{number}") for number, text in enumerate(texts)]
    together = {found.article.id: found.events for found in read_articles(pile)}
    backwards = {found.article.id: found.events for found in read_articles(pile[::-1])}
    alone = {one.id: next(iter(read_articles([one]))).events for one in pile}
    assert together == backwards == alone


SPORT = (
    "Kiper Belanda menggagalkan penalti Spanyol. Pelatih Spanyol menyentil wasit asal Italia seusai laga."
    " Striker Belanda mencetak gol kemenangan pada menit ke-80.",
    "Petinju Meksiko menghajar petinju Jepang pada ronde kedua. Gelar juara dunia tinju direbut di Tokyo.",
    "Tim voli Turki melumat Serbia dalam laga final. Pelatih Serbia mencibir wasit asal Polandia."
    " Turki menjadi juara turnamen itu tanpa kehilangan satu set.",
)


@with_model
@pytest.mark.parametrize("text", SPORT)
def test_sport_tells_no_events(text):
    assert not events(text)
