"""The text that decisions lead to: the same in any order, one by one or at once."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from positions.collisions import by_number, colliding_pairs
from positions.consolidation import consolidate
from positions.courses import Course
from positions.proposals import Edit, Proposal, apply_edits, edits_of
from tests.strategies import texts

BASE = "# U\n\nEls municipis demanen.\n\n- a b c\n- d e f\n\nL'aigua és de tots. I tots hi són.\n\nFi.\n"


@st.composite
def proposals(draw: st.DrawFn) -> tuple[str, list[Proposal]]:
    """Amendments to a text that do not collide."""
    base = draw(st.one_of(st.just(BASE), texts()))
    cuts = st.integers(0, len(base))
    words = st.one_of(texts(), st.sampled_from(["", "a", " b", "Nou paràgraf.", "\n\nNou.", "- x\n", "de "]))
    drawn = draw(st.lists(st.tuples(cuts, cuts, words), max_size=5))
    made = [Proposal(n, min(a, b), max(a, b), text) for n, (a, b, text) in enumerate(drawn, 1)]
    met = by_number(colliding_pairs(base, {one.number: edits_of(base, one) for one in made}))
    return base, [one for one in made if one.number not in met]


@given(proposals())
def test_amendments_that_do_not_collide_give_one_text_in_any_order(given: tuple[str, list[Proposal]]) -> None:
    base, made = given
    at_once = consolidate(base, [Course(base, base).carry(one) for one in made]).text
    for order in itertools.islice(itertools.permutations(made), 12):
        known: tuple[tuple[Edit, ...], ...] = ()
        text = base
        for one in order:
            placed = Course(base, text, known).carry(one)
            assert placed.is_applicable
            text = apply_edits(text, placed.edits)
            known = (*known, edits_of(base, one))
        assert text == at_once
