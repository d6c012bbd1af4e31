"""The statements that live typing is written with, few and made once: they are most of what a server asks of its database."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import bindparam, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from positions.drafts import LogRow
from positions.models.base import UtcDateTime
from positions.models.documents import Update
from positions.services.postgres import driver_of

_HEADS = text("SELECT id, sequence, stage FROM documents WHERE id IN (SELECT value FROM json_each(:ids))")
_APPEND = insert(Update)
_MOVE = text("""
    UPDATE documents SET updated_at = :at,
        sequence = (SELECT max(sequence) FROM updates WHERE document_id = documents.id)
    WHERE id IN (SELECT value FROM json_each(:ids))
""").bindparams(bindparam("at", type_=UtcDateTime))

_HEADS_OF_POSTGRES = (
    "SELECT id, sequence, stage FROM documents WHERE id = ANY(%(ids)s::text[]) FOR UPDATE SKIP LOCKED"
)
_APPEND_AND_MOVE = """
    WITH typed AS (
        SELECT * FROM unnest(
            %(document_id)s::text[], %(sequence)s::bigint[], %(membership_id)s::text[], %(payload)s::bytea[]
        ) AS row (document_id, sequence, membership_id, payload)
    ), moved AS (
        UPDATE documents SET sequence = head.sequence, updated_at = %(at)s
        FROM (SELECT document_id, max(sequence) AS sequence FROM typed GROUP BY document_id) AS head
        WHERE documents.id = head.document_id
    )
    INSERT INTO updates (document_id, sequence, membership_id, at, payload)
    SELECT document_id, sequence, membership_id, %(at)s, payload FROM typed
"""


async def lock_heads(session: AsyncSession, wanted: set[str]) -> dict[str, tuple[int, str]]:
    """Sequence and stage of all documents that nobody else holds; they are held to the end of the transaction."""
    found: Sequence[Sequence[Any]]
    if _is_postgres(session):
        asked = await (await driver_of(session)).execute(_HEADS_OF_POSTGRES, {"ids": list(wanted)})
        found = await asked.fetchall()
    else:
        found = (await session.execute(_HEADS, {"ids": json.dumps(list(wanted))})).all()
    return {document_id: (sequence, stage) for document_id, sequence, stage in found}


async def append_rows(session: AsyncSession, taken: Mapping[str, Sequence[LogRow]], now: datetime) -> None:
    """Write the rows of some documents, and where their logs end now."""
    rows = list(chain.from_iterable(taken.values()))
    columns: dict[str, list[Any]] = {
        "document_id": [document_id for document_id, each in taken.items() for _ in each],
        "sequence": [row.sequence for row in rows],
        "membership_id": [row.author for row in rows],
        "payload": [row.update for row in rows],
    }
    if _is_postgres(session):
        await (await driver_of(session)).execute(_APPEND_AND_MOVE, {"at": now, **columns})
        return
    connection = await session.connection()
    singly = zip(*columns.values(), strict=True)
    await connection.execute(_APPEND, [dict(zip(columns, row, strict=True), at=now) for row in singly])
    await connection.execute(_MOVE, {"ids": json.dumps(list(taken)), "at": now})


def _is_postgres(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "postgresql"
