"""Table and withdraw amendments."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from positions.actors import Actor, Membership
from positions.amendments import AmendmentAct, AmendmentStatus, advance, operation_of
from positions.anchors import anchor
from positions.documents import normalise
from positions.errors import Forbidden, Invalid, LimitExceeded, NotFound, StageForbids, Stale
from positions.events import Tag, canonical
from positions.headings import plain_text
from positions.imports import Written
from positions.models.amendments import Amendment, AmendmentAuthor, AmendmentReplacement
from positions.models.documents import Document
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.permissions import Permission, Standing
from positions.queries.access import Access, see_document
from positions.queries.amendments import see_amendment
from positions.queries.lookups import among
from positions.queries.versions import standing_version, version_by_number, version_text
from positions.services.idempotency import Key, recall, remember
from positions.services.record import record
from positions.services.unit_of_work import UnitOfWork
from positions.versions import sha256_of

REASON_LENGTH = 5_000
MOST_REPLACED = 50
"""How many amendments one compromise may replace."""


@dataclass(frozen=True)
class ProposeAmendment:
    """A change to a passage of the newest version; equal offsets mean an addition there."""

    document_id: str
    version_number: int
    start: int
    end: int
    proposed_text: str
    justification: str = ""
    cosponsor_codes: Sequence[str] = ()
    replaces: Sequence[str] = ()
    organization_code: str | None = None


@dataclass(frozen=True)
class _Tabling:
    """What amendments of one version are tabled on."""

    work: UnitOfWork
    actor: Actor
    access: Access
    document: Document
    membership: Membership
    text: str


async def propose_amendment(
    work: UnitOfWork, actor: Actor, request: ProposeAmendment, key: Key | None = None
) -> Amendment:
    """Table an amendment for the acting organization and its cosponsors."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return (await see_amendment(work.session, actor, str(known["amendment"])))[1]
    (amendment,) = await propose_amendments(work, actor, (access, document), [(request, None)])
    remember(work, key, {"amendment": amendment.id})
    return amendment


async def propose_amendments(
    work: UnitOfWork,
    actor: Actor,
    target: tuple[Access, Document],
    requests: Sequence[tuple[ProposeAmendment, Written | None]],
) -> list[Amendment]:
    """Table amendments of one version for one organization, each with who wrote it in Word, if anybody did."""
    access, document = target
    first = requests[0][0]
    membership = access.demand(Permission.PROPOSE_AMENDMENT, first.organization_code)
    _check_deadline(work, access, membership)
    text = await _target_text(work, document, first.version_number)
    tabling = _Tabling(work, actor, access, document, membership, text)
    number = await _next_number(work, access.position)
    made = [
        await _table(tabling, request, number + place, written)
        for place, (request, written) in enumerate(requests)
    ]
    await _check_newest(work, document, first.version_number)
    return made


async def _table(
    tabling: _Tabling, request: ProposeAmendment, number: int, written: Written | None
) -> Amendment:
    work, position = tabling.work, tabling.access.position
    place_ = anchor(tabling.text, request.start, request.end)
    proposed = normalise(request.proposed_text, ["proposedText"])
    amendment = Amendment(
        id=work.new_id("amd"),
        position_id=position.id,
        document_id=tabling.document.id,
        number=number,
        status=AmendmentStatus.TABLED.value,
        operation=operation_of(place_.start, place_.end, proposed, original=place_.exact).value,
        version_number=request.version_number,
        start=place_.start,
        end=place_.end,
        original=place_.exact,
        prefix=place_.prefix,
        suffix=place_.suffix,
        proposed_text=proposed,
        justification=optional_text(request.justification, "justification") or "",
        membership_id=tabling.membership.id,
        imported_author=written and written.author,
        imported_at=written and written.at,
        created_at=work.now,
    )
    work.session.add(amendment)
    await work.session.flush()
    authors = await _add_authors(tabling, amendment, request.cosponsor_codes)
    await _add_replaced(work, tabling.actor, amendment, request.replaces)
    told = {**told_of_amendment(amendment), **told_of_tabling(amendment, authors)}
    await record(work, position, Tag.AMENDMENT_PROPOSED, tabling.membership, told)
    return amendment


async def withdraw_amendment(
    work: UnitOfWork,
    actor: Actor,
    amendment_id: str,
    reason: str | None = None,
    organization_code: str | None = None,
) -> Amendment:
    """Take back an amendment that one's own organization tabled first."""
    access, amendment = await see_amendment(work.session, actor, amendment_id, lock=True)
    membership = access.demand(Permission.PROPOSE_AMENDMENT, organization_code)
    if amendment.authors[0].organization_id != membership.organization_id:
        raise Forbidden("not_your_amendment", ["amendmentId"])
    amendment.status = advance(AmendmentStatus(amendment.status), AmendmentAct.WITHDRAW).value
    amendment.decision_reason = optional_text(reason, "reason")
    amendment.decided_at = work.now
    await record(work, access.position, Tag.AMENDMENT_WITHDRAWN, membership, told_of_amendment(amendment))
    return amendment


def _check_deadline(work: UnitOfWork, access: Access, membership: Membership) -> None:
    deadline = access.position.tabling_deadline
    is_steering = access.standing(membership) in (Standing.LEAD, Standing.COORDINATOR)
    if deadline is not None and work.now > deadline and not is_steering:
        raise StageForbids("tabling_closed", deadline=deadline.isoformat())


async def _target_text(work: UnitOfWork, document: Document, number: int) -> str:
    version = await version_by_number(work.session, document.id, number)
    if version is None:
        raise NotFound("version_unknown", ["versionNumber"], number=number)
    return await version_text(work.session, version)


async def _check_newest(work: UnitOfWork, document: Document, number: int) -> None:
    newest = await standing_version(work.session, document.id)
    if newest is not None and newest.number > number:
        raise Stale("version_not_newest", ["versionNumber"], newest=newest.number)


async def _next_number(work: UnitOfWork, position: Position) -> int:
    statement = select(func.max(Amendment.number)).where(Amendment.position_id == position.id)
    return (await work.session.scalar(statement) or 0) + 1


async def _add_authors(tabling: _Tabling, amendment: Amendment, codes: Sequence[str]) -> list[str]:
    session, access = tabling.work.session, tabling.access
    authors = [str(tabling.membership.organization_id)]
    known = await _organizations(session, codes) if codes else {}
    for code in codes:
        if code not in known or known[code] not in access.participant_ids:
            raise Invalid("cosponsor_not_participating", ["cosponsorCodes"], organization=code[:40])
        if known[code] not in authors:
            authors.append(known[code])
    for number, organization_id in enumerate(authors):
        session.add(
            AmendmentAuthor(amendment_id=amendment.id, number=number, organization_id=organization_id)
        )
    return authors


async def _organizations(session: AsyncSession, codes: Sequence[str]) -> dict[str, str]:
    rows = await session.scalars(select(Organization).where(among(Organization.code, codes)))
    return {organization.code: organization.id for organization in rows}


async def _add_replaced(
    work: UnitOfWork, actor: Actor, amendment: Amendment, replaced: Sequence[str]
) -> None:
    if len(replaced) > MOST_REPLACED:
        raise LimitExceeded("list_too_long", ["replaces"], limit=MOST_REPLACED)
    for amendment_id in dict.fromkeys(replaced):
        try:
            _, other = await see_amendment(work.session, actor, amendment_id)
        except NotFound:
            raise NotFound("amendment_unknown", ["replaces"]) from None
        if other.document_id != amendment.document_id or other.status != AmendmentStatus.TABLED.value:
            raise Invalid("replaced_amendment_not_open", ["replaces"], number=other.number)
        work.session.add(AmendmentReplacement(amendment_id=amendment.id, replaced_id=other.id))


def optional_text(text: str | None, name: str) -> str | None:
    """A reason or a justification as it is kept; None where nothing is said."""
    return plain_text(text, [name], limit=REASON_LENGTH) if text and text.strip() else None


def told_of_amendment(amendment: Amendment) -> dict[str, object]:
    """An amendment as the record keeps it: no free text, but the hash of what was proposed."""
    proposed = (amendment.original, amendment.proposed_text, amendment.justification)
    at = amendment.imported_at
    return {
        "amendment": amendment.id,
        "number": amendment.number,
        "status": amendment.status,
        "proposal_sha256": sha256_of(canonical(proposed)),
        **({} if amendment.decided_text is None else {"decided_sha256": sha256_of(amendment.decided_text)}),
        **({} if amendment.imported_author is None else {"imported": at.isoformat() if at else True}),
    }


def told_of_tabling(amendment: Amendment, authors: Sequence[str]) -> dict[str, object]:
    """Where an amendment was tabled and by which organizations, as the record keeps it from the first day on."""
    return {
        "version": amendment.version_number,
        "start": amendment.start,
        "end": amendment.end,
        "authors": list(authors),
    }
