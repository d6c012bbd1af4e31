"""The text that decisions lead to: the same in any order, one by one or at once."""

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from positions.collisions import by_number, colliding_pairs
from positions.consolidation import consolidate, touched
from positions.courses import Course
from positions.hunks import apply_hunks, hunks
from positions.proposals import Edit, Proposal, apply_edits, edits_of
from tests.strategies import texts
from tests.support.splits import needs_pairs, read_pairs

LONGEST = 60_000
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
        assert one_by_one(base, base, order) == at_once


@needs_pairs
def test_real_changes_give_one_text_in_any_order_on_a_text_that_went_on() -> None:
    """Of the changes between two revisions every third was made by people, the others are tabled and decided."""
    tried = 0
    for base, head in (pair for pair in read_pairs() if len(pair[0]) <= LONGEST):
        edits = hunks(base, head)[:40]
        draft = apply_hunks(base, edits[::3])
        tabled = [
            Proposal(number, edit.start, edit.end, edit.replacement)
            for number, edit in enumerate(edits, 1)
            if (number - 1) % 3
        ]
        placed = [Course(base, draft).carry(one) for one in tabled]
        met = by_number(colliding_pairs(draft, touched(placed)))
        agreed = [one for one in placed if one.is_applicable and one.proposal.number not in met]
        at_once = consolidate(draft, agreed).text
        for order in (agreed, agreed[::-1]):
            assert one_by_one(base, draft, [one.proposal for one in order]) == at_once
        tried += len(agreed) > 1
    assert tried > 5


def one_by_one(base: str, text: str, order: Sequence[Proposal]) -> str:
    known: tuple[tuple[Edit, ...], ...] = ()
    for one in order:
        placed = Course(base, text, known).carry(one)
        assert placed.is_applicable
        text = apply_edits(text, placed.edits)
        known = (*known, edits_of(base, one))
    return text
