"""Who stands behind the adopted text, and who no longer does."""

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.organizations import Organization
from api.graphql.votes import Act, Ratification
from positions.mandates import RatificationStatus
from positions.queries.access import Access
from positions.queries.signatories import Signature, signatories_of


@strawberry.type(description="A signature taken back after the adoption; the text stays as it was adopted.")
class Withdrawal:
    """Since when, and by which act."""

    withdrawn_on: date = strawberry.field(description="The first day on which it no longer stands.")
    act: Act = strawberry.field(description="The act of the organization that took it back.")
    reason: str | None = strawberry.field(description="Why, in the organization's words.")


@strawberry.type(description="An organization that approved the adopted text.")
class Signatory:
    """Who signs, and what not."""

    organization: Organization = strawberry.field(description="Who signs.")
    except_ask_keys: list[str] = strawberry.field(description="The asks it does not sign with the rest.")
    ratification: Ratification | None = strawberry.field(
        description="Set when it approved subject to ratification."
    )
    withdrawal: Withdrawal | None = strawberry.field(
        description="Set when it took its signature back after the adoption."
    )

    @classmethod
    def of(cls, found: Signature) -> "Signatory":
        """The signatory as it was found."""
        signed = found.signatory
        return cls(
            organization=Organization.of(found.organization),
            except_ask_keys=list(signed.except_asks),
            ratification=Ratification(
                due_on=signed.ratification_due_on,
                status=signed.ratification or RatificationStatus.PENDING,
            )
            if signed.ratification_due_on
            else None,
            withdrawal=Withdrawal(
                withdrawn_on=signed.withdrawal.withdrawn_on,
                act=Act.of(signed.withdrawal.act),
                reason=signed.withdrawal.reason,
            )
            if signed.withdrawal
            else None,
        )


@strawberry.type
class PositionSignatories:
    """Who signed a position."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="Who approved the adopted text, by code, those that withdrew included; none before adoption, "
        "and none for the public before publication."
    )
    async def signatories(self, info: Info) -> list[Signatory]:
        """Every signatory."""
        return [Signatory.of(found) for found in await info.context.read(signatories_of, self.access)]
