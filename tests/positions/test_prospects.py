"""The bounds against brute force: every assignment of the pending, on small electorates."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from positions.electors import Elector, Measure
from positions.prospects import Missing, MissingKind
from positions.rules import PRESETS, Basis, Choice, Quorum, Rule, RulePreset, Silence, Threshold
from positions.tallies import Tally, tally
from tests.support.approvals import electorates, quorums, rules, thresholds, votes

ANYTHING = (*Choice, None)


def pending_of(electors: tuple[Elector, ...], cast: dict[str, Choice]) -> list[str]:
    return [elector.organization for elector in electors if elector.organization not in cast]


def outcomes(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], *, silence: Silence, reservations: int
) -> set[bool]:
    """Every outcome that the pending can bring about, a reservation of theirs included."""
    codes = pending_of(electors, cast)
    found = set()
    for said in product(ANYTHING, repeat=len(codes)):
        more = {code: choice for code, choice in zip(codes, said, strict=True) if choice is not None}
        for further in range(2 if codes else 1):
            counted = tally(
                rule,
                electors,
                votes=cast | more,
                silence=silence,
                reservations=reservations + further,
                is_closed=True,
            )
            found.add(counted.would_pass)
    return found


@settings(max_examples=150)
@given(rules(), electorates(4), votes(), st.sampled_from(Silence), st.integers(0, 1))
def test_decided_is_what_trying_everything_finds(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], silence: Silence, reservations: int
) -> None:
    counted = tally(rule, electors, votes=cast, silence=silence, reservations=reservations)
    possible = outcomes(rule, electors, cast, silence=silence, reservations=reservations)
    assert counted.decided is (len(possible) == 1)
    assert counted.would_pass in possible


@given(rules(), electorates(), votes(), votes(), st.sampled_from(Silence))
def test_what_is_decided_stays_decided_while_the_pending_vote(
    rule: Rule,
    electors: tuple[Elector, ...],
    cast: dict[str, Choice],
    later: dict[str, Choice],
    silence: Silence,
) -> None:
    before = tally(rule, electors, votes=cast, silence=silence)
    after = tally(rule, electors, votes=later | cast, silence=silence)
    if before.decided:
        assert after.decided
        assert after.would_pass is before.would_pass


def approved(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], codes: tuple[str, ...]
) -> Tally:
    return tally(rule, electors, votes=cast | dict.fromkeys(codes, Choice.APPROVE))


def fewest(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], *, certain: bool
) -> int | None:
    """The least number of pending approvals after which it passes, or passes for certain."""
    codes = pending_of(electors, cast)
    for number in range(len(codes) + 1):
        for chosen in combinations(codes, number):
            counted = approved(rule, electors, cast, chosen)
            if counted.would_pass and (counted.decided or not certain):
                return number
    return None


@settings(max_examples=300)
@given(rules(), electorates(5), votes())
def test_settling_is_the_smallest_set_or_a_bound_of_it(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice]
) -> None:
    counted = tally(rule, electors, votes=cast)
    least = fewest(rule, electors, cast, certain=True)
    if counted.settling is None:
        assert counted.decided
        return
    assert least is not None
    if counted.settling.is_exact:
        assert counted.settling.organizations == least
    else:
        assert counted.settling.organizations >= least


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
    counted = tally(PRESETS[RulePreset.CONSENSUS], electors, votes=cast, reservations=2)
    assert counted.missing == (Missing(MissingKind.RESERVATIONS, 2),)
