"""A position as one actor stands to it: the value every verb and every field asks what is allowed."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from positions.actors import Actor, Membership
from positions.errors import Forbidden, Invalid, NotFound, Refusal, StageForbids
from positions.ids import OrganizationId
from positions.lifecycle import Stage
from positions.models.documents import Document
from positions.models.positions import Position
from positions.permissions import Denied, Permission, Standing, can, standing
from positions.queries.lookups import equals
from positions.queries.visible import visible_positions


@dataclass(frozen=True)
class Access:
    """A position the actor was found to see. Only the functions here make one, so holding it is the proof."""

    actor: Actor
    position: Position
    participant_ids: frozenset[OrganizationId]

    @property
    def stage(self) -> Stage:
        """The position's stage."""
        return Stage(self.position.stage)

    @property
    def is_published(self) -> bool:
        """Whether the public may see its public face."""
        return self.position.published_at is not None

    def standing(self, membership: Membership | None) -> Standing:
        """What somebody under this membership is to the position."""
        return standing(membership, OrganizationId(self.position.lead_id), self.participant_ids)

    def allowed(self) -> tuple[Permission, ...]:
        """Everything the actor may do now under any membership, in the enum's order."""
        return tuple(permission for permission in Permission if self.holds(permission))

    def holds(self, permission: Permission) -> bool:
        """Whether any membership of the actor gives the permission now."""
        return any(self.holds_under(permission, membership) for membership in self.actor.memberships)

    def holds_under(self, permission: Permission, membership: Membership) -> bool:
        """Whether one membership of the actor gives the permission now."""
        return not isinstance(can(permission, self.actor, self.standing(membership), self.stage), Denied)

    @property
    def reads_drafting(self) -> bool:
        """Whether the actor reads the position while it is drafted: whoever reads it only later has no business in how it
        came to be."""
        return any(
            not isinstance(
                can(Permission.READ, self.actor, self.standing(membership), Stage.DRAFTING), Denied
            )
            for membership in self.actor.memberships
        )

    def demand(self, permission: Permission, organization_code: str | None = None) -> Membership:
        """The membership that gives the permission, acting for the organization named; else the mildest refusal."""
        self.actor.signed_in()
        refusals: list[Refusal] = []
        candidates = [
            membership
            for membership in self.actor.memberships
            if organization_code in (None, membership.organization_code)
        ]
        if not candidates:
            raise Forbidden(
                "not_your_organization", ["organizationCode"], organization=organization_code or ""
            )
        found: list[Membership] = []
        for membership in candidates:
            decision = can(permission, self.actor, self.standing(membership), self.stage)
            if isinstance(decision, Denied):
                refusals.append(decision.refusal)
            else:
                found.append(membership)
        if len({membership.organization_id for membership in found}) > 1:
            raise Invalid("organization_required", ["organizationCode"])
        if found:
            return found[0]
        raise next((refusal for refusal in refusals if isinstance(refusal, StageForbids)), refusals[0])


def demand_creating(actor: Actor, organization_code: str | None = None) -> Membership:
    """The membership that may propose a position, or the refusal: there is none yet, so the role alone decides."""
    actor.signed_in()
    refusals: list[Refusal] = [
        Forbidden("not_your_organization", ["organizationCode"], organization=organization_code or "")
    ]
    for membership in actor.memberships:
        if organization_code in (None, membership.organization_code):
            where = standing(membership, None, frozenset())
            decision = can(Permission.CREATE_POSITION, actor, where, Stage.PROPOSED)
            if not isinstance(decision, Denied):
                return membership
            refusals.append(decision.refusal)
    raise refusals[-1]


def allowed_anywhere(actor: Actor) -> tuple[Permission, ...]:
    """What the actor may do without any position: propose one."""
    try:
        demand_creating(actor)
    except Refusal:
        return ()
    return (Permission.CREATE_POSITION,)


async def see_position(session: AsyncSession, actor: Actor, reference: str, *, lock: bool = False) -> Access:
    """The position with this reference, or NotFound; with `lock` its row is held until the end of the transaction."""
    return await _see(
        session, actor, visible_positions(actor).where(equals(Position.reference, reference)), lock=lock
    )


async def see_position_by_id(
    session: AsyncSession, actor: Actor, position_id: str, *, lock: bool = False
) -> Access:
    """The position with this id, or NotFound."""
    return await _see(
        session, actor, visible_positions(actor).where(equals(Position.id, position_id)), lock=lock
    )


async def see_document(
    session: AsyncSession, actor: Actor, document_id: str, *, lock: bool = False
) -> tuple[Access, Document]:
    """A document and the access to its position; with `lock` the position's row first, then the draft's."""
    position_id = await session.scalar(select(Document.position_id).where(equals(Document.id, document_id)))
    if position_id is None:
        raise NotFound("document_unknown", ["documentId"])
    try:
        access = await see_position_by_id(session, actor, position_id, lock=lock)
    except NotFound:
        raise NotFound("document_unknown", ["documentId"]) from None
    statement = select(Document).where(Document.id == document_id)
    document = await session.scalar(statement.with_for_update() if lock else statement)
    assert document is not None
    return access, document


def access_to(actor: Actor, position: Position) -> Access:
    """The access to a position that came out of `visible_positions(actor)` with its participations loaded."""
    participants = (part.organization_id for part in position.participations if part.state != "LEFT")
    return Access(actor, position, frozenset(map(OrganizationId, participants)))


async def _see(session: AsyncSession, actor: Actor, statement: Select[Position], *, lock: bool) -> Access:
    statement = statement.options(selectinload(Position.participations)).execution_options(
        populate_existing=True
    )
    position = await session.scalar(statement.with_for_update(of=Position) if lock else statement)
    if position is None:
        raise NotFound("position_unknown", ["reference"])
    return access_to(actor, position)
