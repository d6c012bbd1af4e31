"""Answers kept under an idempotency key, and each member's last look at a paper."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from positions.models.base import Base


class Answer(Base):
    """What an operation answered to a member's key, with the hash of its input."""

    __tablename__ = "answers"
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), primary_key=True)
    operation: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    input_hash: Mapped[str]
    answer: Mapped[dict[str, object]] = mapped_column(JSON)
    created_at: Mapped[datetime]


class Look(Base):
    """When a member last read a document, and which draft sequence that was."""

    __tablename__ = "looks"
    member_id: Mapped[str] = mapped_column(ForeignKey("members.id"), primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    sequence: Mapped[int]
    at: Mapped[datetime]
