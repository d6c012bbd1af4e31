"""Where a file's changes and comments stand in a text that has gone on."""

import pytest
from hypothesis import given

from positions import placing
from positions.hunks import Hunk, hunks
from positions.imports import Remark, Suggestion, Written, suggestions
from positions.placing import Place, locate, locate_remark, quote_of, share_kept
from tests.strategies import text_pairs, texts

NOBODY = Written("", None)
BASE = "# Aigua\n\nEl riu baixa ple i net per la vall.\n\nUn segon paràgraf que ningú no toca.\n"


def change(old: str, new: str, at: str = "") -> Suggestion:
    """A proposal that puts `new` for `old`, or before the words at `at`."""
    start = BASE.index(old or at)
    return Suggestion(start, start + len(old), new, NOBODY)


@pytest.mark.parametrize(
    ("suggestion", "text", "state"),
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
        (change("", "molt ", "net"), BASE.replace("la vall", "les valls"), Place.APPLIES),
        (change("riu", "torrent"), "# Una altra cosa\n\nSense res de comú.\n", Place.ORPHANED),
    ],
)
def test_every_change_has_a_place_or_is_said_to_have_none(
    suggestion: Suggestion, text: str, state: Place
) -> None:
    (found,) = locate([suggestion], BASE, text)
    assert found.state is state
    if found.state in (Place.APPLIES, Place.REBASED):
        assert found.start is not None
        assert set(suggestion.proposed.split()) <= set(found.proposed.split())


def test_what_was_brought_in_once_is_there_the_second_time() -> None:
    theirs = BASE.replace("ple", "sec").replace("Un segon", "Nou.\n\nUn segon")
    found = locate(suggestions(BASE, theirs, ()), BASE, theirs)
    assert {one.state for one in found} == {Place.ALREADY}


@given(text_pairs())
def test_nothing_that_was_brought_in_is_in_its_own_way(pair: tuple[str, str]) -> None:
    base, theirs = pair
    found = locate(suggestions(base, theirs, ()), base, theirs)
    assert {one.state for one in found} <= {Place.ALREADY, Place.APPLIES}


@given(text_pairs())
def test_on_the_text_that_the_file_began_with_everything_applies_as_it_was_written(
    pair: tuple[str, str],
) -> None:
    base, theirs = pair
    found = suggestions(base, theirs, ())
    there = locate(found, base, base)
    assert {one.state for one in there} <= {Place.APPLIES}
    assert [(one.start, one.end, one.proposed) for one in there] == [
        (one.start, one.end, one.proposed) for one in found
    ]


@given(texts(), texts())
def test_any_suggestion_is_placed_within_the_text(base: str, text: str) -> None:
    for one in locate(suggestions(base, text[::2], ())[:3], base, text):
        assert one.start is None or 0 <= one.start <= (one.end or 0) <= len(text)


def test_however_many_changes_a_file_has_the_texts_are_compared_a_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = "\n\n".join(f"Paràgraf {number} del document, ple i net." for number in range(200))
    theirs = base.replace("ple i", "sec i")
    found = suggestions(base, theirs, ())
    compared: set[tuple[str, str]] = set()

    def counted(one: str, other: str) -> tuple[Hunk, ...]:
        compared.add((one, other))
        return hunks(one, other)

    monkeypatch.setattr(placing, "hunks", counted)
    text = base.replace("Paràgraf 7 ", "Paràgraf setè ").replace("ple i", "buit i")
    assert len(locate(found, base, text)) == 200
    assert len(compared) == 2


def test_a_comment_stands_on_its_quote_or_on_the_block_around_words_that_are_not_there() -> None:
    at = BASE.index("baixa")
    on_words, on_nothing = (Remark((), is_resolved=False, start=at, end=end) for end in (at + 6, at))
    assert quote_of(on_words, BASE) == "baixa"
    assert quote_of(on_nothing, BASE) == "El riu baixa ple i net per la vall."
    assert locate_remark(on_words, BASE, BASE).state is Place.APPLIES
    assert locate_remark(on_words, BASE, "Res.\n").state is Place.ORPHANED
    assert locate_remark(Remark((), is_resolved=False), BASE, BASE).state is Place.ORPHANED


def test_how_much_of_the_text_the_base_has() -> None:
    assert share_kept(BASE, BASE) == 1.0
    assert 0.8 < share_kept(BASE, BASE.replace("ple", "sec")) < 1.0
    assert share_kept("Res.\n", "") == 0.0
