"""Where in a position a search hits: its titles, its summaries, then the text that the actor may open."""

import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.excerpts import Excerpt, excerpt
from positions.models.positions import Heading
from positions.queries.access import Access
from positions.queries.documents import documents_of, newest_open_version
from positions.queries.versions import version_text
from positions.wording import plain


async def excerpt_of(session: AsyncSession, access: Access, search: str) -> Excerpt | None:
    """The first hit; None when only codes and references were found."""
    headings = list(await session.scalars(select(Heading).where(Heading.position_id == access.position.id)))
    texts = [
        *((heading.title, heading.language) for heading in headings),
        *((heading.summary, heading.language) for heading in headings),
    ]
    for text, language in texts:
        found = excerpt(search, text, language) if text else None
        if found is not None:
            return found
    return await _in_text(session, access, search)


async def _in_text(session: AsyncSession, access: Access, search: str) -> Excerpt | None:
    for document in await documents_of(session, access):
        version = await newest_open_version(session, access, document.id)
        if version is not None:
            text = await version_text(session, version)
            found = await asyncio.to_thread(_found, search, text, document.language)
            if found is not None:
                return found
    return None


def _found(search: str, text: str, language: str) -> Excerpt | None:
    return excerpt(search, plain(text), language)
