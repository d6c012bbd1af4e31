"""text engine."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

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
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("numbered_from", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_column("numbered_from")
    for table in IMPORTED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("imported_at")
            batch_op.drop_column("imported_author")
