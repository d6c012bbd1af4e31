"""Places in a text as clients see them."""

import strawberry

from api.graphql.versions import Version
from positions.anchors import AnchorState as State

AnchorState = State
strawberry.enum(AnchorState, name="AnchorState", description="How sure a place is in the draft as it is now.")


@strawberry.type(description="A range of code points.")
class TextRange:
    """A range in the draft as it is now."""

    start: int = strawberry.field(description="Start, in code points.")
    end: int = strawberry.field(description="End, excluded.")


@strawberry.type(description="A place in a version, or in the draft at a sequence, and where it is now.")
class Anchor:
    """An anchor with its present state."""

    version: Version | None = strawberry.field(
        description="The version the offsets speak about; null for a draft."
    )
    draft_sequence: int | None = strawberry.field(
        description="The draft's sequence they speak about, if no version."
    )
    start: int = strawberry.field(description="Start, in code points of that text.")
    end: int = strawberry.field(description="End, excluded.")
    exact: str = strawberry.field(description="The words anchored.")
    prefix: str = strawberry.field(description="Up to 32 code points before.")
    suffix: str = strawberry.field(description="Up to 32 code points behind.")
    state: AnchorState = strawberry.field(
        description="Whether the place is the same, found elsewhere, or gone."
    )
    current: TextRange | None = strawberry.field(
        description="Where it is in the draft now; null when orphaned."
    )
