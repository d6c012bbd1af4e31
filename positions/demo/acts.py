"""What each kind of step does: one function a kind, each a call of the service a person's click would reach."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from positions.actors import Actor
from positions.amendments import Decision
from positions.comments import Visibility
from positions.demo.members import email_of
from positions.demo.papers import steps
from positions.demo.papers.calendar import day, moment
from positions.demo.papers.towns import ALL_TOWNS
from positions.headings import LanguageText
from positions.institutions import RelationKind
from positions.lifecycle import Action
from positions.mandates import Mandate, MandateKind
from positions.milestones import MilestoneKind
from positions.queries.access import see_position
from positions.queries.documents import document_in
from positions.queries.members import actor_by_email
from positions.queries.versions import version_by_number, version_text
from positions.reservations import Reservation, ReservationKind
from positions.rules import Choice, RulePreset
from positions.services import (
    amendments,
    closing,
    comments,
    drafts,
    participation,
    positions,
    rounds,
    stages,
    versions,
    votes,
)
from positions.services.covers import CoverGiven, MilestoneGiven, RelationGiven
from positions.services.unit_of_work import Database
from positions.votes import Act


@dataclass
class Cast:
    """One paper on the stage: the database, its names in the story, and what they are in the database."""

    database: Database
    paper: steps.Paper
    present: date
    reference: str
    document_id: str
    versions: dict[str, int] = field(default_factory=dict)
    threads: dict[str, str] = field(default_factory=dict)
    amendments: dict[str, str] = field(default_factory=dict)
    rounds: dict[str, str] = field(default_factory=dict)
    reservations: dict[str, str] = field(default_factory=dict)

    async def actor(self, step: steps.Step) -> Actor:
        """Whoever acts in a step."""
        return await _actor(self.database, step.by)

    async def text(self, label: str) -> str:
        """The text of a version by its label."""
        async with self.database.read() as session:
            version = await version_by_number(session, self.document_id, self.versions[label])
            assert version is not None
            return await version_text(session, version)


async def create(database: Database, paper: steps.Paper, present: date) -> Cast:
    """Propose a paper."""
    actor = await _actor(database, paper.created.by)
    request = positions.CreatePosition(
        original_language=paper.original_language,
        lead_code=paper.lead,
        cover=_cover(paper, present),
        participant_codes=paper.participants,
        route_key=paper.route,
    )
    async with database.write() as work:
        reference = (await positions.create_position(work, actor, request)).reference
    async with database.read() as session:
        access = await see_position(session, actor, reference)
        document = await document_in(session, access, paper.original_language)
    return Cast(database, paper, present, reference, document.id)


async def _actor(database: Database, code: str) -> Actor:
    async with database.read() as session:
        actor = await actor_by_email(session, email_of(code), database.clock())
    assert actor is not None
    return actor


def _cover(paper: steps.Paper, present: date) -> CoverGiven:
    return CoverGiven(
        titles=[LanguageText(language, text) for language, text in paper.titles.items()],
        summaries=[LanguageText(language, text) for language, text in paper.summaries.items()],
        subject_codes=paper.subjects,
        addressee_codes=paper.addressees,
        relations=[RelationGiven(RelationKind(one.kind), one.value) for one in paper.relations],
        target_deadline=day(paper.target, present).isoformat() if paper.target else None,
        milestones=[
            MilestoneGiven(MilestoneKind(one.kind), moment(one.due, present).isoformat())
            for one in paper.milestones
        ],
    )


async def accept(cast: Cast, step: steps.Accept) -> None:
    """A town accepts."""
    request = participation.SetParticipation(cast.reference, participates=True)
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        await participation.set_participation(work, actor, request)


async def move(cast: Cast, step: steps.Move) -> None:
    """A coordinator moves the stage."""
    request = stages.MoveStage(cast.reference, Action(step.action), step.reason or None)
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        await stages.move_stage(work, actor, request)


async def write(cast: Cast, step: steps.Write) -> None:
    """A draft is changed."""
    actor = await cast.actor(step)
    async with cast.database.read() as session:
        draft = await cast.database.drafts.load(session, cast.document_id)
        text, sequence = draft.text, draft.sequence
    request = drafts.EditDraft(cast.document_id, step.applied(text), base_sequence=sequence)
    prepared = await drafts.prepare_edit(cast.database, actor, request)
    async with cast.database.write() as work:
        await drafts.edit_draft(work, actor, prepared)


async def save(cast: Cast, step: steps.Save) -> None:
    """A version is saved."""
    request = versions.SaveVersion(cast.document_id, step.label, step.note or None)
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        saved = await versions.save_version(work, actor, request)
    cast.versions[step.label] = saved.number


async def discuss(cast: Cast, step: steps.Discuss) -> None:
    """A thread is opened."""
    actor = await cast.actor(step)
    start = end = None
    if step.quote is not None:
        start = (await cast.text(step.version)).index(step.quote)
        end = start + len(step.quote)
    request = comments.StartThread(
        cast.document_id,
        step.body,
        version_number=cast.versions[step.version],
        start=start,
        end=end,
        visibility=Visibility(step.visibility),
    )
    async with cast.database.write() as work:
        cast.threads[step.thread] = (await comments.start_thread(work, actor, request)).id


async def answer(cast: Cast, step: steps.Answer) -> None:
    """A comment is added."""
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        await comments.reply(work, actor, cast.threads[step.thread], step.body)


async def resolve(cast: Cast, step: steps.Resolve) -> None:
    """A thread is settled."""
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        await comments.resolve_thread(work, actor, cast.threads[step.thread])


async def amend(cast: Cast, step: steps.Amend) -> None:
    """An amendment is tabled."""
    actor = await cast.actor(step)
    text = await cast.text(step.version)
    start, end = (0, len(text)) if step.quote is None else _range(text, step.quote)
    if step.operation == "ADD":
        start = end
    request = amendments.ProposeAmendment(
        cast.document_id,
        cast.versions[step.version],
        start,
        end,
        step.proposed,
        step.justification,
        step.cosponsors,
        [cast.amendments[name] for name in step.replaces],
    )
    async with cast.database.write() as work:
        cast.amendments[step.amendment] = (await amendments.propose_amendment(work, actor, request)).id


async def decide(cast: Cast, step: steps.Decide) -> None:
    """An amendment is decided."""
    actor = await cast.actor(step)
    request = amendments.DecideAmendment(
        cast.amendments[step.amendment], Decision(step.decision), step.text, step.reason
    )
    async with cast.database.write() as work:
        await amendments.decide_amendment(work, actor, request)


def _range(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


async def withdraw(cast: Cast, step: steps.Withdraw) -> None:
    """An amendment is taken back."""
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        await amendments.withdraw_amendment(work, actor, cast.amendments[step.amendment], step.reason)


async def open_round(cast: Cast, step: steps.OpenRound) -> None:
    """A round is opened: as the route says, or among all towns."""
    actor = await cast.actor(step)
    request = rounds.OpenRound(
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
    actor = await cast.actor(step)
    request = votes.CastVote(
        cast.rounds[step.round],
        Choice(step.choice),
        Mandate(MandateKind(step.mandate), day(step.mandated_on, cast.present)),
        step.statement or None,
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
    actor = await cast.actor(step)
    async with cast.database.write() as work:
        await votes.lift_reservation(work, actor, cast.reservations[step.condition])


async def record_votes(cast: Cast, step: steps.RecordVotes) -> None:
    """A meeting's votes are entered from its minutes."""
    actor = await cast.actor(step)
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
    actor = await cast.actor(step)
    request = closing.CloseRound(cast.rounds[step.round], closing.Closing.CLOSE)
    async with cast.database.write() as work:
        await closing.close_round(work, actor, request)


async def run_out(cast: Cast, _step: steps.RunOut) -> None:
    """Time is over for every round that is due."""
    await closing.close_due(cast.database)


Handler = Callable[[Cast, Any], Awaitable[None]]

ACTS: dict[type[steps.Step], Handler] = {
    steps.Accept: accept,
    steps.Move: move,
    steps.Write: write,
    steps.Save: save,
    steps.Discuss: discuss,
    steps.Answer: answer,
    steps.Resolve: resolve,
    steps.Amend: amend,
    steps.Decide: decide,
    steps.Withdraw: withdraw,
    steps.OpenRound: open_round,
    steps.Vote: vote,
    steps.Lift: lift,
    steps.RecordVotes: record_votes,
    steps.CloseRound: close_round,
    steps.RunOut: run_out,
}
"""What each kind of step does. Annexed statements stand in the story for the release that brings them."""
