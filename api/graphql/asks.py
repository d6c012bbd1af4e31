"""The asks of a position, and what institutions did with them."""

import strawberry

from api.graphql.context import Info
from api.graphql.institutions import Institution
from api.graphql.scalars import LocalizedText, localized
from positions.queries.access import Access
from positions.queries.asks import AskTexts, asks_of
from positions.uptakes import UptakeStatus

strawberry.enum(UptakeStatus, description="How far an ask got with one institution.")


@strawberry.type(description="What one institution did with one ask.")
class Uptake:
    """One ask's fate with one institution."""

    institution: Institution = strawberry.field(description="The institution.")
    status: UptakeStatus = strawberry.field(description="How far the ask got.")
    evidence: str | None = strawberry.field(description="Where that can be seen.")


@strawberry.type(description="A numbered demand of the paper; it has the same key in every language.")
class Ask:
    """An ask, read from the text."""

    key: str = strawberry.field(description="Its number in the text: `D1`.")
    texts: list[LocalizedText] = strawberry.field(description="Its words in every language there is.")
    uptakes: list[Uptake] = strawberry.field(description="What institutions did with it.")

    @classmethod
    def of(cls, found: AskTexts) -> "Ask":
        """The ask as it was read."""
        return cls(key=found.key, texts=localized(found.texts), uptakes=[])


@strawberry.type
class PositionAsks:
    """What a position asks for."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The asks of the newest version that the reader may open; the public reads the adopted one's."
    )
    async def asks(self, info: Info) -> list[Ask]:
        """Every ask in the text's order."""
        return [Ask.of(found) for found in await info.context.read(asks_of, self.access)]
