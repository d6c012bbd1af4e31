"""A feedback's fields from what a position says in a language."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.asks import asks
from positions.feedback import FeedbackField, covering_text, feedback_fields
from positions.models.organizations import Organization
from positions.models.positions import Heading
from positions.queries.access import Access
from positions.queries.translations import approved_versions
from positions.queries.versions import version_text


async def feedback_of(session: AsyncSession, access: Access, language: str) -> tuple[FeedbackField, ...]:
    """The fields; the text starts from title, summary and the asks of the text that stands in the language."""
    statement = select(Heading).where(Heading.position_id == access.position.id, Heading.language == language)
    heading = await session.scalar(statement)
    version = (await approved_versions(session, access.position)).get(language)
    found = asks(await version_text(session, version)) if version else ()
    title, summary = (heading.title, heading.summary) if heading else (None, None)
    text = covering_text(title, summary, found)
    lead = await session.get_one(Organization, access.position.lead_id)
    return feedback_fields(language, lead.name, text)
