"""Statements annexed to an adopted version, who signs them, and signatures taken back after the adoption."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.organizations import Organization


class Statement(Base):
    """A statement for the minutes or a dissenting opinion; `language` is that of its text, `act` the minutes it was recorded from."""

    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("position_id", "number"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"))
    round_id: Mapped[str] = mapped_column(ForeignKey("rounds.id"))
    number: Mapped[int]
    kind: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]
    act: Mapped[dict[str, str] | None] = mapped_column(JSON)
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    annexed_at: Mapped[datetime]
    signatures: Mapped[list["StatementSignature"]] = relationship(lazy="raise")


class StatementSignature(Base):
    """An organization that a statement names; it stands as a signatory once `signed_at` is set."""

    __tablename__ = "statement_signatures"
    statement_id: Mapped[str] = mapped_column(ForeignKey("statements.id"), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    membership_id: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    signed_at: Mapped[datetime | None]
    organization: Mapped[Organization] = relationship(lazy="raise")


class SignatureWithdrawal(Base):
    """An organization that approved and no longer stands behind the adopted text, by its own act (body, date, reference)."""

    __tablename__ = "signature_withdrawals"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    withdrawn_on: Mapped[date]
    act: Mapped[dict[str, str]] = mapped_column(JSON)
    reason: Mapped[str | None]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    recorded_at: Mapped[datetime]
    organization: Mapped[Organization] = relationship(lazy="raise")
