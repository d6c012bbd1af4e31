"""Move a position through its life: the only place where a stage changes, on the position and on its documents alike."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy import select

from positions.actors import Actor, Membership
from positions.errors import AlreadyDone, Invalid, Unsupported
from positions.events import Tag
from positions.headings import reason_if_given
from positions.lifecycle import Action, Stage, advance
from positions.models.documents import Document
from positions.models.positions import Position
from positions.models.rounds import Round
from positions.permissions import Permission
from positions.queries.access import see_position
from positions.queries.drafts import last_writer
from positions.services.drafts import is_frozen
from positions.services.milestones import mark_stage
from positions.services.positions import reindex_published
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.services.versions import save_automatic
from positions.versions import Occasion

MOVES: dict[Action, Permission] = {
    Action.START_DRAFTING: Permission.START_DRAFTING,
    Action.OPEN_AMENDING: Permission.OPEN_AMENDING,
    Action.REOPEN_DRAFTING: Permission.REOPEN_DRAFTING,
    Action.PUBLISH: Permission.PUBLISH,
    Action.UNPUBLISH: Permission.UNPUBLISH,
    Action.CLOSE: Permission.CLOSE,
    Action.REOPEN: Permission.REOPEN,
    Action.WITHDRAW: Permission.WITHDRAW,
}
"""What a person may ask for, and the permission it takes; every other action follows from a round or a submission."""


@dataclass(frozen=True)
class MoveStage:
    """What a member asks for; a withdrawal needs a reason."""

    reference: str
    action: Action
    reason: str | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class _Move:
    """A move that was allowed, on its way."""

    work: UnitOfWork
    position: Position
    membership: Membership
    reason: str | None


async def move_stage(work: UnitOfWork, actor: Actor, request: MoveStage) -> Position:
    """Do what a button asks: check, do what the action brings with it, advance."""
    if request.action not in MOVES:
        raise Unsupported("action_not_offered", ["action"], action=request.action.value)
    access = await see_position(work.session, actor, request.reference, lock=True)
    membership = access.demand(MOVES[request.action], request.organization_code)
    reason = reason_if_given(request.reason)
    if reason is None and request.action is Action.WITHDRAW:
        raise Invalid("reason_missing", ["reason"])
    move = _Move(work, access.position, membership, reason)
    if request.action in _BEFORE:
        await _BEFORE[request.action](move)
    await advance_position(work, access.position, request.action, membership=membership, reason=reason)
    return access.position


async def advance_position(
    work: UnitOfWork,
    position: Position,
    action: Action,
    *,
    membership: Membership | None = None,
    reason: str | None = None,
) -> None:
    """Take the step that the table has for an action, or StageForbids. The caller holds the position's row.

    Every document's row is locked and told the new stage, so that an append to its log meets either the old stage or the new.
    """
    before = Stage(position.stage)
    after = advance(before, action)
    if after is before:
        return
    documents = await _lock_documents(work, position)
    for document in documents:
        await _keep(work, document, membership)
        document.stage = after.value
    position.stage = after.value
    await mark_stage(work, position, action)
    body = {"from": before, "to": after, "action": action, "reason": reason}
    await record(work, position, Tag.STAGE_MOVED, membership, body)


async def _lock_documents(work: UnitOfWork, position: Position) -> list[Document]:
    statement = select(Document).where(Document.position_id == position.id).order_by(Document.id)
    locked = statement.with_for_update().execution_options(populate_existing=True)
    return list(await work.session.scalars(locked))


async def _keep(work: UnitOfWork, document: Document, membership: Membership | None) -> None:
    """Keep what a draft says before its position moves on; what is frozen is kept already."""
    if document.sequence and not is_frozen(document):
        keeper = membership or await last_writer(work.session, document)
        await save_automatic(work, document, keeper, Occasion.STAGE)


async def _save_text(move: _Move) -> None:
    """Amendments speak about a saved version, whose paragraphs keep their numbers; there must be something to amend."""
    documents = await _lock_documents(move.work, move.position)
    original = next(document for document in documents if document.is_original)
    version = await save_automatic(move.work, original, move.membership, Occasion.STAGE)
    if version is None:
        raise Invalid("draft_empty", ["reference"])
    original.numbered_from = version.number


async def _publish(move: _Move) -> None:
    position, work = move.position, move.work
    if position.published_at is not None:
        raise AlreadyDone("already_published", ["action"])
    position.published_at = work.now
    version_id = position.adopted_version_id
    await reindex_published(work, position)
    await record(work, position, Tag.POSITION_PUBLISHED, move.membership, {"version": version_id})


async def _unpublish(move: _Move) -> None:
    if move.position.published_at is None:
        raise AlreadyDone("not_published", ["action"])
    move.position.published_at = None
    await record(move.work, move.position, Tag.POSITION_UNPUBLISHED, move.membership, {"reason": move.reason})


async def _withdraw(move: _Move) -> None:
    """Whoever gives a position up ends its open round and takes it from the public pages."""
    statement = select(Round).where(
        Round.position_id == move.position.id, Round.status.in_(["SCHEDULED", "OPEN"])
    )
    for running in await move.work.session.scalars(statement.with_for_update()):
        running.status, running.closed_at, running.reason = "VOID", move.work.now, move.reason
        body = {"round": running.id, "number": running.number, "reason": move.reason}
        await record(move.work, move.position, Tag.ROUND_VOIDED, move.membership, body)
    if move.position.published_at is not None:
        await _unpublish(move)


_BEFORE: dict[Action, Callable[[_Move], Awaitable[None]]] = {
    Action.OPEN_AMENDING: _save_text,
    Action.PUBLISH: _publish,
    Action.UNPUBLISH: _unpublish,
    Action.WITHDRAW: _withdraw,
}
