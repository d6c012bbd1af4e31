"""Threads on a passage or on the paper, and their comments."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.members import Membership


class Thread(Base):
    """A discussion. Its anchor speaks about one version, or about the draft at a sequence; all null on the whole paper."""

    __tablename__ = "threads"
    __table_args__ = (Index("ix_threads_position_id_id", "position_id", "id"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"))
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    visibility: Mapped[str]
    organization_id: Mapped[str] = mapped_column(ForeignKey("organizations.id"))
    version_number: Mapped[int | None]
    draft_sequence: Mapped[int | None]
    start: Mapped[int | None]
    end: Mapped[int | None]
    exact: Mapped[str | None]
    prefix: Mapped[str | None]
    suffix: Mapped[str | None]
    created_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[str | None] = mapped_column(ForeignKey("memberships.id"))
    resolved_by: Mapped[Membership | None] = relationship(lazy="raise")
    comments: Mapped[list["Comment"]] = relationship(
        lazy="raise", order_by="Comment.id", back_populates="thread"
    )


class Comment(Base):
    """One remark in a thread; one that came out of a Word file keeps who wrote it there, and when."""

    __tablename__ = "comments"
    id: Mapped[str] = mapped_column(primary_key=True)
    thread_id: Mapped[str] = mapped_column(ForeignKey("threads.id"), index=True)
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    body: Mapped[str]
    imported_author: Mapped[str | None]
    imported_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    thread: Mapped[Thread] = relationship(lazy="raise", back_populates="comments")
    membership: Mapped[Membership] = relationship(lazy="raise")
