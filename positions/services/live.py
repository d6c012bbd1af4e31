"""Live editing's way to the log: who may write where, the append of what was typed, and checkpoints.

A LiveDraft is one room's own fold of a draft; the room changes it while its unit of work is open, and shows it to nobody
before the commit. When anything fails in between, the room throws it away and loads another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor, Membership
from positions.documents import MAX_BYTES
from positions.drafts import SERVER_CLIENTS, Draft, LogRow
from positions.errors import Forbidden, LimitExceeded, NotFound, Refusal, StageForbids
from positions.lifecycle import Stage
from positions.models.documents import ClientClaim, Document
from positions.models.positions import Position
from positions.permissions import Denied, Permission, Standing, can
from positions.queries.access import see_document
from positions.queries.drafts import fold, log_rows
from positions.services.checkpoints import Folded, keep_checkpoint
from positions.services.drafts import Entry, append, writing_permission
from positions.services.unit_of_work import Database, UnitOfWork
from positions.updates import Inspection

CHECKPOINT_EVERY = 500
"""Rows of the log between two checkpoints of an open draft."""

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
    """What one unit of work did: rows that others had appended before, and an outcome for each typed update."""

    others: tuple[LogRow, ...]
    outcomes: tuple[Outcome, ...]


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
        if inspection.adds_to(replica.state()):
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

    async def catch_up(self, session: AsyncSession) -> tuple[LogRow, ...]:
        """Fold in the rows that others have appended, and return them."""
        rows = await log_rows(session, self.document_id, after=self.sequence)
        for row in rows:
            self._draft.append(row)
        return tuple(rows)

    async def take(self, work: UnitOfWork, document: Document, typed: Typed) -> LogRow | None:
        """Append one update to the log of a document whose row is locked; a Refusal leaves everything as it was."""
        membership = typed.visitor.writing_at(Stage(document.stage))
        replica, inspection = self._draft.replica, typed.inspection
        replica.admit(inspection)
        if replica.is_noop(inspection):
            return None
        size = replica.byte_length + inspection.inserted_bytes
        if inspection.inserted_bytes and size > MAX_BYTES:
            raise LimitExceeded("text_too_long", limit=MAX_BYTES, size=size)
        await self._claim(work, typed.visitor, inspection.adds_to(replica.state()))
        row = LogRow(
            append(work, document, [Entry(membership.id, typed.update)]), typed.update, membership.id
        )
        self._fold_in(row, inspection)
        return row

    def _fold_in(self, row: LogRow, inspection: Inspection) -> None:
        try:
            self._draft.append(row, inspection)
        except Refusal as refusal:  # it was admitted: what is refused now is our own fault
            raise RuntimeError("an admitted update was refused") from refusal

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


async def append_typed(work: UnitOfWork, live: LiveDraft, typed: Sequence[Typed]) -> Appended:
    """Append updates in their order under the document's lock, each if its writer may write at the stage found there.

    When this or the commit after it fails, the LiveDraft is no longer what the log says. The document's row is written once, at
    the end: PostgreSQL checks a row's references when a transaction writes it twice, and so locks the position after the draft.
    """
    document = await _lock(work, live.document_id)
    others = await live.catch_up(work.session)
    outcomes: list[Outcome] = []
    with work.session.no_autoflush:
        for each in typed:
            try:
                outcomes.append(await live.take(work, document, each))
            except Refusal as refusal:
                outcomes.append(refusal)
    return Appended(others, tuple(outcomes))


async def keep_fold(work: UnitOfWork, folded: Folded) -> None:
    """Keep a room's fold for quick loading."""
    await _lock(work, folded.document_id)
    await keep_checkpoint(work, folded)


async def _lock(work: UnitOfWork, document_id: str) -> Document:
    statement = select(Document).where(Document.id == document_id)
    document = await work.session.scalar(statement.with_for_update())
    if document is None:
        raise NotFound("document_unknown", ["documentId"])
    return document
