import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.languages import preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, None),
        ("", None),
        ("fr, de", None),
        ("ca", "ca"),
        ("es-ES,es;q=0.9,en;q=0.8", "es"),
        ("fr, en;q=0.5, ca;q=0.7", "ca"),
        ("CA-valencia", "ca"),
        ("en;q=0, es;q=0.1", "es"),
        ("en;q=nonsense, ca;q=0.1", "ca"),
    ],
)
def test_the_highest_of_ours_wins(header: str | None, language: str | None) -> None:
    assert preferred_language(header) == language


@given(st.text())
def test_any_header_is_survived(header: str) -> None:
    assert preferred_language(header) in {None, "ca", "es", "en"}
