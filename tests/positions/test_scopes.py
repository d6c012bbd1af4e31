"""Where a reservation's words are in a later text: there as they were, or touched; and whether a wish was met."""

import pytest

from positions.scopes import Scope, is_reached, untouched, words_of
from tests.support.rounds import TEXT

WHOLE = Scope()
RIVER = Scope(None, TEXT.index("sobre el riu"), TEXT.index("sobre el riu") + len("sobre el riu"))


def piece(scope: Scope, text: str) -> str:
    """The passage's own words."""
    assert scope.passage is not None
    return text[slice(*scope.passage)]


def test_an_ask_is_untouched_while_it_reads_the_same_wherever_it_stands() -> None:
    assert untouched(Scope("D2"), TEXT, TEXT.replace("un pla", "un bon pla")) == Scope("D2")
    assert untouched(Scope("D2"), TEXT, TEXT.replace("- **D2.** Que", "1. __D2.__ *Que*")) == Scope("D2")
    assert untouched(Scope("D1"), TEXT, TEXT.replace("un pla", "un bon pla")) is None


@pytest.mark.parametrize(
    "change", [("**D1.**", "**D7.**"), ("**D2.**", "**D1.**"), ("- **D1.** Que hi hagi un pla.\n", "")]
)
def test_an_ask_that_is_gone_or_there_twice_is_touched(change: tuple[str, str]) -> None:
    assert untouched(Scope("D1"), TEXT, TEXT.replace(*change)) is None


def test_a_passage_is_found_again_in_its_new_place() -> None:
    head = TEXT.replace("# Aigües\n", "# Aigües residuals\n\nUn paràgraf nou.\n")
    moved = untouched(RIVER, TEXT, head)
    assert moved is not None
    assert moved != RIVER
    assert piece(moved, head) == "sobre el riu"


def test_a_passage_is_touched_when_its_paragraph_reads_otherwise() -> None:
    assert untouched(RIVER, TEXT, TEXT.replace("Un paràgraf", "Cap paràgraf")) is None
    assert untouched(RIVER, TEXT, TEXT.replace("Un paràgraf sobre el riu.\n", "")) is None


def test_the_whole_text_is_touched_by_any_change() -> None:
    assert untouched(WHOLE, TEXT, TEXT) == WHOLE
    assert untouched(WHOLE, TEXT, TEXT + "\nFi.\n") is None


@pytest.mark.parametrize(
    "wish",
    [
        "Que hi hagi un pla a deu anys",
        "  que hi hagi UN PLA\n a deu anys. ",
        "«Que hi hagi un pla a deu anys»",
        "Que hi hagi un **pla** a deu anys",
    ],
)
def test_a_wish_is_reached_when_its_words_stand_in_the_ask(wish: str) -> None:
    head = TEXT.replace("un pla.", "un pla a deu anys, i prou.")
    assert is_reached(wish, Scope("D1"), TEXT, head)
    assert is_reached(wish, WHOLE, TEXT, head)
    assert not is_reached(wish, Scope("D2"), TEXT, head)
    assert not is_reached(wish, RIVER, TEXT, head)
    assert not is_reached(wish, Scope("D1"), TEXT, TEXT)


def test_the_ways_to_write_ela_geminada_and_quotation_marks_do_not_count() -> None:
    head = TEXT.replace("un pla.", "una col·laboració «de conca» i l’acord.")
    assert is_reached('col.laboració "de conca" i l\'acord', Scope("D1"), TEXT, head)


def test_the_words_have_to_follow_one_another_as_whole_words() -> None:
    head = TEXT.replace("un pla.", "un pla molt bo.")
    assert not is_reached("un pla bo", Scope("D1"), TEXT, head)
    assert not is_reached("pla mol", Scope("D1"), TEXT, head)


@pytest.mark.parametrize("wish", [None, "", "  ", "…", "**"])
def test_a_wish_without_words_is_never_reached(wish: str | None) -> None:
    assert not is_reached(wish, WHOLE, TEXT, TEXT)


def test_a_passages_wish_is_looked_for_where_the_passage_was() -> None:
    head = TEXT.replace("Un paràgraf sobre el riu.", "Un paràgraf sobre el riu i els seus pous.")
    assert is_reached("sobre el riu i els seus pous", RIVER, TEXT, head)
    elsewhere = TEXT.replace("un pla.", "un pla sobre el riu i els seus pous.")
    assert not is_reached("sobre el riu i els seus pous", RIVER, TEXT, elsewhere)
    rewritten = TEXT.replace("Un paràgraf sobre el riu.", "L'aigua del freàtic és de tothom.")
    assert is_reached("l'aigua del freàtic és de tothom", RIVER, TEXT, rewritten)


def test_an_ask_that_is_gone_says_nothing() -> None:
    assert words_of(Scope("D9"), TEXT, TEXT) == ""
    assert not is_reached("un pla", Scope("D9"), TEXT, TEXT)
