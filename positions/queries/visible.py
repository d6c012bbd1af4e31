"""The one statement every read of a position starts from: what this actor may see at all."""

from sqlalchemy import ColumnElement, Select, exists, false, or_, select, true

from positions.actors import Actor, Role, Scope
from positions.models.positions import Participation, Position
from positions.permissions import PERMISSIONS, Permission, Standing

_SEES_ALL = frozenset({Role.OBSERVER, Role.COORDINATOR, Role.ADMINISTRATOR})
_OUTSIDER_STAGES = sorted(stage.value for stage in PERMISSIONS[Permission.READ][Standing.OUTSIDER])


def visible(actor: Actor) -> ColumnElement[bool]:
    """The condition under which a position exists for the actor."""
    return or_(Position.published_at.is_not(None), readable(actor))


def readable(actor: Actor) -> ColumnElement[bool]:
    """The condition under which the actor sees more of a position than its public face: `Permission.READ` as SQL."""
    if not actor.memberships or not actor.has_scope(Scope.READ):
        return false()
    if actor.roles & _SEES_ALL:
        return true()
    organizations = sorted(actor.organization_ids)
    takes_part = exists().where(
        Participation.position_id == Position.id,
        Participation.organization_id.in_(organizations),
        Participation.state != "LEFT",
    )
    return or_(Position.stage.in_(_OUTSIDER_STAGES), Position.lead_id.in_(organizations), takes_part)


def visible_positions(actor: Actor) -> Select[Position]:
    """Every position the actor may see."""
    return select(Position).where(visible(actor))
