"""Mutations of routes: administrators keep them, a coordinator chooses one for a position."""

from datetime import datetime

import strawberry

from api.graphql.approving import RuleInput
from api.graphql.context import Context, Info
from api.graphql.payloads import Payload, mutation
from api.graphql.positions import Position, load_position
from api.graphql.routes import RoundRoute
from api.graphql.scalars import LocalizedTextInput
from positions.queries.routes import RouteRow, find_route, kept
from positions.routes import Electorate, StepKind
from positions.rules import Silence
from positions.services.routes import SaveRoute, choose_route, offer_route, save_route

_ACTING = "The organization you act for; required only when you may act for several."


@strawberry.input(description="One round of a route.")
class RouteStepInput:
    """A step as administrators write it."""

    key: str = strawberry.field(description="Lower-case letters, figures and underscores; one of its own.")
    names: list[LocalizedTextInput] = strawberry.field(
        description="Its name in Catalan, Spanish and English."
    )
    kind: StepKind = strawberry.field(description="Who speaks.")
    electorate: Electorate = strawberry.field(description="Who is called.")
    rule: RuleInput = strawberry.field(description="When it passes.")
    silence: Silence = strawberry.field(
        default=Silence.NONE, description="CONSENT only in a technical clearance."
    )
    working_days: int = strawberry.field(default=10, description="Its usual period.")
    is_sealed: bool = strawberry.field(
        default=False, description="Whether nobody sees how others voted before it has closed."
    )

    def composed(self) -> dict[str, object]:
        """The step as it is stored."""
        return {
            "key": self.key,
            "names": _texts(self.names),
            "kind": self.kind.value,
            "electorate": self.electorate.value,
            "rule": self.rule.composed(),
            "silence": self.silence.value,
            "workingDays": self.working_days,
            "sealed": self.is_sealed,
        }


@strawberry.input(description="A route as it is to be.")
class SaveRouteInput:
    """A route."""

    key: str = strawberry.field(description="Its key, which stays.")
    names: list[LocalizedTextInput] = strawberry.field(
        description="Its name in Catalan, Spanish and English."
    )
    steps: list[RouteStepInput] = strawberry.field(description="Its rounds in their order.")
    expected_updated_at: datetime | None = strawberry.field(
        default=None, description="The `updatedAt` of the state that was looked at; null for a new route."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="Which route to retire, or to offer again.")
class OfferRouteInput:
    """A route's key."""

    key: str = strawberry.field(description="The route.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What mutations of routes answer.")
class RoutePayload(Payload):
    """The route as it is now."""

    route: RoundRoute | None = strawberry.field(default=None, description="The route.")


@strawberry.input(description="Which route a position is to follow.")
class ChooseRouteInput:
    """A position and a route."""

    reference: str = strawberry.field(description="The position.")
    route_key: str | None = strawberry.field(description="The route; null for none.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.type(description="What chooseRoute answers.")
class ChooseRoutePayload(Payload):
    """The position with its route."""

    position: Position | None = strawberry.field(default=None, description="The position.")


@strawberry.type
class RouteMutations:
    """Mutations of routes."""

    @mutation("Add a route, or change one for the positions that choose it from now on. Administrators only.")
    async def save_route(self, info: Info, input: SaveRouteInput) -> RoutePayload:
        """Save a route."""
        request = SaveRoute(
            key=input.key,
            names=_texts(input.names),
            steps=[step.composed() for step in input.steps],
            expected_updated_at=input.expected_updated_at,
            organization_code=input.organization_code,
        )
        async with info.context.write() as work:
            row = await save_route(work, info.context.actor, request)
        return RoutePayload(route=await _route(info.context, row))

    @mutation("Offer a route no longer; positions that follow it go on. Administrators only.")
    async def retire_route(self, info: Info, input: OfferRouteInput) -> RoutePayload:
        """Retire a route."""
        return await _offer(info.context, input, is_offered=False)

    @mutation("Offer a retired route again. Administrators only.")
    async def reinstate_route(self, info: Info, input: OfferRouteInput) -> RoutePayload:
        """Offer it again."""
        return await _offer(info.context, input, is_offered=True)

    @mutation("Let a position follow a route as it stands today, before any round has passed on its text.")
    async def choose_route(self, info: Info, input: ChooseRouteInput) -> ChooseRoutePayload:
        """Choose a route."""
        context = info.context
        async with context.write() as work:
            position = await choose_route(
                work, context.actor, input.reference, input.route_key, input.organization_code
            )
        return ChooseRoutePayload(position=await load_position(context, position.id))


async def _offer(context: Context, input: OfferRouteInput, *, is_offered: bool) -> RoutePayload:
    async with context.write() as work:
        row = await offer_route(
            work,
            context.actor,
            input.key,
            is_offered=is_offered,
            organization_code=input.organization_code,
        )
    return RoutePayload(route=await _route(context, row))


async def _route(context: Context, changed: RouteRow) -> RoundRoute | None:
    row = await context.read(find_route, changed.key)
    return RoundRoute.of(kept(row), row) if row else None


def _texts(given: list[LocalizedTextInput]) -> dict[str, str]:
    return {one.language: one.text for one in given}
