"""The outbox as administrators see it: what waits, and what somebody has to look at."""

from datetime import datetime

import strawberry

from api.graphql.context import Context, Info
from api.graphql.nodes import Node
from api.graphql.payloads import Payload, mutation
from positions.mails import MailKind, MailState
from positions.queries.mails import MailRow, Outlook, find_mail, outlook_on, recipient_of
from positions.services.mails import send_again

strawberry.enum(MailKind, description="What a mail is for.")
strawberry.enum(
    MailState,
    description="Where a mail is; DOUBTFUL: handed over and not acknowledged, so it may have arrived.",
)


@strawberry.type(description="A mail of the outbox; its words are nobody's but its reader's.")
class Mail(Node):
    """A mail on its way, or stuck there."""

    kind: MailKind = strawberry.field(description="What it is for.")
    state: MailState = strawberry.field(description="Where it is.")
    recipient: str = strawberry.field(description="The name of whom it is for.")
    fault: str | None = strawberry.field(
        description="The step and the code at which it ended; null without one."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    taken_at: datetime | None = strawberry.field(description="When it was last handed over.")
    attempts: int = strawberry.field(description="How often that was tried.")
    may_be_sent_again: bool = strawberry.field(
        description="Whether sendMailAgain takes it; for an invitation a new one is made instead."
    )

    @classmethod
    def of(cls, row: MailRow) -> "Mail":
        """The mail of a row."""
        return cls(
            id=strawberry.ID(row.id),
            kind=MailKind(row.kind),
            state=MailState(row.state),
            recipient=recipient_of(row),
            fault=row.fault,
            created_at=row.created_at,
            taken_at=row.taken_at,
            attempts=row.attempts,
            may_be_sent_again=row.member_id is not None,
        )


@strawberry.type(description="How the outbox stands.")
class Outbox:
    """What leaves this server by mail."""

    is_sending: bool = strawberry.field(description="Whether a mail server is configured.")
    waiting: int = strawberry.field(description="How many mails wait.")
    waiting_since: datetime | None = strawberry.field(
        description="Since when the oldest of them; null for none."
    )
    sent: int = strawberry.field(
        description="How many were accepted by the mail server in the last seven days."
    )
    review: list[Mail] = strawberry.field(
        description="Those that are doubtful or failed, newest first, at most a hundred."
    )

    @classmethod
    def of(cls, found: Outlook, *, is_sending: bool) -> "Outbox":
        """The outbox as it was found."""
        return cls(
            is_sending=is_sending,
            waiting=found.waiting,
            waiting_since=found.waiting_since,
            sent=found.sent,
            review=[Mail.of(row) for row in found.review],
        )


async def outbox_of(context: Context) -> Outbox:
    """The outbox, for whoever was found to keep the register."""
    found = await context.read(outlook_on, context.now)
    return Outbox.of(found, is_sending=context.settings.smtp is not None)


@strawberry.input(description="Which mail to send again.")
class SendMailAgainInput:
    """A mail that somebody has looked at."""

    mail_id: strawberry.ID = strawberry.field(description="The mail.")
    organization_code: str | None = strawberry.field(
        default=None,
        description="The organization you act for; required only when you may act for several.",
    )


@strawberry.type(description="What sendMailAgain answers.")
class SendMailAgainPayload(Payload):
    """The mail, waiting again."""

    mail: Mail | None = strawberry.field(default=None, description="The mail as it is now.")


@strawberry.type
class MailMutations:
    """Changes of the outbox."""

    @mutation("Send a doubtful or failed mail again; a doubtful one may then arrive twice.")
    async def send_mail_again(self, info: Info, input: SendMailAgainInput) -> SendMailAgainPayload:
        """Let it wait again."""
        context = info.context
        async with context.write() as work:
            row = await send_again(work, context.actor, input.mail_id, acting_code=input.organization_code)
        found = await context.read(find_mail, row.id)
        return SendMailAgainPayload(mail=Mail.of(found) if found else None)
