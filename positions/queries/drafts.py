"""Drafts read from their log: the fold of the newest checkpoint and the rows after it, kept in memory between reads.

What is read of a draft is what the request's snapshot has, like all else that the request reads: amendments, versions and the
sequence that a member is said to have seen belong to that text and to no later one.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions import actors
from positions.authorship import Run
from positions.drafts import Draft, LogRow
from positions.ids import MembershipId, OrganizationId
from positions.models.documents import Checkpoint, Document, Update
from positions.models.members import Membership
from positions.models.organizations import Organization
from positions.replicas import Replica
from positions.versions import unpack_runs

KEPT = 64
"""How many folded drafts one process keeps."""

KEPT_TEXTS = 200
"""How many earlier texts of drafts one process keeps."""

AT_ONCE = 100
"""So many rows are folded before others have their turn: some 10 to 30 ms."""

K = TypeVar("K")
V = TypeVar("V")


async def log_rows(
    session: AsyncSession, document_id: str, *, after: int, until: int | None = None
) -> list[LogRow]:
    """The log's rows after a sequence, in order."""
    return (await rows_after(session, {document_id: after}, until)).get(document_id, [])


async def rows_after(
    session: AsyncSession, sequences: Mapping[str, int], until: int | None = None
) -> dict[str, list[LogRow]]:
    """The rows of several logs, each after a sequence, in order."""
    lacking = [and_(Update.document_id == key, Update.sequence > last) for key, last in sequences.items()]
    statement = select(
        Update.document_id, Update.sequence, Update.payload, Update.membership_id, Update.attribution
    ).where(or_(*lacking))
    if until is not None:
        statement = statement.where(Update.sequence <= until)
    rows: dict[str, list[LogRow]] = {}
    found = await session.execute(statement.order_by(Update.document_id, Update.sequence))
    for key, sequence, payload, author, runs in found:
        rows.setdefault(key, []).append(LogRow(sequence, payload, author, _runs(runs)))
    return rows


async def fold(session: AsyncSession, document_id: str, until: int | None = None) -> Draft:
    """The draft as the log gives it, at a sequence or at the head; it belongs to the caller."""
    statement = select(Checkpoint).where(Checkpoint.document_id == document_id)
    if until is not None:
        statement = statement.where(Checkpoint.sequence <= until)
    checkpoint = await session.scalar(statement.order_by(Checkpoint.sequence.desc()).limit(1))
    draft = Draft(Replica())
    if checkpoint is not None:
        replica = Replica.from_updates([checkpoint.state], known=True)
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


class Written(NamedTuple):
    """A draft at one sequence, to be read: it never changes again."""

    sequence: int
    text: str
    runs: tuple[Run, ...]


class Drafts:
    """Folded drafts of this process; only committed rows ever reach them."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Draft] = OrderedDict()
        self._heads: OrderedDict[tuple[str, int], Written] = OrderedDict()
        self._earlier: OrderedDict[tuple[str, int], Written] = OrderedDict()
        self._lock = asyncio.Lock()

    async def load(self, session: AsyncSession, document_id: str) -> Draft:
        """The draft at its head, for whoever holds its row and has not appended to it; what changes it needs a fork."""
        async with self._lock:
            return await self._load(session, document_id)

    async def read(self, session: AsyncSession, document_id: str) -> Written:
        """The draft as the session's snapshot has it, also when others have read a later one by now."""
        sequence = await session.scalar(select(Document.sequence).where(Document.id == document_id))
        assert sequence is not None
        place = (document_id, sequence)
        async with self._lock:
            if place not in self._heads:
                draft = await self._load(session, document_id)
                if draft.sequence == sequence:
                    _keep(self._heads, place, Written(sequence, draft.text, draft.runs), KEPT)
        return self._heads.get(place) or await self.read_at(session, document_id, sequence)

    async def read_at(self, session: AsyncSession, document_id: str, sequence: int) -> Written:
        """The draft at a sequence that is in the log."""
        place = (document_id, sequence)
        written = self._earlier.get(place) or self._heads.get(place)
        if written is None:
            draft = await fold(session, document_id, sequence)
            written = Written(sequence, draft.text, draft.runs)
        _keep(self._earlier, place, written, KEPT_TEXTS)
        return written

    async def _load(self, session: AsyncSession, document_id: str) -> Draft:
        draft = self._known.pop(document_id, None)
        if draft is None:
            draft = await fold(session, document_id)
        else:
            await _extend(session, document_id, draft)
        _keep(self._known, document_id, draft, KEPT)
        return draft


def _keep(known: OrderedDict[K, V], place: K, found: V, most: int) -> None:
    """Remember what was found as the newest, and let go of the oldest."""
    known[place] = found
    known.move_to_end(place)
    while len(known) > most:
        known.popitem(last=False)


async def _extend(session: AsyncSession, document_id: str, draft: Draft, until: int | None = None) -> None:
    await fold_in(draft, await log_rows(session, document_id, after=draft.sequence, until=until))


async def fold_in(draft: Draft, rows: Sequence[LogRow]) -> None:
    """Append rows to a draft, letting others have their turn in between: there may be thousands."""
    for start in range(0, len(rows), AT_ONCE):
        draft.extend(rows[start : start + AT_ONCE])
        await asyncio.sleep(0)


def _runs(stored: Sequence[Sequence[object]] | None) -> tuple[Run, ...] | None:
    return None if stored is None else tuple(Run(int(str(length)), str(author)) for length, author in stored)
