"""A plan to send: the addressee's channel, how far the chosen texts are, and what else the checklist looks at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.checklist import Plan, Terms, TextState
from positions.data.presidencies import presidencies, presiding
from positions.deadlines import BRUSSELS
from positions.errors import Invalid
from positions.models.documents import Document
from positions.models.institutions import Channel, Institution
from positions.models.positions import Position, PositionAddressee
from positions.models.submissions import Submission
from positions.queries.access import Access
from positions.queries.institutions import find_institution
from positions.queries.translations import approved_versions

COUNCIL = "CONSIL"
"""The institution whose presidency rotates."""

FORMATS = ("pdf", "docx", "md")
"""The forms of a dossier's texts that a channel may ask for."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants to send where; numbers by language, None for whichever version stands."""

    institution_code: str
    channel: str
    numbers: Mapping[str, int | None]
    sent_at: datetime
    cover_text: str | None = None


async def find_channel(session: AsyncSession, code: str, kind: str) -> tuple[Institution, Channel]:
    """An institution and one of its channels; Invalid where there is no such."""
    institution = await find_institution(session, code)
    if institution is None:
        raise Invalid("institution_unknown", ["institutionCode"], code=code[:40])
    channel = next((one for one in institution.channels if one.kind == kind), None)
    if channel is None:
        raise Invalid("channel_unknown", ["channel"], channel=kind, institution=code)
    return institution, channel


async def plan_of(
    session: AsyncSession, access: Access, wish: Wish, sizes: Mapping[str, int] | None = None
) -> tuple[Institution, Plan]:
    """The addressee, and the plan as the checklist takes it."""
    institution, channel = await find_channel(session, wish.institution_code, wish.channel)
    position = access.position
    is_council = COUNCIL in (institution.code, institution.parent_code)
    return institution, Plan(
        terms=terms_of(channel),
        original_language=position.original_language,
        texts=await text_states(session, position, wish.numbers),
        sent_at=wish.sent_at,
        is_addressee=await _is_addressee(session, position, institution),
        cover_text=wish.cover_text,
        sizes=sizes,
        formats=FORMATS,
        deadline=position.target_deadline,
        earlier=await _earlier(session, position, institution),
        needs_presidency=is_council,
        presidency=country_presiding(wish.sent_at) if is_council else None,
    )


def terms_of(channel: Channel) -> Terms:
    """What a channel takes."""
    return Terms(
        kind=channel.kind,
        languages=channel.languages,
        max_characters=channel.max_characters,
        max_bytes=channel.max_bytes,
        formats=channel.formats,
        is_verified=channel.verified,
    )


def country_presiding(moment: datetime) -> str | None:
    """The code of the Member State that presides over the Council at a moment."""
    found = presiding(moment.astimezone(BRUSSELS).date(), presidencies())
    return found.country_code if found else None


async def text_states(
    session: AsyncSession, position: Position, numbers: Mapping[str, int | None]
) -> dict[str, TextState]:
    """How far each chosen version is: only what stands for the position now is approved."""
    standing = await approved_versions(session, position)
    statement = select(Document).where(Document.position_id == position.id)
    documents = {document.language: document for document in await session.scalars(statement)}
    found: dict[str, TextState] = {}
    for language, number in numbers.items():
        version, document = standing.get(language), documents.get(language)
        if version is not None and number in (None, version.number):
            found[language] = TextState.APPROVED
        elif document is None:
            found[language] = TextState.ABSENT
        else:
            is_stale = version is None and document.approved_version_id is not None
            found[language] = TextState.STALE if is_stale else TextState.UNAPPROVED
    return found


async def _is_addressee(session: AsyncSession, position: Position, institution: Institution) -> bool:
    statement = select(PositionAddressee).where(
        PositionAddressee.position_id == position.id, PositionAddressee.institution_id == institution.id
    )
    return await session.scalar(statement) is not None


async def _earlier(session: AsyncSession, position: Position, institution: Institution) -> Sequence[datetime]:
    statement = select(Submission.sent_at).where(
        Submission.position_id == position.id, Submission.institution_id == institution.id
    )
    return list(await session.scalars(statement.order_by(Submission.sent_at)))
