"""text engine."""

import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from positions.authorship import Run
from positions.models.append_only import create_statements, drop_statements
from positions.versions import KEYFRAME_EVERY, keyframe_of, pack_runs, unpack_runs

revision: str = "0004text"
down_revision: str | None = "0003rounds"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

IMPORTED = ("amendments", "comments")
"""What may come out of a Word file: it keeps who wrote it there, and when."""


def upgrade() -> None:
    for table in IMPORTED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("imported_author", sa.String(), nullable=True))
            batch_op.add_column(sa.Column("imported_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("amendments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("decided_sequence", sa.Integer(), nullable=True))
    _know_where_they_went_in()
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("numbered_from", sa.Integer(), nullable=True))
    _change_versions(is_packed=True)


def downgrade() -> None:
    _change_versions(is_packed=False)
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_column("numbered_from")
    with op.batch_alter_table("amendments", schema=None) as batch_op:
        batch_op.drop_column("decided_sequence")
    for table in IMPORTED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("imported_at")
            batch_op.drop_column("imported_author")


def _know_where_they_went_in() -> None:
    """What was incorporated until now gets its place in the draft's log from the record."""
    events = sa.table("events", sa.column("tag"), sa.column("body"))
    rows = sa.table("amendments", *map(sa.column, ("id", "decided_text", "decided_sequence")))
    bind = op.get_bind()
    for body in (
        bind.execute(sa.select(events.c.body).where(events.c.tag == "amendment:decided")).scalars().all()
    ):
        told = json.loads(body)
        went_in = sa.and_(rows.c.id == told["amendment"], rows.c.decided_text.is_not(None))
        bind.execute(sa.update(rows).where(went_in).values(decided_sequence=told["sequence"]))


PACKED = {"versions": ("document_id", "number"), "checkpoints": ("document_id", "sequence")}
"""The tables whose authorship is packed, and what numbers their rows."""


def _change_versions(*, is_packed: bool) -> None:
    """Pack the authorship, or unpack it; a version says at which occasion the system saved it."""
    dialect = op.get_bind().dialect.name
    for statement in drop_statements(dialect, ("versions",)):
        op.execute(statement)
    for table, keys in PACKED.items():
        kind: sa.LargeBinary | sa.JSON = sa.LargeBinary() if is_packed else sa.JSON()
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("carried", kind, nullable=True))
        _carry(table, keys, is_packed=is_packed)
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("authorship")
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("carried", new_column_name="authorship", existing_type=kind, nullable=False)
    if is_packed:
        _say_occasions()
    else:
        _say_whether_automatic()
    for statement in create_statements(dialect, ("versions",)):
        op.execute(statement)


def _say_occasions() -> None:
    """Until now the system saved only before a step, of which most were stages; a number says what its keyframe is."""
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("occasion", sa.String(), nullable=True))
    op.execute("UPDATE versions SET occasion = 'STAGE' WHERE is_automatic")
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.drop_column("is_automatic")
        batch_op.drop_column("keyframe")


def _say_whether_automatic() -> None:
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_automatic", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("keyframe", sa.Integer(), nullable=True))
    numbered = f"number - (number - 1) % {KEYFRAME_EVERY}"
    op.execute(f"UPDATE versions SET is_automatic = occasion IS NOT NULL, keyframe = {numbered}")  # noqa: S608  # a constant
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.drop_column("occasion")
        batch_op.alter_column("is_automatic", existing_type=sa.Boolean(), nullable=False)
        batch_op.alter_column("keyframe", existing_type=sa.Integer(), nullable=False)


def _carry(table: str, keys: tuple[str, str], *, is_packed: bool) -> None:
    """Write every row's authorship in its other form; the keyframe of a version comes before it."""
    plain, packed = sa.JSON(), sa.LargeBinary()
    here, there = (plain, packed) if is_packed else (packed, plain)
    rows = sa.table(table, *map(sa.column, keys), sa.column("authorship", here), sa.column("carried", there))
    bind = op.get_bind()
    keyframe: bytes | None = None
    order = [rows.c[key] for key in keys]
    for document_id, number in bind.execute(sa.select(*order).order_by(*order)).all():
        is_this = sa.and_(order[0] == document_id, order[1] == number)
        stored = bind.execute(sa.select(rows.c.authorship).where(is_this)).scalar_one()
        base = None if table == "checkpoints" or keyframe_of(number) == number else keyframe
        if is_packed:
            carried: object = pack_runs([Run(length, author) for length, author in stored], base)
        else:
            carried = [list(run) for run in unpack_runs(stored, base)]
        if base is None:
            keyframe = bytes(carried if isinstance(carried, bytes) else stored)
        bind.execute(sa.update(rows).where(is_this).values(carried=carried))
