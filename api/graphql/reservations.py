"""The reservations that still stand on a position, for the next version to meet."""

import strawberry

from api.graphql.context import Info
from api.graphql.votes import Reservation
from positions.queries.access import Access
from positions.queries.reservations import Standing, standing_reservations


@strawberry.type(description="A condition that a town still holds, and the round it was stated in.")
class StandingReservation:
    """What the next version may meet."""

    reservation: Reservation = strawberry.field(description="The condition.")
    round_number: int = strawberry.field(description="The number of the round of its holder's last vote.")

    @classmethod
    def of(cls, found: Standing) -> "StandingReservation":
        """The reservation as it was found."""
        return cls(
            reservation=Reservation.of(found.reservation, found.vote.organization_id),
            round_number=found.round.number,
        )


@strawberry.type
class PositionReservations:
    """What stands in the way."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The conditions that towns still hold with their last votes, by round; none for the public."
    )
    async def standing_reservations(self, info: Info) -> list[StandingReservation]:
        """Which asks and passages are contested."""
        return [
            StandingReservation.of(one) for one in await info.context.read(standing_reservations, self.access)
        ]
