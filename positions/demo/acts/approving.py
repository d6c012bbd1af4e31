"""Rounds, votes and what is annexed to the text: one function a kind of step."""

from typing import Any

from positions.demo.cast import Acts, Cast
from positions.demo.papers import steps
from positions.demo.papers.calendar import day, moment
from positions.demo.papers.towns import ALL_TOWNS
from positions.mandates import Mandate, MandateKind
from positions.reservations import Reservation, ReservationKind
from positions.rules import Choice, RulePreset
from positions.services import closing, openings, rounds, statements, votes
from positions.statements import StatementKind
from positions.votes import Act


async def open_round(cast: Cast, step: steps.OpenRound) -> None:
    """A round is opened: as the route says, or among all towns."""
    actor = cast.actor(step)
    request = openings.OpenRound(
        cast.reference, cast.versions[step.version], moment(step.closes, cast.present), **_terms(step)
    )
    async with cast.database.write() as work:
        cast.rounds[step.round] = (await rounds.open_round(work, actor, request)).id


def _terms(step: steps.OpenRound) -> dict[str, Any]:
    if step.step:
        return {"step_key": step.step}
    return {
        "name": step.name,
        "rule": {"preset": RulePreset(step.preset).value},
        "electorate_codes": ALL_TOWNS,
    }


async def vote(cast: Cast, step: steps.Vote) -> None:
    """A town votes under a mandate."""
    actor = cast.actor(step)
    request = votes.CastVote(
        cast.rounds[step.round],
        Choice(step.choice),
        Mandate(MandateKind(step.mandate), day(step.mandated_on, cast.present)),
        step.statement or None,
        day(step.ratified_by, cast.present) if step.ratified_by else None,
        reservations=[
            Reservation(ReservationKind(one.kind), one.reason, wish=one.wish, ask_key=one.ask)
            for one in step.conditions
        ],
    )
    async with cast.database.write() as work:
        held = (await votes.cast_vote(work, actor, request)).reservations
        cast.reservations |= {one.name: row.id for one, row in zip(step.conditions, held, strict=True)}


async def lift(cast: Cast, step: steps.Lift) -> None:
    """A reservation is lifted."""
    actor = cast.actor(step)
    async with cast.database.write() as work:
        await votes.lift_reservation(work, actor, cast.reservations[step.condition])


async def record_votes(cast: Cast, step: steps.RecordVotes) -> None:
    """A meeting's votes are entered from its minutes."""
    actor = cast.actor(step)
    request = votes.RecordVotes(
        cast.rounds[step.round],
        [
            votes.RecordedVote(one.organization, Choice(one.choice), one.statement or None)
            for one in step.votes
        ],
        Act(step.body, day(step.held_on, cast.present), step.reference),
    )
    async with cast.database.write() as work:
        await votes.record_votes(work, actor, request)


async def close_round(cast: Cast, step: steps.CloseRound) -> None:
    """A round is closed."""
    actor = cast.actor(step)
    request = closing.CloseRound(cast.rounds[step.round], closing.Closing.CLOSE)
    async with cast.database.write() as work:
        await closing.close_round(work, actor, request)


async def run_out(cast: Cast, _step: steps.RunOut) -> None:
    """Time is over for every round that is due."""
    await closing.close_due(cast.database)


async def annex(cast: Cast, step: steps.Annex) -> None:
    """A statement is annexed."""
    actor = cast.actor(step)
    request = statements.AnnexStatement(cast.rounds[step.round], StatementKind(step.kind), step.text)
    async with cast.database.write() as work:
        await statements.annex_statement(work, actor, request)


ACTS: Acts = {
    steps.OpenRound: open_round,
    steps.Vote: vote,
    steps.Lift: lift,
    steps.RecordVotes: record_votes,
    steps.CloseRound: close_round,
    steps.RunOut: run_out,
    steps.Annex: annex,
}
"""What each kind of step does."""
