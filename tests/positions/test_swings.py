"""What one choice would change is what counting again with it finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from positions.electors import Elector
from positions.rules import PRESETS, Choice, Rule, RulePreset, Silence
from positions.swings import swings
from positions.tallies import canvass, tally
from tests.support.approvals import electorates, held, rules, votes


@settings(max_examples=300)
@given(rules(), electorates(), votes(), st.sampled_from(Silence), held())
def test_a_choice_changes_what_a_recount_with_it_finds(
    rule: Rule,
    electors: tuple[Elector, ...],
    cast: dict[str, Choice],
    silence: Silence,
    reservations: dict[str, int],
) -> None:
    reservations = {code: number for code, number in reservations.items() if code in cast}
    field = canvass(rule, electors, votes=cast, silence=silence, reservations=reservations)
    for elector in field.pending:
        found = swings(field, elector)
        assert [swing.choice for swing in found] == list(Choice)
        for swing in found:
            after = tally(
                rule,
                electors,
                votes=cast | {elector.organization: swing.choice},
                silence=silence,
                reservations=reservations,
            )
            assert (swing.would_pass, swing.would_repeat, swing.decided) == (
                after.would_pass,
                after.would_repeat,
                after.decided,
            )


def test_the_largest_pending_town_can_make_it_pass_and_a_small_one_cannot() -> None:
    electors = (Elector("A", 50), Elector("B", 30), Elector("C", 15), Elector("D", 5))
    rule = PRESETS[RulePreset.TWO_THIRDS_POPULATION]
    field = canvass(rule, electors, votes={"B": Choice.APPROVE})
    said = {
        each.organization: {swing.choice: swing for swing in swings(field, each)} for each in field.pending
    }
    assert said["A"][Choice.APPROVE].would_pass
    assert said["A"][Choice.APPROVE].decided
    assert said["A"][Choice.OBJECT].decided, "without half of the people two thirds are out of reach"
    assert not said["A"][Choice.OBJECT].would_pass
    assert not said["D"][Choice.APPROVE].would_pass
    assert not said["D"][Choice.APPROVE].decided
