import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.anchors import CONTEXT, AnchorState, Resolution, anchor, resolve, resolve_all
from positions.errors import Invalid
from tests.strategies import any_text, text_pairs
from tests.support.quotes import is_elsewhere, quotes
from tests.support.splits import by_words, needs_pairs, read_pairs

LONGEST = 100_000

FIRST = "Els municipis demanen recursos per al transport públic de tota la regió metropolitana."
SECOND = "L'autoritat metropolitana vetlla per la qualitat de l'aire i de l'aigua de les ciutats."
BASE = f"{FIRST}\n\n{SECOND}\n"


def resolved(quote: str, base: str, head: str) -> tuple[AnchorState, str]:
    """The state and the text found for the first place of a quote."""
    start = base.index(quote)
    found = resolve(anchor(base, start, start + len(quote)), base, head)
    return found.state, "" if found.start is None else head[found.start : found.end]


@given(any_text, st.integers(0, 80), st.integers(0, 80))
def test_in_its_own_text_an_anchor_is_unchanged(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = anchor(text, start, end)
    assert resolve(found, text, text) == Resolution(AnchorState.UNCHANGED, start, end)
    assert len(found.prefix) <= CONTEXT
    assert found.prefix + found.exact + found.suffix in text


@given(text_pairs(), st.integers(0, 80), st.integers(1, 30))
def test_a_found_place_holds_the_quote_and_a_lost_one_has_no_range(
    pair: tuple[str, str], start: int, length: int
) -> None:
    base, head = pair
    start = min(start, len(base))
    found = anchor(base, start, min(start + length, len(base)))
    resolution = resolve(found, base, head)
    if resolution.start is None:
        assert resolution == Resolution(AnchorState.ORPHANED, None, None)
    else:
        assert head[resolution.start : resolution.end] == found.exact


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, len(BASE) + 1)])
def test_an_anchor_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(Invalid, match="anchor_out_of_range"):
        anchor(BASE, start, end)


@pytest.mark.parametrize(
    ("head", "state"),
    [
        (f"Una introducció.\n\n{BASE}", AnchorState.UNCHANGED),
        (BASE.replace("demanen", "reclamen"), AnchorState.UNCHANGED),
        (BASE.replace("recursos", "diners"), AnchorState.ORPHANED),
        (f"{SECOND}\n\n{FIRST}\n", AnchorState.MOVED),
        ("Tot un altre text.", AnchorState.ORPHANED),
        ("", AnchorState.ORPHANED),
    ],
)
def test_a_quote_stays_moves_or_is_lost(head: str, state: AnchorState) -> None:
    # Whichever paragraph counts as moved, one of the two quotes has to.
    states = [resolved("recursos per al transport", BASE, head), resolved("qualitat de l'aire", BASE, head)]
    assert state in {found[0] for found in states}
    for found, quote in zip(states, ["recursos per al transport", "qualitat de l'aire"], strict=True):
        assert found[1] in {"", quote}


def test_a_touched_quote_never_jumps_to_a_lookalike_that_was_always_there() -> None:
    base = f"{FIRST}\n\nTambé demanen recursos per al transport públic de mercaderies."
    head = base.replace(
        "demanen recursos per al transport públic de tota", "demanen mitjans per al transport públic de tota"
    )
    assert resolved("recursos per al transport", base, head) == (AnchorState.ORPHANED, "")


def test_a_new_lookalike_without_context_is_not_accepted() -> None:
    head = BASE.replace("recursos per al transport", "diners") + "\nrecursos per al transport"
    assert resolved("recursos per al transport", BASE, head) == (AnchorState.ORPHANED, "")


def test_two_equal_new_places_decide_nothing_and_a_nearer_one_wins() -> None:
    base = f"Inici del text.\n\n{FIRST}\n\n{SECOND}\n"
    both = f"{FIRST}\n\n{SECOND}\n\nInici del text.\n\n{FIRST}\n"
    assert resolved("recursos per al transport", base, both)[
        0
    ] is not AnchorState.UNCHANGED or both.startswith(FIRST)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (BASE, (AnchorState.UNCHANGED, 13)),
        (f"Nou.\n\n{BASE}", (AnchorState.UNCHANGED, 19)),
        (BASE.replace("Els municipis", "Els pobles"), (AnchorState.ORPHANED, None)),
        (f"{BASE}\n{BASE}", (AnchorState.ORPHANED, None)),
        (BASE.replace("Els municipis demanen", "Els municipis grans demanen"), (AnchorState.ORPHANED, None)),
    ],
)
def test_an_addition_needs_its_neighbours_side_by_side_at_one_place(
    head: str, expected: tuple[AnchorState, int | None]
) -> None:
    found = resolve(anchor(BASE, 13, 13), BASE, head)
    assert (found.state, found.start) == expected
    assert found.start == found.end


@pytest.mark.parametrize(
    ("base", "at", "head", "place"),
    [("", 0, "", 0), ("", 0, "Nou", None), ("Fi.", 3, "Ara. Fi.", 8), ("Fi.", 0, "Fi. Ara.", 0)],
)
def test_additions_at_the_ends_of_a_text_stay_at_its_ends(
    base: str, at: int, head: str, place: int | None
) -> None:
    assert resolve(anchor(base, at, at), base, head).start == place


def test_many_anchors_are_resolved_in_one_comparison() -> None:
    anchors = [anchor(BASE, start, start + 9) for start in range(0, 60, 7)]
    head = BASE.replace("demanen", "reclamen")
    assert resolve_all(anchors, BASE, head) == tuple(resolve(found, BASE, head) for found in anchors)


@needs_pairs
def test_quotes_of_real_revisions_are_found_and_never_taken_for_lookalikes() -> None:
    untouched = right = 0
    for seed, (base, head) in enumerate(pair for pair in read_pairs() if max(map(len, pair)) <= LONGEST):
        edits = by_words(base, head)
        drawn = list(quotes(base, edits, 10, seed))
        found = resolve_all([anchor(base, quote.start, quote.end) for quote in drawn], base, head)
        for quote, resolution in zip(drawn, found, strict=True):
            if quote.place is not None:
                untouched += 1
                right += resolution.start == quote.place
            elif resolution.start is not None and is_elsewhere(edits, quote, resolution.start):
                assert resolution.state is AnchorState.MOVED
    assert right / untouched >= 0.995


def test_a_moved_paragraph_takes_its_anchors_with_it_and_they_say_so() -> None:
    others = [f"Paràgraf número {number}: {SECOND}" for number in range(4)]
    base = "\n\n".join([FIRST, *others])
    head = "\n\n".join([*others, FIRST])
    wanted = ["Els municipis demanen", "transport públic de tota", "regió metropolitana."]
    assert [resolved(quote, base, head) for quote in wanted] == [
        (AnchorState.MOVED, quote) for quote in wanted
    ]


def test_white_space_written_at_the_end_of_a_quote_does_not_lose_it() -> None:
    base = "Un paràgraf.\n\nUn altre.\n"
    found = resolve(anchor(base, 0, 13), base, "Un paràgraf.\n\n\n\nUn altre.\n")
    assert found == Resolution(AnchorState.UNCHANGED, 0, 13)


def test_a_repeated_quote_whose_neighbours_all_changed_is_told_as_moved() -> None:
    base = f"Tots els municipis petits.\n\n{FIRST}\n"
    head = base.replace("Tots els municipis petits.", "Alguns municipis menuts.")
    assert resolved("municipis", base, head) == (AnchorState.MOVED, "municipis")


def test_hypothesis_7571_and_258_a_quote_that_is_gone_does_not_land_on_a_lookalike() -> None:
    """hypothesis/client#7571 and #258: fuzzy anchoring quietly landed on a passage that only looked alike."""
    lookalike = FIRST.replace("públic", "escolar")
    base = f"{FIRST}\n\n{SECOND}\n\n{lookalike}\n"
    head = f"{SECOND}\n\n{lookalike}\n"
    for quote in ("Els municipis demanen recursos", "transport públic", "recursos per al"):
        assert resolved(quote, base, head) == (AnchorState.ORPHANED, "")


def test_openslides_4954_what_hangs_on_deleted_lines_is_shown_as_lost_and_the_rest_stays() -> None:
    """OpenSlides/OpenSlides#4954: removing lines under an amendment broke the list of amendments."""
    base = f"{FIRST}\n\n{SECOND}\n\nFinal del text.\n"
    anchors = [
        anchor(base, base.index(words), base.index(words) + len(words)) for words in (SECOND, "Final del")
    ]
    gone, kept = resolve_all(anchors, base, base.replace(f"{SECOND}\n\n", ""))
    assert gone.state is AnchorState.ORPHANED
    assert kept.state is AnchorState.UNCHANGED


def test_openslides_5920_a_base_that_shrinks_leaves_every_anchor_reachable() -> None:
    """OpenSlides/OpenSlides#5920: the base became shorter than the offsets, and the amendment could not be opened."""
    anchors = [anchor(BASE, start, min(start + 20, len(BASE))) for start in range(0, len(BASE), 10)]
    for head in ("", FIRST[:30], SECOND):
        for found in resolve_all(anchors, BASE, head):
            assert found.start is None or 0 <= found.start <= (found.end or 0) <= len(head)
