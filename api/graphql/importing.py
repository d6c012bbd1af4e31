"""The mutation that brings in what a Word file proposes and says; `POST …/import/changes` reads the file."""

from datetime import datetime

import strawberry

from api.graphql.amendments import Amendment, load_amendments
from api.graphql.comments import Thread, load_threads
from api.graphql.context import Info
from api.graphql.documents import Draft, draft_after
from api.graphql.payloads import Payload, mutation
from api.graphql.scalars import write_moment
from positions.imports import Written
from positions.services import imports as services
from positions.services.idempotency import key


@strawberry.input(description="A change of a range, as somebody tracked it in Word.")
class ImportedChangeInput:
    """A range, what is to stand there, and who wrote it."""

    start: int = strawberry.field(description="Start, in code points.")
    end: int = strawberry.field(description="End, excluded; equal to start for an addition.")
    proposed_text: str = strawberry.field(description="What is to stand there; empty to delete.")
    justification: str = strawberry.field(default="", description="Why, for an amendment.")
    imported_author: str = strawberry.field(
        description="Who wrote it in Word; empty where the file has no name."
    )
    imported_at: datetime | None = strawberry.field(default=None, description="When it was written in Word.")


@strawberry.input(description="What somebody said in Word.")
class ImportedCommentInput:
    """One comment."""

    body: str = strawberry.field(description="What was said: plain text.")
    imported_author: str = strawberry.field(
        description="Who wrote it in Word; empty where the file has no name."
    )
    imported_at: datetime | None = strawberry.field(default=None, description="When it was written in Word.")


@strawberry.input(
    description="A comment of a Word file with its answers; on the whole paper without a range."
)
class ImportedThreadInput:
    """A discussion to open."""

    comments: list[ImportedCommentInput] = strawberry.field(description="What was said, first to last.")
    start: int | None = strawberry.field(default=None, description="Start, in code points.")
    end: int | None = strawberry.field(default=None, description="End, excluded.")
    is_resolved: bool = strawberry.field(default=False, description="Whether it was settled in Word.")


@strawberry.input(
    description="What is brought in from a Word file. With a version, changes become amendments of it; with a draft's "
    "sequence, an edit of that draft."
)
class ImportChangesInput:
    """The chosen changes and threads."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    changes: list[ImportedChangeInput] = strawberry.field(
        default_factory=list, description="The chosen changes."
    )
    threads: list[ImportedThreadInput] = strawberry.field(
        default_factory=list, description="The chosen comments."
    )
    version_number: int | None = strawberry.field(
        default=None, description="The version the offsets speak about: the newest."
    )
    draft_sequence: int | None = strawberry.field(
        default=None, description="Or the draft's sequence they speak about: the last."
    )
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.type(description="What importChanges answers.")
class ImportChangesPayload(Payload):
    """What was made."""

    amendments: list[Amendment] | None = strawberry.field(default=None, description="The amendments tabled.")
    threads: list[Thread] | None = strawberry.field(default=None, description="The threads opened.")
    draft: Draft | None = strawberry.field(default=None, description="The draft after it.")


@strawberry.type
class ImportMutations:
    """Mutations of what files bring."""

    @mutation("Bring in the chosen changes and comments of a Word file, all of them or none.")
    async def import_changes(self, info: Info, input: ImportChangesInput) -> ImportChangesPayload:
        """Table the changes, open the threads."""
        context = info.context
        used = key(context.actor, "importChanges", input.idempotency_key, _plain(input))
        async with context.write() as work:
            made = await services.import_changes(work, context.actor, _request(input), used)
        return ImportChangesPayload(
            amendments=await load_amendments(context, made.amendments),
            threads=await load_threads(context, made.threads),
            draft=await draft_after(context, made.document_id),
        )


def _request(input: ImportChangesInput) -> services.ImportChanges:
    return services.ImportChanges(
        document_id=input.document_id,
        changes=[
            services.ImportedChange(one.start, one.end, one.proposed_text, _written(one), one.justification)
            for one in input.changes
        ],
        threads=[
            services.ImportedThread(
                [services.ImportedComment(said.body, _written(said)) for said in one.comments],
                one.start,
                one.end,
                one.is_resolved,
            )
            for one in input.threads
        ],
        version_number=input.version_number,
        draft_sequence=input.draft_sequence,
        organization_code=input.organization_code,
    )


def _written(one: ImportedChangeInput | ImportedCommentInput) -> Written:
    return Written(one.imported_author, one.imported_at)


def _plain(value: object) -> dict[str, object]:
    """The input as JSON values."""

    def plain(one: object) -> object:
        if isinstance(one, datetime):
            return write_moment(one)
        if isinstance(one, dict):
            return {name: plain(each) for name, each in one.items()}
        return [plain(each) for each in one] if isinstance(one, list) else one

    return {name: plain(each) for name, each in strawberry.asdict(value).items()}
