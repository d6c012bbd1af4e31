"""What institutions did with the asks of a position, and recording it."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from api.graphql.context import Context, Info
from api.graphql.enums import UptakeStatus
from api.graphql.institutions import Institution
from api.graphql.nodes import Node
from api.graphql.payloads import Payload, mutation
from positions.errors import NotFound
from positions.queries.access import Access
from positions.queries.uptakes import UptakeRow, earlier_uptakes, see_uptake
from positions.services.uptakes import RecordUptake, record_uptake


@strawberry.type(description="What one institution did with one ask, as it was seen on a day.")
class Uptake(Node):
    """One ask's fate with one institution."""

    ask_key: str = strawberry.field(description="The ask: `D1`.")
    institution: Institution = strawberry.field(description="The institution.")
    status: UptakeStatus = strawberry.field(description="How far the ask got.")
    evidence: str | None = strawberry.field(description="Where that can be seen, in words.")
    evidence_url: str | None = strawberry.field(description="A page of the web where that can be seen.")
    observed_on: date = strawberry.field(description="The day on which it was seen.")
    recorded_at: datetime = strawberry.field(description="When it was recorded here.")
    replaced_at: datetime | None = strawberry.field(
        description="When something newer was recorded; null while it stands."
    )
    access: strawberry.Private[Access]
    row: strawberry.Private[UptakeRow]

    @classmethod
    def of(cls, row: UptakeRow, access: Access) -> "Uptake":
        """The uptake of a row that was loaded with its institution."""
        return cls(
            id=strawberry.ID(row.id),
            ask_key=row.ask_key,
            institution=Institution.of(row.institution),
            status=UptakeStatus(row.status),
            evidence=row.evidence,
            evidence_url=row.evidence_url,
            observed_on=row.observed_on,
            recorded_at=row.recorded_at,
            replaced_at=row.replaced_at,
            access=access,
            row=row,
        )

    @strawberry.field(
        description="What was recorded before for the same ask and institution, newest first; none for the public."
    )
    async def earlier(self, info: Info) -> list[Annotated["Uptake", strawberry.lazy("api.graphql.uptakes")]]:
        """What stood before."""
        rows = await info.context.read(earlier_uptakes, self.access, self.row)
        return [Uptake.of(row, self.access) for row in rows]


@strawberry.input(description="What an institution was seen to do with an ask.")
class RecordUptakeInput:
    """An observation."""

    reference: str = strawberry.field(description="The position.")
    ask_key: str = strawberry.field(description="An ask of its adopted text: `D1`.")
    institution_code: str = strawberry.field(
        description="An institution to which the position is addressed or was submitted."
    )
    status: UptakeStatus = strawberry.field(description="How far the ask got.")
    evidence: str | None = strawberry.field(default=None, description="Where that can be seen, in words.")
    evidence_url: str | None = strawberry.field(
        default=None, description="A page of the web where that can be seen: an http or https address."
    )
    observed_on: date | None = strawberry.field(
        default=None, description="The day on which it was seen; today without it."
    )
    organization_code: str | None = strawberry.field(
        default=None, description="Whom the member acts for; needed only with several organizations."
    )


@strawberry.type(description="What recordUptake answers.")
class RecordUptakePayload(Payload):
    """The observation as it stands."""

    uptake: Uptake | None = strawberry.field(default=None, description="What was recorded.")


@strawberry.type
class UptakeMutations:
    """Mutations of the follow-up."""

    @mutation(
        "Record what an institution did with an ask; what was recorded before for the two is kept as history."
    )
    async def record_uptake(self, info: Info, input: RecordUptakeInput) -> RecordUptakePayload:
        """Record an observation."""
        request = RecordUptake(
            reference=input.reference,
            ask_key=input.ask_key,
            institution_code=input.institution_code,
            status=input.status,
            evidence=input.evidence,
            evidence_url=input.evidence_url,
            observed_on=input.observed_on,
            organization_code=input.organization_code,
        )
        async with info.context.write() as work:
            recorded = (await record_uptake(work, info.context.actor, request)).id
        return RecordUptakePayload(uptake=await load_uptake(info.context, recorded))


async def load_uptake(context: Context, identifier: str) -> Uptake | None:
    """The uptake with this id, for whoever asks."""
    try:
        access, row = await context.read(see_uptake, context.actor, identifier)
    except NotFound:
        return None
    return Uptake.of(row, access)
