"""`./dev bench amendments`: 300 amendments on a paper of 60 pages, CPU time of what a page and a decision need.

The paper is made, always the same: 30,000 words in numbered sections, paragraphs and lists. Its draft has gone on since the
version: every fortieth block was edited, and some moved. The peer: diff-match-patch, which makes a patch of each amendment's
paragraph and applies it; it says only whether a patch found a place, and finds no collisions.
"""

import gc
import random
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles

from diff_match_patch import diff_match_patch
from rich.console import Console
from rich.table import Table

from positions.amendments import AmendmentStatus, Decision, Fit, operation_of
from positions.blocks import blocks
from positions.consolidation import fallers
from positions.courses import course
from positions.hunks import hunks
from positions.layouts import layout
from positions.models.amendments import Amendment
from positions.numbering import KNOWN
from positions.queries.consolidations import Base, Docket
from positions.queries.verdicts import Given, consider
from positions.queries.voting_order import Agenda, arranged

WORDS = 30_000
AMENDMENTS = 300
PAGE = 100
GOALS = {"page of 100, first view": 100.0}
_SEED = 20261128
_VOCABULARY = 2_500


def main() -> None:
    """Print the table."""
    chance = random.Random(_SEED)  # a made paper, no secret
    base = paper(chance)
    rows = [amendment(chance, base, number) for number in range(1, AMENDMENTS + 1)]
    drafts = {"draft as the version": base, "draft gone on": edited(chance, base)}
    table = Table("CPU milliseconds", *(f"{name}\nmedian / p95" for name in drafts), title_justify="left")
    print(f"{WORDS:,} words, {len(base):,} characters, {len(blocks(base)):,} blocks, {AMENDMENTS} amendments")
    figures = {name: _measured(base, draft, rows) for name, draft in drafts.items()}
    for what in next(iter(figures.values())):
        table.add_row(what, *(_shown(found[what]) for found in figures.values()))
    Console(file=sys.stdout, width=110).print(table)
    for name, draft in drafts.items():
        print(f"{name}: {_fits(base, draft, rows)}")
    for what, goal in GOALS.items():
        slowest = max(_p95(found[what]) for found in figures.values())
        print(f"{what}: {slowest:.1f} ms at p95, of {goal:.0f} ms allowed")


def paper(chance: random.Random) -> str:
    """A text of about `WORDS` words."""
    letters = "aeioubcdlmnprstvg"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(_VOCABULARY)]
    pieces, made = ["# Un document de posició"], 0
    while made < WORDS:
        if chance.random() < 0.12:
            pieces.append(f"## {' '.join(chance.choices(vocabulary, k=4)).capitalize()}")
        count = chance.randint(25, 130)
        sentence = " ".join(chance.choices(vocabulary, k=count)).capitalize() + "."
        if chance.random() < 0.15:
            entries = (" ".join(chance.choices(vocabulary, k=12)) for _ in range(4))
            sentence = "\n".join(f"- {entry};" for entry in entries)
        pieces.append(sentence)
        made += count
    return "\n\n".join(pieces) + "\n"


def amendment(chance: random.Random, base: str, number: int) -> Amendment:
    """One of the amendments: words replaced, a paragraph replaced or deleted, or one added."""
    found = layout(base)
    index = chance.choice([at for at, block in enumerate(found.blocks) if block.kind == "paragraph"])
    start, end = found.blocks[index].start, found.content_end(index)
    words = base[start:end].split(" ")
    at = chance.randrange(len(words) - 4)
    kind = chance.random()
    proposed = " ".join([*words[:at], "paraules", "noves", *words[at + 2 :]])
    if kind < 0.5:
        start += len(" ".join(words[:at])) + (at > 0)
        end = start + len(" ".join(words[at : at + 3]))
        proposed = "unes altres paraules"
    elif kind < 0.6:
        proposed = ""
    elif kind < 0.75:
        start, proposed = end, f"\n\nUn paràgraf nou que demana el municipi {number}."
    return Amendment(
        id=f"amd_{number}",
        document_id="doc",
        number=number,
        status=AmendmentStatus.TABLED.value,
        operation=operation_of(start, end, proposed).value,
        version_number=1,
        start=start,
        end=end,
        original=base[start:end],
        proposed_text=proposed,
        membership_id="msh",
    )


def edited(chance: random.Random, base: str) -> str:
    """The paper after people went on writing: words changed, paragraphs added, one section moved."""
    pieces = base.rstrip("\n").split("\n\n")
    for at in range(5, len(pieces), 40):
        words = pieces[at].split(" ")
        words[len(words) // 2 : len(words) // 2 + 2] = ["canviat", "després"]
        pieces[at] = " ".join(words)
    for at in range(17, len(pieces), 90):
        pieces.insert(at, f"Un paràgraf que el redactor {at} hi ha posat més tard.")
    place = chance.randrange(len(pieces) // 2)
    moved = pieces[place : place + 6]
    return "\n\n".join([*pieces[:place], *pieces[place + 6 :], *moved]) + "\n"


def _measured(base: str, draft: str, rows: Sequence[Amendment]) -> dict[str, list[float]]:
    found = Docket(2, draft, tuple(rows), {1: Base(1, 1, base)})
    fitting = [row for row, one in zip(rows, found.placed(rows), strict=True) if one.is_applicable]
    met = {number for pair in found.colliding for number in pair}
    batch = [Given(row.id, Decision.INCORPORATE) for row in fitting if row.number not in met]
    return {
        "placing all, first time": _times(lambda: _docket(base, draft, rows).placed(rows), is_cold=True),
        "page of 100, first view": _times(lambda: _page(_docket(base, draft, rows)), is_cold=True),
        "page of 100, again": _times(lambda: _page(_docket(base, draft, rows)), is_cold=False),
        "agenda, first time": _times(lambda: _agenda(base, draft, rows), is_cold=True),
        f"preview of a batch of {len(batch)}": _times(
            lambda: consider(_docket(base, draft, rows), batch), is_cold=False
        ),
        "deciding one": _times(lambda: consider(_docket(base, draft, rows), batch[:1]), is_cold=False),
        "dmp: 300 patches made and applied": _times(lambda: _dmp(base, draft, rows), is_cold=False),
    }


def _docket(base: str, draft: str, rows: Sequence[Amendment]) -> Docket:
    return Docket(2, draft, tuple(rows), {1: Base(1, 1, base)})


def _page(found: Docket) -> object:
    return found.placed(found.rows[:PAGE]), found.colliding


def _agenda(base: str, draft: str, rows: Sequence[Amendment]) -> Agenda:
    return arranged(_docket(base, draft, rows), (base,))


def _dmp(base: str, draft: str, rows: Sequence[Amendment]) -> int:
    peer = diff_match_patch()
    found = layout(base)
    placed = 0
    for row in rows:
        block = found.blocks[found.at(row.start)]
        old = base[block.start : max(block.end, row.end)]
        inside = row.start - block.start
        new = old[:inside] + row.proposed_text + old[inside + row.end - row.start :]
        patches = peer.patch_make(old, new)
        for patch in patches:
            patch.start1 += block.start
            patch.start2 += block.start
        placed += all(peer.patch_apply(patches, draft)[1])
    return placed


def _times(work: Callable[[], object], *, is_cold: bool, rounds: int = 7) -> list[float]:
    taken = []
    work()
    for _ in range(rounds):
        if is_cold:
            for known in (course, layout, blocks, hunks):
                known.cache_clear()
            KNOWN.clear()
            gc.collect()
        before = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - before))
    return taken


def _fits(base: str, draft: str, rows: Sequence[Amendment]) -> str:
    found = _docket(base, draft, rows)
    placed = found.placed(rows)
    counted = {fit.value: sum(one.placement.fit is fit for one in placed) for fit in Fit}
    falling = len(fallers(placed, {}))
    told = ", ".join(f"{count} {name}" for name, count in counted.items() if count)
    return f"{told}; {len(found.colliding)} pairs collide, {falling} may fall; dmp placed {_dmp(base, draft, rows)}"


def _p95(taken: Sequence[float]) -> float:
    return quantiles(taken, n=20, method="inclusive")[18]


def _shown(taken: Sequence[float]) -> str:
    return f"{median(taken):.1f} / {_p95(taken):.1f}"


if __name__ == "__main__":
    main()
