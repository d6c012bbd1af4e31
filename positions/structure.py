"""Where a translation is not built as its source is: asks, headings, tables, and passages without a counterpart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from positions.translations import Parallel, needs_translation


class FaultKind(StrEnum):
    """Where a translation is not built as its source is."""

    ASK_MISSING = "ASK_MISSING"
    ASK_EXTRA = "ASK_EXTRA"
    ASK_TWICE = "ASK_TWICE"
    HEADING_LEVEL = "HEADING_LEVEL"
    TABLE_COLUMNS = "TABLE_COLUMNS"
    PASSAGE_MISSING = "PASSAGE_MISSING"
    PASSAGE_EXTRA = "PASSAGE_EXTRA"


@dataclass(frozen=True, slots=True)
class Fault:
    """A difference of structure: the parallel it is at (None when at no single one), and the ask it is about."""

    kind: FaultKind
    at: int | None
    ask: str = ""


def faults(rows: Sequence[Parallel]) -> tuple[Fault, ...]:
    """Where the two texts are not built alike: the asks first, then the rest in reading order."""
    of_asks = tuple(_ask_faults(rows))
    told = {fault.at for fault in of_asks}
    kinds = ((at, _shape_fault(row)) for at, row in enumerate(rows) if at not in told)
    return (*of_asks, *(Fault(kind, at) for at, kind in kinds if kind is not None))


def _ask_faults(rows: Sequence[Parallel]) -> Iterator[Fault]:
    wanted = {row.source.shape.key for row in rows if row.source is not None}
    found: set[str] = set()
    for at, row in enumerate(rows):
        key = row.target.shape.key if row.target is not None else ""
        if key in found:
            yield Fault(FaultKind.ASK_TWICE, at, key)
        elif key and key not in wanted:
            yield Fault(FaultKind.ASK_EXTRA, at, key)
        found |= {key} - {""}
    for at, row in enumerate(rows):
        key = row.source.shape.key if row.source is not None else ""
        if key and key not in found:
            yield Fault(FaultKind.ASK_MISSING, at, key)


def _shape_fault(row: Parallel) -> FaultKind | None:
    if row.source is None or row.target is None:
        lone = row.source or row.target
        assert lone is not None
        is_note = row.source is None and lone.shape.kind == "footnote"  # a translator may explain
        if is_note or not (row.source or needs_translation(lone)):
            return None
        return FaultKind.PASSAGE_EXTRA if row.source is None else FaultKind.PASSAGE_MISSING
    shape, other = row.source.shape, row.target.shape
    if shape.kind == "heading" and shape.level != other.level:
        return FaultKind.HEADING_LEVEL
    return FaultKind.TABLE_COLUMNS if shape.columns != other.columns else None
