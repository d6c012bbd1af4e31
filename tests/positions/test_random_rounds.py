"""Ten thousand rounds drawn by a fixed seed, each counted twice; and small electorates in which everything is tried."""

import random
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from positions.electors import Elector, Measure
from positions.rules import PRESETS, Basis, Choice, Maintained, Quorum, Rule, RulePreset, Silence, Threshold
from positions.shortfalls import MissingKind
from positions.tallies import Tally, tally
from positions.ties import as_held
from tests.support.approvals import ELECTORATE
from tests.support.recount import Case, recount
from tests.support.trials import fewest

ROUNDS = 10_000
SHARES = ((1, 2), (1, 2), (2, 3), (55, 100), (65, 100), (72, 100), (1, 1), (1, 3), (0, 1))


def drawn_rule(chance: random.Random) -> Rule:
    """A preset, or a composition of everything a rule may hold."""
    if chance.random() < 0.3:
        return chance.choice(list(PRESETS.values()))
    if chance.random() < 0.3:
        return replace(PRESETS[RulePreset.SIMPLE_MAJORITY], casting=chance.choice(ELECTORATE).organization)
    parts = []
    for _ in range(chance.randint(1, 3)):
        share = chance.choice(SHARES)
        of, basis = chance.choice(list(Measure)), chance.choice(list(Basis))
        parts.append(Threshold(of, basis, *share, chance.random() < 0.5, chance.choice((0, 0, 2, 4))))
    quorum = Quorum(chance.choice(list(Measure)), *chance.choice(SHARES), chance.randint(0, 8))
    return Rule(
        tuple(parts),
        quorum if chance.random() < 0.4 else None,
        casting=chance.choice(ELECTORATE).organization if chance.random() < 0.5 else None,
        maintained=chance.choice(list(Maintained)),
        second_vote=chance.random() < 0.5,
    )


def drawn(chance: random.Random) -> Case:
    """A round among some of the 36, now and then with equal weights, so that ties come up."""
    size = chance.choice((1, 2, 3, 4, 6, 10, 36))
    called = chance.sample(ELECTORATE, size)
    if chance.random() < 0.5:
        called = [Elector(one.organization, 1000, 1) for one in called]
    turnout = chance.choice((0.3, 0.7, 1.0))
    choices = chance.choices(list(Choice), weights=[chance.random() + 0.01 for _ in Choice], k=size)
    # A vote and a reservation of somebody who was not called are thrown in: they must not count.
    votes = {
        one.organization: say for one, say in zip(called, choices, strict=True) if chance.random() < turnout
    }
    votes["99999"] = chance.choice(list(Choice))
    held = {code: 1 for code in votes if chance.random() < 0.1}
    return Case(drawn_rule(chance), called, votes, held, chance.random() < 0.2, chance.random() < 0.3)


def counted(case: Case) -> Tally:
    return tally(
        as_held(case.rule, is_repeat=case.is_repeat),
        case.electors,
        votes={code: Choice(said) for code, said in case.votes.items()},
        reservations=case.reservations,
        silence=Silence.CONSENT if case.by_silence else Silence.NONE,
    )


def told(found: Tally) -> str:
    """The outcome in the recount's words."""
    if found.is_broken:
        return "BROKEN"
    return "PASSED" if found.would_pass else "TIED" if found.would_repeat else "FAILED"


def test_ten_thousand_random_rounds_equal_a_naive_recount() -> None:
    chance = random.Random(20261128)
    outcomes: Counter[str] = Counter()
    differing = []
    for number in range(ROUNDS):
        case = drawn(chance)
        outcome = recount(case)
        outcomes[outcome] += 1
        if told(counted(case)) != outcome:
            differing.append(number)
    assert differing == []
    assert min(outcomes.values()) > 100, "every outcome comes up often enough to mean something"
    assert set(outcomes) == {"PASSED", "FAILED", "TIED", "BROKEN"}


WEIGHTS = ((0, 0), (1, 1), (2, 0))
SAID = (*Choice, None)
SMALL = (
    PRESETS[RulePreset.SIMPLE_MAJORITY],
    PRESETS[RulePreset.DOUBLE_MAJORITY_BLOCKING],
    PRESETS[RulePreset.WEIGHTED_SEATS],
    Rule((Threshold(Measure.POPULATION, Basis.CAST, 2, 3),), Quorum(Measure.ORGANIZATIONS, 1, 2)),
    Rule((Threshold(Measure.POPULATION, Basis.EXPRESSED, 1, 2, strict=True),), casting="B"),
    Rule((Threshold(Measure.SEATS, Basis.ELIGIBLE, 1, 2), Threshold(Measure.POPULATION, Basis.CAST, 1, 2))),
)


@pytest.mark.parametrize("rule", SMALL)
def test_on_small_electorates_missing_and_settling_are_what_trying_everything_finds(rule: Rule) -> None:
    """Every electorate of three with these weights, in every state that its votes can be in."""
    wrong: list[object] = []
    for weights, said in product(product(WEIGHTS, repeat=3), product(SAID, repeat=3)):
        if list(weights) != sorted(weights) and rule.casting is None:
            continue  # the same electorate in another order
        electors = tuple(Elector(code, *weight) for code, weight in zip("ABC", weights, strict=True))
        cast = {code: choice for code, choice in zip("ABC", said, strict=True) if choice is not None}
        found = tally(rule, electors, votes=cast)
        least = fewest(rule, electors, cast, certain=True)
        settled = found.settling.organizations if found.settling else None
        is_bound = found.settling is not None and not found.settling.is_exact
        is_right = settled == least or (
            is_bound and least is not None and settled is not None and settled > least
        )
        if not (is_right or (settled is None and found.decided)):
            wrong.append((weights, said, settled, least))
        if len(rule.thresholds) == 1 and rule.quorum is None and not found.would_pass:
            asked = found.missing[0]
            enough = None if asked.kind is MissingKind.OBJECTIONS else asked.organizations
            if enough != fewest(rule, electors, cast, certain=False):
                wrong.append((weights, said, enough, "missing"))
    assert wrong[:3] == []
