"""What a translation's blocks were translated from, so that a later change of the source shows."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from positions.models.base import Base


class TranslatedBlock(Base):
    """A block of the original (by the hash of its text) and the wording that somebody gave or confirmed for it."""

    __tablename__ = "translated_blocks"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    source_sha256: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    target: Mapped[str]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    confirmed_at: Mapped[datetime]
