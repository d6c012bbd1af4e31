"""Whose words came and whose went."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from positions.authorship import Run
from positions.changes import ChangeKind
from positions.comparison import Comparison, compare
from positions.contributions import Contribution, contributions
from tests.strategies import AUTHORS, text_pairs

BASE = "# Aigües\n\nEls municipis volen aigua neta.\n"


def runs_of(*parts: tuple[str, str]) -> list[Run]:
    return [Run(len(text), author) for author, text in parts]


@st.composite
def tilings(draw: st.DrawFn, text: str) -> list[Run]:
    """Runs of any lengths that tile a text."""
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    return [
        Run(end - start, draw(st.sampled_from(AUTHORS)))
        for start, end in itertools.pairwise(cuts)
        if end > start
    ]


def characters(comparison: Comparison, kind: ChangeKind) -> int:
    return sum(
        len(change.text) for block in comparison.blocks for change in block.changes if change.kind is kind
    )


@given(text_pairs(), st.data())
def test_the_shares_add_up_to_what_came_and_went(pair: tuple[str, str], data: st.DataObject) -> None:
    made = compare(*pair)
    shares = contributions(made, *(data.draw(tilings(text)) for text in pair)).values()
    assert sum(share.inserted_words for share in shares) == made.inserted_words
    assert sum(share.deleted_words for share in shares) == made.deleted_words
    assert sum(share.inserted_characters for share in shares) == characters(made, ChangeKind.INSERT)
    assert sum(share.deleted_characters for share in shares) == characters(made, ChangeKind.DELETE)


def test_who_wrote_what_came_and_whose_words_went() -> None:
    head = BASE.replace("aigua neta", "aigua neta, bona i barata").replace("Els municipis", "Les ciutats")
    before, _, after = head.partition(", bona i barata")
    wrote = runs_of(("anna", before), ("biel", ", bona"), ("carla", " i barata"), ("anna", after))
    found = contributions(compare(BASE, head), [Run(len(BASE), "anna")], wrote)
    assert found == {
        "anna": Contribution(2, len("Les ciutats"), 2, len("Els municipis")),
        "biel": Contribution(1, len(", bona")),
        "carla": Contribution(2, len(" i barata")),
    }


def test_a_word_that_two_wrote_is_whose_first_letter_it_is() -> None:
    made = compare("", "d'aigua\n")
    found = contributions(made, [], runs_of(("anna", "d'"), ("biel", "aigua\n")))
    assert (found["anna"].inserted_words, found["biel"].inserted_words) == (1, 0)
    assert (found["anna"].inserted_characters, found["biel"].inserted_characters) == (2, 6)


def test_what_only_moved_is_nobodys() -> None:
    parts = [f"Un paràgraf prou llarg per ser trobat arreu, número {number}.\n\n" for number in range(4)]
    base, head = "".join(parts), "".join([*parts[1:], parts[0]])
    assert contributions(compare(base, head), [Run(len(base), "anna")], [Run(len(head), "biel")]) == {}
