"""Mutations of statements and signatures: annex, sign, take a signature back."""

from datetime import date

import strawberry

from api.graphql.context import Info
from api.graphql.payloads import Payload, mutation
from api.graphql.positions import Position, load_position
from api.graphql.rounds import Round, load_round
from api.graphql.statements import Statement, load_statement
from api.graphql.voting import ActInput
from positions.services.idempotency import key
from positions.services.signatories import WithdrawSignature, withdraw_signature
from positions.services.statements import AnnexStatement, annex_statement, sign_statement
from positions.signatories import Withdrawal
from positions.statements import StatementKind

_ACTING = "Whom the member acts for; needed only with several organizations."


@strawberry.input(
    description="A statement to annex. A delegate's own town signs at once, other towns named by their own act; "
    "whom a coordinator records from minutes counts as having signed."
)
class AnnexStatementInput:
    """What is stated, by whom."""

    round_id: strawberry.ID = strawberry.field(description="The round: an open one, or one that passed.")
    kind: StatementKind = strawberry.field(description="DISSENT only for who did not approve.")
    text: str = strawberry.field(description="Plain paragraphs, at most 5,000 code points.")
    organization_codes: list[str] | None = strawberry.field(
        default=None, description="Whose it is; without them the acting town's alone."
    )
    language: str | None = strawberry.field(
        default=None, description="Of the text: BCP 47 tag; the original's without it."
    )
    act: ActInput | None = strawberry.field(
        default=None, description="The minutes that a coordinator records it from."
    )
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)
    idempotency_key: str | None = strawberry.field(
        default=None, description="Repeats with this key do it once."
    )


@strawberry.input(description="Which joint statement to sign.")
class SignStatementInput:
    """A statement that names one's own organization."""

    statement_id: strawberry.ID = strawberry.field(description="The statement.")
    organization_code: str | None = strawberry.field(default=None, description=_ACTING)


@strawberry.input(description="A signature taken back after the adoption; it cannot be undone.")
class WithdrawSignatureInput:
    """Whose, since when, by which act."""

    reference: str = strawberry.field(description="The position.")
    organization_code: str | None = strawberry.field(
        default=None, description="Whose signature; a coordinator may record any town's act."
    )
    withdrawn_on: date = strawberry.field(
        description="The first day on which it no longer stands: not before the adoption, nor in the future."
    )
    act: ActInput = strawberry.field(description="The act of the organization.")
    reason: str | None = strawberry.field(default=None, description="Why; public with the text.")


@strawberry.type(description="What annexStatement answers.")
class AnnexStatementPayload(Payload):
    """The statement annexed."""

    statement: Statement | None = strawberry.field(default=None, description="The statement.")
    round: Round | None = strawberry.field(default=None, description="Its round.")


@strawberry.type(description="What signStatement answers.")
class SignStatementPayload(Payload):
    """The statement signed."""

    statement: Statement | None = strawberry.field(default=None, description="The statement.")


@strawberry.type(description="What withdrawSignature answers.")
class WithdrawSignaturePayload(Payload):
    """The position with its signatories."""

    position: Position | None = strawberry.field(default=None, description="The position.")


@strawberry.type
class StatementMutations:
    """Mutations of statements and signatures."""

    @mutation("Annex a statement to the text that a round decides.")
    async def annex_statement(self, info: Info, input: AnnexStatementInput) -> AnnexStatementPayload:
        """Annex a statement."""
        context = info.context
        request = AnnexStatement(
            round_id=input.round_id,
            kind=input.kind,
            text=input.text,
            organization_codes=input.organization_codes or (),
            language=input.language,
            act=input.act.given() if input.act else None,
            organization_code=input.organization_code,
        )
        used = key(context.actor, "annexStatement", input.idempotency_key, strawberry.asdict(input))
        async with context.write() as work:
            annexed = await annex_statement(work, context.actor, request, used)
        return AnnexStatementPayload(
            statement=await load_statement(context, annexed.id),
            round=await load_round(context, annexed.round_id),
        )

    @mutation("Sign a joint statement that names one's own organization.")
    async def sign_statement(self, info: Info, input: SignStatementInput) -> SignStatementPayload:
        """Sign a statement."""
        context = info.context
        async with context.write() as work:
            await sign_statement(work, context.actor, input.statement_id, input.organization_code)
        return SignStatementPayload(statement=await load_statement(context, input.statement_id))

    @mutation("Take a signature back after the adoption; the adopted text stays as it is.")
    async def withdraw_signature(self, info: Info, input: WithdrawSignatureInput) -> WithdrawSignaturePayload:
        """Withdraw a signature."""
        context = info.context
        withdrawal = Withdrawal(input.withdrawn_on, input.act.given(), input.reason)
        request = WithdrawSignature(input.reference, withdrawal, input.organization_code)
        async with context.write() as work:
            position = await withdraw_signature(work, context.actor, request)
        return WithdrawSignaturePayload(position=await load_position(context, position.id))
