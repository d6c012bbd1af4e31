"""The record: append-only events in hash chains, the chains' heads, and the values behind salted commitments."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.members import Membership


class Chain(Base):
    """The head of one chain: a position's id, or `register` for members, roles and tokens."""

    __tablename__ = "chains"
    name: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    head: Mapped[str]


class Event(Base):
    """One audited act; `body` is canonical JSON text. With an audience, only that organization's members see it."""

    __tablename__ = "events"
    __table_args__ = (UniqueConstraint("chain", "sequence"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    chain: Mapped[str]
    sequence: Mapped[int]
    tag: Mapped[str]
    at: Mapped[datetime]
    membership_id: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    body: Mapped[str]
    hash: Mapped[str]
    previous_hash: Mapped[str]
    audience_id: Mapped[str | None] = mapped_column(ForeignKey("organizations.id"))
    membership: Mapped[Membership | None] = relationship(lazy="raise")


class Commitment(Base):
    """The salt and value behind a commitment in an event's body; erasing a person deletes this row only."""

    __tablename__ = "commitments"
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id"), primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    salt: Mapped[str]
    value: Mapped[str]
