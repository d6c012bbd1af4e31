"""Amendments, their authors, and what they replace."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.members import Membership
from positions.models.organizations import Organization


class Amendment(Base):
    """A proposed change to a version; `original` is the target's text, offsets are of that version.

    One whose text went in knows the draft's sequence after it. One that came out of a Word file as a tracked change keeps who wrote it there, and when.
    """

    __tablename__ = "amendments"
    __table_args__ = (UniqueConstraint("position_id", "number"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"))
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), index=True)
    number: Mapped[int]
    status: Mapped[str]
    operation: Mapped[str]
    version_number: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    original: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    proposed_text: Mapped[str]
    justification: Mapped[str]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    created_at: Mapped[datetime]
    imported_author: Mapped[str | None]
    imported_at: Mapped[datetime | None]
    decided_text: Mapped[str | None]
    decision_reason: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    decided_sequence: Mapped[int | None]
    decided_by_id: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    membership: Mapped[Membership] = relationship(lazy="raise", foreign_keys=[membership_id])
    decided_by: Mapped[Membership | None] = relationship(lazy="raise", foreign_keys=[decided_by_id])
    authors: Mapped[list["AmendmentAuthor"]] = relationship(lazy="raise", order_by="AmendmentAuthor.number")
    replaces: Mapped[list["Amendment"]] = relationship(
        lazy="raise",
        secondary="amendment_replacements",
        primaryjoin="Amendment.id == AmendmentReplacement.amendment_id",
        secondaryjoin="Amendment.id == AmendmentReplacement.replaced_id",
        order_by="Amendment.number",
    )


class AmendmentAuthor(Base):
    """An author organization; the first is the one whose member tabled it."""

    __tablename__ = "amendment_authors"
    amendment_id: Mapped[str] = mapped_column(ForeignKey("amendments.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    organization: Mapped[Organization] = relationship(lazy="raise")


class AmendmentReplacement(Base):
    """A compromise amendment and one that falls when it is incorporated."""

    __tablename__ = "amendment_replacements"
    amendment_id: Mapped[str] = mapped_column(ForeignKey("amendments.id"), primary_key=True)
    replaced_id: Mapped[str] = mapped_column(ForeignKey("amendments.id"), primary_key=True)
