import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Invalid, Stale
from positions.ledger import Ledger, Spans
from positions.structs import Deletion, Struct, StructKind, Unit
from positions.updates import Inspection

STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def bringing(*structs: Struct, client: int = 1, deletions: tuple[Deletion, ...] = ()) -> Inspection:
    return Inspection({client: structs} if structs else {}, deletions, 0)


def typed(clock: int, text: str, *, origin: Unit | None = None, right: Unit | None = None) -> Struct:
    return Struct(StructKind.TEXT, clock, len(text.encode("utf-16-le")) // 2, origin, right, text)


@pytest.fixture
def ledger() -> Ledger:
    """Client 1 has typed "x😀y", ticks 0 to 3."""
    held = Ledger()
    held.record(bringing(typed(0, "x😀y")))
    return held


@given(st.lists(STRETCHES), STRETCHES)
def test_spans_are_a_set_of_numbers(added: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    spans = Spans()
    for stretch in added:
        spans.add(*stretch)
    numbers = {number for stretch in added for number in range(*stretch)}
    assert spans.covers(*asked) == numbers.issuperset(range(*asked))


@pytest.mark.parametrize(
    "inspection",
    [
        bringing(typed(5, "z")),
        bringing(typed(0, "z", origin=Unit(1, 4)), client=2),
        bringing(typed(0, "z", right=Unit(3, 0)), client=2),
        bringing(Struct(StructKind.GAP, 4, 2), typed(6, "z")),
        bringing(deletions=(Deletion(1, 3, 5),)),
        bringing(deletions=(Deletion(9, 0, 1),)),
    ],
)
def test_what_misses_something_is_stale(ledger: Ledger, inspection: Inspection) -> None:
    with pytest.raises(Stale, match="update_dependencies_missing"):
        ledger.admit(inspection)


@pytest.mark.parametrize(
    "inspection",
    [
        bringing(typed(0, "z", origin=Unit(1, 1)), client=2),
        bringing(typed(0, "z", origin=Unit(1, 0), right=Unit(1, 2)), client=2),
        bringing(typed(3, "😀")),
        bringing(deletions=(Deletion(1, 0, 2),)),
        bringing(deletions=(Deletion(1, 2, 4),)),
        bringing(typed(4, "😀"), typed(6, "z", origin=Unit(1, 4))),
        bringing(typed(4, "😀"), deletions=(Deletion(1, 4, 5),)),
    ],
)
def test_what_cuts_a_character_is_invalid(ledger: Ledger, inspection: Inspection) -> None:
    with pytest.raises(Invalid, match="update_splits_character"):
        ledger.admit(inspection)


@pytest.mark.parametrize(
    "inspection",
    [
        bringing(typed(0, "z", origin=Unit(1, 0), right=Unit(1, 1)), client=2),
        bringing(typed(0, "z", origin=Unit(1, 2), right=Unit(1, 3)), client=2),
        bringing(typed(3, "yz")),
        bringing(typed(1, "😀yz")),
        bringing(Struct(StructKind.GAP, 0, 4), typed(4, "z")),
        bringing(deletions=(Deletion(1, 1, 3),)),
        bringing(),
    ],
)
def test_what_fits_is_admitted(ledger: Ledger, inspection: Inspection) -> None:
    ledger.admit(inspection)


def test_a_deletion_is_new_once(ledger: Ledger) -> None:
    deletion = bringing(deletions=(Deletion(1, 1, 3),))
    assert not ledger.is_noop(deletion)
    ledger.record(deletion)
    assert ledger.is_noop(deletion)
    assert not ledger.is_noop(bringing(deletions=(Deletion(1, 0, 3),)))


def test_a_foreign_state_steps_back_out_of_a_character(ledger: Ledger) -> None:
    assert ledger.whole({1: 2, 7: 2}) == {1: 1, 7: 2}
    assert ledger.whole({1: 3}) == {1: 3}
