"""Drafts read from their log: the fold of the newest checkpoint and the rows after it, kept in memory between reads."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions import actors
from positions.authorship import Run
from positions.drafts import Draft, LogRow, Replica
from positions.ids import MembershipId, OrganizationId
from positions.models.documents import Checkpoint, Document, Update
from positions.models.members import Membership
from positions.models.organizations import Organization
from positions.versions import unpack_runs

KEPT = 64
"""How many folded drafts one process keeps."""

KEPT_TEXTS = 200
"""How many earlier texts of drafts one process keeps."""


async def log_rows(
    session: AsyncSession, document_id: str, *, after: int, until: int | None = None
) -> list[LogRow]:
    """The log's rows after a sequence, in order."""
    statement = select(Update.sequence, Update.payload, Update.membership_id, Update.attribution).where(
        Update.document_id == document_id, Update.sequence > after
    )
    if until is not None:
        statement = statement.where(Update.sequence <= until)
    found = await session.execute(statement.order_by(Update.sequence))
    return [LogRow(sequence, payload, author, _runs(runs)) for sequence, payload, author, runs in found]


async def fold(session: AsyncSession, document_id: str, until: int | None = None) -> Draft:
    """The draft as the log gives it, at a sequence or at the head; it belongs to the caller."""
    statement = select(Checkpoint).where(Checkpoint.document_id == document_id)
    if until is not None:
        statement = statement.where(Checkpoint.sequence <= until)
    checkpoint = await session.scalar(statement.order_by(Checkpoint.sequence.desc()).limit(1))
    draft = Draft(Replica())
    if checkpoint is not None:
        replica = Replica.from_updates([checkpoint.state])
        draft = Draft(replica, unpack_runs(checkpoint.authorship), checkpoint.sequence)
    await _extend(session, document_id, draft, until)
    return draft


async def last_writer(session: AsyncSession, document: Document) -> actors.Membership:
    """The membership under which the newest update of a draft was written."""
    statement = (
        select(Membership, Organization.code)
        .join(Update, Update.membership_id == Membership.id)
        .join(Organization, Organization.id == Membership.organization_id)
        .where(Update.document_id == document.id, Update.sequence == document.sequence)
    )
    row, code = (await session.execute(statement)).one()
    role = actors.Role(row.role)
    return actors.Membership(MembershipId(row.id), OrganizationId(row.organization_id), code, role)


class Drafts:
    """Folded drafts of this process; only committed rows ever reach them.

    A draft handed out may be read until the next await; whoever changes one takes a fold or a fork of their own.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[str, Draft] = OrderedDict()
        self._written: OrderedDict[tuple[str, int], tuple[str, tuple[Run, ...]]] = OrderedDict()
        self._lock = asyncio.Lock()

    async def load(self, session: AsyncSession, document_id: str) -> Draft:
        """The draft, at least as far as the session's snapshot; the session must not have appended to it."""
        async with self._lock:
            draft = self._known.pop(document_id, None)
            try:
                if draft is None:
                    draft = await fold(session, document_id)
                else:
                    await _extend(session, document_id, draft)
            except BaseException:
                draft = None
                raise
            finally:
                if draft is not None:
                    self._known[document_id] = draft
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            return draft

    async def text_at(self, session: AsyncSession, document_id: str, sequence: int) -> str:
        """The text at a sequence that is in the log."""
        return (await self.written_at(session, document_id, sequence))[0]

    async def written_at(
        self, session: AsyncSession, document_id: str, sequence: int
    ) -> tuple[str, tuple[Run, ...]]:
        """The text at a sequence that is in the log, and who wrote it; neither ever changes again."""
        place = (document_id, sequence)
        written = self._written.get(place)
        if written is None:
            draft = await fold(session, document_id, sequence)
            written = self._written[place] = (draft.text, draft.runs)
            while len(self._written) > KEPT_TEXTS:
                self._written.popitem(last=False)
        self._written.move_to_end(place)
        return written


async def _extend(session: AsyncSession, document_id: str, draft: Draft, until: int | None = None) -> None:
    for row in await log_rows(session, document_id, after=draft.sequence, until=until):
        draft.append(row)


def _runs(stored: Sequence[Sequence[object]] | None) -> tuple[Run, ...] | None:
    return None if stored is None else tuple(Run(int(str(length)), str(author)) for length, author in stored)
