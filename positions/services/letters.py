"""A mail's words, written when it goes: what its notices say now, in its reader's language, of papers they may still read."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.mails import MailKind
from positions.messages.catalogue import mail as wording
from positions.models.members import Invitation
from positions.models.notices import Mail, Notice
from positions.notices import Urgency
from positions.publishing.letters import PREFERENCES, Letter, Line, Part, Postmark
from positions.queries.members import actor_of_member, find_member
from positions.queries.notices import notices_of, shown
from positions.queries.sayings import Saying, say


async def letter_of(session: AsyncSession, mail_id: str, base_url: str, now: datetime) -> Letter | None:
    """What a mail says now; None when nothing is left to say."""
    statement = select(Mail).where(Mail.id == mail_id).options(selectinload(Mail.invitation))
    row = (await session.scalars(statement)).one()
    if row.kind == MailKind.INVITATION:
        return await _invitation(session, row, base_url, now)
    return await _notices(session, row, base_url, now)


def postmark_of(mail_id: str, base_url: str, sender: str, now: datetime) -> Postmark:
    """The mark of a mail: the same id however often it is tried."""
    return Postmark(f"<{mail_id}@{urlsplit(base_url).hostname}>", now, sender)


async def _notices(session: AsyncSession, row: Mail, base_url: str, now: datetime) -> Letter | None:
    member = await find_member(session, row.member_id or "")
    actor = await actor_of_member(session, row.member_id or "", now)
    if member is None or actor is None:
        return None
    kept = await session.scalars(notices_of(actor).where(Notice.mail_id == row.id).order_by(Notice.id))
    sayings = [say(one, member.locale) for one in await shown(session, kept)]
    if not sayings:
        return None
    preferences = f"{base_url}{PREFERENCES}"
    return Letter(
        address=member.email,
        name=member.name,
        language=member.locale,
        subject=_subject(sayings, member.locale),
        parts=[
            Part(wording(heading, member.locale), lines)
            for heading, urgency in (("asked", Urgency.ASKED), ("news", Urgency.NEWS))
            if (lines := [_line(one, base_url) for one in sayings if one.urgency is urgency])
        ],
        reason=wording("reason", member.locale, address=preferences),
        preferences=preferences,
    )


def _line(saying: Saying, base_url: str) -> Line:
    return Line(saying.sentence, f"{base_url}{saying.path}", saying.quote)


def _subject(sayings: Sequence[Saying], language: str) -> str:
    """What is asked and by when; of news alone, what the only one says, else how many there are."""
    asked = [one.subject for one in sayings if one.subject]
    if len(asked) > 1:
        return wording("subject_many", language, count=len(asked), first=asked[0])
    if asked:
        return asked[0]
    if len(sayings) == 1:
        return sayings[0].sentence
    return wording("subject_news", language, count=len(sayings))


async def _invitation(session: AsyncSession, row: Mail, base_url: str, now: datetime) -> Letter | None:
    """The link of an invitation, while it may still be taken up."""
    statement = select(Invitation).where(Invitation.id == row.invitation_id)
    offer = await session.scalar(statement.options(selectinload(Invitation.organization)))
    is_over = offer is None or offer.accepted_at or offer.revoked_at or offer.expires_at <= now
    if offer is None or is_over or row.letter is None:
        return None
    language, fields = (
        row.letter["language"],
        {"town": offer.organization.name, "office": offer.role, "until": offer.expires_at},
    )
    link = f"{base_url}/invitacio#{row.letter['secret']}"
    return Letter(
        address=offer.email,
        name=offer.name,
        language=language,
        subject=wording("invitation_subject", language, **fields),
        parts=[
            Part(
                wording("invitation_open", language),
                [Line(wording("invitation_body", language, **fields), link)],
            )
        ],
        reason=wording("invitation_reason", language),
    )
