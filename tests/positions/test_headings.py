"""Titles and summaries: one a language, the original always there, no sign that no text has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, LimitExceeded, Refusal
from positions.headings import MAX_TITLE, LanguageText, plain_text, summaries, titles

TITLE = LanguageText("ca", "Aigües residuals")


def test_titles_stand_on_one_line_by_language() -> None:
    given_titles = [LanguageText("CA", "  Aigües \n residuals "), LanguageText("pt-br", "Águas")]
    assert titles(given_titles, "ca") == {"ca": "Aigües residuals", "pt-BR": "Águas"}


def test_summaries_keep_their_lines() -> None:
    assert summaries([LanguageText("en", "One.\r\nTwo.\r")]) == {"en": "One.\nTwo."}


@pytest.mark.parametrize(
    ("given_titles", "reason", "path"),
    [
        ([], "title_missing", ("titles",)),
        ([LanguageText("es", "Aguas")], "title_missing", ("titles",)),
        ([TITLE, LanguageText("es", "  ")], "text_blank", ("titles", "1", "text")),
        ([TITLE, TITLE], "language_twice", ("titles", "1", "language")),
        ([LanguageText("català", "x")], "language_invalid", ("titles", "0", "language")),
        ([LanguageText("ca", "a\x00b")], "text_has_nul", ("titles", "0", "text")),
        ([LanguageText("ca", "a\ud800b")], "text_has_lone_surrogate", ("titles", "0", "text")),
        ([LanguageText("ca", "a" * (MAX_TITLE + 1))], "text_too_long", ("titles", "0", "text")),
    ],
)
def test_what_is_no_title_is_refused(
    given_titles: list[LanguageText], reason: str, path: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as caught:
        titles(given_titles, "ca")
    assert (caught.value.reason, caught.value.path) == (reason, path)


@given(st.text(max_size=40))
def test_a_plain_text_read_again_is_the_same(text: str) -> None:
    try:
        found = plain_text(text, limit=100)
    except (Invalid, LimitExceeded):
        return
    assert plain_text(found, limit=100) == found
    assert found.encode()
