"""Search does not mind accents, plurals or `l·l`."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions import search
from positions.search import fold, matches, patterns, unaccented, words

SAME_WORD = [
    ("aigües residuals", "aigua residual"),
    ("aigua", "aigues"),
    ("Àrees metropolitanes", "area metropolitana"),
    ("depuradores", "depuradora"),
    ("acció", "ACCIONS"),
    ("ciutadans", "ciutadà"),
    ("països", "pais"),
    ("costos", "cost"),
    ("llengües", "llengua"),
    ("places", "plaça"),
    ("platges", "platja"),
    ("boques", "boca"),
    ("municipis", "municipi"),
    ("plens", "ple"),
    ("ciudades", "ciudad"),
    ("posiciones", "posición"),
    ("policies", "policy"),
    ("cities", "city"),
    ("contaminants", "contaminant"),
]
SPELLINGS = [
    "col·laboració",
    "collaboració",
    "col.laboració",
    "coŀlaboració",
    "col•laboracions",
    "COL-LABORACIÓ",
]
PLAIN = st.text(alphabet="abcdefghijlmnopqrstuvxyzàèéíòóúçñï·'’ -0123456789", max_size=80)


@pytest.mark.parametrize(("one", "other"), SAME_WORD)
def test_number_and_accents_do_not_matter_either_way(one: str, other: str) -> None:
    assert matches(other, fold(f"Sobre {one} de tothom", "ca"))
    assert matches(one, fold(f"Sobre {other} de tothom", "ca"))


@pytest.mark.parametrize("written", SPELLINGS)
@pytest.mark.parametrize("asked", SPELLINGS)
def test_every_spelling_of_the_geminate_l_finds_every_other(written: str, asked: str) -> None:
    assert matches(asked, fold(f"La {written} entre municipis.", "ca"))


@pytest.mark.parametrize(
    "asked", ["depur", "resid", "2021/0420(COD)", "AMB-PP-2026-001", "l'aigua", "tractament de l'aigua"]
)
def test_beginnings_identifiers_and_elided_articles_find(asked: str) -> None:
    text = "AMB-PP-2026-001 Tractament d'aigües residuals a les depuradores, 2021/0420(COD)"
    assert matches(asked, fold(text, "ca"))


@pytest.mark.parametrize("asked", ["energia", "aigua energia", "acte", "idual", "%", "_", "!!!", "1_0"])
def test_other_words_do_not_find(asked: str) -> None:
    assert not matches(asked, fold("Acció pel tractament d'aigües residuals 100", "ca"))


def test_a_query_of_function_words_alone_still_asks() -> None:
    assert patterns("de la") == patterns("de  la!")
    assert matches("la", fold("per la terra"))
    assert not matches("la", fold("terra"))


@given(PLAIN)
def test_a_text_finds_itself(text: str) -> None:
    for language in ("ca", "es", "en", "fr", ""):
        assert matches(text, fold(text, language)) == bool(words(text))


@given(PLAIN, PLAIN)
def test_more_text_never_hides(text: str, more: str) -> None:
    if matches(text, fold(text, "ca")):
        assert matches(text, fold(f"{more} {text}", "ca"))


@given(st.text(max_size=60))
def test_patterns_hold_no_sign_of_the_pattern_language(text: str) -> None:
    for each in patterns(text):
        for pattern in each:
            inner = pattern.strip("%")
            assert "%" not in inner
            assert "_" not in inner
            assert "\\" not in inner


@given(st.text(max_size=60))
def test_an_index_keeps_no_accent_and_no_word_twice(text: str) -> None:
    tokens = fold(text, "ca").split()
    assert len(tokens) == len(set(tokens))
    assert all(unaccented(token) == token for token in tokens)


def test_texts_folded_at_the_same_time_do_not_mix_their_stems() -> None:
    vowels, endings = "aeiou", ("acions", "adores", "iments", "àvem", "itats", "íssimes")
    terms = [f"{a}pl{b}r{c}t{end}" for a in vowels for b in vowels for c in vowels for end in endings]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda part: fold(" ".join(terms[part::4]), "ca"), range(4)))
    finally:
        sys.setswitchinterval(interval)
    search._stem.cache_clear()
    assert together == [fold(" ".join(terms[part::4]), "ca") for part in range(4)]


def test_the_longest_word_is_found_by_a_pattern_that_every_database_takes() -> None:
    monster = "aigua" * 20_000
    assert matches(monster, fold(f"una {monster} més", "ca"))
    assert max(len(pattern) for each in patterns(monster) for pattern in each) < 300
