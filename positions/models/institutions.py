"""Addressees, the channels that reach them, and the subjects of positions."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base


class Institution(Base):
    """An addressee."""

    __tablename__ = "institutions"
    id: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    parent_code: Mapped[str | None]
    kind: Mapped[str]
    acronym: Mapped[str | None]
    url: Mapped[str | None]
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    search: Mapped[str]
    channels: Mapped[list["Channel"]] = relationship(lazy="raise", order_by="Channel.kind")


class Channel(Base):
    """A way to reach an institution; a limit that nobody has verified stays null.

    `edited_at` says that a member has changed it since: the tables that came with the software no longer speak for it.
    """

    __tablename__ = "channels"
    institution_id: Mapped[str] = mapped_column(ForeignKey("institutions.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    languages: Mapped[list[str]] = mapped_column(JSON)
    max_characters: Mapped[int | None]
    max_bytes: Mapped[int | None]
    formats: Mapped[list[str] | None] = mapped_column(JSON)
    deadline_rule: Mapped[str | None]
    verified: Mapped[bool]
    edited_at: Mapped[datetime | None]


class Subject(Base):
    """A EuroVoc domain."""

    __tablename__ = "subjects"
    code: Mapped[str] = mapped_column(primary_key=True)
    uri: Mapped[str]
    labels: Mapped[dict[str, str]] = mapped_column(JSON)


class Term(Base):
    """A glossary term in three languages."""

    __tablename__ = "terms"
    code: Mapped[str] = mapped_column(primary_key=True)
    domain: Mapped[str]
    labels: Mapped[dict[str, str]] = mapped_column(JSON)
    definition: Mapped[str]
