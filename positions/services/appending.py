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

_ONE_OF = {
    "postgresql": "= ANY(CAST(:ids AS text[]))",
    "sqlite": "IN (SELECT value FROM json_each(:ids))",
}
_LOCK = {"postgresql": "FOR UPDATE SKIP LOCKED", "sqlite": ""}

_HEADS = {
    dialect: text(f"SELECT id, sequence, stage FROM documents WHERE id {one_of} {_LOCK[dialect]}")  # noqa: S608  # constants
    for dialect, one_of in _ONE_OF.items()
}
_MOVE = {
    dialect: text(f"""
        UPDATE documents SET updated_at = :at,
            sequence = (SELECT max(sequence) FROM updates WHERE document_id = documents.id)
        WHERE id {one_of}
    """).bindparams(bindparam("at", type_=UtcDateTime))  # noqa: S608  # as above
    for dialect, one_of in _ONE_OF.items()
}
_APPEND = insert(Update)
_APPEND_AT_ONCE = text("""
    INSERT INTO updates (document_id, sequence, membership_id, at, payload)
    SELECT document, sequence, author, CAST(:at AS timestamptz), payload
    FROM unnest(CAST(:documents AS text[]), CAST(:sequences AS bigint[]), CAST(:authors AS text[]), CAST(:payloads AS bytea[]))
        AS row (document, sequence, author, payload)
""")


async def lock_heads(connection: AsyncConnection, wanted: set[str]) -> dict[str, tuple[int, str]]:
    """Sequence and stage of all documents that nobody else holds; they are held to the end of the transaction."""
    dialect = connection.dialect.name
    found = await connection.execute(_HEADS[dialect], {"ids": _ids(dialect, wanted)})
    return {row.id: (row.sequence, row.stage) for row in found}


async def append_rows(
    connection: AsyncConnection, taken: Mapping[str, Sequence[LogRow]], now: datetime
) -> None:
    """Write the rows of some documents, and where their logs end now."""
    dialect = connection.dialect.name
    rows = list(chain.from_iterable(taken.values()))
    documents = [document_id for document_id, each in taken.items() for _ in each]
    if dialect == "postgresql":
        await connection.execute(
            _APPEND_AT_ONCE,
            {
                "at": now,
                "documents": documents,
                "sequences": [row.sequence for row in rows],
                "authors": [row.author for row in rows],
                "payloads": [row.update for row in rows],
            },
        )
    else:
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
    await connection.execute(_MOVE[dialect], {"ids": _ids(dialect, taken), "at": now})


def _ids(dialect: str, wanted: Mapping[str, object] | set[str]) -> list[str] | str:
    return list(wanted) if dialect == "postgresql" else json.dumps(list(wanted))
