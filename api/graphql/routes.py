"""Routes: the named lists of rounds that a position may follow."""

from typing import Annotated

import strawberry

from api.graphql.scalars import in_language
from api.graphql.tallies import Rule
from positions import routes
from positions.routes import ROUTES, Electorate, StepKind
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
    texts: strawberry.Private[dict[str, str]]

    @classmethod
    def of(cls, route: routes.Route) -> "RoundRoute":
        """The route as clients read it."""
        return cls(key=route.key, steps=[RouteStep.of(step) for step in route.steps], texts=dict(route.names))

    @strawberry.field(description="Its name in a language, else in the nearest there is.")
    def name(self, language: Language) -> str:
        """The name."""
        return in_language(self.texts, language, fallback=True) or self.key


@strawberry.type
class RouteQueries:
    """Root fields about routes."""

    @strawberry.field(description="The routes a position may follow.")
    def routes(self) -> list[RoundRoute]:
        """Every route."""
        return [RoundRoute.of(route) for route in ROUTES.values()]
