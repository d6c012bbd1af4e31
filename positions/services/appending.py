"""The statements that live typing is written with, few and made once: they are most of what a server asks of its database."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain

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
            CAST(:documents AS text[]), CAST(:sequences AS bigint[]), CAST(:authors AS text[]), CAST(:payloads AS bytea[])
        ) AS row (document, sequence, author, payload)
    ), moved AS (
        UPDATE documents SET sequence = head.sequence, updated_at = :at
        FROM (SELECT document, max(sequence) AS sequence FROM typed GROUP BY document) AS head
        WHERE documents.id = head.document
    )
    INSERT INTO updates (document_id, sequence, membership_id, at, payload)
    SELECT document, sequence, author, :at, payload FROM typed
""")
"""A statement costs PostgreSQL's clients more than what it says."""


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
    documents = [document_id for document_id, each in taken.items() for _ in each]
    if connection.dialect.name == "postgresql":
        await connection.execute(
            _APPEND_AND_MOVE,
            {
                "at": now,
                "documents": documents,
                "sequences": [row.sequence for row in rows],
                "authors": [row.author for row in rows],
                "payloads": [row.update for row in rows],
            },
        )
        return
    await connection.execute(
        _APPEND,
        [
            {
                "document_id": document_id,
                "sequence": row.sequence,
                "membership_id": row.author,
                "at": now,
                "payload": row.update,
            }
            for document_id, row in zip(documents, rows, strict=True)
        ],
    )
    await connection.execute(_MOVE, {"ids": json.dumps(list(taken)), "at": now})
