"""The order in which amendments are put to the vote."""

from fractions import Fraction

from positions.collisions import by_number, colliding_pairs
from positions.consolidation import fallers, touched
from positions.courses import Course, Placed
from positions.proposals import Proposal
from positions.voting_order import Passage, voting_order

TEXT = "# U\n\nEls municipis demanen deu milions.\n\n# Dos\n\nL'aigua és de tothom i per a tothom.\n"


def placed(*changes: tuple[str, str]) -> list[Placed]:
    way = Course(TEXT, TEXT)
    made = []
    for number, (passage, text) in enumerate(changes, 1):
        start = TEXT.index(passage)
        made.append(way.carry(Proposal(number, start, start + len(passage), text)))
    return made


def order(found: list[Placed], replaced: dict[int, tuple[int, ...]] | None = None) -> tuple[Passage, ...]:
    met = by_number(colliding_pairs(TEXT, touched(found)))
    return voting_order(TEXT, found, met, fallers(found, replaced or {}), replaced or {})


FIRST, LAST = "Els municipis demanen deu milions.", "L'aigua és de tothom i per a tothom."


def numbers(passages: tuple[Passage, ...]) -> list[list[int]]:
    return [[one.number for one in passage.amendments] for passage in passages]


def test_the_whole_comes_before_parts_and_the_farthest_first() -> None:
    found = placed(
        ("deu", "cent"),
        (FIRST, "Res."),
        (FIRST, ""),
        ("demanen deu", "volen onze"),
        (LAST, "L'aigua és de tots."),
    )
    assert numbers(order(found)) == [[3, 2, 4, 1], [5]]


def test_what_is_deleted_whole_is_farthest_and_lets_its_parts_fall() -> None:
    found = placed(("deu", "cent"), (FIRST, ""))
    (passage,) = order(found)
    assert (passage.amendments[0].distance, passage.amendments[0].is_whole) == (Fraction(1), True)
    assert passage.amendments[1].falls_with == (2,)
    assert passage.amendments[1].collides_with == (2,)


def test_a_compromise_comes_before_what_it_replaces() -> None:
    found = placed((FIRST, "Res de res."), ("deu", "onze"))
    (passage,) = order(found, {2: (1,)})
    assert [one.number for one in passage.amendments] == [2, 1]
    assert passage.amendments[1].falls_with == (2,)
