"""Mutations of amendments: table, withdraw, decide."""

import strawberry

from api.graphql.amendments import Amendment, Decision, load_amendment, load_amendments
from api.graphql.consolidations import DecisionInput
from api.graphql.context import Info
from api.graphql.documents import Draft, draft_after
from api.graphql.payloads import Payload, mutation
from positions.services import amendments as services
from positions.services import decisions
from positions.services.idempotency import key


@strawberry.input(
    description="A change to a passage of the newest version; equal offsets mean an addition there."
)
class ProposeAmendmentInput:
    """The passage, the text and the reasons."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    version_number: int = strawberry.field(description="The version the offsets speak about: the newest.")
    start: int = strawberry.field(description="Start, in code points.")
    end: int = strawberry.field(description="End, excluded; equal to start for an addition.")
    proposed_text: str = strawberry.field(description="What is to stand there; empty to delete.")
    justification: str = strawberry.field(default="", description="Why.")
    cosponsor_codes: list[str] = strawberry.field(
        default_factory=list, description="Organizations that support it."
    )
    replaces: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Amendments that fall when this compromise is incorporated."
    )
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.input(description="Which amendment to take back.")
class WithdrawAmendmentInput:
    """An amendment of one's own organization."""

    amendment_id: strawberry.ID = strawberry.field(description="The amendment.")
    reason: str | None = strawberry.field(default=None, description="Why.")
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.input(description="What is decided about an amendment.")
class DecideAmendmentInput:
    """A decision on the draft as the decider saw it."""

    amendment_id: strawberry.ID = strawberry.field(description="The amendment.")
    decision: Decision = strawberry.field(description="What is decided.")
    text: str | None = strawberry.field(
        default=None, description="The wording that goes in, for INCORPORATE_PARTLY."
    )
    reason: str | None = strawberry.field(default=None, description="Why.")
    expected_draft_sequence: int | None = strawberry.field(
        default=None, description="Refuse when the draft has moved on from this sequence."
    )
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")


@strawberry.input(description="What is decided about several amendments of one document at once.")
class DecideAmendmentsInput:
    """Decisions that are carried out together or not at all."""

    document_id: strawberry.ID = strawberry.field(description="The document.")
    decisions: list[DecisionInput] = strawberry.field(
        description="One for each amendment; their order does not matter."
    )
    expected_draft_sequence: int | None = strawberry.field(
        default=None,
        description="Refuse when the draft has moved on from this sequence, that of the preview.",
    )
    organization_code: str | None = strawberry.field(default=None, description="Whom the member acts for.")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.type(description="What proposeAmendment answers.")
class ProposeAmendmentPayload(Payload):
    """The amendment tabled."""

    amendment: Amendment | None = strawberry.field(default=None, description="The new amendment.")


@strawberry.type(description="What withdrawAmendment answers.")
class WithdrawAmendmentPayload(Payload):
    """The amendment taken back."""

    amendment: Amendment | None = strawberry.field(default=None, description="The amendment.")


@strawberry.type(description="What decideAmendment answers.")
class DecideAmendmentPayload(Payload):
    """The amendment decided, and the draft after it."""

    amendment: Amendment | None = strawberry.field(default=None, description="The amendment.")
    draft: Draft | None = strawberry.field(default=None, description="The draft after the decision.")


@strawberry.type(description="What decideAmendments answers.")
class DecideAmendmentsPayload(Payload):
    """The amendments decided and those that fell, and the draft after it."""

    amendments: list[Amendment] | None = strawberry.field(
        default=None, description="The amendments decided, by number, and then those that fell with them."
    )
    draft: Draft | None = strawberry.field(default=None, description="The draft after the decisions.")


@strawberry.type
class AmendmentMutations:
    """Mutations of amendments."""

    @mutation("Table an amendment for one's organization and its cosponsors.")
    async def propose_amendment(self, info: Info, input: ProposeAmendmentInput) -> ProposeAmendmentPayload:
        """Table an amendment."""
        context = info.context
        names = services.ProposeAmendment.__annotations__
        request = services.ProposeAmendment(**{name: getattr(input, name) for name in names})
        used = key(context.actor, "proposeAmendment", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            proposed = await services.propose_amendment(work, context.actor, request, used)
        return ProposeAmendmentPayload(amendment=await load_amendment(context, proposed.id))

    @mutation("Take back an amendment of one's own organization before it is decided.")
    async def withdraw_amendment(self, info: Info, input: WithdrawAmendmentInput) -> WithdrawAmendmentPayload:
        """Withdraw an amendment."""
        context = info.context
        async with context.write() as work:
            await services.withdraw_amendment(
                work, context.actor, input.amendment_id, input.reason, input.organization_code
            )
        return WithdrawAmendmentPayload(amendment=await load_amendment(context, input.amendment_id))

    @mutation("Decide an amendment; what is incorporated becomes an edit of the draft by its first author.")
    async def decide_amendment(self, info: Info, input: DecideAmendmentInput) -> DecideAmendmentPayload:
        """Decide an amendment."""
        context = info.context
        names = decisions.DecideAmendment.__annotations__
        request = decisions.DecideAmendment(**{name: getattr(input, name) for name in names})
        await decisions.prepare_decision(context.database, context.actor, request)
        async with context.write() as work:
            decided = await decisions.decide_amendment(work, context.actor, request)
        return DecideAmendmentPayload(
            amendment=await load_amendment(context, input.amendment_id),
            draft=await draft_after(context, decided.amendment.document_id),
        )

    @mutation("Decide several amendments at once: all are carried out, or none is.")
    async def decide_amendments(self, info: Info, input: DecideAmendmentsInput) -> DecideAmendmentsPayload:
        """Decide a batch."""
        context = info.context
        request = decisions.DecideAmendments(
            document_id=input.document_id,
            decisions=[decision.given() for decision in input.decisions],
            expected_draft_sequence=input.expected_draft_sequence,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "decideAmendments", input.idempotency_key, strawberry.asdict(input))
        await decisions.prepare_decisions(context.database, context.actor, request)
        async with context.write() as work:
            decided = await decisions.decide_amendments(work, context.actor, request, used)
        return DecideAmendmentsPayload(
            amendments=await load_amendments(context, decided),
            draft=await draft_after(context, input.document_id),
        )
