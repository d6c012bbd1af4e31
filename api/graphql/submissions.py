"""Submissions with the files that were sealed, the entry in the register, and what came back."""

from datetime import date, datetime
from urllib.parse import quote

import strawberry

from api.graphql.attachments import Attachment
from api.graphql.authors import Author
from api.graphql.context import Context, Info
from api.graphql.institutions import Institution
from api.graphql.nodes import Node
from positions.errors import NotFound
from positions.institutions import ChannelKind
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.submissions import (
    ReplyRow,
    SubmissionFileRow,
    SubmissionRow,
    see_reply,
    see_submission,
    submissions_of,
)
from positions.submissions import ReplyKind

strawberry.enum(ReplyKind, description="What followed a submission.")


@strawberry.type(description="A version that went out.")
class SentVersion:
    """A version by language and number."""

    language: str = strawberry.field(description="Its language.")
    number: int = strawberry.field(description="Its number.")
    label: str | None = strawberry.field(description="Its label.")
    sha256: str = strawberry.field(description="The hash of its text.")


@strawberry.type(description="One file of a dossier, as it was sealed.")
class SubmissionFile:
    """A sealed file."""

    name: str = strawberry.field(description="Its name in the dossier, with folders.")
    media_type: str = strawberry.field(description="What it is.")
    bytes: int = strawberry.field(description="Its size.")
    sha256: str = strawberry.field(description="Its SHA-256.")
    path: strawberry.Private[str]

    @classmethod
    def of(cls, row: SubmissionFileRow, folder: str) -> "SubmissionFile":
        """The file of a row, under the submission's address."""
        return cls(
            name=row.name,
            media_type=row.media_type,
            bytes=row.size,
            sha256=row.sha256,
            path=f"{folder}/files/{quote(row.name)}",
        )

    @strawberry.field(description="Where it can be had.")
    def url(self, info: Info) -> str:
        """Its address on this server."""
        return info.context.settings.base_url + self.path


@strawberry.type(description="A receipt, an answer or a meeting that followed a submission.")
class Reply(Node):
    """What came back."""

    kind: ReplyKind = strawberry.field(description="What it is.")
    at: datetime = strawberry.field(description="When it came.")
    reference: str | None = strawberry.field(description="Its number with the institution.")
    body: str | None = strawberry.field(description="What it says: plain text.")
    url: str | None = strawberry.field(description="Where it can be read.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    attachments: list[Attachment] = strawberry.field(
        description="The files that prove it; the public does not read them."
    )
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: ReplyRow, access: Access) -> "Reply":
        """The reply of a row, for whoever may see it."""
        reads = access.holds(Permission.READ)
        return cls(
            id=strawberry.ID(row.id),
            kind=ReplyKind(row.kind),
            at=row.at,
            reference=row.reference,
            body=row.body,
            url=row.url,
            recorded_at=row.recorded_at,
            attachments=[Attachment.of(one, access) for one in row.attachments] if reads else [],
            membership_id=row.membership_id if reads else None,
        )

    @strawberry.field(description="Who recorded it; null for the public.")
    def author(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


@strawberry.type(description="An adopted text sent to an institution: the sealed dossier, and what followed.")
class Submission(Node):
    """A submission as clients see it."""

    institution: Institution = strawberry.field(description="To whom.")
    channel: ChannelKind = strawberry.field(description="How.")
    sent_at: datetime = strawberry.field(description="When it was sent.")
    recorded_at: datetime = strawberry.field(description="When it was sealed and recorded.")
    external_reference: str | None = strawberry.field(description="Its number in the exit register.")
    registered_on: date | None = strawberry.field(description="The day of that entry.")
    versions: list[SentVersion] = strawberry.field(description="The versions that went out.")
    manifest_sha256: str = strawberry.field(description="The SHA-256 of the dossier's manifest.")
    chain_sequence: int = strawberry.field(description="How long the record was when it was sealed.")
    chain_head: str = strawberry.field(description="The record's head when it was sealed.")
    files: list[SubmissionFile] = strawberry.field(description="The files of the dossier, by name.")
    replies: list[Reply] = strawberry.field(description="What came back, in order.")
    path: strawberry.Private[str]
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: SubmissionRow, access: Access) -> "Submission":
        """The submission of a row, for whoever may see it."""
        folder = f"/positions/{access.position.reference}/submissions/{row.id}"
        entry = row.registrations[-1] if row.registrations else row
        return cls(
            id=strawberry.ID(row.id),
            institution=Institution.of(row.institution),
            channel=ChannelKind(row.channel),
            sent_at=row.sent_at,
            recorded_at=row.recorded_at,
            external_reference=entry.external_reference,
            registered_on=entry.registered_on,
            versions=[
                SentVersion(
                    language=sent.language,
                    number=sent.version.number,
                    label=sent.version.label,
                    sha256=sent.version.sha256,
                )
                for sent in row.versions
            ],
            manifest_sha256=row.manifest_sha256,
            chain_sequence=row.chain_sequence,
            chain_head=row.chain_head,
            files=[SubmissionFile.of(file, folder) for file in row.files],
            replies=[Reply.of(reply, access) for reply in row.replies],
            path=f"{folder}/dossier.zip",
            membership_id=row.membership_id if access.holds(Permission.READ) else None,
        )

    @strawberry.field(description="Where the sealed dossier can be had, as one archive.")
    def dossier_url(self, info: Info) -> str:
        """Its address on this server."""
        return info.context.settings.base_url + self.path

    @strawberry.field(description="Who recorded it; null for the public.")
    def author(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


@strawberry.type
class PositionSubmissions:
    """What a position shows of its way to the institutions."""

    access: strawberry.Private[Access]

    @strawberry.field(description="What was sent, the first first; public once the position is published.")
    async def submissions(self, info: Info) -> list[Submission]:
        """Every submission."""
        rows = await info.context.read(submissions_of, self.access)
        return [Submission.of(row, self.access) for row in rows]


async def load_submission(context: Context, identifier: str) -> Submission | None:
    """The submission with this id, for whoever asks."""
    try:
        access, row = await context.read(see_submission, context.actor, identifier)
    except NotFound:
        return None
    return Submission.of(row, access)


async def load_reply(context: Context, identifier: str) -> Reply | None:
    """The reply with this id, for whoever asks."""
    try:
        access, row = await context.read(see_reply, context.actor, identifier)
    except NotFound:
        return None
    return Reply.of(row, access)
