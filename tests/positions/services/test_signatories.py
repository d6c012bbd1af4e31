"""Signatures taken back after the adoption: by whom, from when, once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from positions.errors import AlreadyDone, Forbidden, Invalid, NotEligible, NotFound, Refusal, StageForbids
from positions.lifecycle import Action
from positions.models.events import Event
from positions.models.statements import SignatureWithdrawal
from positions.queries.access import see_position
from positions.queries.signatories import signatories_of
from positions.signatories import Withdrawal
from positions.votes import Act
from tests.support.adoptions import PLENARY, WITHDRAWAL, adopted, withdraw
from tests.support.rounds import ready
from tests.support.world import LEAD, OTHER_PARTICIPANT, OUTSIDER, PARTICIPANT, Paper, World, move

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


async def withdrawals(world: World, paper: Paper) -> dict[str, Withdrawal | None]:
    async with world.database.read() as session:
        access = await see_position(session, world.coordinator, paper.reference)
        return {
            one.organization.code: one.signatory.withdrawal for one in await signatories_of(session, access)
        }


async def written(world: World) -> tuple[int, int]:
    async with world.database.read() as session:
        rows = await session.scalar(select(func.count()).select_from(SignatureWithdrawal))
        events = await session.scalar(select(func.count()).select_from(Event))
        return rows or 0, events or 0


async def refused(world: World, paper: Paper, by: str, withdrawal: Withdrawal, code: str | None) -> Refusal:
    before = await written(world)
    with pytest.raises(Refusal) as caught:
        await withdraw(world, paper, by, withdrawal, code)
    assert await written(world) == before
    return caught.value


async def test_a_town_takes_its_signature_back_by_its_act(world: World) -> None:
    paper, _ = await adopted(world)
    await withdraw(world, paper, PARTICIPANT)
    assert await withdrawals(world, paper) == {LEAD: None, PARTICIPANT: WITHDRAWAL}
    async with world.database.read() as session:
        bodies = await session.scalars(select(Event.body).where(Event.tag == "signature:withdrawn"))
        (body,) = list(bodies)
    assert PARTICIPANT in body
    assert "govern" not in body


async def test_a_coordinator_records_a_towns_act_even_after_the_closing(world: World) -> None:
    paper, _ = await adopted(world)
    await move(world, paper, Action.SUBMIT, Action.CLOSE)
    act = Act(" Ple ", TODAY, " 7 ")
    await withdraw(world, paper, "COORDINATOR", Withdrawal(TODAY, act, " "), LEAD)
    assert (await withdrawals(world, paper))[LEAD] == Withdrawal(TODAY, Act("Ple", TODAY, "7"))


async def test_withdrawals_that_cannot_be_change_nothing(world: World) -> None:
    paper, _ = await adopted(world)
    for by, withdrawal, code, kind, reason in (
        (OTHER_PARTICIPANT, WITHDRAWAL, None, NotEligible, "not_a_signatory"),
        (OUTSIDER, WITHDRAWAL, None, NotEligible, "not_a_signatory"),
        ("COORDINATOR", WITHDRAWAL, None, NotEligible, "not_a_signatory"),
        ("COORDINATOR", WITHDRAWAL, "99999", NotEligible, "not_a_signatory"),
        (LEAD, replace(WITHDRAWAL, withdrawn_on=TODAY - DAY), None, Invalid, "withdrawal_before_adoption"),
        (LEAD, replace(WITHDRAWAL, withdrawn_on=TODAY + DAY), None, Invalid, "withdrawal_in_future"),
        (LEAD, replace(WITHDRAWAL, act=replace(PLENARY, reference=" ")), None, Invalid, "act_incomplete"),
        (
            LEAD,
            replace(WITHDRAWAL, act=replace(PLENARY, held_on=TODAY + DAY)),
            None,
            Invalid,
            "act_in_future",
        ),
        (LEAD, WITHDRAWAL, PARTICIPANT, Forbidden, "not_your_organization"),
        ("OBSERVER", WITHDRAWAL, None, Forbidden, "role_forbids"),
        ("ANONYMOUS", WITHDRAWAL, None, NotFound, "position_unknown"),
    ):
        refusal = await refused(world, paper, by, withdrawal, code)
        assert (type(refusal), refusal.reason) == (kind, reason)


async def test_nobody_withdraws_twice_or_before_the_adoption(world: World) -> None:
    paper, _ = await adopted(world)
    await withdraw(world, paper, LEAD)
    assert isinstance(await refused(world, paper, LEAD, WITHDRAWAL, None), AlreadyDone)
    early = await ready(world)
    assert isinstance(await refused(world, early, LEAD, WITHDRAWAL, None), StageForbids)
