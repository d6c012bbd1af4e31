"""Approvals that survive a new version: confirmed by a new vote, never by themselves, and never without a mandate."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from positions.errors import AlreadyDone, Invalid, NotEligible, NotFound, Refusal, RoundClosed
from positions.mandates import MandateKind
from positions.models.events import Event
from positions.models.notices import Mail
from positions.models.rounds import Round, Vote
from positions.queries.rounds import pending_votes
from positions.reservations import Reservation as Condition
from positions.reservations import ReservationKind
from positions.rules import Choice, Silence
from positions.services.closing import close_due
from positions.services.idempotency import key
from positions.services.survivals import ConfirmApproval, confirm_approval
from positions.services.verification import verify
from positions.survivals import RevoteReason
from tests.support.delegates import certify, want_two
from tests.support.delegates import confirm as confirm_vote
from tests.support.rounds import CONSENSUS, DEADLINE, MANDATE, TEXT, cast, end, look, open_on, ready
from tests.support.survivals import (
    BETTER,
    WHOLE_PAPER,
    amend,
    confirm,
    earlier,
    first_round,
    lift,
    reopened,
    void,
)
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, World

ON_ASK = Condition(
    ReservationKind.SUBSTANTIVE, "Sense termini no serveix", "Que hi hagi un pla a deu anys", ask_key="D1"
)
ON_OTHER = Condition(ReservationKind.SCRUTINY, "Ho estudia el ple", ask_key="D2")


async def voided(world: World, **said: Any) -> Round:
    """A round on a better text, after one in which the lead said this and which was voided."""
    paper, row = await first_round(world)
    await cast(world, row.id, LEAD, **said)
    await void(world, row)
    return await reopened(world, paper)


async def refused(world: World, round_id: str, code: str, **more: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await confirm(world, round_id, code, **more)
    return caught.value


async def votes_in(world: World, round_id: str) -> list[tuple[str, str, str | None]]:
    """Whose votes count in a round, what they say, and which they renew."""
    return [(one.organization.code, one.choice, one.renews_id) for one in (await look(world, round_id)).votes]


async def count(world: World, of: type[Event] | type[Mail]) -> int:
    async with world.database.read() as session:
        return await session.scalar(select(func.count()).select_from(of)) or 0


async def test_gitlab_1457_approvals_survive_closing_changing_and_reopening_but_never_silently(
    world: World,
) -> None:
    paper, row = await first_round(world)
    said = await cast(world, row.id, LEAD)
    await void(world, row)
    again = await reopened(world, paper)
    assert await votes_in(world, again.id) == []
    found = await earlier(world, again.id, LEAD)
    assert found is not None
    assert (found.vote.id, found.round.number, found.survival.is_confirmable) == (said.id, 1, True)
    vote = await confirm(world, again.id, LEAD)
    assert await votes_in(world, again.id) == [(LEAD, "APPROVE", said.id)]
    assert [one[0] for one in await votes_in(world, row.id)] == [LEAD]
    assert (vote.mandate or {})["date"] == "2026-11-20"


async def test_gitea_27114_29649_a_newer_text_floods_no_history_sends_no_empty_mail_and_drops_nobody(
    world: World,
) -> None:
    paper = await ready(world)
    none = await count(world, Event), await count(world, Mail)
    row = await open_on(world, paper)
    first = await count(world, Event) - none[0], await count(world, Mail) - none[1]
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code, Choice.OBJECT if code == PARTICIPANT else Choice.APPROVE)
    await void(world, row)
    number = await amend(world, paper)
    before = await count(world, Event), await count(world, Mail)
    await open_on(world, paper, version_number=number)
    second = await count(world, Event) - before[0], await count(world, Mail) - before[1]
    # A round and a stage, as the first time: nothing for each approval that has to be confirmed.
    assert second == first
    assert len(await votes_in(world, row.id)) == 3
    for code in (LEAD, PARTICIPANT, OTHER_PARTICIPANT):
        async with world.database.read() as session:
            (asked,) = await pending_votes(session, world.actors[code], world.clock.now)
            assert asked.organization_id == world.actors[code].memberships[0].organization_id


async def test_the_record_says_which_vote_was_renewed_and_only_then(world: World) -> None:
    again = await voided(world)
    await confirm(world, again.id, LEAD)
    await cast(world, again.id, PARTICIPANT)
    async with world.database.read() as session:
        events = select(Event.body).where(Event.tag == "vote:cast").order_by(Event.sequence)
        bodies = list(await session.scalars(events))
        (first,) = await session.scalars(select(Vote.id).where(Vote.round_id != again.id))
    assert ['"renews"' in body for body in bodies] == [False, True, False]
    assert f'"renews":"{first}"' in bodies[1]


async def test_a_mandate_given_for_one_version_never_carries_over(world: World) -> None:
    again = await voided(world)
    missing = await refused(world, again.id, LEAD, mandate=None)
    assert (type(missing), missing.reason, missing.path) == (Invalid, "mandate_required", ("mandate",))
    assert await votes_in(world, again.id) == []


async def test_a_mandate_given_for_the_paper_is_used_again_while_it_is_valid(world: World) -> None:
    again = await voided(world, mandate=WHOLE_PAPER, ratification_due_on=date(2027, 1, 20))
    vote = await confirm(world, again.id, LEAD, mandate=None)
    assert (vote.mandate or {})["covers"] == "POSITION"
    assert (vote.ratification_due_on, vote.ratification_status) == (date(2027, 1, 20), "PENDING")


async def test_an_expired_mandate_for_the_paper_is_none(world: World) -> None:
    again = await voided(world, mandate=replace(WHOLE_PAPER, valid_until=date(2026, 11, 23)))
    world.clock.now += timedelta(days=2)
    assert (await refused(world, again.id, LEAD, mandate=None)).reason == "mandate_required"


async def test_a_new_mandate_brings_its_own_ratification(world: World) -> None:
    again = await voided(world, mandate=WHOLE_PAPER, ratification_due_on=date(2027, 1, 20))
    plenary = replace(MANDATE, kind=MandateKind.PLENARY)
    vote = await confirm(world, again.id, LEAD, mandate=plenary)
    assert ((vote.mandate or {})["kind"], vote.ratification_due_on) == ("PLENARY", None)


async def test_who_holds_a_reservation_on_changed_words_votes_anew(world: World) -> None:
    again = await voided(world, reservations=[ON_ASK])
    found = await earlier(world, again.id, LEAD)
    assert found is not None
    assert (found.survival.reason, found.survival.ask_key) == (RevoteReason.RESERVATION_CHANGED, "D1")
    assert (await refused(world, again.id, LEAD)).reason == "revote_reservation_changed"
    assert await votes_in(world, again.id) == []


async def test_a_reservation_on_other_words_goes_along_and_a_lifted_one_does_not(world: World) -> None:
    place = TEXT.index("Que no s'ajorni")
    passage = Condition(ReservationKind.LINGUISTIC, "Mal dit", start=place, end=place + 7)
    paper, row = await first_round(world)
    said = await cast(world, row.id, LEAD, reservations=[ON_ASK, ON_OTHER, passage], except_ask_keys=["D2"])
    await lift(world, LEAD, said.reservations[0].id)
    await void(world, row)
    again = await reopened(world, paper)
    await confirm(world, again.id, LEAD)
    (vote,) = (await look(world, again.id)).votes
    assert vote.except_ask_keys == ["D2"]
    assert [(one.ask_key, one.kind, one.state) for one in vote.reservations] == [
        ("D2", "SCRUTINY", "OPEN"),
        (None, "LINGUISTIC", "OPEN"),
    ]
    held = vote.reservations[1]
    assert BETTER[held.start : held.end] == "Que no "
    assert held.start != place


async def test_what_was_stated_with_the_earlier_vote_stays_with_it(world: World) -> None:
    again = await voided(world, statement="Amb aquest text, sí.")
    assert (await confirm(world, again.id, LEAD)).statement is None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"choice": Choice.OBJECT}, "revote_not_approved"),
        ({"choice": Choice.ABSTAIN}, "revote_not_approved"),
        ({"except_ask_keys": ["D1"]}, "revote_excepted_ask_changed"),
    ],
)
async def test_who_did_not_approve_that_much_votes_anew(
    world: World, said: dict[str, Any], reason: str
) -> None:
    again = await voided(world, **said)
    assert (await refused(world, again.id, LEAD)).reason == reason


async def test_silence_is_not_confirmed(world: World) -> None:
    paper, row = await first_round(world, rule=CONSENSUS, silence=Silence.CONSENT)
    await cast(world, row.id, LEAD)
    world.clock.now = DEADLINE
    assert await close_due(world.database) == 1
    await void(world, row)
    terms: dict[str, Any] = {
        "rule": CONSENSUS,
        "silence": Silence.CONSENT,
        "closes_at": DEADLINE + timedelta(days=5),
    }
    again = await reopened(world, paper, **terms)
    assert (await refused(world, again.id, PARTICIPANT)).reason == "revote_tacit"
    assert (await confirm(world, again.id, LEAD)).choice == "APPROVE"


async def test_a_broken_silence_leaves_approvals_to_confirm_in_the_next(world: World) -> None:
    terms: dict[str, Any] = {"rule": CONSENSUS, "silence": Silence.CONSENT}
    paper, row = await first_round(world, **terms)
    await cast(world, row.id, LEAD)
    await cast(world, row.id, PARTICIPANT, Choice.OBJECT, statement="Falta el finançament")
    assert (await look(world, row.id)).status == "BROKEN"
    again = await reopened(world, paper, **terms)
    assert (await confirm(world, again.id, LEAD)).choice == "APPROVE"


async def test_the_last_word_counts_even_when_a_round_went_by_without_a_vote(world: World) -> None:
    paper, row = await first_round(world)
    said = await cast(world, row.id, LEAD)
    await void(world, row)
    await void(world, await reopened(world, paper))
    third = await reopened(world, paper, TEXT)
    found = await earlier(world, third.id, LEAD)
    assert found is not None
    assert found.vote.id == said.id


async def test_a_round_of_another_kind_is_not_comparable(world: World) -> None:
    paper, row = await first_round(world, rule=CONSENSUS, silence=Silence.CONSENT)
    await cast(world, row.id, LEAD)
    await void(world, row)
    again = await reopened(world, paper)
    assert await earlier(world, again.id, LEAD) is None
    assert (await refused(world, again.id, LEAD)).reason == "approval_nothing_to_confirm"


async def test_who_has_voted_already_does_not_vote_by_confirming(world: World) -> None:
    again = await voided(world)
    await confirm(world, again.id, LEAD)
    twice = await refused(world, again.id, LEAD)
    assert (type(twice), twice.reason) == (AlreadyDone, "approval_vote_cast")
    assert len(await votes_in(world, again.id)) == 1


async def test_a_repeated_confirmation_is_answered_as_before(world: World) -> None:
    again = await voided(world)
    used = key(world.lead, "confirmApproval", "k", {"round": again.id})
    request = ConfirmApproval(again.id, MANDATE)
    ids = []
    for _ in range(2):
        async with world.database.write() as work:
            ids.append((await confirm_approval(work, world.lead, request, used)).id)
    assert ids[0] == ids[1]
    assert len(await votes_in(world, again.id)) == 1


async def test_a_closed_round_takes_no_confirmation_and_strangers_see_none(world: World) -> None:
    again = await voided(world)
    world.clock.now = DEADLINE
    assert isinstance(await refused(world, again.id, LEAD), RoundClosed)
    assert isinstance(await refused(world, "rnd_0", LEAD), NotFound)
    assert isinstance(await refused(world, again.id, OUTSIDER), Invalid)


async def test_a_town_that_is_not_called_any_more_confirms_nothing(world: World) -> None:
    paper, row = await first_round(world)
    await cast(world, row.id, OTHER_PARTICIPANT)
    await void(world, row)
    again = await reopened(world, paper, electorate_codes=[LEAD, PARTICIPANT])
    assert isinstance(await refused(world, again.id, OTHER_PARTICIPANT), NotEligible)


async def test_a_failed_rounds_approvals_are_confirmed_and_the_next_passes(world: World) -> None:
    paper, row = await first_round(world)
    await cast(world, row.id, LEAD)
    for code in (PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, row.id, code, Choice.OBJECT)
    assert await end(world, row.id) == "FAILED"
    again = await reopened(world, paper)
    await confirm(world, again.id, LEAD)
    for code in (PARTICIPANT, OTHER_PARTICIPANT):
        await cast(world, again.id, code)
    assert await end(world, again.id) == "PASSED"


async def test_the_same_text_again_needs_no_other_words(world: World) -> None:
    paper, row = await first_round(world)
    await cast(world, row.id, LEAD, reservations=[Condition(ReservationKind.SCRUTINY, "Ho estudia el ple")])
    await void(world, row)
    again = await open_on(world, paper)
    vote = await confirm(world, again.id, LEAD)
    assert [one.reason for one in vote.reservations] == ["Ho estudia el ple"]


async def test_a_confirmed_approval_waits_for_the_second_person_where_the_town_wants_one(
    world: World,
) -> None:
    paper, row = await first_round(world)
    said = await cast(world, row.id, LEAD)
    await void(world, row)
    again = await reopened(world, paper)
    second = await want_two(world, LEAD)
    vote = await confirm(world, again.id, LEAD)
    assert (vote.is_awaiting, vote.renews_id) == (True, said.id)
    assert await votes_in(world, again.id) == []
    await confirm_vote(world, vote.id, second)
    assert await votes_in(world, again.id) == [(LEAD, "APPROVE", said.id)]
    assert [one async for one in verify(world.database)] == []


async def test_the_certificate_goes_along_with_a_mandate_for_the_paper_and_with_no_other(
    world: World,
) -> None:
    paper, row = await first_round(world)
    proof = await certify(world, paper, world.lead)
    await cast(world, row.id, LEAD, mandate=WHOLE_PAPER, certificate_id=proof.id)
    await void(world, row)
    again = await reopened(world, paper)
    assert (await confirm(world, again.id, LEAD, mandate=None)).certificate_id == proof.id
    await void(world, again)
    third = await open_on(world, paper, version_number=await amend(world, paper, TEXT))
    assert (await confirm(world, third.id, LEAD)).certificate_id is None
