"""Ties: the first vote leads to a second, the second decides by the casting vote, on the same terms."""

from dataclasses import replace

import pytest

from positions.electors import Elector, Measure
from positions.errors import Conflict
from positions.rules import PRESETS, Basis, Choice, Quorum, Rule, RulePreset, Silence, Threshold
from positions.tallies import Tally, tally
from positions.ties import Terms, as_held, check_repeat

FOUR = tuple(Elector(code, population) for code, population in zip("ABCD", (70, 10, 10, 10), strict=True))
HALVES = {"A": Choice.APPROVE, "B": Choice.APPROVE, "C": Choice.OBJECT, "D": Choice.OBJECT}
MAJORITY = Threshold(Measure.ORGANIZATIONS, Basis.EXPRESSED, 1, 2, strict=True)
LAW = Rule((MAJORITY,), casting="A", second_vote=True)


def counted(rule: Rule, cast: dict[str, Choice], *, is_repeat: bool = False) -> Tally:
    return tally(as_held(rule, is_repeat=is_repeat), FOUR, votes=cast)


def test_in_the_first_vote_the_casting_vote_does_not_decide() -> None:
    first = counted(LAW, HALVES)
    assert (first.would_pass, first.would_repeat, first.is_tied) == (False, True, True)


@pytest.mark.parametrize(("says", "passes"), [(Choice.APPROVE, True), (Choice.OBJECT, False)])
def test_in_the_second_vote_it_decides_and_no_third_follows(says: Choice, passes: bool) -> None:
    other = Choice.OBJECT if says is Choice.APPROVE else Choice.APPROVE
    cast = {"A": says, "B": says, "C": other, "D": other}
    second = counted(LAW, cast, is_repeat=True)
    assert (second.would_pass, second.would_repeat) == (passes, False)


def test_without_a_casting_vote_a_second_tie_fails() -> None:
    rule = replace(LAW, casting=None)
    assert counted(rule, HALVES).would_repeat
    second = counted(rule, HALVES, is_repeat=True)
    assert (second.would_pass, second.would_repeat) == (False, False)


def test_without_a_second_vote_the_casting_vote_decides_at_once() -> None:
    rule = replace(LAW, second_vote=False)
    assert counted(rule, HALVES).would_pass
    assert as_held(rule, is_repeat=False) == rule == as_held(rule, is_repeat=True)


def test_only_the_simple_majority_of_the_law_votes_again() -> None:
    assert {preset for preset, rule in PRESETS.items() if rule.second_vote} == {RulePreset.SIMPLE_MAJORITY}


@pytest.mark.parametrize(
    "rule",
    [
        replace(LAW, thresholds=(MAJORITY, Threshold(Measure.POPULATION, Basis.ELIGIBLE, 9, 10))),
        replace(LAW, quorum=Quorum(Measure.ORGANIZATIONS, 0, 1, minimum=5)),
        replace(LAW, thresholds=(Threshold(Measure.ORGANIZATIONS, Basis.ELIGIBLE, 1, 2, strict=True),)),
    ],
)
def test_a_tie_is_voted_again_only_when_nothing_else_stands_against_it(rule: Rule) -> None:
    first = counted(rule, HALVES)
    assert (first.would_pass, first.would_repeat) == (False, False)


def test_nobody_voting_is_no_tie() -> None:
    assert not counted(LAW, {}).would_repeat
    assert not counted(LAW, dict.fromkeys("ABCD", Choice.ABSTAIN)).would_repeat


def test_who_can_only_tie_or_lose_has_not_decided_it() -> None:
    behind = {"A": Choice.OBJECT, "B": Choice.OBJECT, "C": Choice.APPROVE}
    first = counted(LAW, behind)
    assert (first.would_pass, first.decided, first.settling) == (False, False, None)
    assert counted(replace(LAW, second_vote=False, casting=None), behind).decided


TIED = Terms("aa", None, LAW, Silence.NONE, frozenset("ABCD"))


@pytest.mark.parametrize(
    ("term", "value", "path"),
    [
        ("sha256", "bb", "versionNumber"),
        ("step", "mayors", "stepKey"),
        ("rule", replace(LAW, casting="B"), "rule"),
        ("silence", Silence.CONSENT, "silence"),
        ("electorate", frozenset("ABC"), "electorateCodes"),
    ],
)
def test_a_second_vote_on_other_terms_is_refused(term: str, value: object, path: str) -> None:
    check_repeat(TIED, TIED)
    with pytest.raises(Conflict) as refusal:
        check_repeat(TIED, replace(TIED, **{term: value}))  # type: ignore[arg-type]  # one of its own terms
    assert (refusal.value.reason, refusal.value.path) == ("second_vote_differs", (path,))
