"""Live editing's way to the log: who may write where, the append of what was typed, and checkpoints.

A LiveDraft is one room's own fold of a draft; it is changed while a unit of work is open, and shown to nobody before the commit. When
anything fails in between, the room throws it away and loads another one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor, Membership
from positions.documents import MAX_BYTES
from positions.drafts import Draft, LogRow
from positions.errors import Forbidden, LimitExceeded, NotFound, Refusal, StageForbids, Stale
from positions.lifecycle import Stage
from positions.models.documents import ClientClaim, Document
from positions.models.positions import Position
from positions.permissions import Denied, Permission, Standing, can
from positions.queries.access import see_document
from positions.queries.drafts import fold, fold_in, rows_after
from positions.replicas import SERVER_CLIENTS
from positions.services.appending import append_rows, lock_heads
from positions.services.checkpoints import Folded
from positions.services.drafts import writing_permission
from positions.services.signals import DraftMoved
from positions.services.unit_of_work import Database, UnitOfWork
from positions.updates import Inspection

CHECKPOINT_EVERY = 200
"""Rows of the log between two checkpoints of an open draft: in a long paper each row takes 0.2 ms to fold, and whoever opens it waits."""

MAX_NEW_CLIENTS = 100
"""How many client ids one update may bring that nobody has yet: a browser that was offline for long brings a few."""


@dataclass(frozen=True)
class Visitor:
    """Whoever reads a document live, and what they are to its position under each membership that might write."""

    actor: Actor
    document_id: str
    position_id: str
    permission: Permission
    stage: Stage
    standings: tuple[tuple[Membership, Standing], ...]

    def writing_at(self, stage: Stage) -> Membership:
        """The membership that may write at this stage, or the mildest refusal."""
        refusals: list[Refusal] = [Forbidden("not_your_organization", ["organizationCode"])]
        for membership, standing in self.standings:
            decision = can(self.permission, self.actor, standing, stage)
            if not isinstance(decision, Denied):
                return membership
            refusals.append(decision.refusal)
        raise next((refusal for refusal in refusals if isinstance(refusal, StageForbids)), refusals[-1])

    def refusal(self) -> Refusal | None:
        """Why this visitor may not write as things were when the visitor was found; None when they may."""
        try:
            self.writing_at(self.stage)
        except Refusal as refusal:
            return refusal
        return None


@dataclass(frozen=True)
class Typed:
    """An update as somebody's browser sent it."""

    visitor: Visitor
    update: bytes
    inspection: Inspection


Outcome = LogRow | Refusal | None
"""What became of a typed update: its row, why it was refused, or None where it brought nothing new."""


@dataclass(frozen=True)
class Appended:
    """What one unit of work did to a draft: rows that others had appended before, and an outcome for each typed update."""

    others: tuple[LogRow, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


class Head(NamedTuple):
    """A document's row, locked: where its log ends, and at which stage."""

    sequence: int
    stage: Stage


class LiveDraft:
    """A draft's fold and the owners of client ids, for one room."""

    def __init__(self, document_id: str, draft: Draft, claims: dict[int, str]) -> None:
        self.document_id = document_id
        self._draft = draft
        self._claims = claims

    @classmethod
    async def load(cls, database: Database, document_id: str, until: int | None = None) -> Self:
        """The draft as the log gives it, at a sequence or at its head."""
        async with database.read() as session:
            draft = await fold(session, document_id, until)
            return cls(document_id, draft, await _claims_of(session, document_id))

    @property
    def sequence(self) -> int:
        """The sequence of the last row folded in."""
        return self._draft.sequence

    def state_vector(self) -> bytes:
        """The state in yjs encoding."""
        return self._draft.replica.state_vector()

    def update_since(self, state_vector: bytes) -> bytes:
        """All that the holder of the state vector lacks; Invalid when it is none."""
        return self._draft.replica.update_since(state_vector)

    def owner_of(self, client: int) -> str | None:
        """The member a client id is known to belong to."""
        return self._claims.get(client)

    def is_noop(self, inspection: Inspection) -> bool:
        """Whether an update brings nothing that the draft has not."""
        replica = self._draft.replica
        if replica.brings(inspection):
            return False
        try:
            replica.admit(inspection)
        except Refusal:
            return False
        return replica.is_noop(inspection)

    def fold_now(self) -> Folded:
        """The draft as it is, for a checkpoint."""
        draft = self._draft
        return Folded(self.document_id, self.sequence, draft.replica.update_since(), draft.runs)

    def followers(self, told: Iterable[LogRow]) -> list[LogRow]:
        """Those of the rows told of that come next, up to a gap."""
        rows: list[LogRow] = []
        for row in told:
            if row.sequence == self.sequence + len(rows) + 1:
                rows.append(row)
        return rows

    async def hear(self, rows: Sequence[LogRow]) -> None:
        """Fold in rows that others have appended."""
        await fold_in(self._draft, rows)

    def expect(self, head: Head | None) -> None:
        """Fail where the log does not end where this draft does."""
        if head is not None and head.sequence != self.sequence:
            raise Stale("log_has_gap", expected=self.sequence, found=head.sequence)

    async def take(self, work: UnitOfWork, stage: Stage, typed: Typed) -> LogRow | None:
        """Take one update in as the next row of a log whose document is locked; a Refusal leaves everything as it was."""
        membership = typed.visitor.writing_at(stage)
        replica, inspection = self._draft.replica, typed.inspection
        replica.admit(inspection)
        if replica.is_noop(inspection):
            return None
        size = replica.byte_length + inspection.inserted_bytes
        if inspection.inserted_bytes and size > MAX_BYTES:
            raise LimitExceeded("text_too_long", limit=MAX_BYTES, size=size)
        await self._claim(work, typed.visitor, replica.brings(inspection))
        row = LogRow(self.sequence + 1, typed.update, membership.id)
        self._draft.append(row, inspection)
        return row

    async def _claim(self, work: UnitOfWork, visitor: Visitor, clients: frozenset[int]) -> None:
        """Make the member the owner of client ids nobody has yet; Forbidden when one is somebody else's or the server's."""
        if clients - self._claims.keys():
            self._claims |= await _claims_of(work.session, self.document_id)
        if len(clients - self._claims.keys()) > MAX_NEW_CLIENTS:
            raise LimitExceeded("too_many_clients", limit=MAX_NEW_CLIENTS)
        member_id = visitor.actor.signed_in()
        owners = {self._claims.get(client, member_id) for client in clients}
        if owners - {member_id} or any(client in SERVER_CLIENTS for client in clients):
            raise Forbidden("client_id_taken")
        for client in clients - self._claims.keys():
            work.session.add(ClientClaim(document_id=self.document_id, client=client, member_id=member_id))
            self._claims[client] = member_id


async def _claims_of(session: AsyncSession, document_id: str) -> dict[int, str]:
    statement = select(ClientClaim.client, ClientClaim.member_id)
    found = await session.execute(statement.where(ClientClaim.document_id == document_id))
    return {claim.client: claim.member_id for claim in found}


async def find_visitor(
    session: AsyncSession, actor: Actor, document_id: str, organization_code: str | None = None
) -> Visitor:
    """What an actor is to a document; Unauthenticated, or NotFound for whoever may not read its draft."""
    actor.signed_in()
    access, document = await see_document(session, actor, document_id)
    if not access.holds(Permission.READ):
        raise NotFound("document_unknown", ["documentId"])
    return Visitor(
        actor,
        document_id=document.id,
        position_id=access.position.id,
        permission=writing_permission(document),
        stage=Stage(document.stage),
        standings=tuple(
            (membership, access.standing(membership))
            for membership in actor.memberships
            if organization_code in (None, membership.organization_code)
        ),
    )


async def standing_ground(session: AsyncSession, document_id: str) -> tuple[str, ...]:
    """All of a position that rights in its document depend on, to be compared with what it was before."""
    statement = (
        select(Document)
        .where(Document.id == document_id)
        .options(selectinload(Document.position).selectinload(Position.participations))
    )
    document = (await session.scalars(statement)).one()
    parts = sorted(f"{part.organization_id} {part.state}" for part in document.position.participations)
    return (document.stage, document.position.stage, document.position.lead_id, *parts)


@dataclass(frozen=True)
class Batch:
    """What a room has for its draft's log: updates in their order, or none where it wants only to hear what others appended.

    Rows that the room was told of already need not be read.
    """

    live: LiveDraft
    typed: Sequence[Typed] = ()
    told: Sequence[LogRow] = ()


async def append_typed(work: UnitOfWork, batches: Sequence[Batch]) -> list[Appended | Exception | None]:
    """Append the updates of several rooms: each draft's in their order under its lock, each if its writer may write at the stage found there.

    None stands for a draft that somebody else holds: nobody else waits for it, and it is to be tried again. An exception is of that draft alone.
    When this or the commit after it fails, no LiveDraft is any longer what its log says. A document's row is written once, at
    the end: PostgreSQL checks a row's references when a transaction writes it twice, and so locks the position after the draft.
    """
    heads, unknown = await _lock(work, {batch.live.document_id for batch in batches if batch.typed})
    free = [batch for batch in batches if not batch.typed or batch.live.document_id in heads]
    heard = await _hear(work.session, free, heads)
    done: dict[str, Appended | Exception] = {key: NotFound("document_unknown") for key in unknown}
    for batch in free:
        document_id = batch.live.document_id
        try:
            await batch.live.hear(heard.get(document_id, ()))
            batch.live.expect(heads.get(document_id))
            outcomes = [await _take(work, heads[document_id].stage, batch.live, each) for each in batch.typed]
            done[document_id] = Appended(tuple(heard.get(document_id, ())), tuple(outcomes))
        except Exception as failure:  # noqa: BLE001  # it is that room's, which loads its draft anew
            done[document_id] = failure
    await _write(work, {key: each for key, each in done.items() if isinstance(each, Appended)})
    return [done.get(batch.live.document_id) for batch in batches]


async def hear(session: AsyncSession, batches: Sequence[Batch]) -> list[Appended | Exception | None]:
    """Fold in what others have appended to the drafts of several rooms that have nothing to write."""
    heard = await _hear(session, batches, {})
    done: list[Appended | Exception | None] = []
    for batch in batches:
        rows = heard.get(batch.live.document_id, ())
        try:
            await batch.live.hear(rows)
            done.append(Appended(tuple(rows)))
        except Exception as failure:  # noqa: BLE001  # as above
            done.append(failure)
    return done


async def _lock(work: UnitOfWork, wanted: set[str]) -> tuple[dict[str, Head], set[str]]:
    """The heads of all documents that nobody else holds (their order does no harm, since none is waited for), and who is unknown."""
    if not wanted:
        return {}, set()
    found = await lock_heads(work.session, wanted)
    heads = {document_id: Head(sequence, Stage(stage)) for document_id, (sequence, stage) in found.items()}
    held = wanted - heads.keys()
    if held:
        held -= set(await work.session.scalars(select(Document.id).where(Document.id.in_(held))))
    return heads, held


async def _hear(
    session: AsyncSession, batches: Sequence[Batch], heads: Mapping[str, Head]
) -> dict[str, list[LogRow]]:
    """The rows that each draft lacks; those whose heads show that they lack nothing but what was told are not asked for."""
    heard = {batch.live.document_id: batch.live.followers(batch.told) for batch in batches}
    lacking: dict[str, int] = {}
    for batch in batches:
        key = batch.live.document_id
        known = heard[key][-1].sequence if heard[key] else batch.live.sequence
        if not batch.typed or heads[key].sequence != known:
            lacking[key] = known
    if lacking:
        for key, rows in (await rows_after(session, lacking)).items():
            heard[key] += rows
    return heard


async def _take(work: UnitOfWork, stage: Stage, live: LiveDraft, typed: Typed) -> Outcome:
    try:
        return await live.take(work, stage, typed)
    except Refusal as refusal:
        return refusal


async def _write(work: UnitOfWork, appended: Mapping[str, Appended]) -> None:
    """Write all new rows and heads."""
    taken = {key: [row for row in each.outcomes if isinstance(row, LogRow)] for key, each in appended.items()}
    taken = {document_id: rows for document_id, rows in taken.items() if rows}
    if not taken:
        return
    await append_rows(work.session, taken, work.now)
    for document_id, rows in taken.items():
        work.appended.add(document_id)
        work.notify(DraftMoved(document_id, rows[-1].sequence, tuple(rows)))
