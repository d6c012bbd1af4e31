"""Mandates, and the files that prove them."""

from datetime import date, datetime

import strawberry

from api.graphql.authors import Author, organization_of
from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.organizations import Organization
from positions import mandates
from positions.errors import NotFound
from positions.mandates import Covers, MandateKind
from positions.queries.access import Access
from positions.queries.mandates import CertificateRow, see_certificate

strawberry.enum(MandateKind, description="Which act of the organization gives the mandate.")
strawberry.enum(Covers, name="MandateCovers", description="For which text a mandate was given.")


@strawberry.type(description="A file that proves what an organization's body decided; it is never public.")
class Certificate(Node):
    """A file and what is known of it."""

    name: str = strawberry.field(description="Its name.")
    media_type: str = strawberry.field(description="What it was found to be.")
    bytes: int = strawberry.field(description="Its size.")
    sha256: str = strawberry.field(description="Its SHA-256.")
    added_at: datetime = strawberry.field(description="When it was added.")
    path: strawberry.Private[str]
    organization_id: strawberry.Private[str]
    membership_id: strawberry.Private[str]

    @classmethod
    def of(cls, row: CertificateRow, access: Access) -> "Certificate":
        """The certificate of a row, for whoever may see it."""
        return cls(
            id=strawberry.ID(row.id),
            name=row.name,
            media_type=row.media_type,
            bytes=row.size,
            sha256=row.sha256,
            added_at=row.added_at,
            path=f"/positions/{access.position.reference}/certificates/{row.id}",
            organization_id=row.organization_id,
            membership_id=row.membership_id,
        )

    @strawberry.field(description="Where it can be had.")
    def url(self, info: Info) -> str:
        """Its address on this server."""
        return info.context.settings.base_url + self.path

    @strawberry.field(description="The organization that gave it.")
    async def organization(self, info: Info) -> Organization:
        """Whose it is."""
        return await organization_of(info, self.organization_id)

    @strawberry.field(description="Who added it.")
    def author(self) -> Author:
        """The member."""
        return Author(membership_id=self.membership_id)


@strawberry.type(description="The proof that a member may speak for the organization.")
class Mandate:
    """An act of the organization."""

    kind: MandateKind = strawberry.field(description="Which act.")
    on: date = strawberry.field(name="date", description="Its day.")
    scope: str = strawberry.field(description="What it covers, in the organization's own words.")
    valid_until: date | None = strawberry.field(description="Its last day; null when it has no end.")
    covers: Covers = strawberry.field(
        description="Whether it was given for this version, or for the paper whatever its text."
    )
    certificate: Certificate | None = strawberry.field(description="The file that proves it.")

    @classmethod
    def of(cls, mandate: mandates.Mandate, certificate: Certificate | None) -> "Mandate":
        """The mandate as the rules know it."""
        return cls(
            kind=mandate.kind,
            on=mandate.given_on,
            scope=mandate.scope,
            valid_until=mandate.valid_until,
            covers=mandate.covers,
            certificate=certificate,
        )


async def load_certificate(context: Context, identifier: str) -> Certificate | None:
    """The certificate with this id, for whoever asks."""
    try:
        access, row = await context.read(see_certificate, context.actor, identifier)
    except NotFound:
        return None
    return Certificate.of(row, access)
