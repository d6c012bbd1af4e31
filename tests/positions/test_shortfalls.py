"""What is missing, against brute force on small electorates."""

from hypothesis import given, settings
from hypothesis import strategies as st

from positions.electors import Elector, Measure
from positions.rules import PRESETS, Basis, Choice, Quorum, Rule, RulePreset, Threshold
from positions.shortfalls import Missing, MissingKind
from positions.tallies import tally
from tests.support.approvals import electorates, quorums, thresholds, votes
from tests.support.trials import fewest


@settings(max_examples=300)
@given(thresholds(), st.none() | st.sampled_from("ABCDE"), electorates(5), votes())
def test_missing_is_the_smallest_number_of_approvals_for_one_threshold(
    part: Threshold, casting: str | None, electors: tuple[Elector, ...], cast: dict[str, Choice]
) -> None:
    rule = Rule((part,), casting=casting)
    counted = tally(rule, electors, votes=cast)
    least = fewest(rule, electors, cast, certain=False)
    if counted.would_pass:
        assert counted.missing == ()
    elif counted.missing[0].kind is MissingKind.OBJECTIONS:
        assert least is None
    else:
        assert counted.missing[0].organizations == least


@given(quorums(), electorates(5), votes())
def test_missing_quorum_is_the_smallest_number_of_voters(
    quorum: Quorum, electors: tuple[Elector, ...], cast: dict[str, Choice]
) -> None:
    rule = Rule((Threshold(Measure.ORGANIZATIONS, Basis.ELIGIBLE, 0, 1),), quorum)
    missing = [each for each in tally(rule, electors, votes=cast).missing if each.kind is MissingKind.QUORUM]
    if missing:
        assert missing[0].organizations == fewest(rule, electors, cast, certain=False)


def test_missing_says_how_many_towns_and_inhabitants() -> None:
    electors = tuple(
        Elector(code, population) for code, population in zip("ABCDE", (50, 20, 15, 10, 5), strict=True)
    )
    counted = tally(
        PRESETS[RulePreset.DOUBLE_MAJORITY], electors, votes={"B": Choice.APPROVE, "E": Choice.ABSTAIN}
    )
    assert counted.missing == (
        Missing(MissingKind.ORGANIZATIONS, 2),
        Missing(MissingKind.POPULATION, 1, population=45),
    )
    assert counted.settling is not None
    assert (counted.settling.organizations, counted.settling.is_exact) == (2, True)


def test_missing_has_no_number_when_the_pending_are_too_few() -> None:
    electors = (Elector("A", 90), Elector("B", 5), Elector("C", 5))
    counted = tally(PRESETS[RulePreset.TWO_THIRDS_POPULATION], electors, votes={"A": Choice.OBJECT})
    assert counted.missing == (Missing(MissingKind.POPULATION, None, population=67),)
    assert counted.decided
    assert counted.settling is None


def test_an_objection_under_unanimity_must_go() -> None:
    electors = (Elector("A"), Elector("B"))
    counted = tally(PRESETS[RulePreset.UNANIMITY], electors, votes={"A": Choice.OBJECT})
    assert counted.missing == (Missing(MissingKind.OBJECTIONS, 1),)
    assert counted.decided


def test_a_standing_reservation_is_what_consensus_lacks() -> None:
    electors = (Elector("A"), Elector("B"))
    cast = {"A": Choice.APPROVE, "B": Choice.APPROVE}
    counted = tally(PRESETS[RulePreset.CONSENSUS], electors, votes=cast, reservations={"A": 2})
    assert counted.missing == (Missing(MissingKind.RESERVATIONS, 2),)
