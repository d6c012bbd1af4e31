"""Hand the outbox over to the mail server: one mail is taken, committed as taken, sent, and settled; then the next.

A server that cannot be reached costs no mail an attempt: the courier rests, longer each time. What broke after the text was on
its way is uncertain, and never tried again by itself. No address ever stands in the log.
"""

from collections.abc import Awaitable
from contextlib import suppress
from datetime import datetime, timedelta
from email.message import EmailMessage

import structlog
from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from api.settings import Settings, SmtpServer
from positions.mails import Delivery
from positions.publishing.letters import write
from positions.services import mails
from positions.services.letters import letter_of, postmark_of
from positions.services.unit_of_work import Database

_log = structlog.get_logger(__name__)

TIMEOUT = 30.0
SHORTEST_REST = timedelta(seconds=10)
LONGEST_REST = timedelta(minutes=10)
PERMANENT = 500
"""From this code on a server means it."""


class Courier:
    """Carries what is due, as often as it is asked to; one for each process."""

    def __init__(self, settings: Settings, server: SmtpServer) -> None:
        self._base_url = settings.base_url
        self._sender = settings.mail_sender
        self._server = server
        self._rest = SHORTEST_REST
        self._resting_until: datetime | None = None

    async def round_trip(self, database: Database) -> int:
        """Compose what is due and hand over what waits; returns how many mails the server took."""
        await mails.compose_due(database)
        async with database.write() as work:
            await mails.sort_out(work)
        now = database.clock()
        if self._resting_until and now < self._resting_until:
            return 0
        if not await mails.has_waiting(database):
            return 0
        client = await self._connected(now)
        if client is None:
            return 0
        try:
            return await self._carry(database, client)
        finally:
            with suppress(SMTPException, OSError):
                await client.quit()

    async def _connected(self, now: datetime) -> SMTP | None:
        """A session with the server; None when it cannot be reached or does not let us in."""
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            use_tls=server.is_tls,
            start_tls=server.start_tls,
            timeout=TIMEOUT,
        )
        try:
            await client.connect()
        except (SMTPException, OSError) as fault:
            _log.warning("mail_server_unreachable", fault=type(fault).__name__)
            self._resting_until = now + self._rest
            self._rest = min(self._rest * 2, LONGEST_REST)
            return None
        self._rest, self._resting_until = SHORTEST_REST, None
        return client

    async def _carry(self, database: Database, client: SMTP) -> int:
        sent = 0
        while client.is_connected:
            async with database.write() as work:
                mail_id = await mails.take(work)
            if mail_id is None:
                break
            message = await self._written(database, mail_id)
            if message is None:
                async with database.write() as work:
                    await mails.drop(work, mail_id)
                continue
            delivery, fault = await hand_over(client, message, self._sender)
            if fault:
                _log.warning("mail_not_sent", mail=mail_id, outcome=delivery.value, fault=fault)
            async with database.write() as work:
                await mails.settle_mail(work, mail_id, delivery, fault)
            sent += delivery is Delivery.ACCEPTED
        return sent

    async def _written(self, database: Database, mail_id: str) -> EmailMessage | None:
        now = database.clock()
        async with database.read() as session:
            letter = await letter_of(session, mail_id, self._base_url, now)
        if letter is None:
            return None
        return write(letter, postmark_of(mail_id, self._base_url, self._sender, now))


async def hand_over(client: SMTP, message: EmailMessage, sender: str) -> tuple[Delivery, str | None]:
    """Say a mail to a server, and how it ended: a fault is a step and a code, since servers quote addresses."""
    (recipient,) = message["To"].addresses
    ended = await _said("MAIL", client.mail(sender), lost=Delivery.POSTPONED) or await _said(
        "RCPT", client.rcpt(recipient.addr_spec), lost=Delivery.POSTPONED
    )
    if ended is not None:
        with suppress(SMTPException, OSError):
            await client.rset()
        return ended
    return await _said("DATA", client.data(bytes(message)), lost=Delivery.UNCERTAIN) or (
        Delivery.ACCEPTED,
        None,
    )


async def _said(step: str, act: Awaitable[object], *, lost: Delivery) -> tuple[Delivery, str] | None:
    """What came of one step; None when the server agreed. `lost`: what a line that broke means here."""
    try:
        await act
    except SMTPResponseException as fault:
        if 400 <= fault.code < 600:  # SMTP's own classes of answers
            refused = Delivery.REFUSED if fault.code >= PERMANENT else Delivery.POSTPONED
            return refused, f"{step} {fault.code}"
        return lost, f"{step} {fault.code}"
    except (SMTPException, OSError) as fault:
        return lost, f"{step} {type(fault).__name__}"
    except UnicodeError:
        return Delivery.REFUSED, f"{step} ADDRESS"
    return None
