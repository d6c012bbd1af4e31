"""The asks of a position, and what institutions did with them."""

import strawberry

from api.graphql.context import Info
from api.graphql.scalars import LocalizedText, localized
from api.graphql.uptakes import Uptake
from positions.queries.access import Access
from positions.queries.asks import AskTexts, asks_of
from positions.queries.uptakes import uptakes_of


@strawberry.type(description="A numbered demand of the paper; it has the same key in every language.")
class Ask:
    """An ask, read from the text."""

    key: str = strawberry.field(description="Its number in the text: `D1`.")
    texts: list[LocalizedText] = strawberry.field(description="Its words in every language there is.")
    uptakes: list[Uptake] = strawberry.field(
        description="What institutions did with it, as it stands; the public sees it from publication on."
    )

    @classmethod
    def of(cls, found: AskTexts, uptakes: list[Uptake]) -> "Ask":
        """The ask as it was read, with what is known of it."""
        return cls(key=found.key, texts=localized(found.texts), uptakes=uptakes)


@strawberry.type
class PositionAsks:
    """What a position asks for."""

    access: strawberry.Private[Access]

    @strawberry.field(
        description="The asks of the newest version that the reader may open, after adoption of the adopted one."
    )
    async def asks(self, info: Info) -> list[Ask]:
        """Every ask in the text's order."""
        found = await info.context.read(asks_of, self.access)
        rows = await info.context.read(uptakes_of, self.access) if found else []
        seen = [Uptake.of(row, self.access) for row in rows]
        return [Ask.of(ask, [one for one in seen if one.ask_key == ask.key]) for ask in found]
