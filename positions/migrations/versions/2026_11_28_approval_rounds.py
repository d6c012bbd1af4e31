"""approval rounds."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003rounds"
down_revision: str | None = "0002answer"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

FILLED = (
    ("members", "cadence"),
    ("invitations", "is_substitute"),
    ("memberships", "is_substitute"),
    ("organizations", "confirms_votes"),
    ("votes", "is_awaiting"),
    ("votes", "is_substitute"),
)
"""New columns that every known row gets a value for, once."""


def upgrade() -> None:
    op.create_table(
        "holidays",
        sa.Column("calendar", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("calendar", "day", name=op.f("pk_holidays")),
    )
    op.create_table(
        "routes",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_routes")),
    )
    op.create_table(
        "mails",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=True),
        sa.Column("invitation_id", sa.String(), nullable=True),
        sa.Column("letter", sa.JSON(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_mails_member_id_members")),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitations.id"], name=op.f("fk_mails_invitation_id_invitations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
    )
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mails_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mails_state"), ["state"], unique=False)

    op.create_table(
        "suspensions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organization_id", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_suspensions_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspensions")),
    )
    with op.batch_alter_table("suspensions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suspensions_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "certificates",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position_id", sa.String(), nullable=False),
        sa.Column("organization_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("membership_id", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["memberships.id"], name=op.f("fk_certificates_membership_id_memberships")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_certificates_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(
            ["position_id"], ["positions.id"], name=op.f("fk_certificates_position_id_positions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
    )
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificates_position_id"), ["position_id"], unique=False)

    op.create_table(
        "notices",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("organization_id", sa.String(), nullable=True),
        sa.Column("position_id", sa.String(), nullable=True),
        sa.Column("round_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mail_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mail_id", sa.String(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["mail_id"], ["mails.id"], name=op.f("fk_notices_mail_id_mails")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_notices_member_id_members")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organizations.id"], name=op.f("fk_notices_organization_id_organizations")
        ),
        sa.ForeignKeyConstraint(
            ["position_id"], ["positions.id"], name=op.f("fk_notices_position_id_positions")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_notices_round_id_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("member_id", "key", name=op.f("uq_notices_member_id")),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notices_mail_at"), ["mail_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_mail_id"), ["mail_id"], unique=False)
        batch_op.create_index("ix_notices_member_id_seen_at", ["member_id", "seen_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_position_id"), ["position_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_round_id"), ["round_id"], unique=False)

    op.create_table(
        "confirmations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("vote_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["memberships.id"], name=op.f("fk_confirmations_asked_by_memberships")
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["memberships.id"], name=op.f("fk_confirmations_confirmed_by_memberships")
        ),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_confirmations_vote_id_votes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmations")),
    )
    with op.batch_alter_table("confirmations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_confirmations_vote_id"), ["vote_id"], unique=False)

    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("cadence", sa.String(), nullable=False, server_default="DAILY"))
        batch_op.add_column(sa.Column("calendar_secret_hash", sa.String(), nullable=True))
        batch_op.create_unique_constraint(
            batch_op.f("uq_members_calendar_secret_hash"), ["calendar_secret_hash"]
        )

    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_substitute", sa.Boolean(), nullable=False, server_default=sa.false())
        )

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_substitute", sa.Boolean(), nullable=False, server_default=sa.false())
        )

    with op.batch_alter_table("organizations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("successor_id", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column("confirms_votes", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_organizations_successor_id_organizations"),
            "organizations",
            ["successor_id"],
            ["id"],
        )

    with op.batch_alter_table("positions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("route", sa.JSON(), nullable=True))

    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.add_column(sa.Column("repeats_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("urgency", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("created_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("extended_from", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("extension_reason", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("recalled_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_rounds_repeats_id_rounds"), "rounds", ["repeats_id"], ["id"]
        )

    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_awaiting", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(
            sa.Column("is_substitute", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("renews_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("certificate_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("ratification_act", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("ratification_settled_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("ratification_certificate_id", sa.String(), nullable=True))
        batch_op.drop_index("uq_votes_current")
        batch_op.create_index(
            "uq_votes_current",
            ["round_id", "organization_id"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL AND NOT is_awaiting"),
            postgresql_where=sa.text("replaced_at IS NULL AND NOT is_awaiting"),
        )
        batch_op.create_index(
            "uq_votes_awaiting",
            ["round_id", "organization_id"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL AND is_awaiting"),
            postgresql_where=sa.text("replaced_at IS NULL AND is_awaiting"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_votes_renews_id_votes"), "votes", ["renews_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_votes_certificate_id_certificates"), "certificates", ["certificate_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_votes_ratification_certificate_id_certificates"),
            "certificates",
            ["ratification_certificate_id"],
            ["id"],
        )

    for table, column in FILLED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_votes_ratification_certificate_id_certificates"), type_="foreignkey"
        )
        batch_op.drop_constraint(batch_op.f("fk_votes_certificate_id_certificates"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_votes_renews_id_votes"), type_="foreignkey")
        batch_op.drop_index(
            "uq_votes_awaiting",
            sqlite_where=sa.text("replaced_at IS NULL AND is_awaiting"),
            postgresql_where=sa.text("replaced_at IS NULL AND is_awaiting"),
        )
        batch_op.drop_index("uq_votes_current")
        batch_op.create_index(
            "uq_votes_current",
            ["round_id", "organization_id"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )
        batch_op.drop_column("ratification_certificate_id")
        batch_op.drop_column("ratification_settled_at")
        batch_op.drop_column("ratification_act")
        batch_op.drop_column("certificate_id")
        batch_op.drop_column("renews_id")
        batch_op.drop_column("is_substitute")
        batch_op.drop_column("is_awaiting")

    with op.batch_alter_table("rounds", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_rounds_repeats_id_rounds"), type_="foreignkey")
        batch_op.drop_column("recalled_at")
        batch_op.drop_column("extension_reason")
        batch_op.drop_column("extended_from")
        batch_op.drop_column("created_at")
        batch_op.drop_column("urgency")
        batch_op.drop_column("repeats_id")

    with op.batch_alter_table("positions", schema=None) as batch_op:
        batch_op.drop_column("route")

    with op.batch_alter_table("organizations", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_organizations_successor_id_organizations"), type_="foreignkey"
        )
        batch_op.drop_column("confirms_votes")
        batch_op.drop_column("successor_id")
        batch_op.drop_column("ended_on")

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_column("is_substitute")

    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_column("is_substitute")

    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_members_calendar_secret_hash"), type_="unique")
        batch_op.drop_column("calendar_secret_hash")
        batch_op.drop_column("cadence")

    with op.batch_alter_table("confirmations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_confirmations_vote_id"))

    op.drop_table("confirmations")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notices_round_id"))
        batch_op.drop_index(batch_op.f("ix_notices_position_id"))
        batch_op.drop_index("ix_notices_member_id_seen_at")
        batch_op.drop_index(batch_op.f("ix_notices_mail_id"))
        batch_op.drop_index(batch_op.f("ix_notices_mail_at"))

    op.drop_table("notices")
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_certificates_position_id"))

    op.drop_table("certificates")
    with op.batch_alter_table("suspensions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_suspensions_organization_id"))

    op.drop_table("suspensions")
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mails_state"))
        batch_op.drop_index(batch_op.f("ix_mails_member_id"))

    op.drop_table("mails")
    op.drop_table("routes")
    op.drop_table("holidays")
