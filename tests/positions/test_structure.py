import pytest
from hypothesis import given

from positions.structure import Fault, FaultKind, faults
from positions.translations import parallels
from tests.strategies import any_text

SOURCE = """# Títol

## Context

Un paràgraf.

**D1.** Una.

**D2.** Dues.

| Any | Cabal |
| --- | --- |
| 2025 | molt |
"""


def found(target: str) -> list[Fault]:
    return list(faults(parallels(SOURCE, target, ())))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Títol", "Title", []),
        ("**D2.** Dues.\n\n", "", [Fault(FaultKind.ASK_MISSING, 4, "D2")]),
        ("**D2.**", "**D7.**", [Fault(FaultKind.ASK_EXTRA, 5, "D7"), Fault(FaultKind.ASK_MISSING, 4, "D2")]),
        ("**D2.**", "**D1.**", [Fault(FaultKind.ASK_TWICE, 5, "D1"), Fault(FaultKind.ASK_MISSING, 4, "D2")]),
        ("**D2.** Dues", "Dues", [Fault(FaultKind.ASK_MISSING, 4, "D2")]),
        ("## Context", "### Context", [Fault(FaultKind.HEADING_LEVEL, 1)]),
        ("## Context\n\n", "", [Fault(FaultKind.PASSAGE_MISSING, 1)]),
        ("Un paràgraf.", "One paragraph.\n\nMore.", [Fault(FaultKind.PASSAGE_EXTRA, 3)]),
        ("Un paràgraf.", "One.\n\n---", []),
        ("Un paràgraf.", "One.\n\n[^t]: A translator explains.", []),
        ("| 2025 | molt |", "| 2025 | much | more |", [Fault(FaultKind.TABLE_COLUMNS, 6)]),
        ("| 2025 | molt |\n", "", [Fault(FaultKind.PASSAGE_MISSING, 6)]),
    ],
)
def test_a_difference_of_structure_is_named_with_its_place(old: str, new: str, expected: list[Fault]) -> None:
    assert old in SOURCE
    assert found(SOURCE.replace(old, new)) == expected


@given(any_text)
def test_a_copy_has_only_the_asks_that_its_source_has_twice(text: str) -> None:
    assert {fault.kind for fault in faults(parallels(text, text, ()))} <= {FaultKind.ASK_TWICE}
