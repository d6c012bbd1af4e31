"""`./dev bench merge`: whole-text saves merged with what others wrote meanwhile, beside diff-match-patch and git, in one run.

Of the edits between real revisions of laws some are in the draft already; the others arrive as a whole text based on the old
revision. Exact means: just the new revision comes out. Edits by letters cut words apart, and what both sides change in one word
is never merged exactly, but told. Rulers other than the product's cut the revisions into edits,
and several splits share them out. Silent is what came out otherwise without an overlap reported: it must not be.
"""

import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from statistics import median, quantiles

from diff_match_patch import diff_match_patch
from rich.console import Console
from rich.table import Table

from positions.hunks import hunks
from tests.support.splits import PAIRS, RULERS, SPLITS, Case, by_hunks, cases, merge, read_pairs

TIMEOUT = 1.0
PEERS_ON = "even"

# What came out, and whether the method said that it may be wrong.
Method = Callable[[Case], tuple[str | None, bool]]


def main() -> None:
    """Print one row for each ruler, split and method."""
    if not PAIRS.is_file():
        print(f"skipped: {PAIRS.name} does not lie beside this checkout")
        return
    table = Table(
        "edits by", "split", "method", "cases", "exact", "%", "reported", "SILENT", "median ms", "p95", "max"
    )
    pairs = read_pairs()
    for ruler, measure in RULERS.items():
        edits = [(base, head, measure(base, head)) for base, head in pairs]
        for split, choose in SPLITS.items():
            if measure is by_hunks and split != PEERS_ON:
                continue
            found = [case for base, head, script in edits for case in cases(base, head, script, choose)]
            for name, method in _methods(split).items():
                table.add_row(ruler, split, name, *_figures(method, found))
    Console(width=130).print(table)


def _methods(split: str) -> dict[str, Method]:
    peers: dict[str, Method] = {"dmp patches": _patches}
    if which("git"):
        peers["git merge-file"] = _git
    return {"ours": _ours, **(peers if split == PEERS_ON else {})}


def _figures(method: Method, found: Sequence[Case]) -> list[str]:
    exact = reported = silent = 0
    taken = []
    for case in found:
        hunks.cache_clear()
        began = time.process_time()
        text, is_reported = method(case)
        taken.append((time.process_time() - began) * 1000)
        exact += text == case.head
        reported += text != case.head and is_reported
        silent += text != case.head and not is_reported
    spread = median(taken), quantiles(taken, n=20, method="inclusive")[-1], max(taken)
    share = f"{100 * exact / len(found):.1f}"
    return [
        *map(str, (len(found), exact)),
        share,
        str(reported),
        str(silent),
        *(f"{ms:.1f}" for ms in spread),
    ]


def _ours(case: Case) -> tuple[str | None, bool]:
    text, overlaps = merge(case)
    return text, bool(overlaps)


def _patches(case: Case) -> tuple[str | None, bool]:
    engine = diff_match_patch()
    engine.Diff_Timeout = TIMEOUT
    text, applied = engine.patch_apply(engine.patch_make(case.base, case.save), case.server)
    return text, not all(applied)


def _git(case: Case) -> tuple[str | None, bool]:
    """Git works on lines; its time is that of another process and not counted."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, text in (("server", case.server), ("base", case.base), ("save", case.save)):
            (Path(folder) / name).write_text(text, encoding="utf-8")
            names.append(name)
        done = subprocess.run(
            ["git", "merge-file", "-p", *names], cwd=folder, capture_output=True, check=False
        )
    return done.stdout.decode(), done.returncode != 0


if __name__ == "__main__":
    main()
