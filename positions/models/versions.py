"""Versions: immutable, numbered, hashed, stored against a keyframe."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.members import Membership


class Version(Base):
    """A snapshot of a draft; `payload` is its text and `authorship` who wrote it, both packed against the keyframe's.

    One that the system saved says at which `occasion`, and names as its member whoever wrote last or took the step. A version that corrects an adopted text says why in `erratum_reason`.
    """

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]
    label: Mapped[str | None]
    note: Mapped[str | None]
    occasion: Mapped[str | None]
    sequence: Mapped[int]
    sha256: Mapped[str]
    chain_sha256: Mapped[str]
    payload: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    authorship: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    words: Mapped[int]
    erratum_reason: Mapped[str | None]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    created_at: Mapped[datetime]
    membership: Mapped[Membership] = relationship(lazy="raise")

    @property
    def is_automatic(self) -> bool:
        """Whether the system saved it."""
        return self.occasion is not None
