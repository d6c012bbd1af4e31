"""An excerpt shows the word that was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.excerpts import AFTER, BEFORE, excerpt
from positions.search import matches

TEXT = (
    "Els municipis demanen que la col·laboració en el tractament de les aigües residuals rebi més fons. " * 5
)


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("aigua", "aigües"),
        ("collaboracions", "col·laboració"),
        ("resid", "residuals"),
        ("demana col·laborar", "demanen"),
        ("fon", "fons"),
        ("fons europeus", "fons"),
        ("de la rebre municipi", "municipis"),
    ],
)
def test_the_hit_is_marked(query: str, hit: str) -> None:
    found = excerpt(query, TEXT, "ca")
    assert found is not None
    assert found.text[found.start : found.end] == hit


def test_the_word_as_it_was_asked_for_goes_before_its_kin() -> None:
    found = excerpt("depuradores", "La depuració és cara: calen depuradores.", "ca")
    assert found is not None
    assert found.text[found.start : found.end] == "depuradores"


def test_whole_words_stand_around_it() -> None:
    found = excerpt("fons", TEXT, "ca")
    assert found is not None
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")
    assert found.text[2:-2] in TEXT


def test_a_short_text_stands_whole() -> None:
    found = excerpt("aigua", "Aigua neta", "ca")
    assert found is not None
    assert (found.text, found.start, found.end) == ("Aigua neta", 0, 5)


def test_nothing_found_is_nothing() -> None:
    assert excerpt("energia", TEXT, "ca") is None
    assert excerpt("!!", TEXT, "ca") is None


@given(st.text(alphabet="abcdel·'à .\n", max_size=400), st.text(alphabet="abcdelà", min_size=1, max_size=3))
def test_an_excerpt_is_short_and_shows_a_word_of_the_query(text: str, query: str) -> None:
    found = excerpt(query, text, "ca")
    if found is not None:
        hit = found.text[found.start : found.end]
        assert matches(query, f" {hit} ") or excerpt(query, hit, "ca") is not None
        assert len(found.text) <= BEFORE + len(hit) + AFTER + 4
