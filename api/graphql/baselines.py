"""Since when the viewer may want to know what changed in a text."""

from datetime import datetime

import strawberry

from api.graphql.authors import organization_of
from api.graphql.context import Info
from api.graphql.mandates import Mandate
from api.graphql.organizations import Organization
from api.graphql.versions import Version
from positions.queries import baselines as queries
from positions.queries.access import Access
from positions.queries.documents import DocumentRow

BaselineKind = queries.BaselineKind
strawberry.enum(
    BaselineKind,
    name="BaselineKind",
    description=(
        "READ: the viewer read it; VOTED: the viewer's town voted on it; MANDATED: the town's mandate was given for it."
    ),
)


@strawberry.type(
    description="A text that the viewer, or the viewer's town, knew: from there to now is what is new."
)
class Baseline:
    """A point of a draft's log with what happened there."""

    kind: BaselineKind = strawberry.field(description="What was done with it.")
    at: datetime = strawberry.field(description="When.")
    sequence: int = strawberry.field(description="The draft's sequence then: `comparison(baseSequence:)`.")
    unseen: int = strawberry.field(description="How many updates others have made since.")
    version: Version | None = strawberry.field(description="Which version that was; null for READ.")
    round_number: int | None = strawberry.field(description="In which round; null for READ.")
    mandate: Mandate | None = strawberry.field(
        description="The town's mandate, without its file; null but for MANDATED."
    )
    organization_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, found: queries.Baseline) -> "Baseline":
        """The baseline as it was found."""
        return cls(
            kind=found.kind,
            at=found.at,
            sequence=found.sequence,
            unseen=found.unseen,
            version=Version.of(found.version) if found.version else None,
            round_number=found.round_number,
            mandate=Mandate.of(found.mandate, None) if found.mandate else None,
            organization_id=found.organization_id,
        )

    @strawberry.field(description="Which of the viewer's organizations; null for READ.")
    async def organization(self, info: Info) -> Organization | None:
        """The town that voted."""
        return await organization_of(info, self.organization_id) if self.organization_id else None


@strawberry.type
class DocumentBaselines:
    """What a viewer knew of a document."""

    row: strawberry.Private[DocumentRow]
    access: strawberry.Private[Access]

    @strawberry.field(
        description="Since when the viewer may want to know what changed: last read, voted on, mandated on; empty for who may not read the draft."
    )
    async def viewer_baselines(self, info: Info) -> list[Baseline]:
        """The viewer's own look first, then the viewer's towns' words."""
        return [Baseline.of(one) for one in await info.context.read(queries.baselines, self.access, self.row)]
