import unicodedata

import pytest
from hypothesis import given

from positions.alignment import Alphabet
from positions.words import count, exact_edits, readable_edits, refine, tokenise
from tests.strategies import any_text, text_pairs


def words_of(text: str) -> list[str]:
    return tokenise(text, Alphabet()).words[1:]


@given(any_text)
def test_tokens_are_the_whole_text(text: str) -> None:
    tokens = tokenise(text, Alphabet())
    assert "".join(word + space for word, space in zip(tokens.words, tokens.spaces, strict=True)) == text
    inner = [start for start in tokens.starts[2:-1] if not text[start - 1].isspace()]
    assert not any(unicodedata.combining(text[start]) for start in inner)


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


@pytest.mark.parametrize("find", [exact_edits, readable_edits])
@given(pair=text_pairs())
def test_edits_make_the_new_text_of_the_old(find, pair: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]  # two functions of one type
    old, new = pair
    alphabet = Alphabet()
    made, at, new_at = "", 0, 0
    for edit in find(tokenise(old, alphabet), tokenise(new, alphabet)):
        assert old[at : edit.start] == new[new_at : edit.new_start]
        made += old[at : edit.start] + new[edit.new_start : edit.new_end]
        at, new_at = edit.end, edit.new_end
    assert made + old[at:] == new


def test_a_rewrapped_text_matches_word_for_word() -> None:
    alphabet = Alphabet()
    edits = exact_edits(tokenise("una frase\nllarga", alphabet), tokenise("una\nfrase llarga", alphabet))
    assert [(edit.start, edit.end) for edit in edits] == [(3, 4), (9, 10)]


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("directiva", "directives", (8, 0)),
        ("2025", "2026", (3, 0)),
        ("16", "17", None),
        ("2008", "2016", None),
        ("sou", "foc", None),
        ("casa", "cases gran", None),
        ("camí", "cami\u0301", (3, 0)),
        ("cafè", "cafe", (3, 0)),
        ("!", "?", None),
    ],
)
def test_a_word_is_refined_only_when_it_hardly_changed(
    old: str, new: str, kept: tuple[int, int] | None
) -> None:
    assert refine(old, new) == kept


def test_an_insertion_slides_to_the_beginning_of_a_sentence() -> None:
    alphabet = Alphabet()
    old, new = "El gat. El ca corre.", "El gat. El gos dorm. El ca corre."
    (edit,) = exact_edits(tokenise(old, alphabet), tokenise(new, alphabet))
    assert new[edit.new_start : edit.new_end] == "El gos dorm. "


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("- *", 0), ("l'aigua és col·lectiva", 3), ("1.240,5 €", 1)]
)
def test_counted_words(text: str, number: int) -> None:
    assert count(text) == number
