import pytest
from hypothesis import given

from positions.tokens import Lexicon, Tokens
from positions.words import exact_edits, readable_edits, refine
from tests.strategies import text_pairs


def both(old: str, new: str) -> tuple[Tokens, Tokens]:
    lexicon = Lexicon()
    return Tokens(old, lexicon.encode(old)), Tokens(new, lexicon.encode(new))


@pytest.mark.parametrize("find", [exact_edits, readable_edits])
@given(pair=text_pairs())
def test_edits_make_the_new_text_of_the_old(find, pair: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]  # two functions of one type
    old, new = pair
    made, at, new_at = "", 0, 0
    for edit in find(*both(old, new)):
        assert old[at : edit.start] == new[new_at : edit.new_start]
        made += old[at : edit.start] + new[edit.new_start : edit.new_end]
        at, new_at = edit.end, edit.new_end
    assert made + old[at:] == new


def test_a_rewrapped_text_matches_word_for_word() -> None:
    edits = exact_edits(*both("una frase\nllarga", "una\nfrase llarga"))
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
    old, new = "El gat. El ca corre.", "El gat. El gos dorm. El ca corre."
    (edit,) = exact_edits(*both(old, new))
    assert new[edit.new_start : edit.new_end] == "El gos dorm. "


class Watched(list[int]):
    """Offsets that count how many of them were copied."""

    copied = 0

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # an index or a slice, as lists take them
        found = super().__getitem__(place)
        self.copied += len(found) if isinstance(place, slice) else 0
        return found


def test_the_places_of_a_long_text_are_not_copied_for_each_of_its_changes() -> None:
    old, new = both("un  dos " * 1_000, "un tres " * 1_000)
    old.starts = watched = Watched(old.starts)
    assert len(exact_edits(old, new)) == 1_000  # the blanks behind each "un" belong to the change
    assert watched.copied <= 3 * len(watched)
