"""Generated electorates, rules and votes, and the 36 municipalities as electors."""

import csv
from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from positions.electors import Elector, Measure
from positions.rules import PRESETS, Basis, Choice, Maintained, Quorum, Rule, Threshold

CODES = "ABCDEF"
MUNICIPALITIES = Path(__file__).parents[2] / "positions" / "data" / "municipalities.csv"


def towns() -> dict[str, Elector]:
    """The electors by name, the largest first."""
    with MUNICIPALITIES.open(encoding="utf-8") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: -int(row["population"]))
    return {
        row["name_ca"]: Elector(row["ine_code"], int(row["population"]), int(row["council_seats"]))
        for row in rows
    }


TOWNS = towns()
ELECTORATE = tuple(TOWNS.values())


def everyone(but: Iterable[str] = (), say: Choice = Choice.OBJECT) -> dict[str, Choice]:
    """All 36 approve but those named, who say something else."""
    votes = {elector.organization: Choice.APPROVE for elector in ELECTORATE}
    return votes | {TOWNS[name].organization: say for name in but}


def smallest(number: int) -> list[str]:
    """The names of the smallest towns."""
    return list(TOWNS)[-number:]


def electorates(largest: int = 5) -> st.SearchStrategy[tuple[Elector, ...]]:
    """Small electorates, weightless organizations included."""
    weights = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), min_size=1, max_size=largest)
    return weights.map(
        lambda drawn: tuple(Elector(code, *weight) for code, weight in zip(CODES, drawn, strict=False))
    )


def votes(*, complete: bool = False) -> st.SearchStrategy[dict[str, Choice]]:
    """What some, or all, of the organizations say."""
    if complete:
        return st.fixed_dictionaries(dict.fromkeys(CODES, st.sampled_from(Choice)))
    return st.dictionaries(st.sampled_from(CODES), st.sampled_from(Choice))


def held() -> st.SearchStrategy[dict[str, int]]:
    """How many reservations stand with whose vote."""
    return st.dictionaries(st.sampled_from(CODES), st.integers(0, 2), max_size=3)


def thresholds(bases: Iterable[Basis] = tuple(Basis)) -> st.SearchStrategy[Threshold]:
    """Thresholds of common shares; plain majorities come up often."""
    shares = st.sampled_from([(1, 2), (1, 2), (2, 3), (55, 100), (1, 1), (0, 1), (1, 3)])
    return st.builds(
        lambda of, basis, share, strict, opponents: Threshold(
            of, basis, share[0], share[1], strict, opponents
        ),
        st.sampled_from(Measure),
        st.sampled_from(tuple(bases)),
        shares,
        st.booleans(),
        st.sampled_from([0, 0, 0, 1, 2]),
    )


def quorums() -> st.SearchStrategy[Quorum]:
    """A third, a half or all, sometimes with a least number."""
    shares = st.sampled_from([(0, 1), (1, 3), (1, 2), (1, 1)])
    return st.builds(
        lambda of, share, minimum: Quorum(of, share[0], share[1], minimum),
        st.sampled_from(Measure),
        shares,
        st.integers(0, 3),
    )


def rules(*, has_quorum: bool = True) -> st.SearchStrategy[Rule]:
    """Presets and free compositions."""
    composed = st.builds(
        Rule,
        st.lists(thresholds(), min_size=1, max_size=3).map(tuple),
        st.none() | quorums() if has_quorum else st.none(),
        st.none() | st.sampled_from(CODES),
        st.sampled_from(Maintained),
        st.booleans(),
    )
    return st.sampled_from(list(PRESETS.values())) | composed
