import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.electors import Elector, Measure, Weight
from positions.rules import PRESETS, Basis, Choice, Maintained, Quorum, Rule, RulePreset, Silence, Threshold
from positions.shortfalls import MissingKind
from positions.tallies import Tally, tally
from positions.ties import as_held
from tests.support.approvals import (
    CODES,
    ELECTORATE,
    TOWNS,
    electorates,
    everyone,
    held,
    rules,
    smallest,
    votes,
)
from tests.support.recount import Case, recount

FIVE = (
    RulePreset.SIMPLE_MAJORITY,
    RulePreset.ABSOLUTE_MAJORITY,
    RulePreset.DOUBLE_MAJORITY,
    RulePreset.DOUBLE_MAJORITY_BLOCKING,
    RulePreset.TWO_THIRDS_POPULATION,
)


def named(*parts: str) -> list[str]:
    """The towns whose names contain these."""
    return [next(name for name in TOWNS if each.lower() in name.lower()) for each in parts]


VECTORS = {
    1: ([], Choice.OBJECT, 36, "100.00", "100.00", "yyyyy"),
    2: (named("Barcelona"), Choice.OBJECT, 35, "97.22", "50.09", "yynyn"),
    3: (named("Barcelona", "Tiana", "Papiol"), Choice.OBJECT, 33, "91.67", "49.69", "yynyn"),
    4: (named("Barcelona", "Tiana", "Papiol", "Palma"), Choice.OBJECT, 32, "88.89", "49.60", "yynnn"),
    5: (smallest(16), Choice.OBJECT, 20, "55.56", "94.37", "yyyyy"),
    6: (smallest(17), Choice.OBJECT, 19, "52.78", "93.51", "yynny"),
    7: (smallest(16), Choice.ABSTAIN, 20, "55.56", "94.37", "yyyyy"),
    8: (smallest(18), Choice.OBJECT, 18, "50.00", "92.49", "nnnny"),
    9: (
        named("Hospitalet", "Badalona", "Coloma de Gramenet", "Cugat", "Cornellà"),
        Choice.OBJECT,
        31,
        "86.11",
        "76.38",
        "yyyyy",
    ),
    10: (named("Barcelona"), Choice.ABSTAIN, 35, "97.22", "50.09", "yynyn"),
    11: (
        named("Barcelona", "Hospitalet", "Badalona", "Coloma de Gramenet"),
        Choice.OBJECT,
        32,
        "88.89",
        "31.89",
        "yynnn",
    ),
}


def percent(share: Fraction) -> str:
    return f"{float(share * 100):.2f}"


@pytest.mark.parametrize("number", VECTORS)
def test_the_eleven_vectors(number: int) -> None:
    against, say, yes, members, people, outcomes = VECTORS[number]
    cast = everyone(against, say)
    for preset, outcome in zip(FIVE, outcomes, strict=True):
        counted = tally(PRESETS[preset], ELECTORATE, votes=cast)
        assert counted.would_pass is (outcome == "y"), preset
        assert counted.approving.organizations == yes
        assert counted.decided
        assert bool(counted.missing) is not counted.would_pass
    shares = tally(PRESETS[RulePreset.DOUBLE_MAJORITY], ELECTORATE, votes=cast).thresholds
    assert [percent(share.reached) for share in shares] == [members, people]


@pytest.mark.parametrize(
    ("preset", "outcomes"),
    [
        # Two passes only: all 36, and 31 towns with 76.38 % of the people.
        (RulePreset.REINFORCED, "ynnnnnnnynn"),
        # Seats against, of 90: 0, 25, 27, 28, 18, 20, 18, 22, 18, 25, 37; never half of them.
        (RulePreset.WEIGHTED_SEATS, "yyyyyyyyyyy"),
        # Nobody says no in vectors 1, 7 and 10.
        (RulePreset.UNANIMITY, "ynnnnnynnyn"),
        (RulePreset.CONSENSUS, "ynnnnnynnyn"),
    ],
)
def test_the_other_four_presets_on_the_eleven_vectors(preset: RulePreset, outcomes: str) -> None:
    passed = [
        tally(PRESETS[preset], ELECTORATE, votes=everyone(against, say)).would_pass
        for against, say, *_ in VECTORS.values()
    ]
    assert passed == [outcome == "y" for outcome in outcomes]


def test_vector_eight_is_a_tie() -> None:
    cast = everyone(smallest(18))
    rule = PRESETS[RulePreset.SIMPLE_MAJORITY]
    first = tally(as_held(rule, is_repeat=False), ELECTORATE, votes=cast)
    assert (first.is_tied, first.would_pass, first.would_repeat) == (True, False, True)
    assert not tally(as_held(rule, is_repeat=True), ELECTORATE, votes=cast).would_repeat
    barcelona = TOWNS["Barcelona"].organization
    assert tally(Rule(rule.thresholds, casting=barcelona), ELECTORATE, votes=cast).would_pass
    assert not tally(
        Rule(rule.thresholds, casting=ELECTORATE[-1].organization), ELECTORATE, votes=cast
    ).would_pass


SEATS_FOR_A_TIE = named(
    "Barcelona", "Hospitalet", "Badalona", "Coloma de Gramenet", "Cugat", "Cornellà", "Sant Boi"
)


@pytest.mark.parametrize(
    ("preset", "against", "say", "outcome"),
    [
        (RulePreset.REINFORCED, smallest(10), Choice.OBJECT, True),
        (RulePreset.REINFORCED, smallest(11), Choice.ABSTAIN, False),
        (RulePreset.REINFORCED, named("Barcelona"), Choice.OBJECT, False),
        (RulePreset.WEIGHTED_SEATS, named("Barcelona"), Choice.OBJECT, True),
        (RulePreset.WEIGHTED_SEATS, SEATS_FOR_A_TIE, Choice.OBJECT, False),
        (RulePreset.WEIGHTED_SEATS, SEATS_FOR_A_TIE, Choice.ABSTAIN, True),
        (RulePreset.UNANIMITY, smallest(35), Choice.ABSTAIN, True),
        (RulePreset.UNANIMITY, smallest(1), Choice.OBJECT, False),
        (RulePreset.CONSENSUS, smallest(5), Choice.ABSTAIN, True),
        (RulePreset.CONSENSUS, smallest(1), Choice.OBJECT, False),
    ],
)
def test_hand_made_vectors(preset: RulePreset, against: list[str], say: Choice, outcome: bool) -> None:
    assert tally(PRESETS[preset], ELECTORATE, votes=everyone(against, say)).would_pass is outcome


def test_figures_of_the_open_round_of_the_third_demo_paper() -> None:
    pending = named(
        "Barcelona", "Badalona", "Cugat", "Gavà", "Molins", "Andreu", "Corbera", "Montgat", "Pallejà"
    )
    pending += named("Begues", "Torrelles", "Papiol")
    cast = everyone(named("Castellbisbal")) | {TOWNS["Tiana"].organization: Choice.ABSTAIN}
    for name in pending:
        del cast[TOWNS[name].organization]
    counted = tally(PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING], ELECTORATE, votes=cast)
    assert (counted.approving.organizations, counted.pending.organizations) == (22, 12)
    assert [percent(share.reached) for share in counted.thresholds] == ["61.11", "35.30"]
    assert [share.met for share in counted.thresholds] == [True, False]
    assert not counted.would_pass
    assert not counted.decided
    [lacking] = counted.missing
    assert lacking.kind is MissingKind.POPULATION
    assert lacking.population == -(-65 * 3_247_281 // 100) - counted.approving.population
    assert lacking.organizations == 1, "Barcelona alone would do"
    assert counted.settling
    assert counted.settling.organizations == 1


@pytest.mark.parametrize(
    ("preset", "objecting", "abstaining", "figures"),
    [
        (RulePreset.DOUBLE_MAJORITY_BLOCKING, ["Cugat"], ["Castelldefels", "Begues"], ("91.67", "95.00")),
        (
            RulePreset.DOUBLE_MAJORITY,
            ["Begues", "Torrelles"],
            ["Climent", "Palma", "Cervelló"],
            ("86.11", "99.12"),
        ),
        (
            RulePreset.DOUBLE_MAJORITY_BLOCKING,
            ["Castellbisbal", "Andreu", "Corbera"],
            ["Tiana", "Montgat", "Badalona", "Gavà"],
            ("80.56", "89.63"),
        ),
    ],
)
def test_figures_of_the_adopted_demo_papers(
    preset: RulePreset, objecting: list[str], abstaining: list[str], figures: tuple[str, str]
) -> None:
    cast = everyone(named(*objecting)) | {
        TOWNS[name].organization: Choice.ABSTAIN for name in named(*abstaining)
    }
    counted = tally(PRESETS[preset], ELECTORATE, votes=cast)
    assert tuple(percent(share.reached) for share in counted.thresholds) == figures
    assert counted.would_pass


def test_recusal_lowers_the_denominator() -> None:
    rule = PRESETS[RulePreset.ABSOLUTE_MAJORITY]
    three = (Elector("A"), Elector("B"), Elector("C"))
    assert not tally(rule, three, votes={"A": Choice.APPROVE}).would_pass
    assert tally(rule, three, votes={"A": Choice.APPROVE, "B": Choice.RECUSE, "C": Choice.RECUSE}).would_pass


def test_silence_becomes_tacit_only_when_it_closes_and_stays_apart_from_yes() -> None:
    cast = {ELECTORATE[0].organization: Choice.APPROVE, ELECTORATE[1].organization: Choice.APPROVE}
    rule = PRESETS[RulePreset.CONSENSUS]
    before = tally(rule, ELECTORATE, votes=cast, silence=Silence.CONSENT)
    after = tally(rule, ELECTORATE, votes=cast, silence=Silence.CONSENT, is_closed=True)
    assert (before.pending.organizations, before.tacit, before.would_pass, before.decided) == (
        34,
        Weight(),
        True,
        False,
    )
    assert (after.pending, after.tacit.organizations, after.approving.organizations) == (Weight(), 34, 2)
    assert after.would_pass
    assert after.decided
    assert not tally(rule, ELECTORATE, votes={}).would_pass, "without the silence default nobody has approved"


def test_one_objection_breaks_the_silence_under_every_rule() -> None:
    for rule in PRESETS.values():
        cast = {ELECTORATE[2].organization: Choice.OBJECT}
        counted = tally(rule, ELECTORATE, votes=cast, silence=Silence.CONSENT, is_closed=True)
        assert counted.is_broken
        assert not counted.would_pass
        assert counted.tacit == Weight()
        assert [lacking.kind for lacking in counted.missing] == [MissingKind.OBJECTIONS]


@given(rules(), electorates(), votes(), st.randoms(use_true_random=False))
def test_the_order_of_electors_and_votes_does_not_matter(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], chance: random.Random
) -> None:
    shuffled = chance.sample(electors, len(electors))
    reordered = dict(chance.sample(list(cast.items()), len(cast)))
    assert tally(rule, electors, votes=cast) == tally(rule, shuffled, votes=reordered)


@given(rules(), electorates(4), votes(), votes())
def test_votes_from_outside_the_electorate_do_not_count(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], other: dict[str, Choice]
) -> None:
    codes = {elector.organization for elector in electors}
    foreign = {code: choice for code, choice in other.items() if code not in codes}
    own = {code: choice for code, choice in cast.items() if code in codes}
    assert tally(rule, electors, votes=own | foreign) == tally(rule, electors, votes=own)


@given(rules(), electorates(), votes())
def test_the_recused_count_as_if_they_were_not_there(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice]
) -> None:
    present = [elector for elector in electors if cast.get(elector.organization) is not Choice.RECUSE]
    full, without = tally(rule, electors, votes=cast), tally(rule, present, votes=cast)
    assert full.thresholds == without.thresholds
    assert (full.would_pass, full.decided, full.missing) == (
        without.would_pass,
        without.decided,
        without.missing,
    )


@given(
    rules(has_quorum=False), electorates(), votes(), st.sampled_from(CODES), st.sampled_from(Silence), held()
)
def test_a_further_objection_never_turns_failure_into_success(
    rule: Rule,
    electors: tuple[Elector, ...],
    cast: dict[str, Choice],
    code: str,
    silence: Silence,
    reservations: dict[str, int],
) -> None:
    if cast.get(code) is Choice.RECUSE or rule.maintained is Maintained.BLOCKS:
        reservations = {}  # recusal and a reservation that blocks: see the paradoxes below
    if cast.get(code) is Choice.RECUSE:
        return
    before = tally(rule, electors, votes=cast, silence=silence, reservations=reservations)
    after = tally(
        rule, electors, votes=cast | {code: Choice.OBJECT}, silence=silence, reservations=reservations
    )
    assert before.would_pass or not after.would_pass


def test_a_base_of_cast_votes_has_no_such_paradox() -> None:
    """An objection in place of silence makes the base larger, and of an abstention leaves it: the share never grows."""
    rule = Rule((Threshold(Measure.ORGANIZATIONS, Basis.CAST, 1, 2),))
    electors = [Elector(code) for code in "ABCDE"]
    cast = {"A": Choice.APPROVE, "B": Choice.APPROVE, "C": Choice.ABSTAIN, "D": Choice.ABSTAIN}
    shares = [
        tally(rule, electors, votes=cast | more).thresholds[0].reached
        for more in ({}, {"D": Choice.OBJECT}, {"E": Choice.OBJECT})
    ]
    assert shares == [Fraction(1, 2), Fraction(1, 2), Fraction(2, 5)]


def test_the_paradox_of_a_reservation_that_blocks_more_than_a_no() -> None:
    """Under a majority that reservations block, to hold one stops what a plain no does not."""
    rule = replace(PRESETS[RulePreset.ABSOLUTE_MAJORITY], maintained=Maintained.BLOCKS)
    electors = [Elector(code) for code in "ABC"]
    cast = dict.fromkeys("ABC", Choice.APPROVE)
    assert not tally(rule, electors, votes=cast, reservations={"C": 1}).would_pass
    assert tally(rule, electors, votes=cast | {"C": Choice.OBJECT}).would_pass


@pytest.mark.parametrize(
    ("maintained", "passes", "weights"),
    [
        (Maintained.NOTHING, True, (3, 1, 0)),
        (Maintained.BLOCKS, False, (3, 1, 0)),
        (Maintained.ABSTAINS, True, (2, 1, 1)),
        (Maintained.OBJECTS, False, (2, 2, 0)),
    ],
)
def test_a_maintained_reservation_counts_as_the_rule_says(
    maintained: Maintained, passes: bool, weights: tuple[int, int, int]
) -> None:
    rule = replace(PRESETS[RulePreset.SIMPLE_MAJORITY], maintained=maintained)
    electors = [Elector(code) for code in "ABCD"]
    cast = dict.fromkeys("ABC", Choice.APPROVE) | {"D": Choice.OBJECT}
    counted = tally(rule, electors, votes=cast, reservations={"C": 2})
    said = (counted.approving, counted.objecting, counted.abstaining)
    assert counted.would_pass is passes
    assert tuple(weight.organizations for weight in said) == weights
    is_moved = maintained in (Maintained.ABSTAINS, Maintained.OBJECTS)
    assert counted.reserved.organizations == is_moved
    assert tally(rule, electors, votes=cast).would_pass, "lifted, it counts as the approval that it is"


def test_a_reservation_breaks_silence_only_at_the_end_where_it_counts_as_a_no() -> None:
    rule = replace(PRESETS[RulePreset.CONSENSUS], maintained=Maintained.OBJECTS)
    electors = [Elector(code) for code in "AB"]
    counted = tally(
        rule, electors, votes={"A": Choice.APPROVE}, silence=Silence.CONSENT, reservations={"A": 1}
    )
    assert (counted.is_broken, counted.is_objected, counted.would_pass) == (True, False, False)
    assert [one.kind for one in counted.missing] == [MissingKind.RESERVATIONS]


@given(rules(), electorates(4), votes(), held())
def test_reservations_of_the_recused_and_of_outsiders_do_not_count(
    rule: Rule, electors: tuple[Elector, ...], cast: dict[str, Choice], reservations: dict[str, int]
) -> None:
    codes = {elector.organization for elector in electors}
    voting = {code for code in codes & set(cast) if cast[code] is not Choice.RECUSE}
    counting = {code: number for code, number in reservations.items() if code in voting}
    assert tally(rule, electors, votes=cast, reservations=reservations) == tally(
        rule, electors, votes=cast, reservations=counting
    )


def test_the_no_show_paradox_of_a_quorum() -> None:
    """An objection that brings the quorum makes pass what staying away would have stopped."""
    quorum = Quorum(Measure.ORGANIZATIONS, 3, 4)
    rule = Rule((Threshold(Measure.ORGANIZATIONS, Basis.EXPRESSED, 1, 2, strict=True),), quorum)
    electors = [Elector(code) for code in "ABCD"]
    cast = {"A": Choice.APPROVE, "B": Choice.APPROVE}
    assert not tally(rule, electors, votes=cast).would_pass
    assert tally(rule, electors, votes=cast | {"C": Choice.OBJECT}).would_pass


@given(rules(), electorates(6), votes(), held(), st.sampled_from(Silence), st.booleans())
def test_a_naive_recount_says_the_same(
    rule: Rule,
    electors: tuple[Elector, ...],
    cast: dict[str, Choice],
    reservations: dict[str, int],
    silence: Silence,
    is_repeat: bool,
) -> None:
    case = Case(rule, electors, cast, reservations, silence is Silence.CONSENT, is_repeat)
    counted = tally(
        as_held(rule, is_repeat=is_repeat), electors, votes=cast, silence=silence, reservations=reservations
    )
    assert told(counted) == recount(case)
    assert bool(counted.missing) is not counted.would_pass


def told(counted: Tally) -> str:
    """The outcome in the recount's words."""
    if counted.is_broken:
        return "BROKEN"
    assert not (counted.would_pass and counted.would_repeat)
    return "PASSED" if counted.would_pass else "TIED" if counted.would_repeat else "FAILED"


def test_a_hundred_thousand_electors_are_counted_once_each() -> None:
    electors = [Elector(str(number), number % 5000, number % 7) for number in range(100_000)]
    cast = {str(number): list(Choice)[number % 3] for number in range(0, 100_000, 2)}
    counted: Tally = tally(PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING], electors, votes=cast)
    assert counted.pending.organizations == 50_000
    assert counted.settling
    assert counted.settling.is_exact
    settled = sorted(
        (each for each in electors if each.organization not in cast), key=lambda each: -each.population
    )
    settled = settled[: counted.settling.organizations]
    cast |= {each.organization: Choice.APPROVE for each in settled[1:]}
    assert not tally(PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING], electors, votes=cast).decided
    cast[settled[0].organization] = Choice.APPROVE
    assert tally(PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING], electors, votes=cast).decided
