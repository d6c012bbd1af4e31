"""Table, withdraw and decide amendments; an incorporated one becomes an edit of the draft by its first author."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from positions.actors import Actor, Membership
from positions.amendments import (
    AmendmentAct,
    AmendmentStatus,
    Decision,
    advance,
    operation_of,
    place,
    rebase,
    rebase_overlaps,
)
from positions.anchors import anchor
from positions.authorship import Run
from positions.comparison import Hunk, hunks
from positions.documents import normalise
from positions.errors import Conflict, Forbidden, Invalid, LimitExceeded, NotFound, StageForbids, Stale
from positions.events import Tag, canonical
from positions.headings import plain_text
from positions.imports import Written
from positions.models.amendments import Amendment, AmendmentAuthor, AmendmentReplacement
from positions.models.documents import Document
from positions.models.organizations import Organization
from positions.models.positions import Position
from positions.permissions import Permission, Standing
from positions.queries.access import Access, see_document
from positions.queries.amendments import see_amendment, target
from positions.queries.lookups import among
from positions.queries.versions import newest_version, version_by_number, version_text
from positions.services.drafts import DraftText, current, rewrite, told_of
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
class DecideAmendment:
    """What the coordinator decides, on which state of the draft."""

    amendment_id: str
    decision: Decision
    text: str | None = None
    reason: str | None = None
    expected_draft_sequence: int | None = None
    organization_code: str | None = None


@dataclass(frozen=True)
class Decided:
    """A decided amendment and the draft after it."""

    amendment: Amendment
    draft: DraftText


async def propose_amendment(
    work: UnitOfWork,
    actor: Actor,
    request: ProposeAmendment,
    key: Key | None = None,
    *,
    written: Written | None = None,
) -> Amendment:
    """Table an amendment for the acting organization and its cosponsors; `written` says who wrote it in Word."""
    access, document = await see_document(work.session, actor, request.document_id, lock=True)
    known = await recall(work, key)
    if known is not None:
        return (await see_amendment(work.session, actor, str(known["amendment"])))[1]
    membership = access.demand(Permission.PROPOSE_AMENDMENT, request.organization_code)
    _check_deadline(work, access, membership)
    text = await _target_text(work, document, request.version_number)
    place_ = anchor(text, request.start, request.end)
    proposed = normalise(request.proposed_text, ["proposedText"])
    amendment = Amendment(
        id=work.new_id("amd"),
        position_id=access.position.id,
        document_id=document.id,
        number=await _next_number(work, access.position),
        status=AmendmentStatus.TABLED.value,
        operation=operation_of(place_.start, place_.end, proposed, original=place_.exact).value,
        version_number=request.version_number,
        start=place_.start,
        end=place_.end,
        original=place_.exact,
        prefix=place_.prefix,
        suffix=place_.suffix,
        proposed_text=proposed,
        justification=_optional_text(request.justification, "justification") or "",
        membership_id=membership.id,
        imported_author=written and written.author,
        imported_at=written and written.at,
        created_at=work.now,
    )
    work.session.add(amendment)
    await work.session.flush()
    await _add_authors(work, access, amendment, membership, request.cosponsor_codes)
    await _add_replaced(work, actor, amendment, request.replaces)
    await _check_newest(work, document, request.version_number)
    remember(work, key, {"amendment": amendment.id})
    await record(work, access.position, Tag.AMENDMENT_PROPOSED, membership, told_of_amendment(amendment))
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
    amendment.decision_reason = _optional_text(reason, "reason")
    amendment.decided_at = work.now
    await record(work, access.position, Tag.AMENDMENT_WITHDRAWN, membership, told_of_amendment(amendment))
    return amendment


async def decide_amendment(work: UnitOfWork, actor: Actor, request: DecideAmendment) -> Decided:
    """Decide an amendment; incorporated words go into the draft under the name of its first author."""
    access, amendment = await see_amendment(work.session, actor, request.amendment_id, lock=True)
    _, document = await see_document(work.session, actor, amendment.document_id, lock=True)
    membership = access.demand(Permission.DECIDE_AMENDMENT, request.organization_code)
    decided, reason = _decided_text(amendment, request), _optional_text(request.reason, "reason")
    status = advance(AmendmentStatus(amendment.status), request.decision)
    if request.expected_draft_sequence not in (None, document.sequence):
        raise Stale("draft_moved", ["expectedDraftSequence"], sequence=document.sequence)
    changes = () if decided is None else await _changes(work, document, amendment, decided, request.decision)
    runs = (Run(sum(len(change.replacement) for change in changes), amendment.membership_id),)
    draft = await rewrite(work, document, changes, membership.id, attribution=runs)
    amendment.status, amendment.decided_text = status.value, decided
    amendment.decision_reason = reason
    amendment.decided_at, amendment.decided_by_id = work.now, membership.id
    body = {**told_of_amendment(amendment), **told_of(document, draft.text)}
    await record(work, access.position, Tag.AMENDMENT_DECIDED, membership, body)
    if decided is not None:
        await _fell(work, access.position, amendment, membership)
    return Decided(amendment, draft)


def _decided_text(amendment: Amendment, request: DecideAmendment) -> str | None:
    """The text that goes in; None when none does."""
    if request.decision is Decision.INCORPORATE:
        return amendment.proposed_text
    if request.decision is Decision.INCORPORATE_PARTLY:
        if request.text is None:
            raise Invalid("decided_text_required", ["text"])
        return normalise(request.text, ["text"])
    return None


async def _changes(
    work: UnitOfWork, document: Document, amendment: Amendment, decided: str, decision: Decision
) -> tuple[Hunk, ...]:
    """The edit of the draft; Conflict when the amendment no longer fits, or would overwrite what others wrote since.

    The wording of a partial incorporation was written for the draft as it is, so it replaces what stands there now.
    """
    version = await version_by_number(work.session, document.id, amendment.version_number)
    assert version is not None
    draft = await current(work, document)
    placement = place(target(amendment), await version_text(work.session, version), draft.text)
    if placement.start is None or placement.end is None:
        raise Conflict("amendment_no_longer_fits", ["amendmentId"], number=amendment.number)
    now = draft.text[placement.start : placement.end]
    if decision is Decision.INCORPORATE_PARTLY:
        edits = hunks(now, decided)
    elif rebase_overlaps(amendment.original, decided, now):
        raise Conflict("amendment_collides", ["amendmentId"], number=amendment.number)
    else:
        edits = rebase(amendment.original, decided, now)
    start = placement.start
    return tuple(Hunk(start + hunk.start, start + hunk.end, hunk.replacement) for hunk in edits)


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
    newest = await newest_version(work.session, document.id)
    if newest is not None and newest.number != number:
        raise Stale("version_not_newest", ["versionNumber"], newest=newest.number)


async def _next_number(work: UnitOfWork, position: Position) -> int:
    statement = select(func.max(Amendment.number)).where(Amendment.position_id == position.id)
    return (await work.session.scalar(statement) or 0) + 1


async def _add_authors(
    work: UnitOfWork, access: Access, amendment: Amendment, membership: Membership, codes: Sequence[str]
) -> None:
    rows = await work.session.scalars(select(Organization).where(among(Organization.code, codes)))
    known = {organization.code: organization.id for organization in rows}
    authors = [str(membership.organization_id)]
    for code in codes:
        if code not in known or known[code] not in access.participant_ids:
            raise Invalid("cosponsor_not_participating", ["cosponsorCodes"], organization=code[:40])
        if known[code] not in authors:
            authors.append(known[code])
    for number, organization_id in enumerate(authors):
        work.session.add(
            AmendmentAuthor(amendment_id=amendment.id, number=number, organization_id=organization_id)
        )


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


async def _fell(work: UnitOfWork, position: Position, amendment: Amendment, membership: Membership) -> None:
    """What a compromise replaces falls with it."""
    for other in amendment.replaces:
        if other.status == AmendmentStatus.TABLED.value:
            other.status = advance(AmendmentStatus.TABLED, AmendmentAct.FALL).value
            other.decided_at = work.now
            other.decided_by_id = membership.id
            await record(work, position, Tag.AMENDMENT_FELL, membership, told_of_amendment(other))


def _optional_text(text: str | None, name: str) -> str | None:
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
        **({} if amendment.imported_author is None else {"imported": at.isoformat() if at else True}),
    }
