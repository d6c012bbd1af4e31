"""Routes: the named lists of rounds that a position may follow, and how far one has come on its own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import strawberry

from api.graphql.context import Info
from api.graphql.registers import keeps_register
from api.graphql.scalars import LocalizedText, in_language
from api.graphql.tallies import Rule
from positions import routes
from positions.queries.access import Access
from positions.queries.progress import progress_of
from positions.queries.routes import RouteRow, followed, kept, list_known_routes, list_routes
from positions.routes import Electorate, StepKind
from positions.rules import Silence

strawberry.enum(StepKind, description="Among contact points, or by those who answer for the organization.")
strawberry.enum(
    Electorate,
    name="StepElectorate",
    description="Who is called: every municipality, those that take part, or the authority alone.",
)

Language = Annotated[
    str, strawberry.argument(description="BCP 47 tag; the nearest language there is answers.")
]


@strawberry.type(description="One round of a route, as it will be held.")
class RouteStep:
    """A step."""

    key: str = strawberry.field(description="Its key: what openRound takes as `stepKey`.")
    kind: StepKind = strawberry.field(description="Who speaks.")
    electorate: Electorate = strawberry.field(description="Who is called.")
    rule: Rule = strawberry.field(description="When it passes.")
    silence: Silence = strawberry.field(description="What silence means.")
    working_days: int = strawberry.field(description="Its usual period.")
    is_sealed: bool = strawberry.field(
        description="Whether nobody sees how others voted before it has closed."
    )
    names: list[LocalizedText] = strawberry.field(description="Its names, one a language.")
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, step: routes.Step) -> "RouteStep":
        """The step as clients read it."""
        return cls(
            key=step.key,
            kind=step.kind,
            electorate=step.electorate,
            rule=Rule.of(step.rule),
            silence=step.silence,
            working_days=step.working_days,
            is_sealed=step.is_sealed,
            names=_texts(step.names),
            texts=dict(step.names),
        )

    @strawberry.field(description="Its name in a language, else in the nearest there is.")
    def name(self, language: Language) -> str:
        """The name."""
        return in_language(self.texts, language, fallback=True) or self.key


@strawberry.type(description="A named list of rounds; the last one's pass adopts.")
class RoundRoute:
    """A route."""

    key: str = strawberry.field(description="Its key: what createPosition takes as `routeKey`.")
    steps: list[RouteStep] = strawberry.field(description="Its rounds in their order.")
    names: list[LocalizedText] = strawberry.field(description="Its names, one a language.")
    updated_at: datetime | None = strawberry.field(
        description="When it was last changed; null of a position's own copy, which does not change."
    )
    is_retired: bool = strawberry.field(description="Whether it can no longer be chosen.")
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, route: routes.Route, row: RouteRow | None = None) -> "RoundRoute":
        """The route as clients read it: the one kept in a row, or a position's own copy."""
        return cls(
            key=route.key,
            steps=[RouteStep.of(step) for step in route.steps],
            names=_texts(route.names),
            updated_at=row.updated_at if row else None,
            is_retired=row is not None and row.retired_at is not None,
            texts=dict(route.names),
        )

    @strawberry.field(description="Its name in a language, else in the nearest there is.")
    def name(self, language: Language) -> str:
        """The name."""
        return in_language(self.texts, language, fallback=True) or self.key


@strawberry.type(
    description="One step of the route a position follows, and where it stands on the present text."
)
class StepProgress:
    """A step on its way."""

    step: RouteStep = strawberry.field(description="The step.")
    passed_in: int | None = strawberry.field(
        description="The number of the round that passed it on the present text; null while it is due."
    )
    running_in: int | None = strawberry.field(
        description="The number of its round that is scheduled or open."
    )
    is_next: bool = strawberry.field(description="Whether it is the step that is due.")


@strawberry.type
class PositionRoute:
    """A position's route."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The route it follows, as it stood when it was chosen: later changes of the route do not reach it."
    )
    def route(self) -> RoundRoute | None:
        """Its own copy."""
        found = followed(self.access.position)
        return RoundRoute.of(found) if found else None

    @strawberry.field(description="How far it has come on its route; empty without one, and for the public.")
    async def route_progress(self, info: Info) -> list[StepProgress]:
        """Its steps in order."""
        return [
            StepProgress(
                step=RouteStep.of(one.step),
                passed_in=one.passed_in,
                running_in=one.running_in,
                is_next=one.is_next,
            )
            for one in await info.context.read(progress_of, self.access)
        ]


@strawberry.type
class RouteQueries:
    """Root fields about routes."""

    @strawberry.field(
        description="The routes a position may follow; administrators may ask for the retired ones too."
    )
    async def routes(self, info: Info, *, with_retired: bool = False) -> list[RoundRoute]:
        """Every route on offer."""
        wanted = list_known_routes if with_retired and keeps_register(info.context) else list_routes
        rows = await info.context.read(wanted)
        return [RoundRoute.of(kept(row), row) for row in rows]


def _texts(names: Mapping[str, str]) -> list[LocalizedText]:
    return [LocalizedText(language=language, text=text) for language, text in sorted(names.items())]
