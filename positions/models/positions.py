"""Positions and what stands on their cover."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.institutions import Institution, Subject
from positions.models.organizations import Organization


class Position(Base):
    """A joint position paper as a whole; it keeps the route as it was when it was chosen."""

    __tablename__ = "positions"
    __table_args__ = (Index("ix_positions_updated_at_id", "updated_at", "id"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    stage: Mapped[str]
    lead_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    original_language: Mapped[str]
    route_key: Mapped[str | None]
    route: Mapped[dict[str, object] | None] = mapped_column(JSON)
    target_deadline: Mapped[datetime | None]
    tabling_deadline: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    adopted_version_id: Mapped[str | None]
    search: Mapped[str] = mapped_column(default="", deferred=True, deferred_raiseload=True)
    search_public: Mapped[str] = mapped_column(default="", deferred=True, deferred_raiseload=True)
    lead: Mapped[Organization] = relationship(lazy="raise")
    headings: Mapped[list["Heading"]] = relationship(
        lazy="raise", order_by="Heading.language", cascade="all, delete-orphan"
    )
    participations: Mapped[list["Participation"]] = relationship(lazy="raise", cascade="all, delete-orphan")
    relations: Mapped[list["Relation"]] = relationship(
        lazy="raise", order_by="Relation.number", cascade="all, delete-orphan"
    )
    milestones: Mapped[list["Milestone"]] = relationship(
        lazy="raise", order_by="Milestone.due_at", cascade="all, delete-orphan"
    )
    subjects: Mapped[list[Subject]] = relationship(
        lazy="raise", secondary="position_subjects", order_by=Subject.code
    )
    addressees: Mapped[list[Institution]] = relationship(
        lazy="raise", secondary="position_addressees", order_by=Institution.code
    )


class Heading(Base):
    """Title and plain summary in one language."""

    __tablename__ = "headings"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str | None]
    summary: Mapped[str | None]


class Participation(Base):
    """An organization's part in a position: INVITED, ACCEPTED or LEFT."""

    __tablename__ = "participations"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"), primary_key=True)
    state: Mapped[str]
    since: Mapped[datetime]
    organization: Mapped[Organization] = relationship(lazy="raise")


class PositionSubject(Base):
    """Position to subject."""

    __tablename__ = "position_subjects"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    subject_code: Mapped[str] = mapped_column(ForeignKey("subjects.code"), primary_key=True)


class PositionAddressee(Base):
    """Position to addressed institution."""

    __tablename__ = "position_addressees"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    institution_id: Mapped[str] = mapped_column(ForeignKey("institutions.id"), primary_key=True)


class Relation(Base):
    """An identifier of the file that the position is about."""

    __tablename__ = "relations"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    value: Mapped[str] = mapped_column(index=True)


class Milestone(Base):
    """A date of the calendar."""

    __tablename__ = "milestones"
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
