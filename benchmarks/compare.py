"""`./dev bench compare`: CPU time of comparing real revisions of laws, beside character-level diff-match-patch, in one run.

The pairs lie beside the checkout (../shared/data/law-pairs.jsonl.gz) and are not part of the product.
"""

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from diff_match_patch import diff_match_patch
from rich.console import Console
from rich.table import Table

from positions.comparison import compare
from positions.documents import normalise

PAIRS = Path(__file__).parents[2] / "shared/data/law-pairs.jsonl.gz"
SIZES = ((0, 10_000), (10_000, 100_000), (100_000, 300_000), (300_000, 10_000_000))
TIMEOUT = 1.0


def main() -> None:
    """Print one row for each size."""
    if not PAIRS.is_file():
        print(f"skipped: {PAIRS.name} does not lie beside this checkout")
        return
    table = Table(
        "characters", "pairs", "ours: median", "p95", "max ms", "dmp: median", "p95", "max ms", "p95 ratio"
    )
    with gzip.open(PAIRS, "rt", encoding="utf-8") as lines:
        pairs = [(normalise(pair["base"]), normalise(pair["head"])) for pair in map(json.loads, lines)]
    for least, most in SIZES:
        chosen = [pair for pair in pairs if least <= max(map(len, pair)) < most]
        if len(chosen) > 1:
            ours, theirs = _spread(_ours, chosen), _spread(_theirs, chosen)
            figures = [f"{value:.1f}" for value in (*ours, *theirs, theirs[1] / max(ours[1], 0.001))]
            table.add_row(f"{least:,}-{most:,}", str(len(chosen)), *figures)
    Console(width=120).print(table)


def _ours(base: str, head: str) -> None:
    compare(base, head)


def _theirs(base: str, head: str) -> None:
    engine = diff_match_patch()
    engine.Diff_Timeout = TIMEOUT
    engine.diff_main(base, head)


def _spread(act: Callable[[str, str], None], pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Median, 95th percentile and maximum of the CPU time, in milliseconds."""
    taken = []
    for base, head in pairs:
        began = time.process_time()
        act(base, head)
        taken.append((time.process_time() - began) * 1000)
    return median(taken), quantiles(taken, n=20, method="inclusive")[-1], max(taken)


if __name__ == "__main__":
    main()
