"""`./dev bench comparison`: CPU time of comparing real revisions of laws, beside its peers, in one run; then how it reads.

The pairs lie beside the checkout (../shared/data/law-pairs.jsonl.gz) and are not part of the product. The peers:
diff-match-patch by characters, whose limit of one second counts CPU time here, so that a busy machine does not cut it short;
difflib by lines, on pairs up to `DIFFLIB_MOST` characters, since it takes many seconds above; jsdiff by words with the same limit.
"""

import gzip
import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from types import SimpleNamespace

from diff_match_patch import diff_match_patch
from rich.console import Console
from rich.table import Table

from positions.blocks import blocks
from positions.changes import Change, ChangeKind
from positions.comparison import Comparison, compare
from positions.documents import normalise
from positions.tokens import count

ROOT = Path(__file__).parents[1]
PAIRS = ROOT.parent / "shared/data/law-pairs.jsonl.gz"
SIZES = ((0, 10_000), (10_000, 100_000), (100_000, 300_000), (300_000, 10_000_000), (0, 10_000_000))
TIMEOUT = 1.0
DIFFLIB_MOST = 300_000
GOALS = ((100_000, 300_000, 0.95, 50.0), (0, 10_000_000, 1.0, 500.0))
_SEED = 20261128

Pair = tuple[str, str]
Taken = list[float | None]


def main() -> None:
    """Print the times by size, those of made-up pairs, and how the results read."""
    if not PAIRS.is_file():
        print(f"skipped: {PAIRS.name} does not lie beside this checkout")
        return
    with gzip.open(PAIRS, "rt", encoding="utf-8") as lines:
        pairs = [(normalise(pair["base"]), normalise(pair["head"])) for pair in map(json.loads, lines)]
    print(f"CPU milliseconds, {len(pairs)} pairs; ratios are the peer's p95 over ours")
    ours = _times(_ours, pairs)
    taken = {
        "ours": ours,
        "dmp characters, 1 s": _times(_dmp, pairs),
        f"difflib lines, to {DIFFLIB_MOST // 1000} KB": _times(_difflib, pairs),
    }
    jsdiff = _jsdiff(pairs)
    if jsdiff:
        taken[f"jsdiff words, 1 s ({jsdiff[1]} gave up)"] = jsdiff[0]
    _print_sizes(pairs, taken)
    _print_made(pairs)
    _print_reading(pairs)
    for least, most, share, goal in GOALS:
        figures = [
            time for pair, time in zip(pairs, ours, strict=True) if time and least <= _size(pair) < most
        ]
        found = _quantile(figures, share)
        print(f"{least:,}-{most:,} characters: {found:.1f} ms at {share:.0%}, of {goal:.0f} ms allowed")


def _print_sizes(pairs: Sequence[Pair], taken: dict[str, Taken]) -> None:
    table = Table("characters", "pairs", "engine", "median", "p95", "max", "p95 ratio")
    for least, most in SIZES:
        table.add_section()
        chosen = [number for number, pair in enumerate(pairs) if least <= _size(pair) < most]
        _add_rows(
            table,
            f"{least:,}-{most:,}",
            {name: [times[at] for at in chosen] for name, times in taken.items()},
        )
    Console(width=120).print(table)


def _print_made(pairs: Sequence[Pair]) -> None:
    """Pairs made of the middle-sized ones: what no revision looks like, and what a checker may try."""
    chosen = [pair for pair in pairs if 50_000 <= _size(pair) < 300_000]
    table = Table("made of pairs", "pairs", "engine", "median", "p95", "max", "p95 ratio")
    for name, make in _MADE.items():
        made = list(make(chosen))
        table.add_section()
        _add_rows(table, name, {"ours": _times(_ours, made), "dmp characters, 1 s": _times(_dmp, made)})
    Console(width=120).print(table)


def _add_rows(table: Table, first: str, taken: dict[str, Taken]) -> None:
    p95 = 0.0
    for name, times in taken.items():
        figures = [time for time in times if time is not None]
        if figures:
            found = _quantile(figures, 0.95)
            p95 = p95 or found
            shown = [
                f"{value:.1f}" for value in (median(figures), found, max(figures), found / max(p95, 0.001))
            ]
            table.add_row(first, str(len(figures)), name, *shown)


def _print_reading(pairs: Sequence[Pair]) -> None:
    """What makes a result restless: many changes in a block, and single words left standing between changes."""
    changed = hunks = equal = islands = 0
    for pair in pairs:
        for changes in _changed(compare(*pair)):
            changed += 1
            kinds = "".join(
                "=" if change.kind is ChangeKind.EQUAL else "x" for change in changes if change.text.strip()
            )
            hunks += len(kinds.replace("=", " ").split())
            inner = [change.text for change in changes[1:-1] if change.kind is ChangeKind.EQUAL]
            equal += len(inner)
            islands += sum(count(text) == 1 for text in inner)
    print(f"{changed:,} changed blocks, {hunks / changed:.2f} changes in each; {islands / equal:.1%} of {equal:,} equal "
          "stretches between changes are one word")  # fmt: skip


def _changed(comparison: Comparison) -> Iterator[Sequence[Change]]:
    for block in comparison.blocks:
        if len(block.changes) > 1:
            yield block.changes


def _shuffled(pairs: Sequence[Pair]) -> Iterator[Pair]:
    chance = random.Random(_SEED)
    for base, head in pairs:
        parts = head.split("\n\n")
        chance.shuffle(parts)
        yield base, "\n\n".join(parts)


def _unrelated(pairs: Sequence[Pair]) -> Iterator[Pair]:
    for (base, _), (_, head) in pairwise(pairs):
        yield base, head


def _concatenated(pairs: Sequence[Pair]) -> Iterator[Pair]:
    for one, other in pairwise(pairs):
        yield one[0] + other[0], other[1] + one[1]


def _rewritten(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A word in ten is another one."""
    chance = random.Random(_SEED)
    for base, head in pairs:
        words = head.split(" ")
        yield base, " ".join(chance.choice(words) if chance.random() < 0.1 else word for word in words)


_MADE = {
    "paragraphs shuffled": _shuffled,
    "unrelated": _unrelated,
    "two, turned round": _concatenated,
    "a word in ten": _rewritten,
}


def _size(pair: Pair) -> int:
    return max(map(len, pair))


def _ours(base: str, head: str) -> None:
    blocks.cache_clear()
    compare(base, head)


def _dmp(base: str, head: str) -> None:
    engine = diff_match_patch()
    engine.Diff_Timeout = TIMEOUT
    engine.diff_main(base, head)


def _difflib(base: str, head: str) -> None:
    SequenceMatcher(None, base.split("\n"), head.split("\n"), autojunk=False).get_opcodes()


def _jsdiff(pairs: Sequence[Pair]) -> tuple[Taken, int] | None:
    """The times of jsdiff and how often it gave up; nothing where Node or jsdiff is missing."""
    if not (shutil.which("node") and (ROOT / "frontend/node_modules/diff").is_dir()):
        print("jsdiff is left out: Node or frontend/node_modules/diff is missing")
        return None
    command = ["node", str(Path(__file__).with_name("jsdiff.mjs"))]
    done = subprocess.run(command, input=json.dumps(pairs), capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return [each["milliseconds"] for each in found], sum(not each["isFinished"] for each in found)


def _times(act: Callable[[str, str], None], pairs: Sequence[Pair]) -> Taken:
    return [None if act is _difflib and _size(pair) > DIFFLIB_MOST else _time(act, pair) for pair in pairs]


def _time(act: Callable[[str, str], None], pair: Pair) -> float:
    began = time.process_time()
    act(*pair)
    return (time.process_time() - began) * 1000


def _quantile(times: Sequence[float], share: float) -> float:
    return max(times) if share == 1 or len(times) < 2 else quantiles(times, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    sys.modules[diff_match_patch.__module__].time = SimpleNamespace(time=time.process_time)  # type: ignore[attr-defined]  # its clock
    main()
