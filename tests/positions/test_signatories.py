"""Signatories: who approved last and aloud, with what is excepted, until they take it back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.errors import Refusal
from positions.mandates import RatificationStatus
from positions.rules import Choice
from positions.signatories import Said, Signatory, Withdrawal, check_withdrawal, signatories, standing
from positions.votes import Act

TODAY = date(2026, 11, 22)
ADOPTED = date(2026, 11, 2)
DAY = timedelta(days=1)
ACT = Act("Ple municipal", date(2026, 11, 20), "PLE 2026/11")
WITHDRAWAL = Withdrawal(date(2026, 11, 20), ACT, "Canvi de govern")

said = st.builds(
    Said,
    organization=st.sampled_from("ABCD"),
    choice=st.sampled_from(Choice),
    is_tacit=st.booleans(),
    except_asks=st.sampled_from([(), ("D3",)]),
    ratification=st.sampled_from([None, *RatificationStatus]),
)
withdrawals = st.dictionaries(st.sampled_from("ABCD"), st.just(WITHDRAWAL))


@given(st.lists(said), withdrawals)
def test_who_signs_approved_aloud_with_the_last_word(votes: list[Said], taken: dict[str, Withdrawal]) -> None:
    found = signatories(votes, taken)
    codes = [one.organization for one in found]
    assert codes == sorted(set(codes))
    for code in "ABCD":
        words = [one for one in votes if one.organization == code]
        assert (code in codes) == bool(words and words[-1].signs)
    for one in found:
        assert (
            one.except_asks
            == next(v for v in reversed(votes) if v.organization == one.organization).except_asks
        )
        assert one.withdrawal == taken.get(one.organization)
    assert {one.organization for one in standing(found)} == set(codes) - set(taken)


@pytest.mark.parametrize(
    ("one", "signs"),
    [
        (Said("A", Choice.APPROVE), True),
        (Said("A", Choice.APPROVE, except_asks=("D3",)), True),
        (Said("A", Choice.APPROVE, ratification=RatificationStatus.PENDING), True),
        (Said("A", Choice.APPROVE, ratification=RatificationStatus.WITHDRAWN), False),
        (Said("A", Choice.APPROVE, is_tacit=True), False),
        (Said("A", Choice.ABSTAIN), False),
        (Said("A", Choice.OBJECT), False),
        (Said("A", Choice.RECUSE), False),
    ],
)
def test_only_a_spoken_approval_signs(one: Said, *, signs: bool) -> None:
    assert one.signs is signs


def refusal_of(withdrawal: Withdrawal, signatory: Signatory | None) -> str | None:
    try:
        check_withdrawal(withdrawal, signatory, adopted_on=ADOPTED, today=TODAY)
    except Refusal as refusal:
        return f"{refusal.code} {refusal.reason}"
    return None


@pytest.mark.parametrize("day", [ADOPTED, TODAY])
def test_a_signature_is_withdrawn_from_the_adoption_on(day: date) -> None:
    assert refusal_of(Withdrawal(day, ACT), Signatory("A")) is None


@pytest.mark.parametrize(
    ("withdrawal", "signatory", "refusal"),
    [
        (Withdrawal(TODAY + DAY, ACT), Signatory("A"), "INVALID withdrawal_in_future"),
        (Withdrawal(ADOPTED - DAY, ACT), Signatory("A"), "INVALID withdrawal_before_adoption"),
        (Withdrawal(TODAY, Act("", TODAY, "1")), Signatory("A"), "INVALID act_incomplete"),
        (Withdrawal(TODAY, Act("Ple", TODAY, " ")), Signatory("A"), "INVALID act_incomplete"),
        (Withdrawal(TODAY, Act("Ple", TODAY + DAY, "1")), Signatory("A"), "INVALID act_in_future"),
        (WITHDRAWAL, None, "NOT_ELIGIBLE not_a_signatory"),
        (WITHDRAWAL, Signatory("A", withdrawal=WITHDRAWAL), "ALREADY_DONE signature_withdrawn"),
    ],
)
def test_withdrawals_that_cannot_be(
    withdrawal: Withdrawal, signatory: Signatory | None, refusal: str
) -> None:
    assert refusal_of(withdrawal, signatory) == refusal
