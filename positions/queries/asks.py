"""The asks of a position, read from the texts that the actor may open."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from positions.asks import asks
from positions.queries.access import Access
from positions.queries.documents import documents_of, newest_open_version
from positions.queries.versions import version_text


@dataclass(frozen=True)
class AskTexts:
    """An ask's key and its words by language."""

    key: str
    texts: dict[str, str]


async def asks_of(session: AsyncSession, access: Access) -> list[AskTexts]:
    """The asks of the newest open version of each document, in the original's order."""
    found: dict[str, dict[str, str]] = {}
    for document in await documents_of(session, access):
        version = await newest_open_version(session, access, document.id)
        if version is not None:
            for ask in asks(await version_text(session, version)):
                found.setdefault(ask.key, {}).setdefault(document.language, ask.text)
    return [AskTexts(key, texts) for key, texts in found.items()]
