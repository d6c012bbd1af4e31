from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from positions.parallels import passages
from positions.translations import (
    OPEN,
    PassageState,
    Wording,
    implied,
    needs_translation,
    parallels,
    progress,
)
from tests.strategies import any_text, text_pairs

U, T, S, M, W, X = (
    PassageState.UNTRANSLATED,
    PassageState.TRANSLATED,
    PassageState.STALE,
    PassageState.MISSING,
    PassageState.WORDLESS,
    PassageState.EXTRA,
)
SOURCE = "# Títol\n\nUn paràgraf.\n\n---\n\n**D1.** Una demanda.\n\n12,5 %\n"


def states(source: str, target: str, *wordings: Wording, earlier: str = "") -> list[PassageState]:
    return [row.state for row in parallels(source, target, wordings, earlier)]


def test_what_still_says_the_source_s_words_is_not_translated() -> None:
    assert states(SOURCE, SOURCE) == [U, U, W, U, W]
    english = "# Title\n\nUn paràgraf.\n\n---\n\n**D1.** An ask.\n\n12.5 %\n"
    assert states(SOURCE, english) == [T, U, W, T, W]


def test_the_same_words_may_be_confirmed_as_right_in_both_languages() -> None:
    assert states("AMB\n", "AMB\n", Wording("AMB", "AMB")) == [T]


def test_a_changed_source_leaves_its_wording_behind_and_tells_what_it_was() -> None:
    changed = SOURCE.replace("Un paràgraf", "Un altre paràgraf")
    english = SOURCE.replace("Un paràgraf.", "A paragraph.")
    rows = parallels(changed, english, [Wording("Un paràgraf.", "A paragraph.")])
    assert (rows[1].state, rows[1].before) == (S, "Un paràgraf.")
    confirmed = [Wording("Un paràgraf.", "A paragraph."), Wording("Un altre paràgraf.", "A paragraph.")]
    assert parallels(changed, english, confirmed)[1].state is T


def test_a_wording_written_anew_since_the_source_changed_counts() -> None:
    changed = SOURCE.replace("Un paràgraf", "Un altre paràgraf")
    english = SOURCE.replace("Un paràgraf.", "Another paragraph.")
    assert states(changed, english, Wording("Un paràgraf.", "A paragraph."))[1] is T


def test_the_words_of_the_source_it_began_from_are_no_translation() -> None:
    changed = SOURCE.replace("Un paràgraf", "Un altre paràgraf").replace("12,5", "13")
    assert states(changed, SOURCE, earlier=SOURCE)[1] is U
    assert states(changed, SOURCE, earlier=SOURCE)[4] is U
    assert states(changed, SOURCE)[1] is T


def test_missing_and_extra_passages_are_told_in_reading_order() -> None:
    assert states("# A\n\nUn.\n\n**D1.** U.\n", "# B\n\n**D1.** One.\n\n- more\n") == [T, M, T, X]


def test_code_and_numbers_need_no_translation() -> None:
    kinds = "```\ncodi\n```\n\n---\n\n1.234\n\nUn.\n"
    assert [needs_translation(passage) for passage in passages(kinds)] == [False, False, False, True]


def test_progress_is_an_exact_share_of_what_has_words() -> None:
    rows = parallels(SOURCE, "# Title\n\nUn paràgraf.\n\n---\n\n**D1.** Una demanda.\n\n12,5 %\n", ())
    done = progress(rows)
    assert (done.total, done.translated, done.untranslated, done.share) == (3, 1, 2, Fraction(1, 3))
    assert progress(()).share == 1


@given(text_pairs())
def test_every_passage_stands_once_and_in_order(pair: tuple[str, str]) -> None:
    source, target = pair
    rows = parallels(source, target, ())
    assert [row.source for row in rows if row.source] == list(passages(source))
    assert [row.target for row in rows if row.target] == list(passages(target))
    counted = progress(rows)
    assert counted.total == counted.translated + sum(row.state in OPEN for row in rows)
    assert 0 <= counted.share <= 1


@given(text_pairs())
def test_what_is_implied_is_done_when_it_is_given(pair: tuple[str, str]) -> None:
    source, target = pair
    rows = parallels(source, target, ())
    again = parallels(source, target, implied(rows))
    lasting = {row.source for row in rows if row.state is T}
    assert {row.source for row in again if row.state is T} == lasting


@given(any_text, st.booleans())
def test_a_copy_has_nothing_translated_until_it_is_confirmed(text: str, is_confirmed: bool) -> None:
    wordings = [Wording(passage.text, passage.text) for passage in passages(text)] if is_confirmed else []
    done = progress(parallels(text, text, wordings))
    assert done.translated == (done.total if is_confirmed else 0)
