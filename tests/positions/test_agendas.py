"""An agenda is what a member has to keep in mind, and may be empty."""

from positions.agendas import Agenda, Occasion


def test_an_agenda_starts_empty_and_knows_three_occasions() -> None:
    assert Agenda("ca").entries == ()
    assert {one.value for one in Occasion} == {"ROUND", "MILESTONE", "RATIFICATION"}
