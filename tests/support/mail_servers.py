"""A real SMTP server in a thread, which can be told to refuse, to put off, or to break the line."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from api.settings import Settings


@dataclass
class Mailbox:
    """What arrived; `answers` are what the server says to the next recipients and texts instead of
    yes; `reached` is set when so many as `watched` have arrived."""

    port: int
    arrived: list[EmailMessage] = field(default_factory=list)
    recipient_answers: list[str] = field(default_factory=list)
    text_answers: list[str] = field(default_factory=list)
    breaks: bool = False
    watched: int = 0
    reached: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's own name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or say what was prepared."""
        if self.recipient_answers:
            return self.recipient_answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's own name
        """Take a text, say what was prepared, or keep it and break the line before saying so."""
        if self.text_answers:
            return self.text_answers.pop(0)
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.arrived.append(message)
        if len(self.arrived) == self.watched:
            self.reached.set()
        if self.breaks and server.transport is not None:
            server.transport.close()
        return "250 OK"

    @property
    def subjects(self) -> list[str]:
        """The subjects of what arrived."""
        return [str(message["Subject"]) for message in self.arrived]

    def to(self, address: str) -> list[EmailMessage]:
        """What arrived for an address."""
        return [message for message in self.arrived if address in str(message["To"])]

    def settings(self, **more: str) -> Settings:
        """The settings of a product that sends here."""
        return Settings(base_url="http://test", smtp_url=f"smtp://127.0.0.1:{self.port}", **more)  # type: ignore[arg-type]  # texts all


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A server on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        mailbox = Mailbox(free.getsockname()[1])
    controller = Controller(mailbox, hostname="127.0.0.1", port=mailbox.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()


def body_of(message: EmailMessage, subtype: str = "plain") -> str:
    """A part of a mail as it is read."""
    part = message.get_body((subtype,))
    assert part is not None
    return str(part.get_content())
