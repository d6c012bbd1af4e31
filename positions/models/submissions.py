"""What was sent to whom, sealed file by file; what came back; and files that somebody attached."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from positions.models.base import Base
from positions.models.institutions import Institution
from positions.models.versions import Version


class Submission(Base):
    """A dossier sent through a channel; `chain_head` is the record's head when it was sealed."""

    __tablename__ = "submissions"
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), index=True)
    institution_id: Mapped[str] = mapped_column(ForeignKey("institutions.id"))
    channel: Mapped[str]
    sent_at: Mapped[datetime]
    external_reference: Mapped[str | None]
    registered_on: Mapped[date | None]
    manifest_sha256: Mapped[str]
    chain_sequence: Mapped[int]
    chain_head: Mapped[str]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    recorded_at: Mapped[datetime]
    institution: Mapped[Institution] = relationship(lazy="raise")
    versions: Mapped[list["SubmissionVersion"]] = relationship(
        lazy="raise", order_by="SubmissionVersion.language"
    )
    files: Mapped[list["SubmissionFile"]] = relationship(lazy="raise", order_by="SubmissionFile.name")
    replies: Mapped[list["Reply"]] = relationship(lazy="raise", order_by="Reply.at, Reply.id")
    registrations: Mapped[list["Registration"]] = relationship(lazy="raise", order_by="Registration.number")


class Registration(Base):
    """An entry in the exit register that was learnt after the sealing; the last one counts, the others stay."""

    __tablename__ = "registrations"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    external_reference: Mapped[str]
    registered_on: Mapped[date]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    recorded_at: Mapped[datetime]


class SubmissionVersion(Base):
    """A version that went out with a submission."""

    __tablename__ = "submission_versions"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("versions.id"))
    version: Mapped[Version] = relationship(lazy="raise")


class SubmissionFile(Base):
    """One file of a dossier as it was sent."""

    __tablename__ = "submission_files"
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)


class Reply(Base):
    """A receipt, an answer or a meeting that followed a submission."""

    __tablename__ = "replies"
    id: Mapped[str] = mapped_column(primary_key=True)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    reference: Mapped[str | None]
    body: Mapped[str | None]
    url: Mapped[str | None]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    recorded_at: Mapped[datetime]
    attachments: Mapped[list["Attachment"]] = relationship(lazy="raise", order_by="Attachment.id")


class Attachment(Base):
    """A file kept with a position, or with one of its replies; an annex goes out with the adopted text."""

    __tablename__ = "attachments"
    id: Mapped[str] = mapped_column(primary_key=True)
    position_id: Mapped[str] = mapped_column(ForeignKey("positions.id"), index=True)
    reply_id: Mapped[str | None] = mapped_column(ForeignKey("replies.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    is_annex: Mapped[bool]
    membership_id: Mapped[str] = mapped_column(ForeignKey("memberships.id"))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
