"""The statements that live typing is written with, few and made once: they are most of what a server asks of its database."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import bindparam, insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from positions.drafts import LogRow
from positions.models.base import UtcDateTime
from positions.models.documents import Update

_HEADS = {
    "postgresql": text("""
        SELECT id, sequence, stage FROM documents WHERE id = ANY(CAST(:ids AS text[])) FOR UPDATE SKIP LOCKED
    """),
    "sqlite": text("""
        SELECT id, sequence, stage FROM documents WHERE id IN (SELECT value FROM json_each(:ids))
    """),
}
_APPEND = insert(Update)
_MOVE = text("""
    UPDATE documents SET updated_at = :at,
        sequence = (SELECT max(sequence) FROM updates WHERE document_id = documents.id)
    WHERE id IN (SELECT value FROM json_each(:ids))
""").bindparams(bindparam("at", type_=UtcDateTime))
_APPEND_AND_MOVE = text("""
    WITH typed AS (
        SELECT * FROM unnest(
            CAST(:document_id AS text[]), CAST(:sequence AS bigint[]), CAST(:membership_id AS text[]), CAST(:payload AS bytea[])
        ) AS row (document_id, sequence, membership_id, payload)
    ), moved AS (
        UPDATE documents SET sequence = head.sequence, updated_at = :at
        FROM (SELECT document_id, max(sequence) AS sequence FROM typed GROUP BY document_id) AS head
        WHERE documents.id = head.document_id
    )
    INSERT INTO updates (document_id, sequence, membership_id, at, payload)
    SELECT document_id, sequence, membership_id, :at, payload FROM typed
""")
"""The driver takes longer over a statement than over its rows."""


async def lock_heads(connection: AsyncConnection, wanted: set[str]) -> dict[str, tuple[int, str]]:
    """Sequence and stage of all documents that nobody else holds; they are held to the end of the transaction."""
    dialect = connection.dialect.name
    ids = list(wanted) if dialect == "postgresql" else json.dumps(list(wanted))
    found = await connection.execute(_HEADS[dialect], {"ids": ids})
    return {row.id: (row.sequence, row.stage) for row in found}


async def append_rows(
    connection: AsyncConnection, taken: Mapping[str, Sequence[LogRow]], now: datetime
) -> None:
    """Write the rows of some documents, and where their logs end now."""
    rows = list(chain.from_iterable(taken.values()))
    columns: dict[str, list[Any]] = {
        "document_id": [document_id for document_id, each in taken.items() for _ in each],
        "sequence": [row.sequence for row in rows],
        "membership_id": [row.author for row in rows],
        "payload": [row.update for row in rows],
    }
    if connection.dialect.name == "postgresql":
        await connection.execute(_APPEND_AND_MOVE, {"at": now, **columns})
        return
    singly = zip(*columns.values(), strict=True)
    await connection.execute(_APPEND, [dict(zip(columns, row, strict=True), at=now) for row in singly])
    await connection.execute(_MOVE, {"ids": json.dumps(list(taken)), "at": now})
