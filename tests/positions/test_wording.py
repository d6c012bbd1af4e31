import pytest
from hypothesis import given

from positions.wording import count_words, plain, wording
from tests.strategies import any_text

SAME_WORDING = [
    ("Un títol", "## Un títol"),
    ("Un títol", "Un títol\n---"),
    ("una paraula forta", "una **paraula** _forta_"),
    ("una\nfrase llarga", "una frase\nllarga"),
    ("- un punt", "* un punt"),
    ("text", "> text"),
    ("codi i ratllat", "`codi` i ~~ratllat~~"),
    ("| a | b |\n|---|---|", "|a|b|\n|:-:|--:|"),
    (r"30\. juny", "30. juny"),
]
OTHER_WORDING = [
    ("[text](https://a.cat)", "[text](https://b.cat)"),
    ("1. a", "2. a"),
    ("- [ ] a", "- [x] a"),
    ("snake_case_nom", "snakecasenom"),
    ("2 * 3", "2 3"),
    ("una nota[^1]", "una nota[^2]"),
    ("col·laborar", "collaborar"),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORDING)
def test_marks_are_not_words(one: str, other: str) -> None:
    assert wording(one) == wording(other)


@pytest.mark.parametrize(("one", "other"), OTHER_WORDING)
def test_what_means_something_stays(one: str, other: str) -> None:
    assert wording(one) != wording(other)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("# Títol\n\nL'aigua és col·laborativa.", 4),
        ("- **D1.** Que [la web](https://amb.cat) s'obri", 5),
        ("| a | b |\n|---|---|\n| 1 | — |", 3),
        ("Nota[^1].\n\n[^1]: Al peu.", 3),
        ("---\n\n👍 ...", 0),
    ],
)
def test_words_are_counted_as_word_processors_do(text: str, number: int) -> None:
    assert count_words(text) == number


@given(any_text)
def test_visible_words_are_on_one_line(text: str) -> None:
    assert plain(text) == " ".join(plain(text).split())


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("[", ""),
        ("[^", ""),
        (" ", "x"),
        (" #", "x"),
        ("|", "x"),
        ("- ", "x"),
        ("[a](", ""),
        (".", ""),
        ("`", "a"),
    ],
)
def test_no_text_keeps_one_waiting(unit: str, end: str) -> None:
    """Were any of it quadratic, this would take hours."""
    is_one_word = count_words("---" + unit * 400_000 + end) in (0, 1)
    assert is_one_word
