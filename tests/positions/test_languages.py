"""Language tags have one way of being written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid
from positions.languages import known_language, language_tag


@pytest.mark.parametrize(
    ("given_tag", "tag"),
    [
        ("ca", "ca"),
        ("CA", "ca"),
        ("ca-VALENCIA", "ca-valencia"),
        ("pt-br", "pt-BR"),
        ("SR-latn", "sr-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ast", "ast"),
    ],
)
def test_a_well_formed_tag_is_written_in_its_customary_case(given_tag: str, tag: str) -> None:
    assert language_tag(given_tag) == tag


@pytest.mark.parametrize(
    "text", ["", "c", "català", "ca_ES", "ca-", "-ca", "ca ES", "ca-E", "catala-es", "ca\n", "1a"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        language_tag(text, ["titles", "0", "language"])
    assert (caught.value.reason, caught.value.path) == ("language_invalid", ("titles", "0", "language"))


@given(st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?", fullmatch=True))
def test_a_tag_read_again_is_the_same(text: str) -> None:
    assert language_tag(language_tag(text)) == language_tag(text)


@pytest.mark.parametrize("tag", ["zz", "xx-ES", "cat", "klingon", ""])
def test_a_language_that_is_none_is_refused(tag: str) -> None:
    with pytest.raises(Invalid):
        known_language(tag)


@pytest.mark.parametrize("tag", ["EN", "oc", "ar", "pt-BR", "zgh"])
def test_a_language_there_is_gets_its_customary_case(tag: str) -> None:
    assert known_language(tag).lower() == tag.lower()
