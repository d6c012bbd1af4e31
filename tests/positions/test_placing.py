"""Where a file's changes and comments stand in a text that has gone on."""

import pytest
from hypothesis import given

from positions.imports import Proposal, Remark, Written, proposals
from positions.placing import Place, placed, placed_remark, quote_of, share_kept
from tests.strategies import texts

NOBODY = Written("", None)
BASE = "# Aigua\n\nEl riu baixa ple i net per la vall.\n\nUn segon paràgraf que ningú no toca.\n"


def change(old: str, new: str, at: str = "") -> Proposal:
    """A proposal that puts `new` for `old`, or before the words at `at`."""
    start = BASE.index(old or at)
    return Proposal(start, start + len(old), new, NOBODY)


@pytest.mark.parametrize(
    ("proposal", "text", "state"),
    [
        (change("ple", "sec"), BASE, Place.APPLIES),
        (change("ple", "sec"), BASE.replace("# Aigua", "# L'aigua"), Place.APPLIES),
        (change("ple", "sec"), BASE.replace("ple", "sec"), Place.ALREADY),
        (change("ple", "sec"), BASE.replace("ple", "buit"), Place.ORPHANED),
        (change("baixa ple i net", "corre sec i clar"), BASE.replace("ple i", "buit i"), Place.COLLIDES),
        (change("riu baixa ple", "riu corre ple"), BASE.replace("ple i", "ben ple i"), Place.REBASED),
        (change("Un segon paràgraf que ningú no toca.\n", ""), BASE[:45], Place.ALREADY),
        (change("", "molt ", "net"), BASE, Place.APPLIES),
        (change("", "molt ", "net"), BASE.replace("net", "molt net"), Place.ALREADY),
        (change("", "molt ", "net"), BASE.replace("la vall", "les valls"), Place.REBASED),
        (change("riu", "torrent"), "# Una altra cosa\n\nSense res de comú.\n", Place.ORPHANED),
    ],
)
def test_every_change_has_a_place_or_is_said_to_have_none(
    proposal: Proposal, text: str, state: Place
) -> None:
    found = placed(proposal, BASE, text)
    assert found.state is state
    if found.state in (Place.APPLIES, Place.REBASED):
        assert found.start is not None
        assert set(proposal.proposed.split()) <= set(found.proposed.split())


def test_what_was_brought_in_once_is_there_the_second_time() -> None:
    theirs = BASE.replace("ple", "sec").replace("Un segon", "Nou.\n\nUn segon")
    assert {placed(one, BASE, theirs).state for one in proposals(BASE, theirs, ())} == {Place.ALREADY}


@given(texts(), texts())
def test_any_proposal_is_placed_within_the_text(base: str, text: str) -> None:
    for one in proposals(base, text[::2], ())[:3]:
        found = placed(one, base, text)
        assert found.start is None or 0 <= found.start <= (found.end or 0) <= len(text)


def test_a_comment_stands_on_its_quote_or_on_the_block_around_words_that_are_not_there() -> None:
    at = BASE.index("baixa")
    on_words, on_nothing = (Remark((), is_resolved=False, start=at, end=end) for end in (at + 6, at))
    assert quote_of(on_words, BASE) == "baixa"
    assert quote_of(on_nothing, BASE) == "El riu baixa ple i net per la vall."
    assert placed_remark(on_words, BASE, BASE).state is Place.APPLIES
    assert placed_remark(on_words, BASE, "Res.\n").state is Place.ORPHANED
    assert placed_remark(Remark((), is_resolved=False), BASE, BASE).state is Place.ORPHANED


def test_how_much_of_the_text_the_base_has() -> None:
    assert share_kept(BASE, BASE) == 1.0
    assert 0.8 < share_kept(BASE, BASE.replace("ple", "sec")) < 1.0
    assert share_kept("Res.\n", "") == 0.0
