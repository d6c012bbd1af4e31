"""Both texts put together again from a comparison, and whether its ranges tile them."""

from positions.changes import ChangeKind
from positions.comparison import BlockChange, BlockKind, Comparison


def rebuilt_base(comparison: Comparison, base: str) -> str:
    """The base, from what stayed and what went."""
    blocks = sorted(
        (block.base_start, block.base_end, block)
        for block in comparison.blocks
        if block.base_start is not None
    )
    assert _tile([(start, end or 0) for start, end, _ in blocks], len(base))
    return "".join(_text(block, ChangeKind.INSERT) or base[start:end] for start, end, block in blocks)


def rebuilt_head(comparison: Comparison, head: str) -> str:
    """The head, from what stayed and what came."""
    blocks = sorted(
        (block.head_start, block.head_end, block)
        for block in comparison.blocks
        if block.head_start is not None
    )
    assert _tile([(start, end or 0) for start, end, _ in blocks], len(head))
    return "".join(_text(block, ChangeKind.DELETE) or head[start:end] for start, end, block in blocks)


def _text(block: BlockChange, without: ChangeKind) -> str:
    assert bool(block.changes) == (block.kind is not BlockKind.UNCHANGED)
    return "".join(change.text for change in block.changes if change.kind is not without)


def _tile(ranges: list[tuple[int, int]], length: int) -> bool:
    bounds = [0, *(bound for piece in ranges for bound in piece), length]
    return all(bounds[at] == bounds[at + 1] for at in range(0, len(bounds), 2))
