"""Where an amendment stands in a text that has gone on, and what it changes there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.amendments import Fit
from positions.courses import Course
from positions.proposals import Proposal, apply_edits, edits_of
from tests.strategies import text_forks

TEXT = "Els municipis demanen 10 milions d'euros per al transport públic.\n\nL'aigua és de tothom.\n"
QUOTE = "demanen 10 milions d'euros"
START = TEXT.index(QUOTE)
LONG = "Un paràgraf nou i llarg que abans no hi era. " * 3


def proposal(passage: str, text: str, base: str = TEXT, number: int = 1) -> Proposal:
    start = base.index(passage)
    return Proposal(number, start, start + len(passage), text)


@pytest.mark.parametrize(
    ("draft", "fit", "found"),
    [
        (f"Nou.\n\n{TEXT}", Fit.APPLIES, QUOTE),
        (TEXT.replace("10", "20"), Fit.COLLIDES, "demanen 20 milions d'euros"),
        (TEXT.replace("municipis demanen", "pobles volen"), Fit.APPLIES, "pobles volen 10 milions d'euros"),
        ("L'aigua és de tothom.\n", Fit.ORPHANED, None),
        (TEXT.replace(QUOTE, "ja ho tenen tot"), Fit.ORPHANED, None),
    ],
)
def test_where_an_amendment_stands_in_a_later_text(draft: str, fit: Fit, found: str | None) -> None:
    placed = Course(TEXT, draft).carry(proposal(QUOTE, QUOTE.replace("10", "30")))
    assert placed.placement.fit is fit
    start, end = placed.placement.start, placed.placement.end
    assert (None if start is None else draft[start:end]) == found


@pytest.mark.parametrize(
    ("draft", "fit"),
    [
        (f"Nou.\n\n{TEXT}", Fit.APPLIES),
        (TEXT.replace("Els municipis", "Els pobles"), Fit.APPLIES),
        (TEXT.replace("demanen", "volen"), Fit.COLLIDES),
        ("Tot un altre text.", Fit.ORPHANED),
    ],
)
def test_where_an_addition_of_words_stands_in_a_later_text(draft: str, fit: Fit) -> None:
    placed = Course(TEXT, draft).carry(Proposal(1, START, START, "ja "))
    assert placed.placement.fit is fit


def test_later_edits_of_other_words_survive() -> None:
    draft = TEXT.replace("10", "20").replace("tothom", "tots")
    wanted = TEXT.replace("municipis", "ajuntaments").replace("públic", "públic i net")
    placed = Course(TEXT, draft).carry(Proposal(1, 0, len(TEXT), wanted))
    assert placed.is_applicable
    assert apply_edits(draft, placed.edits) == (
        "Els ajuntaments demanen 20 milions d'euros per al transport públic i net.\n\nL'aigua és de tots.\n"
    )


def test_an_amendment_follows_its_moved_paragraph_even_when_that_was_edited_elsewhere() -> None:
    base = f"{TEXT}\n{LONG}\n\nUn altre final, també prou llarg per quedar-se al seu lloc.\n"
    first, *rest = base.split("\n\n")
    draft = "\n\n".join([*(piece.strip("\n") for piece in rest), first.replace("transport", "tren")]) + "\n"
    placed = Course(base, draft).carry(proposal("10 milions", "30 milions", base))
    assert placed.placement.fit is Fit.MOVED
    assert apply_edits(draft, placed.edits) == draft.replace("10 milions", "30 milions")


def test_what_is_incorporated_since_is_known_to_the_letter() -> None:
    first, second = proposal("municipis", "municipis i els municipis"), proposal("tothom", "tots", number=2)
    draft = apply_edits(TEXT, edits_of(TEXT, first))
    placed = Course(TEXT, draft, (edits_of(TEXT, first),)).carry(second)
    assert apply_edits(draft, placed.edits) == draft.replace("tothom", "tots")


@given(text_forks(), st.data())
def test_a_part_begins_with_what_the_whole_would_make_of_the_passage(
    fork: tuple[str, str, str], data: st.DataObject
) -> None:
    base, head, other = fork
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, len(base)))
    placed = Course(base, head).carry(Proposal(1, start, end, other[: end - start + 9]))
    if placed.placement.start is None or placed.placement.end is None:
        return
    passage = placed.passage(head)
    if not placed.is_applicable:
        assert passage.replacement == placed.proposal.text
        return
    whole = apply_edits(head, placed.edits)
    assert head[: passage.start] + passage.replacement + head[passage.end :] == whole
    part = Proposal(1, placed.placement.start, placed.placement.end, passage.replacement)
    assert apply_edits(head, edits_of(head, part)).split() == whole.split()
