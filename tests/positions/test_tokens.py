import pytest
from hypothesis import given

from positions.alignment import Alphabet
from positions.tokens import is_single_word, may_cut, tokenise
from tests.strategies import any_text


@given(any_text, any_text)
def test_a_text_has_the_same_tokens_wherever_it_stands(text: str, before: str) -> None:
    alone = tokenise(text.strip(), Alphabet())
    behind = tokenise(f"{before} .\n {text.strip()}", Alphabet())
    assert behind.words[len(behind.words) - len(alone.words) + 1 :] == alone.words[1:]


@pytest.mark.parametrize("text", ["a  b", " \n a\n\n b ", "\u2003a\u00a0b", "", "   ", "a \nb"])
def test_white_space_stays_behind_its_word(text: str) -> None:
    tokens = tokenise(text, Alphabet())
    assert "".join(word + space for word, space in zip(tokens.words, tokens.spaces, strict=True)) == text
    assert not any(word and word.isspace() for word in tokens.words)


@pytest.mark.parametrize(
    ("text", "is_one"), [("aigua", True), ("l·l", True), ("2.025", True), ("a b", False), ("!", False)]
)
def test_single_words(text: str, *, is_one: bool) -> None:
    assert is_single_word(text) is is_one


def test_a_combined_character_is_not_cut() -> None:
    assert [may_cut("e\u0301s", at) for at in range(4)] == [True, False, True, True]
