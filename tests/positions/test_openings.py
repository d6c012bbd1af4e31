"""What could surprise somebody who opens a round."""

from typing import Any

import pytest

from positions.electors import Elector
from positions.openings import Circumstances, Surprise, cautions, preventers
from positions.rules import PRESETS, Rule, RulePreset
from tests.support.approvals import ELECTORATE

BARCELONA = "08019"
THREE = [Elector("A", 10, 1), Elector("B", 10, 1), Elector("C", 10, 1)]


def kinds(**known: Any) -> list[Surprise]:
    usual = {"rule": PRESETS[RulePreset.SIMPLE_MAJORITY], "electors": THREE}
    return [one.kind for one in cautions(Circumstances(**{**usual, **known}))]


@pytest.mark.parametrize(
    ("preset", "who"),
    [
        (RulePreset.SIMPLE_MAJORITY, ()),
        (RulePreset.DOUBLE_MAJORITY, (BARCELONA,)),
        (RulePreset.DOUBLE_MAJORITY_BLOCKING, ()),
        (RulePreset.TWO_THIRDS_POPULATION, (BARCELONA,)),
        (RulePreset.WEIGHTED_SEATS, ()),
    ],
)
def test_who_alone_prevents_a_pass(preset: RulePreset, who: tuple[str, ...]) -> None:
    assert preventers(PRESETS[preset], ELECTORATE) == who


def test_a_rule_that_needs_everybody_says_so_and_a_silence_procedure_surprises_nobody() -> None:
    rule = PRESETS[RulePreset.UNANIMITY]
    assert kinds(rule=rule) == [Surprise.RULE_NEEDS_EVERYBODY]
    assert kinds(rule=rule, is_by_silence=True) == []
    assert kinds(rule=rule, electors=THREE[:1]) == []
    (veto,) = cautions(Circumstances(PRESETS[RulePreset.TWO_THIRDS_POPULATION], ELECTORATE))
    assert (veto.kind, veto.organizations) == (Surprise.ONE_CAN_PREVENT, (BARCELONA,))


def test_everything_is_told_in_a_fixed_order() -> None:
    assert kinds() == []
    assert kinds(
        working_days=3,
        closes_on_day_off=True,
        closes_after_deadline=True,
        days_off_unknown=True,
        on_local_holiday=["A"],
        stale_languages=["en"],
        tabled_amendments=2,
        open_threads=1,
        without_delegate=["B"],
    ) == [
        Surprise.SHORT_PERIOD,
        Surprise.CLOSES_ON_DAY_OFF,
        Surprise.CLOSES_AFTER_DEADLINE,
        Surprise.DAYS_OFF_UNKNOWN,
        Surprise.TABLED_AMENDMENTS,
        Surprise.OPEN_DISCUSSIONS,
        Surprise.STALE_TRANSLATION,
        Surprise.LOCAL_HOLIDAYS,
        Surprise.WITHOUT_DELEGATE,
    ]


def test_nothing_passes_in_a_vacuum_whoever_prevents_it() -> None:
    assert preventers(Rule(PRESETS[RulePreset.SIMPLE_MAJORITY].thresholds), THREE[:1]) == ("A",)
