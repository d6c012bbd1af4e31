"""The bounds against brute force: every assignment of the pending, on small electorates."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from positions.electors import Elector
from positions.rules import Choice, Rule, Silence
from positions.tallies import tally
from tests.support.approvals import electorates, held, rules, votes
from tests.support.trials import fewest, pending_of

ANYTHING = (*Choice, None)


def outcomes(
    rule: Rule,
    electors: tuple[Elector, ...],
    cast: dict[str, Choice],
    *,
    silence: Silence,
    reservations: dict[str, int],
) -> set[tuple[bool, bool]]:
    """Every outcome that the pending can bring about, a reservation of theirs included; a tie to be voted again is its own."""
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
                reservations=reservations | dict.fromkeys(codes[:further], 1),
                is_closed=True,
            )
            found.add((counted.would_pass, counted.would_repeat))
    return found


@settings(max_examples=150)
@given(rules(), electorates(4), votes(), st.sampled_from(Silence), held())
def test_decided_is_what_trying_everything_finds(
    rule: Rule,
    electors: tuple[Elector, ...],
    cast: dict[str, Choice],
    silence: Silence,
    reservations: dict[str, int],
) -> None:
    reservations = {code: number for code, number in reservations.items() if code in cast}
    counted = tally(rule, electors, votes=cast, silence=silence, reservations=reservations)
    possible = outcomes(rule, electors, cast, silence=silence, reservations=reservations)
    assert counted.decided is (len(possible) == 1)
    assert (counted.would_pass, counted.would_repeat) in possible


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
        assert (after.would_pass, after.would_repeat) == (before.would_pass, before.would_repeat)


@settings(max_examples=300)
@given(rules(), electorates(5), votes())
def test_settling_is_the_smallest_set_or_a_bound_of_it(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice]
) -> None:
    counted = tally(rule, electors, votes=cast)
    least = fewest(rule, electors, cast, certain=True)
    if counted.settling is None:
        assert counted.decided or (least is None and rule.second_vote), "a tie alone is still open"
        return
    assert least is not None
    if counted.settling.is_exact:
        assert counted.settling.organizations == least
    else:
        assert counted.settling.organizations >= least
