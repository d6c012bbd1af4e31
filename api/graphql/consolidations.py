"""Amendments in the order in which they are voted on, and the text that a batch of decisions leads to, before it is decided."""

import strawberry

from api.errors import user_error
from api.graphql.amendments import Amendment, AmendmentNumber, Decision, seen
from api.graphql.comparisons import Comparison
from api.graphql.context import Context, Info
from positions import consolidation as core
from positions.queries import verdicts, voting_order
from positions.queries.access import Access
from positions.queries.documents import DocumentRow


@strawberry.type(description="An amendment in the voting order.")
class Ordered:
    """An amendment with what decides its place."""

    distance: float = strawberry.field(
        description="How far it is from the text: the share of the passage's words that go or come, from 0 to 1; 1 for a passage deleted whole."
    )
    is_whole: bool = strawberry.field(
        description="Whether it speaks about all that the passage's amendments touch: those are voted first."
    )
    number: strawberry.Private[int]
    met: strawberry.Private[tuple[int, ...]]
    fallen: strawberry.Private[tuple[int, ...]]
    shown: strawberry.Private[Amendment]

    @strawberry.field(description="The amendment.")
    def amendment(self) -> Amendment:
        """The amendment."""
        return self.shown

    @strawberry.field(description="The undecided amendments that change the same words.")
    def collides_with(self) -> list[AmendmentNumber]:
        """What it collides with."""
        return _named(self.met)

    @strawberry.field(
        description="The amendments that make this one fall when they are incorporated: compromises, and those that delete its passage whole."
    )
    def falls_with(self) -> list[AmendmentNumber]:
        """What makes it fall."""
        return _named(self.fallen)


@strawberry.type(description="A passage of the draft with the amendments that are voted on together.")
class Passage:
    """A passage in the order of the text; its amendments are in voting order."""

    start: int = strawberry.field(description="Start in the draft, in code points.")
    end: int = strawberry.field(description="End, excluded.")
    heading: str = strawberry.field(description="The heading it stands under; empty before the first.")
    paragraphs: list[str] = strawberry.field(
        description="The numbers of the paragraphs it touches, the keys of asks among them."
    )
    after_paragraph: str | None = strawberry.field(
        description="The number of the last paragraph before it, where it touches none; null before the first."
    )
    amendments: list[Ordered] = strawberry.field(
        description="Its amendments: whole passage before parts, farthest from the text first, then by number."
    )


@strawberry.type(description="What an amendment makes of the words that others want to change too.")
class Wording:
    """One of the wordings of a collision."""

    number: int = strawberry.field(description="The amendment.")
    text: str = strawberry.field(description="What it would put there.")


@strawberry.type(
    description="Amendments that change the same words of the draft: at most one can be incorporated."
)
class Collision:
    """A set of amendments that collide, directly or through one another."""

    numbers: list[int] = strawberry.field(description="The amendments by number.")
    start: int = strawberry.field(description="Start in the draft of all they touch, in code points.")
    end: int = strawberry.field(description="End, excluded.")
    original: str = strawberry.field(description="The draft's words there.")
    wordings: list[Wording] = strawberry.field(description="What each makes of them.")


@strawberry.type(description="A decision of the batch that cannot be carried out, and why.")
class RefusedDecision:
    """One decision that stands in the way of all."""

    number: int | None = strawberry.field(description="The amendment; null when it is unknown.")
    reason: str = strawberry.field(description="Why, in the reader's language.")


@strawberry.type(description="What a batch of decisions would make of the draft.")
class Consolidation:
    """The consolidated text; nothing of it is written."""

    text: str = strawberry.field(description="The draft after the decisions that can be carried out.")
    sequence: int = strawberry.field(
        description="The draft's sequence it was made on: decide with it as expectedDraftSequence."
    )
    made: strawberry.Private[core.Consolidated]
    refused: list[RefusedDecision] = strawberry.field(
        description="What stands in the way; the batch is decided only when this is empty."
    )

    @strawberry.field(description="What changes from the draft as it is now.")
    async def comparison(self, info: Info) -> Comparison:
        """The comparison with the draft."""
        found = await info.context.database.comparisons.compare(self.made.before, self.text)
        return Comparison.of(found, self.made.before, self.text)

    @strawberry.field(description="The amendments whose words go in.")
    def incorporated(self) -> list[AmendmentNumber]:
        """What is incorporated."""
        return _named(self.made.incorporated)

    @strawberry.field(description="The amendments that fall with those incorporated.")
    def falling(self) -> list[AmendmentNumber]:
        """What falls."""
        return _named(self.made.falling)

    @strawberry.field(
        description="Which of the amendments to be incorporated collide: such a batch is refused."
    )
    def collisions(self) -> list[Collision]:
        """The collisions inside the batch."""
        return [_collision(one) for one in self.made.collisions]


@strawberry.input(description="What is decided about one amendment.")
class DecisionInput:
    """One decision of a batch."""

    amendment_id: strawberry.ID = strawberry.field(description="The amendment.")
    decision: Decision = strawberry.field(description="What is decided.")
    text: str | None = strawberry.field(
        default=None, description="The wording that goes in, for INCORPORATE_PARTLY."
    )
    reason: str | None = strawberry.field(default=None, description="Why.")

    def given(self) -> verdicts.Given:
        """The decision as the core takes it."""
        return verdicts.Given(self.amendment_id, self.decision, self.text, self.reason)


async def agenda_of(context: Context, row: DocumentRow, access: Access) -> list[Passage]:
    """The undecided amendments of a document, passage by passage in voting order."""
    found = await context.read(voting_order.agenda, context.database.drafts, access, row)
    shown = {one.number: one for one in await seen(context, found.rows)}
    return [
        Passage(
            start=passage.start,
            end=passage.end,
            heading=passage.heading,
            paragraphs=list(passage.paragraphs),
            after_paragraph=passage.after_paragraph or None,
            amendments=[
                Ordered(
                    distance=float(one.distance),
                    is_whole=one.is_whole,
                    number=one.number,
                    met=one.collides_with,
                    fallen=one.falls_with,
                    shown=shown[one.number],
                )
                for one in passage.amendments
            ],
        )
        for passage in found.passages
    ]


async def preview_of(
    context: Context, row: DocumentRow, access: Access, decisions: list[DecisionInput]
) -> Consolidation | None:
    """The text that decisions would lead to; null for who may not read drafts."""
    given = [decision.given() for decision in decisions]
    found = await context.read(verdicts.preview, context.database.drafts, access, row, given)
    if found is None:
        return None
    refused = [
        RefusedDecision(number=one.number, reason=str(user_error(one.refusal, context.language)["message"]))
        for one in found.refused
    ]
    return Consolidation(text=found.made.text, sequence=found.sequence, made=found.made, refused=refused)


def _named(numbers: tuple[int, ...]) -> list[AmendmentNumber]:
    return [AmendmentNumber(number=number) for number in numbers]


def _collision(found: core.Collision) -> Collision:
    return Collision(
        numbers=list(found.numbers),
        start=found.start,
        end=found.end,
        original=found.original,
        wordings=[Wording(number=number, text=text) for number, text in found.wordings],
    )
