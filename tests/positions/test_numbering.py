"""Numbers of paragraphs that stay citable, whatever happens to the text."""

from hypothesis import given
from hypothesis import strategies as st

from positions.numbering import KNOWN, Citations, numbered
from tests.strategies import texts

FIRST = "# Títol\n\nEl primer paràgraf.\n\n- una entrada\n\nEl segon paràgraf diu.\n\nEl tercer, que és l'últim.\n"


def cited(*texts: str) -> dict[str, str]:
    """The number of each paragraph of the last text, by its beginning; gaps in brackets."""
    found = [one for one in numbered(texts) if one.number]
    return {
        one.number: f"({one.gone})" if one.gone is not None else texts[-1][one.start : one.end].strip()
        for one in found
    }


def test_paragraphs_are_numbered_as_printed() -> None:
    assert list(cited(FIRST)) == ["1", "2", "3"]


def test_openslides_3671_what_is_adopted_does_not_renumber_the_printed_text() -> None:
    second = FIRST.replace("El segon", "Un de nou.\n\nEncara un altre, ben nou.\n\nEl segon")
    assert cited(FIRST, second) == {
        "1": "El primer paràgraf.",
        "1a": "Un de nou.",
        "1b": "Encara un altre, ben nou.",
        "2": "El segon paràgraf diu.",
        "3": "El tercer, que és l'últim.",
    }


def test_a_number_that_is_gone_leaves_a_gap_and_comes_back_with_its_paragraph_only() -> None:
    without = FIRST.replace("El segon paràgraf diu.\n\n", "")
    assert cited(FIRST, without)["2"] == "(El segon paràgraf diu.)"
    other = without.replace("El tercer", "Res a veure amb res.\n\nEl tercer")
    assert cited(FIRST, without, other)["1a"] == "Res a veure amb res."
    assert cited(FIRST, without, FIRST) == cited(FIRST)


def test_a_letter_once_shown_stays() -> None:
    second = FIRST.replace("El segon", "Un de nou.\n\nEl segon")
    third = second.replace("Un de nou.", "Un d'encara més nou, posat davant de tots.\n\nUn de nou.")
    assert cited(FIRST, second, third)["1a"] == "Un de nou."
    assert cited(FIRST, second, third)["1b"].startswith("Un d'encara")


def test_a_paragraph_before_the_first_is_numbered_from_nought() -> None:
    assert next(iter(cited(FIRST, "Abans de tot, una paraula.\n\n" + FIRST))) == "0a"


def test_openslides_client_4936_a_heading_put_before_changes_no_number() -> None:
    assert cited(FIRST, "# Un altre títol\n\n" + FIRST) == cited(FIRST)


@given(st.lists(texts(), min_size=1, max_size=4))
def test_numbers_are_unique_and_untouched_paragraphs_keep_theirs(history: list[str]) -> None:
    found = numbered(tuple(history))
    given_numbers = [one.number for one in found if one.number]
    assert len(given_numbers) == len(set(given_numbers))
    assert numbered((*history, history[-1])) == found


def test_two_thousand_versions_are_no_deeper_than_two() -> None:
    paragraphs = [f"El paràgraf {each} diu una cosa." for each in range(20)]
    history = []
    for each in range(2_000):
        paragraphs[each % 20] += " I més."
        history.append("\n\n".join(paragraphs) + "\n")
    assert list(cited(*history)) == [str(number) for number in range(1, 21)]
    assert next(iter(cited(*history, "Un de nou.\n\n" + history[-1]))) == "0a"


def test_numbers_are_the_same_whatever_was_numbered_before() -> None:
    second, third = FIRST.replace("El segon", "Un de nou.\n\nEl segon"), FIRST
    warm = [numbered((FIRST, second, third)[:count]) for count in (1, 2, 3)]
    KNOWN.clear()
    assert numbered((FIRST, second, third)) == warm[-1]


def test_many_new_paragraphs_have_letters_without_an_end() -> None:
    numbers = cited("Un.\n", "Un.\n\n" + "\n\n".join(f"Nou {each}." for each in range(800)) + "\n")
    assert list(numbers)[:3] == ["1", "1a", "1b"]
    assert list(numbers)[27:29] == ["1aa", "1ab"]
    assert len(numbers) == 801


def test_an_ask_is_cited_by_its_key_and_takes_no_number() -> None:
    text = "Un.\n\n**D1.** Demanem aigua.\n\nDos.\n\n- **D2.** Demanem llum.\n- Res.\n\n**D1.** Repetit.\n"
    assert list(cited(text)) == ["1", "D1", "2", "D2", "3"]
    assert list(cited(text, text.replace("**D1.** Demanem aigua.\n\n", "**D1.** Demanem aigua.\n\nNou.\n\n"))) == [
        "1", "D1", "1a", "2", "D2", "3",
    ]  # fmt: skip


def test_a_paragraph_that_becomes_an_ask_leaves_a_gap_and_one_that_is_none_any_more_gets_a_new_number() -> (
    None
):
    text = "Un.\n\nDemanem que l'aigua sigui neta.\n\nTres.\n"
    ask = text.replace("Demanem", "**D1.** Demanem")
    assert cited(text, ask)["2"] == "(Demanem que l'aigua sigui neta.)"
    assert list(cited(text, ask)) == ["1", "D1", "2", "3"]
    assert cited(ask, text)["1a"] == "Demanem que l'aigua sigui neta."


def test_a_change_is_about_the_paragraphs_that_it_runs_through() -> None:
    citations = Citations(numbered((FIRST,)), FIRST)
    first, third = FIRST.index("El primer"), FIRST.index("El tercer")
    end = first + len("El primer paràgraf.")
    assert citations.touched(first, third + 1) == ("1", "2", "3")
    assert citations.touched(first + 3, first + 3) == ("1",)
    assert citations.changed(end, end, " Una frase més.") == ("1",)
    assert citations.changed(end, end, "\n\nUn paràgraf més.") == ()
    assert citations.above(end) == "1"
    assert citations.above(FIRST.index("- una")) == "1"
    assert citations.above(0) == ""
