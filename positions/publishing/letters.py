"""Mails as they are written: plain text and simple HTML that say the same, with what every automatic mail has to say of itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from positions.messages.catalogue import mail

PREFERENCES = "/compte#avisos"
"""Where a member says how often mail may come."""


@dataclass(frozen=True)
class Line:
    """Something said in a mail: the sentence, perhaps what was quoted, and the address it leads to."""

    sentence: str
    url: str
    quote: str | None = None


@dataclass(frozen=True)
class Part:
    """Lines under a heading."""

    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Letter:
    """A mail before it is written; `reason` says why it came, `preferences` where that is changed (not in an invitation)."""

    address: str
    name: str
    language: str
    subject: str
    parts: Sequence[Part]
    reason: str
    preferences: str | None = None


@dataclass(frozen=True)
class Postmark:
    """What is the same however often a mail is tried: its id, its day, and who sends."""

    message_id: str
    at: datetime
    sender: str


def write(letter: Letter, postmark: Postmark) -> EmailMessage:
    """The mail as it goes out."""
    message = EmailMessage(policy=SMTP)
    message["Message-ID"] = postmark.message_id
    message["Date"] = postmark.at
    message["From"] = Address("Positions", addr_spec=postmark.sender)
    message["To"] = Address(letter.name, addr_spec=letter.address)
    message["Subject"] = " ".join(letter.subject.split())
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if letter.preferences:
        message["List-Unsubscribe"] = f"<{letter.preferences}>"
    message.set_content(_text(letter), cte="quoted-printable")
    message.add_alternative(_html(letter), subtype="html", cte="quoted-printable")
    message["Content-Language"] = letter.language
    return message


def _text(letter: Letter) -> str:
    lines = [mail("greeting", letter.language, name=letter.name), ""]
    for part in letter.parts:
        lines += [part.heading.upper(), ""]
        for line in part.lines:
            quoted = [f"  > {line.quote}"] if line.quote else []
            lines += [f"- {line.sentence}", *quoted, f"  {line.url}", ""]
    return "\n".join([*lines, "--", letter.reason, ""])


def _html(letter: Letter) -> str:
    body = "".join(_part(part, letter.language) for part in letter.parts)
    preferences = mail("preferences", letter.language)
    way = (
        f'<br><a href="{escape(letter.preferences)}">{escape(preferences)}</a>' if letter.preferences else ""
    )
    return _PAGE.format(
        language=letter.language,
        subject=escape(letter.subject),
        greeting=escape(mail("greeting", letter.language, name=letter.name)),
        body=body,
        reason=escape(letter.reason),
        way=way,
    )


def _part(part: Part, language: str) -> str:
    return f'<h2 style="font-size:17px;margin:24px 0 8px">{escape(part.heading)}</h2>' + "".join(
        _line(line, language) for line in part.lines
    )


def _line(line: Line, language: str) -> str:
    quote = f'<blockquote style="{_QUOTE}">{escape(line.quote)}</blockquote>' if line.quote else ""
    way = f'<a href="{escape(line.url)}" style="color:#0b5566;font-weight:600">{escape(mail("open", language))}</a>'
    return (
        f'<p style="margin:0 0 16px">{escape(line.sentence)}</p>{quote}<p style="margin:0 0 24px">{way}</p>'
    )


_QUOTE = "margin:0 0 8px;padding-left:12px;border-left:3px solid #d3dddd;color:#485c62"

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{subject}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:#14262b;font:16px/1.5 'Source Sans 3','Segoe UI',sans-serif">
<div style="max-width:600px"><p style="margin:0">{greeting}</p>{body}
<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #d3dddd;color:#485c62;font-size:14px">{reason}{way}</p>
</div></body></html>
"""
