"""A member's last look at a text, from which "what changed since" is told. Reading is nobody's business: no event."""

from sqlalchemy.exc import IntegrityError

from positions.actors import Actor
from positions.errors import Invalid
from positions.models.documents import Document
from positions.models.requests import Look
from positions.permissions import Permission
from positions.queries.access import see_document
from positions.services.notices import mark_changes_seen
from positions.services.unit_of_work import UnitOfWork


async def mark_read(
    work: UnitOfWork, actor: Actor, document_id: str, sequence: int | None = None
) -> Document:
    """Remember that the member saw the draft as it stood at a sequence, or as it stands now; a look never goes back."""
    access, document = await see_document(work.session, actor, document_id)
    access.demand(Permission.READ)
    member_id = actor.signed_in()
    seen = document.sequence if sequence is None else sequence
    if not 0 <= seen <= document.sequence:
        raise Invalid("draft_sequence_unknown", ["sequence"], head=document.sequence)
    look = await work.session.get(Look, (member_id, document_id)) or await _first(
        work, member_id, document, seen
    )
    if seen >= look.sequence:
        look.sequence, look.at = seen, work.now
    if seen == document.sequence:
        await mark_changes_seen(work, member_id, document.position_id)
    return document


async def _first(work: UnitOfWork, member_id: str, document: Document, sequence: int) -> Look:
    look = Look(member_id=member_id, document_id=document.id, sequence=sequence, at=work.now)
    try:
        async with work.session.begin_nested():
            work.session.add(look)
    except IntegrityError:  # the same member, in another tab
        return await work.session.get_one(Look, (member_id, document.id))
    return look
