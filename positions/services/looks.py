"""A member's last look at a text, from which "what changed since" is told. Reading is nobody's business: no event."""

from sqlalchemy.exc import IntegrityError

from positions.actors import Actor
from positions.models.documents import Document
from positions.models.requests import Look
from positions.permissions import Permission
from positions.queries.access import see_document
from positions.services.notices import mark_changes_seen
from positions.services.unit_of_work import UnitOfWork


async def mark_read(work: UnitOfWork, actor: Actor, document_id: str) -> Document:
    """Remember that the member saw the draft as it stands now."""
    access, document = await see_document(work.session, actor, document_id)
    access.demand(Permission.READ)
    member_id = actor.signed_in()
    look = await work.session.get(Look, (member_id, document_id)) or await _first(work, member_id, document)
    look.sequence, look.at = document.sequence, work.now
    await mark_changes_seen(work, member_id, document.position_id)
    return document


async def _first(work: UnitOfWork, member_id: str, document: Document) -> Look:
    look = Look(member_id=member_id, document_id=document.id, sequence=document.sequence, at=work.now)
    try:
        async with work.session.begin_nested():
            work.session.add(look)
    except IntegrityError:  # the same member, in another tab
        return await work.session.get_one(Look, (member_id, document.id))
    return look
