"""What members are told, and the mails that carry it: both are written in the unit of work of what they tell."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.members import Invitation, Member
from positions.models.positions import Position


class Notice(Base):
    """Something told to one member, once: `key` says of what. `facts` are what its wording needs; `mail_id`: in which mail."""

    __tablename__ = "notices"
    __table_args__ = (
        UniqueConstraint("member_id", "key"),
        Index("ix_notices_member_id_seen_at", "member_id", "seen_at"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
    organization_id: Mapped[str | None] = mapped_column(ForeignKey("organizations.id"))
    position_id: Mapped[str | None] = mapped_column(ForeignKey("positions.id"), index=True)
    round_id: Mapped[str | None] = mapped_column(ForeignKey("rounds.id"), index=True)
    kind: Mapped[str]
    key: Mapped[str]
    facts: Mapped[dict[str, object]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    mail_at: Mapped[datetime | None] = mapped_column(index=True)
    mail_id: Mapped[str | None] = mapped_column(ForeignKey("mails.id"), index=True)
    seen_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    member: Mapped[Member] = relationship(lazy="raise")
    position: Mapped[Position | None] = relationship(lazy="raise")


class Mail(Base):
    """A mail on its way: it is taken before it is handed over and never handed over twice; one that was taken and not
    acknowledged is doubtful until somebody looks.

    Its words are written when it goes, from its notices; `letter` keeps what only an invitation needs, until it has gone."""

    __tablename__ = "mails"
    id: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("members.id"), index=True)
    invitation_id: Mapped[str | None] = mapped_column(ForeignKey("invitations.id"))
    letter: Mapped[dict[str, str] | None] = mapped_column(JSON)
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    taken_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    fault: Mapped[str | None]
    created_at: Mapped[datetime]
    member: Mapped[Member | None] = relationship(lazy="raise")
    invitation: Mapped[Invitation | None] = relationship(lazy="raise")
    notices: Mapped[list[Notice]] = relationship(lazy="raise", order_by=Notice.id)
