"""Documents with their drafts: the row that numbers the log, the log itself, its checkpoints, and who owns a client id."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.positions import Position


class Document(Base):
    """A position's text in one language, and its draft's head.

    `stage` repeats the position's stage so that one row lock both numbers updates and refuses them after a freeze. A
    translation names the original's version it follows, and what was approved of it against which version of the original.
    Paragraphs keep the numbers of the version `numbered_from`, so that what people hold printed stays citable.
    """

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("position_id", "language"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"))
    language: Mapped[str]
    is_original: Mapped[bool]
    stage: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0)
    next_client: Mapped[int] = mapped_column(default=0)
    version_count: Mapped[int] = mapped_column(default=0)
    numbered_from: Mapped[int | None]
    source_version_id: Mapped[str | None]
    approved_version_id: Mapped[str | None]
    approved_source_id: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    position: Mapped[Position] = relationship(lazy="raise")


class Update(Base):
    """One row of a draft's append-only log; `attribution` names authors of inserted runs where the submitter is not the author."""

    __tablename__ = "updates"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    at: Mapped[datetime]
    payload: Mapped[bytes] = mapped_column(LargeBinary)
    attribution: Mapped[list[tuple[int, str]] | None] = mapped_column(JSON)


class Checkpoint(Base):
    """The fold of a gapless prefix of the log, for quick loading, its authorship packed; may be deleted at any time."""

    __tablename__ = "checkpoints"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[bytes] = mapped_column(LargeBinary)
    authorship: Mapped[bytes] = mapped_column(LargeBinary)


class ClientClaim(Base):
    """A browser's client id, owned by the first member seen with it."""

    __tablename__ = "client_claims"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    client: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)  # up to 53 bits
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"))
