from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.electors import Measure, Weight
from positions.errors import Invalid
from positions.rules import (
    PRESETS,
    Basis,
    Choice,
    Count,
    Quorum,
    Rule,
    RulePreset,
    Threshold,
    check_rule,
    has_quorum,
    is_met,
    is_tied,
    passes,
    reached,
)

NOBODY = Weight()


def heads(yes: int, no: int = 0, abstaining: int = 0, *, eligible: int = 36) -> Count:
    """A count in which every organization has one inhabitant and one seat."""
    approving, objecting, neutral, all_of_them = (
        Weight(*[number] * 3) for number in (yes, no, abstaining, eligible)
    )
    return Count(approving, objecting, neutral, all_of_them)


def part(basis: Basis, numerator: int, denominator: int, *, strict: bool = False) -> Threshold:
    return Threshold(Measure.ORGANIZATIONS, basis, numerator, denominator, strict)


@pytest.mark.parametrize(
    ("preset", "count", "outcome"),
    [
        (RulePreset.SIMPLE_MAJORITY, heads(2, 1), True),
        (RulePreset.SIMPLE_MAJORITY, heads(2, 2, 30), False),
        (RulePreset.ABSOLUTE_MAJORITY, heads(19), True),
        (RulePreset.ABSOLUTE_MAJORITY, heads(18), False),
        (RulePreset.TWO_THIRDS_POPULATION, heads(24), True),
        (RulePreset.TWO_THIRDS_POPULATION, heads(23, 0, 13), False),
        (RulePreset.DOUBLE_MAJORITY, heads(24), True),
        (RulePreset.DOUBLE_MAJORITY, heads(23), False),
        (RulePreset.DOUBLE_MAJORITY_BLOCKING, heads(24), True),
        (RulePreset.DOUBLE_MAJORITY_BLOCKING, heads(23), False),
        (RulePreset.REINFORCED, heads(26), True),
        (RulePreset.REINFORCED, heads(25), False),
        (RulePreset.WEIGHTED_SEATS, heads(2, 1), True),
        (RulePreset.WEIGHTED_SEATS, heads(1, 1), False),
        (RulePreset.UNANIMITY, heads(1, 0, 35), True),
        (RulePreset.UNANIMITY, heads(35, 1), False),
        (RulePreset.CONSENSUS, heads(1, 0, 3), True),
        (RulePreset.CONSENSUS, heads(35, 1), False),
    ],
)
def test_presets_pass_exactly_at_their_line(preset: RulePreset, count: Count, outcome: bool) -> None:
    assert passes(PRESETS[preset], count) is outcome


def test_every_preset_has_its_rule_and_says_so() -> None:
    assert set(PRESETS) == set(RulePreset)
    assert all(rule.preset is preset for preset, rule in PRESETS.items())


def test_nothing_passes_in_a_vacuum() -> None:
    for rule in PRESETS.values():
        assert not passes(rule, heads(0))
        assert not passes(rule, heads(0, eligible=0))
        assert not passes(rule, heads(0, 0, 3, eligible=3))


def test_two_thirds_of_nine_is_six_and_not_seven_openslides_client_5614() -> None:
    rule = Rule((part(Basis.ELIGIBLE, 2, 3),))
    assert passes(rule, heads(6, 3, eligible=9))
    assert not passes(rule, heads(5, 4, eligible=9))


def test_fifty_five_percent_of_thirty_six_is_twenty_of_twenty_seven_fifteen() -> None:
    members = PRESETS[RulePreset.DOUBLE_MAJORITY].thresholds[0]
    assert [is_met(members, heads(yes)) for yes in (19, 20)] == [False, True]
    assert [is_met(members, heads(yes, eligible=27)) for yes in (14, 15)] == [False, True]


@pytest.mark.parametrize(
    ("opponents", "outcome"),
    [(3, True), (4, False)],
)
def test_fewer_than_four_cannot_block_by_population(opponents: int, outcome: bool) -> None:
    approving = Weight(36 - opponents, 50, 50)
    count = Count(approving, Weight(opponents, 50, 40), NOBODY, Weight(36, 100, 90))
    assert passes(PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING], count) is outcome
    assert not passes(PRESETS[RulePreset.DOUBLE_MAJORITY], count)


def test_reinforced_needs_both_halves() -> None:
    few_people = Count(Weight(30, 64, 0), NOBODY, NOBODY, Weight(36, 100, 0))
    enough_people = Count(Weight(30, 65, 0), NOBODY, NOBODY, Weight(36, 100, 0))
    assert [passes(PRESETS[RulePreset.REINFORCED], each) for each in (few_people, enough_people)] == [
        False,
        True,
    ]


def test_weighted_seats_count_seats_only() -> None:
    count = Count(Weight(1, 10, 25), Weight(20, 900, 24), Weight(15, 90, 41), Weight(36, 1000, 90))
    assert passes(PRESETS[RulePreset.WEIGHTED_SEATS], count)


def test_consensus_fails_while_a_reservation_stands() -> None:
    approving = Weight(36, 36, 36)
    assert not passes(
        PRESETS[RulePreset.CONSENSUS], Count(approving, NOBODY, NOBODY, approving, reservations=1)
    )
    assert passes(PRESETS[RulePreset.UNANIMITY], Count(approving, NOBODY, NOBODY, approving, reservations=1))


@pytest.mark.parametrize(
    ("casting", "outcome"),
    [(Choice.APPROVE, True), (Choice.OBJECT, False), (Choice.ABSTAIN, False), (None, False)],
)
def test_a_casting_vote_breaks_a_tie_and_nothing_else(casting: Choice | None, outcome: bool) -> None:
    majority = part(Basis.EXPRESSED, 1, 2, strict=True)
    tie = Count(Weight(3), Weight(3), NOBODY, Weight(8), casting)
    behind = Count(Weight(3), Weight(4), NOBODY, Weight(8), casting)
    assert is_tied(majority, tie)
    assert is_met(majority, tie) is outcome
    assert not is_met(majority, behind)
    assert not is_met(
        part(Basis.ELIGIBLE, 1, 2, strict=True), Count(Weight(4), Weight(4), NOBODY, Weight(8), casting)
    )


def test_shares_are_of_their_base() -> None:
    count = heads(4, 2, 2, eligible=12)
    shares = [reached(part(basis, 1, 2), count) for basis in (Basis.CAST, Basis.EXPRESSED, Basis.ELIGIBLE)]
    assert shares == [Fraction(1, 2), Fraction(2, 3), Fraction(1, 3)]


def test_a_quorum_counts_who_votes_abstentions_included() -> None:
    third = Quorum(Measure.ORGANIZATIONS, 1, 3, minimum=3)
    assert has_quorum(third, heads(1, 1, 1, eligible=9))
    assert not has_quorum(third, heads(1, 1, 0, eligible=9))
    assert not has_quorum(third, heads(1, 1, 0, eligible=4)), "a third is there, three are not"


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (Rule(()), "rule_malformed"),
        (Rule((part(Basis.ELIGIBLE, 1, 2),) * 21), "rule_malformed"),
        (Rule((part(Basis.ELIGIBLE, 1, 0),)), "rule_malformed"),
        (Rule((part(Basis.ELIGIBLE, 1, 2),), Quorum(Measure.SEATS, 1, 0)), "rule_malformed"),
        (Rule((part(Basis.ELIGIBLE, 1, 1, strict=True),)), "rule_never_passes"),
        (Rule((part(Basis.CAST, 3, 2),)), "rule_never_passes"),
        (
            Rule((part(Basis.CAST, 1, 2),), Quorum(Measure.ORGANIZATIONS, 0, 1, minimum=37)),
            "rule_never_passes",
        ),
        (Rule((Threshold(Measure.SEATS, Basis.ELIGIBLE, 1, 2),)), "rule_never_passes"),
        (Rule((part(Basis.ELIGIBLE, 0, 1),)), "rule_always_passes"),
        (Rule((replace(part(Basis.ELIGIBLE, 1, 2), opponents=36),)), "rule_always_passes"),
        (Rule((replace(part(Basis.ELIGIBLE, 1, 2), opponents=-1),)), "rule_malformed"),
    ],
)
def test_a_rule_without_two_outcomes_is_refused(rule: Rule, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_rule(rule, Weight(36, 3_247_281, 0))
    assert refusal.value.reason == reason


def test_every_preset_suits_the_thirty_six() -> None:
    for rule in PRESETS.values():
        check_rule(rule, Weight(36, 3_247_281, 90))


@given(st.integers(1, 40), st.data())
def test_a_share_is_reached_exactly(eligible: int, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, eligible))
    numerator = data.draw(st.integers(0, 12))
    denominator = data.draw(st.integers(1, 12))
    share, asked = Fraction(yes, eligible), Fraction(numerator, denominator)
    count = heads(yes, eligible=eligible)
    assert is_met(part(Basis.ELIGIBLE, numerator, denominator), count) is (share >= asked and yes > 0)
    assert is_met(part(Basis.ELIGIBLE, numerator, denominator, strict=True), count) is (share > asked)
