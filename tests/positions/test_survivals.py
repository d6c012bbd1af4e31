"""What survives a new version: an approval to be confirmed, its reservations on words that did not change; and why not."""

from dataclasses import replace

import pytest

from positions.errors import Invalid
from positions.reservations import Reservation, ReservationKind, ReservationState
from positions.rules import Choice
from positions.survivals import EarlierVote, RevoteReason, Survival, demand_confirmable, survival
from tests.support.rounds import TEXT

HEAD = TEXT.replace("# Aigües\n", "# Aigües residuals\n").replace("un pla.", "un bon pla.")
ON_ASK = Reservation(ReservationKind.SUBSTANTIVE, "Massa tou", "un bon pla", ask_key="D1")
ON_OTHER_ASK = replace(ON_ASK, ask_key="D2")
PLACE = TEXT.index("Un paràgraf")
ON_PASSAGE = Reservation(ReservationKind.LINGUISTIC, "Mal dit", start=PLACE, end=PLACE + len("Un paràgraf"))
ON_WHOLE = Reservation(ReservationKind.SCRUTINY, "Ho estudia el ple")
OPEN, LIFTED, MAINTAINED = ReservationState
APPROVAL = EarlierVote(Choice.APPROVE)


def holding(*held: tuple[ReservationState, Reservation]) -> EarlierVote:
    return replace(APPROVAL, held=held)


def test_an_approval_may_be_confirmed_whatever_changed() -> None:
    assert survival(APPROVAL, TEXT, HEAD) == Survival()
    assert survival(APPROVAL, TEXT, "# Tot un altre text\n").is_confirmable


@pytest.mark.parametrize("choice", [Choice.OBJECT, Choice.ABSTAIN, Choice.RECUSE])
def test_who_did_not_approve_votes_anew(choice: Choice) -> None:
    assert survival(EarlierVote(choice), TEXT, TEXT).reason is RevoteReason.NOT_APPROVED


def test_silence_and_what_was_not_ratified_are_no_approvals() -> None:
    assert survival(replace(APPROVAL, is_tacit=True), TEXT, TEXT).reason is RevoteReason.TACIT
    withdrawn = survival(replace(APPROVAL, is_withdrawn=True), TEXT, TEXT)
    assert withdrawn.reason is RevoteReason.RATIFICATION_WITHDRAWN


@pytest.mark.parametrize("state", [OPEN, MAINTAINED])
def test_a_reservation_on_changed_words_has_to_be_voted_on_anew(state: ReservationState) -> None:
    found = survival(holding((state, ON_ASK)), TEXT, HEAD)
    assert found == Survival(RevoteReason.RESERVATION_CHANGED, "D1")
    assert not found.is_confirmable
    assert survival(holding((state, ON_WHOLE)), TEXT, HEAD).reason is RevoteReason.RESERVATION_CHANGED
    passage = TEXT.replace("Un paràgraf", "Un capítol")
    assert survival(holding((state, ON_PASSAGE)), TEXT, passage).reason is RevoteReason.RESERVATION_CHANGED


def test_reservations_on_other_words_go_along_in_their_new_places() -> None:
    (other, passage) = survival(holding((OPEN, ON_OTHER_ASK), (MAINTAINED, ON_PASSAGE)), TEXT, HEAD).carried
    assert other == ON_OTHER_ASK
    assert (passage.reason, passage.kind) == ("Mal dit", ReservationKind.LINGUISTIC)
    assert HEAD[passage.start : passage.end] == "Un paràgraf"
    assert passage.start != ON_PASSAGE.start


def test_a_lifted_reservation_is_neither_carried_nor_in_the_way() -> None:
    assert survival(holding((LIFTED, ON_ASK), (LIFTED, ON_WHOLE)), TEXT, HEAD) == Survival()


def test_on_the_same_text_every_standing_reservation_goes_along() -> None:
    found = survival(holding((OPEN, ON_WHOLE), (OPEN, ON_ASK)), TEXT, TEXT)
    assert found.carried == (ON_WHOLE, ON_ASK)


def test_an_excepted_ask_has_to_be_what_it_was() -> None:
    assert survival(replace(APPROVAL, except_asks=("D2",)), TEXT, HEAD).is_confirmable
    changed = survival(replace(APPROVAL, except_asks=("D2", "D1")), TEXT, HEAD)
    assert changed == Survival(RevoteReason.EXCEPTED_ASK_CHANGED, "D1")
    gone = survival(replace(APPROVAL, except_asks=("D2",)), TEXT, TEXT.replace("**D2.**", "**D3.**"))
    assert gone.reason is RevoteReason.EXCEPTED_ASK_CHANGED


@pytest.mark.parametrize("reason", RevoteReason)
def test_what_may_not_be_confirmed_is_refused_by_its_reason(reason: RevoteReason) -> None:
    with pytest.raises(Invalid) as refused:
        demand_confirmable(Survival(reason, "D1"))
    assert refused.value.reason == f"revote_{reason.lower()}"
    demand_confirmable(Survival())
