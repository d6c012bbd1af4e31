"""The asks of a position, read from the texts that the actor may open."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from positions.asks import asks
from positions.queries.access import Access
from positions.queries.documents import documents_of, newest_open_version
from positions.queries.translations import approved_versions
from positions.queries.versions import version_text


@dataclass(frozen=True)
class AskTexts:
    """An ask's key and its words by language."""

    key: str
    texts: dict[str, str]


async def asks_of(session: AsyncSession, access: Access) -> list[AskTexts]:
    """The original's asks in its order, with their words in every language.

    After adoption they are those of the adopted text and of the translations that stand for it; a language that has none
    yet, and everything before adoption, is read from the newest version.
    """
    standing = await approved_versions(session, access.position)
    found: dict[str, dict[str, str]] = {}
    for document in await documents_of(session, access):
        version = standing.get(document.language) or await newest_open_version(session, access, document.id)
        for ask in asks(await version_text(session, version)) if version is not None else ():
            if document.is_original:
                found.setdefault(ask.key, {})
            if ask.key in found:
                found[ask.key].setdefault(document.language, ask.text)
    return [AskTexts(key, texts) for key, texts in found.items()]
