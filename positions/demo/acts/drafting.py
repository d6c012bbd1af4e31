"""From the proposal to the text that is voted on: one function a kind of step, each a call of the service a click would reach."""

from collections.abc import Mapping
from datetime import date

from positions.actors import Actor
from positions.amendments import Decision
from positions.comments import Visibility
from positions.demo.cast import Acts, Cast
from positions.demo.papers import steps
from positions.demo.papers.calendar import day, moment
from positions.headings import LanguageText
from positions.institutions import RelationKind
from positions.lifecycle import Action
from positions.milestones import MilestoneKind
from positions.queries.access import see_position
from positions.queries.documents import document_in
from positions.services import (
    amendments,
    comments,
    decisions,
    drafts,
    participation,
    positions,
    stages,
    versions,
)
from positions.services.covers import CoverGiven, MilestoneGiven, RelationGiven
from positions.services.unit_of_work import Database


async def create(database: Database, actors: Mapping[str, Actor], paper: steps.Paper, present: date) -> Cast:
    """Propose a paper."""
    actor = actors[paper.created.by]
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
    return Cast(database, actors, paper, present, reference, document.id)


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
    actor = cast.actor(step)
    async with cast.database.write() as work:
        await participation.set_participation(work, actor, request)


async def move(cast: Cast, step: steps.Move) -> None:
    """A coordinator moves the stage."""
    request = stages.MoveStage(cast.reference, Action(step.action), step.reason or None)
    actor = cast.actor(step)
    async with cast.database.write() as work:
        await stages.move_stage(work, actor, request)


async def write(cast: Cast, step: steps.Write) -> None:
    """A draft is changed."""
    actor = cast.actor(step)
    async with cast.database.read() as session:
        draft = await cast.database.drafts.load(session, cast.document_id)
        text, sequence = draft.text, draft.sequence
    await rewrite(cast, actor, drafts.EditDraft(cast.document_id, step.applied(text), base_sequence=sequence))


async def save(cast: Cast, step: steps.Save) -> None:
    """A version is saved."""
    request = versions.SaveVersion(cast.document_id, step.label, step.note or None)
    actor = cast.actor(step)
    async with cast.database.write() as work:
        saved = await versions.save_version(work, actor, request)
    cast.versions[step.label] = saved.number


async def rewrite(cast: Cast, actor: Actor, request: drafts.EditDraft) -> None:
    """A whole text is saved over the draft."""
    prepared = await drafts.prepare_edit(cast.database, actor, request)
    async with cast.database.write() as work:
        await drafts.edit_draft(work, actor, prepared)


async def discuss(cast: Cast, step: steps.Discuss) -> None:
    """A thread is opened."""
    actor = cast.actor(step)
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
    actor = cast.actor(step)
    async with cast.database.write() as work:
        await comments.reply(work, actor, cast.threads[step.thread], step.body)


async def resolve(cast: Cast, step: steps.Resolve) -> None:
    """A thread is settled."""
    actor = cast.actor(step)
    async with cast.database.write() as work:
        await comments.resolve_thread(work, actor, cast.threads[step.thread])


async def amend(cast: Cast, step: steps.Amend) -> None:
    """An amendment is tabled."""
    actor = cast.actor(step)
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
    actor = cast.actor(step)
    request = decisions.DecideAmendment(
        cast.amendments[step.amendment], Decision(step.decision), step.text, step.reason
    )
    async with cast.database.write() as work:
        await decisions.decide_amendment(work, actor, request)


def _range(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


async def withdraw(cast: Cast, step: steps.Withdraw) -> None:
    """An amendment is taken back."""
    actor = cast.actor(step)
    async with cast.database.write() as work:
        await amendments.withdraw_amendment(work, actor, cast.amendments[step.amendment], step.reason)


ACTS: Acts = {
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
}
"""What each kind of step does."""
