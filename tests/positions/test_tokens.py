import unicodedata

import pytest
from hypothesis import given

from positions.tokens import Lexicon, Tokens, count, is_single_word, may_cut
from tests.strategies import any_text


def words_of(text: str) -> list[str]:
    tokens = Tokens(text, Lexicon().encode(text))
    return [tokens.stretch(at, at + 1).rstrip() for at in range(1, len(tokens.letters))]


@given(any_text)
def test_tokens_are_the_whole_text(text: str) -> None:
    lexicon = Lexicon()
    tokens = Tokens(text, lexicon.encode(text))
    assert len(tokens.starts) == len(tokens.letters) + 1
    pieces = [tokens.stretch(at, at + 1) for at in range(len(tokens.letters))]
    assert "".join(pieces) == text
    assert not pieces[0].strip()
    assert [lexicon.encode(piece) for piece in pieces[1:]] == [
        lexicon.first + letter for letter in tokens.letters[1:]
    ]
    inner = [start for start in tokens.starts[2:-1] if not text[start - 1].isspace()]
    assert not any(unicodedata.combining(text[start]) for start in inner)


@given(any_text, any_text)
def test_a_text_has_the_same_tokens_wherever_it_stands(text: str, before: str) -> None:
    alone, behind = words_of(text.strip()), words_of(f"{before} .\n {text.strip()}")
    assert behind[len(behind) - len(alone) :] == alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La col·laboració, d'ací.", ["La", "col·laboració", ",", "d", "'", "ací", "."]),
        ("1.240,5 € i 3.", ["1.240,5", "€", "i", "3", "."]),
        ("e\u0301s cami\u0301", ["e\u0301s", "cami\u0301"]),
        ("👩‍👩‍👧👍🏽🇪🇸🇫🇷", ["👩‍👩‍👧", "👍🏽", "🇪🇸", "🇫🇷"]),
        ("שָׁלוֹם नमस्ते", ["שָׁלוֹם", "नमस्ते"]),
        ("**fort**", ["*", "*", "fort", "*", "*"]),
    ],
)
def test_words_numbers_emoji_and_marks_are_tokens(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("- *", 0), ("l'aigua és col·lectiva", 3), ("1.240,5 €", 1)]
)
def test_counted_words(text: str, number: int) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "is_one"), [("aigua", True), ("l·l", True), ("2.025", True), ("a b", False), ("!", False)]
)
def test_single_words(text: str, *, is_one: bool) -> None:
    assert is_single_word(text) is is_one


def test_a_combined_character_is_not_cut() -> None:
    assert [may_cut("e\u0301s", at) for at in range(4)] == [True, False, True, True]
