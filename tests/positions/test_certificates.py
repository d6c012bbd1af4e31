"""What a certificate says of a count: amounts and exact shares."""

from fractions import Fraction

import pytest
from hypothesis import given

from positions.certificates import conditions, totals
from positions.rules import PRESETS, Choice, RulePreset, Silence
from positions.tallies import tally
from tests.support.approvals import ELECTORATE, electorates, everyone, rules, votes


def test_shares_are_exact_and_of_what_the_rule_says() -> None:
    count = tally(
        PRESETS[RulePreset.DOUBLE_MAJORITY], ELECTORATE, votes=everyone(["Barcelona"]), is_closed=True
    )
    towns, population = conditions(count)
    assert (towns.amount, towns.base, towns.is_met) == (35, 36, True)
    assert population.reached == Fraction(population.amount, population.base)
    assert (population.is_met, population.required) == (False, Fraction(65, 100))


def test_tacit_approvals_count_and_are_told_apart() -> None:
    count = tally(
        PRESETS[RulePreset.CONSENSUS], ELECTORATE[:3], votes={ELECTORATE[0].organization: Choice.APPROVE},
        silence=Silence.CONSENT, is_closed=True,
    )  # fmt: skip
    assert [(choice, weight.organizations) for choice, weight in totals(count)] == [
        ("APPROVE", 1),
        ("TACIT", 2),
    ]


@given(rules(), electorates(), votes())
def test_the_share_shown_is_the_share_counted(rule: object, electors: object, said: object) -> None:
    count = tally(rule, electors, votes=said, is_closed=True)  # type: ignore[arg-type]  # strategies of these types
    for shown, counted in zip(conditions(count), count.thresholds, strict=True):
        assert shown.reached == counted.reached
        assert shown.is_met is counted.met


@pytest.mark.parametrize("preset", list(RulePreset))
def test_every_elector_is_in_the_totals(preset: RulePreset) -> None:
    count = tally(PRESETS[preset], ELECTORATE, votes=everyone(["Tiana"], Choice.RECUSE), is_closed=True)
    assert sum(weight.organizations for _, weight in totals(count)) == len(ELECTORATE)
