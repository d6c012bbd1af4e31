"""Statements annexed to what a round decides."""

from datetime import datetime

import strawberry

from api.graphql.authors import Author
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from api.graphql.votes import Act
from positions.errors import NotFound
from positions.permissions import Permission
from positions.queries.access import Access
from positions.queries.signatories import act_of
from positions.queries.statements import Annexed, annexed_statements, may_sign, see_statement
from positions.statements import StatementKind

strawberry.enum(
    StatementKind,
    description="MINUTES: a statement for the minutes; DISSENT: the opinion of who did not approve.",
)


@strawberry.type(description="A text annexed to an adopted version, which it does not change.")
class Statement(Node):
    """A statement as its reader may see it."""

    number: int = strawberry.field(description="Its number in the position, from 1.")
    kind: StatementKind = strawberry.field(description="What it is.")
    language: str = strawberry.field(description="The language of its text: BCP 47 tag.")
    text: str = strawberry.field(description="Plain paragraphs, an empty line between them.")
    annexed_at: datetime = strawberry.field(description="When it was annexed.")
    act: Act | None = strawberry.field(description="The minutes it was recorded from.")
    round_number: int = strawberry.field(description="The number of the round it belongs to.")
    organizations: list[Organization] = strawberry.field(description="Who stands behind it, by code.")
    pending_organizations: list[Organization] = strawberry.field(
        description="Whom it names that have not signed it yet; none for the public."
    )
    viewer_may_sign: bool = strawberry.field(
        description="Whether an organization that the viewer acts for is asked to sign it."
    )
    membership_id: strawberry.Private[str | None]

    @classmethod
    def of(cls, found: Annexed, access: Access) -> "Statement":
        """The statement as it was found, for whoever the access is."""
        row = found.row
        return cls(
            id=strawberry.ID(row.id),
            number=row.number,
            kind=StatementKind(row.kind),
            language=row.language,
            text=row.text,
            annexed_at=row.annexed_at,
            act=Act.of(act_of(row.act)) if row.act else None,
            round_number=found.round_number,
            organizations=[Organization.of(one) for one in found.signed],
            pending_organizations=[Organization.of(one) for one in found.pending],
            viewer_may_sign=may_sign(access, found),
            membership_id=row.membership_id if access.holds(Permission.READ) else None,
        )

    @strawberry.field(description="Who annexed or recorded it; null for the public.")
    def author(self) -> Author | None:
        """The member."""
        return Author(membership_id=self.membership_id) if self.membership_id else None


@strawberry.type
class PositionStatements:
    """What is annexed to a position."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The statements annexed to the adopted text, by number; none before adoption, and none for the "
        "public before publication."
    )
    async def statements(self, info: Info) -> list[Statement]:
        """Every annexed statement."""
        found = await info.context.read(annexed_statements, self.access)
        return [Statement.of(one, self.access) for one in found]


async def load_statement(context: Context, identifier: str) -> Statement | None:
    """The statement with this id, for whoever asks."""
    try:
        found = await context.read(see_statement, context.actor, identifier)
    except NotFound:
        return None
    return Statement.of(found.annexed, found.access)
